import Partnerships
import Procedures
import Schedules
import WorkingDays

extension OpenedCase {
    /// When a due day last became what it is, of whatever was recorded after a moment; nil where it has stood since.
    ///
    /// A due day moves with more than an agreement about it: a corrected date, a closure day, another edition.
    func lastMove(
        of name: OccurrenceName,
        since start: Timestamp,
        today: Day
    ) -> Timestamp? {
        var replay = Replay(of: self, name, today)
        var moved: Timestamp?
        var last: Day?
        for moment in moments(after: start) {
            let before = last ?? replay.due(before: moment)
            let after = replay.due(through: moment)
            if before != after || replay.isUnknown { moved = moment }
            last = after
        }
        return moved
    }

    /// When something was recorded by which days may move, each moment once and in order.
    private func moments(after start: Timestamp) -> [Timestamp] {
        let recorded = events.filter { $0.recorded > start && $0.event.movesDays }.map(\.recorded)
        let closed = partnership.earlierClosures.map(\.until).filter { $0 > start }
        return Set(recorded + closed).sorted()
    }
}

/// A case as it was, from moment to moment.
private struct Replay {
    private let opened: OpenedCase
    private let name: OccurrenceName
    private let today: Day
    private var file: CaseFile?
    private var next = 0

    init(of opened: OpenedCase, _ name: OccurrenceName, _ today: Day) {
        self.opened = opened
        self.name = name
        self.today = today
    }

    /// Whether the edition by which the case was run is no longer to be had.
    var isUnknown: Bool { procedure == nil }

    mutating func due(before moment: Timestamp) -> Day? {
        fold { $0 < moment }
        return due(closedUntil: moment)
    }

    mutating func due(through moment: Timestamp) -> Day? {
        fold { $0 <= moment }
        return due(closedUntil: moment.advanced(byMilliseconds: 1))
    }

    private mutating func fold(while isWanted: (Timestamp) -> Bool) {
        while next < opened.events.count, isWanted(opened.events[next].recorded) {
            let recorded = opened.events[next]
            next += 1
            guard var standing = file else {
                file = beginFile(
                    with: recorded.event,
                    recorded: recorded.recorded,
                    actor: recorded.actor
                )
                continue
            }
            file = nil
            evolve(
                &standing,
                by: recorded.event,
                recorded: recorded.recorded,
                actor: recorded.actor
            )
            file = standing
        }
    }

    private var procedure: Procedure? {
        guard let file else { return nil }
        return file.edition == opened.file.edition
            ? opened.procedure : opened.earlierProcedures[file.edition]
    }

    private func due(closedUntil moment: Timestamp) -> Day? {
        guard let file, let procedure else { return nil }
        let earlier = opened.partnership.earlierClosures.first { $0.until >= moment }
        return schedule(
            of: file.known(under: procedure),
            under: procedure,
            calendar: earlier.map { WorkingCalendar(closures: $0.days) }
                ?? opened.partnership.calendar,
            today: today
        ).line(name, under: procedure)?.due
    }
}

extension CaseEvent {
    /// Whether days of the plan can follow from it.
    fileprivate var movesDays: Bool {
        switch self {
        case .momentRecorded, .momentCorrected, .stepCompleted, .stepCorrected, .stepSetAside,
            .stepTakenUp, .factRecorded, .dayAgreed, .editionMoved:
            true
        default: false
        }
    }
}
