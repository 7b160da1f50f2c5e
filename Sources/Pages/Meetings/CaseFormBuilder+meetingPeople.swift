import CaseFiles
import Partnerships
import Procedures

extension CaseFormBuilder {
    mutating func askPeople(
        _ step: Step,
        _ part: MeetingPart,
        was before: Meeting?,
        _ names: inout NameSequence
    ) -> [MeetingPerson] {
        let suggested = suggestedPeople(
            for: part,
            of: step.id,
            in: file,
            under: procedure,
            of: partnership,
            today: today
        )
        let members = part.members.map { wording.who($0.who) }
        let guests = part.mayInvite.map { wording.who($0) }
        let hint =
            (members.isEmpty ? "" : "Members by the procedure: \(DayWording.list(members)). ")
            + (guests.isEmpty ? "" : "May be invited: \(DayWording.list(guests)).")
        var chosen: [String] = []
        if !suggested.isEmpty {
            chosen = filler.boxes(
                "people",
                "Who is to be there",
                hint: hint,
                suggested.map { person in
                    let role = person.role.isEmpty ? "" : ", \(person.role)"
                    return (id: person.id, label: "\(person.name)\(role)")
                },
                was: suggested.filter(\.isMember).map(\.id)
            )
        }
        var people = suggested.filter { chosen.contains($0.id) }.map { person in
            MeetingPerson(
                entry: names.take(),
                name: person.name,
                role: person.role,
                email: person.email,
                part: person.part,
                standsFor: person.standsFor
            )
        }
        people += askOthers(&names)
        return people
    }

    /// Whoever is not suggested, one to a line.
    private mutating func askOthers(_ names: inout NameSequence) -> [MeetingPerson] {
        let partners = procedure.partners.map(\.name).joined(separator: ", ")
        let text = filler.area(
            "others",
            "Others, one to a line",
            hint:
                "Name; role and agency; e-mail address; as what. The last is one of: practitioner, agency, adviser, minutes, observer, or a partner (\(partners)). Like: Pat Lee; teacher, Marl Primary; pat@marl.example; practitioner",
            isNeeded: false,
            most: 8000
        )
        var people: [MeetingPerson] = []
        for (number, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            if line.allSatisfy(\.isWhitespace) { continue }
            let parts = line.split(separator: ";", omittingEmptySubsequences: false)
                .map { String($0).trimmed }
            guard let person = person(parts, names.take()) else {
                if filler.isSent {
                    filler.mark(
                        "others",
                        "Line \(number + 1): write name; role and agency; e-mail address; as what"
                    )
                }
                continue
            }
            people.append(person)
        }
        return people
    }

    private func person(_ parts: [String], _ entry: EntryID) -> MeetingPerson? {
        guard let name = parts.first, !name.isEmpty, parts.count <= 4 else { return nil }
        let role = parts.count > 1 ? parts[1] : ""
        let email = parts.count > 2 ? parts[2] : ""
        let word = parts.count > 3 ? comparable(parts[3]) : ""
        let partner = procedure.partners.first { partner in
            [partner.name, partner.partner.rawValue].map { comparable($0) }.contains(word)
        }
        let part: MeetingPerson.Part? =
            partner == nil
            ? Self.words.first { $0.word == word || $0.part.rawValue == word }?.part : .member
        guard let part else { return nil }
        return MeetingPerson(
            entry: entry,
            name: name,
            role: role,
            email: email,
            part: part,
            standsFor: partner.map { [$0.partner.rawValue] } ?? []
        )
    }

    private static let words: [(word: String, part: MeetingPerson.Part)] = [
        ("", .agency), ("minutes", .minuteTaker), ("member", .member), ("chair", .chair),
        ("practitioner", .practitioner), ("agency", .agency), ("adviser", .adviser),
        ("observer", .observer),
    ]

    /// One person more, or some fewer.
    mutating func askMeetingPeople(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.cancelled == nil else { return nil }
        var names = NameSequence(from: fresh.entry)
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
            title: "Who is to be there: \(wording.title(meeting))",
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
                ? queue(.invitation, added, of: meeting.entry, sequence: meeting.sequence, &names)
                : [])
                + queue(
                    .cancellation,
                    told,
                    of: meeting.entry,
                    sequence: meeting.sequence + 1,
                    &names
                )
        )
    }
}
