package import Partnerships
package import WorkingDays

/// Which cases of one person are listed: by their next due day, then reference.
package struct CaseQuery: Hashable, Sendable {
    package let partnership: PartnershipID
    package let person: PersonID
    package let today: Day
    package let isOpen: Bool
    package let stage: String?
    package let route: String?
    package let after: CaseKey?
    package let limit: Int

    package init(
        partnership: PartnershipID,
        person: PersonID,
        today: Day,
        isOpen: Bool = true,
        stage: String? = nil,
        route: String? = nil,
        after: CaseKey? = nil,
        limit: Int = 25
    ) {
        self.partnership = partnership
        self.person = person
        self.today = today
        self.isOpen = isOpen
        self.stage = stage
        self.route = route
        self.after = after
        self.limit = limit
    }
}

/// Where a page of a list ended.
package struct CaseKey: Hashable, Sendable {
    package let nextDue: Day?
    package let reference: CaseReference

    package init(nextDue: Day?, reference: CaseReference) {
        self.nextDue = nextDue
        self.reference = reference
    }
}

package struct CaseList: Hashable, Sendable {
    package let rows: [ListedCase]
    /// Of all pages together, as far as they are counted.
    package let count: Int

    /// Nobody is helped by knowing exactly how many more there are.
    package static let mostCounted = 200

    package init(
        rows: [ListedCase],
        count: Int
    ) {
        self.rows = rows
        self.count = count
    }
}

package struct ListedCase: Hashable, Sendable {
    package let reference: CaseReference
    package let version: Int
    package let stage: String
    package let route: String
    package let nextDue: Day?
    package let isOpen: Bool
    package let summary: [UInt8]

    package init(
        reference: CaseReference,
        version: Int,
        stage: String,
        route: String,
        nextDue: Day?,
        isOpen: Bool,
        summary: [UInt8]
    ) {
        self.reference = reference
        self.version = version
        self.stage = stage
        self.route = route
        self.nextDue = nextDue
        self.isOpen = isOpen
        self.summary = summary
    }

    package var key: CaseKey { CaseKey(nextDue: nextDue, reference: reference) }
}

/// What is not yet done in the cases of one person, up to a day, by day.
package struct DueQuery: Hashable, Sendable {
    package let partnership: PartnershipID
    package let person: PersonID
    package let today: Day
    package let upTo: Day
    package let limit: Int

    package init(
        partnership: PartnershipID,
        person: PersonID,
        today: Day,
        upTo: Day,
        limit: Int = 200
    ) {
        self.partnership = partnership
        self.person = person
        self.today = today
        self.upTo = upTo
        self.limit = limit
    }
}

package struct ListedDueItem: Hashable, Sendable {
    package let reference: CaseReference
    package let item: DueItem

    package init(
        reference: CaseReference,
        item: DueItem
    ) {
        self.reference = reference
        self.item = item
    }
}

/// Words that all must be found in a case.
package struct SearchQuery: Hashable, Sendable {
    package let partnership: PartnershipID
    package let person: PersonID
    package let today: Day
    package let words: [String]
    package let limit: Int

    package init(
        partnership: PartnershipID,
        person: PersonID,
        today: Day,
        words: [String],
        limit: Int = 25
    ) {
        self.partnership = partnership
        self.person = person
        self.today = today
        self.words = words
        self.limit = limit
    }
}

package struct SearchAnswer: Hashable, Sendable {
    package let rows: [ListedCase]
    package let count: Int

    package init(
        rows: [ListedCase],
        count: Int
    ) {
        self.rows = rows
        self.count = count
    }
}

/// A part of what lists show of a case.
package enum CaseRowPart: String, CaseIterable, Hashable, Sendable {
    case summary
    case members = "people"
    case dueItems = "due items"
    case terms = "search words"
}
