package import CaseFiles
package import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseReader {
    /// How many entries one page of the log holds.
    package static let logPage = 50

    /// The log, newest first; of a filtered or searched log everything is on one page, to be printed.
    package func logPage(
        _ filter: LogFilter,
        _ filler: FormFiller,
        containing words: String,
        before: Int?,
        token: String
    ) -> CaseLogPage {
        let isFiltered =
            filter != LogFilter(person: nil, kind: nil, from: nil, until: nil)
            || !words.isEmpty
        let after = opened.events.count + 1
        let skipped = before.map { after - min(max($0, 1), after) } ?? 0
        let wanted = isFiltered ? .max : skipped + Self.logPage
        var lines = log(newest: wanted)
        var older: String?
        if isFiltered {
            lines = lines.filter { filter.lets($0) && $0.contains(words) }
        } else {
            lines = Array(lines.dropLast(skipped))
            if let first = lines.first?.version, first > 1 {
                older = link("log") + "?before=\(first)"
            }
        }
        let actors = Set(opened.events.compactMap(\.actor.person))
        return CaseLogPage(
            head: head("log"),
            lines: lines.reversed(),
            count: opened.events.count,
            people: choices(
                actors.map { (id: "\($0)", label: name($0)) }.sorted { $0.label < $1.label },
                chosen: filter.person.map { "\($0)" },
                all: "Everybody"
            ),
            kinds: choices(
                LogLine.Kind.allCases.map { (id: $0.rawValue, label: $0.words) },
                chosen: filter.kind?.rawValue,
                all: "Everything"
            ),
            from: filler.dateField(0),
            until: filler.dateField(1),
            errors: filler.errors,
            searched: words,
            token: token,
            isFiltered: isFiltered,
            older: older,
            writeLink: may(.writeLog) ? link(.logEntries) : nil,
            printed: "\(link("log"))/document",
            correctBase: may(.writeLog) ? link(.logEntries) : nil
        )
    }

    private func choices(
        _ options: [(id: String, label: String)],
        chosen: String?,
        all: String
    ) -> [Choice] {
        [Choice(id: "", label: all, isChosen: chosen == nil)]
            + options.map { Choice(id: $0.id, label: $0.label, isChosen: $0.id == chosen) }
    }

    // People

    package func peoplePage() -> CasePeoplePage {
        let current = file.people.filter {
            $0.until.map { $0 >= today } ?? true && !isExcluded($0.person)
        }
        let past = file.people.filter { $0.until.map { $0 < today } ?? false }
        var acts: [WordedLink] = []
        if may(.putOn) {
            acts = [
                WordedLink(words: "Put somebody on the case", address: link(.arrivals)),
                WordedLink(
                    words: "Exclude somebody (conflict of interest)",
                    address: link("exclusions")
                ),
            ]
        }
        return CasePeoplePage(
            head: head("people"),
            people: current.map { row($0, isPast: false) }.sorted { $0.name < $1.name },
            past: past.map { row($0, isPast: true) }.sorted { $0.name < $1.name },
            excluded: may(.putOn) ? excluded : [],
            acts: acts
        )
    }

    private func row(_ onCase: CasePerson, isPast: Bool) -> CasePeoplePage.PersonRow {
        var links: [WordedLink] = []
        let id = "\(onCase.person)"
        if may(.seeReadLog) {
            links.append(
                WordedLink(words: "What this person sees", address: link("seen-by", id))
            )
        }
        if may(.takeOff), !isPast {
            links.append(
                WordedLink(words: "Take off the case", address: link(.departures, id))
            )
        }
        let roles = onCase.roles.map { wording.name(of: $0) }
        let from = "from \(DayWording.words(onCase.from))"
        let until = onCase.until.map { " until \(DayWording.words($0))" } ?? ""
        return CasePeoplePage.PersonRow(
            name: named(onCase.person),
            roles: roles.isEmpty ? standingWords(onCase.person) : DayWording.list(roles),
            dates: DayWording.capitalised(from + until),
            links: links
        )
    }

    private func standingWords(_ person: PersonID) -> String {
        let held = partnership.standing(of: person, on: today).map(\.held.capacity.words)
        return held.isEmpty
            ? "No longer in the partnership" : "As \(DayWording.list(held)) of the partnership"
    }

    private var excluded: [CasePeoplePage.ExclusionRow] {
        partnership.exclusions.filter { $0.reference == file.reference && !$0.isEnded }.map {
            CasePeoplePage.ExclusionRow(
                name: $0.name,
                reason: $0.reason,
                link: $0.people.contains(person)
                    ? nil
                    : WordedLink(
                        words: "End the exclusion",
                        address: link("exclusions", "\($0.entry)")
                    )
            )
        }
    }

    // Looks

    package func looksPage(
        _ looks: [(person: PersonID, recorded: Timestamp, what: String)]
    ) -> CaseLooksPage {
        let isCoordinator = partnership.capacities(of: person, on: today).contains(.coordinator)
        return CaseLooksPage(
            head: head("looks"),
            says: isCoordinator
                ? "Everybody who looked at this case, the newest first. The chair is shown your own looks."
                : "The looks of those who run the case, the newest first.",
            looks: looks.map { look in
                CaseLooksPage.Row(
                    when: when(look.recorded),
                    who: name(look.person),
                    what: DayWording.capitalised(words(ofLook: look.what))
                )
            }
        )
    }

    /// What was looked at; people and documents that are named by id in it are named by name.
    private func words(ofLook what: String) -> String {
        let parts = what.split(separator: " ")
        return parts.map { part in
            if let name = PersonID(part).flatMap({ partnership.people[$0]?.name }) { return name }
            if let paper = DocumentID(part).flatMap({ file.paper($0) }) {
                return "“\(paperName(paper.paper))”"
            }
            let document = DocumentID(part).flatMap { id in
                file.documents.first { $0.document == id }
            }
            guard let document else { return String(part) }
            return document.isOpen(to: person) ? "“\(document.title)”" : "kept to named people"
        }.joined(separator: " ")
    }

    package func seenByPage(
        _ other: PersonID,
        _ permissions: [CaseAct: Permission]
    ) -> SeenByPage {
        let seesIt = permissions[.see]?.isPermitted == true
        return SeenByPage(
            head: head("people"),
            name: name(other),
            says: seesIt
                ? "What this person may do here today, and by what."
                : "To this person the case does not exist: the same page as for no case at all.",
            acts: seesIt
                ? CaseAct.allCases.map { act in (act.words, words(permissions[act])) } : []
        )
    }

    private func words(_ permission: Permission?) -> String {
        switch permission {
        case .permitted(let reasons)?:
            "Yes: " + DayWording.list(reasons.map { words($0) }.sorted())
        case .notNow(let stage)?: "Not now (\(stage.words.lowercasedStart))"
        case .nothingHere?, nil: "No"
        }
    }

    private func words(_ reason: Permission.Reason) -> String {
        switch reason {
        case .capacity(let capacity, nil): "as \(capacity.words)"
        case .capacity(let capacity, let other?):
            "as \(capacity.words), standing in for \(name(other))"
        case .brokenGlass: "opened in an emergency, to read"
        }
    }
}

extension LogLine {
    func contains(_ words: String) -> Bool {
        let wanted = words.lowercased().split { $0.isWhitespace }
        let text = "\(who) \(self.text) \(quoted)".lowercased()
        return wanted.allSatisfy { text.contains($0) }
    }
}

extension FormFiller {
    /// The day asked for in that place.
    func dateField(_ place: Int) -> DateField {
        let dates = fields.compactMap { field -> DateField? in
            if case .date(let date) = field { date } else { nil }
        }
        return dates[place]
    }
}

extension Capacity {
    package var words: String {
        switch self {
        case .coordinator: "business manager"
        case .support: "business support"
        case .notifier: "notifier"
        case .chair: "chair"
        case .partner: "safeguarding partner"
        case .checker: "checker"
        case .signatory: "signatory"
        case .member: "member"
        case .contributor: "contributor"
        case .reviewer: "reviewer"
        case .adviser: "adviser"
        case .observer: "observer"
        case .administrator: "administrator"
        }
    }
}

extension CaseAct {
    package var words: String {
        switch self {
        case .see: "See the case"
        case .seeLog: "Read the log"
        case .seeReadLog: "Read who looked"
        case .print: "Print"
        case .export: "Export"
        case .describe: "Change what it is about"
        case .recordMoment: "Record dates"
        case .correct: "Correct dates"
        case .recordFact: "Answer questions"
        case .recordSafety: "Record immediate safety"
        case .completeStep: "Record steps as done"
        case .decide: "Record decisions"
        case .setAside: "Set steps aside"
        case .agreeDay: "Agree days"
        case .chooseRoute: "Choose the route"
        case .writeLog: "Write in the log"
        case .fileDocument: "File documents"
        case .narrowDocument: "Say who may see a document"
        case .putOn: "Put people on the case"
        case .takeOff: "Take people off the case"
        case .moveEdition: "Move it to another edition"
        case .close: "Close it"
        case .reopen: "Open it again"
        case .writePaper: "Write its forms and reports"
        case .seeReports: "Read its reports"
        case .sign: "Sign what is theirs to sign"
        case .recordSignatures: "Record signatures given elsewhere"
        case .giveView: "Record views"
        case .submit: "Record what was submitted and sent"
        case .tellReferrer: "Record what the referrer was told"
        case .askAgencies: "Ask agencies, and remind them"
        case .seeReturns: "Read what agencies answered, before it is shared"
        case .checkReturns: "Check what agencies answered, and share it"
        case .seeInvolvement: "Read what family and practitioners were asked and said"
        case .recordInvolvement: "Record what family and practitioners were asked and said"
        case .arrangeMeetings: "Arrange meetings, and invite to them"
        case .runMeetings: "Run meetings, and see to their minutes"
        case .seeMinutes: "Read minutes"
        case .trackActions: "Move actions of meetings, and give them to others"
        }
    }
}
