import CLibQREncode

/// The squares of a QR code, row by row, dark ones true, without the light border it needs around it.
package struct QRMatrix: Hashable, Sendable {
    package let rows: [[Bool]]

    /// Nil for an empty text, one with a NUL, and one too long for any QR code.
    package init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width > 0, let squares = code.pointee.data else { return nil }
        // The lowest bit is the colour; the others say what the square is for.
        rows = (0..<width).map { row in
            (0..<width).map { squares[row * width + $0] & 1 == 1 }
        }
    }
}
