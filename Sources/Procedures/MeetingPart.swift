/// How many must be there.
package struct Quorum: Hashable, Sendable {
    package enum Needs: Hashable, Sendable {
        case oneFromEach, all
        case atLeast(Int)
    }

    package let needs: Needs
    package let of: Who
    /// An enforced quorum decides whether the meeting counts; an expectation is only recorded.
    package let isEnforced: Bool

    package init(needs: Needs, of: Who, isEnforced: Bool) {
        self.needs = needs
        self.of = of
        self.isEnforced = isEnforced
    }
}

/// A meeting, its people and what it is for.
package struct MeetingPart: Hashable, Sendable {
    package let chair: Who?
    package let mayChair: OtherChair?
    package let members: [Recipient]
    package let mayInvite: [Who]
    package let quorum: Quorum?
    package let reconvene: DueEntry?
    package let convened: [String]
    package let mayBeHeld: String?
    package let agenda: [AgendaItem]
    package let asks: [String]
    package let produces: Reference<PaperKind>?
    package let reconsiders: Reference<Step>?
    package let minutesBy: Who?
    /// Held more than once.
    package let isSeries: Bool

    package struct OtherChair: Hashable, Sendable {
        package let who: Who
        package let agreedBy: Who?
        package let with: [Who]

        package init(who: Who, agreedBy: Who?, with: [Who]) {
            self.who = who
            self.agreedBy = agreedBy
            self.with = with
        }
    }

    package struct AgendaItem: Hashable, Sendable {
        package let item: String
        package let clauses: [String]
        /// Who has left before this item.
        package let without: [Who]

        package init(item: String, clauses: [String], without: [Who]) {
            self.item = item
            self.clauses = clauses
            self.without = without
        }
    }

    package init(
        chair: Who?,
        mayChair: OtherChair?,
        members: [Recipient],
        mayInvite: [Who],
        quorum: Quorum?,
        reconvene: DueEntry?,
        convened: [String],
        mayBeHeld: String?,
        agenda: [AgendaItem],
        asks: [String],
        produces: Reference<PaperKind>?,
        reconsiders: Reference<Step>?,
        minutesBy: Who?,
        isSeries: Bool
    ) {
        self.chair = chair
        self.mayChair = mayChair
        self.members = members
        self.mayInvite = mayInvite
        self.quorum = quorum
        self.reconvene = reconvene
        self.convened = convened
        self.mayBeHeld = mayBeHeld
        self.agenda = agenda
        self.asks = asks
        self.produces = produces
        self.reconsiders = reconsiders
        self.minutesBy = minutesBy
        self.isSeries = isSeries
    }
}
