package import CaseFiles
package import Partnerships

/// A message of a partnership as a list shows it: to whom, about which reference, and what became of it; never what it
/// says.
package struct ListedMessage: Hashable, Sendable {
    package let what: What
    /// Whose mailbox it is.
    package let to: String
    /// The case that it is about; nil for none.
    package let reference: CaseReference?
    /// The request that it is about, for whoever may read it.
    package let request: EntryID?
    /// Its name in the log of the case, where it can be tried again.
    package let again: EntryID?
    /// When it was to go.
    package let due: Timestamp
    package let standing: Standing

    package enum What: Hashable, Sendable {
        case ofRequest(MessageKind)
        /// Brings the code that opens a link.
        case code
        /// Tries an address, with nothing of a case.
        case addressCheck
        case meeting, minutes
        case other
    }

    package enum Standing: Hashable, Sendable {
        /// Nothing was tried yet.
        case waiting
        /// It did not go, and goes again then.
        case again(Timestamp, fault: String)
        /// It was sent whole and not answered, and goes again then.
        case perhapsDelivered(again: Timestamp, fault: String)
        case sending
        case delivered(Timestamp)
        case failed(Timestamp, fault: String)
        case withdrawn
    }

    package init(
        what: What,
        to: String,
        reference: CaseReference?,
        request: EntryID?,
        again: EntryID?,
        due: Timestamp,
        standing: Standing
    ) {
        self.what = what
        self.to = to
        self.reference = reference
        self.request = request
        self.again = again
        self.due = due
        self.standing = standing
    }
}

extension ListedMessage {
    var group: MessagesPage.Sort {
        switch standing {
        case .failed: .failed
        case .waiting, .again, .perhapsDelivered, .sending: .waiting
        case .delivered, .withdrawn: .done
        }
    }

    var tag: StandingTag {
        switch standing {
        case .waiting: StandingTag(kind: .open, word: "Waiting")
        case .again: StandingTag(kind: .late, word: "Tried, goes again")
        case .perhapsDelivered: StandingTag(kind: .late, word: "May have arrived")
        case .sending: StandingTag(kind: .open, word: "On its way")
        case .delivered: StandingTag(kind: .done, word: "Sent")
        case .failed: StandingTag(kind: .overdue, word: "Failed")
        case .withdrawn: StandingTag(kind: .not, word: "Withdrawn")
        }
    }

    /// What there is to say of its standing, in sentences.
    var note: String {
        switch standing {
        case .waiting, .sending: ""
        case .again(let time, let fault):
            "\(MailFaultWording.words(fault)) It goes again on \(DayWording.when(time))."
        case .perhapsDelivered(let time, let fault):
            "\(MailFaultWording.words(fault)) It goes again on \(DayWording.when(time)), and may arrive twice."
        case .delivered(let time):
            "The mail server took it on \(DayWording.when(time))."
        case .failed(let time, let fault):
            "\(MailFaultWording.words(fault)) Given up on \(DayWording.when(time))."
        case .withdrawn: "Taken back: it is not needed, or its reader can no longer come in."
        }
    }

    var words: String {
        switch what {
        case .ofRequest(let kind): DayWording.capitalised(kind.words)
        case .code: "A code for a link"
        case .addressCheck: "Whether the address reaches them"
        case .meeting: "About a meeting"
        case .minutes: "That minutes were sent round"
        case .other: "A notice"
        }
    }
}

/// What a fault of a delivery means, in a sentence.
enum MailFaultWording {
    static func words(_ fault: String) -> String {
        switch fault {
        case "unreachable": "The mail server could not be reached."
        case "timed-out": "The mail server did not answer in time."
        case "cut-off": "The mail server ended the connection."
        case "stopped", "interrupted": "Sightline was stopped while it went."
        case "restored":
            "It waited when the store was put back from a copy, so nobody knows whether it went."
        case "no-encryption", "certificate", "certificate-file", "sign-in", "library",
            "public-address":
            "Sightline’s own mail settings are wrong (\(fault)): tell whoever runs it."
        case "address": "The e-mail address is not one that mail can go to."
        case "unreadable": "This version of Sightline cannot read it."
        case "": "Nobody knows why."
        default:
            fault.allSatisfy(\.isNumber)
                ? "The mail server refused it (\(fault))."
                : "It could not be sent (\(fault))."
        }
    }
}
