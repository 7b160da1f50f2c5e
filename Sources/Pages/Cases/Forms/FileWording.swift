package import CaseFiles

/// Why a file that was sent is not taken.
package enum FileFault: Hashable, Sendable {
    case empty
    /// Larger than so many bytes.
    case tooLarge(most: Int)
    case program, script, webPage, archive
    /// An office file with a program in it.
    case macros
    /// Nobody can look into it without its password.
    case locked
    /// Nothing that is taken has a name that ends so; empty for a name without an ending.
    case notTaken(ending: String)
    /// The content is not what the name says.
    case differs(ending: String)
    /// The scanner found something, by its own name for it.
    case infected(String)
    /// No scanner answered, or it could not look.
    case unscanned
    /// Its type could not be looked up.
    case uncheckable
    /// Sent, and swept away since.
    case keptNoLonger
    /// Sent in another session, or not to this form.
    case sentElsewhere
}

extension FileFault {
    /// What is wrong, and what to do, in a sentence without its stop.
    package var words: String {
        switch self {
        case .empty: "The file is empty: choose another"
        case .tooLarge(let most):
            "The file is larger than \(FileWording.size(most)): make it smaller, or enter where it lies"
        case .program: "The file is a program, whatever its name says: programs are not taken"
        case .script: "The file is a script, whatever its name says: scripts are not taken"
        case .webPage:
            "The file is a web page or drawing that can carry a script: save it as PDF and choose that"
        case .archive: "The file is an archive: take the documents out of it, and file each"
        case .macros:
            "The file carries macros, which are programs: save it without them, or as PDF, and choose that"
        case .locked:
            "The file is closed with a password, so that nobody can check it: save it without one and choose that"
        case .notTaken(let ending):
            ending.isEmpty
                ? "The name of the file has no ending that says what it is: \(FileWording.hint.lowercasedStart)"
                : "Files whose names end in .\(ending.prefix(20)) are not taken: \(FileWording.hint.lowercasedStart)"
        case .differs(let ending):
            "The name of the file ends in .\(ending), and its content is something else: save it anew under the right name"
        case .infected(let name):
            "The virus scanner found “\(name.prefix(100))” in the file: do not open it, and tell whoever looks after your machine"
        case .unscanned:
            "The virus scanner does not answer, so the file is not taken: try again later, or enter where it lies"
        case .uncheckable:
            "The file could not be checked, so it is not taken: try again later, or enter where it lies"
        case .keptNoLonger: "The file that was sent before is kept no longer: choose it again"
        case .sentElsewhere:
            "The file was sent before you signed in again: choose it again"
        }
    }
}

/// How files are spoken of.
package enum FileWording {
    /// After a colon too.
    static let hint = hint(upTo: CaseDocument.File.mostBytes)

    /// For files that come with an agency's answer.
    package static let answerHint = hint(upTo: AgencyRequest.mostBytesOfFile)

    private static func hint(upTo bytes: Int) -> String {
        "PDF, Word, Excel, PowerPoint, OpenDocument, RTF, text, CSV, PNG, JPEG, TIFF or a saved e-mail (.eml, .msg), up to \(size(bytes))."
    }

    /// `report.pdf (1.2 MB)`.
    package static func words(_ file: CaseDocument.File) -> String {
        "\(file.name) (\(size(file.bytes)))"
    }

    /// `1 byte`, `340 KB`, `1.2 MB`, counted by 1,024 as the machines of most people count.
    package static func size(_ bytes: Int) -> String {
        switch bytes {
        case 1: "1 byte"
        case ..<1_024: "\(bytes) bytes"
        case ..<1_048_064: "\((bytes + 512) / 1_024) KB"
        default: megabytes(tenths: (bytes * 10 + 524_288) / 1_048_576)
        }
    }

    private static func megabytes(tenths: Int) -> String {
        tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
