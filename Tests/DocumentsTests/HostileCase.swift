import Chronologies
import Pages
import Partnerships
import Procedures
import TestSupport
import WorkingDays

@testable import CaseFiles

/// A case in which everybody who can write writes what is hostile, as its coordinator reads it.
struct HostileCase {
    let reader: CaseReader

    static let meeting: EntryID = 500
    static let request: EntryID = 100
    private static let version: EntryID = 200
    static let words = SampleDocument.hostile

    init() throws {
        let procedure = try ShippedProcedures.procedure("dorset")
        let at = Timestamp(LocalTime(day: "2026-01-05", minute: .midnight))
        var file = try CaseFile.sample(
            under: procedure,
            coordinating: ["business-manager"],
            opened: at
        )
        var events: [RecordedCaseEvent] = []
        for event in Self.events {
            evolve(&file, by: event, recorded: at, actor: .person(1))
            events.append(
                RecordedCaseEvent(
                    version: events.count + 2,
                    recorded: at,
                    actor: .person(1),
                    event: event
                )
            )
        }
        var partnership = Partnership()
        let joan = Person(person: 1, name: Self.words[0], email: "a@marl.example", agency: nil)
        let held = HeldRole(role: nil, capacity: .coordinator)
        let membership = Membership(
            entry: 1,
            person: 1,
            roles: [held],
            from: "2025-01-01",
            until: nil
        )
        for event in [PartnershipEvent.personAdded(joan), .membershipGranted(membership)] {
            evolve(&partnership, by: event, recorded: .zero, actor: .operator)
        }
        reader = CaseReader(
            OpenedCase(
                file: file,
                procedure: procedure,
                partnership: partnership,
                events: events
            ),
            for: 1,
            at: at
        )
    }

    private static var parts: [CaseEvent.Part] {
        [
            CaseEvent.Part(
                title: words[0],
                lines: words.map { CaseEvent.Part.Line(asks: words[1], says: $0) }
            )
        ]
    }

    /// As a report is frozen: a text under each head.
    private static var heads: [CaseEvent.Part] {
        words.map { CaseEvent.Part(title: $0, lines: [.init(asks: "", says: $0)]) }
    }

    private static var rows: [ReturnRow] {
        words.enumerated().map { number, words in
            ReturnRow(
                row: EntryID(number: Int64(300 + number)) ?? 300,
                date: "\(number + 1) May 2016",
                time: "",
                happened: words,
                action: "=1+1",
                source: words,
                about: "@SUM(A1)"
            )
        }
    }

    private static var events: [CaseEvent] {
        [
            .logEntryWritten(
                CaseEvent.LogEntryWritten(
                    entry: 2,
                    day: "2026-01-05",
                    text: words.joined(separator: "\n"),
                    corrects: nil
                )
            ),
            .paperPutForward(
                CaseEvent.PaperPutForward(
                    entry: 3,
                    document: 4,
                    paper: "recommendations",
                    form: "report",
                    answers: .none,
                    parts: heads,
                    digest: "d",
                    reviewedBy: nil,
                    sources: []
                )
            ),
            .meeting(
                .arranged(
                    CaseEvent.MeetingArranged(
                        entry: meeting,
                        step: "rapid-review-meeting",
                        time: MeetingTime(
                            day: "2026-01-05",
                            from: .midnight,
                            until: .midnight
                        ),
                        place: words[0],
                        chair: MeetingChair(name: words[3]),
                        convenedAs: nil,
                        people: [],
                        agenda: words.enumerated().map {
                            MeetingItem(id: "item-\($0)", item: $1)
                        },
                        reconvenes: nil,
                        outside: ""
                    )
                )
            ),
            .meeting(
                .begun(
                    CaseEvent.MeetingBegun(meeting: meeting, day: "2026-01-05", minute: .midnight)
                )
            ),
            .meeting(
                .minutesPutForward(
                    CaseEvent.MinutesPutForward(
                        entry: 501,
                        meeting: meeting,
                        parts: parts,
                        digest: "d"
                    )
                )
            ),
            .request(.asked(.sample(request, words[0], seats: [.sample(101, words[3], .lead)]))),
            .request(
                .putForward(
                    CaseEvent.ReturnPutForward(
                        entry: version,
                        request: request,
                        answer: .form(.none, parts: parts),
                        chronology: rows,
                        files: [],
                        digest: "d",
                        seat: 101,
                        round: 1
                    )
                )
            ),
            .request(
                .signed(
                    CaseEvent.ReturnSigned(
                        entry: 201,
                        request: request,
                        version: version,
                        digest: "d",
                        seat: 101,
                        name: words[4],
                        jobTitle: words[2],
                        words: "",
                        sameBecause: ""
                    )
                )
            ),
            .request(
                .checked(
                    CaseEvent.ReturnChecked(
                        entry: 202,
                        request: request,
                        version: version,
                        step: nil,
                        findings: [],
                        outcome: nil,
                        isAccepted: true,
                        reasons: [],
                        copiedTo: [],
                        words: ""
                    )
                )
            ),
        ]
    }

    /// Everything of it that leaves as a file to read, by name.
    var documents: [(name: String, document: PrintedDocument)] {
        let made: [(String, PrintedDocument?)] = [
            ("log", reader.logDocument()),
            ("report", reader.versionDocument("recommendations", 1, isAsPutForward: true)),
            ("minutes", reader.minutesPaper(Self.meeting, version: 1)?.document),
            ("agenda", reader.agendaPaper(Self.meeting)?.document),
            ("answer", reader.answerDocument(Self.request, version: 1)),
            ("pack", reader.packPage(CaseReader.packNow)?.document),
        ]
        return made.compactMap { name, document in document.map { (name, $0) } }
    }

    var chronology: ChronologyTable {
        let chronology = reader.chronology(ChronologyQuery())
        let material = reader.material(of: chronology, chronology.merged.resemblances())
        return chronologyTable(material, ChronologyQuery())
    }
}
