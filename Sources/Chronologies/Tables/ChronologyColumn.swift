/// What a column of a chronology holds.
package enum ChronologyColumn: String, CaseIterable, Hashable, Sendable {
    case date, time, event, action, record, who, significance, key

    /// What a head means; nil for a column that is not taken.
    init?(head: String) {
        let letters = head.lowercased().filter { $0.isLetter }
        guard let column = Self.byHead[letters] else { return nil }
        self = column
    }

    /// The names that people give the column, without spaces and signs.
    var heads: [String] {
        switch self {
        case .date:
            [
                "date", "dates", "day", "dateofevent", "eventdate", "when", "dateofincident",
                "datecontact", "dateofcontact", "datetime", "dateandtime", "dateoccurred",
                "dateofentry",
            ]
        case .time: ["time", "timeofday", "timeofevent", "eventtime", "hour"]
        case .event:
            [
                "event", "events", "whathappened", "detail", "details", "description", "incident",
                "detailsofevent", "eventdetails", "descriptionofevent", "significantevent",
                "keyevent", "summary", "contact", "information", "eventorcontact", "text",
                "detailsofcontact", "natureofevent", "whatoccurred", "episode", "entry",
                "detailsofincident", "eventincident", "eventdescription", "natureofcontact",
                "summaryofevent", "eventcontact", "eventsummary", "significanteventcontact",
            ]
        case .action:
            [
                "action", "actions", "outcome", "outcomes", "response", "whatwasdone", "result",
                "actiontaken", "actionstaken", "actionoutcome", "actionandoutcome",
                "actionstakenoutcome",
                "actiontakenoutcome", "agencyresponse", "responseoutcome", "outcomeaction",
                "actionoroutcome", "whatwasdoneandoutcome", "decision", "decisionaction",
                "whatwasdoneandwhatcameofit",
            ]
        case .record:
            [
                "source", "sourceofinformation", "record", "recordedin", "evidence", "file",
                "sourceofevidence", "sourceofrecord", "reference", "whererecorded", "sourcerecord",
                "recordsource", "informationsource", "evidencesource", "sourceevidence",
                "sourceoftherecord",
            ]
        case .who:
            [
                "who", "person", "people", "child", "name", "subject", "about", "whoisitabout",
                "familymember", "personconcerned", "names", "whom", "individual", "aboutwhom",
                "whoismeant", "client", "familymembers", "personspresent",
            ]
        case .significance:
            [
                "significance", "analysis", "comment", "comments", "importance", "whyitmatters",
                "analysisofsignificance", "notes", "commentary", "relevance", "authorscomment",
                "authorcomments", "commentanalysis", "impact", "impactonchild",
            ]
        case .key: ["key", "keyepisode", "significant", "keyepisodeyn", "flag", "important"]
        }
    }

    private static let byHead: [String: ChronologyColumn] = {
        var columns: [String: ChronologyColumn] = [:]
        for column in allCases {
            for head in column.heads { columns[head] = column }
        }
        return columns
    }()

    /// Where there are no heads: by position, with or without a column for the time.
    static func byPosition(hasTime: Bool) -> [ChronologyColumn] {
        [.date] + (hasTime ? [.time] : []) + [.event, .action, .record, .who, .significance]
    }
}
