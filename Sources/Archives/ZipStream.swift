import CLibArchive

/// A ZIP archive written a stretch at a time: what is written is taken out before more goes in, so that memory stays flat.
package final class ZipStream {
    /// What the library said against it.
    package struct Fault: Error, Hashable, Sendable {
        package let words: String
    }

    /// Where the library puts what it has written.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    private let archive: OpaquePointer
    private let sink = Sink()

    /// An archive with nothing in it.
    package init() throws(Fault) {
        guard let archive = archive_write_new() else { throw Fault(words: "no memory") }
        self.archive = archive
        try check(archive_write_set_format_zip(archive))
        // Blocks are for tapes: nothing is filled up, and nothing held back.
        try check(archive_write_set_bytes_per_block(archive, 0))
        try check(archive_write_set_bytes_in_last_block(archive, 1))
        let opened = archive_write_open(
            archive,
            Unmanaged.passUnretained(sink).toOpaque(),
            nil,
            { _, place, bytes, count in
                guard let place, let bytes else { return -1 }
                let sink = Unmanaged<Sink>.fromOpaque(place).takeUnretainedValue()
                sink.bytes += UnsafeRawBufferPointer(start: bytes, count: count)
                return count
            },
            nil
        )
        try check(opened)
    }

    deinit { archive_write_free(archive) }

    /// Begins a file; its bytes follow, exactly so many.
    ///
    /// - Parameters:
    ///   - path: As `zipName` makes it, with slashes between.
    ///   - bytes: How many bytes will follow.
    ///   - seconds: When it was last changed, since 1970-01-01 00:00 GMT.
    /// - Throws: `Fault` where the library takes no such file.
    package func begin(_ path: String, bytes: Int, changed seconds: Int64) throws(Fault) {
        guard let entry = archive_entry_new() else { throw Fault(words: "no memory") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, path)
        archive_entry_set_size(entry, Int64(bytes))
        archive_entry_set_filetype(entry, UInt32(S_IFREG))
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_mtime(entry, time_t(seconds), 0)
        try check(archive_write_header(archive, entry))
    }

    package func write(_ bytes: [UInt8]) throws(Fault) {
        guard !bytes.isEmpty else { return }
        let written = bytes.withUnsafeBytes { buffer in
            archive_write_data(archive, buffer.baseAddress, buffer.count)
        }
        guard written == bytes.count else { throw fault }
    }

    package func finish() throws(Fault) {
        try check(archive_write_close(archive))
    }

    /// What has been written since it was taken out last.
    package func take() -> [UInt8] {
        defer { sink.bytes = [] }
        return sink.bytes
    }

    private func check(_ code: Int32) throws(Fault) {
        guard code >= ARCHIVE_WARN else { throw fault }
    }

    private var fault: Fault {
        Fault(words: archive_error_string(archive).map { String(cString: $0) } ?? "unknown")
    }
}

/// A name that every machine can unpack, and that leads nowhere: plain letters, figures, dots and hyphens.
package func zipName(_ text: String) -> String {
    var name = ""
    for character in text.lowercased() {
        let isPlain = character.isASCII && (character.isLetter || character.isNumber)
        if isPlain {
            name.append(character)
        } else if character == ".", !name.isEmpty, name.last != "." {
            while name.last == "-" { name.removeLast() }
            name.append(character)
        } else if !name.isEmpty, name.last != "-", name.last != "." {
            name.append("-")
        }
    }
    while name.last == "-" || name.last == "." { name.removeLast() }
    return name.isEmpty ? "file" : String(name.suffix(80).drop { $0 == "-" || $0 == "." })
}
