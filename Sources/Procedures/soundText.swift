/// A text without what no file can hold, and without the signs that turn the words around them about.
///
/// Words of a language that runs from right to left keep their order; only the signs that would reorder what
/// somebody else wrote beside them are gone.
package func sound(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !$0.isSound }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.lazy.filter(\.isSound)))
}

extension Unicode.Scalar {
    /// Whether it may stand in what others read.
    package var isSound: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: true
        case 0x00...0x1F, 0x7F...0x9F: false
        // Embeddings, overrides and isolates.
        case 0x202A...0x202E, 0x2066...0x2069: false
        case 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
