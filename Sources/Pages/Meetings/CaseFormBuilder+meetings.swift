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

    private func name(_ meeting: Meeting) -> String {
        "\(wording.meetingName(meeting.step)), \(DayWording.words(meeting.day))"
    }

    private func part(_ meeting: Meeting) -> MeetingPart? {
        procedure.lookup.stepNamed[meeting.step].flatMap { procedure.steps[$0].meeting }
    }

    /// Everybody with an address who was invited, or would have been.
    private func queue(
        _ kind: InvitationKind,
        _ people: [MeetingPerson],
        of meeting: Meeting,
        sequence: Int,
        _ names: inout NameSequence
    ) -> [CaseCommand] {
        people.filter { !$0.email.isEmpty }.map { person in
            .meeting(
                .queueInvitation(
                    CaseEvent.InvitationQueued(
                        entry: names.take(),
                        meeting: meeting.entry,
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

    private func invited(_ meeting: Meeting) -> [MeetingPerson] {
        meeting.people.filter { person in
            meeting.invitations.contains { $0.queued.person == person.entry }
        }
    }

    // Changing

    private mutating func askMeetingChange(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.isOpen, let part = part(meeting) else { return nil }
        var names = NameSequence(next: fresh.entry)
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
                    of: meeting,
                    sequence: meeting.sequence + 1,
                    &names
                ) : []
        )
    }

    private mutating func askMeetingCancellation(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.isOpen else { return nil }
        var names = NameSequence(next: fresh.entry)
        let booking = names.take()
        let reason = filler.reason()
        let people = invited(meeting)
        return Asked(
            title: "Cancel: \(name(meeting))",
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
                of: meeting,
                sequence: meeting.sequence + 1,
                &names
            )
        )
    }

    /// One person more, or some fewer.
    private mutating func askMeetingPeople(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.cancelled == nil else { return nil }
        var names = NameSequence(next: fresh.entry)
        filler.heading("Somebody else")
        let name = filler.line("name", "Name", isNeeded: false, most: 200)
        let role = filler.line("role", "Role and agency", isNeeded: false)
        let email = filler.line("email", "E-mail address", isNeeded: false, offer: .email)
        let word = filler.radio(
            "part",
            "As what",
            MeetingPerson.Part.allCases.map {
                (id: $0.rawValue, label: DayWording.capitalised($0.words), hint: $0.hint)
            },
            was: MeetingPerson.Part.agency.rawValue
        )
        let stands = filler.list(
            "stands-for",
            "Stands for",
            hint: "By it a quorum is counted.",
            [
                (
                    label: "Partners",
                    options: procedure.partners.map { (id: $0.partner.rawValue, label: $0.name) }
                ),
                (
                    label: "Roles and groups",
                    options: procedure.parts.map { (id: $0.id, label: $0.name) }
                ),
            ],
            isNeeded: false
        )
        let invites =
            meeting.isOpen
            && filler.yesNo("invite", "Send a calendar invitation", was: true)
        let removable = meeting.people.filter { meeting.presences[$0.entry, default: []].isEmpty }
        var gone: [String] = []
        if !removable.isEmpty {
            filler.heading("No longer to be there")
            gone = filler.boxes(
                "removed",
                "Take off the list",
                hint: "Whoever was invited is sent a cancellation.",
                removable.map { (id: "\($0.entry)", label: "\($0.name), \($0.role)") }
            )
        }
        let reason = filler.area("reason", "Reason", isNeeded: false)
        let added =
            name.isEmpty
            ? []
            : [
                MeetingPerson(
                    entry: names.take(),
                    name: name,
                    role: role,
                    email: email,
                    part: MeetingPerson.Part(rawValue: word) ?? .agency,
                    standsFor: stands.isEmpty ? [] : [stands]
                )
            ]
        let removed = removable.filter { gone.contains("\($0.entry)") }
        if filler.isSent, added.isEmpty, removed.isEmpty {
            filler.mark("name", "Enter a name, or tick somebody to take off the list")
        }
        let told = removed.filter { person in invited(meeting).contains(person) && meeting.isOpen }
        return Asked(
            title: "Who is to be there: \(self.name(meeting))",
            button: "Change the list",
            command: .meeting(
                .changePeople(
                    CaseEvent.MeetingPeopleChanged(
                        meeting: meeting.entry,
                        added: added,
                        removed: removed.map(\.entry),
                        reason: reason
                    )
                )
            ),
            more: (invites
                ? queue(.invitation, added, of: meeting, sequence: meeting.sequence, &names)
                : [])
                + queue(
                    .cancellation,
                    told,
                    of: meeting,
                    sequence: meeting.sequence + 1,
                    &names
                )
        )
    }

    /// The agenda as lines, which may be moved, left out and added to.
    private mutating func askMeetingAgenda(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.isOpen else { return nil }
        let text = filler.area(
            "items",
            "Agenda, one item to a line",
            hint: "Items that stay word for word keep their clauses, and who leaves before them.",
            was: meeting.agenda.map(\.item).joined(separator: "\n"),
            most: 10_000
        )
        var number =
            meeting.agenda.compactMap { $0.id.split(separator: "-").last }
            .compactMap { Int($0) }.max() ?? 0
        let items = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
            .filter { !$0.isEmpty }
            .map { line -> MeetingItem in
                if let known = meeting.agenda.first(where: { $0.item == line }) { return known }
                number += 1
                return MeetingItem(id: "own-\(number)", item: line)
            }
        if filler.isSent, Set(items.map(\.item)).count < items.count {
            filler.mark("items", "The same line stands there twice")
        }
        let lost = meeting.agenda.filter { item in !items.contains { $0.id == item.id } }
        return Asked(
            title: "Agenda: \(name(meeting))",
            lead: lost.isEmpty || !filler.isSent
                ? [] : ["Left out: \(DayWording.list(lost.map(\.item)))."],
            button: "Set the agenda",
            command: .meeting(
                .setAgenda(
                    CaseEvent.MeetingAgendaChanged(meeting: meeting.entry, agenda: items)
                )
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
            title: "Apologies and answers: \(name(meeting))",
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
