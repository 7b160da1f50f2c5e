import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseFormBuilder {
    /// Agencies and people asked in one act: who, why, by which law, with which letter.
    mutating func askAsking() -> Asked? {
        guard let step = procedure.requestSteps.first(where: { $0.id == about }),
            let part = step.request, file.setAside[step.id] == nil
        else { return nil }
        let letter = opened.letter(part.letter)
        let standing = file.requests(of: step.id).filter { $0.revoked == nil }
        let chosen = askAgencies(step, asked: Set(standing.map(\.asked.subject)))
        let persons = askPersons(step, part)
        if filler.isSent, filler.errors.isEmpty, chosen.asked.isEmpty, persons.isEmpty {
            filler.fail("Choose at least one agency to ask")
        }
        filler.heading("What they are told")
        let purpose = filler.area("purpose", "Why they are asked", was: letter?.purpose ?? "")
        let legal = filler.area(
            "legal-basis",
            "The law by which they are asked",
            was: letter?.legalBasis ?? "",
            isNeeded: false
        )
        let instruction = filler.area(
            "instruction",
            "What they are to do with their records",
            hint: "Each agency is asked to confirm it.",
            was: letter?.instruction ?? "",
            isNeeded: false
        )
        let text = askLetter(letter)
        let words = Told(
            purpose: purpose,
            legalBasis: legal,
            instruction: instruction,
            letter: LetterDefinition.paragraphs(of: text)
        )
        guard filler.isComplete else { return asked(step, nil, []) }
        let asking = asking(step, chosen, persons, words)
        let due = dueDays(of: asking)
        return asked(step, filled(asking, due), confirming(asking, due))
    }

    private func asked(
        _ step: Step,
        _ command: RequestCommand.AskAgencies?,
        _ confirming: [ReadSection]
    ) -> Asked {
        Asked(
            title: "Ask agencies",
            lead: [
                "\(step.does).",
                "Nobody is asked until you have seen who would be, and by when.",
            ],
            button: "See who would be asked",
            confirming: confirming,
            command: command.map { .request(.ask($0)) }
        )
    }

    // Whom

    /// Agencies chosen, and expected ones that are not, each with the reason.
    private struct Chosen {
        var asked: [(choice: AgencyChoice, contacts: [Agency.Contact])] = []
        var leftOut: [(name: String, reason: String)] = []
    }

    private mutating func askAgencies(_ step: Step, asked: Set<String>) -> Chosen {
        guard let part = step.request else { return Chosen() }
        let suggestions = suggestedAgencies(
            for: file.about,
            request: part,
            procedure: procedure,
            partnership: partnership
        )
        let choices = agencyChoices(among: suggestions, of: partnership, wording: wording)
            .filter { !asked.contains($0.name) }
        let ticked = askTicks(choices)
        var chosen = Chosen()
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
    private struct AskedPerson {
        let subject: String
        let contact: Agency.Contact
    }

    /// A step that asks a person of the procedure asks her by name.
    private mutating func askPersons(_ step: Step, _ part: RequestPart) -> [AskedPerson] {
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

    // What they are told

    private struct Told {
        let purpose: String
        let legalBasis: String
        let instruction: String
        let letter: [String]
    }

    private mutating func askLetter(_ letter: LetterDefinition?) -> String {
        let text = filler.area(
            "letter",
            "The letter",
            hint:
                "Without a child’s name. An empty line begins a paragraph. For each agency these are filled in: "
                + "\(DayWording.list(LetterDefinition.Place.allCases.map(\.mark))).",
            was: letter?[.letter] ?? "",
            isNeeded: false,
            most: LetterDefinition.Part.letter.most
        )
        if filler.isSent { filler.mark("letter", all: letterFaults(in: text, of: .letter)) }
        return text
    }

    private func asking(
        _ step: Step,
        _ chosen: Chosen,
        _ persons: [AskedPerson],
        _ told: Told
    ) -> RequestCommand.AskAgencies {
        var entry = fresh.entry
        func next() -> EntryID {
            entry = entry.next
            return entry
        }
        // As many names as are asked belong to what the plan records.
        for _ in 0..<chosen.asked.count + persons.count { _ = next() }
        func asked(
            _ agency: AgencyID?,
            _ subject: String,
            _ seats: [Agency.Contact],
            _ because: String
        ) -> CaseEvent.AgencyAsked {
            CaseEvent.AgencyAsked(
                entry: next(),
                step: step.id,
                agency: agency,
                subject: subject,
                form: step.request?.form ?? "",
                purpose: told.purpose,
                legalBasis: told.legalBasis,
                instruction: told.instruction,
                letter: told.letter,
                seats: seats.map { contact in
                    RequestSeat(
                        entry: next(),
                        name: contact.name,
                        jobTitle: contact.jobTitle,
                        email: contact.email,
                        telephone: contact.telephone,
                        part: contact.seatPart,
                        invitedBy: nil
                    )
                },
                because: because,
                dueShown: nil
            )
        }
        return RequestCommand.AskAgencies(
            step: step.id,
            asked: chosen.asked.map { choice, contacts in
                asked(choice.agency.agency, choice.name, contacts, choice.because)
            } + persons.map { asked(nil, $0.subject, [$0.contact], "asked by name") },
            leftOut: chosen.leftOut.map {
                CaseEvent.AgencyLeftOut(step: step.id, subject: $0.name, reason: $0.reason)
            },
            by: "by link",
            entry: fresh.entry
        )
    }

    // By when

    /// The due day that each would be told, by subject.
    private func dueDays(of asking: RequestCommand.AskAgencies) -> [String: Day] {
        let events = try? decide(
            .request(.ask(asking)),
            in: file,
            under: procedure,
            calendar: partnership.calendar,
            today: today
        )
        var days: [String: Day] = [:]
        for case .request(.asked(let asked)) in events ?? [] {
            days[asked.subject] = asked.dueShown
        }
        return days
    }

    /// The same with each letter filled in.
    private func filled(
        _ asking: RequestCommand.AskAgencies,
        _ due: [String: Day]
    ) -> RequestCommand.AskAgencies {
        RequestCommand.AskAgencies(
            step: asking.step,
            asked: asking.asked.map { asked in
                let values: [LetterDefinition.Place: String] = [
                    .agency: asked.subject,
                    .name: asked.seats.first { $0.part.writes }?.name ?? asked.subject,
                    .due: due[asked.subject].map { DayWording.words($0) }
                        ?? "a day that we agree with you",
                    .form: formTitle(asked.form),
                    .reference: "\(file.reference)",
                    .partnership: partnership.name,
                    .sender: partnership.name(of: person),
                ]
                return CaseEvent.AgencyAsked(
                    entry: asked.entry,
                    step: asked.step,
                    agency: asked.agency,
                    subject: asked.subject,
                    form: asked.form,
                    purpose: asked.purpose,
                    legalBasis: asked.legalBasis,
                    instruction: asked.instruction,
                    letter: asked.letter.map { LetterDefinition.fill($0, values) },
                    seats: asked.seats,
                    because: asked.because,
                    dueShown: asked.dueShown
                )
            },
            leftOut: asking.leftOut,
            by: asking.by,
            entry: asking.entry
        )
    }

    private func formTitle(_ id: String) -> String {
        opened.forms.first { $0.id == id }?.title ?? Wording.spaced(id)
    }

    private func confirming(
        _ asking: RequestCommand.AskAgencies,
        _ due: [String: Day]
    ) -> [ReadSection] {
        let asked = asking.asked.map { asked in
            let people = DayWording.list(asked.seats.map { "\($0.name) (\($0.email))" })
            let day = due[asked.subject].map { "Due \(DayWording.words($0))" } ?? "No due day given"
            return (term: asked.subject, text: "\(day). \(people)")
        }
        let left = asking.leftOut.map { (term: $0.subject, text: $0.reason) }
        return [
            ReadSection(
                title: asked.count == 1 ? "One is asked" : "\(asked.count) are asked",
                facts: asked
            )
        ] + (left.isEmpty ? [] : [ReadSection(title: "Expected, and not asked", facts: left)])
    }
}

extension OpenedCase {
    /// A letter of the edition by name, in the text that the partnership has put to use.
    func letter(_ id: String?) -> LetterDefinition? {
        letters.letter(id).map { partnership.letter(instead: $0) }
    }
}

extension AgencySuggestions.Missing {
    /// Whether somebody said that it should be asked, rather than that it is easily forgotten.
    fileprivate var isExpected: Bool { because == .named || because == .asked }
}
