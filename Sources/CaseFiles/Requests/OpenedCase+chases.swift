package import Partnerships
import Procedures
package import Schedules
import WorkingDays

extension OpenedCase {
    /// Which reminders of a request go now, which are passed over, and when the others go; the same for a dry run.
    ///
    /// Empty where the procedure has no ladder, nothing is awaited or no day is due.
    package func chases(of request: AgencyRequest, at now: Timestamp) -> [Chase] {
        guard let ladder = procedure.chasing, file.isOpen,
            let chased = chased(request, at: now)
        else { return [] }
        // A day beyond the years of the calendar reminds of nothing: the plan says so, too.
        return
            (try? Schedules.chases(
                on: ladder,
                for: chased,
                calendar: partnership.calendar,
                now: now.instant
            )) ?? []
    }

    private func chased(_ request: AgencyRequest, at now: Timestamp) -> ChasedRequest? {
        let today = now.localTime.day
        let back = file.back(of: request)
        guard let due = schedule(today: today).line(back, under: procedure)?.due else { return nil }
        return ChasedRequest(
            id: "\(request.entry)",
            due: due,
            since: since(request, back).instant,
            isOpen: request.standing.isWithTheAgency,
            pauses: pauses(request),
            settled: request.settledRungs
        )
    }

    /// When the agency was asked for this round, or its day was last changed.
    private func since(_ request: AgencyRequest, _ back: OccurrenceName) -> Timestamp {
        let changed = events.last { recorded in
            if case .dayAgreed(let agreed) = recorded.event { agreed.name == back } else { false }
        }
        return [request.at, request.lastSentBack, changed?.recorded].compactMap { $0 }.max()
            ?? request.at
    }

    private func pauses(_ request: AgencyRequest) -> [ChasedRequest.Pause] {
        [request.pause, file.chasingPause].compactMap { $0 }.map { pause in
            ChasedRequest.Pause(
                from: request.at.instant,
                until: pause.until.flatMap { day in
                    switch try? UKTime.reading(of: LocalTime(day: day, minute: .midnight)) {
                    case .one(let instant, _)?: instant
                    case .twice(let earlier, _)?: earlier
                    case .never(_, let after)?: after
                    case nil: nil
                    }
                }
            )
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
