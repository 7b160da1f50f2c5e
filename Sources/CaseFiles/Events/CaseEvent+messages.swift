package import Partnerships
package import WorkingDays

extension CaseEvent {
    /// A message is to go out; what it says holds nothing of the case.
    package struct MessageQueued: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let request: EntryID?
        package let seat: EntryID?
        package let name: String
        package let email: String
        package let kind: MessageKind
        /// The rung of the ladder, by id.
        package let rung: String?
        /// The day that the rung counted from.
        package let due: Day?
        /// Whether it is to be sent by a person, because no mail leaves here.
        package let byHand: Bool
        /// Whether a way in went with it; nil in entries made before that was kept.
        package let isLinked: Bool?

        package init(
            entry: EntryID,
            request: EntryID?,
            seat: EntryID?,
            name: String,
            email: String,
            kind: MessageKind,
            rung: String?,
            due: Day?,
            byHand: Bool,
            isLinked: Bool? = nil
        ) {
            self.entry = entry
            self.request = request
            self.seat = seat
            self.name = name
            self.email = email
            self.kind = kind
            self.rung = rung
            self.due = due
            self.byHand = byHand
            self.isLinked = isLinked
        }
    }

    /// What became of a message.
    package struct MessageSettled: Hashable, Sendable, Codable {
        package let message: EntryID
        package let outcome: MessageOutcome
        /// What the mail server said, without addresses; or how a person sent it.
        package let words: String

        package init(
            message: EntryID,
            outcome: MessageOutcome,
            words: String
        ) {
            self.message = message
            self.outcome = outcome
            self.words = words
        }
    }

    /// A reminder that did not go, or not to everybody it was for.
    package struct RungPassedOver: Hashable, Sendable, Codable {
        package let request: EntryID
        package let rung: String
        package let due: Day
        /// The rung that went at the same moment; empty where its own moment had gone before the agency was asked, or
        /// nobody was there to be reminded.
        package let instead: String
        /// For whom nobody was there: contacts of an agency and roles, by id.
        ///
        /// Nil in what was recorded before this was told apart.
        package let missed: [String]?

        package init(
            request: EntryID,
            rung: String,
            due: Day,
            instead: String,
            missed: [String]? = []
        ) {
            self.request = request
            self.rung = rung
            self.due = due
            self.instead = instead
            self.missed = missed
        }
    }

    /// Nobody is reminded until somebody says so, or until a day.
    package struct ChasingPaused: Hashable, Sendable, Codable {
        /// Nil for every request of the case.
        package let request: EntryID?
        /// The first day on which reminders go again.
        package let until: Day?
        package let reason: String

        package init(
            request: EntryID?,
            until: Day?,
            reason: String
        ) {
            self.request = request
            self.until = until
            self.reason = reason
        }
    }

    /// Reminders go again.
    package struct ChasingResumed: Hashable, Sendable, Codable {
        package let request: EntryID?
        package let reason: String

        package init(
            request: EntryID?,
            reason: String
        ) {
            self.request = request
            self.reason = reason
        }
    }
}
