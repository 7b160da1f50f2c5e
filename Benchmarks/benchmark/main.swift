import Foundation
import Pages

// Each figure five times, a line each: its name, then what one run did in a second.
//
//     benchmark TEXTS     the folder that holds procedures/ and guidance/

let runs = 5
let texts = CommandLine.arguments.count == 2 ? CommandLine.arguments[1] : "."
let dorset = DorsetCases(texts: texts, tasks: 2)
let additions = WorkingDayAdditions()

show("checksum of additions", [Double(additions.sum())])
show("additions", (0..<runs).map { _ in additions.perSecond() })

let merges = ChronologyMerges()
show("rows that resemble", [Double(merges.resembling)])
show("chronologies merged", (0..<runs).map { _ in merges.merging() })
show("chronologies merged and compared", (0..<runs).map { _ in merges.mergingWithFindings() })

for tasks in [1, 2] {
    var dates: [Double] = []
    var explanations: [Double] = []
    for _ in 0..<runs {
        dates.append(await dorset.perSecond(tasks: tasks) { dorset.dates(ofCase: $0, task: $1) })
        explanations.append(
            await dorset.perSecond(tasks: tasks) { dorset.json(ofCase: $0, task: $1) }
        )
    }
    show("dates, \(tasks)", dates)
    show("explanations, \(tasks)", explanations)
}

let report = ReportFiles(texts: texts)
// pandoc first: what is measured of memory is the most that any program had held by then.
for kind in [DocumentKind.docx, .pdf] {
    var files: [(seconds: Double, bytes: Double)] = []
    for _ in 0..<runs {
        if let made = await report.make(kind) { files.append(made) }
    }
    show("report as \(kind.rawValue), seconds", files.map(\.seconds))
    show("report as \(kind.rawValue), bytes", files.map(\.bytes))
}

func show(_ name: String, _ values: [Double]) {
    print(([name] + values.map { String($0) }).joined(separator: "\t"))
}
