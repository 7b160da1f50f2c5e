package import CaseFiles
package import Partnerships
import Procedures
import Schedules
import WorkingDays

/// A case as one person reads it at one moment: what every page of the case is made from.
package struct CaseReader: Sendable {
    package let opened: OpenedCase
    package let person: PersonID
    package let time: Timestamp
    /// The other cases that may concern the same child, as far as the reader is on them.
    package var matches: [CaseReference] = []
    let builder: PlanBuilder
    private let permissions: CasePermissions

    package init(_ opened: OpenedCase, for person: PersonID, at time: Timestamp) {
        self.opened = opened
        self.person = person
        self.time = time
        builder = PlanBuilder(
            schedule: opened.schedule(today: time.localTime.day),
            procedure: opened.procedure,
            calendar: opened.partnership.calendar
        )
        permissions = opened.permissions(of: person, at: time)
    }

    var file: CaseFile { opened.file }
    var procedure: Procedure { opened.procedure }
    var partnership: Partnership { opened.partnership }
    var today: Day { time.localTime.day }
    var schedule: Schedule { builder.schedule }
    var wording: Wording { builder.wording }

    package func may(_ act: CaseAct) -> Bool { permissions[act].isPermitted }

    func name(_ person: PersonID) -> String {
        partnership.name(of: person)
    }

    func link(_ part: String = "", _ of: String? = nil) -> String {
        Link.caseFile(file.reference, part, of)
    }

    func link(_ form: CaseForm, _ of: String? = nil) -> String {
        Link.form(form, of: file.reference, about: of)
    }

    // What is said at the top of each page

    package func head(_ current: String, recorded version: Int? = nil) -> CaseHead {
        var tabs = [("Case", ""), ("Plan", "plan")]
        if !procedure.requestSteps.isEmpty { tabs.append(("Agencies", "agencies")) }
        if !procedure.lookup.meetings.isEmpty { tabs.append(("Meetings", "meetings")) }
        if !actions.isEmpty { tabs.append(("Actions", "actions")) }
        if may(.seeLog) { tabs.append(("Log", "log")) }
        tabs += [("People", "people"), ("Documents", "documents")]
        if may(.seeReadLog) { tabs.append(("Read log", "looks")) }
        return CaseHead(
            reference: file.reference,
            over: over,
            counter: file.isOpen ? builder.counter() : nil,
            tabs: tabs.map { name, part in
                CaseHead.Tab(name: name, address: link(part), isCurrent: part == current)
            },
            crumbs: [
                Crumb(name: Way.myWork.name, address: Link.myWork),
                Crumb(name: Way.cases.name, address: Link.cases),
            ],
            banners: banners(recorded: version) + (current.isEmpty ? reconsideringBanners : [])
        )
    }

    /// `Rapid review · notification and rapid review · seriously harmed`.
    var over: String {
        let known = file.known(under: procedure)
        var parts = [file.stage(under: procedure).words, DayWording.capitalised(file.route.words)]
        if known.value(of: .died) == .yes { parts.append("A child has died") }
        if known.value(of: .seriouslyHarmed) == .yes {
            parts.append("A child was seriously harmed")
        }
        return parts.joined(separator: " · ")
    }

    private func banners(recorded version: Int?) -> [Banner] {
        var banners: [Banner] = []
        if let version, may(.seeLog),
            let line = log().first(where: { $0.version == version })
        {
            banners.append(
                Banner(
                    kind: .done,
                    heading: "Recorded",
                    lines: ["\(line.who) \(line.text)."]
                )
            )
        } else if version != nil {
            banners.append(Banner(kind: .done, heading: "Recorded"))
        }
        if let closed = file.closed {
            banners.append(
                Banner(
                    kind: .plain,
                    heading: "Closed on \(DayWording.words(closed.day))",
                    lines: [closed.reason]
                )
            )
        }
        banners += sameChildBanners
        for glass in partnership.brokenGlass
        where glass.reference == file.reference && glass.opened != nil {
            banners += emergency(glass).map { [$0] } ?? []
        }
        return banners
    }

    /// Of the same child in other cases: whom to speak to, and which cases the reader is on herself.
    var sameChildBanners: [Banner] {
        let told = file.openSameChild.filter { suspected in
            may(.putOn) && !partnership.isExcluded(person, from: suspected.suspected.other)
        }
        let open = told.map { suspected in
            Banner(
                kind: .today,
                heading: "Another case may concern a child of this one",
                lines: [
                    "Speak to \(DayWording.list(suspected.suspected.heldBy.map { name($0) })) before either case goes on."
                ],
                link: may(.putOn)
                    ? WordedLink(
                        words: "Record how it was settled",
                        address: link(.sameChild, "\(suspected.suspected.entry)")
                    ) : nil
            )
        }
        return open
            + matches.map { other in
                Banner(
                    kind: .today,
                    heading: "Case \(other) may concern the same child",
                    lines: ["You are on both. Nobody else is told here."],
                    link: WordedLink(words: "Open case \(other)", address: Link.caseFile(other))
                )
            }
    }

    /// Shown to everyone on the case for a month.
    private func emergency(_ glass: BrokenGlass) -> Banner? {
        guard let opened = glass.opened, let approved = glass.approvedBy,
            opened.localTime.day.days(to: today) <= 30
        else { return nil }
        let until = opened.advanced(byHours: BrokenGlass.openForHours)
        let verb = glass.isOpen(at: time) ? "is open" : "was open"
        return Banner(
            kind: glass.isOpen(at: time) ? .late : .today,
            heading: "This case \(verb) to \(name(glass.person)) in an emergency",
            lines: [
                "Until \(when(until)). Asked for by \(name(glass.askedBy)), approved by \(name(approved)). Reason: \(glass.reason)"
            ]
        )
    }

    func when(_ time: Timestamp) -> String {
        DayWording.when(time)
    }

    // Lines of the plan

    /// What waits to be done, the most pressing first: overdue, today, then by day, those without a day last.
    func waiting() -> [ScheduledStep] {
        schedule.steps.filter { line in
            guard !procedure.steps[line.key.step].isNationalLimit, line.applies != .no else {
                return false
            }
            switch line.standing {
            // A meeting that was held meets again on the day that is booked.
            case .done, .doneLate: return line.booked != nil
            case .notNeeded: return false
            case .notStarted: return line.due != nil || line.booked != nil
            default: return true
            }
        }.sorted { one, other in
            (day(one) ?? .last, one.key.step.number) < (day(other) ?? .last, other.key.step.number)
        }
    }

    /// The day by which a line is sorted.
    func day(_ line: ScheduledStep) -> Day? {
        line.standing == .overdue ? line.due : line.booked ?? line.due ?? line.prompt
    }

    /// Whether only a prompt says when, and no limit.
    func isPrompted(_ line: ScheduledStep) -> Bool {
        line.due == nil && line.booked == nil && line.prompt != nil
    }

    func workRow(_ line: ScheduledStep, over: String = "") -> WorkRow {
        let row = builder.row(line)
        let day = day(line)
        return WorkRow(
            due: day.map { DayWording.text($0) },
            note: note(line),
            does: row.does,
            address: address(of: line),
            over: over,
            who: who(line),
            explanation: row.explanation,
            standing: line.booked != nil && line.standing != .overdue
                ? StandingTag(kind: .open, word: "Booked") : row.standing
        )
    }

    private func note(_ line: ScheduledStep) -> String {
        if line.standing == .overdue, let due = line.due {
            return overdue(since: due)
        }
        if let booked = line.booked { return left(booked).map { "booked, \($0)" } ?? "booked" }
        if let due = line.due {
            let at = line.dated?.at.map { "by \(DayWording.words($0)), " } ?? ""
            return at + (left(due) ?? "")
        }
        if let prompt = line.prompt {
            return prompt <= today
                ? "worth a look since then; no limit" : "to be looked at; no limit"
        }
        return "no date given"
    }

    func left(_ day: Day) -> String? {
        if day == today { return "by the end of today" }
        guard day > today else { return nil }
        return days(from: today, to: day).map { "\(DayWording.count($0, "working day")) left" }
    }

    func overdue(since due: Day) -> String {
        days(from: due, to: today).map { "\(DayWording.count($0, "working day")) overdue" }
            ?? "overdue"
    }

    private func days(from first: Day, to last: Day) -> Int? {
        (try? builder.calendar.workingDays(from: first, to: last)).map { max($0, 0) }
    }

    /// By name where the case has somebody in that role, else by the procedure's own word.
    func who(_ line: ScheduledStep) -> String {
        let names = builder.reasons.by(line.key).flatMap { who -> [String] in
            guard case .role(let role) = who.people else { return [] }
            return holders(of: procedure.roles[role].id)
        }
        let words = builder.reasons.people(line.key)
        return names.isEmpty
            ? DayWording.capitalised(words) : "\(DayWording.list(names)), \(words)"
    }

    private func holders(of role: String) -> [String] {
        file.people.filter {
            $0.isOn(today) && $0.roles.contains(role) && !isExcluded($0.person)
        }.map { name($0.person) }
    }

    /// Whether a line is the reader's to see to: all of them for whoever runs the case.
    func isHers(_ line: ScheduledStep) -> Bool {
        let held = capacities
        if runsTheCase(held) { return true }
        let roles = Set(file.people.filter { $0.person == person }.flatMap(\.roles))
        return builder.reasons.by(line.key).contains { isOne($0, roles, held) }
    }

    private func isOne(_ who: Who, _ roles: Set<String>, _ held: Set<Capacity>) -> Bool {
        switch who.people {
        case .role(let role): roles.contains(procedure.roles[role].id)
        case .group(let group):
            procedure.groups[group].members.contains { isOne($0, roles, held) }
        case .partner, .partners, .anyPartner: held.contains(.partner)
        case .chair: held.contains(.chair)
        case .members, .everyoneInvited: held.contains(.member)
        case .agencySeniorManager: held.contains(.signatory)
        case .agencyInvolved, .agencyAsked, .anyAgency, .agency, .agencyRepresentative,
            .agenciesRepresentatives:
            held.contains(.contributor)
        default: false
        }
    }

    var runsTheCase: Bool { runsTheCase(capacities) }

    private func runsTheCase(_ held: Set<Capacity>) -> Bool {
        !held.isDisjoint(with: [.coordinator, .support])
    }

    private var capacities: Set<Capacity> {
        let roles = file.people.filter { $0.person == person && $0.isOn(today) }.flatMap(\.roles)
        return partnership.capacities(of: person, on: today).union(
            roles.compactMap { procedure.capacity(ofPart: $0) }
        )
    }
}
