import CaseFiles
package import Partnerships
import Procedures

extension CaseReader {
    /// One version of an agency's answer as a document of its own; of its files it says what is with it.
    package func answerDocument(_ id: EntryID, version number: Int) -> PrintedDocument? {
        guard let request = file.request(id), request.versions.indices.contains(number - 1) else {
            return nil
        }
        let version = request.versions[number - 1]
        guard let answer = packAnswer(version.put.entry, number: 1) else { return nil }
        return PrintedDocument(
            title: "Answer of \(request.asked.subject)",
            reference: "Case \(file.reference)",
            version: "Version \(number), put forward \(when(version.at))",
            hasContents: true,
            blocks: answer.blocks(filesAre: "Each is kept beside this answer.")
        )
    }

    package func answerLink(_ request: EntryID, _ number: Int) -> String {
        "\(link("requests", "\(request)"))/versions/\(number)"
    }

    /// The minutes as they were put forward once; the newest with what was added since.
    package func minutesPaper(_ entry: EntryID, version number: Int) -> MeetingPaper? {
        guard let meeting = file.meeting(entry), meeting.minutes.indices.contains(number - 1)
        else { return nil }
        if number == meeting.minutes.count { return minutesPaper(entry, said: .none) }
        let version = meeting.minutes[number - 1]
        return MeetingPaper(
            title: "Minutes: \(title(meeting))",
            over: "Case \(file.reference)",
            crumbs: paperCrumbs(meeting),
            standing:
                "Version \(number), put forward \(when(version.at)). A later version counts.",
            acts: [],
            facts: [],
            parts: version.put.parts.map { part in
                MeetingPaper.Part(
                    part.title,
                    lines: part.lines.map { (term: $0.asks, text: $0.says) }
                )
            }
        )
    }
}
