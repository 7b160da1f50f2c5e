package import WorkingDays

/// How the agencies that were asked are chased: a ladder of rungs, in working hours.
package struct Chasing: Hashable, Sendable {
    /// The first minute of the working hours.
    package let from: Minute
    /// The minute at which they end; nothing goes then.
    package let until: Minute
    package let clauses: [String]
    /// Why, where no clause of the source says so.
    package let because: String?
    /// In the file's order.
    package let rungs: [Rung]

    /// One message of the ladder.
    package struct Rung: Hashable, Sendable {
        package let id: String
        /// Before or after the due day; nil on the day itself.
        package let when: Procedure.Reminder.Offset?
        package let at: Minute
        /// At least one, each once.
        package let to: [Recipient]
        package let says: Message
        package let clauses: [String]
        package let because: String?

        package init(
            id: String,
            when: Procedure.Reminder.Offset?,
            at: Minute,
            to: [Recipient],
            says: Message,
            clauses: [String],
            because: String?
        ) {
            self.id = id
            self.when = when
            self.at = at
            self.to = to
            self.says = says
            self.clauses = clauses
            self.because = because
        }
    }

    package enum Recipient: Hashable, Sendable {
        case contact(Contact)
        /// Told inside the partnership.
        case role(Reference<Role>)
    }

    /// Somebody of the agency, as the directory has it.
    package enum Contact: String, CaseIterable, Hashable, Sendable {
        case lead, deputy
        case signatory = "senior-signatory"
    }

    /// Which letter goes.
    package enum Message: String, CaseIterable, Hashable, Sendable {
        case reminder, chase, escalation
    }

    package init(
        from: Minute,
        until: Minute,
        clauses: [String],
        because: String?,
        rungs: [Rung]
    ) {
        self.from = from
        self.until = until
        self.clauses = clauses
        self.because = because
        self.rungs = rungs
    }
}
