/// A document to be read, and to be made into a file.
package struct DocumentPage: Sendable {
    package let document: PrintedDocument
    package let crumbs: [Crumb]
    /// Where a file of it is asked for, with the token of that form.
    package let address: String
    package let token: String
    /// Below which entry of the menu it is read.
    package let way: Way

    package init(
        _ document: PrintedDocument,
        crumbs: [Crumb],
        address: String,
        token: String,
        way: Way = .cases
    ) {
        self.document = document
        self.way = way
        self.crumbs = crumbs
        self.address = address
        self.token = token
    }
}

/// How far a file is that somebody asked for.
package enum DocumentProgress: Hashable, Sendable {
    /// So many others come first.
    case waiting(after: Int)
    case making
    /// Of so many bytes.
    case made(bytes: Int)
    case failed(DocumentFailure)
    /// It is kept no longer, or nobody asked for it here.
    case gone
    /// It was not taken: too much is being made already.
    case busy
}

/// What somebody reads while a file is made, and when it is.
package struct DocumentProgressPage: Sendable {
    package let title: String
    package let crumbs: [Crumb]
    package let lead: [String]
    package let links: [WordedLink]
    /// After how many seconds the page is to be asked for again; nil for never.
    package let asksAgainAfter: Int?
    package let way: Way

    /// The page `here` of a file of the document that is called `name` and read at `document`.
    package init(
        _ progress: DocumentProgress,
        _ kind: DocumentKind?,
        of name: String,
        at document: String,
        here: String,
        crumbs: [Crumb],
        way: Way = .cases
    ) {
        self.way = way
        let file = kind?.name ?? "file"
        let back = WordedLink(words: "Back to the document", address: document)
        let again = WordedLink(words: "Look again now", address: here)
        self.crumbs = crumbs
        switch progress {
        case .waiting(let others):
            title = "The \(file) waits to be made"
            let before = others == 1 ? "One other comes" : "\(others) others come"
            lead = ["\(name).", others == 0 ? "It is next." : "\(before) first.", Self.asksAgain]
            links = [again, back]
        case .making:
            title = "The \(file) is being made"
            lead = ["\(name).", Self.asksAgain]
            links = [again, back]
        case .made(let bytes):
            title = "The \(file) is made"
            lead = ["\(name).", "It is kept for ten minutes, for you alone."]
            links = [
                WordedLink(
                    words: "Save the \(file) (\(FileWording.size(bytes)))",
                    address: "\(here)/file"
                ), back,
            ]
        case .failed(let failure):
            title = "The \(file) was not made"
            lead = [failure.words, failure.remedy]
            links = [back]
        case .gone:
            title = "This file is not here any more"
            lead = ["A file is kept for ten minutes, for whoever asked for it. Make it again."]
            links = [back]
        case .busy:
            title = "The \(file) was not begun"
            lead = ["Too many files are being made. Wait for those you asked for, and ask again."]
            links = [back]
        }
        asksAgainAfter =
            switch progress {
            case .waiting, .making: 3
            default: nil
            }
    }

    private static let asksAgain = "This page looks again every few seconds."
}
