/// A kind of file that is taken.
package enum UploadKind: String, CaseIterable, Hashable, Sendable {
    case pdf, word, excel, powerPoint, oldWord, oldExcel, openText, openSheet, richText
    case plainText, table, png, jpeg, tiff, mail, outlookMail

    /// How names of such files end, the usual one first.
    package var extensions: [String] {
        switch self {
        case .pdf: ["pdf"]
        case .word: ["docx"]
        case .excel: ["xlsx"]
        case .powerPoint: ["pptx"]
        case .oldWord: ["doc"]
        case .oldExcel: ["xls"]
        case .openText: ["odt"]
        case .openSheet: ["ods"]
        case .richText: ["rtf"]
        case .plainText: ["txt"]
        case .table: ["csv"]
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg"]
        case .tiff: ["tif", "tiff"]
        case .mail: ["eml"]
        case .outlookMail: ["msg"]
        }
    }

    /// Its registered media type.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .excel: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .powerPoint:
            "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .oldWord: "application/msword"
        case .oldExcel: "application/vnd.ms-excel"
        case .openText: "application/vnd.oasis.opendocument.text"
        case .openSheet: "application/vnd.oasis.opendocument.spreadsheet"
        case .richText: "application/rtf"
        case .plainText: "text/plain"
        case .table: "text/csv"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .tiff: "image/tiff"
        case .mail: "message/rfc822"
        case .outlookMail: "application/vnd.ms-outlook"
        }
    }

    /// The kind that a name claims; nil where it claims none that is taken.
    init?(extension text: String) {
        guard let kind = Self.allCases.first(where: { $0.extensions.contains(text) }) else {
            return nil
        }
        self = kind
    }
}
