import WorkingDays

/// Rows of several agencies that look like the same event.
package struct Resemblance: Hashable, Sendable {
    /// In the order of the merged chronology.
    package let rows: [ChronologyRow.ID]
    /// In what they contradict each other; empty where they only say the same again.
    package let contradictions: [Contradiction]

    package enum Contradiction: Hashable, Sendable {
        /// The same event on different days.
        case days
        /// The same event at different times of one day.
        case times
        /// One says so, the other says that it is not so.
        case opposed(Statement)
    }
}

/// What was found by comparing all rows of different agencies.
package struct Resemblances: Hashable, Sendable {
    package let groups: [Resemblance]
    /// False where so many rows share their days that not every two were compared.
    package let isComplete: Bool
}

extension MergedChronology {
    /// Rows of different agencies that look like the same event, in groups.
    ///
    /// Two rows of overlapping dates resemble each other where they share most of what is rare in
    /// their words. They contradict each other where one affirms what the other denies, where their
    /// times of day differ by half an hour or more, or where the same event stands on days up to three
    /// apart and neither row has its like on its own day. Nothing is changed or left out.
    package func resemblances() -> Resemblances {
        var comparison = Comparison(rows)
        return comparison.resemblances()
    }
}

private struct Comparison {
    /// Days between which one event may have been dated twice.
    private static let reach: Int32 = 3
    /// What one row is compared with at most, nearest first.
    private static let mostCandidates = 600

    private let rows: [ChronologyRow]
    private let texts: [ComparedRow]
    private let weights: [UInt64: Float]
    private var groups: JoinedPlaces
    private var contradictions: [(place: Int, what: Resemblance.Contradiction)] = []
    private var isComplete = true

    init(_ rows: [ChronologyRow]) {
        self.rows = rows
        let words = rows.map { row in
            row.entry.event.isEmpty
                ? TextWords(row.entry.action)
                : TextWords(row.entry.event, alsoStancesOf: row.entry.action)
        }
        weights = rarity(of: words)
        var texts: [ComparedRow] = []
        texts.reserveCapacity(rows.count)
        for place in rows.indices {
            texts.append(ComparedRow(rows[place], place: place, words[place], weights))
        }
        self.texts = texts
        groups = JoinedPlaces(count: rows.count)
    }

    mutating func resemblances() -> Resemblances {
        var later: [(Int, Int)] = []
        var matched: Set<Match> = []
        let order = texts.filter { $0.first <= $0.last && $0.words.words.count >= 2 }
            .sorted { ($0.first, $0.place) < ($1.first, $1.place) }
        for place in order.indices {
            var compared = 0
            for next in order.index(after: place)..<order.endIndex {
                guard order[next].first <= order[place].last + Self.reach else { break }
                guard order[next].source != order[place].source else { continue }
                compared += 1
                guard compared <= Self.mostCandidates else {
                    isComplete = false
                    break
                }
                guard order[place].mayResemble(order[next]) else { continue }
                let (one, other) = (order[place], order[next])
                let likeness = one.likeness(to: other, weights)
                if other.first <= one.last {
                    if joinSameDay(one, other, likeness) {
                        matched.insert(Match(place: one.place, source: other.source))
                        matched.insert(Match(place: other.place, source: one.source))
                    }
                } else if likeness >= 0.6 {
                    later.append((one.place, other.place))
                }
            }
        }
        for (one, other) in later
        where !matched.contains(Match(place: one, source: texts[other].source))
            && !matched.contains(Match(place: other, source: texts[one].source))
        {
            groups.join(one, other)
            contradictions.append((one, .days))
        }
        return Resemblances(groups: grouped(), isComplete: isComplete)
    }

    private mutating func joinSameDay(
        _ one: ComparedRow,
        _ other: ComparedRow,
        _ likeness: Float
    ) -> Bool {
        let opposed = likeness >= 0.4 ? one.words.stance.opposed(to: other.words.stance) : []
        guard likeness >= 0.55 || !opposed.isEmpty else { return false }
        groups.join(one.place, other.place)
        contradictions += opposed.map { (one.place, .opposed($0)) }
        if let minute = one.minute, let second = other.minute, one.first == other.first,
            abs(minute - second) >= 30
        {
            contradictions.append((one.place, .times))
        }
        return true
    }

    private mutating func grouped() -> [Resemblance] {
        var members: [Int: [Int]] = [:]
        for place in rows.indices { members[groups.root(of: place), default: []].append(place) }
        var found: [Int: [Resemblance.Contradiction]] = [:]
        for (place, what) in contradictions {
            let root = groups.root(of: place)
            if found[root]?.contains(what) != true { found[root, default: []].append(what) }
        }
        return members.filter { $0.value.count > 1 }
            .sorted { $0.value[0] < $1.value[0] }
            .map { root, places in
                Resemblance(rows: places.map { rows[$0].id }, contradictions: found[root] ?? [])
            }
    }
}

private struct Match: Hashable {
    let place: Int
    let source: SourceID
}

/// A row as far as comparing needs it.
private struct ComparedRow {
    let place: Int
    let source: SourceID
    let words: TextWords
    let weight: Float
    /// Days since 1970; the first lies after the last where the date bounds nothing.
    let first: Int32
    let last: Int32
    let minute: Int?

    init(_ row: ChronologyRow, place: Int, _ words: TextWords, _ weights: [UInt64: Float]) {
        self.place = place
        source = row.source
        self.words = words
        weight = words.words.reduce(0) { $0 + (weights[$1] ?? 1) }
        if let first = row.date.earliest, let last = row.date.latest {
            (self.first, self.last) = (first.number, last.number)
        } else {
            (first, last) = (1, 0)
        }
        minute = row.entry.time?.minute?.minuteOfDay
    }

    /// Whether enough words may be shared; only a look at the bits.
    func mayResemble(_ other: ComparedRow) -> Bool {
        let both = words.signature & other.words.signature
        let bits = both.nonzeroBitCount.wrappedSum()
        return bits >= 2 && Int(bits) * 5 >= min(words.words.count, other.words.words.count)
    }

    /// From 0, no word in common, to 1, the same words; rare ones count for more.
    func likeness(to other: ComparedRow, _ weights: [UInt64: Float]) -> Float {
        var shared: Float = 0
        var count = 0
        let (one, two) = (words.words, other.words.words)
        var (left, right) = (0, 0)
        while left < one.count, right < two.count {
            if one[left] == two[right] {
                shared += weights[one[left]] ?? 1
                count += 1
                left += 1
                right += 1
            } else if one[left] < two[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return count >= 2 ? 2 * shared / (weight + other.weight) : 0
    }
}

/// How much each word tells: the fewer rows have it, the more.
private func rarity(of texts: [TextWords]) -> [UInt64: Float] {
    var counts: [UInt64: Int] = [:]
    for text in texts {
        for word in text.words { counts[word, default: 0] += 1 }
    }
    // A few rows say little of what is rare, so that all begin alike.
    let all = Float(texts.count + 20)
    return counts.mapValues { 1 + binaryLogarithm(all / Float($0 + 20)) }
}

/// The logarithm to the base of 2 of a number of at least 1, to within a tenth.
private func binaryLogarithm(_ number: Float) -> Float {
    Float(number.exponent) + number.significand - 1
}

/// Places that belong together.
private struct JoinedPlaces {
    private var above: [Int]

    init(count: Int) {
        above = Array(0..<count)
    }

    mutating func root(of place: Int) -> Int {
        var place = place
        while above[place] != place {
            above[place] = above[above[place]]
            place = above[place]
        }
        return place
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(of: one), root(of: other))
        above[max(first, second)] = min(first, second)
    }
}
