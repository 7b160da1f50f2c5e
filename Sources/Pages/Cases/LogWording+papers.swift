import CaseFiles
import Partnerships
import Procedures

extension LogWording {
    /// Words what is written, signed, thought and told.
    func wordsOfPapers(_ event: CaseEvent, after file: CaseFile?) -> Words {
        switch event {
        case .paperBegun(let begun): (.documents, "began “\(called(begun.paper))”", "")
        case .paperPutForward(let put): words(of: put, file)
        case .paperSigned(let signed): words(of: signed)
        case .signatureRefused(let refused):
            (
                .documents,
                "did not sign “\(paper(refused.document, file))”, and sent it back",
                refused.reason
            )
        case .viewGiven(let view): words(of: view)
        case .criteriaWeighed(let weighed):
            (
                .steps,
                "recorded what was found of \(DayWording.count(weighed.findings.count, "criterion", "criteria"))",
                weighed.findings.map { "\($0.says): \($0.words)" }
                    .joined(separator: "\n")
            )
        case .submissionMade(let made):
            (.steps, "recorded that \(made.by) submitted it", "")
        case .copySent(let copy):
            (
                .documents,
                "recorded that \(copy.name) got a copy on \(DayWording.words(copy.day))", copy.how
            )
        case .laterChangeRecorded(let change):
            (
                .dates,
                "recorded what has changed since it was submitted, on \(DayWording.words(change.day))"
                    + (change.told.isEmpty ? "" : "; told: \(change.told)"), change.words
            )
        case .referrerTold(let told):
            (
                .people,
                "recorded that the referrer was told on \(DayWording.words(told.day)), by \(told.how.lowercasedStart)",
                told.words
            )
        case .sameChildLookedFor:
            (.theCase, "had the same child looked for in the partnership’s other cases", "")
        case .sameChildSuspected where !runsTheCase, .sameChildSettled where !runsTheCase:
            (.theCase, "recorded something for whoever runs the case", "")
        case .sameChildSuspected(let suspected):
            (
                .theCase,
                "recorded another case that may concern a child of this one: speak to \(DayWording.list(suspected.heldBy.map { name($0) }))",
                ""
            )
        case .sameChildSettled(let settled):
            (
                .theCase,
                settled.isSame
                    ? "settled that the other case concerns the same child"
                    : "settled that the other case concerns another child", settled.words
            )
        default: (.theCase, "recorded something", "")
        }
    }

    private func called(_ paper: String) -> String {
        procedure.name(ofPaper: paper, among: forms)
    }

    private func paper(_ document: DocumentID, _ file: CaseFile?) -> String {
        file?.paper(document).map { called($0.paper) } ?? "a document"
    }

    private func words(of put: CaseEvent.PaperPutForward, _ file: CaseFile?) -> Words {
        let before = file?.paper(put.document)
        let number = (before?.versions.count ?? 0) + 1
        var text =
            put.form == "referral"
            ? "sent “\(called(put.paper))”"
            : "put forward “\(called(put.paper))”, version \(number)"
        if let reviewer = put.reviewedBy { text += ", which \(reviewer) had read first" }
        let void = before?.newest?.signatures.map { name($0.signed.person) } ?? []
        if !void.isEmpty {
            text += "; with that, the signature of \(DayWording.list(void)) counts no longer"
        }
        return (.documents, text, "")
    }

    private func words(of signed: CaseEvent.PaperSigned) -> Words {
        var text = "signed as \(wording.name(of: signed.role))"
        if let other = signed.standingInFor { text += ", standing in for \(name(other))" }
        text += ": \(wording.called(OccurrenceName(signed.step)))"
        return (.documents, text, signed.words)
    }

    private func words(of view: CaseEvent.ViewGiven) -> Words {
        let what = view.view.map { "for “\(Wording.spaced($0))”" } ?? "without a settled view"
        var quoted = view.reasons
        if !view.evidence.isEmpty { quoted += " Evidence: \(view.evidence)" }
        return (
            .answers,
            "recorded the view of \(wording.partner(view.of)), given by \(view.by) on \(wording.when(view.day, view.minute)): \(what)",
            quoted
        )
    }
}

extension CaseEvent.CriteriaWeighed.Finding {
    /// `met. Two agencies … (police, involvement)`.
    var words: String {
        "\(finding.words). \(reason)" + (sources.map { " (\($0))" } ?? "")
    }
}

extension CriterionFinding {
    package var words: String {
        switch self {
        case .met: "met"
        case .notMet: "not met"
        case .unclear: "unclear"
        }
    }
}
