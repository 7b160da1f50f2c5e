import CLibMagic

/// What libmagic takes bytes for; nil where its list of types cannot be read.
///
/// Its state is not for two threads, so each asking has one of its own.
func mediaType(of bytes: [UInt8]) -> String? {
    guard let magic = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS) else { return nil }
    defer { magic_close(magic) }
    guard magic_load(magic, nil) == 0 else { return nil }
    let type = bytes.withUnsafeBytes { magic_buffer(magic, $0.baseAddress, $0.count) }
    return type.map { String(cString: $0) }
}
