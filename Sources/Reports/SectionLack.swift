/// What a section that somebody wrote in still lacks, seen from its words alone.
///
/// It warns, and stops nobody.
package enum SectionLack: Hashable, Sendable {
    case empty
    /// A word is no section.
    case oneWord(String)
    /// Only says where to look.
    case elsewhere(String)
    /// Says that there is nothing to say, and not why.
    case withoutReason(String)
    /// Says that it is still to come.
    case toCome(String)
}

/// What a section lacks; nil where its words say something.
package func lack(of text: String) -> SectionLack? {
    let plain = plainWords(of: text).trimmed
    let words = plain.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "/" }.map(
        String.init
    )
    guard !words.isEmpty else { return .empty }
    let phrase = words.joined(separator: " ")
    if places.contains(where: { phrase.hasPrefix($0) }), words.count <= mostOfPlace {
        return .elsewhere(plain)
    }
    if nothings.contains(phrase) { return .withoutReason(plain) }
    if delays.contains(phrase) { return .toCome(plain) }
    return words.count == 1 ? .oneWord(plain) : nil
}

/// `See attached report of 12 May, page 3` names a place; whoever writes more than that says something.
private let mostOfPlace = 10

private let places = [
    "see attached", "see the attached", "as attached", "attached", "please see attached",
    "see above",
    "as above", "see below", "as below", "see appendix", "see annex", "see separate",
    "see chronology",
    "see the chronology", "see minutes", "see the minutes", "see report", "see enclosed",
    "enclosed",
    "refer to", "please refer to", "please see", "see previous", "as previously",
]

private let nothings: Set = [
    "n/a", "na", "n a", "not applicable", "none", "nil", "nothing", "no", "none known", "not known",
    "unknown", "nothing to add", "nothing further", "no comment", "no concerns", "none identified",
    "nothing to report",
]

private let delays: Set = [
    "tbc", "tba", "tbd", "to be confirmed", "to be completed", "to follow", "to come", "pending",
    "awaited", "in progress", "to be added", "draft",
]
