import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseFormBuilder {
    mutating func askOfMeetings(_ form: CaseForm) -> Asked? {
        if form == .meetings { return askArranging() }
        guard let meeting = about.flatMap({ EntryID($0) }).flatMap({ file.meeting($0) }) else {
            return nil
        }
        return switch form {
        case .meetingChanges: askMeetingChange(meeting)
        case .meetingCancellations: askMeetingCancellation(meeting)
        case .meetingPeople: askMeetingPeople(meeting)
        case .meetingAgendas: askMeetingAgenda(meeting)
        case .apologies: askApologies(meeting)
        case .beginnings: askBeginning(meeting)
        case .attendances: askAttendance(meeting)
        case .struckPoints: askStruckPoint(meeting)
        case .endings: askEnding(meeting)
        case .circulations: askCirculation(meeting)
        case .approvals: askApproval(meeting)
        case .addenda: askAddendum(meeting)
        default: nil
        }
    }

    private func part(_ meeting: Meeting) -> MeetingPart? {
        procedure.lookup.stepNamed[meeting.step].flatMap { procedure.steps[$0].meeting }
    }

    /// Everybody with an address who was invited, or would have been.
    func queue(
        _ kind: InvitationKind,
        _ people: [MeetingPerson],
        of meeting: EntryID,
        sequence: Int,
        _ names: inout NameSequence
    ) -> [CaseCommand] {
        people.filter { !$0.email.isEmpty }.map { person in
            .meeting(
                .queueInvitation(
                    CaseEvent.InvitationQueued(
                        entry: names.take(),
                        meeting: meeting,
                        person: person.entry,
                        kind: kind,
                        sequence: sequence,
                        email: person.email,
                        byHand: false
                    )
                )
            )
        }
    }

    func invited(_ meeting: Meeting) -> [MeetingPerson] {
        meeting.people.filter { person in
            meeting.invitations.contains { $0.queued.person == person.entry }
        }
    }

    // Changing

    private mutating func askMeetingChange(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.isOpen, let part = part(meeting) else { return nil }
        var names = NameSequence(from: fresh.entry)
        let booking = names.take()
        let window = window(of: meeting.step)
        let time = askTime(was: meeting.time)
        let place = askPlace(was: meeting.place, part)
        let convened = askConvened(part, was: meeting.convenedAs)
        let chair = askChair(part, was: meeting.chair)
        let outside = askOutside(window)
        let reason = filler.reason("Why it is changed, and who asked for it.")
        let isInCalendars = time != meeting.time || place != meeting.place
        return Asked(
            title: "Move or change: \(wording.meetingName(meeting.step))",
            lead: window.map { ["The window: \(Wording.window($0).lowercasedStart)."] } ?? [],
            button: "Go on",
            command: .meeting(
                .change(
                    CaseEvent.MeetingChanged(
                        meeting: meeting.entry,
                        time: time,
                        place: place,
                        chair: chair,
                        convenedAs: convened,
                        reason: reason,
                        outside: outside
                    ),
                    booking: booking
                )
            ),
            more: isInCalendars
                ? queue(
                    .change,
                    invited(meeting),
                    of: meeting.entry,
                    sequence: meeting.sequence + 1,
                    &names
                ) : []
        )
    }

    private mutating func askMeetingCancellation(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.isOpen else { return nil }
        var names = NameSequence(from: fresh.entry)
        let booking = names.take()
        let reason = filler.reason()
        let people = invited(meeting)
        return Asked(
            title: "Cancel: \(wording.title(meeting))",
            lead: [
                people.isEmpty
                    ? "Nobody was sent an invitation."
                    : "\(DayWording.count(people.count, "person was", "people were")) sent an invitation, and \(people.count == 1 ? "is" : "are") sent its cancellation."
            ],
            button: "Cancel the meeting",
            command: .meeting(
                .cancel(
                    CaseEvent.MeetingCancelled(meeting: meeting.entry, reason: reason),
                    booking: booking
                )
            ),
            more: queue(
                .cancellation,
                people,
                of: meeting.entry,
                sequence: meeting.sequence + 1,
                &names
            )
        )
    }

    private mutating func askApologies(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.cancelled == nil, !meeting.people.isEmpty else {
            return nil
        }
        let who = filler.list(
            "person",
            "Who",
            [
                (
                    label: "",
                    options: meeting.people.map {
                        (id: "\($0.entry)", label: "\($0.name), \($0.role)")
                    }
                )
            ]
        )
        let answer = filler.radio(
            "answer",
            "What was said",
            [
                (id: "apologies", label: "Sends apologies", hint: ""),
                (id: "comes", label: "Comes", hint: ""),
            ],
            was: "apologies"
        )
        let words = filler.area(
            "words",
            "Why, and who comes instead",
            isNeeded: false
        )
        guard let person = EntryID(who) ?? meeting.people.first?.entry else { return nil }
        return Asked(
            title: "Apologies and answers: \(wording.title(meeting))",
            command: .meeting(
                .answer(
                    CaseEvent.InvitationAnswered(
                        meeting: meeting.entry,
                        person: person,
                        isComing: answer == "comes",
                        words: words
                    )
                )
            )
        )
    }
}
