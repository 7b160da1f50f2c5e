package import CaseFiles
import Partnerships
package import Procedures

extension CaseFormBuilder {
    mutating func askAgenda(
        _ part: MeetingPart,
        was before: Meeting?,
        _ thought: Reconsideration?
    ) -> [MeetingItem] {
        let template = part.items(under: procedure)
        var items: [MeetingItem] = template
        if !template.isEmpty {
            let ticked = filler.boxes(
                "agenda",
                "Agenda of the procedure",
                template.map { (id: $0.id, label: wording.item($0)) },
                was: template.map(\.id)
            )
            items = template.filter { ticked.contains($0.id) }
        }
        let own = before?.agenda.filter(\.clauses.isEmpty).filter { item in
            !template.contains { $0.item == item.item }
        }
        let added = thought?.hasOwnMeeting == false ? Self.thoughtOver : []
        let text = filler.area(
            "own-items",
            template.isEmpty ? "Agenda, one item to a line" : "Own items, one to a line",
            hint: template.isEmpty ? "The procedure gives none." : "They come after the others.",
            was: ((own?.map(\.item) ?? []) + added).joined(separator: "\n"),
            isNeeded: false
        )
        return items
            + lines(text).enumerated().map { number, line in
                MeetingItem(id: "own-\(number + 1)", item: line)
            }
    }

    /// On the agenda of a meeting that the national Panel gives cause for, where the procedure has none for it.
    private static let thoughtOver = [
        "The answer of the national Panel", "The partners’ decision, thought over",
    ]

    private func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// The agenda as lines, which may be moved, left out and added to.
    mutating func askMeetingAgenda(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.isOpen else { return nil }
        let text = filler.area(
            "items",
            "Agenda, one item to a line",
            hint: "Items that stay word for word keep their clauses, and who leaves before them.",
            was: meeting.agenda.map(\.item).joined(separator: "\n"),
            most: 10_000
        )
        var number =
            meeting.agenda.compactMap { $0.id.split(separator: "-").last }
            .compactMap { Int($0) }.max() ?? 0
        let items = lines(text).map { line -> MeetingItem in
            if let known = meeting.agenda.first(where: { $0.item == line }) { return known }
            number += 1
            return MeetingItem(id: "own-\(number)", item: line)
        }
        if filler.isSent, Set(items.map(\.item)).count < items.count {
            filler.mark("items", "The same line stands there twice")
        }
        let lost = meeting.agenda.filter { item in !items.contains { $0.id == item.id } }
        return Asked(
            title: "Agenda: \(wording.title(meeting))",
            lead: lost.isEmpty || !filler.isSent
                ? [] : ["Left out: \(DayWording.list(lost.map(\.item)))."],
            button: "Set the agenda",
            command: .meeting(
                .setAgenda(
                    CaseEvent.MeetingAgendaChanged(meeting: meeting.entry, agenda: items)
                )
            )
        )
    }
}

extension MeetingPart {
    /// The procedure's agenda, each item under a name that it keeps.
    package func items(under procedure: Procedure) -> [MeetingItem] {
        agenda.enumerated().map { number, item in
            MeetingItem(
                id: "item-\(number + 1)",
                item: item.item,
                clauses: item.clauses,
                without: item.without.map { who in
                    switch who.people {
                    case .role(let role): procedure.roles[role].id
                    case .group(let group): procedure.groups[group].id
                    default: who.text
                    }
                }
            )
        }
    }
}
