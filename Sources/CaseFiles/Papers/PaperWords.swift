package import Procedures

/// A document as it is put forward: what was answered, how it reads, and the digest by which signatures know both.
package struct PaperWords: Hashable, Sendable {
    /// The form's id.
    package let form: String
    package let answers: FormAnswers
    package let parts: [CaseEvent.Part]
    package let digest: String
    /// What a report was taken from; nil for a form.
    package let sources: [ReportSource]?

    package init(
        form: String,
        answers: FormAnswers,
        parts: [CaseEvent.Part],
        digest: String,
        sources: [ReportSource]? = nil
    ) {
        self.form = form
        self.answers = answers
        self.parts = parts
        self.digest = digest
        self.sources = sources
    }
}
