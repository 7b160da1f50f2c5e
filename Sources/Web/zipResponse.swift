import Archives
import CaseFiles
import CaseStores
import Desk
import HTTPTypes
import Hummingbird
import NIOCore

/// An archive of texts and kept files, written as it is sent.
func zipResponse(
    _ name: String,
    _ texts: [(path: String, bytes: [UInt8])],
    _ files: [(path: String, stored: StoredFile)],
    changed seconds: Int64
) -> Response {
    struct Short: Error {}

    return Response(
        status: .ok,
        headers: [
            .contentType: "application/zip",
            .contentDisposition: contentDisposition(name),
            .cacheControl: "no-store",
        ],
        body: ResponseBody { writer in
            let zip = try ZipStream()
            for (path, bytes) in texts {
                try zip.begin(path, bytes: bytes.count, changed: seconds)
                try zip.write(bytes)
                try await writer.write(ByteBuffer(bytes: zip.take()))
            }
            for (path, stored) in files {
                try zip.begin(path, bytes: stored.file.bytes, changed: seconds)
                var number = 0
                while true {
                    // An archive cut short breaks the connection off, so that nobody takes it for the whole.
                    guard let chunk = try await stored.chunk(number) else { throw Short() }
                    try zip.write(chunk.bytes)
                    try await writer.write(ByteBuffer(bytes: zip.take()))
                    if chunk.isLast { break }
                    number += 1
                }
            }
            try zip.finish()
            try await writer.write(ByteBuffer(bytes: zip.take()))
            try await writer.finish(nil)
        }
    )
}
