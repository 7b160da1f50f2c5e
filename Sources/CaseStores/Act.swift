package import Partnerships
package import WorkingDays

/// Everything that one act of one person writes: all of it, or nothing.
package struct Act: Sendable {
    package let partnership: PartnershipID
    package let actor: Actor
    package let recorded: Timestamp
    package let appends: [Append]
    /// Streams that the act does not write to, and was decided on: one that has moved on is a conflict.
    package let expects: [Expectation]
    /// What lists show of the cases that the act touched.
    package let cases: [CaseRow]
    package let outbox: [OutboxRow]
    /// Messages that are taken back, before those of the act are queued.
    package let revokes: [Revocation]
    /// Files, wholly uploaded before, that belong to their cases from this act on.
    package let adopts: [FileKey]
    /// Files that are their cases' no longer: their bytes are gone.
    package let discards: [FileKey]
    /// Ways in to requests, for people at agencies.
    package let links: [SeatLink]

    /// Events for the end of one stream.
    package struct Append: Sendable {
        package let reference: CaseReference?
        /// The version that the act was decided on; another one there is a conflict.
        package let after: Int
        /// At least one.
        package let payloads: [[UInt8]]

        package init(reference: CaseReference?, after: Int, payloads: [[UInt8]]) {
            self.reference = reference
            self.after = after
            self.payloads = payloads
        }
    }

    package struct Expectation: Hashable, Sendable {
        package let reference: CaseReference?
        package let version: Int

        package init(reference: CaseReference?, version: Int) {
            self.reference = reference
            self.version = version
        }
    }

    /// A message that is taken back as the act was decided on it: one of which more became since is a conflict.
    package struct Revocation: Hashable, Sendable {
        package let key: String
        package let found: MessageRevocation

        package init(key: String, found: MessageRevocation) {
            self.key = key
            self.found = found
        }
    }

    package init(
        partnership: PartnershipID,
        actor: Actor,
        recorded: Timestamp,
        appends: [Append],
        expects: [Expectation] = [],
        cases: [CaseRow] = [],
        outbox: [OutboxRow] = [],
        revokes: [Revocation] = [],
        adopts: [FileKey] = [],
        discards: [FileKey] = [],
        links: [SeatLink] = []
    ) {
        self.partnership = partnership
        self.actor = actor
        self.recorded = recorded
        self.appends = appends
        self.expects = expects
        self.cases = cases
        self.outbox = outbox
        self.revokes = revokes
        self.adopts = adopts
        self.discards = discards
        self.links = links
    }
}

/// What lists, reminders and search need of a case, replaced whole by each act on it.
package struct CaseRow: Hashable, Sendable {
    package let reference: CaseReference
    /// The version of the case that it was made from.
    package let version: Int
    package let stage: String
    package let route: String
    package let nextDue: Day?
    package let isOpen: Bool
    /// Sealed by the store.
    package let summary: [UInt8]
    /// The people who may know of the case, nobody excluded among them.
    package let members: [Member]
    package let dueItems: [DueItem]
    package let terms: Set<SearchTerm>

    package struct Member: Hashable, Sendable {
        package let person: PersonID
        package let from: Day
        package let until: Day?

        package init(person: PersonID, from: Day, until: Day?) {
            self.person = person
            self.from = from
            self.until = until
        }
    }

    package init(
        reference: CaseReference,
        version: Int,
        stage: String,
        route: String,
        nextDue: Day?,
        isOpen: Bool,
        summary: [UInt8],
        members: [Member],
        dueItems: [DueItem],
        terms: Set<SearchTerm>
    ) {
        self.reference = reference
        self.version = version
        self.stage = stage
        self.route = route
        self.nextDue = nextDue
        self.isOpen = isOpen
        self.summary = summary
        self.members = members
        self.dueItems = dueItems
        self.terms = terms
    }
}

/// A day by which a step of a case is due; days, never standings.
package struct DueItem: Hashable, Sendable {
    /// Tells the lines of one step apart without naming an agency: its place among the lines of the plan.
    package let line: Int
    package let step: String
    package let due: Day?
    package let done: Day?
    package let person: PersonID?
    /// The version of the partnership's calendar that it was worked out with.
    package let calendarVersion: Int

    package init(
        line: Int,
        step: String,
        due: Day?,
        done: Day?,
        person: PersonID?,
        calendarVersion: Int
    ) {
        self.line = line
        self.step = step
        self.due = due
        self.done = done
        self.person = person
        self.calendarVersion = calendarVersion
    }
}

/// A word by which a case is found.
package struct SearchTerm: Hashable, Sendable {
    package enum Kind: Int, Hashable, Sendable {
        /// Of a child: found by its beginning too.
        case name = 1
        /// Found by its beginning too.
        case reference = 2
        /// An agency, place or title: found whole.
        case other = 3
    }

    package let word: String
    package let kind: Kind

    package init(word: String, kind: Kind) {
        self.word = word
        self.kind = kind
    }
}

/// A message to go out, queued exactly once.
package struct OutboxRow: Hashable, Sendable {
    /// What it is about, the same for the same message: a second one is not queued.
    package let key: String
    package let notBefore: Timestamp
    /// Sealed, and wiped when it is delivered or given up.
    package let body: [UInt8]
    /// Sealed, and kept: what lists say of the message.
    package let about: [UInt8]

    package init(key: String, notBefore: Timestamp, body: [UInt8], about: [UInt8] = []) {
        self.key = key
        self.notBefore = notBefore
        self.body = body
        self.about = about
    }
}

/// That an act is written for good.
package struct ActReceipt: Hashable, Sendable {
    /// Which act of the partnership it was, 1 for the first.
    package let act: Int
    /// The hash over everything that the partnership recorded up to it, 32 bytes.
    package let head: [UInt8]

    package init(
        act: Int,
        head: [UInt8]
    ) {
        self.act = act
        self.head = head
    }
}
