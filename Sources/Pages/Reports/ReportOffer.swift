package import CaseFiles
package import Procedures

/// Something of the case that can be taken into a report, sentence by sentence.
package struct ReportOffer: Sendable {
    /// The same as long as the case says the same.
    package let id: String
    package let material: Head.Material
    /// Of whom or what it is, under which like ones stand together.
    package let group: String
    package let title: String
    package let note: String
    /// What stands before the first sentence that is taken: a date, an outcome.
    package let prefix: String
    package let sentences: [String]
    /// The source, before it has a number and words.
    package let source: ReportSource

    init(
        _ id: String,
        _ material: Head.Material,
        group: String,
        title: String,
        note: String = "",
        prefix: String = "",
        sentences: [String],
        source: ReportSource
    ) {
        self.id = id
        self.material = material
        self.group = group
        self.title = title
        self.note = note
        self.prefix = prefix
        self.sentences = sentences
        self.source = source
    }
}

extension Head.Material {
    /// As a list of what there is names it.
    package var words: String {
        switch self {
        case .safety: "Immediate safety"
        case .children: "The children"
        case .returns: "Agencies’ returns"
        case .keyEpisodes: "Key episodes"
        case .chronology: "Chronology"
        case .criteria: "Criteria as weighed"
        case .views: "Views"
        case .decisions: "Decisions"
        case .meetings: "Meetings"
        case .agencies: "Who was asked, and who was not"
        case .days: "Dates of the process"
        case .log: "Log"
        }
    }
}
