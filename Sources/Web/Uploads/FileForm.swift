import CaseFiles
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// Reads a form that may carry a file, keeping its fields in memory and handing the file on as it comes.
struct FileForm<Receiver: FileTaking> {
    /// The longest form without its file: a megabyte.
    static var mostText: Int { 1 << 20 }

    private enum Part {
        case field(name: String)
        case file(name: String)
        case receiving(Receiver)
        /// A file that goes nowhere.
        case dropped
    }

    private var reader: MultipartReader
    private var items: [(name: String, value: String)] = []
    private var part: Part?
    /// What has come of the field that is being read.
    private var text: [UInt8] = []
    private var textBytes = 0
    private let mostText: Int
    private var sent = Sent<Receiver.File>.nothing
    private var hasFile = false
    /// Who has the file, once it is whole.
    private var received: Receiver?

    private init(boundary: String, mostText: Int) {
        reader = MultipartReader(boundary: boundary)
        self.mostText = mostText
    }

    /// Reads the whole form.
    ///
    /// Who receives the file is asked once, with the fields before it, before a byte of it is taken; nobody drops it.
    /// A file that is a few times too large is read to its end, so that nothing typed is lost.
    /// Without its file the form has at most `mostText` bytes.
    static func read(
        _ request: Request,
        mostBytesOfFile: Int = CaseDocument.File.mostBytes,
        mostText: Int = Self.mostText,
        receiver: (_ before: Posted, _ name: String) async throws -> Receiver?
    ) async throws -> (posted: Posted, sent: Sent<Receiver.File>) {
        guard let type = request.headers[.contentType],
            let boundary = MultipartReader.boundary(in: type)
        else { throw HTTPError(.badRequest) }
        let mostBytes = 4 * mostBytesOfFile
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > mostBytes {
            throw HTTPError(.contentTooLarge)
        }
        var form = FileForm(boundary: boundary, mostText: mostText)
        do {
            var count = 0
            for try await buffer in request.body {
                count += buffer.readableBytes
                guard count <= mostBytes else { throw HTTPError(.contentTooLarge) }
                for piece in try form.reader.take(buffer.readableBytesView) {
                    try await form.take(piece, receiver)
                }
            }
            try form.reader.finish()
        } catch {
            await form.abandon()
            throw error is MultipartReader.Fault ? HTTPError(.badRequest) : error
        }
        return (Posted(form.items), form.sent)
    }

    private mutating func take(
        _ piece: MultipartReader.Piece,
        _ receiver: (Posted, String) async throws -> Receiver?
    ) async throws {
        switch piece {
        case .begins(let name, nil):
            try count(name.utf8.count)
            part = .field(name: name)
            text = []
        case .begins(_, let name?): part = .file(name: name)
        case .bytes(let bytes): try await take(bytes, receiver)
        case .ends: try await end()
        }
    }

    private mutating func take(
        _ bytes: [UInt8],
        _ receiver: (Posted, String) async throws -> Receiver?
    ) async throws {
        switch part {
        case .field?:
            try count(bytes.count)
            text += bytes
        case .file(let name)?:
            guard !hasFile else { throw HTTPError(.badRequest) }
            hasFile = true
            guard var receiving = try await receiver(Posted(items), safeFileName(name) ?? "file")
            else {
                part = .dropped
                return
            }
            part = .receiving(receiving)
            try await receiving.take(bytes)
            part = .receiving(receiving)
        case .receiving(var receiving)?:
            part = nil
            do {
                try await receiving.take(bytes)
            } catch {
                await receiving.abandon()
                throw error
            }
            part = .receiving(receiving)
        case .dropped?, nil: return
        }
    }

    private mutating func end() async throws {
        switch part {
        case .field(let name)?: items.append((name, String(decoding: text, as: UTF8.self)))
        case .file(let name)?:
            // Where nothing was chosen, browsers send a part without a name and without a byte.
            if !name.isEmpty, !hasFile { sent = .refused(.empty) }
        case .receiving(var receiving)?:
            sent = try await receiving.finish()
            received = receiving
        case .dropped?, nil: break
        }
        part = nil
    }

    private mutating func count(_ bytes: Int) throws {
        textBytes += bytes
        guard textBytes <= mostText else { throw HTTPError(.contentTooLarge) }
    }

    /// The connection broke, or the rest makes no sense.
    private func abandon() async {
        if case .receiving(let receiving)? = part { await receiving.abandon() }
        await received?.abandon()
    }
}

extension FileForm where Receiver == FileReceiver {
    /// The fields of a form whose file goes nowhere.
    static func withoutFile(
        _ request: Request,
        mostText: Int = Self.mostText
    ) async throws -> Posted {
        try await read(request, mostText: mostText) { _, _ in nil }.posted
    }
}

extension Request {
    /// Whether it is a form that may carry a file.
    var mayCarryFile: Bool {
        headers[.contentType].flatMap { MultipartReader.boundary(in: $0) } != nil
    }
}
