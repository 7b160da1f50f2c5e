import Procedures

/// One step as people read it in the procedure, apart from any case.
struct StepReader {
    private let wording: Wording
    private let step: Step

    init(_ wording: Wording, _ step: Step) {
        self.wording = wording
        self.step = step
    }

    func text() -> ProcedurePage.StepText {
        ProcedurePage.StepText(
            id: step.id,
            does: step.does,
            clauses: Wording.clauses(step.clauses),
            who: DayWording.capitalised(wording.people(of: step)),
            due: DayWording.capitalised(wording.due(step.due)),
            kind: Self.kind(step.kind),
            details: details(step),
            checklist: step.checklist
        )
    }

    private static func kind(_ kind: StepKind) -> String {
        switch kind {
        case .signOff: "Sign-off"
        case .nationalLimit: "National limit"
        default: DayWording.capitalised(kind.id)
        }
    }

    private func details(_ step: Step) -> [(term: String, text: String)] {
        var details: [(term: String, text: String)] = []
        func add(_ term: String, _ text: String?) {
            if let text, !text.isEmpty { details.append((term, text)) }
        }
        add("Only if", step.condition.map { wording.condition($0) })
        add("For", step.forEach.map { wording.scope($0) })
        add("With", wording.whos(step.with))
        add("To", wording.recipients(step.to))
        add("Copy to", wording.recipients(step.copy))
        add("At", step.at.map { wording.noun(.step($0)) })
        add("After", DayWording.list(step.after.map { wording.noun($0) }))
        add("Only after", DayWording.list(step.onlyAfter.map { wording.noun($0) }))
        add("In person", step.noDeputies ? "Nobody deputises" : nil)
        add("Kind of limit", isDated(step) ? step.due.entries.first?.force.words : nil)
        add("Prompt", step.prompt.map { "\(wording.prompt($0)) (not in the source)" })
        for (term, text) in kindDetails(step.kind) { add(term, text) }
        add("Brings about", step.records.map { $0.words.label })
        add("Fixes", step.confirms.map { $0.words.label })
        add("This reading", step.because)
        for reading in step.otherReadings {
            let clause = reading.clauses.isEmpty ? "" : " [\(Wording.clauses(reading.clauses))]"
            add("Other reading", "\(wording.change(reading.changes)). \(reading.because).\(clause)")
        }
        add("In the source", step.defect)
        return details
    }

    private func isDated(_ step: Step) -> Bool {
        step.due.entries.contains { if case .choice = $0.limit { true } else { false } }
    }

    private func kindDetails(_ kind: StepKind) -> [(String, String?)] {
        switch kind {
        case .task, .nationalLimit: []
        case .form(let part):
            [
                ("Form", Wording.spaced(part.form)),
                ("Signed by", part.signedBy.map { wording.who($0) }),
                ("Asks", DayWording.list(part.asks)),
            ]
        case .request(let part): request(part)
        case .check(let part): check(part)
        case .signOff(let part):
            [
                ("Of", paper(part.of)),
                (
                    "Stages",
                    part.stages.count < 2
                        ? nil : part.stages.map { wording.whos($0.by) }.joined(separator: ", then ")
                ),
                ("Asks", DayWording.list(part.asks)),
            ]
        case .meeting(let part): meeting(part)
        case .decision(let part): decision(part)
        case .message(let part):
            [
                ("Encloses", DayWording.list(part.encloses.map { enclosure($0) })),
                ("Invites to", DayWording.list(part.invitesTo.map { wording.noun(.step($0)) })),
                ("Says", DayWording.list(part.asks)),
            ]
        case .submission(let part): submission(part)
        case .document(let of): [("Document", paper(of))]
        case .filing(let of, let folder):
            [
                ("Document", of.map { paper($0) }),
                ("Kept in", wording.procedure.folders[folder].name.text),
            ]
        case .awaited(let part):
            [
                ("From", wording.who(part.from)), ("Document", part.document.map { paper($0) }),
                ("Asks", DayWording.list(part.asks + part.answers.map(\.asks))),
            ]
        case .appointment(let of): [("Names", wording.who(of))]
        case .publication(let of): [("Publishes", paper(of))]
        }
    }

    private func paper(_ reference: Reference<PaperKind>) -> String {
        wording.procedure.papers[reference].name
    }

    private func request(_ part: RequestPart) -> [(String, String?)] {
        let back = part.back
        return [
            ("Form", Wording.spaced(part.form)),
            ("Asked", wording.whos(part.of)),
            ("Letter", part.letter.map { Wording.spaced($0) }),
            ("Encloses", DayWording.list(part.encloses.map { enclosure($0) })),
            ("Easily forgotten", DayWording.list(part.suggests)),
            ("Signed by", part.signedBy.map { wording.who($0) }),
            (
                "Back",
                DayWording.capitalised(wording.due(back.due))
                    + (back.clauses.isEmpty ? "" : " [\(Wording.clauses(back.clauses))]")
            ),
            ("Back to", wording.recipients(back.to)),
            ("Checked with", wording.whos(back.with)),
            ("Before it comes back", DayWording.list(back.checklist)),
            ("Why then", back.because),
        ]
            + back.otherReadings.map { reading in
                ("Other reading", "\(wording.change(reading.changes)). \(reading.because).")
            }
    }

    private func check(_ part: CheckPart) -> [(String, String?)] {
        [
            ("Of", part.of.map { paper($0) }),
            ("Asks", DayWording.list(part.asks)),
            ("Outcomes", DayWording.list(part.outcomes.map { Wording.spaced($0) }, "or")),
            (
                "Sent back",
                part.sentBack.map { sentBack in
                    let copy =
                        sentBack.copy.isEmpty
                        ? "" : "copied to \(wording.recipients(sentBack.copy)); "
                    return copy
                        + (sentBack.due.map { wording.limit($0) } ?? "the first due day stands")
                }
            ),
        ]
    }

    private func meeting(_ part: MeetingPart) -> [(String, String?)] {
        [
            ("Chair", part.chair.map { wording.who($0) }),
            (
                "May chair",
                part.mayChair.map { other in
                    let agreed = other.agreedBy.map { ", agreed by \(wording.who($0))" } ?? ""
                    let with = other.with.isEmpty ? "" : " with \(wording.whos(other.with))"
                    return wording.who(other.who) + agreed + with
                }
            ),
            ("Members", wording.recipients(part.members)),
            ("May be invited", wording.whos(part.mayInvite)),
            ("Quorum", part.quorum.map { quorum($0) }),
            ("Without quorum", part.reconvene.map { "meets again: \(wording.limit($0.limit))" }),
            ("Convened as", DayWording.list(part.convened, "or")),
            ("May be held", part.mayBeHeld),
            ("Agenda", part.agenda.map { agendaItem($0) }.joined(separator: "; ")),
            ("Settles", DayWording.list(part.asks)),
            ("Produces", part.produces.map { paper($0) }),
            ("Reconsiders", part.reconsiders.map { wording.quoted($0) }),
            ("Minutes by", part.minutesBy.map { wording.who($0) }),
            ("Held", part.isSeries ? "More than once" : nil),
        ]
    }

    private func agendaItem(_ item: MeetingPart.AgendaItem) -> String {
        let without = item.without.isEmpty ? "" : " (without \(wording.whos(item.without)))"
        let clauses = item.clauses.isEmpty ? "" : " [\(Wording.clauses(item.clauses))]"
        return item.item + without + clauses
    }

    private func quorum(_ quorum: Quorum) -> String {
        let people = wording.who(quorum.of)
        let needs =
            switch quorum.needs {
            case .oneFromEach: "one from each of \(people)"
            case .all: "all of \(people)"
            case .atLeast(let number): "\(number) of \(people)"
            }
        return quorum.isEnforced
            ? "\(needs); without it nothing is decided"
            : "\(needs) expected; recorded, not enforced"
    }

    private func decision(_ part: DecisionPart) -> [(String, String?)] {
        [
            ("Criteria", part.criteria.map { Wording.spaced($0) }),
            ("Views of", wording.whos(part.views)),
            ("Outcomes", DayWording.list(part.outcomes.map { Wording.spaced($0.name) }, "or")),
            ("Answers", DayWording.list(part.answers.map(\.asks))),
            ("Chooses", DayWording.list(part.chooses.map { wording.name(of: $0) })),
            ("Sets the days of", DayWording.list(part.setsDays.map { wording.noun($0) })),
            ("Records", DayWording.list(part.asks)),
        ]
    }

    private func enclosure(_ enclosure: Enclosure) -> String {
        let what =
            switch enclosure.what {
            case .document(let document): paper(document)
            case .returns(let step): "the returns of \(wording.quoted(step))"
            case .theReturn: "the return"
            case .minutes: "the minutes"
            case .agenda: "the agenda"
            }
        return what + (enclosure.condition.map { " (if \(wording.condition($0)))" } ?? "")
    }

    private func submission(_ part: SubmissionPart) -> [(String, String?)] {
        let way: String? =
            switch part.through {
            case .portal?: "the government’s portal, by a person"
            case .mail?: "e-mail"
            case .post?: "post"
            case nil: nil
            }
        return [
            ("Document", DayWording.list(part.of.map { paper($0) })),
            ("Through", way),
            ("Only by", wording.whos(part.registered)),
            ("Others after", part.othersAfter.map { wording.quoted($0) }),
            ("Accountable", part.accountable.map { wording.who($0) }),
            ("Evidence", DayWording.list(part.evidence)),
        ]
    }
}
