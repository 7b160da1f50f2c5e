/// How wide a line of text is at the picture's text size, within a few units.
///
/// Fonts differ, so it is taken from a wide one: a label may end up with room to spare, never with
/// too little.
func textWidth(_ text: String, isBold: Bool = false) -> Int {
    let hundredths = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return hundredths * (isBold ? 162 : 150) / 1_000 + 1
}

/// The longest beginning that fits and has an ellipsis, cut at a word.
func shortened(_ text: String, to width: Int, isBold: Bool = false) -> String {
    var words = text.split(separator: " ")
    while words.count > 1 {
        words.removeLast()
        let beginning = words.joined(separator: " ") + " …"
        if textWidth(beginning, isBold: isBold) <= width { return beginning }
    }
    return "…"
}

/// Hundredths of the text size.
private func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case " ", "i", "j", "l", ".", ",", ";", ":", "'", "’", "|", "I": 29
    case "f", "t", "r", "(", ")", "-": 40
    case "m", "M", "W", "–": 93
    case "w": 79
    case "A"..."Z": 68
    default: 60
    }
}
