/// The name most like a misspelt one, if any is near.
package func nearest(to name: String, in names: [String]) -> String? {
    let limit = max(1, name.count / 3)
    let ranked = names.map { ($0, editDistance(name, $0, limit: limit)) }
    return ranked.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
}

/// How many letters must be added, dropped or changed; more than the limit counts as one above it.
private func editDistance(_ one: String, _ other: String, limit: Int) -> Int {
    let first = Array(one.utf8.prefix(80))
    let second = Array(other.utf8.prefix(80))
    guard abs(first.count - second.count) <= limit else { return limit + 1 }
    var row = Array(0...second.count)
    for (i, a) in first.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, b) in second.enumerated() {
            let above = row[j + 1]
            row[j + 1] = a == b ? diagonal : min(diagonal, above, row[j]) + 1
            diagonal = above
        }
    }
    return row[second.count]
}
