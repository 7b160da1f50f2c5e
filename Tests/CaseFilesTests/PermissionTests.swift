import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles
@testable import Partnerships

/// Who may do what, act by act: written again from what each person is for, not copied from the table it checks.
private let expected = """
    see                 all                                                         always
    print               all                                                         always
    see-log             coordinator support notifier chair partner checker          always
    see-log             signatory member                                            always
    see-read-log        coordinator chair                                           always
    export              coordinator                                                 always
    describe            coordinator support                                         open
    describe            notifier                                                    notifying
    record-moment       coordinator support                                         open
    record-moment       notifier                                                    notifying
    correct             coordinator                                                 open
    correct             notifier                                                    notifying
    record-fact         coordinator                                                 open
    record-fact         notifier chair partner                                      reviewing
    record-safety       coordinator support notifier chair partner checker          open
    record-safety       signatory member contributor                                open
    complete-step       coordinator support notifier chair partner checker          open
    complete-step       signatory member contributor adviser                        open
    complete-step       reviewer                                                    publishing
    decide              coordinator chair partner checker signatory member          open
    decide              notifier                                                    notifying
    set-aside           coordinator                                                 open
    agree-day           coordinator support chair partner                           open
    choose-route        coordinator                                                 open
    choose-route        partner                                                     reviewing
    write-log           coordinator support                                         always
    write-log           notifier chair partner                                      open
    file-document       coordinator support                                         always
    file-document       notifier chair partner checker                              open
    file-document       reviewer                                                    publishing
    narrow-document     coordinator                                                 always
    put-on              coordinator                                                 always
    take-off            coordinator                                                 always
    move-edition        coordinator                                                 open
    close               coordinator                                                 open
    reopen              coordinator                                                 closed
    write-paper         coordinator support chair                                   open
    write-paper         notifier                                                    drafting
    see-reports         coordinator support notifier chair partner checker          always
    see-reports         signatory member reviewer                                   always
    see-reports         adviser                                                     open
    sign                coordinator notifier chair partner signatory                open
    record-signatures   coordinator chair                                           open
    give-view           coordinator support notifier chair partner signatory        open
    submit              coordinator notifier signatory                              open
    tell-referrer       coordinator                                                 always
    tell-referrer       support                                                     open
    ask-agencies        coordinator support                                         open
    see-returns         coordinator support chair                                   always
    see-returns         checker                                                     open
    check-returns       coordinator support chair checker                           open
    see-involvement     coordinator support chair partner                           always
    see-involvement     reviewer                                                    publishing
    record-involvement  coordinator support chair                                   open
    record-involvement  reviewer                                                    publishing
    arrange-meetings    coordinator support chair                                   open
    run-meetings        coordinator support chair                                   open
    see-minutes         coordinator support notifier chair partner checker          always
    see-minutes         signatory member                                            always
    """

@Suite("Who may do what in a case")
struct PermissionTests {
    private struct Cell: Hashable {
        let capacity: Capacity
        let act: CaseAct
        let stage: CaseStage
    }

    private static let table: Set<Cell> = {
        var cells: Set<Cell> = []
        for line in expected.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let act = CaseAct(rawValue: words[0]), let last = words.last else { continue }
            let names = words[1..<(words.count - 1)]
            let capacities =
                names.first == "all"
                ? Capacity.allCases.filter { $0 != .administrator }
                : names.compactMap { Capacity(rawValue: $0) }
            for capacity in capacities {
                for stage in stages(last) {
                    cells.insert(Cell(capacity: capacity, act: act, stage: stage))
                }
            }
        }
        return cells
    }()

    private static func stages(_ name: String) -> [CaseStage] {
        switch name {
        case "open": CaseStage.allCases.filter { $0 != .closed }
        case "closed": [.closed]
        case "notifying": [.threshold, .notification]
        case "drafting": [.threshold, .notification, .rapidReview]
        case "reviewing": [.threshold, .notification, .rapidReview, .nationalPanel]
        case "publishing": [.lcspr, .actions]
        default: CaseStage.allCases
        }
    }

    @Test func `every capacity, act and stage is as it is meant`() {
        for capacity in Capacity.allCases {
            for act in CaseAct.allCases {
                for stage in CaseStage.allCases {
                    let cell = Cell(capacity: capacity, act: act, stage: stage)
                    #expect(
                        permits(capacity, act, at: stage) == Self.table.contains(cell),
                        "\(capacity.rawValue) \(act.rawValue) \(stage.rawValue)"
                    )
                }
            }
        }
        #expect(Self.table.count > 500)
    }

    @Test func `off the case, excluded, shut out or of another partnership: nothing is here`()
        throws
    {
        for stage in CaseStage.allCases {
            let given = try Given.at(stage)
            let file = try #require(given.file)
            #expect(file.stage(under: given.procedure) == stage)
            for capacity in Capacity.allCases {
                let people = Marlshire(capacity)
                for act in CaseAct.allCases {
                    let onCase = people.permission(.ruth, act, file, given.procedure)
                    if permits(capacity, act, at: stage) {
                        #expect(onCase.isPermitted, "\(capacity) \(act) \(stage)")
                    } else if capacity == .administrator {
                        // On a case and nothing else there: she looks on.
                        #expect(onCase.isPermitted == permits(.observer, act, at: stage))
                    } else {
                        #expect(onCase == .notNow(stage), "\(capacity) \(act) \(stage)")
                    }
                    for partnership in [people.excluding(.ruth), people.shutting(.ruth)] {
                        let walled = CaseFiles.permission(
                            for: .ruth,
                            to: act,
                            in: file,
                            under: given.procedure,
                            of: partnership,
                            at: .opening
                        )
                        #expect(walled == .nothingHere)
                    }
                    #expect(
                        people.permission(.neil, act, file, given.procedure) == .nothingHere
                    )
                    #expect(
                        people.permission(.stranger, act, file, given.procedure) == .nothingHere
                    )
                }
            }
        }
    }
}

extension PersonID {
    static let neil: PersonID = 4
    static let stranger: PersonID = 99
}

/// A partnership in which Ruth, who is on the case, and Neil, who is not, are both of one capacity.
private struct Marlshire {
    let partnership: Partnership

    init(_ capacity: Capacity) {
        var partnership = Partnership()
        for person in [PersonID.ruth, .neil] {
            let membership = Membership(
                entry: EntryID(number: person.number) ?? 0,
                person: person,
                roles: [HeldRole(role: nil, capacity: capacity)],
                from: "2025-01-01",
                until: nil
            )
            evolve(
                &partnership,
                by: .membershipGranted(membership),
                recorded: .opening,
                actor: .operator
            )
        }
        self.partnership = partnership
    }

    func permission(
        _ person: PersonID,
        _ act: CaseAct,
        _ file: CaseFile,
        _ procedure: Procedure
    ) -> Permission {
        CaseFiles.permission(
            for: person,
            to: act,
            in: file,
            under: procedure,
            of: partnership,
            at: .opening
        )
    }

    func excluding(_ person: PersonID) -> Partnership {
        after(
            .personExcluded(
                Exclusion(
                    entry: 60,
                    reference: .example,
                    people: [person],
                    name: "Ruth",
                    email: "",
                    reason: "Knows the family"
                )
            )
        )
    }

    func shutting(_ person: PersonID) -> Partnership {
        var partnership = partnership
        evolve(
            &partnership,
            by: .reset(person),
            recorded: .opening,
            actor: .person(.stranger)
        )
        return partnership
    }

    private func after(_ event: PartnershipEvent) -> Partnership {
        var partnership = partnership
        evolve(&partnership, by: event, recorded: .opening, actor: .person(.joan))
        return partnership
    }
}

extension PartnershipEvent {
    fileprivate static func reset(_ person: PersonID) -> PartnershipEvent {
        .factorReset(FactorReset(person: person, askedBy: nil))
    }
}

extension Given {
    /// A case that has come so far, with Ruth on it.
    fileprivate static func at(_ stage: CaseStage) throws -> Given {
        func moment(_ entry: EntryID, _ moment: Moment, _ day: Day) -> CaseCommand {
            .recordMoment(.init(entry: entry, moment: moment, day: day))
        }
        func step(_ entry: EntryID, _ step: String, _ evidence: Evidence) -> CaseCommand {
            .completeStep(
                .init(
                    entry: entry,
                    name: OccurrenceName(step),
                    day: "2026-01-05",
                    evidence: evidence
                )
            )
        }
        let ruth = CasePerson(person: .ruth, roles: [], from: "2025-12-15", until: nil)
        let notifiable = CaseCommand.recordFact("notifiable", true, reason: "The partners agree")
        let notified = step(2, "submit-notification", .submitted(to: "Panel", reference: "S"))
        let reported = step(3, "submit-recommendations", .submitted(to: "Panel", reference: "R"))
        let answered = step(5, "await-panel-response", .received(from: "Panel"))
        let commands: [CaseCommand] =
            switch stage {
            case .threshold: []
            case .notification: [notifiable]
            case .rapidReview: [notified]
            case .nationalPanel: [notified, reported]
            case .lcspr: [notified, reported, moment(4, .lcsprDecided, "2026-01-05")]
            case .actions: [notified, reported, answered]
            case .closed: []
            }
        var given = try Given(.putOn(ruth))
        for command in commands { given = try given.after(command) }
        return stage == .closed ? try given.closed("Done") : given
    }
}
