import CaseFiles
import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Views

/// Why a page is not the one that was asked for.
enum Detour: Error {
    /// Nobody is signed in.
    case signIn(ReturnAddress?)
    case to(String)
    /// There is no such page, or none for whoever asks: nobody can tell which.
    case nothingHere
    /// The form was not made by this session for this address.
    case foreignForm
    /// On the case, and not to do this.
    case notPermitted
    case notUnderstood
    case busy
}

extension Detour {
    init(_ error: DeskError) {
        switch error {
        case .nothingHere, .refused(.notAllowed): self = .nothingHere
        case .notPermitted: self = .notPermitted
        case .refused, .caseRefused, .overtaken: self = .notUnderstood
        default: self = .busy
        }
    }
}

extension ProblemPage {
    static let foreign = ProblemPage(
        title: "That was not sent from a page of yours",
        text:
            "The page was made before you signed in, or by another site. Nothing was recorded. Go back, load the page again, and send it once more."
    )
    static let forbidden = ProblemPage(
        title: "You cannot do this here",
        text:
            "You are on this case, and nothing that you are there lets you do this now. Whoever runs the case can."
    )
    static let large = ProblemPage(
        title: "That is too long",
        text:
            "What was sent is longer than a form can be. Nothing was recorded: go back and shorten it."
    )
    static let misdirected = ProblemPage(
        title: "This is not the address of this server",
        text: "Open it under the address that you were given."
    )
    static func unreadable(_ reference: CaseReference?, version: Int) -> ProblemPage {
        ProblemPage(
            title: "This case needs a later version of the program",
            text:
                "Entry \(version) of its log was written by a later version of Sightline and cannot be read by this one. Nothing is lost. Every other case works as before."
        )
    }
    static let altered = ProblemPage(
        title: "This was altered",
        text:
            "What is kept is not what was written, so it is not shown. Tell your administrator: ‘sightline verify’ says what and where."
    )
}
