package import CaseFiles
package import Procedures
import Reports
import Schedules

/// A report as it is being written: its heads, what stands under each, and what that was taken from.
package struct ReportWriting: Sendable {
    /// Those that apply to the case, in their order.
    package let heads: [ExpectedHead]
    package let writing: FormWriting
    /// Everything that was ever taken for it, cited or not, by number.
    package let sources: [ReportSource]

    package init(heads: [ExpectedHead], writing: FormWriting, sources: [ReportSource]) {
        self.heads = heads
        self.writing = writing
        self.sources = sources
    }

    /// What a report is called among forms: it is written as one, with a section for each head.
    package static let form = "report"

    /// The name under which the text of a head is sent and kept.
    package static func question(_ head: String) -> String { "\(head)-text" }

    package func text(of head: String) -> String {
        writing.answers.text(of: Self.question(head)) ?? ""
    }

    /// Whether its own heads are others, or stand elsewhere, than in a version.
    ///
    /// A head of the procedure that applies now and did not then changes nothing that anybody wrote.
    func movesHeads(of version: CaseFile.Version, expected: Set<String>) -> Bool {
        let before = version.parts.filter { $0.lines.allSatisfy(\.asks.isEmpty) }
            .map { unnumbered($0.title) }
        let now = heads.map(\.head.says)
        let own = heads.filter(\.isOwn).map(\.head.says)
        return before.filter { !expected.contains($0) } != own
            || before.filter { now.contains($0) } != now.filter { before.contains($0) }
    }

    /// Everything that is written.
    package var isEmpty: Bool { writing.answers.items.isEmpty }

    package var numbers: Set<Int> { Set(sources.map(\.number)) }

    /// The sources that the text names, by number.
    package var cited: [ReportSource] {
        let named = Set(heads.flatMap { ReportText(text(of: $0.head.id)).markers.map(\.number) })
        return sources.filter { named.contains($0.number) }
    }

    /// Under which heads a source is named, by their number from 1.
    package func places(of source: ReportSource) -> [Int] {
        heads.indices.filter {
            ReportText(text(of: heads[$0].head.id)).markers.contains { $0.number == source.number }
        }.map { $0 + 1 }
    }

    /// How it reads now, to be frozen: each head with its text, then what was taken from where.
    package var reading: [CaseEvent.Part] {
        let parts = heads.enumerated().map { place, head in
            let text = text(of: head.head.id)
            return CaseEvent.Part(
                title: "\(place + 1). \(head.head.says)",
                lines: [.init(asks: "", says: text.isEmpty ? Self.nothing : text)]
            )
        }
        let cited = cited
        guard !cited.isEmpty else { return parts }
        return parts + [
            CaseEvent.Part(
                title: "Sources",
                lines: cited.map { .init(asks: "[\($0.number)]", says: $0.description) }
            )
        ]
    }

    static let nothing = "Nothing is written under this head."
}

extension ReportSource {
    private var approval: String { isApproved == false ? ", not approved" : "" }

    /// Where it is from, in one line.
    package var description: String {
        let round = version.map { ", version \($0)" } ?? ""
        return switch kind {
        case .agencyReturn: "Return of \(of)\(round): \(part)"
        case .row: "Chronology of \(of)\(round), \(part)"
        case .criterion: "Criteria as they were weighed: \(part)"
        case .view: "View of \(of) on “\(part)”"
        case .decision: "Decision: \(part)"
        case .meeting: "Meeting: \(part)"
        case .minutes: "Minutes of \(of)\(round)\(approval): \(part)"
        case .agency: "Requests to agencies: \(of)"
        case .safety: "Immediate safety, as recorded"
        case .child: "What the case is about: \(of)"
        case .day: "Date recorded: \(of)"
        case .log: "Log, \(part)"
        }
    }
}

extension CaseReader {
    package func isReport(_ paper: String) -> Bool {
        procedure.isReport(paper) && procedure.form(ofPaper: paper, among: opened.forms) == nil
    }

    /// Who writes a report reads what agencies answered, too: its drafts are full of it.
    package var mayWriteReports: Bool { may(.writePaper) && may(.seeReturns) }

    /// The heads that apply to the case; one whose condition is open stays.
    package func heads(ofPaper paper: String, own: [OwnHead] = []) -> [ExpectedHead] {
        let known = file.known(under: procedure)
        return procedure.heads(ofPaper: paper).filter { head in
            head.head.condition.map { known.truth(of: $0, in: procedure) != .no } ?? true
        }.with(own)
    }

    /// A report as the form it is written on: a section for each head, with one long text.
    package func reportForm(_ paper: String, own: [OwnHead] = []) -> FormDefinition {
        FormDefinition(
            id: ReportWriting.form,
            title: paperName(paper),
            edition: procedure.edition,
            says: [],
            minutes: nil,
            sections: heads(ofPaper: paper, own: own).map { head in
                FormSection(
                    id: head.head.id,
                    title: head.head.says,
                    says: [],
                    condition: nil,
                    questions: [
                        FormQuestion(
                            id: ReportWriting.question(head.head.id),
                            asks: "Text",
                            hint:
                                "A line is a paragraph. Begin a line with a hyphen for a list, put ** around what is to be bold. A number in brackets, like [3], names the source of the sentence it stands in.",
                            kind: .longText(most: Self.mostOfSection),
                            isNeeded: false,
                            condition: nil
                        )
                    ]
                )
            }
        )
    }

    /// The most characters under one head.
    private static let mostOfSection = 30_000
}

/// The name of a head without the number before it.
func unnumbered(_ title: String) -> String {
    guard let end = title.firstRange(of: ". "), Int(title[..<end.lowerBound]) != nil else {
        return title
    }
    return String(title[end.upperBound...])
}
