package import Partnerships
import Procedures
package import Schedules
import WorkingDays

extension OpenedCase {
    /// Which reminders of a request go now, which are passed over, and when the others go; the same for a dry run.
    ///
    /// Empty where the procedure has no ladder, nothing is awaited or no day is due.
    package func chases(of request: AgencyRequest, at now: Timestamp) -> [Chase] {
        chases(of: request, at: now, under: schedule(today: now.localTime.day))
    }

    /// The same with the plan of that day, where several requests are looked at.
    package func chases(
        of request: AgencyRequest,
        at now: Timestamp,
        under plan: Schedule
    ) -> [Chase] {
        guard let ladder = procedure.chasing, file.isOpen, request.standing.isWithTheAgency,
            let due = plan.line(backOf: request, under: procedure)?.due
        else { return [] }
        func planned(since: Timestamp) -> [Chase] {
            // A day beyond the years of the calendar reminds of nothing: the plan says so, too.
            (try? Schedules.chases(
                on: ladder,
                for: chased(request, due, since: since),
                calendar: partnership.calendar,
                now: now.instant
            )) ?? []
        }
        let asked = max(request.at, request.lastSentBack ?? request.at)
        let chases = planned(since: asked)
        // Since when the day holds matters to rungs alone whose time has come.
        guard chases.contains(where: { $0.first <= now.instant }),
            let moved = lastMove(of: file.back(of: request), since: asked, today: plan.today)
        else { return chases }
        return planned(since: moved)
    }

    private func chased(
        _ request: AgencyRequest,
        _ due: Day,
        since: Timestamp
    ) -> ChasedRequest {
        let day = since.localTime.day
        // Nobody is left unreminded who was asked when the day had gone: the ladder counts from then, and its first rung
        // is the first that comes after it.
        let isLate = due < day
        return ChasedRequest(
            id: "\(request.entry)",
            due: isLate ? day : due,
            since: isLate ? day.advanced(byDays: 1)?.begins ?? since.instant : since.instant,
            isOpen: request.standing.isWithTheAgency,
            pauses: pauses(request),
            settled: request.settledRungs
        )
    }

    private func pauses(_ request: AgencyRequest) -> [ChasedRequest.Pause] {
        [request.pause, file.chasingPause].compactMap { $0 }.map { pause in
            ChasedRequest.Pause(
                from: request.at.instant,
                until: pause.until.flatMap(\.begins)
            )
        }
    }
}

extension Day {
    /// Its midnight.
    fileprivate var begins: UKTime.Instant? {
        switch try? UKTime.reading(of: LocalTime(day: self, minute: .midnight)) {
        case .one(let instant, _)?: instant
        case .twice(let earlier, _)?: earlier
        case .never(_, let after)?: after
        case nil: nil
        }
    }
}

extension AgencyRequest {
    /// When a return was last sent back; nil while none was.
    var lastSentBack: Timestamp? {
        versions.flatMap(\.checks).filter { $0.checked.isAccepted == false }.map(\.at).max()
    }

    /// Every rung that was queued or passed over.
    fileprivate var settledRungs: Set<ChaseKey> {
        let queued = messages.compactMap { message -> ChaseKey? in
            guard let rung = message.queued.rung, let due = message.queued.due else { return nil }
            return key(rung, due)
        }
        let passed = passedOver.map { key($0.rung, $0.due) }
        return Set(queued + passed)
    }

    private func key(_ rung: String, _ due: Day) -> ChaseKey {
        ChaseKey(request: "\(entry)", rung: rung, due: due)
    }
}

extension Timestamp {
    fileprivate var instant: UKTime.Instant {
        let seconds = milliseconds >= 0 ? milliseconds / 1000 : ~(~milliseconds / 1000)
        return UKTime.Instant(secondsSince1970: Int(seconds))
    }
}
