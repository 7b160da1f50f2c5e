import CaseFiles
package import Partnerships
import WorkingDays

/// The actions that the meetings of a case decided, with what became of each.
package struct ActionsPage: Sendable {
    package let head: CaseHead
    package let lead: String
    /// Those that there are: overdue, open, done or overtaken.
    package let groups: [Group]

    package struct Group: Sendable {
        /// `Overdue: 2`.
        package let heading: String
        package let isLate: Bool
        package let rows: [Row]
    }

    package struct Row: Sendable {
        /// Under which a link from elsewhere finds it.
        package let id: String
        package let row: WorkRow
        /// What shows that it is done, or why it is not needed; empty while it is open.
        package let settled: String
        package let acts: [WordedLink]
    }
}

extension CaseReader {
    /// An action and the meeting that decided it.
    typealias Action = (meeting: Meeting, action: Meeting.Point)

    /// Those that the reader may know of: all for whoever reads minutes, else her own.
    var actions: [Action] {
        may(.seeMinutes) ? file.actions : file.actions.filter { $0.action.person == person }
    }

    /// Those that wait for the reader: her own, and all of them for whoever runs the case.
    var waitingActions: [Action] {
        runsTheCase ? openActions : openActions.filter { $0.action.person == person }
    }

    /// Those still to be done, by their day; those without a day last.
    var openActions: [Action] {
        actions.filter { !$0.action.isSettled }
            .sorted { ($0.action.due ?? .last) < ($1.action.due ?? .last) }
    }

    /// Somebody who is on the case today, by her name as it was typed; nil where that is nobody's, or several people's.
    package func personOnCase(named name: String) -> PersonID? {
        let wanted = comparable(name)
        let found = Set(
            file.people.filter { $0.isOn(today) && !isExcluded($0.person) }.map(\.person)
        )
        .filter { comparable(self.name($0)) == wanted }
        return found.count == 1 ? found.first : nil
    }

    /// Every action of the case that the reader may know of.
    package func actionsPage() -> ActionsPage {
        let settled = actions.filter(\.action.isSettled)
        let open = openActions
        let overdue = open.filter { $0.action.isOverdue(on: today) }
        let others = open.filter { !$0.action.isOverdue(on: today) }
        func group(_ name: String, isLate: Bool = false, _ found: [Action]) -> ActionsPage.Group? {
            found.isEmpty
                ? nil
                : ActionsPage.Group(
                    heading: "\(name): \(found.count)",
                    isLate: isLate,
                    rows: found.map { row($0) }
                )
        }
        return ActionsPage(
            head: head("actions"),
            lead: actions.isEmpty
                ? "No meeting of this case has decided an action yet. They are noted while a meeting is run, and stand here from then on."
                : "What the meetings of this case decided that somebody is to do. A day is that of the meeting until somebody moves it, with a reason.",
            groups: [
                group("Overdue", isLate: true, overdue),
                group("Open", others),
                group("Done or overtaken", settled),
            ].compactMap { $0 }
        )
    }

    private func row(_ action: Action) -> ActionsPage.Row {
        let point = action.action
        let settled =
            point.done.map { "Done on \(DayWording.words($0.day)): \($0.evidence)" }
            ?? point.overtaken.map { "Overtaken: \($0.reason)" } ?? ""
        return ActionsPage.Row(
            id: Self.anchor(point),
            row: workRow(action, over: title(action.meeting), links: false),
            settled: settled,
            acts: acts(on: point)
        )
    }

    private func acts(on point: Meeting.Point) -> [WordedLink] {
        let offered: [(CaseForm, String)] =
            point.isSettled
            ? [(.actionsReopened, "Open it again")]
            : [
                (.actionEnds, "It is done"),
                (.actionDays, point.due == nil ? "Set its day" : "Move its day"),
                (.actionOwners, "Give it to somebody else"),
                (.actionsOvertaken, "It is overtaken"),
            ]
        return offered.filter { may($0.0.act) }.map { form, words in
            WordedLink(words: words, address: link(form, "\(point.noted.entry)"))
        }
    }

    private static func anchor(_ point: Meeting.Point) -> String { "action-\(point.noted.entry)" }

    /// An action as it waits among the steps of the plan.
    func workRow(_ action: Action, over: String = "", links: Bool = true) -> WorkRow {
        let point = action.action
        return WorkRow(
            due: point.due.map { DayWording.text($0) },
            note: note(point),
            does: point.noted.words,
            address: links ? "\(link("actions"))#\(Self.anchor(point))" : "",
            over: over,
            who: point.person.map { named($0) } ?? point.who,
            explanation: explanation(action),
            standing: tag(point)
        )
    }

    private func note(_ point: Meeting.Point) -> String {
        guard !point.isSettled else { return "" }
        guard let due = point.due else { return "No day set" }
        return point.isOverdue(on: today) ? overdue(since: due) : left(due) ?? ""
    }

    private func tag(_ point: Meeting.Point) -> StandingTag {
        if point.done != nil { return StandingTag(kind: .done, word: "Done") }
        if point.overtaken != nil { return StandingTag(kind: .not, word: "Overtaken") }
        if point.isOverdue(on: today) { return StandingTag(kind: .overdue, word: "Overdue") }
        return point.due == today
            ? StandingTag(kind: .today, word: "Due today") : StandingTag(kind: .open, word: "Open")
    }

    /// Where the day comes from: the meeting, or whoever moved it.
    private func explanation(_ action: Action) -> Explanation {
        let point = action.action
        let meeting = title(action.meeting)
        var facts = [(term: "Decided at", text: meeting)]
        if let item = point.noted.item.flatMap({ action.meeting.item($0) }) {
            facts.append(("Under", item.item))
        }
        if !point.moves.isEmpty {
            facts.append(
                ("Set first", point.noted.by.map { DayWording.words($0) } ?? "No day was set.")
            )
        }
        for moved in point.moves {
            let agreed = moved.agreedBy.isEmpty ? "" : " Agreed by \(moved.agreedBy)."
            facts.append(
                ("Moved to \(DayWording.words(moved.by))", "\(moved.reason)\(agreed)")
            )
        }
        if let given = point.given {
            facts.append(("Given to \(given.who)", given.reason))
        }
        let lead =
            point.moves.last.map {
                "It was moved to \(DayWording.words($0.by)), with a reason."
            }
            ?? (point.noted.by == nil
                ? "The meeting set no day."
                : "The meeting set this day when it decided the action.")
        return Explanation(
            question: point.due.map { "Why \(DayWording.short($0))?" } ?? "Why no date?",
            lead: lead,
            facts: facts
        )
    }
}
