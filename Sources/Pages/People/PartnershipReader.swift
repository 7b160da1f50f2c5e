package import Partnerships
package import Procedures
import WorkingDays

/// A partnership as one of its people reads it.
package struct PartnershipReader: Sendable {
    package let partnership: Partnership
    package let procedure: Procedure
    package let person: PersonID
    package let time: Timestamp
    /// Whether mail leaves here.
    package let sendsMail: Bool

    package init(
        _ partnership: Partnership,
        under procedure: Procedure,
        for person: PersonID,
        at time: Timestamp,
        sendsMail: Bool = false
    ) {
        self.partnership = partnership
        self.procedure = procedure
        self.person = person
        self.time = time
        self.sendsMail = sendsMail
    }

    var today: Day { time.localTime.day }
    var wording: Wording { Wording(procedure) }

    /// None for whoever is shut out after a reset.
    var capacities: Set<Capacity> {
        partnership.isShut(person) ? [] : partnership.capacities(of: person, on: today)
    }

    /// Whether the reader sees to people, agencies and closure days.
    package var administers: Bool {
        !capacities.isDisjoint(with: [.administrator, .coordinator])
    }

    /// Whether the reader says who stands in for whom.
    package var namesDeputies: Bool { !capacities.isDisjoint(with: [.coordinator, .chair]) }

    package var coordinates: Bool { capacities.contains(.coordinator) }

    /// Whether the reader sees what became of messages.
    var seesMessages: Bool { !capacities.isDisjoint(with: [.coordinator, .support]) }

    /// The roles by which the reader runs a case that she opens.
    package var coordinatingRoles: [String] {
        let held = partnership.standing(of: person, on: today).filter { $0.standingInFor == nil }
            .map(\.held)
        let own = held.filter { $0.capacity == .coordinator }.compactMap(\.role)
        let usual = procedure.roles.filter { $0.capacity == .coordinator }.map(\.id).prefix(1)
        return own.isEmpty ? Array(usual) : own
    }

    func name(_ person: PersonID) -> String {
        partnership.name(of: person)
    }

    func name(_ actor: Actor) -> String {
        switch actor {
        case .person(let person): name(person)
        case .operator: "the operator of the machine"
        case .invited: "somebody at an agency"
        case .system: "another partnership"
        }
    }

    func words(_ held: HeldRole) -> String {
        held.role.map { wording.name(of: $0) } ?? held.capacity.words
    }

    /// `business manager; standing in for Ruth Penhallow: chair`.
    package func roles(of person: PersonID) -> String {
        let standing = partnership.standing(of: person, on: today)
        let own = standing.filter { $0.standingInFor == nil }.map { words($0.held) }
        let deputed = standing.compactMap { held in
            held.standingInFor.map { "\(words(held.held)) for \(name($0))" }
        }
        return DayWording.list(own + deputed)
    }

    func when(_ time: Timestamp) -> String {
        DayWording.when(time)
    }

    // Pages

    package func peoplePage() -> PeoplePage {
        var acts: [WordedLink] = []
        if administers {
            acts = [
                WordedLink(words: "Add a person", address: "\(Link.people)/new"),
                WordedLink(words: "Add an agency", address: "\(Link.agencies)/new"),
                WordedLink(words: "Add a closure day", address: "\(Link.closures)/new"),
            ]
        }
        if coordinates {
            acts.append(WordedLink(words: "List a domain", address: "\(Link.domains)/new"))
            let unseen = partnership.noticesToLookAt(by: person).count
            let words = unseen > 0 ? "Notices (\(unseen) new)" : "Notices"
            acts.append(WordedLink(words: words, address: Link.notices))
            acts.append(WordedLink(words: "Letters", address: Link.letters))
        }
        if seesMessages { acts.append(WordedLink(words: "Messages", address: Link.messages)) }
        acts.append(WordedLink(words: "Open a case in an emergency", address: Link.emergencies))
        return PeoplePage(
            partnership: partnership.name,
            people: partnership.people.values.sorted { $0.name < $1.name }.map { person in
                let roles = roles(of: person.person)
                return PeoplePage.PersonLine(
                    name: person.name,
                    address: Link.person(person.person),
                    roles: roles.isEmpty ? "No role today" : DayWording.capitalised(roles),
                    note: partnership.isShut(person.person)
                        ? "Reset, to be confirmed: their cases are shut" : ""
                )
            },
            agencies: partnership.agencies.values.sorted { $0.name < $1.name }.map { line($0) },
            domains: partnership.domains.map { line($0) },
            closures: partnership.closures.sorted { $0.key < $1.key }.map { day, reason in
                PeoplePage.ClosureLine(
                    day: DayWording.text(day),
                    reason: reason,
                    link: administers
                        ? WordedLink(
                            words: "Count this day again",
                            address: "\(Link.closures)/\(day)"
                        ) : nil
                )
            },
            acts: acts
        )
    }

    /// Nil where the partnership has no such person; the token is made for the address of each press.
    package func personPage(
        _ id: PersonID,
        token: (String) -> String
    ) -> PersonPage? {
        guard let described = partnership.people[id] else { return nil }
        var facts = [
            (term: "E-mail", text: described.email),
            (term: "Today", text: DayWording.capitalised(roles(of: id))),
        ]
        if let agency = described.agency.flatMap({ partnership.agencies[$0] }) {
            facts.append((term: "Agency", text: agency.name))
        }
        return PersonPage(
            name: described.name,
            facts: facts.filter { !$0.text.isEmpty },
            memberships: partnership.memberships.filter { $0.person == id }.map { row($0) },
            deputies: partnership.deputies.filter { $0.standsInFor == id || $0.person == id }
                .map { row($0, id) },
            banner: partnership.isShut(id) ? resetBanner(id) : nil,
            acts: administers || namesDeputies ? acts(on: id) : [],
            presses: presses(on: id, token)
        )
    }

    private func resetBanner(_ id: PersonID) -> Banner {
        let resets = partnership.resets.filter { $0.person == id }
        return Banner(
            kind: .late,
            heading: "Sign-in reset, not yet confirmed",
            lines: resets.map { "By \(name($0.by)) on \(when($0.at))." } + [
                "Until a business manager or the chair, who is neither of the two, has asked the person and confirms it, their cases are shut to them."
            ]
        )
    }

    private func row(_ membership: Membership) -> PersonPage.Row {
        let ended = membership.until.map { $0 < today } ?? false
        return PersonPage.Row(
            says: DayWording.capitalised(DayWording.list(membership.roles.map { words($0) })),
            dates: dates(membership.from, membership.until),
            link: administers && !ended
                ? WordedLink(
                    words: "End",
                    address: Link.person(membership.person, "memberships/\(membership.entry)")
                ) : nil
        )
    }

    private func row(_ deputy: Deputy, _ id: PersonID) -> PersonPage.Row {
        PersonPage.Row(
            says: deputy.person == id
                ? "Stands in for \(name(deputy.standsInFor))"
                : "\(name(deputy.person)) stands in",
            dates: dates(deputy.from, deputy.until),
            link: namesDeputies && deputy.until >= today
                ? WordedLink(
                    words: "End",
                    address: Link.person(deputy.standsInFor, "deputies/\(deputy.entry)")
                ) : nil
        )
    }

    private func dates(_ from: Day, _ until: Day?) -> String {
        "From \(DayWording.words(from))" + (until.map { " until \(DayWording.words($0))" } ?? "")
    }

    private func acts(on id: PersonID) -> [WordedLink] {
        var acts: [WordedLink] = []
        if administers {
            acts = [
                WordedLink(
                    words: "Change name or address",
                    address: Link.person(id, "description")
                ),
                WordedLink(words: "Give a role", address: Link.person(id, "memberships")),
            ]
        }
        if namesDeputies {
            acts.append(WordedLink(words: "Name a deputy", address: Link.person(id, "deputies")))
        }
        if capacities.contains(.administrator), id != person {
            acts.append(
                WordedLink(words: "Reset how they sign in", address: Link.person(id, "resets"))
            )
        }
        return acts
    }

    private func presses(on id: PersonID, _ token: (String) -> String) -> [PersonPage.Press] {
        var presses: [PersonPage.Press] = []
        let isSet = !capacities.isDisjoint(with: [.coordinator, .chair])
        let isHers = partnership.resets.contains { $0.person == id && $0.isBy(.person(person)) }
        if isSet, partnership.isShut(id), id != person, !isHers {
            let address = Link.person(id, "confirmation")
            presses.append(
                PersonPage.Press(
                    words: "I have asked them: it was their wish",
                    address: address,
                    token: token(address)
                )
            )
        }
        return presses
    }

    package func noticesPage(token: (String) -> String) -> NoticesPage {
        let unseen = partnership.noticesToLookAt(by: person).map { line($0) }
        let others = partnership.notices.filter { partnership.mayBeShown($0, to: person) }
        let toLookAt = Set(partnership.noticesToLookAt(by: person))
        return NoticesPage(
            unseen: unseen.reversed(),
            seen: others.filter { !toLookAt.contains($0) }.map { line($0) }.reversed(),
            press: unseen.isEmpty
                ? nil
                : PersonPage.Press(
                    words: "I have looked at these",
                    address: Link.notices,
                    token: token(Link.notices)
                ),
            count: partnership.notices.count
        )
    }

    private func line(_ notice: Notice) -> NoticesPage.Line {
        switch notice.what {
        case .addressesEntered(let agency, let addresses): line(notice, agency, addresses)
        case .letterPutToUse(let letter, let number): line(notice, letter, number)
        default: worded(notice)
        }
    }

    /// A notice with the way to whom it is about, where it is about somebody.
    private func worded(_ notice: Notice) -> NoticesPage.Line {
        let by = name(notice.by)
        let (says, about): (String, PersonID?) =
            switch notice.what {
            case .personAdded(let person):
                ("\(name(person)) was added to the people of the partnership by \(by).", person)
            case .membershipGranted(let entry): granted(entry, by)
            case .deputyNamed(let entry): deputed(entry, by)
            case .factorReset(let person):
                ("How \(name(person)) signs in was reset by \(by).", person)
            case .possibleMatch(let person, _):
                (
                    "\(name(person)) has the name or address of somebody excluded from a case, and is kept from it until the exclusion is looked at.",
                    person
                )
            case .keysHandled(.changed): ("The keys of the store were changed by \(by).", nil)
            case .keysHandled(.exported):
                ("The keys of the store were exported under a passphrase by \(by).", nil)
            case .addressesEntered, .letterPutToUse: ("", nil)
            }
        return NoticesPage.Line(
            when: when(notice.at),
            says: DayWording.capitalised(says),
            link: about.map { WordedLink(words: "Look at \(name($0))", address: Link.person($0)) }
        )
    }

    private func granted(_ entry: EntryID, _ by: String) -> (String, PersonID?) {
        guard let membership = partnership.memberships.first(where: { $0.entry == entry }) else {
            return ("A role was given by \(by).", nil)
        }
        let roles = DayWording.list(membership.roles.map { words($0) })
        return (
            "\(name(membership.person)) was given the role \(roles) by \(by).", membership.person
        )
    }

    private func deputed(_ entry: EntryID, _ by: String) -> (String, PersonID?) {
        guard let deputy = partnership.deputies.first(where: { $0.entry == entry }) else {
            return ("A deputy was named by \(by).", nil)
        }
        return (
            "\(name(deputy.person)) was named by \(by) to stand in for \(name(deputy.standsInFor)).",
            deputy.person
        )
    }

    package func emergenciesPage(token: (String) -> String) -> EmergenciesPage {
        let mayApprove = !capacities.isDisjoint(with: [.coordinator, .partner])
        let shown = partnership.brokenGlass.filter { glass in
            if glass.askedBy == person { return true }
            return mayApprove && !partnership.isExcluded(person, from: glass.reference)
        }
        return EmergenciesPage(
            pending: shown.reversed().map { line($0, mayApprove: mayApprove, token) },
            acts: [
                WordedLink(
                    words: "Ask for a case to be opened",
                    address: "\(Link.emergencies)/new"
                )
            ]
        )
    }

    private func line(
        _ glass: BrokenGlass,
        mayApprove: Bool,
        _ token: (String) -> String
    ) -> EmergenciesPage.Line {
        var says = [
            "Asked for by \(name(glass.askedBy)) on \(when(glass.asked)). Reason: \(glass.reason)"
        ]
        var press: PersonPage.Press?
        let lapses = glass.asked.advanced(byHours: BrokenGlass.lapsesAfterHours)
        if let opened = glass.opened, let approved = glass.approvedBy {
            let until = opened.advanced(byHours: BrokenGlass.openForHours)
            says.append(
                "Approved by \(name(approved)) on \(when(opened)); open to read until \(when(until))."
            )
        } else if time >= lapses {
            says.append("Nobody approved it in time: it lapsed on \(when(lapses)).")
        } else {
            says.append("Not open yet. A second person must approve it by \(when(lapses)).")
            if mayApprove, glass.askedBy != person {
                let address = "\(Link.emergencies)/\(glass.entry)"
                press = PersonPage.Press(
                    words: "Approve: open it for 24 hours",
                    address: address,
                    token: token(address)
                )
            }
        }
        return EmergenciesPage.Line(
            heading: "Case \(glass.reference) for \(name(glass.person))",
            says: says,
            press: press
        )
    }
}
