import CaseFiles
import CaseStores
import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Procedures
import Views

/// The case as one archive: an index, the log, what was written, said and filed, and what proves it.
func addBundleRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/cases/:reference/bundle") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reference = try context.reference()
        let opened = try await office.cases.opened(reference, toDo: .see, for: guest.asking)
        guard guest.reader(of: opened).may(.export) else {
            throw Detour.notPermitted
        }
        try guest.needFreshCode(.export, request)
        let bundle = try await office.cases.bundle(of: reference, for: guest.asking)
        return BundleArchive(bundle, guest.reader(of: bundle.opened))
            .response(changed: guest.time.milliseconds / 1000)
    }
}

/// What goes into the archive, each under its path.
private struct BundleArchive {
    private let reader: CaseReader
    private let filing: CaseFiling
    private var texts: [(path: String, title: String, bytes: [UInt8])] = []
    private var files: [(path: String, title: String, stored: StoredFile)] = []
    private let head: (acts: Int, digest: String)

    init(_ bundle: CaseBundle, _ reader: CaseReader) {
        self.reader = reader
        filing = reader.filing
        head = (bundle.head.acts, bundle.headDigest)
        for thing in filing.things where reader.sees(thing.kind) {
            guard let document = reader.document(of: thing.kind) else { continue }
            let bytes = documentHTML(document, pictures: .drawn)
            texts.append(("\(thing.path).html", document.title, bytes))
        }
        for one in bundle.extracts {
            let kind = FiledThing.Kind.version(paper: one.paper, number: one.number)
            guard let thing = filing[kind], reader.sees(kind) else { continue }
            let path = ["extracts"] + thing.folders.dropFirst() + ["\(thing.name).json"]
            texts.append((path.joined(separator: "/"), one.extract.title, one.extract.bytes))
        }
        texts.append(("head.json", "The head of the log", bundle.headText))
        for (document, stored) in bundle.files {
            guard let thing = filing.file(document.document) else { continue }
            files.append((thing.path, document.title, stored))
        }
    }

    func response(changed seconds: Int64) -> Response {
        let index = reader.bundleIndex(
            texts.map { ($0.path, $0.title, EditionHash.text(EditionHash.of($0.bytes))) }
                + files.map { ($0.path, $0.title, $0.stored.file.sha256) },
            head: head
        )
        return zipResponse(
            "Case \(reader.opened.file.reference).zip",
            [("index.html", documentHTML(index, pictures: .drawn))]
                + texts.map { ($0.path, $0.bytes) },
            files.map { ($0.path, $0.stored) },
            changed: seconds
        )
    }
}

extension CaseReader {
    /// What is made here of a thing; nil for a file that is kept as it was sent, and for what is made on its own page.
    fileprivate func document(of kind: FiledThing.Kind) -> PrintedDocument? {
        switch kind {
        case .log: logDocument()
        case .version(let paper, let number):
            opened.file.paper(paper)?.versions.first { $0.number == number }.flatMap {
                versionDocument(paper, number, isAsPutForward: isAsPutForward($0))
            }
        case .answer(let request, let number): answerDocument(request, version: number)
        case .agenda(let meeting): agendaPaper(meeting)?.document
        case .minutes(let meeting, let number): minutesPaper(meeting, version: number)?.document
        case .minutesBegun(let meeting): minutesPaper(meeting, said: .none)?.document
        case .pack(let pack): packPage("\(pack)")?.document
        case .chronology, .packNow, .document, .answerFile, .reply: nil
        }
    }
}
