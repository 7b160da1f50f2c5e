import CaseFiles
import Partnerships
import Procedures
import Reports

extension CaseReader {
    /// The minutes of meetings as they were put forward last, line by line, and what was added to them since.
    var minutesOffers: [ReportOffer] {
        file.meetings.flatMap { meeting -> [ReportOffer] in
            guard let newest = meeting.newestMinutes else { return [] }
            return offers(of: newest, meeting)
                + meeting.addenda.map { added in
                    let part = "added after approval, \(when(added.at))"
                    return ReportOffer(
                        "addendum-\(added.added.entry)",
                        .meetings,
                        group: minutesGroup(meeting),
                        title: DayWording.capitalised(part),
                        note: "By \(who(added.by))",
                        sentences: Reports.sentences(of: added.added.text).map { taken($0) },
                        source: source(
                            .minutes,
                            added.added.entry,
                            of: title(meeting),
                            part: part,
                            isApproved: true
                        )
                    )
                }
        }
    }

    private func minutesGroup(_ meeting: Meeting) -> String { "Minutes, \(title(meeting))" }

    private func offers(of version: Meeting.MinutesVersion, _ meeting: Meeting) -> [ReportOffer] {
        let number = meeting.minutes.count
        let isApproved = meeting.approved?.version == version.put.entry
        let note =
            "Version \(number) of the minutes, \(isApproved ? "approved" : "not approved yet")"
        return version.put.parts.enumerated().flatMap { place, part in
            part.lines.enumerated().compactMap { line, said -> ReportOffer? in
                guard !Self.saysNothing.contains(said.says), !said.says.isEmpty else { return nil }
                let isSaid = said.asks == Self.whatWasSaid
                return ReportOffer(
                    "minutes-\(version.put.entry)-\(place)-\(line)",
                    .meetings,
                    group: minutesGroup(meeting),
                    title: isSaid ? part.title : "\(part.title): \(said.asks)",
                    note: note,
                    prefix: isSaid || said.asks.isEmpty ? "" : "\(said.asks): ",
                    sentences: Reports.sentences(of: said.says).map { taken($0) },
                    source: source(
                        .minutes,
                        version.put.entry,
                        of: title(meeting),
                        part: "\(part.title), \(said.asks.lowercasedStart)",
                        version: number,
                        digest: version.put.digest,
                        isApproved: isApproved
                    )
                )
            }
        }
    }
}
