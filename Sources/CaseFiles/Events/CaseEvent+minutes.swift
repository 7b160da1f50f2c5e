package import Partnerships
package import WorkingDays

extension CaseEvent {
    /// Minutes as they read from now on.
    package struct MinutesPutForward: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        package let parts: [Part]
        /// 64 hexadecimal digits.
        package let digest: String

        package init(
            entry: EntryID,
            meeting: EntryID,
            parts: [Part],
            digest: String
        ) {
            self.entry = entry
            self.meeting = meeting
            self.parts = parts
            self.digest = digest
        }
    }

    /// Minutes were sent round by people.
    package struct MinutesCirculated: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        /// Of the minutes that went.
        package let version: EntryID
        /// By name.
        package let to: [String]
        package let day: Day
        package let minute: Minute?
        package let how: String
        /// Who of the people of the meeting; nil in entries made before that was kept.
        package let people: [EntryID]?

        package init(
            entry: EntryID,
            meeting: EntryID,
            version: EntryID,
            to: [String],
            day: Day,
            minute: Minute?,
            how: String,
            people: [EntryID]? = nil
        ) {
            self.entry = entry
            self.meeting = meeting
            self.version = version
            self.to = to
            self.day = day
            self.minute = minute
            self.how = how
            self.people = people
        }
    }

    /// A message that minutes were sent round, to one of those to whom they were; it holds nothing of them.
    package struct MinutesMailQueued: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        /// Of the entry that records the sending round.
        package let circulation: EntryID
        package let person: EntryID
        package let email: String
        /// A person tells her: no mail leaves here, or nobody vouches for the address.
        package let byHand: Bool

        package init(
            entry: EntryID,
            meeting: EntryID,
            circulation: EntryID,
            person: EntryID,
            email: String,
            byHand: Bool
        ) {
            self.entry = entry
            self.meeting = meeting
            self.circulation = circulation
            self.person = person
            self.email = email
            self.byHand = byHand
        }
    }

    /// Minutes were approved.
    package struct MinutesApproved: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        package let version: EntryID
        package let by: String
        /// The later meeting that approved them; nil where whoever chaired did.
        package let at: EntryID?
        package let day: Day
        package let words: String

        package init(
            entry: EntryID,
            meeting: EntryID,
            version: EntryID,
            by: String,
            at: EntryID?,
            day: Day,
            words: String
        ) {
            self.entry = entry
            self.meeting = meeting
            self.version = version
            self.by = by
            self.at = at
            self.day = day
            self.words = words
        }
    }

    /// What is put right after the minutes were approved; they stay as they were.
    package struct MinutesAddedTo: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let meeting: EntryID
        package let text: String

        package init(
            entry: EntryID,
            meeting: EntryID,
            text: String
        ) {
            self.entry = entry
            self.meeting = meeting
            self.text = text
        }
    }
}
