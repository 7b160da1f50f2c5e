import Credentials
import Desk
import Pages
import Partnerships
import WorkingDays

extension AccountError {
    /// What to do, in a sentence without its stop.
    func words(isCode: Bool) -> String {
        switch self {
        case .wrong, .account(.wrongCode):
            isCode
                ? "That is not the code of this moment: wait for the next one and type it in"
                : "The address or the password is not right"
        case .wait(let until):
            "Too many attempts from here: try again at \(DayWording.words(until.localTime.minute))"
        case .busy: "Many people are signing in: try again in a moment"
        case .password(let refusal): refusal.words
        case .account(.enrolmentNotBegun): "Begin again: load this page anew"
        case .account(.notEnrolled): "No code is set up for you yet"
        case .session: "You are signed out: sign in again"
        case .invitationOver: "This link is used up or too old: ask for another"
        case .emailTaken: "There is a sign-in with that address already"
        case .store: "It could not be written down: try again in a moment"
        }
    }
}

extension PasswordRefusal {
    var words: String {
        switch self {
        case .tooShort(let count, let least):
            "The password has \(count) characters; it must have at least \(least). Four words that do not belong together are easy to remember"
        case .tooLong(let count, let most):
            "The password has \(count) characters; it may have at most \(most)"
        case .tooCommon: "Many people use that password: choose another"
        case .holdsEmail: "The password must not hold your e-mail address"
        case .holdsProgramName: "The password must not hold the name of this program"
        }
    }
}
