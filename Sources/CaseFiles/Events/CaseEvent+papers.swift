package import Partnerships
package import Procedures
package import WorkingDays

extension CaseEvent {
    /// Somebody began to write a document of the procedure that is a form.
    package struct PaperBegun: Hashable, Sendable, Codable {
        package let document: DocumentID
        /// The procedure's own name of it, by id.
        package let paper: String
        /// The form it is written on, by id.
        package let form: String

        package init(
            document: DocumentID,
            paper: String,
            form: String
        ) {
            self.document = document
            self.paper = paper
            self.form = form
        }
    }

    /// A form is finished: these words, and no others, are what is signed and sent.
    package struct PaperPutForward: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let document: DocumentID
        package let paper: String
        package let form: String
        package let answers: FormAnswers
        /// As it reads, question by question: what is signed, whatever becomes of the form later.
        package let parts: [Part]
        /// The SHA-256 of the answers and of how they read, 64 hexadecimal digits.
        package let digest: String
        /// The senior manager who read it first, where somebody did; her name.
        package let reviewedBy: String?
        /// What a report was taken from, where it names it; nil for a form.
        package let sources: [ReportSource]?

        package init(
            entry: EntryID,
            document: DocumentID,
            paper: String,
            form: String,
            answers: FormAnswers,
            parts: [Part],
            digest: String,
            reviewedBy: String?,
            sources: [ReportSource]? = nil
        ) {
            self.entry = entry
            self.document = document
            self.paper = paper
            self.form = form
            self.answers = answers
            self.parts = parts
            self.digest = digest
            self.reviewedBy = reviewedBy
            self.sources = sources
        }
    }

    /// A part of a document as it reads.
    package struct Part: Hashable, Sendable, Codable {
        package let title: String
        package let lines: [Line]

        package struct Line: Hashable, Sendable, Codable {
            package let asks: String
            package let says: String

            package init(asks: String, says: String) {
                self.asks = asks
                self.says = says
            }
        }

        package init(title: String, lines: [Line]) {
            self.title = title
            self.lines = lines
        }
    }

    /// A signature under the words of a document that has this digest.
    package struct PaperSigned: Hashable, Sendable, Codable {
        package let entry: EntryID
        /// The sign-off step.
        package let step: String
        /// Which stage of it, from 0.
        package let stage: Int
        package let person: PersonID
        /// The role or group for which she signs, by id.
        package let role: String
        package let standingInFor: PersonID?
        package let document: DocumentID
        package let digest: String
        package let words: String
        /// The due day that was shown to her.
        package let dueShown: Day?

        package init(
            entry: EntryID,
            step: String,
            stage: Int,
            person: PersonID,
            role: String,
            standingInFor: PersonID?,
            document: DocumentID,
            digest: String,
            words: String,
            dueShown: Day?
        ) {
            self.entry = entry
            self.step = step
            self.stage = stage
            self.person = person
            self.role = role
            self.standingInFor = standingInFor
            self.document = document
            self.digest = digest
            self.words = words
            self.dueShown = dueShown
        }
    }

    /// Somebody who was to sign sends the document back.
    package struct SignatureRefused: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let step: String
        package let stage: Int
        package let person: PersonID
        package let role: String
        package let document: DocumentID
        package let digest: String
        package let reason: String

        package init(
            entry: EntryID,
            step: String,
            stage: Int,
            person: PersonID,
            role: String,
            document: DocumentID,
            digest: String,
            reason: String
        ) {
            self.entry = entry
            self.step = step
            self.stage = stage
            self.person = person
            self.role = role
            self.document = document
            self.digest = digest
            self.reason = reason
        }
    }

    /// What one partner or agency thinks of a decision that is to be taken.
    package struct ViewGiven: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let step: String
        /// A partner's id, or an agency's name.
        package let of: String
        /// Who spoke for it.
        package let by: String
        /// One of the outcomes of the decision; nil where it has no settled view.
        package let view: String?
        package let reasons: String
        package let evidence: String
        package let day: Day
        package let minute: Minute?

        package init(
            entry: EntryID,
            step: String,
            of: String,
            by: String,
            view: String?,
            reasons: String,
            evidence: String,
            day: Day,
            minute: Minute?
        ) {
            self.entry = entry
            self.step = step
            self.of = of
            self.by = by
            self.view = view
            self.reasons = reasons
            self.evidence = evidence
            self.day = day
            self.minute = minute
        }
    }

    /// What people found of each criterion, beside the words of it that they had before them.
    package struct CriteriaWeighed: Hashable, Sendable, Codable {
        /// The entry of the decision.
        package let entry: EntryID
        package let step: String
        /// Where the text is from: a guidance edition by id, or nil for the procedure itself.
        package let from: String?
        package let findings: [Finding]

        package init(
            entry: EntryID,
            step: String,
            from: String?,
            findings: [Finding]
        ) {
            self.entry = entry
            self.step = step
            self.from = from
            self.findings = findings
        }

        package struct Finding: Hashable, Sendable, Codable {
            package let criterion: String
            /// The text as it stood.
            package let says: String
            package let finding: CriterionFinding
            package let reason: String
            /// Where that stands: an answer, a row, the minutes; nil where nothing was named.
            package var sources: String?

            package init(
                criterion: String,
                says: String,
                finding: CriterionFinding,
                reason: String,
                sources: String? = nil
            ) {
                self.criterion = criterion
                self.says = says
                self.finding = finding
                self.reason = reason
                self.sources = sources
            }
        }
    }
}

/// What people found of one criterion.
package enum CriterionFinding: String, CaseIterable, Hashable, Sendable, Codable {
    case met
    case notMet = "not-met"
    case unclear
}

extension CaseEvent.PaperPutForward {
    package init(
        _ words: PaperWords,
        entry: EntryID,
        document: DocumentID,
        paper: String,
        reviewedBy: String? = nil
    ) {
        self.init(
            entry: entry,
            document: document,
            paper: paper,
            form: words.form,
            answers: words.answers,
            parts: words.parts,
            digest: words.digest,
            reviewedBy: reviewedBy,
            sources: words.sources
        )
    }
}
