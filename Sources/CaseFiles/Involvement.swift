package import Partnerships
package import WorkingDays

extension CaseEvent {
    /// How somebody of the family, or a practitioner, was asked to take part, and what came of it.
    ///
    /// Each one takes the place of the one before about the same person, which stays in the log.
    package struct InvolvementRecorded: Hashable, Sendable, Codable {
        package let entry: EntryID
        /// Whom it is about: the entry by which she was first recorded.
        package let involved: EntryID
        package let kind: InvolvedKind
        /// As the case calls her: a name, or `the mother`.
        package let name: String
        /// To the child, or at which agency.
        package let relation: String
        /// The day she was asked; nil while nobody has asked her.
        package let asked: Day?
        /// Who asked her, and how.
        package let askedBy: String
        package let answer: InvolvementAnswer
        /// What she said, as she wants it told.
        package let views: String
        /// What helps her to take part, and who gives it.
        package let support: String
        /// What stands in the way, and why she was not asked where nobody asked.
        package let barriers: String
        package let consent: SharingConsent
        /// Who tells her of the outcome before anything is published; empty where that is not settled.
        package let toldBy: String

        package init(
            entry: EntryID,
            involved: EntryID,
            kind: InvolvedKind,
            name: String,
            relation: String,
            asked: Day?,
            askedBy: String,
            answer: InvolvementAnswer,
            views: String,
            support: String,
            barriers: String,
            consent: SharingConsent,
            toldBy: String
        ) {
            self.entry = entry
            self.involved = involved
            self.kind = kind
            self.name = name
            self.relation = relation
            self.asked = asked
            self.askedBy = askedBy
            self.answer = answer
            self.views = views
            self.support = support
            self.barriers = barriers
            self.consent = consent
            self.toldBy = toldBy
        }
    }
}

package enum InvolvedKind: String, CaseIterable, Hashable, Sendable, Codable {
    case child, family, practitioner
}

package enum InvolvementAnswer: String, CaseIterable, Hashable, Sendable, Codable {
    case notAsked = "not-asked"
    case awaited
    case takesPart = "takes-part"
    case later, declines
}

/// Whether what she said may be shared, as learning.
package enum SharingConsent: String, CaseIterable, Hashable, Sendable, Codable {
    case notAsked = "not-asked"
    case given, refused
    case withoutNames = "without-names"
}

extension CaseFile {
    /// What was recorded of somebody's part, once.
    package struct Involvement: Hashable, Sendable {
        package let told: CaseEvent.InvolvementRecorded
        package let recorded: Timestamp
        package let actor: Actor
    }

    /// Everybody of whom something is recorded, in the order in which they were first, each with what is known now and
    /// how it came to that.
    package var involved: [(latest: Involvement, history: [Involvement])] {
        var order: [EntryID] = []
        var all: [EntryID: [Involvement]] = [:]
        for one in involvements {
            if all[one.told.involved] == nil { order.append(one.told.involved) }
            all[one.told.involved, default: []].append(one)
        }
        return order.compactMap { id in
            all[id].flatMap { history in history.last.map { (latest: $0, history: history) } }
        }
    }
}

extension Deciding {
    func record(_ told: CaseEvent.InvolvementRecorded) throws(CaseRefusal) -> [CaseEvent] {
        let earlier = file.involvements.last { $0.told.involved == told.involved }
        if earlier == nil, told.involved != told.entry { throw .unknownEntry(told.involved) }
        try require(told.name, .name, most: 300)
        try limit(told.relation, .text, most: 300)
        try limit(told.askedBy, .how, most: 300)
        try limit(told.toldBy, .text, most: 300)
        for text in [told.views, told.support, told.barriers] { try limit(text, .text) }
        if let asked = told.asked {
            try checkPast(asked)
            try require(told.askedBy, .how, most: 300)
        }
        if told.answer == .notAsked {
            try require(told.barriers, .whyNotAsked)
        } else if told.asked == nil {
            throw .missing(.dayAsked)
        }
        return [.involvementRecorded(told)]
    }
}
