import Desk
import Foundation
import Pages
import ProcedureLanguage
import Procedures

/// The procedures and guidance found in the configured folders.
struct ProcedureLibrary: Sendable {
    /// By name of file, in order of name.
    let procedures: [ReadProcedure]

    /// A file that could not be read, with what is wrong with it.
    struct Unreadable: Error {
        let reports: [String]
    }

    /// Reads every procedure of a folder.
    ///
    /// - Throws: `Unreadable` with every diagnostic of every file, each with its line and a caret.
    init(folders: Folders) throws(Unreadable) {
        let guidance = try Self.guidance(folders)
        var reports: [String] = []
        var procedures: [ReadProcedure] = []
        for file in try Self.files(in: folders.procedures) {
            let (procedure, found) = try Self.read(file, guidance: guidance)
            if let procedure { procedures.append(procedure) } else { reports += found }
        }
        if procedures.isEmpty, reports.isEmpty {
            reports.append("\(folders.procedures): error: this folder holds no procedure")
        }
        guard reports.isEmpty else { throw Unreadable(reports: reports) }
        self.procedures = procedures
    }

    /// One file, its diagnostics rendered.
    static func read(
        _ file: String,
        guidance: [Guidance]
    ) throws(Unreadable) -> (procedure: ReadProcedure?, reports: [String]) {
        let text = try text(of: file)
        let (procedure, diagnostics) = readProcedure(text, guidance: guidance)
        let source = DiagnosedText(file: file, text: text)
        return (procedure, diagnostics.map { source.rendered($0) })
    }

    static func guidance(_ folders: Folders) throws(Unreadable) -> [Guidance] {
        try all(in: folders.guidance) { text in
            let (edition, diagnostics) = readGuidance(text)
            return (edition, diagnostics)
        }
    }

    /// Every form of the folder; a folder without forms has none.
    static func forms(_ folders: Folders) throws(Unreadable) -> [FormDefinition] {
        guard FileManager.default.fileExists(atPath: folders.forms) else { return [] }
        return try all(in: folders.forms) { text in
            let (form, diagnostics) = readForm(text)
            return (form, diagnostics)
        }
    }

    /// Every letter of the folder; a folder without letters has none.
    static func letters(_ folders: Folders) throws(Unreadable) -> [LetterDefinition] {
        guard FileManager.default.fileExists(atPath: folders.letters) else { return [] }
        return try all(in: folders.letters) { text in
            let (letter, diagnostics) = readLetter(text)
            return (letter, diagnostics)
        }
    }

    /// Every file of a folder as it is read, or everything that is wrong with any of them.
    private static func all<Value>(
        in folder: String,
        read: (String) -> (Value?, [Diagnostic])
    ) throws(Unreadable) -> [Value] {
        var values: [Value] = []
        var reports: [String] = []
        for file in try files(in: folder) {
            let text = try text(of: file)
            let (value, diagnostics) = read(text)
            let source = DiagnosedText(file: file, text: text)
            if let value {
                values.append(value)
            } else {
                reports += diagnostics.map { source.rendered($0) }
            }
        }
        guard reports.isEmpty else { throw Unreadable(reports: reports) }
        return values
    }

    /// The text of a procedure, and of all guidance, forms and letters, none of which has a fault.
    static func texts(of id: String, in folders: Folders) throws(Unreadable) -> Editions.Texts {
        _ = try forms(folders)
        _ = try letters(folders)
        return Editions.Texts(
            procedure: try text(of: "\(folders.procedures)/\(id).yaml"),
            guidance: try texts(in: folders.guidance),
            forms: try textsIfAny(in: folders.forms),
            letters: try textsIfAny(in: folders.letters)
        )
    }

    private static func textsIfAny(in folder: String) throws(Unreadable) -> [String] {
        FileManager.default.fileExists(atPath: folder) ? try texts(in: folder) : []
    }

    private static func texts(in folder: String) throws(Unreadable) -> [String] {
        try files(in: folder).map { (file) throws(Unreadable) in try text(of: file) }
    }

    private static func files(in folder: String) throws(Unreadable) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw Unreadable(reports: ["\(folder): error: this folder cannot be read"])
        }
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }

    static func text(of file: String) throws(Unreadable) -> String {
        guard let handle = FileHandle(forReadingAtPath: file),
            let data = try? handle.readToEnd() ?? Data()
        else {
            throw Unreadable(reports: ["\(file): error: this file cannot be read"])
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            let (line, column) = firstUnreadable(in: data)
            throw Unreadable(
                reports: [
                    "\(file):\(line):\(column): error: from here the file is not text in UTF-8"
                ]
            )
        }
        return text
    }

    /// Where the first bytes stand that are no text, counted from 1.
    private static func firstUnreadable(in data: Data) -> (line: Int, column: Int) {
        let repaired = String(decoding: data, as: UTF8.self)
        let before = repaired.prefix { $0 != "\u{FFFD}" }
        let lines = before.split(omittingEmptySubsequences: false) { $0.isNewline }
        return (lines.count, (lines.last?.count ?? 0) + 1)
    }

    /// The same, as pages want it.
    var shelf: ProcedureShelf {
        ProcedureShelf(procedures.map { .init(procedure: $0.procedure, variations: $0.variations) })
    }

    /// A procedure by its id, under one of its variations where one is named.
    func procedure(_ id: String, variation: String?) throws(LookupProblem) -> Procedure {
        guard let read = procedures.first(where: { $0.procedure.id == id }) else {
            throw .unknownProcedure(id, valid: procedures.map(\.procedure.id))
        }
        guard let variation else { return read.procedure }
        guard let own = read.variations.first(where: { $0.variation?.id == variation }) else {
            throw .unknownVariation(
                variation,
                of: id,
                valid: read.variations.compactMap(\.variation?.id)
            )
        }
        return own
    }

    enum LookupProblem: Error, Equatable {
        case unknownProcedure(String, valid: [String])
        case unknownVariation(String, of: String, valid: [String])
    }
}

/// Where the texts that people write are kept.
struct Folders: Sendable {
    let procedures: String
    let guidance: String
    let forms: String
    let letters: String
    let statics: String
}
