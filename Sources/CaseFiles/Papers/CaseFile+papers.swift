package import Partnerships
package import Procedures
import WorkingDays

extension CaseFile {
    /// A document of the procedure that is written here, with every state in which it was put forward.
    package struct Paper: Hashable, Sendable {
        package let document: DocumentID
        /// The procedure's own name of it, by id.
        package let paper: String
        package let form: String
        package internal(set) var versions: [Version] = []

        /// The words that count now.
        package var newest: Version? { versions.last }

        package func version(_ digest: String) -> Version? {
            versions.last { $0.digest == digest }
        }
    }

    /// A document as it was put forward once, and the signatures under those words.
    package struct Version: Hashable, Sendable {
        package let entry: EntryID
        package let number: Int
        package let answers: FormAnswers
        package let parts: [CaseEvent.Part]
        package let digest: String
        package let reviewedBy: String?
        /// What a report was taken from; nil for a form.
        package let sources: [ReportSource]?
        package let recorded: Timestamp
        package let actor: Actor
        package internal(set) var signatures: [Signature] = []
        package internal(set) var refusals: [SignatureRefusal] = []
    }

    package struct Signature: Hashable, Sendable {
        package let signed: CaseEvent.PaperSigned
        package let at: Timestamp
    }

    package struct SignatureRefusal: Hashable, Sendable {
        package let refused: CaseEvent.SignatureRefused
        package let at: Timestamp
    }

    package struct View: Hashable, Sendable {
        package let given: CaseEvent.ViewGiven
        package let recorded: Timestamp
        package let actor: Actor
    }

    /// That a case opened elsewhere may concern a child of this one.
    package struct SameChild: Hashable, Sendable {
        package let suspected: CaseEvent.SameChildSuspected
        package let recorded: Timestamp
        package internal(set) var settled: CaseEvent.SameChildSettled?
    }

    package func paper(_ id: String) -> Paper? { papers.first { $0.paper == id } }

    package func paper(_ document: DocumentID) -> Paper? {
        papers.first { $0.document == document }
    }

    /// The views that stand on a decision: the last of each partner or agency.
    package func views(on step: String) -> [View] {
        var last: [String: View] = [:]
        for view in views where view.given.step == step { last[view.given.of] = view }
        return last.values.sorted { ($0.recorded, $0.given.of) < ($1.recorded, $1.given.of) }
    }

    /// The submission of a document, if it was submitted and that was not withdrawn.
    package func submission(of document: DocumentID) -> CaseEvent.SubmissionMade? {
        submissions.last { submission in
            submission.document == document
                && occurrences.contains { $0.entry == submission.entry && !$0.isWithdrawn }
        }
    }

    /// Suspicions that nobody has settled.
    package var openSameChild: [SameChild] { sameChild.filter { $0.settled == nil } }

    mutating func putForward(
        _ put: CaseEvent.PaperPutForward,
        _ recorded: Timestamp,
        _ actor: Actor
    ) {
        if paper(put.document) == nil {
            papers.append(Paper(document: put.document, paper: put.paper, form: put.form))
        }
        guard let place = papers.firstIndex(where: { $0.document == put.document }) else { return }
        papers[place].versions.append(
            Version(
                entry: put.entry,
                number: papers[place].versions.count + 1,
                answers: put.answers,
                parts: put.parts,
                digest: put.digest,
                reviewedBy: put.reviewedBy,
                sources: put.sources,
                recorded: recorded,
                actor: actor
            )
        )
    }

    mutating func sign(_ signed: CaseEvent.PaperSigned, _ recorded: Timestamp) {
        change(signed.document, signed.digest) {
            $0.signatures.append(Signature(signed: signed, at: recorded))
        }
    }

    mutating func refuse(_ refused: CaseEvent.SignatureRefused, _ recorded: Timestamp) {
        change(refused.document, refused.digest) {
            $0.refusals.append(SignatureRefusal(refused: refused, at: recorded))
        }
    }

    private mutating func change(
        _ document: DocumentID,
        _ digest: String,
        _ change: (inout Version) -> Void
    ) {
        guard let paper = papers.firstIndex(where: { $0.document == document }),
            let version = papers[paper].versions.lastIndex(where: { $0.digest == digest })
        else { return }
        change(&papers[paper].versions[version])
    }
}
