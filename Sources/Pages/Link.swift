package import Partnerships
import Procedures
import WorkingDays

/// Every address of the program, built in this one place so that links cannot rot.
package enum Link {
    package static let home = "/"
    package static let plan = "/plan"
    package static let planCalendar = "/plan.ics"
    package static let compare = "/compare"
    package static let procedures = "/procedures"

    package static let signIn = "/sign-in"
    package static let signInCode = "/sign-in/code"
    package static let enrolment = "/sign-in/enrolment"
    package static let signInToDemonstration = "/sign-in/demonstration"
    package static let signOut = "/sign-out"
    package static let account = "/account"
    package static let freshCode = "/account/code"
    package static let partnerships = "/partnerships"
    package static let myWork = "/my-work"
    package static let cases = "/cases"
    package static let newCase = "/cases/new"
    package static let search = "/cases/search"
    package static let people = "/people"
    package static let agencies = "/agencies"
    package static let closures = "/closures"
    package static let domains = "/domains"
    package static let letters = "/letters"
    package static let notices = "/notices"
    package static let emergencies = "/emergencies"
    package static let messages = "/messages"
    package static let clock = "/demonstration/clock"
    package static let takenMail = "/demonstration/mail"

    /// For somebody at an agency, who comes by a link.
    package static let answer = "/answer"
    package static let answerCode = "/answer/code"
    package static let answerWhom = "/answer/whom"
    package static let answerNotMe = "/answer/not-me"
    package static let answerSignOut = "/answer/sign-out"

    /// What a message leads to; the token is in no other address.
    package static func answer(token: String) -> String { "/answer/\(token)" }

    /// The one request that a seat is of; a part of it by its id.
    package static func answerRequest(_ part: String = "", _ of: String? = nil) -> String {
        "/answer/request" + (part.isEmpty ? "" : "/\(part)")
            + (of.map { "/\(encoded($0))" } ?? "")
    }

    package static let forms = "/forms"
    package static let referrals = "/referrals"

    /// A referral; a part of it by the part's id.
    package static func referral(
        _ reference: CaseReference,
        _ part: String = "",
        _ of: String? = nil
    ) -> String {
        "/referrals/\(reference.path)" + (part.isEmpty ? "" : "/\(part)")
            + (of.map { "/\(encoded($0))" } ?? "")
    }

    /// A document that is written in a case, by the procedure's name of it.
    package static func paper(
        _ reference: CaseReference,
        _ paper: String,
        _ part: String = "",
        _ of: String? = nil
    ) -> String {
        caseFile(reference, "papers", paper) + (part.isEmpty ? "" : "/\(part)")
            + (of.map { "/\(encoded($0))" } ?? "")
    }

    /// Where a message of a case is sent again.
    package static func message(_ message: EntryID, about reference: CaseReference) -> String {
        "\(messages)/\(reference.path)/\(message)"
    }

    /// A form to be tried; a part of it by the part's id.
    package static func writtenForm(_ form: String, _ part: String? = nil) -> String {
        "/forms/\(encoded(form))" + (part.map { "/\(encoded($0))" } ?? "")
    }

    package static func invitation(_ token: String) -> String { "/invitations/\(token)" }

    package static func person(_ person: PersonID, _ rest: String = "") -> String {
        "/people/\(person)" + (rest.isEmpty ? "" : "/\(rest)")
    }

    package static func agency(_ agency: AgencyID, _ rest: String = "") -> String {
        "/agencies/\(agency)" + (rest.isEmpty ? "" : "/\(rest)")
    }

    /// A letter that ships, by its id; a part of it.
    package static func letter(_ letter: String, _ part: String = "") -> String {
        "\(letters)/\(encoded(letter))" + (part.isEmpty ? "" : "/\(part)")
    }

    /// A text of a letter by its number, 0 for the one that ships.
    package static func letterVersion(_ letter: String, _ number: Int, _ part: String = "")
        -> String
    {
        self.letter(letter, "versions/\(number)") + (part.isEmpty ? "" : "/\(part)")
    }

    /// A listed domain: `*.example.org` is what lies below `example.org`.
    package static func domain(_ domain: MailDomain) -> String {
        domain.text.hasPrefix("*.")
            ? "\(domains)/below/\(domain.text.dropFirst(2))" : "\(domains)/\(domain.text)"
    }

    /// A page of a case; forms are named by what they add, and by what it is about.
    package static func caseFile(
        _ reference: CaseReference,
        _ part: String = "",
        _ of: String? = nil
    ) -> String {
        "/cases/\(reference.path)" + (part.isEmpty ? "" : "/\(part)")
            + (of.map { "/\(encoded($0))" } ?? "")
    }

    /// The file of a document, to be saved.
    package static func file(of document: DocumentID, in reference: CaseReference) -> String {
        "\(caseFile(reference, "documents", "\(document)"))/file"
    }

    package static func procedure(_ id: String, variation: String? = nil) -> String {
        "/procedures/\(encoded(id))" + (variation.map { "?variation=\(encoded($0))" } ?? "")
    }

    /// The same plan again, as short as it can be.
    static func plan(
        _ path: String,
        procedures: [String],
        variation: String?,
        _ entries: PlanEntries
    ) -> String {
        var items = procedures.map { ("procedure", $0) }
        if let variation { items.append(("variation", variation)) }
        items += entries.moments.map { ("moment", $0.short) }
        items += entries.facts.map { ("fact", "\($0.name)=\($0.value)") }
        items += entries.agreed.map { agreement in
            (
                "agreed",
                "\(agreement.name)\(agreement.subject.map { "/\($0)" } ?? "")=\(agreement.day)"
            )
        }
        items += entries.closed.map { ("closed", $0.description) }
        if let today = entries.today { items.append(("today", today.description)) }
        return path + "?" + items.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    }

    /// Percent-encoded for a query or a path part.
    package static func encoded(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x3A, 0x40:
                result.append(byte)
            default:
                result.append(0x25)
                result.append(hex(byte >> 4))
                result.append(hex(byte & 15))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func hex(_ digit: UInt8) -> UInt8 {
        digit < 10 ? 0x30 + digit : 0x37 + digit
    }
}
