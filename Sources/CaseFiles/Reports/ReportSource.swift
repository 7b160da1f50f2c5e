package import Partnerships
package import WorkingDays

/// What a sentence of a report was taken from: its text names it by its number, `[3]`.
package struct ReportSource: Hashable, Sendable, Codable {
    package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// A part of an agency's return.
        case agencyReturn = "return"
        /// A row of an agency's chronology.
        case row
        case criterion, view, decision, meeting
        /// A line of a meeting's minutes as they were put forward, or what was added to them.
        case minutes
        /// That an agency took part, or why it did not.
        case agency
        case safety, child, day
        /// What somebody wrote in the log.
        case log
    }

    /// From 1; it keeps its number as long as the report is written.
    package private(set) var number: Int
    package let kind: Kind
    /// The entry of the log that holds it: of a return its version; nil where it is kept with the case itself.
    package let entry: EntryID?
    /// The agency, the partner, the step or the person that it is of, in words.
    package let of: String
    /// The question, the date of the row, the criterion, in words.
    package let part: String
    /// The number of the version of the return or of the minutes; nil for what has none.
    package let version: Int?
    /// The digest of the return or of the minutes when it was taken.
    package let digest: String?
    /// Whether minutes are approved; nil for everything else.
    package private(set) var isApproved: Bool?
    /// What was taken, as it was then.
    package private(set) var words: String
    package let taken: Day
    package let by: PersonID

    package init(
        number: Int,
        kind: Kind,
        entry: EntryID?,
        of subject: String,
        part: String,
        version: Int? = nil,
        digest: String? = nil,
        isApproved: Bool? = nil,
        words: String,
        taken: Day,
        by person: PersonID
    ) {
        self.number = number
        self.kind = kind
        self.entry = entry
        of = subject
        self.part = part
        self.version = version
        self.digest = digest
        self.isApproved = isApproved
        self.words = words
        self.taken = taken
        by = person
    }

    /// Whether something else comes from the same place, as it was at the same time.
    package func isOfSamePlace(as other: ReportSource) -> Bool {
        kind == other.kind && entry == other.entry && of == other.of && part == other.part
            && version == other.version
    }

    package func numbered(_ number: Int, words: String) -> ReportSource {
        var source = self
        source.number = number
        source.words = words
        return source
    }

    /// The same, with whether the minutes that it is of are approved.
    package func approved(_ isApproved: Bool?) -> ReportSource {
        var source = self
        source.isApproved = isApproved
        return source
    }
}

/// Whether what a report was taken from is still what counts.
package enum SourceStanding: Hashable, Sendable {
    case stands
    /// Something later counts: of a return the version of that number; and whether it says the same there.
    case replaced(by: Int?, saysTheSame: Bool)
    /// The minutes were put forward anew, as the version of that number.
    case minutedAnew(Int, saysTheSame: Bool)
    /// It stands in minutes that nobody has approved yet.
    case notApproved
    /// It was sent back, withdrawn, or is there no longer.
    case gone
}

extension CaseFile {
    /// Whether the place that a source names still says what was taken from it.
    package func standing(of source: ReportSource) -> SourceStanding {
        switch source.kind {
        case .agencyReturn: standingOfReturn(source)
        case .row: standingOfRow(source)
        case .criterion: standingOfCriterion(source)
        case .view: standingOfView(source)
        case .decision, .meeting, .day: standingOfOccurrence(source)
        case .minutes: standingOfMinutes(source)
        case .agency: standingOfAgency(source)
        case .safety:
            safety?.words.says(source.words) == true
                ? .stands : .replaced(by: nil, saysTheSame: false)
        case .child: .stands
        case .log:
            logEntries.contains { $0.corrects != nil && $0.corrects == source.entry }
                ? .replaced(by: nil, saysTheSame: false) : .stands
        }
    }

    private func standingOfReturn(_ source: ReportSource) -> SourceStanding {
        guard let entry = source.entry, let (request, version) = returnVersion(entry),
            request.revoked == nil
        else { return .gone }
        let later = request.versions.lastIndex { $0.isAccepted == true }
        if let later, request.versions[later].put.entry != entry {
            let says = request.versions[later].put.says(source.words, to: source.part)
            return .replaced(by: later + 1, saysTheSame: says)
        }
        return version.isAccepted == false ? .gone : .stands
    }

    private func standingOfRow(_ source: ReportSource) -> SourceStanding {
        guard let entry = source.entry, let (request, row) = chronologyRow(entry),
            request.revoked == nil
        else { return .gone }
        // A later return without the row has taken it out.
        guard let newest = request.newestReturn,
            newest.put.chronology.contains(where: { $0.row == entry })
        else { return .gone }
        return row.told.says(source.words) ? .stands : .replaced(by: nil, saysTheSame: false)
    }

    private func standingOfCriterion(_ source: ReportSource) -> SourceStanding {
        guard let found = weighed.first(where: { $0.entry == source.entry }) else { return .gone }
        return weighed.last { $0.step == found.step }?.entry == found.entry
            ? .stands : .replaced(by: nil, saysTheSame: false)
    }

    private func standingOfView(_ source: ReportSource) -> SourceStanding {
        guard let view = views.first(where: { $0.given.entry == source.entry }) else {
            return .gone
        }
        let last = views(on: view.given.step).first { $0.given.of == view.given.of }
        return last?.given.entry == source.entry
            ? .stands : .replaced(by: nil, saysTheSame: false)
    }

    private func standingOfOccurrence(_ source: ReportSource) -> SourceStanding {
        guard let found = occurrences.first(where: { $0.entry == source.entry }),
            !found.isWithdrawn
        else { return .gone }
        let later = standing(found.name).last
        if source.kind == .decision, later?.entry != found.entry {
            return .replaced(by: nil, saysTheSame: later?.evidence == found.evidence)
        }
        // A date corrected since no longer stands in the words that were taken.
        return source.kind == .day && source.part != "\(found.day)"
            ? .replaced(by: nil, saysTheSame: false) : .stands
    }

    private func standingOfMinutes(_ source: ReportSource) -> SourceStanding {
        guard let entry = source.entry, let meeting = meeting(minuted: entry) else { return .gone }
        guard let place = meeting.minutes.firstIndex(where: { $0.put.entry == entry }) else {
            // An addendum stays as it is.
            return .stands
        }
        guard place == meeting.minutes.count - 1 else {
            let lines = meeting.newestMinutes?.put.parts.flatMap(\.lines) ?? []
            return .minutedAnew(
                meeting.minutes.count,
                saysTheSame: lines.contains { $0.says.says(source.words) }
            )
        }
        return meeting.approved == nil ? .notApproved : .stands
    }

    /// The meeting of whose minutes an entry is a version or an addendum.
    private func meeting(minuted entry: EntryID) -> Meeting? {
        meetings.first { meeting in
            meeting.minutes.contains { $0.put.entry == entry }
                || meeting.addenda.contains { $0.added.entry == entry }
        }
    }

    /// A source as it is today: of minutes, whether they are approved meanwhile.
    package func refreshed(_ source: ReportSource) -> ReportSource {
        guard source.kind == .minutes, let entry = source.entry,
            let meeting = meeting(minuted: entry)
        else { return source }
        let isVersion = meeting.minutes.contains { $0.put.entry == entry }
        return source.approved(!isVersion || meeting.approved?.version == entry)
    }

    private func standingOfAgency(_ source: ReportSource) -> SourceStanding {
        if source.entry != nil {
            return request(source.entry).map { $0.revoked == nil } == true ? .stands : .gone
        }
        let isAsked = requests.contains { $0.revoked == nil && $0.asked.subject == source.of }
        let reason = leftOut.last { $0.subject == source.of }?.reason
        return !isAsked && reason.map { $0.says(source.words) } == true
            ? .stands : .replaced(by: nil, saysTheSame: false)
    }
}

extension ReturnRow {
    /// What happened and what was done, as one text.
    package var told: String {
        [happened, action].filter { !isBlank($0) }.joined(separator: "\n")
    }
}

extension CaseEvent.ReturnPutForward {
    /// Whether the answer to a question still holds these words.
    fileprivate func says(_ words: String, to question: String) -> Bool {
        switch answer {
        case .form(_, let parts):
            parts.flatMap(\.lines).contains { $0.asks == question && $0.says.says(words) }
        case .document(_, let text): text.says(words)
        case .notKnown(let searched): searched.says(words)
        }
    }
}

extension String {
    /// Whether every sentence of some words stands in the text, whatever blanks lie between.
    fileprivate func says(_ words: String) -> Bool {
        let text = single
        return words.split(whereSeparator: \.isNewline).allSatisfy {
            text.contains(String($0).single)
        }
    }

    private var single: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
