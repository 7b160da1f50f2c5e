package import Partnerships

/// An event of a case with when and by whom it was recorded.
package struct RecordedCaseEvent: Hashable, Sendable {
    /// Its place in the log, 1 for the first.
    package let version: Int
    package let recorded: Timestamp
    package let actor: Actor
    package let event: CaseEvent

    package init(version: Int, recorded: Timestamp, actor: Actor, event: CaseEvent) {
        self.version = version
        self.recorded = recorded
        self.actor = actor
        self.event = event
    }
}
