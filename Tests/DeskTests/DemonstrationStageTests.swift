import CaseFiles
import Partnerships
import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@testable import Desk

@Suite("A case at every stage, under each procedure")
struct DemonstrationStageTests {
    @Test(arguments: PlayedPartnership.all.map(\.procedure))
    func `each stage that the procedure has is there once at least`(id: String) throws {
        let played = try #require(PlayedPartnership.all.first { $0.procedure == id })
        let procedure = try ShippedProcedures.procedure(id)
        let there = Demonstration.cases.filter { $0.partnership == played.cast.partnership.id }
        #expect(
            Set(there.map(\.stage))
                == Set(ReviewStage.allCases.filter { $0.isCarried(by: procedure) })
        )
        #expect(there.map(\.stage.rawValue) == there.map(\.stage.rawValue).sorted())
    }

    @Test func `every procedure that ships is worked under, and no case is told twice`() {
        #expect(Set(PlayedPartnership.all.map(\.procedure)) == Set(ShippedProcedures.ids))
        #expect(Set(Demonstration.cases.map(\.reference)).count == Demonstration.cases.count)
    }

    /// A Monday, Easter Monday, Christmas Day early, and a Saturday.
    @Test(
        arguments: [
            ("2026-01-05", "08:50"), ("2026-04-06", "14:15"), ("2026-12-25", "00:20"),
            ("2027-08-28", "17:30"),
        ] as [(Day, String)]
    )
    func `whenever it is made, nothing is refused and each case stands where it is said to`(
        day: Day,
        time: String
    ) throws {
        var run = try DeedRun(day, time, .whole)
        try run.play()
        let latest = DemonstrationDays(made: try Timestamp(day, time)).latest
        for told in Demonstration.cases {
            let file = try run.file(told.reference)
            let procedure = try ShippedProcedures.procedure(file.edition.procedure)
            let plan = try run.plan(of: file, in: told.partnership)
            let found = plan.findings.filter(\.isWrong)
            #expect(found.isEmpty, "\(told.words), \(procedure.id): \(found)")
            try check(told, file, procedure, plan, latest)
        }
    }

    private func check(
        _ told: DemonstrationCase,
        _ file: CaseFile,
        _ procedure: Procedure,
        _ plan: Schedule,
        _ latest: Day
    ) throws {
        let known = file.known(under: procedure)
        func came(_ moment: Moment) -> Bool {
            !known.occurrences(of: .moment(moment)).isEmpty
        }
        let which: Comment = "\(told.words), \(procedure.id)"
        #expect(file.isOpen == (told.stage != .closed), which)
        #expect(came(.notified) == (told.stage != .referred), which)
        #expect(came(.rapidReviewMeeting) == told.stage.isAtLeast(.met), which)
        #expect(came(.reportSubmitted) == told.stage.isAtLeast(.submitted), which)
        #expect(came(.panelResponse) == told.stage.isAtLeast(.replied), which)
        switch told.stage {
        case .referred: #expect(file.stage(under: procedure) == .threshold, which)
        case .asked: try checkAsked(told, file, procedure, plan)
        case .met: checkMet(file, procedure, which)
        case .signing: try checkSigning(told, file, procedure, plan.today)
        case .replied:
            let last = file.conclusions.replies.last?.replied.reply
            #expect([.queries, .asksToReconsider].contains(last), which)
        case .localReview:
            #expect([.lcspr, .actions].contains(file.stage(under: procedure)), which)
        case .notified, .submitted, .closed: break
        }
        guard told.isPlayed, file.isOpen else { return }
        let overdue = plan.steps.filter { line in
            line.standing == .overdue && line.due.map { $0 < latest } ?? false
        }.map { procedure.steps[$0.key.step].id }
        #expect(Set(overdue) == (told.stage == .asked ? ["ask-agencies"] : []), which)
    }

    private func checkAsked(
        _ told: DemonstrationCase,
        _ file: CaseFile,
        _ procedure: Procedure,
        _ plan: Schedule
    ) throws {
        let requests = file.requests(of: "ask-agencies")
        let accepted = requests.filter { $0.standing == .accepted }
        #expect(accepted.count >= 1 && accepted.count < requests.count, "\(procedure.id)")
        guard told.isPlayed else { return }
        let late = plan.steps.filter {
            $0.key.isReturn && $0.key.subject != nil && $0.standing == .overdue
        }
        #expect(late.count == 1, "\(procedure.id)")
    }

    private func checkMet(_ file: CaseFile, _ procedure: Procedure, _ which: Comment) {
        let decision = procedure.steps.first { $0.choosesReview }?.id ?? ""
        #expect(file.meetings(of: "rapid-review-meeting").map { $0.ended != nil } == [true], which)
        #expect(file.standing(OccurrenceName(decision)).isEmpty, which)
        #expect(file.views(on: decision).count == 2, which)
    }

    private func checkSigning(
        _ told: DemonstrationCase,
        _ file: CaseFile,
        _ procedure: Procedure,
        _ today: Day
    ) throws {
        let step = try #require(procedure.reportSignOff)
        let standing = try #require(file.signOff(of: step, under: procedure, on: today))
        let people = Set(file.people.map(\.person))
        #expect(standing.version != nil && !standing.isComplete, "\(procedure.id)")
        let waiting = people.filter { standing.part(of: $0, in: file) != nil }
        #expect(waiting == [try #require(told.people.last?.person)], "\(procedure.id)")
    }
}

extension ReviewStage {
    /// Whether a procedure has anything of it: not every one asks agencies, signs a report or runs a local review.
    fileprivate func isCarried(by procedure: Procedure) -> Bool {
        switch self {
        case .asked: procedure.steps.contains { $0.asksAgencies }
        case .signing: procedure.reportSignOff != nil
        case .localReview: procedure.sections.contains { $0.stage == .lcspr }
        default: true
        }
    }

    fileprivate func isAtLeast(_ other: ReviewStage) -> Bool { rawValue >= other.rawValue }
}

extension DemonstrationCase {
    fileprivate var isPlayed: Bool {
        PlayedPartnership.all.contains { played in
            played.reviews.contains { CaseReference($0.reference) == reference }
        }
    }
}

extension Finding {
    /// A contradiction, or a day that can no longer be met.
    fileprivate var isWrong: Bool {
        if case .cannotBeMet = what { return true }
        return isContradiction
    }
}
