import CaseFiles
import Partnerships
import Procedures
import WorkingDays

/// The course of one case, told in the order in which people recorded it.
struct CaseStory: Sendable {
    let reference: CaseReference
    let partnership: PartnershipID
    let edition: Edition
    let days: DemonstrationDays
    private(set) var deeds: [Deed] = []

    private var time = Timestamp.zero
    private(set) var person = DemonstrationPerson.joan
    /// Whether what is recorded by one person is one act, until somebody else does something or the day is another.
    private var isAtOneSitting = false
    private var names: Int64 = 0
    /// What each agency was asked, by its name.
    var requests: [String: Asked] = [:]

    init(
        _ reference: String,
        in partnership: PartnershipID,
        under edition: Edition,
        _ days: DemonstrationDays
    ) {
        guard let reference = CaseReference(reference) else {
            preconditionFailure("\(reference) is no case reference")
        }
        self.reference = reference
        self.partnership = partnership
        self.edition = edition
        self.days = days
    }

    /// The day on which what follows is recorded.
    var day: Day { time.localTime.day }

    /// What follows is recorded by somebody, not before that time.
    mutating func on(_ day: Day, _ text: String, _ person: DemonstrationPerson) {
        time = max(time, days.time(day, text))
        self.person = person
        isAtOneSitting = false
    }

    /// What follows is recorded by somebody in one act, with what she recorded just before.
    mutating func sit(_ day: Day, _ text: String, _ person: DemonstrationPerson) {
        if isAtOneSitting, person.id != self.person.id || day > self.day { pause() }
        on(day, text, person)
        isAtOneSitting = true
    }

    /// What follows is recorded by somebody else, soon after.
    mutating func by(_ person: DemonstrationPerson) {
        self.person = person
    }

    mutating func ask(_ command: CaseCommand) { tell(.ofCase(reference, [command])) }

    mutating func look(_ what: String) { tell(.look(reference, what)) }

    mutating func exclude(_ person: DemonstrationPerson, _ reason: String) {
        let command = PartnershipCommand.exclude(
            .inDemonstration(name()),
            from: reference,
            person: person.id,
            name: person.name,
            email: person.email,
            reason: reason
        )
        tell(.ofPartnership(command))
    }

    mutating func tell(_ what: Deed.What, by actor: Actor? = nil) {
        let deed = Deed(
            actor: actor ?? .person(person.id),
            partnership: partnership,
            time: time,
            what: what
        )
        if isAtOneSitting, let last = deeds.last, let both = last.joined(with: deed) {
            deeds[deeds.count - 1] = both
        } else {
            deeds.append(deed)
        }
        if !isAtOneSitting { pause() }
    }

    private mutating func pause() {
        time = min(days.made, time.advanced(byMilliseconds: 137_000))
    }

    /// A number that nothing else in any case has.
    mutating func name() -> Int64 {
        names += 1
        return reference.number << 12 | names
    }

    /// What is recorded beside something takes the names that follow.
    mutating func leaveNames(_ count: Int) { names += Int64(count) }

    // What people record

    mutating func open(
        began: Day,
        _ children: [CaseAbout.Child],
        place: String,
        others: [String] = [],
        agencies: [DemonstrationAgency],
        as roles: [String] = ["business-manager"]
    ) {
        tell(
            .opening(
                CaseCommand.OpenCase(
                    reference: reference,
                    edition: edition,
                    began: began,
                    about: CaseAbout(
                        children: children,
                        place: place,
                        otherReferences: others,
                        agencies: agencies.map(\.name)
                    ),
                    route: .notificationAndRapidReview,
                    coordinator: CasePerson(
                        person: person.id,
                        roles: roles,
                        from: day,
                        until: nil
                    )
                )
            )
        )
    }

    mutating func put(_ person: DemonstrationPerson, _ roles: String...) { put(person, as: roles) }

    mutating func put(_ person: DemonstrationPerson, as roles: [String]) {
        let ends = person.roles.contains { $0.capacity.accessEnds }
        let onCase = CasePerson(
            person: person.id,
            roles: roles,
            from: day,
            until: ends ? days.endOfAccess : nil
        )
        ask(.putOn(onCase))
    }

    @discardableResult
    mutating func moment(_ moment: Moment, _ day: Day, _ note: String = "") -> EntryID {
        let entry = EntryID.inDemonstration(name())
        ask(.recordMoment(.init(entry: entry, moment: moment, day: day, note: note)))
        return entry
    }

    /// What whoever records it submitted in one of her roles, on the day on which it is recorded.
    mutating func submitted(_ step: String, reference: String, as role: String) {
        let completion = CaseCommand.CompleteStep(
            entry: .inDemonstration(name()),
            name: OccurrenceName(step),
            day: day,
            evidence: .submitted(to: "National Panel", reference: reference)
        )
        ask(
            .submit(
                CaseCommand.Submit(
                    completion: completion,
                    by: person.name,
                    person: person.id,
                    roles: [role],
                    copy: nil
                )
            )
        )
    }

    /// A step done on the day on which it is recorded, perhaps for one agency.
    @discardableResult
    mutating func done(
        _ step: String,
        _ evidence: Evidence,
        of subject: String? = nil
    ) -> EntryID {
        let entry = EntryID.inDemonstration(name())
        ask(
            .completeStep(
                .init(
                    entry: entry,
                    name: OccurrenceName(step, subject: subject),
                    day: day,
                    evidence: evidence
                )
            )
        )
        return entry
    }

    mutating func fact(_ fact: String, _ value: Bool, _ reason: String) {
        ask(.recordFact(fact, value, reason: reason))
    }

    mutating func agree(_ step: String, _ day: Day, _ reason: String) {
        let entry = EntryID.inDemonstration(name())
        ask(.agreeDay(OccurrenceName(step), day: day, reason: reason, entry: entry))
    }

    @discardableResult
    mutating func write(
        _ text: String,
        of day: Day? = nil,
        corrects entry: EntryID? = nil
    ) -> EntryID {
        let written = EntryID.inDemonstration(name())
        ask(.writeLogEntry(text, day: day ?? self.day, corrects: entry, entry: written))
        return written
    }

    @discardableResult
    mutating func file(_ title: String, _ paper: String?, in place: String) -> DocumentID {
        let document = DocumentID.inDemonstration(name())
        ask(
            .fileDocument(
                CaseDocument(
                    document: document,
                    title: title,
                    paper: paper,
                    folder: "case",
                    whereItLies: place,
                    filed: day,
                    audience: nil
                )
            )
        )
        return document
    }
}

extension CaseAbout.Child {
    static func invented(_ name: String, born: Day?) -> Self {
        Self(name: name, aliases: [], born: born, isUnborn: false)
    }

    static let unborn = Self(name: "", aliases: [], born: nil, isUnborn: true)
}
