import CaseFiles
import Partnerships
import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@Suite("Documents written in a case: put forward, signed, submitted")
struct PaperTests {
    static let helen: PersonID = 10
    static let marian: PersonID = 11
    static let farah: PersonID = 12
    static let other: PersonID = 13

    private static func on(_ person: PersonID, _ role: String) -> CaseCommand {
        .putOn(CasePerson(person: person, roles: [role], from: "2025-12-15", until: nil))
    }

    private static func put(
        _ digest: String,
        entry: EntryID = 100,
        of paper: String = "notification"
    ) -> CaseCommand {
        .putForward(
            CaseEvent.PaperPutForward(
                entry: entry,
                document: 50,
                paper: paper,
                form: paper,
                answers: FormAnswers(asGiven: [(name: "what", value: digest)]),
                parts: [],
                digest: digest,
                reviewedBy: nil
            )
        )
    }

    private static func sign(
        _ person: PersonID,
        _ digest: String = "a",
        for other: PersonID? = nil,
        entry: EntryID = 200
    ) -> CaseCommand {
        .sign(
            CaseCommand.Sign(
                entry: entry,
                step: "sign-notification",
                person: person,
                standingInFor: other,
                digest: digest,
                words: ""
            )
        )
    }

    private static func given(_ commands: CaseCommand...) throws -> Given {
        var given = try Given(
            on(helen, "qa-director"),
            on(marian, "other-directors"),
            on(other, "other-directors"),
            on(farah, "executive-director")
        )
        for command in commands { given = try given.after(command) }
        return given
    }

    @Test func `what is put forward is written: the steps that write it are done`() throws {
        let given = try Self.given(Self.put("a"))
        #expect(given.file?.standing(OccurrenceName("draft-notification")).count == 1)
        #expect(given.file?.paper("notification")?.newest?.number == 1)
    }

    @Test func `a report that is begun before the meeting is brought up to date after it`() throws {
        var given = try Given(Self.put("a", of: "report"), under: "hereford")
        func done(_ step: String) -> Int? { given.file?.standing(OccurrenceName(step)).count }
        #expect(done("begin-report") == 1 && done("draft-report") == 0)
        given = try given.after(Self.put("b", entry: 110, of: "report"))
        #expect(done("draft-report") == 0)
        given = try given.after(
            .completeStep(
                .init(
                    entry: 120,
                    name: OccurrenceName("rapid-review-meeting"),
                    day: "2026-01-05",
                    evidence: .held(present: "One of each partner", outcome: nil)
                )
            )
        )
        given = try given.after(Self.put("c", entry: 130, of: "report"))
        #expect(done("draft-report") == 1)
    }

    @Test(arguments: ShippedProcedures.ids)
    func `whoever is to sign can be put on a case in a part that signs`(id: String) throws {
        let procedure = try ShippedProcedures.procedure(id)
        for step in procedure.steps {
            guard case .signOff(let part) = step.kind else { continue }
            for who in part.stages.flatMap(\.by) {
                #expect(!procedure.parts(of: who).isEmpty, "\(step.id)")
            }
        }
    }

    @Test func `the stages sign in their order, each of several people of one`() throws {
        var given = try Self.given(Self.put("a"))
        given.when(Self.sign(Self.farah), refuses: .notHersToSign("sign-notification"))
        given = try given.after(Self.sign(Self.helen))
        given.when(Self.sign(Self.helen), refuses: .notHersToSign("sign-notification"))
        given = try given.after(Self.sign(Self.marian, entry: 300))
        given.when(Self.sign(Self.farah), refuses: .notHersToSign("sign-notification"))
        given = try given.after(Self.sign(Self.other, entry: 400))
        #expect(given.file?.standing(OccurrenceName("sign-notification")).isEmpty == true)
        given = try given.after(Self.sign(Self.farah, entry: 500))
        #expect(given.file?.standing(OccurrenceName("sign-notification")).count == 1)
    }

    @Test func `a signature counts for the words that were read, and no others`() throws {
        let given = try Self.given(Self.put("a"), Self.put("b", entry: 110))
        given.when(Self.sign(Self.helen, "a"), refuses: .wordsHaveChanged("sign-notification"))
    }

    @Test func `a change makes every signature count no longer, and the step open again`() throws {
        var given = try Self.given(Self.put("a"), Self.sign(Self.helen))
        given = try given.after(Self.sign(Self.marian, entry: 300))
        given = try given.after(Self.sign(Self.other, entry: 400))
        given = try given.after(Self.sign(Self.farah, entry: 500))
        given = try given.after(Self.put("b", entry: 110))
        #expect(given.file?.standing(OccurrenceName("sign-notification")).isEmpty == true)
        #expect(given.file?.paper("notification")?.newest?.signatures.isEmpty == true)
        #expect(given.file?.paper("notification")?.version("a")?.signatures.count == 4)
    }

    @Test func `the same words again are no new version`() throws {
        try Self.given(Self.put("a")).when(Self.put("a", entry: 110))
    }

    @Test func `whoever stands in signs for her whom she stands in for`() throws {
        let given = try Self.given(Self.put("a"))
            .after(Self.sign(.ruth, for: Self.helen))
        let signed = given.file?.paper("notification")?.newest?.signatures.first?.signed
        #expect(signed?.person == .ruth && signed?.standingInFor == Self.helen)
    }

    private static func submit(roles: [String]) -> CaseCommand {
        .submit(
            CaseCommand.Submit(
                completion: CaseCommand.CompleteStep(
                    entry: 600,
                    name: OccurrenceName("submit-notification"),
                    day: "2025-12-19",
                    evidence: .submitted(to: "National Panel", reference: "EXAMPLE-1")
                ),
                by: "Somebody",
                person: nil,
                roles: roles,
                copy: nil
            )
        )
    }

    @Test func `only people who are registered submit, and others after permission was asked`()
        throws
    {
        let given = try Self.given(Self.put("a"))
        given.when(
            Self.submit(roles: ["business-manager"]),
            refuses: .notRegistered(
                step: "submit-notification",
                roles: ["head-of-qa", "qa-director"],
                othersAfter: "ask-portal-permission"
            )
        )
        let done = try given.after(Self.submit(roles: ["head-of-qa"]))
        #expect(done.file?.submission(of: 50)?.digest == "a")
        done.when(Self.put("b", entry: 110), refuses: .paperIsSubmitted("notification"))
        let asked = try given.after(
            .completeStep(
                .init(
                    entry: 700,
                    name: OccurrenceName("ask-portal-permission"),
                    day: "2025-12-18",
                    evidence: .note("Asked and given.")
                )
            )
        )
        #expect(try asked.after(Self.submit(roles: [])).file?.submissions.count == 1)
    }

    @Test
    func
        `views stand beside each other, the last of each partner, and the decision can be taken again`()
        throws
    {
        func view(_ of: String, _ view: String, entry: EntryID) -> CaseCommand {
            .giveView(
                CaseEvent.ViewGiven(
                    entry: entry,
                    step: "decide-to-notify",
                    of: of,
                    by: "Ann Example",
                    view: view,
                    reasons: "Because.",
                    evidence: "",
                    day: "2025-12-16",
                    minute: nil
                )
            )
        }
        func decide(_ outcome: String, entry: EntryID) -> CaseCommand {
            .completeStep(
                .init(
                    entry: entry,
                    name: OccurrenceName("decide-to-notify"),
                    day: "2025-12-17",
                    evidence: .decided(outcome: outcome, reasons: "Decided.")
                )
            )
        }
        let given = try Given(
            view("police", "do-not-notify", entry: 20),
            view("icb", "notify", entry: 21),
            view("police", "notify", entry: 22),
            decide("do-not-notify", entry: 23)
        )
        #expect(
            given.file?.views(on: "decide-to-notify").map(\.given.view) == ["notify", "notify"]
        )
        given.when(
            view("police", "perhaps", entry: 24),
            refuses: .unknownOutcome(
                step: "decide-to-notify",
                given: "perhaps",
                valid: ["notify", "do-not-notify"]
            )
        )
        let again = try given.after(decide("notify", entry: 25))
        let known = try #require(again.file?.known(under: again.procedure))
        #expect(known.truth(of: .fact(.notifiable), in: again.procedure) == .yes)
    }

    @Test func `a step that sends copies is done when everybody has one`() throws {
        let procedure = try ShippedProcedures.procedure("dorset")
        let reference = try #require(procedure.lookup.stepNamed["copy-notification"])
        var given = try Given()
        var entry: EntryID = 30
        for recipient in procedure.steps[reference].to {
            #expect(given.file?.standing(OccurrenceName("copy-notification")).isEmpty == true)
            given = try given.after(
                .sendCopy(
                    CaseEvent.CopySent(
                        entry: entry,
                        step: "copy-notification",
                        to: recipient.who.text,
                        name: "Somebody",
                        day: "2025-12-19",
                        how: "Secure e-mail"
                    )
                )
            )
            entry = entry.next.next
        }
        #expect(given.file?.standing(OccurrenceName("copy-notification")).count == 1)
    }
}
