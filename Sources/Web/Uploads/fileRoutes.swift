import CaseFiles
import CaseStores
import Desk
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Partnerships

/// The file of a document, to be saved by whoever may see the document; never shown in the browser.
func addFileRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/cases/:reference/documents/:document/file") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reference = try context.reference()
        guard let text = context.parameters.get("document"), let document = DocumentID(text),
            "\(document)" == text
        else { throw Detour.nothingHere }
        let stored = try await office.cases.download(document, of: reference, for: guest.asking)
        return fileResponse(stored, named: try await guest.fileName(of: document, in: reference))
    }
}

extension Guest {
    /// What a file of a case is called when it is saved: its name by the rule of filing.
    func fileName(of document: DocumentID, in reference: CaseReference) async throws -> String {
        let opened = try await office.cases.opened(reference, toDo: .see, for: asking)
        return reader(of: opened).filing.fileName(of: document)
    }
}

/// A file as it was sent, a chunk at a time; the one who sent it gets it under the name that she gave it.
func fileResponse(_ stored: StoredFile, named name: String? = nil) -> Response {
    struct Short: Error {}

    return Response(
        status: .ok,
        headers: [
            .contentType: stored.file.mediaType,
            .contentDisposition: contentDisposition(name ?? stored.file.name),
            .cacheControl: "no-store",
            .contentSecurityPolicy:
                "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ],
        body: ResponseBody(contentLength: stored.file.bytes) { writer in
            var number = 0
            while true {
                // A file cut short breaks the connection off, so that nobody takes it for the whole.
                guard let chunk = try await stored.chunk(number) else { throw Short() }
                try await writer.write(ByteBuffer(bytes: chunk.bytes))
                if chunk.isLast { break }
                number += 1
            }
            try await writer.finish(nil)
        }
    )
}
