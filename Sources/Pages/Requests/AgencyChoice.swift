import CaseFiles
import Partnerships
import Procedures

/// An agency of the directory that a request can go to.
struct AgencyChoice {
    let agency: Agency
    /// Why it is thought of, in words; empty for one that nothing points to.
    let because: String
    /// Whether leaving it out needs a reason.
    let isExpected: Bool

    var id: String { "\(agency.agency)" }
    var name: String { agency.name }
}

/// Every open agency, with why it should be asked; suggested ones first.
func agencyChoices(
    among suggestions: AgencySuggestions,
    of partnership: Partnership,
    wording: Wording
) -> [AgencyChoice] {
    let suggested = suggestions.agencies.map { suggested in
        AgencyChoice(
            agency: suggested.agency,
            because: suggested.because.map { $0.words(wording) }.joined(separator: "; "),
            isExpected: suggested.isExpected
        )
    }
    let known = Set(suggested.map(\.agency.agency))
    let others = partnership.agencies.values.filter {
        !$0.isClosed && !known.contains($0.agency)
    }.sorted { $0.name < $1.name }
    return suggested
        + others.map { AgencyChoice(agency: $0, because: "", isExpected: false) }
}

extension AgencySuggestions.Missing {
    /// What it is called where it is named; nil for a partner that the procedure does not name.
    func words(_ wording: Wording) -> String? {
        if let name { return name }
        guard case .safeguardingPartner(let partner) = because else { return nil }
        return DayWording.capitalised(wording.partner(partner.rawValue))
    }
}

extension Agency.Contact {
    /// What she does on a request.
    var seatPart: RequestSeat.Part {
        switch part {
        case .lead: .lead
        case .deputy: .deputy
        case .signatory: .signatory
        }
    }
}
