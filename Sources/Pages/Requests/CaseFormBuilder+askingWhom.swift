import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

/// Who is asked: agencies of the directory, and people by name.
extension CaseFormBuilder {
    /// Agencies chosen, and expected ones that are not, each with the reason.
    struct ChosenAgencies {
        var asked: [(choice: AgencyChoice, contacts: [Agency.Contact])] = []
        var leftOut: [(name: String, reason: String)] = []
    }

    mutating func askAgencies(_ step: Step, asked: Set<String>) -> ChosenAgencies {
        guard let part = step.request else { return ChosenAgencies() }
        let suggestions = suggestedAgencies(
            for: file.about,
            request: part,
            procedure: procedure,
            partnership: partnership
        )
        let choices = agencyChoices(among: suggestions, of: partnership, wording: wording)
            .filter { !asked.contains($0.name) }
        let ticked = askTicks(choices)
        var chosen = ChosenAgencies()
        chosen.leftOut = askWhyNot(step, suggestions, choices, ticked: ticked, asked: asked)
        let with = filler.boxes(
            "with",
            "Who else there has a way in from the start",
            hint: "The lead always has. Others can be added at any time.",
            [(id: "signatory", label: "The senior manager"), (id: "deputy", label: "The deputy")],
            was: ["signatory"]
        )
        for choice in choices where ticked.contains(choice.id) {
            let contacts = contacts(of: choice, with: with)
            let field = choice.isExpected ? "expected" : "agencies"
            if !contacts.contains(where: \.seatPart.writes) {
                filler.mark(field, "\(choice.name) has no lead in the directory: name one first")
            }
            chosen.asked.append((choice, contacts))
        }
        for (field, isExpected) in [("expected", true), ("agencies", false)] {
            let asked = chosen.asked.filter { $0.choice.isExpected == isExpected }
            checkTrust(of: asked.flatMap { $0.contacts.map(\.email) }, field: field)
        }
        return chosen
    }

    /// The expected ones are ticked, others are not.
    private mutating func askTicks(_ choices: [AgencyChoice]) -> Set<String> {
        let expected = choices.filter(\.isExpected)
        let others = choices.filter { !$0.isExpected }
        var ticked: [String] = []
        if !expected.isEmpty {
            ticked += filler.boxes(
                "expected",
                "Agencies that are expected",
                hint:
                    "For each that you do not ask, the page asks you why: the report must say it.",
                expected.map { (id: $0.id, label: Self.label($0)) },
                was: expected.map(\.id)
            )
        }
        if !others.isEmpty {
            ticked += filler.boxes(
                "agencies",
                expected.isEmpty ? "Agencies to ask" : "Other agencies of the directory",
                others.map { (id: $0.id, label: Self.label($0)) }
            )
        }
        return Set(ticked)
    }

    /// The reason for each expected agency that is not asked, those that stand in no directory among them.
    private mutating func askWhyNot(
        _ step: Step,
        _ suggestions: AgencySuggestions,
        _ choices: [AgencyChoice],
        ticked: Set<String>,
        asked: Set<String>
    ) -> [(name: String, reason: String)] {
        guard filler.isSent else { return [] }
        let now = Set(choices.filter { ticked.contains($0.id) }.map(\.agency.agency))
        let before = Set(
            partnership.agencies.values.filter { asked.contains($0.name) }.map(\.agency)
        )
        let known = Set(file.leftOut.filter { $0.step == step.id }.map(\.subject)).union(asked)
        var left = suggestions.leftOut(asking: now.union(before)).map { suggested in
            (
                id: "\(suggested.agency.agency)", name: suggested.agency.name,
                because: suggested.because
            )
        }
        for (number, missing) in suggestions.missing.enumerated() where missing.isExpected {
            guard let name = missing.words(wording) else { continue }
            left.append((id: "missing-\(number)", name: name, because: [missing.because]))
        }
        return left.filter { !known.contains($0.name) }.map { id, name, because in
            let isMissing = id.hasPrefix("missing")
            let why = because.map { $0.words(wording) }.joined(separator: "; ")
            let reason = filler.line(
                "why-not-\(id)",
                "Why \(name) is not asked",
                hint: why + (isMissing ? ", and not found in the directory." : "."),
                most: 1000
            )
            return (name, reason)
        }
    }

    private func contacts(of choice: AgencyChoice, with: [String]) -> [Agency.Contact] {
        let agency = choice.agency
        var contacts = [agency.lead ?? agency.deputy]
        if with.contains("deputy"), agency.lead != nil { contacts.append(agency.deputy) }
        if with.contains("signatory") { contacts.append(agency.signatory) }
        return contacts.compactMap { $0 }
    }

    /// `Marlshire Police: Carla Munday, safeguarding lead. Named in the case as involved`.
    private static func label(_ choice: AgencyChoice) -> String {
        let lead = choice.agency.lead ?? choice.agency.deputy
        let who = lead.map { "\($0.name), \($0.part.words)" } ?? "nobody to ask yet"
        return "\(choice.name): \(who)" + (choice.because.isEmpty ? "" : ". \(choice.because)")
    }

    /// Says beside a question which addresses are not to be written to yet.
    mutating func checkTrust(of emails: [String], field: String) {
        let strangers = emails.filter {
            !$0.isEmpty && !partnership.mayBeAsked(at: $0, on: today)
        }
        guard filler.isSent, !strangers.isEmpty else { return }
        filler.mark(field, CaseRefusal.untrustedAddresses(strangers).words(under: procedure))
    }

    /// Somebody asked by name, who stands in no directory.
    struct AskedPerson {
        let subject: String
        let contact: Agency.Contact
    }

    /// A step that asks a person of the procedure asks her by name.
    mutating func askPersons(_ step: Step, _ part: RequestPart) -> [AskedPerson] {
        let asked = part.of.filter { $0.people != .agencyInvolved }
        guard !asked.isEmpty else { return [] }
        var persons: [AskedPerson] = []
        for (number, who) in asked.enumerated() {
            let words = wording.who(who)
            filler.heading("\(DayWording.capitalised(words)), by name")
            let id = "person-\(number)"
            let holder = holder(of: who)
            let subject = filler.line(
                "\(id)-subject",
                "What the plan and the board call it",
                was: DayWording.capitalised(words),
                isNeeded: false,
                most: 200
            )
            let name = filler.line(
                "\(id)-name",
                "Name",
                hint: "Leave empty to ask nobody here.",
                was: holder?.name ?? "",
                isNeeded: false,
                most: 200
            )
            let jobTitle = filler.line("\(id)-job-title", "Job title", isNeeded: false, most: 200)
            let email = filler.line(
                "\(id)-email",
                "E-mail address",
                was: holder?.email ?? "",
                isNeeded: false,
                most: 300,
                offer: .email
            )
            guard filler.isSent, !name.isEmpty else { continue }
            if email.isEmpty { filler.mark("\(id)-email", "Enter the e-mail address of \(name)") }
            if subject.isEmpty { filler.mark("\(id)-subject", "Enter what the plan calls it") }
            checkTrust(of: [email], field: "\(id)-email")
            persons.append(
                AskedPerson(
                    subject: subject,
                    contact: Agency.Contact(
                        .lead,
                        name: name,
                        jobTitle: jobTitle,
                        email: email
                    )
                )
            )
        }
        return persons
    }

    private func holder(of who: Who) -> Person? {
        guard case .role(let role) = who.people else { return nil }
        let id = procedure.roles[role].id
        return file.people.first { $0.isOn(today) && $0.roles.contains(id) }
            .flatMap { partnership.people[$0.person] }
    }
}

extension AgencySuggestions.Missing {
    /// Whether somebody said that it should be asked, rather than that it is easily forgotten.
    fileprivate var isExpected: Bool { because == .named || because == .asked }
}
