package import Partnerships
import Procedures
import WorkingDays

extension CaseFile {
    package func meeting(_ entry: EntryID) -> Meeting? { meetings.first { $0.entry == entry } }

    /// The meetings of a step, in the order arranged.
    package func meetings(of step: String) -> [Meeting] { meetings.filter { $0.step == step } }

    /// Whether a meeting step has been held so that it counts: nil where nothing here can tell.
    ///
    /// A step that needs a quorum has not while its meetings were cancelled, not held yet or inquorate.
    func isQuorate(_ step: Step) -> Bool? {
        guard step.outcomes.contains("quorate") else { return nil }
        let outcome = standing(OccurrenceName(step.id)).last?.evidence?.outcome
        if let outcome { return outcome == "quorate" }
        return meetings(of: step.id).contains { $0.cancelled == nil } ? false : nil
    }

    mutating func apply(_ event: MeetingEvent, _ recorded: Timestamp, _ actor: Actor) {
        if case .arranged(let arranged) = event {
            meetings.append(Meeting(arranged, at: recorded, by: actor))
            return
        }
        guard let place = meetings.firstIndex(where: { $0.entry == event.meeting }) else { return }
        meetings[place].apply(event, recorded, actor)
    }

    /// Notes what became of the message of an invitation, or of minutes sent round; false where it is neither.
    mutating func settleMeetingMail(_ settled: CaseEvent.MessageSettled) -> Bool {
        for place in meetings.indices {
            let invited = meetings[place].invitations.firstIndex {
                $0.queued.entry == settled.message
            }
            if let invited {
                meetings[place].invitations[invited].settled = settled
                return true
            }
            let sent = meetings[place].minutesMails.firstIndex {
                $0.queued.entry == settled.message
            }
            if let sent {
                meetings[place].minutesMails[sent].settled = settled
                return true
            }
        }
        return false
    }

    /// What is known of a message of a meeting; nil where it is of none.
    func settlement(ofMeetingMail entry: EntryID) -> CaseEvent.MessageSettled?? {
        for meeting in meetings {
            if let found = meeting.invitations.first(where: { $0.queued.entry == entry }) {
                return .some(found.settled)
            }
            if let found = meeting.minutesMails.first(where: { $0.queued.entry == entry }) {
                return .some(found.settled)
            }
        }
        return nil
    }

    /// Every action that meetings decided, in the order noted.
    package var actions: [(meeting: Meeting, action: Meeting.Point)] {
        meetings.flatMap { meeting in meeting.actions.map { (meeting, $0) } }
    }

    package func action(_ entry: EntryID) -> (meeting: Meeting, action: Meeting.Point)? {
        actions.first { $0.action.noted.entry == entry }
    }
}

extension Meeting {
    fileprivate init(
        _ arranged: CaseEvent.MeetingArranged,
        at time: Timestamp,
        by actor: Actor
    ) {
        entry = arranged.entry
        step = arranged.step
        self.arranged = time
        by = actor
        reconvenes = arranged.reconvenes
        self.time = arranged.time
        place = arranged.place
        chair = arranged.chair
        convenedAs = arranged.convenedAs
        people = arranged.people
        agenda = arranged.agenda
        outside = arranged.outside
    }

    fileprivate mutating func apply(
        _ event: MeetingEvent,
        _ recorded: Timestamp,
        _ actor: Actor
    ) {
        switch event {
        case .arranged: break
        case .changed(let changed): apply(changed)
        case .cancelled(let cancelled):
            self.cancelled = cancelled.reason
            sequence += 1
        case .peopleChanged(let changed):
            people.removeAll { changed.removed.contains($0.entry) }
            people += changed.added
        case .agendaChanged(let changed): agenda = changed.agenda
        case .invitationQueued(let queued):
            invitations.append(Invitation(queued: queued, at: recorded))
        case .invitationAnswered(let answered): answers[answered.person] = answered
        case .begun, .attended, .left, .attendanceCorrected, .ended: applyAttendance(event)
        case .pointNoted(let noted): points.append(Point(noted: noted))
        case .pointStruck(let struck): change(struck.point) { $0.isStruck = true }
        case .minutesPutForward(let put):
            minutes.append(MinutesVersion(put: put, at: recorded, by: actor))
        case .minutesCirculated(let circulated): circulations.append(circulated)
        case .minutesMailQueued(let queued):
            minutesMails.append(MinutesMail(queued: queued, at: recorded))
        case .minutesApproved(let approved): self.approved = approved
        case .minutesAddedTo(let added):
            addenda.append(Addendum(added: added, at: recorded, by: actor))
        case .actionDone(let done): change(done.point) { $0.done = done }
        case .actionMoved(let moved): change(moved.point) { $0.moves.append(moved) }
        case .actionGiven(let given): change(given.point) { $0.given = given }
        case .actionOvertaken(let overtaken):
            change(overtaken.point) { $0.overtaken = overtaken }
        case .actionReopened(let reopened):
            change(reopened.point) { point in
                point.done = nil
                point.overtaken = nil
            }
        }
    }

    private mutating func change(_ point: EntryID, _ change: (inout Point) -> Void) {
        guard let place = points.firstIndex(where: { $0.noted.entry == point }) else { return }
        change(&points[place])
    }

    private mutating func apply(_ changed: CaseEvent.MeetingChanged) {
        // A chair stands in nobody's calendar.
        if changed.time != time || changed.place != place { sequence += 1 }
        time = changed.time
        place = changed.place
        chair = changed.chair
        convenedAs = changed.convenedAs
        outside = changed.outside
    }

    private mutating func applyAttendance(_ event: MeetingEvent) {
        switch event {
        case .begun(let begun): self.begun = LocalTime(day: begun.day, minute: begun.minute)
        case .attended(let attended):
            presences[attended.person, default: []].append(Presence(from: attended.minute))
            if !isBlank(attended.words) { cameAs[attended.person] = attended.words }
        case .left(let left): close(left.person, left.minute)
        case .attendanceCorrected(let corrected):
            presences[corrected.person] = corrected.presences
        case .ended(let ended):
            for person in presences.keys { close(person, ended.minute) }
            self.ended = ended
        default: break
        }
    }

    private mutating func close(_ person: EntryID, _ minute: Minute) {
        guard var own = presences[person], let last = own.indices.last, own[last].until == nil
        else { return }
        own[last].until = minute
        presences[person] = own
    }
}
