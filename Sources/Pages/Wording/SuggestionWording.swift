package import CaseFiles
import Procedures

extension AgencySuggestions.Reason {
    /// Why an agency should perhaps be asked, as a clause that begins a line.
    package func words(_ wording: Wording) -> String {
        switch self {
        case .named: "Named in the case as involved"
        case .asked: "The procedure asks it by name"
        case .safeguardingPartner(let partner):
            "It is the safeguarding partner’s own agency (\(wording.partner(partner.rawValue))): every review hears it"
        case .easilyForgotten: "Easily forgotten, says the procedure"
        }
    }
}
