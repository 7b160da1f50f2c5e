import Partnerships
import Procedures
import Schedules
import WorkingDays

extension Deciding {
    func meeting(_ command: MeetingCommand) throws(CaseRefusal) -> [CaseEvent] {
        switch command {
        case .arrange(let arranged, let booking): try arrange(arranged, booking)
        case .change(let changed, let booking): try change(changed, booking)
        case .cancel(let cancelled, let booking): try cancel(cancelled, booking)
        case .changePeople(let changed): try changePeople(changed)
        case .setAgenda(let changed): try setAgenda(changed)
        case .queueInvitation(let queued): try queue(queued)
        case .answer(let answered): try answer(answered)
        case .begin(let begun): try begin(begun)
        case .arrive(let attended): try arrive(attended)
        case .leave(let left): try leave(left)
        case .correctAttendance(let corrected): try correct(corrected)
        case .note(let noted): try note(noted)
        case .strike(let struck): try strike(struck)
        case .end(let ended, let present): try end(ended, present)
        case .putMinutesForward(let put): try putForward(put)
        case .circulateMinutes(let circulated): try circulate(circulated)
        case .queueMinutesMail(let queued): try queue(queued)
        case .approveMinutes(let approved): try approve(approved)
        case .addToMinutes(let added): try add(added)
        case .finishAction(let done): try finish(done)
        case .moveAction(let moved): try move(moved)
        case .giveAction(let given): try give(given)
        case .overtakeAction(let overtaken): try overtake(overtaken)
        case .reopenAction(let reopened): try reopen(reopened)
        }
    }

    /// A meeting of this case.
    func known(_ entry: EntryID) throws(CaseRefusal) -> Meeting {
        guard let meeting = file.meeting(entry) else { throw .meeting(.unknownMeeting) }
        return meeting
    }

    /// A meeting that was not cancelled.
    func standing(meeting entry: EntryID) throws(CaseRefusal) -> Meeting {
        let meeting = try known(entry)
        if meeting.cancelled != nil { throw .meeting(.wasCancelled) }
        return meeting
    }

    /// A meeting that is still to be held, or is being held.
    func open(_ entry: EntryID) throws(CaseRefusal) -> Meeting {
        let meeting = try standing(meeting: entry)
        if meeting.ended != nil { throw .meeting(.wasHeld) }
        return meeting
    }

    func part(_ step: String) throws(CaseRefusal) -> (step: Step, part: MeetingPart) {
        guard let reference = procedure.lookup.stepNamed[step],
            let part = procedure.steps[reference].meeting
        else { throw .meeting(.noMeeting(step: step)) }
        return (procedure.steps[reference], part)
    }

    // Arranging

    private func arrange(
        _ given: CaseEvent.MeetingArranged,
        _ booking: EntryID
    ) throws(CaseRefusal) -> [CaseEvent] {
        let (step, part) = try part(given.step)
        if file.setAside[step.id] != nil { throw .stepIsSetAside(step.id) }
        if !part.isSeries, let other = file.meetings(of: step.id).last(where: \.isOpen) {
            throw .meeting(.arrangedAlready(other.day))
        }
        if let before = given.reconvenes {
            let other = try known(before)
            if other.ended == nil { throw .meeting(.notHeld) }
        }
        try check(given.time, given.place, given.chair, given.convenedAs, part)
        try check(given.people, besides: [])
        try check(given.agenda)
        var arranged = given
        let window = try window(of: step.id, given.time.day, given.outside)
        arranged.opensShown = window?.opens
        arranged.dueShown = window?.due
        return [.meeting(.arranged(arranged))]
            + (try book(step.id, given.time.day, because: given.outside, booking))
    }

    /// The window of the plan of today; a day outside it wants a reason, and is not refused for itself.
    private func window(
        of step: String,
        _ day: Day,
        _ reason: String
    ) throws(CaseRefusal) -> MeetingWindow? {
        try limit(reason, .reason)
        let window = meetingWindow(
            of: step,
            in: file,
            under: procedure,
            calendar: calendar,
            today: today
        )
        if let window, !window.holds(day), isBlank(reason) {
            throw .meeting(.outsideWindow(day, opens: window.opens, due: window.due))
        }
        return window
    }

    /// What waits for the meeting is dated by its day once that is booked.
    private func book(
        _ step: String,
        _ day: Day,
        because reason: String,
        _ entry: EntryID
    ) throws(CaseRefusal) -> [CaseEvent] {
        if day < today { return [] }
        let reason = isBlank(reason) ? "The meeting is arranged for this day" : reason
        return try agree(OccurrenceName(step), day, reason, entry)
    }

    /// The day worked out governs again.
    private func unbook(
        _ meeting: Meeting,
        because reason: String,
        _ entry: EntryID
    ) throws(CaseRefusal) -> [CaseEvent] {
        let name = OccurrenceName(meeting.step)
        guard file.agreements.last(where: { $0.name == name })?.day == meeting.time.day else {
            return []
        }
        return try agree(name, nil, reason, entry)
    }

    private func check(
        _ time: MeetingTime,
        _ place: String,
        _ chair: MeetingChair,
        _ convenedAs: String?,
        _ part: MeetingPart
    ) throws(CaseRefusal) {
        if time.until <= time.from {
            throw .meeting(.endsBeforeItBegins(from: time.from, until: time.until))
        }
        try require(place, .place, most: 300)
        if namesAChild(place) { throw .meeting(.namesAChild) }
        try require(chair.name, .name, most: 200)
        if chair.isOther, isBlank(chair.agreedBy) || isBlank(chair.reason) {
            throw .meeting(.otherChairNeedsAgreement)
        }
        let isKnown = convenedAs.map { part.convened.contains($0) } ?? part.convened.isEmpty
        if !isKnown { throw .meeting(.unknownConvening(valid: part.convened)) }
    }

    /// A first name alone would do harm in a calendar too, but is a word like others: whole names are looked for.
    private func namesAChild(_ text: String) -> Bool {
        let text = comparable(text)
        return file.about.children.flatMap { [$0.name] + $0.aliases }
            .map { comparable($0) }.contains { !$0.isEmpty && text.contains($0) }
    }

    private func check(
        _ people: [MeetingPerson],
        besides others: [MeetingPerson]
    ) throws(CaseRefusal) {
        if people.count + others.count > 100 { throw .tooManyPeople(most: 100) }
        var emails = Set(others.map { $0.email.lowercased() }.filter { !$0.isEmpty })
        for person in people {
            try require(person.name, .name, most: 200)
            try limit(person.role, .jobTitle, most: 300)
            if person.email.isEmpty { continue }
            guard MailAddress(person.email) != nil else {
                throw .meeting(.notAnAddress(person.email))
            }
            if !emails.insert(person.email.lowercased()).inserted {
                throw .meeting(.invitedTwice(person.email))
            }
        }
    }

    private func check(_ agenda: [MeetingItem]) throws(CaseRefusal) {
        for item in agenda { try require(item.item, .title, most: 300) }
    }

    private func change(
        _ given: CaseEvent.MeetingChanged,
        _ booking: EntryID
    ) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try open(given.meeting)
        let (step, part) = try part(meeting.step)
        if meeting.begun != nil, given.time != meeting.time { throw .meeting(.hasBegun) }
        try check(given.time, given.place, given.chair, given.convenedAs, part)
        let isSame =
            given.time == meeting.time && given.place == meeting.place
            && given.chair == meeting.chair && given.convenedAs == meeting.convenedAs
        if isSame { return [] }
        try require(given.reason, .reason)
        var changed = given
        guard given.time.day != meeting.time.day else { return [.meeting(.changed(changed))] }
        let window = try window(of: step.id, given.time.day, given.outside)
        changed.opensShown = window?.opens
        changed.dueShown = window?.due
        return [.meeting(.changed(changed))]
            + (try book(step.id, given.time.day, because: given.reason, booking))
    }

    private func cancel(
        _ given: CaseEvent.MeetingCancelled,
        _ booking: EntryID
    ) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try known(given.meeting)
        if meeting.cancelled != nil { return [] }
        if meeting.ended != nil { throw .meeting(.wasHeld) }
        try require(given.reason, .reason)
        return [.meeting(.cancelled(given))]
            + (try unbook(meeting, because: "The meeting was cancelled", booking))
    }

    private func changePeople(
        _ given: CaseEvent.MeetingPeopleChanged
    ) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try standing(meeting: given.meeting)
        for entry in given.removed {
            guard let person = meeting.person(entry) else { throw .meeting(.unknownPerson) }
            if !meeting.presences[entry, default: []].isEmpty {
                throw .meeting(.wasThere(person.name))
            }
        }
        let staying = meeting.people.filter { !given.removed.contains($0.entry) }
        try check(given.added, besides: staying)
        try limit(given.reason, .reason)
        if given.added.isEmpty && given.removed.isEmpty { return [] }
        return [.meeting(.peopleChanged(given))]
    }

    private func setAgenda(
        _ given: CaseEvent.MeetingAgendaChanged
    ) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try open(given.meeting)
        try check(given.agenda)
        return meeting.agenda == given.agenda ? [] : [.meeting(.agendaChanged(given))]
    }

    private func queue(_ queued: CaseEvent.InvitationQueued) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try known(queued.meeting)
        if meeting.invitations.contains(where: { $0.queued.entry == queued.entry }) { return [] }
        return [.meeting(.invitationQueued(queued))]
    }

    private func answer(
        _ answered: CaseEvent.InvitationAnswered
    ) throws(CaseRefusal) -> [CaseEvent] {
        let meeting = try standing(meeting: answered.meeting)
        guard meeting.person(answered.person) != nil else { throw .meeting(.unknownPerson) }
        try limit(answered.words, .words)
        if meeting.answers[answered.person] == answered { return [] }
        return [.meeting(.invitationAnswered(answered))]
    }

    // What needs a quorate meeting

    /// What is done at a meeting that needs a quorum waits until that meeting has been quorate.
    func checkQuorate(for step: Step) throws(CaseRefusal) {
        guard let reference = step.at else { return }
        let meeting = procedure.steps[reference]
        if file.isQuorate(meeting) == false {
            throw .meeting(.notQuorate(step: step.id, meeting: meeting.id))
        }
    }
}
