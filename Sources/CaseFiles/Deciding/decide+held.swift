import Partnerships
package import Procedures
import WorkingDays

extension Deciding {
    // Holding

    func begin(_ begun: CaseEvent.MeetingBegun) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try open(begun.meeting)
        try checkPast(begun.day)
        if meeting.begun == LocalTime(day: begun.day, minute: begun.minute) { return [] }
        if meeting.begun != nil { throw .meeting(.hasBegun) }
        return [.meeting(.begun(begun))]
    }

    func arrive(_ attended: CaseEvent.MeetingAttended) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try open(attended.meeting)
        guard let person = meeting.person(attended.person) else {
            throw .meeting(.unknownPerson)
        }
        try limit(attended.words, .words, most: 300)
        // Tapped twice, or by two people at once.
        if meeting.isThere(person.entry) { return [] }
        if let left = meeting.presences[person.entry]?.last?.until, attended.minute < left {
            throw .meeting(.thereAlready(person.name))
        }
        return [.meeting(.attended(attended))]
    }

    func leave(_ left: CaseEvent.MeetingLeft) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try open(left.meeting)
        guard let person = meeting.person(left.person) else { throw .meeting(.unknownPerson) }
        guard let last = meeting.presences[person.entry]?.last else {
            throw .meeting(.notThere(person.name))
        }
        if last.until != nil { return [] }
        if left.minute < last.from {
            throw .meeting(.leftBeforeComing(person.name, came: last.from, left: left.minute))
        }
        return [.meeting(.left(left))]
    }

    /// Puts right when somebody was there, until the minutes are approved.
    func correct(_ corrected: CaseEvent.AttendanceCorrected) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try standing(meeting: corrected.meeting)
        guard meeting.person(corrected.person) != nil else { throw .meeting(.unknownPerson) }
        if meeting.approved != nil { throw .meeting(.minutesAreApproved) }
        if meeting.presences[corrected.person, default: []] == corrected.presences { return [] }
        try require(corrected.reason, .reason)
        var from: Minute?
        for (place, presence) in corrected.presences.enumerated() {
            let isLast = place == corrected.presences.count - 1
            let isOrdered = from.map { $0 <= presence.from } ?? true
            let isSound =
                presence.until.map { presence.from <= $0 } ?? (isLast && meeting.ended == nil)
            guard isOrdered, isSound else { throw .meeting(.badPresences) }
            from = presence.until
        }
        return [.meeting(.attendanceCorrected(corrected))]
    }

    func note(_ noted: CaseEvent.MeetingPointNoted) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try standing(meeting: noted.meeting)
        if meeting.begun == nil { throw .meeting(.notBegun) }
        if meeting.approved != nil { throw .meeting(.minutesAreApproved) }
        if let item = noted.item, meeting.item(item) == nil { throw .meeting(.unknownItem(item)) }
        try require(noted.words, .words)
        try limit(noted.who, .name, most: 300)
        if noted.kind == .action, isBlank(noted.who) { throw .meeting(.pointWantsNobody) }
        return [.meeting(.pointNoted(noted))]
    }

    func strike(_ struck: CaseEvent.MeetingPointStruck) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try standing(meeting: struck.meeting)
        if meeting.approved != nil { throw .meeting(.minutesAreApproved) }
        guard let point = meeting.points.first(where: { $0.noted.entry == struck.point }) else {
            throw .unknownEntry(struck.point)
        }
        if point.isStruck { return [] }
        try require(struck.reason, .reason)
        return [.meeting(.pointStruck(struck))]
    }

    /// The meeting is over, and its step done: of one without the quorum it needs nothing follows.
    func end(
        _ given: CaseEvent.MeetingEnded,
        _ present: String
    ) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try open(given.meeting)
        guard let begun = meeting.begun else { throw .meeting(.notBegun) }
        if given.minute < begun.minute {
            throw .meeting(.endsBeforeItBegan(began: begun.minute, ended: given.minute))
        }
        if meeting.attended.isEmpty { throw .meeting(.nobodyCame) }
        let latest = meeting.presences.values.joined().flatMap { [$0.from, $0.until] }
        if let last = latest.compactMap({ $0 }).max(), given.minute < last {
            throw .meeting(.lastWasThereUntil(last))
        }
        let (step, part) = try part(meeting.step)
        var ended = given
        ended.counted = meeting.quorum(under: procedure, at: given.minute)?.isMet
        try check(ended, part)
        let outcome: String? =
            part.quorum?.isEnforced == true
            ? (ended.isQuorate == true ? "quorate" : "inquorate") : nil
        let done = try complete(
            CaseCommand.CompleteStep(
                entry: given.entry,
                name: OccurrenceName(step.id),
                day: begun.day,
                minute: given.minute,
                evidence: .held(present: present, outcome: outcome)
            )
        )
        let why =
            outcome == "inquorate"
            ? "The meeting on this day was without quorum" : early(step, begun.day)
        let freed = try free(step.id, because: why, given.entry.next)
        return [.meeting(.ended(ended))] + done + freed
    }

    /// A statement against the count wants a reason; where there is no quorum nothing is stated.
    private func check(
        _ ended: CaseEvent.MeetingEnded,
        _ part: MeetingPart
    ) throws(CaseRefusal) {
        guard let counted = ended.counted else { return }
        guard let stated = ended.isQuorate else { throw .meeting(.quorumNotStated) }
        try require(ended.statedBy, .name, most: 200)
        try limit(ended.reason, .reason)
        if stated != counted, isBlank(ended.reason) {
            throw .meeting(.againstTheCount(isMet: counted))
        }
    }

    /// Why the day that is booked for a meeting stands for nothing more; nil where it was held then, or later, or another
    /// of its series is booked.
    func early(_ step: Step, _ day: Day) -> String? {
        if step.meeting?.isSeries == true { return nil }
        let booked = file.agreements.last { $0.name == OccurrenceName(step.id) }
        return booked.map { $0.day > day } == true
            ? "The meeting was held before the day that was booked" : nil
    }

    /// The day it was booked for holds nothing up once it was held in vain, or earlier.
    func free(
        _ step: String,
        because reason: String?,
        _ entry: EntryID
    ) throws(CaseRefusal) -> [CaseEvent] {
        let name = OccurrenceName(step)
        guard let reason, file.agreements.contains(where: { $0.name == name }) else { return [] }
        return try agree(name, nil, reason, entry)
    }

    // Minutes

    /// A meeting that was held, whose minutes can still be written.
    private func held(_ entry: EntryID) throws(CaseRefusal) -> Meeting {
        let meeting = try standing(meeting: entry)
        if meeting.ended == nil { throw .meeting(.notHeld) }
        return meeting
    }

    func putForward(_ put: CaseEvent.MinutesPutForward) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try held(put.meeting)
        if meeting.approved != nil { throw .meeting(.minutesAreApproved) }
        if meeting.newestMinutes?.put.digest == put.digest { return [] }
        return [.meeting(.minutesPutForward(put))]
    }

    func circulate(_ given: CaseEvent.MinutesCirculated) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try held(given.meeting)
        guard let newest = meeting.newestMinutes else { throw .meeting(.noMinutes) }
        if newest.put.entry != given.version { throw .meeting(.notTheNewestMinutes) }
        if given.to.isEmpty { throw .meeting(.circulatedToNobody) }
        try checkNeedToKnow(given, meeting)
        try require(given.how, .how)
        try checkPast(given.day)
        return [.meeting(.minutesCirculated(given))] + circulated(given, meeting)
    }

    /// Nobody is sent all that was said who was to leave before part of it.
    private func checkNeedToKnow(
        _ given: CaseEvent.MinutesCirculated,
        _ meeting: Meeting
    ) throws(CaseRefusal) {
        for entry in given.people ?? [] where meeting.person(entry) == nil {
            throw .meeting(.unknownPerson)
        }
        let kept = meeting.recipients(of: given).filter { meeting.isKeptFromMinutes($0) }
        if !kept.isEmpty { throw .meeting(.minutesAreNotFor(kept.map(\.name))) }
    }

    /// A message goes only to somebody to whom the minutes were sent.
    func queue(_ queued: CaseEvent.MinutesMailQueued) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try held(queued.meeting)
        let sent = meeting.circulations.first { $0.entry == queued.circulation }
        guard sent?.people?.contains(queued.person) == true else {
            throw .meeting(.unknownPerson)
        }
        if meeting.minutesMails.contains(where: { $0.queued.entry == queued.entry }) { return [] }
        return [.meeting(.minutesMailQueued(queued))]
    }

    /// The steps by which the minutes of this very meeting are sent round are done.
    private func circulated(
        _ given: CaseEvent.MinutesCirculated,
        _ meeting: Meeting
    ) -> [CaseEvent] {
        var entry = given.entry
        return procedure.steps.compactMap { step -> CaseEvent? in
            guard step.circulatesMinutes(of: meeting.step, under: procedure),
                file.setAside[step.id] == nil
            else { return nil }
            entry = entry.next
            let name = OccurrenceName(step.id, subject: file.lineName(of: meeting))
            return .stepCompleted(
                CaseEvent.StepCompleted(
                    entry: entry,
                    name: name,
                    day: given.day,
                    minute: given.minute,
                    evidence: .sent(to: given.to.joined(separator: ", "), by: given.how),
                    dueShown: due(name)
                )
            )
        }
    }

    func approve(_ given: CaseEvent.MinutesApproved) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try held(given.meeting)
        guard let newest = meeting.newestMinutes else { throw .meeting(.noMinutes) }
        if meeting.approved != nil { throw .meeting(.minutesAreApproved) }
        if newest.put.entry != given.version { throw .meeting(.notTheNewestMinutes) }
        try require(given.by, .name, most: 200)
        try limit(given.words, .words)
        try checkPast(given.day)
        if let other = given.at {
            let later = try known(other)
            guard later.ended != nil, later.day >= meeting.day, later.entry != meeting.entry else {
                throw .meeting(.notALaterMeeting)
            }
        }
        return [.meeting(.minutesApproved(given))]
    }

    func add(_ added: CaseEvent.MinutesAddedTo) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try held(added.meeting)
        if meeting.approved == nil { throw .meeting(.minutesAreNotApproved) }
        try require(added.text, .text, most: 20_000)
        return [.meeting(.minutesAddedTo(added))]
    }
}

extension Step {
    /// Whether it sends round the minutes of meetings of a step.
    package func circulatesMinutes(of meeting: String, under procedure: Procedure) -> Bool {
        guard case .message(let part) = kind,
            part.encloses.contains(where: { $0.what.isMinutes(procedure) }),
            case .meetings(let steps, let groups)? = forEach
        else { return false }
        return steps.isEmpty && groups.isEmpty
            || steps.contains { procedure.steps[$0].id == meeting }
    }
}

extension Enclosure.What {
    /// The minutes of the meeting at hand, or the procedure's document of that name.
    fileprivate func isMinutes(_ procedure: Procedure) -> Bool {
        if case .document(let paper) = self { return procedure.papers[paper].id == "minutes" }
        return self == .minutes
    }
}

extension CaseFile {
    /// The name under which the plan has a line for each meeting: the step's, with a number where it was held more
    /// than once.
    package func lineName(of meeting: Meeting) -> String {
        let held = standing(OccurrenceName(meeting.step))
        guard held.count > 1, let ended = meeting.ended,
            let place = held.firstIndex(where: { $0.entry == ended.entry })
        else { return meeting.step }
        return "\(meeting.step)-\(place + 1)"
    }
}
