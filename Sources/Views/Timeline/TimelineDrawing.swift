import Pages

/// A timeline with every part in its place, ready to be drawn.
struct TimelineDrawing {
    let picture: TimelinePicture
    let scale: TimelineScale
    let lines: [TimelineLine]
    let foot: FootLabels
    /// Runs of days that are not counted.
    let bands: [Band]

    /// Where the line of each counter stands, and its label above it where there is no room beside.
    let counters: [CounterLine]
    /// Where the steps begin and end.
    let top: Int
    let bottom: Int

    struct Band {
        let start: Int
        let end: Int
        let isHoliday: Bool
    }

    init(_ picture: TimelinePicture) {
        self.picture = picture
        let scale = TimelineScale(days: picture.days.count)
        self.scale = scale
        lines = picture.rows.map { TimelineLine($0, on: scale, today: picture.today) }
        bands = Self.bands(of: picture, on: scale)
        foot = Self.foot(of: picture, on: scale)

        var y = scale.isDense ? 50 : 69
        var counters: [CounterLine] = []
        for counter in picture.counters {
            let line = CounterLine(counter, on: scale, after: y)
            counters.append(line)
            y = line.y
        }
        self.counters = counters
        top = y + 10
        bottom = top + 8 + lines.reduce(0) { $0 + $1.height }
    }

    /// Where each month begins, and as much of its name as fits before the next.
    var months: [(x: Int, isBegun: Bool, name: String?)] {
        let starts = picture.days.indices.filter { picture.days[$0].month != nil }
        return starts.enumerated().map { place, offset in
            let x = scale.start(of: offset)
            let next = place + 1 < starts.count ? scale.start(of: starts[place + 1]) : nil
            let room = (next ?? TimelineScale.right) - x - 8
            let name = picture.days[offset].month ?? ""
            let fits = [name, String(name.prefix(3))].first {
                textWidth($0, isBold: true) <= room
            }
            return (x, offset > 0, fits)
        }
    }

    /// A tall picture repeats its dates at the foot.
    var repeatsDates: Bool { lines.count > 16 }

    var footTop: Int { bottom + (repeatsDates ? 26 : 0) }

    var height: Int { footTop + foot.lines * 24 + 4 }

    private static func bands(of picture: TimelinePicture, on scale: TimelineScale) -> [Band] {
        var bands: [Band] = []
        for (offset, day) in picture.days.enumerated() {
            // Weekends of a very long plan would be a grey haze.
            let isShown = day.kind == .holiday || (day.kind == .weekend && scale.days <= 300)
            guard isShown else { continue }
            let start = scale.start(of: offset)
            let end = scale.start(of: offset + 1)
            let isHoliday = day.kind == .holiday
            if let last = bands.last, last.end == start, last.isHoliday == isHoliday {
                bands[bands.count - 1] = Band(start: last.start, end: end, isHoliday: isHoliday)
            } else {
                bands.append(Band(start: start, end: end, isHoliday: isHoliday))
            }
        }
        return bands
    }

    private static func foot(of picture: TimelinePicture, on scale: TimelineScale) -> FootLabels {
        var foot = FootLabels()
        if let today = picture.today {
            foot.place("Today", .today, at: scale.middle(of: today))
        }
        if let limit = picture.limit {
            foot.place(limit.label, .limit, at: scale.middle(of: limit.day))
        }
        for run in holidays(of: picture) {
            let middle = (scale.middle(of: run.first) + scale.middle(of: run.last)) / 2
            foot.place(run.names.joined(separator: ", "), .holiday, at: middle)
        }
        return foot
    }

    /// Named holidays, those on neighbouring days together.
    private static func holidays(
        of picture: TimelinePicture
    ) -> [(first: Int, last: Int, names: [String])] {
        var runs: [(first: Int, last: Int, names: [String])] = []
        for (offset, day) in picture.days.enumerated() {
            guard let name = day.holiday else { continue }
            if let run = runs.last, run.last == offset - 1 {
                let names = run.names.contains(name) ? run.names : run.names + [name]
                runs[runs.count - 1] = (run.first, offset, names)
            } else {
                runs.append((offset, offset, [name]))
            }
        }
        return runs
    }
}
