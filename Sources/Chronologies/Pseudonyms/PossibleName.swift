/// A capitalised word or several that may be somebody's name and are in no glossary.
package struct PossibleName: Hashable, Sendable {
    /// As first written.
    package let words: String
    package let count: Int
}

extension MergedChronology {
    /// Words of the rows that look like names and that no pseudonym covers, most frequent first.
    ///
    /// It is a list for a person to look at: what it does not show may still be a name.
    package func possibleNames(besides people: [ChronologyPerson]) -> [PossibleName] {
        let pseudonyms = Pseudonyms(people)
        let texts = rows.flatMap { row in
            [
                row.entry.event, row.entry.action, row.entry.record, row.entry.who,
                row.entry.significance, row.entry.time?.wording ?? "",
                row.entry.date.exactDay == nil ? row.entry.typedDate : "",
            ]
        }
        return Chronologies.possibleNames(in: texts.map { pseudonyms.applied(to: $0) }, people)
    }
}

func possibleNames(in texts: [String], _ people: [ChronologyPerson]) -> [PossibleName] {
    let takenApart = texts.filter { !$0.isEmpty }.map(textPieces)
    // A word that is mostly written small is no name, though it may begin a sentence.
    var smallness: [String: Int] = [:]
    for piece in takenApart.joined() {
        if let key = piece.key { smallness[key, default: 0] += piece.isCapitalised ? -1 : 1 }
    }
    var smallWords = Set(smallness.filter { $0.value >= 0 }.keys)
    for person in people {
        smallWords.formUnion(textPieces(of: person.pseudonym).compactMap(\.key))
    }
    var counts: [String: (words: String, count: Int, order: Int)] = [:]
    for pieces in takenApart {
        for words in capitalisedRuns(in: pieces, besides: smallWords) {
            let key = words.lowercased()
            counts[key] = (
                counts[key]?.words ?? words, (counts[key]?.count ?? 0) + 1,
                counts[key]?.order ?? counts.count
            )
        }
    }
    return counts.values.sorted { ($1.count, $0.order) < ($0.count, $1.order) }
        .map { PossibleName(words: $0.words, count: $0.count) }
}

/// Capitalised words that stand one after the other.
private func capitalisedRuns(
    in pieces: [TextPiece],
    besides known: Set<String>
) -> [String] {
    var runs: [String] = []
    var run: [Substring] = []
    for piece in pieces {
        if piece.key == nil {
            if !piece.text.allSatisfy({ $0 == " " || $0 == "-" }) { end(&run, &runs) }
        } else if piece.looksLikeName(besides: known) {
            run.append(piece.text)
        } else {
            end(&run, &runs)
        }
    }
    end(&run, &runs)
    return runs
}

private func end(_ run: inout [Substring], _ runs: inout [String]) {
    if !run.isEmpty { runs.append(run.joined(separator: " ")) }
    run = []
}

extension TextPiece {
    fileprivate func looksLikeName(besides known: Set<String>) -> Bool {
        guard let key, isCapitalised, key.count > 1 else { return false }
        // Letters that are all capitals stand for an office or a service.
        let isShortened = text.allSatisfy { $0.isUppercase || $0.isNumber }
        let bare = key.hasSuffix("'s") ? String(key.dropLast(2)) : key
        return !isShortened && !known.contains(bare) && !ordinaryWords.contains(bare)
            && !titles.contains(bare)
    }
}

/// Words of agencies and of the calendar, which have capitals and name nobody.
private let ordinaryWords: Set = Set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december mon tue wed thu fri sat sun jan feb mar apr jun
    jul aug sep sept oct nov dec mother father mum dad mum's child children baby sibling brother
    sister grandmother grandfather aunt uncle parent parents family carer police school nurse nursery
    doctor midwife hospital health visitor social worker housing council court panel team service
    services emergency department accident safeguarding referral plan meeting conference review
    assessment visit contact call letter email phone home concern concerns no not none the this that
    these those it he she they there when while after before during following following at in on by
    for from with as an and but if all both each his her their who what which where why how yes
    attended seen discussed advised informed agreed received reported disclosed noted recorded
    telephone telephoned english british england wales scotland christmas easter spring summer autumn
    winter term year week reception key stage early help support ward unit trust county city borough
    north south east west new record file system notes case strategy section order officer manager
    lead teacher head deputy duty consultant paediatrician practitioner advocate staff member public
    anonymous unknown subject significant event action outcome source further immediate initial
    """.split(whereSeparator: \.isWhitespace).map(String.init)
)
