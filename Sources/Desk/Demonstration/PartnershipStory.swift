import Partnerships
import Procedures
import WorkingDays

/// How a partnership came to be: its agencies, its people, and what was seen to since.
struct PartnershipStory: Sendable {
    let partnership: PartnershipID
    private(set) var deeds: [Deed] = []

    private let days: DemonstrationDays
    private var time: Timestamp
    private var actor = Actor.operator
    private var entries: Int64 = 0

    private init(
        _ partnership: PartnershipID,
        founded: Day,
        _ days: DemonstrationDays
    ) {
        self.partnership = partnership
        self.days = days
        time = days.time(founded, "08:30")
    }

    static func marlshire(_ edition: Edition, _ days: DemonstrationDays) -> Self {
        let founded = days.back(250)
        let marlshire = DemonstrationPartnership.marlshire
        var story = Self(marlshire.id, founded: founded, days)
        story.found(marlshire, under: edition)
        let late: Set<PersonID> = [
            DemonstrationPerson.amal.id, DemonstrationPerson.olive.id, DemonstrationPerson.carla.id,
        ]
        let first = marlshire.people.filter { !late.contains($0.id) }
        for person in first { story.add(person) }
        story.on(founded, "11:40", .joan)
        // Of each person the coordinators are told twice: that she was added, and what she became.
        story.ask(.seeNotices(count: marlshire.agencies.count + 2 * first.count))
        story.trust()
        story.on(days.back(66), "15:20", .joan)
        story.add(.amal)
        story.on(days.back(24), "10:05", .colin)
        story.add(.olive)
        story.ask(
            .closeDay(days.ahead(14), reason: "Offices closed for the partnership’s staff day")
        )
        story.on(days.back(3), "16:10", .joan)
        story.add(.carla)
        story.stand(.carla, in: .neil, from: days.back(2), until: days.ahead(6))
        return story
    }

    /// A partnership of which nothing is told but that it is there.
    static func plain(
        _ partnership: DemonstrationPartnership,
        _ edition: Edition,
        _ days: DemonstrationDays
    ) -> Self {
        let founded = days.back(120)
        var story = Self(partnership.id, founded: founded, days)
        story.found(partnership, under: edition)
        let (agencies, people) = (partnership.agencies, partnership.people)
        for person in people { story.add(person) }
        guard let coordinator = people.first else { return story }
        story.on(founded, "11:40", coordinator)
        story.ask(.seeNotices(count: agencies.count + 2 * people.count))
        for agency in agencies {
            story.ask(.listDomain(agency.domain, reason: "The domain of \(agency.name)"))
        }
        return story
    }

    private mutating func found(_ partnership: DemonstrationPartnership, under edition: Edition) {
        ask(
            .found(
                name: partnership.name,
                procedure: edition.procedure,
                variation: edition.variation
            )
        )
        ask(.putToUse(edition))
        for agency in partnership.agencies { ask(.addAgency(agency.agency)) }
    }

    /// Public bodies by their domains; of the others, whoever has answered or was rung.
    private mutating func trust() {
        let listed: [DemonstrationAgency] = [
            .marlshireCouncil, .marlshireHealth, .marlshirePolice, .portwellHospitals,
            .marlshireProbation, .marlshireCommunity, .marlshireMinds, .coastAmbulance,
            .marlshireCafcass, .portwellHousing,
        ]
        for agency in listed {
            ask(.listDomain(agency.domain, reason: "The domain of \(agency.name)"))
        }
        for agency in [DemonstrationAgency.tidewater, .fernhillSchools] {
            for contact in agency.agency.contacts { confirm(contact.email) }
        }
        for contact in DemonstrationAgency.harbourPractice.agency.contacts {
            ask(
                .allowAddress(
                    contact.email,
                    reason: "Read out by the practice, rung at the number on its letters"
                )
            )
        }
    }

    private mutating func confirm(_ address: String) {
        let asked = actor
        actor = .system
        ask(.confirmAddress(address))
        actor = asked
    }

    private mutating func on(_ day: Day, _ text: String, _ person: DemonstrationPerson) {
        time = max(time, days.time(day, text))
        actor = .person(person.id)
    }

    private mutating func ask(_ command: PartnershipCommand) {
        deeds.append(
            Deed(
                actor: actor,
                partnership: partnership,
                time: time,
                what: .ofPartnership(command)
            )
        )
        time = min(days.made, time.advanced(byMilliseconds: 71_000))
    }

    private mutating func entry() -> EntryID {
        entries += 1
        return .inDemonstration(partnership.number * 1000 + entries)
    }

    private mutating func add(_ person: DemonstrationPerson) {
        ask(
            .addPerson(
                Person(
                    person: person.id,
                    name: person.name,
                    email: person.email,
                    agency: person.agency?.agency.agency
                )
            )
        )
        guard !person.roles.isEmpty else { return }
        let roles = person.roles
        ask(
            .grant(
                Membership(
                    entry: entry(),
                    person: person.id,
                    roles: roles,
                    from: time.localTime.day,
                    until: roles.contains { $0.capacity.accessEnds } ? days.endOfAccess : nil
                )
            )
        )
    }

    private mutating func stand(
        _ person: DemonstrationPerson,
        in other: DemonstrationPerson,
        from: Day,
        until: Day
    ) {
        ask(
            .nameDeputy(
                Deputy(
                    entry: entry(),
                    person: person.id,
                    standsInFor: other.id,
                    from: from,
                    until: until
                )
            )
        )
    }
}

extension DemonstrationDays {
    /// The last day of those who are let in for a time only.
    var endOfAccess: Day { ahead(90) }
}
