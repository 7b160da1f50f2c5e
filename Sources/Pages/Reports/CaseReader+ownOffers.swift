import CaseFiles
import Partnerships
import Procedures
import Reports
import WorkingDays

/// What the case itself holds, rather than what agencies and partners say.
extension CaseReader {
    var safetyOffers: [ReportOffer] {
        guard let safety = file.safety else { return [] }
        return [
            ReportOffer(
                "safety-\(safety.recorded.milliseconds)",
                .safety,
                group: "Recorded",
                title: safety.isSafe ? "Safe when last asked" : "Not safe when last asked",
                note: "\(when(safety.recorded)), by \(who(safety.actor))",
                sentences: Reports.sentences(of: safety.words).map { taken($0) },
                source: source(.safety, nil, of: when(safety.recorded), part: "")
            )
        ]
    }

    var childOffers: [ReportOffer] {
        file.about.children.enumerated().map { place, child in
            let name = child.isUnborn && child.name.isEmpty ? "An unborn child" : child.name
            let born = child.born.map { ", born on \(DayWording.words($0))" } ?? ""
            return ReportOffer(
                "child-\(place)",
                .children,
                group: "What the case is about",
                title: "Child \(place + 1)",
                sentences: ["\(name)\(born)."],
                source: source(.child, nil, of: "child \(place + 1)", part: "")
            )
        }
    }

    var dayOffers: [ReportOffer] {
        file.occurrences.filter { !$0.isStep && !$0.isWithdrawn }
            .sorted { ($0.day, $0.recorded) < ($1.day, $1.recorded) }
            .map { occurrence in
                let label = wording.label(occurrence)
                return ReportOffer(
                    "day-\(occurrence.entry)",
                    .days,
                    group: "Recorded",
                    title: DayWording.capitalised(label),
                    sentences: [
                        "\(DayWording.capitalised(label)): \(wording.when(occurrence.day, occurrence.minute))."
                    ],
                    source: source(.day, occurrence.entry, of: label, part: "\(occurrence.day)")
                )
            }
    }

    var logOffers: [ReportOffer] {
        let corrected = Set(file.logEntries.compactMap(\.corrects))
        return file.logEntries.filter { !corrected.contains($0.entry) }.reversed().map { entry in
            let day = DayWording.words(entry.day)
            return ReportOffer(
                "log-\(entry.entry)",
                .log,
                group: "Written in the log",
                title: day,
                note: "By \(who(entry.actor))",
                prefix: "\(day): ",
                sentences: Reports.sentences(of: entry.text).map { taken($0) },
                source: source(.log, entry.entry, of: who(entry.actor), part: day)
            )
        }
    }
}
