import CaseFiles
import Partnerships
import Procedures
import WorkingDays

/// Somebody on the list of a meeting.
struct DemonstrationMember: Sendable {
    let name: String
    let role: String
    let email: String
    let part: MeetingPerson.Part
    let standsFor: [String]

    init(
        _ person: DemonstrationPerson,
        _ role: String,
        _ part: MeetingPerson.Part,
        for partner: String? = nil
    ) {
        name = person.name
        self.role = role
        email = person.email
        self.part = part
        standsFor = partner.map { [$0] } ?? []
    }

    /// A practitioner, who signs in nowhere.
    init(named name: String, _ role: String) {
        self.name = name
        self.role = role
        email = ""
        part = .practitioner
        standsFor = []
    }
}

/// A meeting of a story, with whoever is on its list.
struct ToldMeeting: Sendable {
    let entry: EntryID
    let chair: String
    let people: [MeetingPerson]
    let agenda: [MeetingItem]
}

/// When a meeting was held, and when that was recorded.
struct HeldHours: Sendable {
    let came: String
    let begun: String
    let ended: String
    let recorded: String

    static let morning = HeldHours(
        came: "10:00",
        begun: "10:02",
        ended: "11:50",
        recorded: "12:05"
    )
    /// Over before half past ten, by when the newest deeds of a day are done.
    static let early = HeldHours(came: "08:45", begun: "08:48", ended: "10:05", recorded: "10:10")
}

/// When minutes were written and sent round.
struct MinutedHours: Sendable {
    let written: String
    let sent: String
    let recorded: String
    /// Between which times people were there, as the minutes say it.
    let there: String

    static let nextMorning = MinutedHours(
        written: "10:40",
        sent: "11:10",
        recorded: "11:15",
        there: "10:00am to 11:50am"
    )
    static let sameAfternoon = MinutedHours(
        written: "15:20",
        sent: "16:05",
        recorded: "16:10",
        there: "8:45am to 10:05am"
    )
}

extension CaseStory {
    static let membersOfReview: [DemonstrationMember] = [
        .init(.ruth, "Chair of the LCSPR subgroup", .chair),
        .init(.marian, "Director of Children’s Services", .member, for: "local-authority"),
        .init(.farah, "Designated doctor", .member, for: "icb"),
        .init(.neil, "Superintendent", .member, for: "police"),
        .init(.daniel, "Head of quality assurance", .member),
        .init(.grace, "Safeguarding lead, Fernhill Schools", .agency),
        .init(.priya, "Business support", .minuteTaker),
    ]

    @discardableResult
    mutating func arrange(
        _ step: String,
        _ day: Day,
        at place: String,
        chair: DemonstrationPerson,
        _ members: [DemonstrationMember],
        from: String = "10:00",
        until: String = "12:00",
        agenda: [MeetingItem] = CaseStory.agenda,
        convenedAs: String? = nil
    ) -> ToldMeeting {
        let entry = EntryID.inDemonstration(name())
        let booking = EntryID.inDemonstration(name())
        let people = members.map { member in
            MeetingPerson(
                entry: .inDemonstration(name()),
                name: member.name,
                role: member.role,
                email: member.email,
                part: member.part,
                standsFor: member.standsFor
            )
        }
        let arranged = CaseEvent.MeetingArranged(
            entry: entry,
            step: step,
            time: MeetingTime(day: day, from: Self.minute(from), until: Self.minute(until)),
            place: place,
            chair: MeetingChair(name: chair.name),
            convenedAs: convenedAs,
            people: people,
            agenda: agenda,
            reconvenes: nil,
            outside: ""
        )
        ask(.meeting(.arrange(arranged, booking: booking)))
        for person in people where !person.email.isEmpty {
            let queued = CaseEvent.InvitationQueued(
                entry: .inDemonstration(name()),
                meeting: entry,
                person: person.entry,
                kind: .invitation,
                sequence: 0,
                email: person.email,
                byHand: true
            )
            ask(.meeting(.queueInvitation(queued)))
        }
        return ToldMeeting(entry: entry, chair: chair.name, people: people, agenda: agenda)
    }

    static let agenda = [
        MeetingItem(id: "item-1", item: "The facts as far as they can readily be known"),
        MeetingItem(id: "item-2", item: "Action needed at once for children’s safety"),
        MeetingItem(id: "item-3", item: "What each agency knew and did"),
        MeetingItem(id: "item-4", item: "What could be improved"),
        MeetingItem(id: "item-5", item: "Each criterion in turn", without: ["practitioners"]),
        MeetingItem(id: "item-6", item: "Decision and actions", without: ["practitioners"]),
    ]

    private static func minute(_ text: String) -> Minute {
        guard let minute = Minute(text) else { preconditionFailure("\(text) is no time of a day") }
        return minute
    }

    /// Everybody comes, practitioners leave, and it is quorate.
    mutating func hold(
        _ meeting: ToldMeeting,
        on day: Day,
        leavingAt leaving: String,
        by person: DemonstrationPerson = .joan,
        deciding decision: String? = CaseStory.noLocalReview,
        _ hours: HeldHours = .morning
    ) {
        on(day, hours.recorded, person)
        let begun = CaseEvent.MeetingBegun(
            meeting: meeting.entry,
            day: day,
            minute: Self.minute(hours.begun)
        )
        ask(.meeting(.begin(begun)))
        for person in meeting.people {
            ask(
                .meeting(
                    .arrive(
                        .init(
                            meeting: meeting.entry,
                            person: person.entry,
                            minute: Self.minute(hours.came),
                            words: ""
                        )
                    )
                )
            )
        }
        for person in meeting.people where person.part == .practitioner {
            let left = CaseEvent.MeetingLeft(
                meeting: meeting.entry,
                person: person.entry,
                minute: Self.minute(leaving)
            )
            ask(.meeting(.leave(left)))
        }
        if let decision { note(meeting, .decision, decision) }
        note(meeting, .action, "Send the learning bulletin to all agencies", who: person.name)
        let ended = CaseEvent.MeetingEnded(
            entry: .inDemonstration(name()),
            meeting: meeting.entry,
            minute: Self.minute(hours.ended),
            isQuorate: true,
            statedBy: meeting.chair,
            reason: ""
        )
        let there = meeting.people.map(\.name).joined(separator: "; ")
        ask(.meeting(.end(ended, present: there)))
    }

    static let noLocalReview = "The learning is known and in hand; no local review is needed."

    private mutating func note(
        _ meeting: ToldMeeting,
        _ kind: MeetingPointKind,
        _ words: String,
        who: String = ""
    ) {
        let noted = CaseEvent.MeetingPointNoted(
            entry: .inDemonstration(name()),
            meeting: meeting.entry,
            item: meeting.agenda.last?.id,
            kind: kind,
            words: words,
            who: who,
            by: nil
        )
        ask(.meeting(.note(noted)))
    }

    /// The minutes are written, sent round and approved.
    mutating func minute(
        _ meeting: ToldMeeting,
        on day: Day,
        by person: DemonstrationPerson = .joan,
        _ hours: MinutedHours = .nextMorning
    ) {
        on(day, hours.written, person)
        let version = EntryID.inDemonstration(name())
        let parts =
            [
                CaseEvent.Part(
                    title: "Who was there",
                    lines: meeting.people.map { person in
                        CaseEvent.Part.Line(
                            asks: "\(person.name), \(person.role)",
                            says: person.part == .practitioner
                                ? "10:00am to 10:55am" : hours.there
                        )
                    }
                )
            ]
            + meeting.agenda.map { item in
                CaseEvent.Part(
                    title: item.item,
                    lines: [
                        CaseEvent.Part.Line(
                            asks: "What was said",
                            says: "The returns were gone through and agreed as they stand."
                        )
                    ]
                )
            }
        let put = CaseEvent.MinutesPutForward(
            entry: version,
            meeting: meeting.entry,
            parts: parts,
            digest: digest(of: .none, reading: parts)
        )
        ask(.meeting(.putMinutesForward(put)))
        on(day, hours.recorded, person)
        let sent = CaseEvent.MinutesCirculated(
            entry: .inDemonstration(name()),
            meeting: meeting.entry,
            version: version,
            to: meeting.people.filter { $0.part != .practitioner }.map(\.name),
            day: self.day,
            minute: Self.minute(hours.sent),
            how: "secure e-mail"
        )
        ask(.meeting(.circulateMinutes(sent)))
        let approved = CaseEvent.MinutesApproved(
            entry: .inDemonstration(name()),
            meeting: meeting.entry,
            version: version,
            by: meeting.chair,
            at: nil,
            day: self.day,
            words: "As they stand"
        )
        ask(.meeting(.approveMinutes(approved)))
    }
}
