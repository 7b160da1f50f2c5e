import CaseFiles
import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

@Suite("Requests to agencies: asked, answered, signed, checked")
struct RequestTests {
    private static let police: EntryID = 1000
    private static let school: EntryID = 2000
    private static let lead: EntryID = 1001
    private static let signatory: EntryID = 1002
    private static let deputy: EntryID = 1003

    private static func asked(
        _ entry: EntryID,
        _ subject: String,
        step: String = "ask-agencies",
        seats: [RequestSeat]? = nil
    ) -> CaseEvent.AgencyAsked {
        .sample(
            entry,
            subject,
            step: step,
            seats: seats ?? [
                .sample(lead, "Beth Coombe", .lead), .sample(signatory, "Asha Reed", .signatory),
                .sample(deputy, "Dev Malhotra", .deputy),
            ],
            instruction: "Secure your records"
        )
    }

    private static func ask(_ asked: CaseEvent.AgencyAsked..., first: EntryID = 500) -> CaseCommand
    {
        .request(.ask(asked, entry: first))
    }

    private static func put(
        _ digest: String,
        entry: EntryID = 600,
        answer: ReturnAnswer = .notKnown(searched: "All systems, by name and date of birth"),
        files: [DocumentID] = []
    ) -> CaseCommand {
        .request(
            .putForward(
                CaseEvent.ReturnPutForward(
                    entry: entry,
                    request: police,
                    answer: answer,
                    chronology: [],
                    files: files,
                    digest: digest,
                    seat: lead,
                    round: 1
                )
            )
        )
    }

    private static func sign(
        _ digest: String,
        version: EntryID = 600,
        seat: EntryID? = signatory,
        name: String = "Asha Reed",
        because: String = ""
    ) -> CaseCommand {
        .request(
            .sign(
                CaseEvent.ReturnSigned(
                    entry: version.next,
                    request: police,
                    version: version,
                    digest: digest,
                    seat: seat,
                    name: name,
                    jobTitle: "Superintendent",
                    words: "",
                    sameBecause: because
                )
            )
        )
    }

    private static func check(
        _ isAccepted: Bool?,
        version: EntryID = 600,
        reasons: [SectionReason] = [],
        due: Day? = nil
    ) -> CaseCommand {
        .request(
            .check(
                CaseEvent.ReturnChecked(
                    entry: 800,
                    request: police,
                    version: version,
                    step: nil,
                    findings: [],
                    outcome: nil,
                    isAccepted: isAccepted,
                    reasons: reasons,
                    copiedTo: [],
                    words: ""
                ),
                due: due
            )
        )
    }

    private static func given(_ commands: CaseCommand...) throws -> Given {
        var given = try Given()
        for command in commands { given = try given.after(command) }
        return given
    }

    private static let revocation = CaseCommand.request(
        .revoke(CaseEvent.RequestRevoked(request: police, reason: "Asked in error"))
    )

    private static let back = OccurrenceName("ask-agencies.back", subject: "Police")

    @Test func `all agencies are asked in one act, each for itself`() throws {
        let given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police"), Self.asked(Self.school, "School"))
        )
        #expect(given.file?.requests.map(\.asked.subject) == ["Police", "School"])
        #expect(given.file?.requests.map(\.standing) == [.asked, .asked])
        for subject in ["Police", "School"] {
            let name = OccurrenceName("ask-agencies", subject: subject)
            #expect(given.file?.standing(name).count == 1)
        }
    }

    @Test func `nobody is asked twice, and whoever is asked has somebody who answers`() throws {
        let given = try Self.given(Self.ask(Self.asked(Self.police, "Police")))
        given.when(
            Self.ask(Self.asked(Self.school, "Police"), first: 900),
            refuses: .alreadyAsked("Police")
        )
        let signatory = RequestSeat.sample(2002, "Ola Reed", .signatory)
        given.when(
            Self.ask(Self.asked(Self.school, "School", seats: [signatory]), first: 900),
            refuses: .nobodyToAnswer("School")
        )
        given.when(Self.ask(first: 900), refuses: .nobodyAsked("ask-agencies"))
    }

    @Test func `a return is in when another senior manager has signed these words`() throws {
        var given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police")),
            Self.put("a")
        )
        #expect(given.file?.requests.first?.standing == .unsigned)
        #expect(given.file?.standing(Self.back).isEmpty == true)
        given.when(Self.sign("b"), refuses: .wordsHaveChanged("Police"))
        given.when(
            Self.sign("a", seat: Self.lead, name: "Beth Coombe"),
            refuses: .writerCannotSign
        )
        given.when(Self.sign("a", name: "beth  coombe"), refuses: .writerCannotSign)
        given.when(
            Self.sign("a", seat: Self.deputy, name: "Dev Malhotra"),
            refuses: .notASignatory
        )
        given = try given.after(Self.sign("a"))
        #expect(given.file?.requests.first?.standing == .answered)
        #expect(given.file?.standing(Self.back).count == 1)
        given.when(Self.put("c", entry: 700), refuses: .alreadyAnswered("Police"))
    }

    @Test func `whoever wrote it signs it only where a reason is recorded`() throws {
        let given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police")),
            Self.put("a"),
            Self.sign("a", seat: nil, name: "Beth Coombe", because: "She alone is on duty")
        )
        #expect(given.file?.requests.first?.standing == .answered)
    }

    @Test func `what is sent back is awaited again by its first day, and rounds are counted`()
        throws
    {
        var given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police")),
            Self.put("a"),
            Self.sign("a")
        )
        given.when(Self.check(false), refuses: .missing(.reason))
        given = try given.after(
            Self.check(false, reasons: [SectionReason(section: "5", reason: "It is empty")])
        )
        #expect(given.file?.requests.first?.standing == .sentBack)
        #expect(given.file?.requests.first?.round == 2)
        #expect(given.file?.standing(Self.back).isEmpty == true)
        #expect(given.file?.agreements.isEmpty == true)
        given = try given.after(Self.put("b", entry: 700))
        given = try given.after(Self.sign("b", version: 700))
        given = try given.after(Self.check(true, version: 700))
        #expect(given.file?.requests.first?.standing == .accepted)
        let accepted = OccurrenceName("return-accepted", subject: "Police")
        #expect(given.file?.standing(accepted).count == 1)
    }

    @Test func `whoever was asked by a step of her own owes the agencies’ step nothing`() throws {
        var given = try Self.given(
            Self.ask(Self.asked(Self.police, "QA Service Manager", step: "ask-council"))
        )
        for command in [Self.put("a"), Self.sign("a"), Self.check(true)] {
            given = try given.after(command)
        }
        #expect(given.file?.requests.first?.standing == .accepted)
        let accepted = OccurrenceName("return-accepted", subject: "QA Service Manager")
        #expect(given.file?.standing(accepted).isEmpty == true)
    }

    @Test func `a senior manager hands back, and what she did not sign cannot be signed`() throws {
        var given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police")),
            Self.put("a")
        )
        given = try given.after(
            .request(
                .handBack(
                    CaseEvent.ReturnHandedBack(
                        entry: 650,
                        request: Self.police,
                        version: 600,
                        name: "Asha Reed",
                        reason: "Name the officer"
                    )
                )
            )
        )
        #expect(given.file?.requests.first?.standing == .handedBack)
        given.when(Self.sign("a"), refuses: .wordsHaveChanged("Police"))
        given = try given.after(Self.put("a", entry: 700))
        #expect(given.file?.requests.first?.standing == .unsigned)
    }

    @Test func `a revoked request is no longer waited for, and takes nothing`() throws {
        let given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police")),
            Self.revocation
        )
        #expect(given.file?.requests.first?.standing == .revoked)
        #expect(
            given.file?.standing(OccurrenceName("ask-agencies", subject: "Police")).isEmpty == true
        )
        given.when(Self.put("a"), refuses: .requestIsRevoked("Police"))
    }

    @Test func `that a request no longer stands is told, and nothing else is`() throws {
        var given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police")),
            Self.revocation
        )
        func queuing(_ kind: MessageKind) -> CaseCommand {
            .request(
                .queueMessage(
                    CaseEvent.MessageQueued(
                        entry: 990,
                        request: Self.police,
                        seat: Self.lead,
                        name: "Beth Coombe",
                        email: "1001@marl.example",
                        kind: kind,
                        rung: nil,
                        due: nil,
                        byHand: true
                    )
                )
            )
        }
        given.when(queuing(.resent), refuses: .requestIsRevoked("Police"))
        given = try given.after(queuing(.revoked))
        #expect(given.file?.requests.first?.messages.map(\.queued.kind) == [.revoked])
    }

    @Test func `asked anew after its answer was revoked, an agency is awaited anew`() throws {
        var given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police")),
            .agreeDay(Self.back, day: "2026-01-30", reason: "Leave", entry: 400),
            Self.put("a"),
            Self.sign("a"),
            Self.revocation
        )
        #expect(given.file?.standing(Self.back).isEmpty == true)
        #expect(given.file?.agreements.isEmpty == true)
        given = try given.after(Self.ask(Self.asked(Self.school, "Police"), first: 900))
        #expect(given.file?.requests.last?.standing == .asked)
        #expect(given.file?.standing(Self.back).isEmpty == true)
        #expect(given.file?.requests.last?.asked.dueShown != "2026-01-30")
    }

    @Test func `an agency has twenty ways in at a time`() throws {
        func seat(_ number: Int) throws -> RequestSeat {
            .sample(
                try #require(EntryID(number: 3000 + Int64(number))),
                "Pat \(number)",
                .colleague
            )
        }
        func adding(_ number: Int) throws -> CaseCommand {
            .request(
                .addSeat(
                    CaseEvent.SeatAdded(
                        request: Self.police,
                        seat: try seat(number),
                        replaces: nil,
                        reason: ""
                    )
                )
            )
        }
        let full = try (0..<21).map { try seat($0) }
        try Given().when(
            Self.ask(Self.asked(Self.police, "Police", seats: full)),
            refuses: .tooManySeats(most: 20)
        )
        var given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police", seats: Array(full.prefix(20))))
        )
        given.when(try adding(30), refuses: .tooManySeats(most: 20))
        given = try given.after(
            .request(
                .endSeat(
                    CaseEvent.SeatEnded(
                        request: Self.police,
                        seat: full[0].entry,
                        reason: "Left",
                        isDisowned: false
                    )
                )
            )
        )
        given = try given.after(try adding(30))
        #expect(given.file?.requests.first?.seats.count(where: \.isOpen) == 20)
    }

    @Test func `the plan repeats nothing of what a check found`() throws {
        let given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police")),
            Self.put("a"),
            Self.sign("a"),
            Self.check(
                false,
                reasons: [SectionReason(section: "5", reason: "The father's arrest is missing")],
                due: "2026-01-20"
            )
        )
        #expect(given.file?.agreements.map(\.day) == ["2026-01-20"])
        #expect(given.file?.agreements.map(\.reason) == ["It was sent back"])
    }

    @Test func `somebody who is not the person meant shuts the way in`() throws {
        let given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police")),
            .request(
                .endSeat(
                    CaseEvent.SeatEnded(
                        request: Self.police,
                        seat: Self.lead,
                        reason: "",
                        isDisowned: true
                    )
                )
            )
        )
        given.when(Self.put("a"), refuses: .seatIsShut)
    }

    @Test func `a pack holds accepted returns alone`() throws {
        let given = try Self.given(
            Self.ask(Self.asked(Self.police, "Police")),
            Self.put("a"),
            Self.sign("a")
        )
        given.when(
            .request(
                .sharePack(
                    CaseEvent.PackShared(
                        entry: 950,
                        step: nil,
                        versions: [600],
                        people: [1],
                        from: .zero,
                        words: ""
                    )
                )
            ),
            refuses: .notAccepted("Police")
        )
    }
}
