package import CaseFiles
package import Procedures
package import Reports
import WorkingDays

/// What people should look at before a report is put forward; it warns, and stops nobody.
package struct ReportCheck: Sendable {
    package let heads: [Line]
    /// What concerns the whole.
    package let findings: [String]

    /// One head.
    package struct Line: Sendable {
        /// From 1.
        package let number: Int
        package let head: ExpectedHead
        package let lack: SectionLack?
        package let unknown: [ReportText.Marker]
        package let replaced: [(source: ReportSource, standing: SourceStanding)]
        /// Whether it is expected on the day of the check.
        package let isExpected: Bool

        package var isWritten: Bool { lack == nil }
    }

    /// How many of the expected heads are written.
    package var written: Int { expected.count(where: \.isWritten) }
    package var expected: [Line] { heads.filter(\.isExpected) }
    package var isSound: Bool { findings.isEmpty && heads.allSatisfy { $0.findings.isEmpty } }
}

extension ReportCheck.Line {
    /// What is to be looked at, each in a sentence.
    package var findings: [String] {
        var findings: [String] = []
        if let lack, isExpected || lack != .empty { findings.append(lack.words) }
        findings += unknown.map {
            "[\($0.number)] in line \($0.line), column \($0.column), names no source of this report"
        }
        findings += replaced.compactMap { source, standing in
            standing.words.map { "[\(source.number)] \(source.of): \($0)" }
        }
        return findings
    }

    package var tag: StandingTag {
        if head.isOwn, lack == .empty { return StandingTag(kind: .not, word: "Empty") }
        if !isExpected, lack == .empty { return StandingTag(kind: .not, word: "Not expected yet") }
        if lack == .empty { return StandingTag(kind: .today, word: "Missing") }
        if lack != nil { return StandingTag(kind: .today, word: "Too little") }
        return findings.isEmpty
            ? StandingTag(kind: .done, word: "Written")
            : StandingTag(kind: .today, word: "Look again")
    }
}

extension SectionLack {
    package var words: String {
        switch self {
        case .empty: "Nothing is written here"
        case .oneWord(let text): "Says one word only: “\(text)”"
        case .elsewhere(let text): "Says only where to look: “\(text)”"
        case .withoutReason(let text): "Says “\(text)” and not why"
        case .toCome(let text): "Says “\(text)”"
        }
    }
}

extension SourceStanding {
    /// Nil where it stands.
    package var words: String? {
        switch self {
        case .stands: nil
        case .replaced(let version?, true):
            "version \(version) of the return was accepted since, and says the same"
        case .replaced(let version?, false):
            "version \(version) of the return was accepted since, and no longer says this"
        case .replaced(nil, true): "recorded anew since, with the same words"
        case .replaced(nil, false): "recorded anew since, and no longer says this"
        case .minutedAnew(let version, true):
            "the minutes were put forward anew since, as version \(version), and say the same"
        case .minutedAnew(let version, false):
            "the minutes were put forward anew since, as version \(version), and no longer say this"
        case .notApproved: "the minutes are not approved yet"
        case .gone: "sent back, withdrawn, or there no longer"
        }
    }
}

extension CaseReader {
    /// What a report lacks, head by head, on the day it is looked at.
    package func check(_ report: ReportWriting) -> ReportCheck {
        ReportCheck(
            heads: report.heads.enumerated().map { place, head in
                let text = report.text(of: head.head.id)
                let read = ReportText(text)
                let cited = Set(read.markers.map(\.number))
                return ReportCheck.Line(
                    number: place + 1,
                    head: head,
                    lack: lack(of: text),
                    unknown: read.unknownMarkers(report.numbers),
                    replaced: report.sources.filter { cited.contains($0.number) }.compactMap {
                        let standing = file.standing(of: $0)
                        return standing == .stands ? nil : ($0, standing)
                    },
                    isExpected: !head.isOwn && head.from.map { $0 <= today } ?? true
                )
            },
            findings: omissions(in: report)
        )
    }

    /// Agencies that took no part and of which a report that asks for them says nothing.
    private func omissions(in report: ReportWriting) -> [String] {
        guard report.heads.contains(where: { $0.head.draws.contains(.agencies) }) else { return [] }
        let text = report.heads.map { report.text(of: $0.head.id) }.joined(separator: "\n")
            .lowercased()
        return absent.filter { !text.contains($0.agency.lowercased()) }.map {
            "It does not name \($0.agency). \($0.why)"
        }
    }

    /// Agencies without an accepted return, with what is known of the reason.
    var absent: [(agency: String, why: String)] {
        file.standingLeftOut.map { ($0.subject, "Not asked: \($0.reason)") }
            + file.requests.filter { request in
                request.revoked == nil && !request.versions.contains { $0.isAccepted == true }
            }.map { ($0.asked.subject, "Asked, and its return is not accepted.") }
            + file.requests.compactMap { request in
                request.revoked.map { (request.asked.subject, "No longer asked: \($0)") }
            }
    }
}
