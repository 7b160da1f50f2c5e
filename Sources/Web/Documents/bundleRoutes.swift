import Archives
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
        guard CaseReader(opened, for: guest.person, at: guest.time).may(.export) else {
            throw Detour.notPermitted
        }
        try guest.needFreshCode(.export, request)
        let bundle = try await office.cases.bundle(of: reference, for: guest.asking)
        return BundleArchive(bundle, CaseReader(bundle.opened, for: guest.person, at: guest.time))
            .response(changed: guest.time.milliseconds / 1000)
    }
}

/// What goes into the archive, each under its path.
private struct BundleArchive {
    private let reader: CaseReader
    private var texts: [(path: String, title: String, bytes: [UInt8])] = []
    private var files: [(path: String, title: String, stored: StoredFile)] = []
    private let head: (acts: Int, digest: String)

    init(_ bundle: CaseBundle, _ reader: CaseReader) {
        self.reader = reader
        head = (bundle.head.acts, bundle.headDigest)
        add(reader.logDocument(), "log.html", if: .seeLog)
        for paper in bundle.opened.file.papers {
            for version in paper.versions {
                let document = reader.versionDocument(
                    paper.paper,
                    version.number,
                    isAsPutForward: isAsPutForward(version)
                )
                add(document, "written/\(zipName(paper.paper))-version-\(version.number).html")
            }
        }
        for (number, meeting) in bundle.opened.file.meetings.enumerated() {
            let name = "meetings/\(number + 1)-\(meeting.day)"
            add(reader.agendaPaper(meeting.entry)?.document, "\(name)-agenda.html")
            add(
                reader.minutesPaper(meeting.entry, said: .none)?.document,
                "\(name)-minutes.html",
                if: .seeMinutes
            )
        }
        for one in bundle.extracts {
            let path = "extracts/\(zipName(one.paper))-version-\(one.number).json"
            texts.append((path, one.extract.title, one.extract.bytes))
        }
        texts.append(("head.json", "The head of the log", bundle.headText))
        for (number, file) in bundle.files.enumerated() {
            let name = file.stored.file.name
            let folder = file.from.isEmpty ? "filed" : "answers/\(zipName(file.from))"
            files.append(
                ("\(folder)/\(number + 1)-\(zipName(name))", file.document.title, file.stored)
            )
        }
    }

    private mutating func add(_ document: PrintedDocument?, _ path: String, if act: CaseAct = .see)
    {
        guard let document, reader.may(act) else { return }
        texts.append((path, document.title, documentHTML(document, pictures: .drawn)))
    }

    func response(changed seconds: Int64) -> Response {
        let index = reader.bundleIndex(
            texts.map { ($0.path, $0.title, EditionHash.text(EditionHash.of($0.bytes))) }
                + files.map { ($0.path, $0.title, $0.stored.file.sha256) },
            head: head
        )
        return zipResponse(
            "case-\(reader.opened.file.reference.path).zip",
            [("index.html", documentHTML(index, pictures: .drawn))]
                + texts.map { ($0.path, $0.bytes) },
            files.map { ($0.path, $0.stored) },
            changed: seconds
        )
    }
}
