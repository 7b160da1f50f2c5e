import CaseFiles
package import Partnerships
package import Procedures
import WorkingDays

/// Something of a case that has a folder and a name: a version of a document, a file, an agenda, the log.
package struct FiledThing: Sendable {
    package enum Kind: Hashable, Sendable {
        case log, chronology
        case version(paper: String, number: Int)
        /// What an agency answered once; the number counts the versions of its request from 1.
        case answer(request: EntryID, number: Int)
        case agenda(EntryID)
        case minutes(EntryID, number: Int)
        /// Minutes that nobody has put forward yet.
        case minutesBegun(EntryID)
        case pack(EntryID)
        /// The pack that nobody has shared.
        case packNow
        case document(DocumentID)
        /// What came with an answer, and what else an agency wrote.
        case answerFile(DocumentID)
        case reply(DocumentID)
    }

    package let kind: Kind
    /// As people read it; a title that somebody typed stands as it was typed.
    package let title: String
    /// The number of its version; nil for what has none.
    package let version: Int?
    /// Nil where the procedure names no folder.
    package let folder: Reference<Folder>?
    /// From the folder of the whole case on, each a name that every machine can keep.
    package let folders: [String]
    /// Without an ending, and like no other in its folder.
    package let name: String
    /// The ending of a file that is kept as it was sent, with its dot; empty for what is made here.
    package let ending: String
    package let who: String
    package let when: String
    /// Where it is read or saved; nil where it lies elsewhere.
    package let address: String?

    /// As a file is called that is saved.
    package var file: String { name + ending }
    package var path: String { (folders + [file]).joined(separator: "/") }
}

/// Everything of a case with its place, in one order whoever reads it: no name depends on what somebody may see.
package struct CaseFiling: Sendable {
    /// All of it; which of it somebody sees is asked elsewhere.
    package let things: [FiledThing]
    private let places: [FiledThing.Kind: Int]

    init(_ things: [FiledThing]) {
        self.things = things
        places = Dictionary(
            things.enumerated().map { ($0.element.kind, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    package subscript(kind: FiledThing.Kind) -> FiledThing? { places[kind].map { things[$0] } }

    /// A file that people filed or sent, by its document.
    package func file(_ document: DocumentID) -> FiledThing? {
        self[.document(document)] ?? self[.answerFile(document)] ?? self[.reply(document)]
    }

    /// What a file is called that is made of a thing, without its ending; what is no part of the case has no name here.
    package func name(of kind: FiledThing.Kind) -> String { self[kind]?.name ?? Self.noName }

    /// What a file is called that people filed or sent, with its ending.
    package func fileName(of document: DocumentID) -> String {
        file(document)?.file ?? Self.noName
    }

    private static let noName = "Document"
}

/// Gives each thing its folder and its name by the procedure's own rule.
struct FilingBuilder {
    let reader: CaseReader
    private(set) var things: [FiledThing] = []
    private let rule: Filing
    private let childNames: [String]
    private var taken: Set<String> = []
    private var titles: [String: Int] = [:]

    init(_ reader: CaseReader) {
        self.reader = reader
        rule = reader.procedure.filingInForce
        childNames = reader.file.about.children.flatMap { [$0.name] + $0.aliases }
    }

    /// What is made here.
    mutating func add(
        _ kind: FiledThing.Kind,
        as thing: Filing.Thing,
        _ title: String,
        of paper: PaperKind? = nil,
        agency: String = "",
        version: Int? = nil,
        day: Day,
        who: String,
        when: String,
        address: String
    ) {
        let folder = inside(paper?.folder) ?? rule.place(of: thing)?.folder
        let pattern = paper?.file ?? rule.place(of: thing)?.file ?? rule.file
        let parts = NameParts(title: short(title), agency: agency, day: day, version: version)
        append(
            kind,
            title,
            version,
            folder,
            pattern.filled(parts, of: reader.file),
            "",
            (who, when),
            address
        )
    }

    /// A document that somebody filed or sent: of the same title, the later is a version of the earlier.
    mutating func add(
        _ kind: FiledThing.Kind,
        as thing: Filing.Thing,
        _ document: CaseDocument,
        agency: String = "",
        recorded: (who: String, when: String),
        address: String?
    ) {
        let procedure = reader.procedure
        let paper = procedure.papers.first { $0.id == document.paper }
        let chosen = procedure.folders.firstIndex { $0.id == document.folder }
            .map { Reference<Folder>($0) }
        let folder = chosen ?? paper?.folder ?? rule.place(of: thing)?.folder
        let pattern = paper?.file ?? rule.place(of: thing)?.file ?? rule.file
        let ending = FileName.ending(of: document.file?.name ?? "")
        // What an agency sent is titled by the name of its file.
        let typed =
            document.title == document.file?.name
            ? String(document.title.dropLast(ending.count)) : document.title
        let title = FileName.withholding(childNames, in: typed)
        var parts = NameParts(
            title: short(agency.isEmpty ? title : "\(agency), \(title)"),
            agency: agency,
            // A title that says a day gets no other.
            day: FileName.saysDay(title) ? nil : document.filed
        )
        let same = "\(folder?.number ?? -1) \(paper?.id ?? "") \(parts.title.lowercased())"
        let number = titles[same, default: 0] + 1
        titles[same] = number
        if number > 1 || pattern.pieces.contains(.version) { parts.version = number }
        append(
            kind,
            document.title,
            parts.version,
            folder,
            pattern.filled(parts, of: reader.file),
            ending,
            recorded,
            address
        )
    }

    /// A title as long as a name has room for beside its day, reference and version.
    private func short(_ title: String) -> String { String(title.prefix(60)) }

    private mutating func append(
        _ kind: FiledThing.Kind,
        _ title: String,
        _ version: Int?,
        _ folder: Reference<Folder>?,
        _ words: String,
        _ ending: String,
        _ recorded: (who: String, when: String),
        _ address: String?
    ) {
        let folders = folders(to: folder)
        things.append(
            FiledThing(
                kind: kind,
                title: title,
                version: version,
                folder: folder ?? reader.procedure.caseFolder,
                folders: folders,
                name: free(FileName.safe(words), in: folders),
                ending: ending,
                who: recorded.who,
                when: recorded.when,
                address: address
            )
        )
    }

    /// What is made here is not kept outside, whatever its document says of a copy there.
    private func inside(_ folder: Reference<Folder>?) -> Reference<Folder>? {
        folder.flatMap { reader.procedure.folders[$0].isOutside ? nil : $0 }
    }

    private func folders(to folder: Reference<Folder>?) -> [String] {
        let procedure = reader.procedure
        let root = procedure.caseFolder
        var path = (folder ?? root).map { procedure.path(to: $0) } ?? []
        if let root, path.first != root { path.insert(root, at: 0) }
        let names = path.map { procedure.folders[$0].name.filled(NameParts(), of: reader.file) }
        let reference = "\(reader.file.reference)"
        return (names.isEmpty ? [reference] : names).map { FileName.safe($0, else: reference) }
    }

    /// The name, or with a number after it where the folder has one like it; some disks read capitals as small letters.
    private mutating func free(_ name: String, in folders: [String]) -> String {
        let folder = folders.joined(separator: "/").lowercased()
        var free = name
        var number = 2
        while !taken.insert("\(folder)/\(free.lowercased())").inserted {
            free = "\(name) (\(number))"
            number += 1
        }
        return free
    }
}
