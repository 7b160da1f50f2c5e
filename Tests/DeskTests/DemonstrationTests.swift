import CaseFiles
import CaseStores
import Partnerships
import Procedures
import SQLiteStore
import Schedules
import TestSupport
import Testing
import WorkingDays

@testable import Desk

@Suite("The demonstration")
struct DemonstrationTests {
    /// A Monday, Christmas Day, and early on a leap day.
    @Test(arguments: [("2026-01-05", "14:15"), ("2026-12-25", "11:00"), ("2028-02-29", "07:05")])
    func `whenever it is made, every case is as far as it is meant to be`(
        day: Day,
        time: String
    ) async throws {
        let filled = try await FilledStore(day, time)
        let stages: [(CaseReference, PartnershipID, CaseStage)] = [
            ("4qx-7md", Demonstration.marlshire, .rapidReview),
            ("9tb-2kh", Demonstration.marlshire, .threshold),
            ("3mn-8wc", Demonstration.marlshire, .lcspr),
            ("6re-5pa", Demonstration.marlshire, .actions),
            ("7hc-4vj", Demonstration.eastmoor, .nationalPanel),
        ]
        for (reference, partnership, stage) in stages {
            let opened = try await filled.desk.unguarded(reference, of: partnership)
            #expect(opened.file.stage(under: opened.procedure) == stage, "\(reference)")
            #expect(!opened.schedule(today: day).findings.contains { $0.isContradiction })
        }
        try await checkRapidReview(filled, day)
        try await checkPeople(filled, day)
        #expect(try await filled.desk.verify(against: []) == [])
    }

    @Test func `the whole of it is written by the desks, and can be checked`() async throws {
        let filled = try await FilledStore("2026-11-23", "09:10", .whole)
        for told in Demonstration.cases {
            let opened = try await filled.desk.unguarded(told.reference, of: told.partnership)
            #expect(opened.file.isOn(try #require(told.people.first?.person), "2026-11-23"))
        }
        for person in Demonstration.Extent.whole.people {
            let account = try await filled.store.account(withEmail: person.email)
            #expect(account?.person == person.id)
        }
        #expect(try await filled.desk.verify(against: []) == [])
    }

    private func checkRapidReview(_ filled: FilledStore, _ day: Day) async throws {
        let opened = try await filled.desk.unguarded("4qx-7md", of: Demonstration.marlshire)
        let plan = opened.schedule(today: day)
        let overdue = plan.steps.filter { $0.standing == .overdue }
        #expect(Set(overdue.map { opened.procedure.steps[$0.key.step].id }) == Self.overdue)
        let name = OccurrenceName("sign-council-briefing")
        let due = try #require(plan.line(name, under: opened.procedure)?.due)
        #expect(due == (try WorkingCalendar.standard.firstWorkingDay(onOrAfter: day)))
        let meeting = plan.line(OccurrenceName("rapid-review-meeting"), under: opened.procedure)
        #expect(try #require(meeting?.booked) > day)
        let corrected = opened.events.filter {
            switch $0.event {
            case .momentCorrected(let correction), .stepCorrected(let correction):
                correction.day != nil
            default: false
            }
        }
        #expect(corrected.count == 1)
        #expect(opened.file.occurrences.filter(\.isWithdrawn).count == 3)
        #expect(opened.file.documents.map { $0.audience?.count } == [nil, nil, 4])
        #expect(opened.file.logEntries.filter { $0.corrects != nil }.count == 1)
        #expect(opened.file.safety?.isSafe == true)
        #expect(opened.partnership.exclusions.map(\.reference) == ["4qx-7md"])
    }

    private func checkPeople(_ filled: FilledStore, _ day: Day) async throws {
        let partnerships = PartnershipDesk(store: filled.store)
        let marlshire = try await partnerships.partnership(Demonstration.marlshire)
        let held = marlshire.people.keys.flatMap { marlshire.capacities(of: $0, on: day) }
        #expect(Set(held) == Set(Capacity.allCases))
        #expect(marlshire.agencies.count == 17)
        let addresses = marlshire.agencies.values.flatMap { $0.contacts.map(\.email) }
        let waiting = addresses.filter { !marlshire.trust(of: $0).isTrusted }
        #expect(Set(waiting.map { $0.hasSuffix("@beacon-families.example") }) == [true, false])
        #expect(waiting.count == 5 && addresses.count == 50)
        #expect(marlshire.agencies.values.allSatisfy { marlshire.faults(of: $0).isEmpty })
        #expect(marlshire.closures.keys.allSatisfy { $0 > day } && marlshire.closures.count == 1)
        for (person, count) in [
            (DemonstrationPerson.joan, 4), (.carla, 4), (.olive, 1), (.nadia, 1), (.liam, 0),
            (.sam, 0),
        ] {
            #expect(try await filled.listed(person, Demonstration.marlshire) == count)
        }
        #expect(try await filled.listed(.joan, Demonstration.eastmoor) == 1)
        for person in Demonstration.Extent.told.people {
            let account = try await filled.store.account(withEmail: person.email)
            #expect(account?.person == person.id)
        }
    }

    @Test(arguments: DeedRun.days)
    func `nothing that anybody does is refused, and the log goes forward`(day: Day) throws {
        let time = ["00:20", "08:50", "17:30"][Int(day.number) % 3]
        var run = try DeedRun(day, time)
        try run.play()
        #expect(try run.overdue("4qx-7md", Demonstration.marlshire) == Self.overdue)
        for reference: CaseReference in ["9tb-2kh", "3mn-8wc", "6re-5pa"] {
            #expect(try run.overdue(reference, Demonstration.marlshire) == [], "\(reference)")
        }
        #expect(try run.overdue("7hc-4vj", Demonstration.eastmoor) == [])
    }

    private static let overdue: Set<String> = ["draw-genogram", "invite-to-action-planning"]

    @Test func `the same names every time`() throws {
        let runs = try ["2026-01-05", "2027-08-30"].map { try DeedRun($0, "12:00") }
        for run in runs {
            let references = Set(run.deeds.compactMap(\.what.reference))
            #expect(references == ["4qx-7md", "9tb-2kh", "3mn-8wc", "6re-5pa", "7hc-4vj"])
        }
        #expect(runs[0].deeds.count == runs[1].deeds.count)
    }
}
