import ProcedureLanguage
import Procedures
import TestSupport
import Testing

@Suite("The procedures that ship")
struct ShippedProcedureTests {
    @Test(arguments: ShippedProcedures.ids)
    func `each is read without a word`(_ id: String) throws {
        let text = try ShippedProcedures.text("procedures/\(id).yaml")
        let (procedure, diagnostics) = readProcedure(text, guidance: ShippedProcedures.guidance)
        #expect(diagnostics.isEmpty)
        #expect(procedure?.procedure.id == id)
    }

    @Test(arguments: [
        "panel-2022", "panel-interim-2018", "working-together-2018", "working-together-2023",
        "working-together-2026",
    ])
    func `each guidance edition is read without a word`(_ id: String) throws {
        let (guidance, diagnostics) = readGuidance(
            try ShippedProcedures.text("guidance/\(id).yaml")
        )
        #expect(diagnostics.isEmpty)
        #expect(guidance?.id == id)
    }

    @Test(arguments: [
        ("hereford", 34), ("dorset", 85), ("west-midlands", 31), ("rochdale", 24),
        ("cheshire-east", 45),
    ])
    func `each accounts for every clause of its source`(_ id: String, _ clauses: Int) throws {
        let procedure = try ShippedProcedures.procedure(id)
        #expect(procedure.carriers.count + procedure.waived.count == clauses)
    }

    @Test
    func `the variation changes the day of the return and of nothing else`() throws {
        let base = try ShippedProcedures.procedure("west-midlands")
        let stoke = try ShippedProcedures.procedure(
            "west-midlands",
            variation: "stoke-on-trent-and-staffordshire"
        )
        let changed = zip(base.steps, stoke.steps)
            .filter { one, other in
                one.due != other.due || one.request?.back.due != other.request?.back.due
                    || one.meeting != other.meeting
            }.map(\.0.id)
        #expect(changed == ["ask-agencies", "rapid-review-meeting"])
    }

    @Test
    func `Dorset's chain of signatures has its stages in order`() throws {
        let procedure = try ShippedProcedures.procedure("dorset")
        let step = try #require(procedure.lookup.stepNamed["sign-notification"])
        guard case .signOff(let part) = procedure.steps[step].kind else {
            Issue.record("no sign-off")
            return
        }
        #expect(part.stages.count == 3)
        #expect(part.stages.map { $0.clauses.first } == ["3.2", "3.3", "3.3"])
    }

    @Test
    func `a lost criterion stands corrected, with its defect`() throws {
        let procedure = try ShippedProcedures.procedure("cheshire-east")
        let criteria = procedure.criteria.flatMap { $0.parts.flatMap(\.criteria) }
        #expect(
            criteria.contains { $0.defect != nil && $0.clauses.contains("RR para 7 highlight") }
        )
    }

    @Test
    func `a meeting that two clauses give two chairs keeps the other reading`() throws {
        let procedure = try ShippedProcedures.procedure("dorset")
        let step = try #require(procedure.lookup.stepNamed["rapid-review-meeting"])
        let other = procedure.steps[step].otherReadings.map(\.changes)
        #expect(other.contains(.words(key: "chair", value: "head-of-qa")))
    }
}
