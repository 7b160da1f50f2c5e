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
        _ chosen: ChosenAgencies,
        _ persons: [AskedPerson],
        _ told: Told
    ) -> RequestCommand.AskAgencies {
        var names = NameSequence(from: fresh.entry)
        let entry = names.take()
        // As many names as are asked belong to what the plan records.
        names.leave(chosen.asked.count + persons.count)
        func asked(
            _ agency: AgencyID?,
            _ subject: String,
            _ seats: [Agency.Contact],
            _ because: String
        ) -> CaseEvent.AgencyAsked {
            CaseEvent.AgencyAsked(
                entry: names.take(),
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
                        entry: names.take(),
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
            entry: entry
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
