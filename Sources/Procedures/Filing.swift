/// Where what a case holds is kept, and how its files are named, as far as no document says it for itself.
package struct Filing: Hashable, Sendable {
    /// What is made or received here and has a place.
    package enum Thing: String, CaseIterable, Hashable, Sendable {
        /// What is written here on a form, and what people file, where its document names no folder.
        case papers, filed
        /// What agencies answered, with the files that came with it; what else they wrote.
        case returns, replies
        case agendas, minutes, packs, chronology, log
    }

    package struct Place: Hashable, Sendable {
        package let thing: Thing
        package let folder: Reference<Folder>
        /// Nil where it is named as every file is.
        package let file: NamePattern?
        package let clauses: [String]

        package init(
            thing: Thing,
            folder: Reference<Folder>,
            file: NamePattern?,
            clauses: [String]
        ) {
            self.thing = thing
            self.folder = folder
            self.file = file
            self.clauses = clauses
        }
    }

    /// How every file is named whose document has no pattern of its own.
    package let file: NamePattern
    package let places: [Place]
    package let clauses: [String]
    package let because: String?

    package init(file: NamePattern, places: [Place], clauses: [String], because: String?) {
        self.file = file
        self.places = places
        self.clauses = clauses
        self.because = because
    }

    /// How days stand in the names of files here.
    package var dayFormat: NamePattern.DayFormat {
        for case .day(let format) in file.pieces { return format }
        return .iso
    }

    package func place(of thing: Thing) -> Place? { places.first { $0.thing == thing } }

    /// For a procedure that says nothing of it: what the file is, its day, and of which case it is.
    package static let unsaid = Filing(
        file: NamePattern(
            pieces: [.title, .text(" "), .day(.iso), .text(" "), .reference],
            text: "<title> <day YYYY-MM-DD> <reference>"
        ),
        places: [],
        clauses: [],
        because: nil
    )
}

extension Procedure {
    /// How things are filed here, or as they are where a procedure does not say.
    package var filingInForce: Filing { filing ?? .unsaid }

    /// The folder of the whole case: the first that lies in no other; nil where the procedure names none.
    package var caseFolder: Reference<Folder>? {
        folders.firstIndex { $0.parent == nil && !$0.isOutside }.map { Reference($0) }
    }

    /// A folder with those that it lies in, from the outermost.
    package func path(to folder: Reference<Folder>) -> [Reference<Folder>] {
        var path = [folder]
        while let parent = folders[path[0]].parent { path.insert(parent, at: 0) }
        return path
    }
}
