import CaseFiles
import Partnerships

/// The messages of a partnership: what failed first, then what waits, then what is done with.
package struct MessagesPage: Sendable {
    package let partnership: String
    package let lead: [String]
    package let groups: [Group]

    package struct Group: Sendable {
        package let id: String
        /// `Failed: 2`.
        package let heading: String
        package let rows: [Row]
    }

    package struct Row: Sendable {
        package let to: String
        package let what: String
        /// The case that it is about, where it is of one.
        package let about: WordedLink?
        package let when: String
        package let tag: StandingTag
        package let note: String
        /// Tries it again.
        package let press: PersonPage.Press?
    }

    /// In the order of the page.
    enum Sort: String, CaseIterable {
        case failed, waiting, done

        var heading: String {
            switch self {
            case .failed: "Failed"
            case .waiting: "Waiting"
            case .done: "Sent or withdrawn"
            }
        }
    }

    /// How many of each sort are listed.
    static let most = 100
}

extension PartnershipReader {
    /// The newest messages, as the reader may see them; the token is made for the address of each press.
    package func messagesPage(
        _ messages: [ListedMessage],
        token: (String) -> String
    ) -> MessagesPage {
        let groups = MessagesPage.Sort.allCases.compactMap { sort -> MessagesPage.Group? in
            let found = messages.filter { $0.group == sort }
            if found.isEmpty { return nil }
            return MessagesPage.Group(
                id: sort.rawValue,
                heading: found.count > MessagesPage.most
                    ? "\(sort.heading): the newest \(MessagesPage.most)"
                    : "\(sort.heading): \(found.count)",
                rows: found.prefix(MessagesPage.most).map { row($0, token) }
            )
        }
        let empty = groups.isEmpty ? ["No message waits, and none has gone out."] : []
        let byHand =
            sendsMail
            ? []
            : [
                "No mail goes out from here: people send letters themselves, and the page of each request says which."
            ]
        return MessagesPage(
            partnership: partnership.name,
            lead: [
                "What Sightline sends for the partnership, and for the cases that you work on. That a mail server took a message does not say that anybody read it."
            ] + byHand + empty,
            groups: groups
        )
    }

    private func row(
        _ message: ListedMessage,
        _ token: (String) -> String
    ) -> MessagesPage.Row {
        MessagesPage.Row(
            to: message.to,
            what: message.words,
            about: message.reference.map { reference in
                WordedLink(
                    words: "\(reference)",
                    address: message.request.map {
                        Link.caseFile(reference, "requests", "\($0)")
                    } ?? Link.caseFile(reference)
                )
            },
            when: when(message.due),
            tag: message.tag,
            note: message.note,
            press: press(message, token)
        )
    }

    private func press(
        _ message: ListedMessage,
        _ token: (String) -> String
    ) -> PersonPage.Press? {
        guard let reference = message.reference, let entry = message.again else { return nil }
        let address = Link.message(entry, about: reference)
        return PersonPage.Press(words: "Try again", address: address, token: token(address))
    }
}
