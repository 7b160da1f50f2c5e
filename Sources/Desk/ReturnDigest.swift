package import CaseFiles
import CaseStores
import Foundation

/// The SHA-256 over everything that an agency's senior manager signs: 64 hexadecimal digits.
///
/// Of files it takes what they are known by: name, size and their own SHA-256.
package func digest(
    of answer: ReturnAnswer,
    chronology: [ReturnRow],
    files: [CaseDocument.File]
) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let whole = Signed(answer: answer, chronology: chronology, files: files)
    guard let bytes = try? encoder.encode(whole) else {
        preconditionFailure("answers can be written")
    }
    return EditionHash.text(EditionHash.of(Array(bytes)))
}

private struct Signed: Encodable {
    let answer: ReturnAnswer
    let chronology: [ReturnRow]
    let files: [CaseDocument.File]
}
