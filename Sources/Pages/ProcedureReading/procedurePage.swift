package import Procedures

/// A procedure, or one of its variations, as people read it.
package func procedurePage(of procedure: Procedure) -> ProcedurePage {
    ProcedureReader(procedure).page()
}

/// Every procedure on the shelf.
package func procedureListPage(of shelf: ProcedureShelf) -> ProcedureListPage {
    ProcedureListPage(
        procedures: shelf.entries.map { entry in
            let procedure = entry.procedure
            return ProcedureListPage.Entry(
                id: procedure.id,
                title: procedure.title,
                edition: procedure.edition,
                source: procedure.source.name,
                steps: procedure.steps.count { !$0.isNationalLimit },
                clauses: procedure.carriers.count + procedure.waived.count,
                variations: entry.variations.compactMap(\.variation?.title),
                link: Link.procedure(procedure.id),
                planLink: "\(Link.plan)?procedure=\(Link.encoded(procedure.id))"
            )
        }
    )
}

private struct ProcedureReader {
    let procedure: Procedure
    let wording: Wording

    init(_ procedure: Procedure) {
        self.procedure = procedure
        wording = Wording(procedure)
    }

    func page() -> ProcedurePage {
        ProcedurePage(
            id: procedure.id,
            title: procedure.title,
            edition: procedure.edition,
            source: procedure.source.name,
            guidance: procedure.guidance.map(\.title),
            variations: procedure.variations.map {
                ($0.id, $0.title, Link.procedure(procedure.id, variation: $0.id))
            },
            variation: procedure.variation?.title,
            sections: procedure.sections.map { section($0) },
            clocks: procedure.clocks.map { clock($0) },
            people: people(),
            questions: procedure.questions.map { question($0) },
            criteria: procedure.criteria.map { criteria($0) },
            papers: procedure.papers.map { paper($0) },
            folders: procedure.folders.map { folder($0) },
            filing: FilingReader(procedure).texts(),
            reminders: procedure.reminders.map { reminder($0) },
            chasing: procedure.chasing.map { ChasingReader(wording, $0).texts() } ?? [],
            notes: procedure.notes.enumerated().map { note($0 + 1, $1) },
            defects: defects(),
            clauses: clauses(),
            planLink: "\(Link.plan)?procedure=\(Link.encoded(procedure.id))"
                + (procedure.variation.map { "&variation=\(Link.encoded($0.id))" } ?? "")
        )
    }

    private func section(_ section: Section) -> ProcedurePage.SectionText {
        ProcedurePage.SectionText(
            id: "section-"
                + String(section.id.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }),
            title: Int(section.id) == nil ? section.title : "\(section.id). \(section.title)",
            clauses: Wording.clauses(section.clauses),
            steps: procedure.steps[section.steps].map { StepReader(wording, $0).text() }
        )
    }

    private func clock(_ clock: ClockRule) -> ProcedurePage.NamedText {
        let base =
            clock.firstDay == 0
            ? "the day it starts is day zero"
            : "the day it starts, or the next working day, is day 1"
        let unit = clock.counts == .workingDay ? "working days" : "calendar days"
        var text = "Starts when \(wording.starts(clock.starts)); \(base); counts \(unit)."
        if let because = clock.because { text += " \(because)." }
        for reading in clock.otherReadings {
            text += " Another reading: \(wording.change(reading.changes)). \(reading.because)."
        }
        return ProcedurePage.NamedText(
            id: "clock-\(clock.id)",
            name: DayWording.capitalised(Wording.spaced(clock.id)),
            text: text,
            clauses: Wording.clauses(clock.clauses)
        )
    }

    private func people() -> [ProcedurePage.NamedText] {
        let partners = procedure.partners.map { partner in
            ProcedurePage.NamedText(
                id: "partner-\(partner.partner.rawValue)",
                name: partner.name,
                text: "Statutory safeguarding partner",
                clauses: Wording.clauses(partner.clauses)
            )
        }
        return partners + procedure.roles.map { role($0) } + procedure.groups.map { group($0) }
            + procedure.bodies.map { body($0) }
    }

    private func role(_ role: Role) -> ProcedurePage.NamedText {
        var parts = [DayWording.capitalised(role.capacity.rawValue)]
        if let partner = role.partner {
            parts.append(
                "of \(wording.who(Who(quantifier: .whole, people: .partner(partner), text: "")))"
            )
        }
        if let named = role.named { parts.append("named \(named.rawValue)") }
        if let usually = role.usually { parts.append("usually \(procedure.roles[usually].name)") }
        if !role.deputies.isEmpty {
            parts.append(
                "deputies: \(DayWording.list(role.deputies.map { procedure.roles[$0].name }))"
            )
        }
        if let mail = role.mail { parts.append(mail) }
        return ProcedurePage.NamedText(
            id: "role-\(role.id)",
            name: role.name,
            text: parts.joined(separator: "; "),
            clauses: Wording.clauses(role.clauses)
        )
    }

    private func group(_ group: Group) -> ProcedurePage.NamedText {
        var parts = ["Group"]
        if !group.members.isEmpty { parts.append("members: \(wording.whos(group.members))") }
        if let chair = group.chair { parts.append("chair: \(procedure.roles[chair].name)") }
        if let named = group.named { parts.append("named \(named.rawValue)") }
        return ProcedurePage.NamedText(
            id: "group-\(group.id)",
            name: group.name,
            text: parts.joined(separator: "; "),
            clauses: Wording.clauses(group.clauses)
        )
    }

    private func body(_ body: Body) -> ProcedurePage.NamedText {
        let parts =
            ["Outside body"] + [body.portal.map { "through \($0)" }, body.mail].compactMap(\.self)
        return ProcedurePage.NamedText(
            id: "body-\(body.id)",
            name: body.name,
            text: parts.joined(separator: "; "),
            clauses: Wording.clauses(body.clauses)
        )
    }

    private func question(_ question: Question) -> ProcedurePage.NamedText {
        ProcedurePage.NamedText(
            id: "question-\(question.id)",
            name: question.asks,
            text: "Asked at \(wording.quoted(question.at))",
            clauses: Wording.clauses(question.clauses)
        )
    }

    /// The procedure's own criteria over those of the guidance it works under, list by list.
    private func criteria(_ own: Criteria) -> ProcedurePage.CriteriaText {
        let edition = own.from.flatMap { from in procedure.guidance.first { $0.id == from } }
        let base = edition?.criteria.first { $0.id == own.id }
        let parts = Criteria.Part.allCases.compactMap {
            part -> (String, [ProcedurePage.NamedText])? in
            let given = base?.parts.first { $0.part == part }?.criteria ?? []
            let local = own.parts.first { $0.part == part }?.criteria ?? []
            let kept = given.filter { item in !local.contains { $0.id == item.id } }
            let all = (kept + local).map { criterion($0, of: own.id) }
            return all.isEmpty ? nil : (part.words, all)
        }
        return ProcedurePage.CriteriaText(
            title: own.id == "lcspr"
                ? "Local review (LCSPR)" : DayWording.capitalised(Wording.spaced(own.id)),
            parts: parts,
            source: edition.map(\.title)
        )
    }

    private func criterion(_ criterion: Criteria.Criterion, of set: String)
        -> ProcedurePage.NamedText
    {
        ProcedurePage.NamedText(
            id: "criterion-\(set)-\(criterion.id)",
            name: criterion.says,
            text: criterion.defect.map { "In the source: \($0)." } ?? "",
            clauses: Wording.clauses(criterion.clauses)
        )
    }

    private func paper(_ paper: PaperKind) -> ProcedurePage.NamedText {
        var parts: [String] = []
        if let form = paper.form { parts.append("form: \(Wording.spaced(form))") }
        if let template = paper.template { parts.append("template: \(Wording.spaced(template))") }
        if let folder = paper.folder {
            parts.append("kept in “\(procedure.folders[folder].name.text)”")
        }
        if let file = paper.file { parts.append("file name: \(file.text)") }
        if !paper.sheets.isEmpty {
            parts.append("sheets: \(DayWording.list(paper.sheets.map(Wording.spaced)))")
        }
        if !paper.contents.isEmpty {
            let heads = paper.contents.map { head in
                head.says + (head.condition.map { " (if \(wording.condition($0)))" } ?? "")
                    + (head.clauses.isEmpty ? "" : " [\(Wording.clauses(head.clauses))]")
            }
            parts.append("heads: " + heads.joined(separator: "; "))
        }
        return ProcedurePage.NamedText(
            id: "document-\(paper.id)",
            name: paper.name,
            text: DayWording.capitalised(parts.joined(separator: "; ")),
            clauses: Wording.clauses(paper.clauses)
        )
    }

    private func folder(_ folder: Folder) -> ProcedurePage.NamedText {
        let place =
            folder.isOutside
            ? "Kept outside the case folders"
            : folder.parent.map { "In “\(procedure.folders[$0].name.text)”" }
                ?? "The case’s own folder"
        return ProcedurePage.NamedText(
            id: "folder-\(folder.id)",
            name: folder.name.text,
            text: place,
            clauses: Wording.clauses(folder.clauses)
        )
    }

    private func reminder(_ reminder: Procedure.Reminder) -> String {
        let to = reminder.to.map { $0 == "by" ? "whoever does it" : wording.name(of: $0) }
        let when = reminder.offset?.words
        let what = reminder.of == .eachStep ? "Each step" : "Each return"
        return "\(what), \(when ?? "on the due day"): \(DayWording.list(to))"
    }

    private func note(_ number: Int, _ note: Procedure.Note) -> ProcedurePage.NamedText {
        ProcedurePage.NamedText(
            id: "note-\(number)",
            name: "\(note.says).".replacingDoubleStop,
            text: note.at.map { "At \(wording.quoted($0))" } ?? "",
            clauses: Wording.clauses(note.clauses)
        )
    }

    /// What the source got wrong, each beside what is done instead.
    private func defects() -> [ProcedurePage.NamedText] {
        var found: [ProcedurePage.NamedText] = []
        func add(_ id: String, _ name: String, _ defect: String?, _ clauses: [String]) {
            guard let defect else { return }
            found.append(
                ProcedurePage.NamedText(
                    id: "defect-\(id)",
                    name: "\(defect).".replacingDoubleStop,
                    text: name,
                    clauses: Wording.clauses(clauses)
                )
            )
        }
        for clock in procedure.clocks {
            add("clock-\(clock.id)", clockInstead(clock), clock.defect, clock.clauses)
        }
        for set in procedure.criteria {
            for item in set.parts.flatMap(\.criteria) {
                add(
                    "\(set.id)-\(item.id)",
                    "Weighed here as: \(item.says).",
                    item.defect,
                    item.clauses
                )
            }
        }
        for paper in procedure.papers {
            add("document-\(paper.id)", "Document: \(paper.name).", paper.defect, paper.clauses)
        }
        for step in procedure.steps {
            let because = step.because.map { " \($0)." } ?? ""
            add(step.id, "Here: \(step.does).\(because)", step.defect, step.clauses)
        }
        for (number, note) in procedure.notes.enumerated() {
            add(
                "note-\(number + 1)",
                "Here: \(note.says).".replacingDoubleStop,
                note.defect,
                note.clauses
            )
        }
        return found
    }

    private func clockInstead(_ clock: ClockRule) -> String {
        "Here: counted from when \(wording.starts(clock.starts))."
            + (clock.because.map { " \($0)." } ?? "")
    }

    private func clauses() -> [ProcedurePage.ClauseText] {
        let carried = procedure.carriers.map { clause, carriers in
            ProcedurePage.ClauseText(
                clause: clause,
                carriers: carriers.map { carrier in
                    let step = carrier.hasSuffix(".back") ? String(carrier.dropLast(5)) : carrier
                    let isStep = procedure.lookup.stepNamed[step] != nil
                    return (name: carrierName(carrier), link: isStep ? "#\(step)" : nil)
                },
                waived: nil
            )
        }
        return carried
            + procedure.waived.map {
                ProcedurePage.ClauseText(clause: $0.clause, carriers: [], waived: $0.reason)
            }
    }

    /// A step by what it does; anything else by its kind and name.
    private func carrierName(_ carrier: String) -> String {
        let base = carrier.hasSuffix(".back") ? String(carrier.dropLast(5)) : carrier
        if let step = procedure.lookup.stepNamed[base] {
            return procedure.steps[step].does + (base == carrier ? "" : " (its return)")
        }
        return Wording.spaced(carrier.map { $0 == "." ? ": " : String($0) }.joined())
    }
}

extension Criteria.Part {
    var words: String {
        switch self {
        case .eachMustBeMet: "Each must be met"
        case .oneMustBeMet: "One must be met"
        case .eachIsWeighed: "Each is weighed"
        case .alsoRegarded: "Also to be regarded"
        case .bearInMind: "To be borne in mind"
        }
    }
}

extension String {
    /// A sentence that already ended keeps one stop.
    var replacingDoubleStop: String {
        hasSuffix("..") || hasSuffix("?.") || hasSuffix("!.") ? String(dropLast()) : self
    }
}
