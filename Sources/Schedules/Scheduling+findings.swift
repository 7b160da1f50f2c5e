import Procedures
import WorkingDays

extension Scheduling {
    /// What a person must look at: contradictions first, then what can no longer be met.
    func findings(in lines: [ScheduledStep]) -> [Finding] {
        let found =
            contradictions() + denied() + clockTimes() + agreedTooEarly(lines)
            + agreedOutside(lines)
            + inquorate(lines) + broken(in: lines) + ahead()
            + notAsked() + unmeetable(lines)
            + meetingsBeforeReturns(lines) + laterThanNational(lines)
        return found.map { Finding(what: $0) }
    }

    /// What must have come before what, in any true account.
    private static let order: [(Moment, [Moment])] = [
        (
            .incident,
            [.identified, .aware, .partnershipAware, .referral, .intention, .suspicion, .notified]
        ),
        (.identified, [.referral]),
        (.aware, [.notified]),
        (.suspicion, [.notified]),
        (.notified, [.panelRequest, .panelConsidered, .panelResponse, .reportSubmitted]),
        (.requestsSent, [.returnReceived]),
        (.returnReceived, [.returnAccepted]),
        (.rapidReviewMeeting, [.rapidReviewConcluded, .reportSubmitted]),
        (.reportSubmitted, [.panelConsidered]),
        (.panelConsidered, [.panelResponse]),
        (.copiesSent, [.published]),
        (.lcsprDecided, [.published]),
        (.lcsprRecommended, [.published]),
    ]

    private func contradictions() -> [Finding.What] {
        Self.order.flatMap { first, seconds -> [Finding.What] in
            let firsts = dating.known.occurrences(of: .moment(first))
            guard !firsts.isEmpty else { return [] }
            return seconds.flatMap { second -> [Finding.What] in
                let seconds = dating.known.occurrences(of: .moment(second))
                guard !seconds.isEmpty else { return [] }
                return contradiction(first, firsts, second, seconds)
            }
        }
    }

    private func contradiction(
        _ first: Moment,
        _ firsts: [Known.Occurrence],
        _ second: Moment,
        _ seconds: [Known.Occurrence]
    ) -> [Finding.What] {
        var found: [Finding.What] = []
        for subject in Set(seconds.map(\.subject)).sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
            let befores = firsts.filter {
                $0.subject == subject || $0.subject == nil || subject == nil
            }
            guard let before = befores.map(\.day).min(),
                let after = seconds.filter({ $0.subject == subject }).map(\.day).max(),
                after < before
            else { continue }
            found.append(.outOfOrder(second, after, after: first, before, subject: subject))
        }
        return found
    }

    /// Clock times on the nights the clocks change that never were, or were twice.
    private func clockTimes() -> [Finding.What] {
        let points =
            Moment.allCases.map { Point.moment($0) } + procedure.lookup.meetings.map { .step($0) }
        var found: [Finding.What] = []
        for occurrence in points.flatMap({ known.occurrences(of: $0) }) {
            guard let minute = occurrence.minute else { continue }
            let time = LocalTime(day: occurrence.day, minute: minute)
            let what: Finding.What
            switch try? UKTime.reading(of: time) {
            case .twice(let first, let second)?: what = .clockTime(time, first, second, twice: true)
            case .never(let first, let second)?:
                what = .clockTime(time, first, second, twice: false)
            case .one?, nil: continue
            }
            if !found.contains(what) { found.append(what) }
        }
        return found
    }

    private func agreedTooEarly(_ lines: [ScheduledStep]) -> [Finding.What] {
        guard !known.agreements.isEmpty else { return [] }
        return lines.compactMap { line in
            guard let dated = line.dated, dated.anchor == .agreed,
                let computed = line.otherReadings.first(where: { $0.why == .beforeAgreement })?
                    .dated,
                computed.counted?.direction != .before, dated.due < computed.from
            else { return nil }
            return .agreedTooEarly(line.key, dated.due, from: computed.from)
        }
    }

    private func agreedOutside(_ lines: [ScheduledStep]) -> [Finding.What] {
        lines.indices.compactMap { place in
            // A line is large: only the few that matter are taken out of the list.
            guard lines[place].booked != nil || lines[place].dated?.anchor == .agreed else {
                return nil
            }
            let line = lines[place]
            let isBookedMeeting =
                dating.procedure.steps[line.key.step].isMeeting && line.booked != nil
            let computed =
                line.otherReadings.first { $0.why == .beforeAgreement }?.dated
                ?? (isBookedMeeting ? line.dated : nil)
            guard let computed, line.done == nil || line.dated?.anchor == .agreed,
                let day = line.dated?.anchor == .agreed ? line.due : line.booked,
                computed.counted?.direction == .before || day >= computed.from
            else { return nil }
            let isEarly = computed.opens.map { day < $0 } ?? false
            guard day > computed.due || isEarly else { return nil }
            return .agreedOutside(line.key, day, opens: computed.opens, due: computed.due)
        }
    }

    private func inquorate(_ lines: [ScheduledStep]) -> [Finding.What] {
        lines.indices.compactMap { place in
            guard dating.procedure.steps[lines[place].key.step].isMeeting else { return nil }
            let line = lines[place]
            let step = dating.procedure.steps[line.key.step]
            guard known.outcome(of: line.key.step) == "inquorate",
                let held = known.occurrences(
                    of: step.records.map { .moment($0) } ?? .step(line.key.step)
                )
                .last
            else { return nil }
            var dating = dating
            var again: Day?
            if case .choice(let options)? = step.meeting?.reconvene?.limit {
                again = dating.chosen(options, in: Dating.Scope())?.dated.due
            }
            return .inquorate(line.key, held.day, again: again)
        }
    }

    private func denied() -> [Finding.What] {
        guard known.value(of: .notifiable) == .no,
            let sent = known.occurrences(of: .moment(.notified)).last
        else { return [] }
        return [.deniedFact(.notifiable, by: .notified, sent.day)]
    }

    private func notAsked() -> [Finding.What] {
        guard known.hasSubjects else { return [] }
        let asked = Set(known.occurrences(of: .moment(.requestsSent)).compactMap(\.subject))
        guard !asked.isEmpty else { return [] }
        let named = Set(procedure.steps.flatMap { $0.request?.of.map(\.text) ?? [] })
        var seen: Set<String> = []
        return known.occurrences(of: .moment(.returnReceived)).compactMap(\.subject)
            .filter { !asked.contains($0) && !named.contains($0) && seen.insert($0).inserted }
            .map { .notAsked($0) }
    }

    private func broken(in lines: [ScheduledStep]) -> [Finding.What] {
        lines.indices.flatMap { place -> [Finding.What] in
            guard let done = lines[place].done, !lines[place].key.isReturn else { return [] }
            let line = lines[place]
            let step = dating.procedure.steps[line.key.step]
            let scope = Dating.Scope(subject: line.key.subject)
            return (step.after.map { ($0, false) } + step.onlyAfter.map { ($0, true) })
                .compactMap { point, isBinding in
                    let came =
                        dating.firstTaken(point, in: scope) ?? dating.happened(point, in: scope)
                    guard let before = came?.day, before > done.day
                    else {
                        return nil
                    }
                    return .doneBefore(line.key, done.day, point, before, refused: isBinding)
                }
        }
    }

    private func ahead() -> [Finding.What] {
        Moment.allCases.flatMap { moment -> [Finding.What] in
            guard !moment.namesAFutureDay, !moment.isScoped else { return [] }
            return dating.known.occurrences(of: .moment(moment)).filter { $0.day > dating.today }
                .map { .ahead(.moment(moment), $0.day) }
        }
    }

    private func unmeetable(_ lines: [ScheduledStep]) -> [Finding.What] {
        lines.indices.compactMap { place in
            guard let slack = lines[place].slack, slack < 0 else { return nil }
            let line = lines[place]
            guard let due = line.due, due >= dating.today,
                let earliest = line.earliest
            else { return nil }
            return .cannotBeMet(line.key, due: due, earliest: earliest)
        }
    }

    private func meetingsBeforeReturns(_ lines: [ScheduledStep]) -> [Finding.What] {
        lines.indices.compactMap { place in
            let step = dating.procedure.steps[lines[place].key.step]
            guard step.isMeeting, !step.after.isEmpty else { return nil }
            let line = lines[place]
            guard line.done == nil, line.applies != .no,
                let opens = line.opens ?? line.booked
            else { return nil }
            for case .back(let request) in step.after {
                let returns = ScheduledStep.Key(step: request, isReturn: true, subject: nil)
                guard let back = lines.first(where: { $0.key == returns }), back.done == nil,
                    let due = back.due, due >= opens
                else { continue }
                return .meetingBeforeReturns(line.key, opens: opens, returns: returns, due: due)
            }
            return nil
        }
    }

    private func laterThanNational(_ lines: [ScheduledStep]) -> [Finding.What] {
        let limits = lines.indices.filter {
            dating.procedure.steps[lines[$0].key.step].isNationalLimit
        }
        return limits.flatMap { place -> [Finding.What] in
            let limit = lines[place]
            guard let national = limit.due,
                let moment = dating.procedure.steps[limit.key.step].records
            else { return [] }
            return dating.procedure.lookup.recorders[Int(moment.rawValue)].compactMap { step in
                let key = ScheduledStep.Key(step: step, isReturn: false, subject: nil)
                guard let place = lines.indices.first(where: { lines[$0].key == key }),
                    lines[place].applies != .no, let due = lines[place].due, due > national
                else { return nil }
                return .laterThanNational(key, due: due, limit: limit.key, national)
            }
        }
    }
}
