import CLibArchive

/// What one file of an archive holds.
package struct UnzippedFile: Hashable, Sendable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// The files of a ZIP archive that the program made itself, in their order.
///
/// - Throws: `ZipStream.Fault` for what is no archive, and for one that unpacks to more than `most` bytes.
package func unzipped(_ archive: [UInt8], most: Int) throws(ZipStream.Fault) -> [UnzippedFile] {
    guard let reading = archive_read_new() else { throw ZipStream.Fault(words: "no memory") }
    defer { archive_read_free(reading) }
    archive_read_support_format_zip(reading)
    // The library keeps the place of the bytes until it is done.
    let place = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: archive.count)
    defer { place.deallocate() }
    _ = place.initialize(from: archive)
    guard archive_read_open_memory(reading, place.baseAddress, place.count) == ARCHIVE_OK else {
        throw ZipStream.Fault(of: reading)
    }
    var files: [UnzippedFile] = []
    var left = most
    while true {
        var entry: OpaquePointer?
        let code = archive_read_next_header(reading, &entry)
        if code == ARCHIVE_EOF { return files }
        guard code >= ARCHIVE_WARN, let entry, let name = archive_entry_pathname(entry) else {
            throw ZipStream.Fault(of: reading)
        }
        let path = String(cString: name)
        let bytes = try content(of: reading, most: left)
        left -= bytes.count
        files.append(UnzippedFile(path: path, bytes: bytes))
    }
}

/// The same files as an archive again, each as if it were changed at one moment.
package func zipped(
    _ files: [UnzippedFile],
    changed seconds: Int64
) throws(ZipStream.Fault) -> [UInt8] {
    let zip = try ZipStream()
    for file in files {
        try zip.begin(file.path, bytes: file.bytes.count, changed: seconds)
        try zip.write(file.bytes)
    }
    try zip.finish()
    return zip.take()
}

private func content(
    of reading: OpaquePointer,
    most: Int
) throws(ZipStream.Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var stretch = [UInt8](repeating: 0, count: 64 << 10)
    while true {
        let count = stretch.withUnsafeMutableBytes { buffer in
            archive_read_data(reading, buffer.baseAddress, buffer.count)
        }
        guard count >= 0 else { throw ZipStream.Fault(of: reading) }
        if count == 0 { return bytes }
        bytes += stretch[..<count]
        guard bytes.count <= most else { throw ZipStream.Fault(words: "too much") }
    }
}

extension ZipStream.Fault {
    fileprivate init(of archive: OpaquePointer) {
        self.init(words: archive_error_string(archive).map { String(cString: $0) } ?? "unknown")
    }
}
