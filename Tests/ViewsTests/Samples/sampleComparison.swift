@testable import Pages

/// Five procedures put to the same facts.
func sampleComparison() -> ComparePage {
    let names = ["Pan-Dorset", "Cheshire East", "Herefordshire", "Rochdale", "West Midlands"]
    let rows: [(String, [Int?])] = [
        ("Notification sent to the national Panel", [7, 7, 7, 7, 7]),
        ("Agencies asked for what they know", [8, 7, 9, nil, 2]),
        ("Agencies’ answers back", [21, 15, 18, 16, 4]),
        ("Rapid review meeting held", [24, 22, 23, nil, 16]),
        ("Report sent to the national Panel", [30, 30, 30, 29, 18]),
        ("LCSPR published", [210, 211, nil, nil, 205]),
    ]
    return ComparePage(
        form: sampleForm(.filled, procedures: 5),
        comparison: Comparison(
            seenOn: sampleDay(21),
            columns: names.map { name in
                Comparison.Column(
                    procedure: name,
                    title: name,
                    planLink: "/plan?procedure=\(name.lowercased().split(separator: " ")[0])",
                    findings: name == "Rochdale"
                        ? [
                            FindingText(
                                code: "limit-passed",
                                message: "The report is due after the national limit.",
                                isContradiction: false
                            )
                        ] : []
                )
            },
            rows: rows.map { heading, offsets in
                let earliest = offsets.compactMap(\.self).min()
                return Comparison.Row(
                    heading: heading,
                    cells: offsets.map { offset in
                        Comparison.Cell(
                            due: offset.map(sampleDay),
                            rule: offset == nil
                                ? "No date given" : "Day 15 of rapid review (5.8, 6.6)",
                            link: offset == nil ? nil : "/plan?procedure=dorset#submit-report",
                            isEarliest: offset != nil && offset == earliest
                        )
                    }
                )
            },
            summary: "The report is due first in the West Midlands, on Fri 2 Jan 2026.",
            link: "/compare?procedure=dorset&procedure=rochdale"
        )
    )
}
