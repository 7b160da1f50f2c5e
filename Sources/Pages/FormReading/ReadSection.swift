package import CaseFiles
package import Procedures
package import Reports
package import WorkingDays

/// A part of a form that was filled in, to be read.
package struct ReadSection: Sendable {
    package let title: String
    package let facts: [(term: String, text: String)]
    /// What is still wrong or missing.
    package let faults: [String]
    /// Where more of it is to be read.
    package let links: [WordedLink]
    /// Of a report, its text; nil for what answers questions.
    package let text: ReportText?

    package init(
        title: String,
        facts: [(term: String, text: String)],
        faults: [String] = [],
        links: [WordedLink] = [],
        text: ReportText? = nil
    ) {
        self.title = title
        self.facts = facts
        self.faults = faults
        self.links = links
        self.text = text
    }
}

extension ReadSection {
    /// A part as it was frozen.
    package init(_ part: CaseEvent.Part) {
        let text = part.reportText
        self.init(
            title: part.title,
            facts: text == nil ? part.lines.map { (term: $0.asks, text: $0.says) } : [],
            text: text
        )
    }
}

extension CaseEvent.Part {
    /// What stands under a head of a report; nil for what answers questions.
    var reportText: ReportText? {
        lines.allSatisfy(\.asks.isEmpty)
            ? ReportText(lines.map(\.says).joined(separator: "\n")) : nil
    }
}

/// What was answered, part by part, in the words of the form.
package func readSections(
    _ answers: FormAnswers,
    of form: FormDefinition,
    today: Day
) -> [ReadSection] {
    FormAnswering(form, answers, today: today).check().map { section in
        ReadSection(
            title: section.title,
            facts: section.facts,
            faults: section.errors.map(\.message)
        )
    }
}
