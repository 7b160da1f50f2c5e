/// The labels under the picture, in as many lines as keep them apart.
struct FootLabels {
    struct Label {
        enum Kind {
            case today, limit, holiday
        }

        let text: String
        let kind: Kind
        let middle: Int
        let width: Int
        let line: Int
    }

    private(set) var labels: [Label] = []

    var lines: Int { (labels.map(\.line).max() ?? 0) + 1 }

    /// Puts a label as near to a place as the edges allow, in the first line with room.
    mutating func place(_ text: String, _ kind: Label.Kind, at place: Int) {
        let width = textWidth(text, isBold: kind != .holiday) + 24
        let half = width / 2
        let middle = max(
            TimelineScale.left + half,
            min(place, TimelineScale.right - half)
        )
        var line = 0
        while isTaken(line: line, from: middle - half, to: middle + half) { line += 1 }
        // A holiday that finds no room is still a band, and named in the reasons.
        guard line < 3 || kind != .holiday else { return }
        labels.append(Label(text: text, kind: kind, middle: middle, width: width, line: line))
    }

    private func isTaken(line: Int, from start: Int, to end: Int) -> Bool {
        labels.contains { label in
            label.line == line && label.middle - label.width / 2 < end
                && start < label.middle + label.width / 2
        }
    }
}
