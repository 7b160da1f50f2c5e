import CaseFiles
package import Partnerships
import Procedures
import Schedules
package import WorkingDays

/// Everything that waits for somebody, across her cases.
package struct WorkPage: Sendable {
    package let today: DayText
    package let banners: [Banner]
    package let groups: [Group]
    package let cases: [CaseFacts]
    package let acts: [WordedLink]

    package struct Group: Sendable {
        /// `Overdue: 2`.
        package let heading: String
        package let isLate: Bool
        package let rows: [WorkRow]
        /// The rest of a long list, shown when it is asked for.
        package let others: [WorkRow]
        /// `Show 47 more`.
        package let othersShown: String
    }

    package struct CaseFacts: Sendable {
        package let reference: String
        package let address: String
        package let lines: [String]
    }
}

/// What waits for a person in the cases that she is on.
package func workPage(
    of cases: [CaseReader],
    in partnership: Partnership,
    for person: PersonID,
    referralsToRead: Int = 0,
    today: Day
) -> WorkPage {
    let capacities = partnership.capacities(of: person, on: today)
    let rows = cases.flatMap { reader in
        reader.waiting().filter { reader.isHers($0) }.compactMap { line -> Waiting? in
            guard let day = reader.day(line) else { return nil }
            return Waiting(
                day: day,
                isOverdue: line.standing == .overdue,
                isPrompted: reader.isPrompted(line),
                row: reader.workRow(line, over: reader.caseNote)
            )
        }
            + reader.waitingActions.map { action in
                Waiting(
                    day: action.action.due ?? .last,
                    isOverdue: action.action.isOverdue(on: today),
                    isPrompted: action.action.due == nil,
                    row: reader.workRow(action, over: "\(reader.caseNote) · action of a meeting")
                )
            }
    }.sorted { ($0.day, $0.row.address) < ($1.day, $1.row.address) }
    let sunday = today.advanced(byDays: 7 - today.weekday.rawValue) ?? today
    func group(
        _ name: String,
        isLate: Bool = false,
        isLong: Bool = false,
        _ belongs: (Waiting) -> Bool
    ) -> WorkPage.Group {
        let found = rows.filter(belongs).map(\.row)
        let first = isLong && found.count > 15 ? 10 : found.count
        return WorkPage.Group(
            heading: "\(name): \(found.count)",
            isLate: isLate,
            rows: Array(found.prefix(first)),
            others: Array(found.dropFirst(first)),
            othersShown: "Show \(found.count - first) more"
        )
    }
    return WorkPage(
        today: DayWording.text(today),
        banners: banners(partnership, person, capacities)
            + referralBanner(referralsToRead)
            + cases.filter { !$0.sameChildBanners.isEmpty && !$0.file.openSameChild.isEmpty }.map {
                sameChildBanner($0)
            },
        groups: [
            group("Overdue", isLate: true) { $0.isOverdue },
            group("Today") { $0.isLimited && $0.day <= today },
            group("This week") { $0.isLimited && $0.day > today && $0.day <= sunday },
            group("Later", isLong: true) { $0.isLimited && $0.day > sunday },
            group("Without a limit", isLong: true) { $0.isPrompted },
        ],
        cases: cases.map { $0.facts },
        acts: capacities.contains(.coordinator)
            ? [WordedLink(words: "Open a case", address: Link.newCase)] : []
    )
}

private func referralBanner(_ count: Int) -> [Banner] {
    guard count > 0 else { return [] }
    return [
        Banner(
            kind: .today,
            heading: "\(DayWording.count(count, "referral")) for you to read before it goes",
            link: WordedLink(words: "Referrals", address: Link.referrals)
        )
    ]
}

private func sameChildBanner(_ reader: CaseReader) -> Banner {
    Banner(
        kind: .today,
        heading: "Case \(reader.file.reference): another case may concern a child of it",
        link: WordedLink(
            words: "Open case \(reader.file.reference)",
            address: Link.caseFile(reader.file.reference)
        )
    )
}

private struct Waiting {
    let day: Day
    let isOverdue: Bool
    let isPrompted: Bool
    let row: WorkRow

    var isLimited: Bool { !isOverdue && !isPrompted }
}

private func banners(
    _ partnership: Partnership,
    _ person: PersonID,
    _ capacities: Set<Capacity>
) -> [Banner] {
    var banners: [Banner] = []
    if partnership.isShut(person) {
        banners.append(
            Banner(
                kind: .late,
                heading: "Your cases are shut for now",
                lines: [
                    "Somebody else reset how you sign in. A business manager or the chair must confirm that it was you who asked."
                ]
            )
        )
    }
    let notices = partnership.noticesToLookAt(by: person).count
    if capacities.contains(.coordinator), !partnership.isShut(person), notices > 0 {
        banners.append(
            Banner(
                kind: .today,
                heading:
                    "\(DayWording.count(notices, "notice")) to look at",
                lines: [
                    "New people, new roles and resets: they are under People and agencies, Notices."
                ]
            )
        )
    }
    return banners
}

extension CaseReader {
    /// `Case 4QX-7MD · rapid review, day 8 of 15`.
    var caseNote: String {
        let stage = file.stage(under: procedure).words.lowercasedStart
        let counter = builder.counter().map { ", \($0.heading.lowercasedStart)" } ?? ""
        return "Case \(file.reference) · \(stage)\(counter)"
    }

    var facts: WorkPage.CaseFacts {
        let stage = file.stage(under: procedure).words
        let counter = builder.counter()
        var lines = [stage + (counter.map { ", \($0.heading.lowercasedStart)" } ?? "")]
        if let counter { lines.append(counter.left) }
        let undated = waiting().count { day($0) == nil }
        if undated > 0 { lines.append("\(DayWording.count(undated, "open step")) without a date") }
        return WorkPage.CaseFacts(
            reference: "\(file.reference)",
            address: Link.caseFile(file.reference),
            lines: lines
        )
    }
}
