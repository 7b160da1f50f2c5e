import Pages
import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles

@Suite("Checking a return by the procedure's own checks")
struct ReturnCheckTests {
    private static let request: EntryID = 100
    private static let version: EntryID = 200

    /// A case under Herefordshire's procedure with one signed return.
    private static func opened() throws -> OpenedCase {
        let procedure = try ShippedProcedures.procedure("hereford")
        let at = Timestamp(LocalTime(day: "2026-01-05", minute: .midnight))
        var file = try CaseFile.sample(under: procedure, opened: at)
        let commands: [RequestCommand] = [
            .ask(
                [
                    .sample(
                        request,
                        "Police",
                        seats: [
                            .sample(101, "Lead", .lead), .sample(102, "Signatory", .signatory),
                        ],
                        form: "scoping"
                    )
                ],
                entry: 10
            ),
            .putForward(
                CaseEvent.ReturnPutForward(
                    entry: version,
                    request: request,
                    answer: .form(
                        .none,
                        parts: [
                            CaseEvent.Part(
                                title: "Involvement",
                                lines: [CaseEvent.Part.Line(asks: "Since when?", says: "2019")]
                            )
                        ]
                    ),
                    chronology: [],
                    files: [],
                    digest: "d",
                    seat: 101,
                    round: 1
                )
            ),
            .sign(
                CaseEvent.ReturnSigned(
                    entry: 201,
                    request: request,
                    version: version,
                    digest: "d",
                    seat: 102,
                    name: "Asha Reed",
                    jobTitle: "Superintendent",
                    words: "",
                    sameBecause: ""
                )
            ),
        ]
        for command in commands {
            let events = try decide(
                .request(command),
                in: file,
                under: procedure,
                calendar: .standard,
                today: "2026-01-05"
            )
            for event in events { evolve(&file, by: event, recorded: at, actor: .system) }
        }
        return OpenedCase(file: file, procedure: procedure, partnership: Partnership(), events: [])
    }

    private static func form(
        _ opened: OpenedCase,
        _ items: [(name: String, value: String)]?
    ) -> FilledCaseForm? {
        filled(
            .checks,
            of: opened,
            about: "\(request)",
            items,
            fresh: FreshNames(entry: 300, document: 1),
            by: 1,
            who: { _ in true },
            today: "2026-01-05"
        )
    }

    private static func found(_ count: Int) -> [(name: String, value: String)] {
        (0..<count).map { (name: "finding-\($0)", value: "yes") }
            + [(name: "digest", value: "d")]
    }

    private static func checked(_ form: FilledCaseForm?) -> CaseEvent.ReturnChecked? {
        guard case .request(.check(let checked, _))? = form?.commands?.first else { return nil }
        return checked
    }

    private static func after(_ command: CaseCommand, _ opened: OpenedCase) throws -> OpenedCase {
        var file = opened.file
        let events = try decide(
            command,
            in: file,
            under: opened.procedure,
            calendar: .standard,
            today: "2026-01-05"
        )
        for event in events { evolve(&file, by: event, recorded: .zero, actor: .system) }
        return OpenedCase(
            file: file,
            procedure: opened.procedure,
            partnership: opened.partnership,
            events: []
        )
    }

    @Test
    func `the first check asks the guide's questions and leaves the outcome to the final one`()
        throws
    {
        let opened = try Self.opened()
        let first = Self.form(
            opened,
            Self.found(7) + [
                (name: "outcome", value: "nothing-found"), (name: "conclusion", value: "pass-on"),
            ]
        )
        let checked = try #require(Self.checked(first))
        #expect(checked.step == "first-check" && checked.outcome == "nothing-found")
        #expect(checked.isAccepted == nil && checked.findings.count == 7)
        #expect(checked.findings[2].asks == "Are dates missing?")
        #expect(checked.findings[6].asks == "A senior manager signed before it was sent")
        #expect(first?.lead.joined().contains("E-mail the return to the Chair") == false)
        #expect(first?.lead.joined().contains("e-mail the return to the Chair") == true)
        #expect(first?.reading.first?.title == "Involvement")
        let command = try #require(first?.commands?.first)
        let later = try Self.after(command, opened)
        let final = Self.form(
            later,
            Self.found(5) + [
                (name: "conclusion", value: "send-back"), (name: "reason-0", value: "Add dates"),
            ]
        )
        let back = try #require(Self.checked(final))
        #expect(back.step == "final-check" && back.outcome == "send-back")
        #expect(back.isAccepted == false)
        #expect(back.reasons == [SectionReason(section: "Involvement", reason: "Add dates")])
        #expect(back.copiedTo == ["Police’s representative"])
        let awaited = try Self.after(try #require(final?.commands?.first), later)
        #expect(awaited.file.requests[0].standing == .sentBack)
        #expect(awaited.file.requests[0].round == 2)
    }

    @Test func `what is missing is said beside each question`() throws {
        let form = Self.form(try Self.opened(), [(name: "digest", value: "d")])
        #expect(form?.commands == nil)
        let faults = form?.filler.errors.map(\.field) ?? []
        #expect(faults.contains("finding-0") && faults.contains("outcome"))
        #expect(faults.contains("conclusion"))
    }
}
