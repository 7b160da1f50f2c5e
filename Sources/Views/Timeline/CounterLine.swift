import Pages

/// The day numbers of one clock, placed: those there is room for, and the clock's label.
struct CounterLine {
    let label: String
    let labelX: Int
    let labelY: Int
    let y: Int
    let numbers: [(x: Int, number: Int)]

    init(_ counter: TimelineCounter, on scale: TimelineScale, after above: Int) {
        label = counter.label
        let last = counter.numbers.last
        let digits = counter.numbers.contains { $0.number > 99 } ? 3 : 2
        let step = scale.step(forNumbersOf: digits * 10)
        let shown = counter.numbers.filter { entry in
            guard let last else { return false }
            if entry.day == last.day { return true }
            // The last number is always shown; one too near to it gives way.
            let room = scale.middle(of: last.day) - scale.middle(of: entry.day)
            return entry.number.isMultiple(of: step) && room >= digits * 10 + 4
        }
        numbers = shown.map { (scale.middle(of: $0.day), $0.number) }

        let width = textWidth(label)
        let left = TimelineScale.left + 4
        let firstX = numbers.first?.x ?? TimelineScale.right
        let lastX = numbers.last?.x ?? left
        if firstX - 18 - width >= left {
            (labelX, labelY, y) = (left, above + 26, above + 26)
        } else if lastX + 20 + width <= TimelineScale.right {
            (labelX, labelY, y) = (lastX + 20, above + 26, above + 26)
        } else {
            (labelX, labelY, y) = (left, above + 24, above + 44)
        }
    }
}
