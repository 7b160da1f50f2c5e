import CaseFiles
import Partnerships
import Testing

@testable import Pages

@Suite("What a list of messages says")
struct ListedMessageTests {
    /// Mon 5 Jan 2026, 9:12am.
    private static let monday = Timestamp(milliseconds: 1_767_604_320_000)

    private static func listed(_ standing: ListedMessage.Standing) -> ListedMessage {
        ListedMessage(
            what: .ofRequest(.reminder),
            to: "Beth Coombe",
            reference: nil,
            request: nil,
            again: nil,
            due: monday,
            standing: standing
        )
    }

    @Test(
        arguments: [
            (.waiting, .waiting, "Waiting", ""),
            (.sending, .waiting, "On its way", ""),
            (
                .again(monday, fault: "unreachable"), .waiting, "Tried, goes again",
                "The mail server could not be reached. It goes again on Mon 5 Jan 2026 at 9:12am."
            ),
            (
                .perhapsDelivered(again: monday, fault: "cut-off"), .waiting, "May have arrived",
                "The mail server ended the connection. It goes again on Mon 5 Jan 2026 at 9:12am, and may arrive twice."
            ),
            (
                .delivered(monday), .done, "Sent",
                "The mail server took it on Mon 5 Jan 2026 at 9:12am."
            ),
            (
                .failed(monday, fault: "550"), .failed, "Failed",
                "The mail server refused it (550). Given up on Mon 5 Jan 2026 at 9:12am."
            ),
            (
                .withdrawn, .done, "Withdrawn",
                "Taken back: it is not needed, or its reader can no longer come in."
            ),
        ] as [(ListedMessage.Standing, MessagesPage.Sort, String, String)]
    )
    func `each standing has its place, its word and what it means`(
        standing: ListedMessage.Standing,
        sort: MessagesPage.Sort,
        word: String,
        note: String
    ) {
        let message = Self.listed(standing)
        #expect(message.group == sort)
        #expect(message.tag.word == word)
        #expect(message.note == note)
    }

    @Test func `a fault that nobody knows is said as it is`() {
        #expect(MailFaultWording.words("odd") == "It could not be sent (odd).")
        #expect(MailFaultWording.words("") == "Nobody knows why.")
    }
}
