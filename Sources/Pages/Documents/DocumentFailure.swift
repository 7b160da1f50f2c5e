/// As what a document is made.
package enum DocumentKind: String, CaseIterable, Hashable, Sendable {
    case docx, pdf

    /// What the button says.
    package var words: String {
        switch self {
        case .docx: "Make a Word file (DOCX)"
        case .pdf: "Make a PDF"
        }
    }

    /// As it is spoken of: `The Word file is being made`.
    package var name: String {
        switch self {
        case .docx: "Word file"
        case .pdf: "PDF"
        }
    }

    package var mediaType: String {
        switch self {
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pdf: "application/pdf"
        }
    }
}

/// A program that documents are made with.
package enum DocumentTool: Hashable, Sendable {
    case pandoc, weasyPrint, pictures

    package var name: String {
        switch self {
        case .pandoc: "pandoc"
        case .weasyPrint: "WeasyPrint"
        case .pictures: "rsvg-convert"
        }
    }

    /// What whoever runs the server does about it.
    package var remedy: String {
        switch self {
        case .pandoc: "install Debian’s package pandoc"
        case .weasyPrint:
            "run Scripts/python-packages, and install Debian’s packages libpangoft2-1.0-0 and libharfbuzz-subset0"
        case .pictures: "install Debian’s package librsvg2-bin"
        }
    }
}

/// Why a document was not made.
package enum DocumentFailure: Error, Hashable, Sendable {
    /// A program is not installed here.
    case missing(DocumentTool)
    /// An element or an attribute that is not ours, named without what it holds.
    case foreign(String)
    /// Its text has more than so many bytes.
    case tooLarge(most: Int)
    case tooManyPages(most: Int)
    /// It took longer than so many seconds.
    case tooSlow(most: Int)
    /// It needed more memory than a document gets, or came out larger than a file may.
    case tooMuch
    /// What makes documents broke.
    case failed(DocumentTool)
}

extension DocumentFailure {
    /// What is wrong, in a sentence.
    package var words: String {
        switch self {
        case .missing(let tool): "\(tool.name) is not installed here."
        case .foreign(let what):
            "The document holds \(what), which no document of Sightline does. Nothing was made of it."
        case .tooLarge(let most):
            "The document is too long: it has more than \(FileWording.size(most)) of text."
        case .tooManyPages(let most): "The document is too long: it has more than \(most) pages."
        case .tooSlow(let most):
            "It took longer than the \(DayWording.count(most, "second")) that a document gets."
        case .tooMuch: "It needs more memory, or makes a larger file, than a document may."
        case .failed(let tool): "\(tool.name) could not make it."
        }
    }

    /// What to do about it.
    package var remedy: String {
        switch self {
        case .missing(let tool):
            "Whoever runs the server can \(tool.remedy). The page itself prints from the browser."
        case .tooLarge, .tooManyPages, .tooSlow, .tooMuch:
            "Make it of less at a time, or print the page from the browser."
        case .foreign, .failed: "Print the page from the browser, and tell whoever runs the server."
        }
    }
}
