import Partnerships
import Procedures
import WorkingDays

struct PartnershipFormBuilder {
    let reader: PartnershipReader
    let entry: EntryID
    let agency: AgencyID
    var filler: FormFiller

    struct Asked {
        let title: String
        var lead: [String] = []
        var button = "Record it"
        let act: PartnershipAct?
    }

    var partnership: Partnership { reader.partnership }
    private var today: Day { reader.today }

    mutating func ask(_ form: PartnershipForm) -> Asked? {
        switch form {
        case .newcomer: askNewcomer()
        case .description(let person): askDescription(person)
        case .membership(let person): askMembership(person)
        case .membershipEnding(let entry): askMembershipEnding(entry)
        case .deputy(let person): askDeputy(person)
        case .deputyEnding(let entry): askDeputyEnding(entry)
        case .newAgency: askAgency(nil)
        case .agency(let agency): partnership.agencies[agency].flatMap { askAgency($0) }
        case .agencyClosing(let agency): askAgencyClosing(agency)
        case .allowance(let agency, let part): askAllowance(agency, part)
        case .addressCheck(let agency, let part): askAddressCheck(agency, part)
        case .trustWithdrawal(let agency, let part): askTrustWithdrawal(agency, part)
        case .domain: askDomain()
        case .domainEnding(let domain): askDomainEnding(domain)
        case .closure: askClosure()
        case .closureEnding(let day): askClosureEnding(day)
        case .emergency: askEmergency()
        case .exclusion(let reference): askExclusion(reference)
        case .exclusionEnding(let entry): askExclusionEnding(entry)
        }
    }

    // People

    private mutating func askNewcomer() -> Asked {
        let name = filler.line("name", "Name", most: 200)
        let email = askEmail()
        let agency = askAgencyOf(nil)
        let (roles, from, until) = askRoles()
        return Asked(
            title: "Add a person",
            lead: [
                "Being added puts nobody on a case. The business manager is shown every new person."
            ],
            button: "Add the person",
            act: .addition(
                Newcomer(
                    name: name,
                    email: email,
                    agency: agency,
                    roles: roles,
                    from: from,
                    until: until
                )
            )
        )
    }

    private mutating func askEmail(was: String = "") -> String {
        let email = filler.line("email", "E-mail address", was: was, most: 254, offer: .email)
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        if filler.isSent, !email.isEmpty,
            parts.count != 2 || parts.contains(where: \.isEmpty) || email.contains(" ")
        {
            filler.mark("email", "The e-mail address must be written like name@example.org")
        }
        return email
    }

    private mutating func askAgencyOf(_ was: AgencyID?) -> AgencyID? {
        let agencies = partnership.agencies.values.filter { !$0.isClosed }
            .sorted { $0.name < $1.name }
        guard !agencies.isEmpty else { return nil }
        let chosen = filler.list(
            "agency",
            "Agency",
            [(label: "", options: agencies.map { (id: "\($0.agency)", label: $0.name) })],
            was: was.map { "\($0)" } ?? "",
            isNeeded: false
        )
        return AgencyID(chosen)
    }

    /// The procedure's own roles, and the plain capacities for what no role says.
    private mutating func askRoles() -> (roles: [HeldRole], from: Day, until: Day?) {
        let own = reader.procedure.roles.map { role in
            (
                id: "role \(role.id)",
                label: "\(DayWording.capitalised(role.name)) (\(role.capacity.words))"
            )
        }
        let plain = Capacity.allCases.map {
            (id: "capacity \($0.rawValue)", label: DayWording.capitalised($0.words))
        }
        let chosen = filler.list(
            "role",
            "Role",
            hint: "What somebody may do follows from the words in brackets.",
            [
                (label: "Of this procedure", options: own),
                (label: "Without a role there", options: plain),
            ]
        )
        let from = filler.day("from", "From", was: today)
        let until = filler.optionalDay(
            "until",
            "The last day",
            hint: "Needed for authors, advisers and scrutineers. Otherwise it may be empty."
        )
        return (held(chosen).map { [$0] } ?? [], from, until)
    }

    private func held(_ chosen: String) -> HeldRole? {
        let parts = chosen.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        if parts[0] == "capacity" {
            return Capacity(rawValue: parts[1]).map { HeldRole(role: nil, capacity: $0) }
        }
        return reader.procedure.roles.first { $0.id == parts[1] }
            .map { HeldRole(role: $0.id, capacity: $0.capacity) }
    }

    private mutating func askDescription(_ id: PersonID) -> Asked? {
        guard let person = partnership.people[id] else { return nil }
        let name = filler.line("name", "Name", was: person.name, most: 200)
        let email = askEmail(was: person.email)
        let agency = askAgencyOf(person.agency)
        return Asked(
            title: "Change name or address",
            lead: ["The address to sign in with stays the one that it was."],
            act: .command(
                .describePerson(Person(person: id, name: name, email: email, agency: agency))
            )
        )
    }

    private mutating func askMembership(_ id: PersonID) -> Asked? {
        guard partnership.people[id] != nil else { return nil }
        let (roles, from, until) = askRoles()
        return Asked(
            title: "Give a role",
            lead: [reader.name(id)],
            button: "Give the role",
            act: .command(
                .grant(
                    Membership(entry: entry, person: id, roles: roles, from: from, until: until)
                )
            )
        )
    }

    private mutating func askMembershipEnding(_ id: EntryID) -> Asked? {
        guard let membership = partnership.memberships.first(where: { $0.entry == id }) else {
            return nil
        }
        let until = filler.day("until", "The last day", was: today)
        let reason = filler.reason()
        let roles = DayWording.list(membership.roles.map { reader.words($0) })
        return Asked(
            title: "End a role",
            lead: ["\(reader.name(membership.person)): \(roles)"],
            button: "End it",
            act: .command(.endMembership(id, until: until, reason: reason))
        )
    }

    private mutating func askDeputy(_ id: PersonID) -> Asked? {
        guard partnership.people[id] != nil else { return nil }
        let others = partnership.people.values.filter { $0.person != id }
            .sorted { $0.name < $1.name }
        let chosen = filler.list(
            "person",
            "Who stands in",
            [(label: "", options: others.map { (id: "\($0.person)", label: $0.name) })]
        )
        let from = filler.day("from", "From", was: today)
        let until = filler.day("until", "The last day")
        return Asked(
            title: "Name a deputy",
            lead: [
                "Whoever stands in for \(reader.name(id)) sees their cases and may do what they may, between these days."
            ],
            button: "Name the deputy",
            act: PersonID(chosen).map {
                .command(
                    .nameDeputy(
                        Deputy(entry: entry, person: $0, standsInFor: id, from: from, until: until)
                    )
                )
            }
        )
    }

    private mutating func askDeputyEnding(_ id: EntryID) -> Asked? {
        guard let deputy = partnership.deputies.first(where: { $0.entry == id }) else {
            return nil
        }
        let until = filler.day("until", "The last day", was: today)
        let reason = filler.reason()
        return Asked(
            title: "End standing in",
            lead: ["\(reader.name(deputy.person)) for \(reader.name(deputy.standsInFor))"],
            button: "End it",
            act: .command(.endDeputy(id, until: until, reason: reason))
        )
    }

    // Days

    private mutating func askClosure() -> Asked {
        let day = filler.day("day", "The day on which the partnership is closed")
        let reason = filler.line("reason", "Reason", hint: "Christmas closure, say.")
        return Asked(
            title: "Add a closure day",
            lead: [
                "It is then not counted as a working day in any case of this partnership, and dates after it move on."
            ],
            button: "See what would change",
            act: .command(.closeDay(day, reason: reason))
        )
    }

    private mutating func askClosureEnding(_ day: Day) -> Asked? {
        guard partnership.closures[day] != nil else { return nil }
        let reason = filler.reason()
        return Asked(
            title: "Count a closure day again",
            lead: [DayWording.words(day)],
            button: "See what would change",
            act: .command(.openDay(day, reason: reason))
        )
    }

    // Walls

    private mutating func askEmergency() -> Asked {
        let typed = filler.line(
            "reference",
            "Reference of the case",
            hint: "Like 4QX-7MD.",
            most: 20,
            width: .short
        )
        let reference = CaseReference(typed)
        if filler.isSent, !typed.isEmpty, reference == nil {
            filler.mark("reference", "The reference has six letters and digits, like 4QX-7MD")
        }
        let people = partnership.people.values.sorted { $0.name < $1.name }
        let chosen = filler.list(
            "person",
            "Who needs to see it",
            [(label: "", options: people.map { (id: "\($0.person)", label: $0.name) })]
        )
        let reason = filler.reason("Why it cannot wait for somebody on the case.")
        var act: PartnershipAct?
        if let reference, let person = PersonID(chosen) {
            act = .command(.askToBreakGlass(entry, of: reference, for: person, reason: reason))
        }
        return Asked(
            title: "Ask for a case to be opened in an emergency",
            lead: [
                "A second person approves it; one of you two must be a safeguarding partner. The case is then open to be read for 24 hours, and everyone on it is told.",
                "You are not told here whether there is such a case.",
            ],
            button: "Ask for it",
            act: act
        )
    }

    private mutating func askExclusion(_ reference: CaseReference) -> Asked {
        let people = partnership.people.values.sorted { $0.name < $1.name }
        let chosen = filler.list(
            "person",
            "Somebody of this partnership",
            hint: "Or leave this, and give name and address below.",
            [(label: "", options: people.map { (id: "\($0.person)", label: $0.name) })],
            isNeeded: false
        )
        let known = PersonID(chosen).flatMap { partnership.people[$0] }
        let name = filler.line(
            "name",
            "Name",
            hint: "Also of somebody who has no account: one made later is excluded too.",
            isNeeded: known == nil,
            most: 200
        )
        let email = filler.line(
            "email",
            "E-mail address",
            isNeeded: false,
            most: 254,
            offer: .email
        )
        let reason = filler.reason("What the conflict of interest is.")
        return Asked(
            title: "Exclude somebody from the case",
            lead: [
                "Whatever else the person is, and by whatever account, they see nothing of this case from now on."
            ],
            button: "Exclude them",
            act: .command(
                .exclude(
                    entry,
                    from: reference,
                    person: known?.person,
                    name: name.isEmpty ? known?.name ?? "" : name,
                    email: email.isEmpty ? known?.email ?? "" : email,
                    reason: reason
                )
            )
        )
    }

    private mutating func askExclusionEnding(_ id: EntryID) -> Asked? {
        guard let exclusion = partnership.exclusions.first(where: { $0.entry == id }),
            !exclusion.isEnded
        else { return nil }
        let reason = filler.reason()
        return Asked(
            title: "End an exclusion",
            lead: [exclusion.name],
            button: "End the exclusion",
            act: .command(.endExclusion(id, reason: reason))
        )
    }
}
