import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseReader {
    /// The board of one step that asks agencies; of the most telling one where none is named.
    ///
    /// Nil where the procedure has no such step.
    package func boardPage(step id: String?) -> AgencyBoardPage? {
        let steps = procedure.requestSteps
        guard let step = id.map({ id in steps.first { $0.id == id } }) ?? boardStep else {
            return nil
        }
        let lines = board(of: opened, step: step.id, today: today)
        let standing = lines.filter { $0.group != .noLonger }
        return AgencyBoardPage(
            head: head("agencies"),
            title: "Agencies",
            summary: Self.summary(of: standing),
            lead: boardLead(step, standing),
            steps: steps.filter { $0.id != step.id }.map { stepLink($0) },
            tally: standing.isEmpty ? [] : Self.tally(of: standing),
            acts: boardActs(step, lines),
            groups: AgencyBoardLine.Group.allCases.compactMap { group in
                let rows = lines.filter { $0.group == group }
                guard !rows.isEmpty else { return nil }
                return AgencyBoardPage.Group(
                    heading: "\(group.words): \(rows.count)",
                    rows: rows.map { boardRow($0) }
                )
            },
            leftOut: file.standingLeftOut.filter { $0.step == step.id }
                .map { ($0.subject, $0.reason) },
            notes: boardNotes(step, lines)
        )
    }

    /// The first step on which agencies are still to answer, else one that asked any, else one that would.
    private var boardStep: Step? {
        let steps = procedure.requestSteps
        return steps.first { step in
            file.requests(of: step.id).contains { $0.standing != .accepted && $0.revoked == nil }
        }
            ?? steps.last { !file.requests(of: $0.id).isEmpty }
            ?? steps.first { $0.request?.isOfAgencies == true } ?? steps.first
    }

    private func stepLink(_ step: Step) -> WordedLink {
        let asked = file.requests(of: step.id).count { $0.revoked == nil }
        return WordedLink(
            words: "\(step.does): \(asked == 0 ? "nobody asked" : "\(asked) asked")",
            address: boardLink(step)
        )
    }

    // What is said above the table

    /// Says how many have answered: `7 of 12 have answered. The other 5 are due today, Mon 5 Jan 2026`.
    static func summary(of lines: [AgencyBoardLine]) -> String {
        if lines.isEmpty { return "Nobody is asked yet." }
        let answered = lines.count(where: \.hasAnswered)
        let others = lines.filter { !$0.hasAnswered }
        if others.isEmpty {
            return lines.count == 1
                ? "The one agency asked has answered." : "All \(lines.count) have answered."
        }
        let first =
            answered == 0
            ? "None of \(lines.count) has answered."
            : "\(answered) of \(lines.count) \(answered == 1 ? "has" : "have") answered."
        return "\(first) \(summary(ofOthers: others, isAll: answered == 0))"
    }

    private static func summary(ofOthers others: [AgencyBoardLine], isAll: Bool) -> String {
        let count = others.count
        let are = count == 1 ? "is" : "are"
        let who =
            isAll
            ? count == 1 ? "It" : "All \(count)" : count == 1 ? "The other" : "The other \(count)"
        let days = Set(others.map(\.due))
        if days.count == 1, let day = others[0].due {
            switch others[0].timing {
            case .today: return "\(who) \(are) due today, \(DayWording.words(day))."
            case .overdue:
                return "\(who) \(are) overdue since \(DayWording.words(day))."
            default: return "\(who) \(are) due by \(DayWording.words(day))."
            }
        }
        var parts: [String] = []
        func add(_ number: Int, _ words: String) {
            if number > 0 { parts.append("\(number) \(number == 1 ? "is" : "are") \(words)") }
        }
        add(others.count(where: \.isOverdue), "overdue")
        add(others.count { $0.timing == .today }, "due today")
        add(others.count { $0.timing == .ahead }, "due later")
        add(others.count { $0.due == nil }, "without a day")
        return "Of \(who.lowercasedStart), \(DayWording.list(parts))."
    }

    private static func tally(of lines: [AgencyBoardLine]) -> [(count: Int, words: String)] {
        func count(_ standings: RequestStanding...) -> Int {
            lines.count { standings.contains($0.standing) }
        }
        return [
            (count(.asked), "not opened"), (count(.opened, .handedBack), "opened, not sent"),
            (count(.sentBack), "sent back"), (count(.unsigned, .answered), "to sign or check"),
            (count(.accepted), "accepted"),
        ]
    }

    private func boardLead(_ step: Step, _ lines: [AgencyBoardLine]) -> String {
        var words = ["\(step.does)."]
        if let pause = file.chasingPause, pause.holds(on: today) {
            let until = pause.until.map { " until \(DayWording.words($0))" } ?? ""
            words.append("Reminders to every agency are paused\(until): \(pause.reason)")
        }
        let toCheck = lines.count { $0.standing == .answered }
        if toCheck > 0, may(.checkReturns) {
            words.append("\(DayWording.count(toCheck, "return")) to check.")
        }
        return words.joined(separator: " ")
    }

    private func boardActs(_ step: Step, _ lines: [AgencyBoardLine]) -> [WordedLink] {
        var acts: [WordedLink] = []
        if may(.askAgencies), file.setAside[step.id] == nil {
            acts.append(
                WordedLink(
                    words: lines.isEmpty ? "Ask agencies" : "Ask another agency",
                    address: link(.asking, step.id)
                )
            )
            if !lines.isEmpty {
                acts.append(
                    file.chasingPause?.holds(on: today) == true
                        ? WordedLink(words: "Let reminders go again", address: link(.resumptions))
                        : WordedLink(words: "Pause all reminders", address: link(.pauses))
                )
            }
        }
        if seesPack {
            acts.append(WordedLink(words: "The pack", address: link("pack")))
            acts.append(WordedLink(words: "The chronology", address: link("chronology")))
        }
        acts.append(
            WordedLink(words: "The step, and why its dates", address: link("steps", step.id))
        )
        return acts
    }

    private func boardNotes(_ step: Step, _ lines: [AgencyBoardLine]) -> [String] {
        var notes: [String] = []
        let asked = Set(lines.map(\.agency))
        let elsewhere = schedule.steps.filter {
            $0.key.step.number == procedure.lookup.stepNamed[step.id]?.number && $0.key.isReturn
        }.compactMap(\.key.subject).filter { !asked.contains($0) }
        if !elsewhere.isEmpty {
            notes.append(
                "Recorded on the plan as asked by other ways, and not on this board: \(DayWording.list(elsewhere))."
            )
        }
        if lines.contains(where: \.isNotKnown) {
            notes.append(
                "Not known: the agency has searched its records and never had contact."
            )
        }
        if lines.contains(where: { $0.round > 1 }) {
            notes.append("Round 2: sent back once, and awaited or returned again.")
        }
        return notes
    }

    // One agency

    private func boardRow(_ line: AgencyBoardLine) -> AgencyBoardPage.Row {
        let request = "\(line.request)"
        return AgencyBoardPage.Row(
            agency: line.agency,
            address: may(.seeReturns) ? link("requests", request) : nil,
            lead: line.lead,
            trouble: line.trouble?.words ?? "",
            cells: [
                day("Asked", line.asked, else: ""),
                day(
                    "Opened",
                    line.opened,
                    else: "Not opened",
                    weight: line.group == .needsYou ? .strong : .soft
                ),
                dueCell(line),
                answeredCell(line),
                day(
                    "Signed",
                    line.signed,
                    else: line.answered == nil ? "Not yet" : "Not signed",
                    weight: line.answered == nil ? .soft : .strong
                ),
                checkedCell(line),
                AgencyBoardPage.Cell("Round", "\(line.round)"),
                chasedCell(line),
            ],
            standing: line.tag
        )
    }

    private func day(
        _ head: String,
        _ day: Day?,
        else words: String,
        weight: AgencyBoardPage.Cell.Weight = .soft
    ) -> AgencyBoardPage.Cell {
        guard let day else { return AgencyBoardPage.Cell(head, words, weight: weight) }
        return AgencyBoardPage.Cell(head, day: Self.short(day))
    }

    private static func short(_ day: Day) -> DayText {
        DayText(iso: day.description, words: DayWording.short(day))
    }

    private func dueCell(_ line: AgencyBoardLine) -> AgencyBoardPage.Cell {
        let explanation = file.request(line.request)
            .flatMap { schedule.line(backOf: $0, under: procedure) }
            .map { builder.row($0).explanation }
        guard let due = line.due else {
            return AgencyBoardPage.Cell(
                "Due",
                "No date given",
                weight: .soft,
                explanation: explanation
            )
        }
        let late =
            switch line.timing {
            case .overdue(let days) where days > 0:
                "\(DayWording.count(days, "working day")) overdue"
            case .overdue: "overdue"
            default: ""
            }
        return AgencyBoardPage.Cell(
            "Due",
            late,
            day: Self.short(due),
            explanation: explanation
        )
    }

    private func answeredCell(_ line: AgencyBoardLine) -> AgencyBoardPage.Cell {
        if line.standing == .sentBack { return AgencyBoardPage.Cell("Answered", "Sent back") }
        let words =
            switch line.timing {
            case .late(let days) where days > 0: "\(DayWording.count(days, "working day")) late"
            case .late: "late"
            default: ""
            }
        guard let answered = line.answered else {
            return AgencyBoardPage.Cell("Answered", "Not yet", weight: .soft)
        }
        return AgencyBoardPage.Cell("Answered", words, day: Self.short(answered))
    }

    private func checkedCell(_ line: AgencyBoardLine) -> AgencyBoardPage.Cell {
        if line.standing == .answered, may(.checkReturns) {
            return AgencyBoardPage.Cell(
                "Checked",
                line.checked == nil ? "Check it" : "Check it again",
                address: link(.checks, "\(line.request)")
            )
        }
        guard let checked = line.checked else {
            return AgencyBoardPage.Cell("Checked", "Not yet", weight: .soft)
        }
        // Which parts fell short is what the agency answered: it is told where that may be seen.
        let parts = may(.seeReturns) ? line.sentBack.filter { !$0.isEmpty } : []
        return AgencyBoardPage.Cell(
            "Checked",
            DayWording.list(parts),
            day: Self.short(checked)
        )
    }

    private func chasedCell(_ line: AgencyBoardLine) -> AgencyBoardPage.Cell {
        let times =
            switch line.chased {
            case 0: "No"
            case 1: "Once"
            case 2: "Twice"
            default: "\(line.chased) times"
            }
        return AgencyBoardPage.Cell("Chased", times, day: line.chasedLast.map { Self.short($0) })
    }
}

extension AgencyBoardLine.Group {
    package var words: String {
        switch self {
        case .needsYou: "Needs you first"
        case .waits: "Waiting for a check or a signature"
        case .accepted: "Accepted"
        case .noLonger: "No longer asked"
        }
    }
}

extension AgencyBoardLine.Trouble {
    package var words: String {
        switch self {
        case .nobodyToAnswer: "Nobody there has a way in"
        case .messageFailed: "A message could not be delivered"
        case .letterWaits: "A message waits to be sent by hand"
        case .linkRests: "The link rests after ten wrong codes"
        }
    }
}

extension AgencyBoardLine {
    /// Word, sign and edge: a day that has come or gone counts before how far the answer is.
    package var tag: StandingTag {
        switch standing {
        case .revoked: StandingTag(kind: .not, word: "No longer asked")
        case .accepted, .answered: StandingTag(kind: isLate ? .late : .done, word: doneWord)
        default:
            switch timing {
            case .overdue: StandingTag(kind: .overdue, word: "Overdue")
            case .today: StandingTag(kind: .today, word: "Due today")
            default: StandingTag(kind: standing == .asked ? .start : .open, word: standing.words)
            }
        }
    }

    private var isLate: Bool { if case .late = timing { true } else { false } }

    private var doneWord: String {
        let word = isNotKnown ? "Not known" : standing.words
        return isLate ? "\(word), late" : word
    }
}

extension RequestStanding {
    package var words: String {
        switch self {
        case .asked: "Not opened"
        case .opened: "Opened"
        case .unsigned: "Not signed"
        case .handedBack: "Handed back"
        case .answered: "Answered"
        case .sentBack: "Sent back"
        case .accepted: "Accepted"
        case .revoked: "No longer asked"
        }
    }
}

// Where lines of the plan lead

extension CaseReader {
    func boardLink(_ step: Step) -> String {
        link("agencies") + "?step=\(Link.encoded(step.id))"
    }

    /// Where what a line of the plan stands for is done: the board, a request, its check, else the step.
    func address(of line: ScheduledStep) -> String {
        let step = procedure.steps[line.key.step]
        if step.request != nil, line.done == nil || line.key.isReturn {
            if let request = request(of: line, step: line.key.step), may(.seeReturns) {
                return requestLink(request)
            }
            if !file.requests(of: step.id).isEmpty { return boardLink(step) }
        }
        if case .check = step.kind, case .returns(let of)? = step.forEach, may(.checkReturns),
            let request = request(of: line, step: of), request.standing == .answered
        {
            return link(.checks, "\(request.entry)")
        }
        return link("steps", step.id)
    }

    private func request(of line: ScheduledStep, step: Reference<Step>) -> AgencyRequest? {
        guard let subject = line.key.subject else { return nil }
        return file.requests(of: procedure.steps[step].id).last {
            $0.asked.subject == subject && $0.revoked == nil
        }
    }
}
