import Spreadsheets

/// Takes a file of rows into memory, where it stays no longer than it is read.
struct TableReceiver: FileTaking {
    private var bytes: [UInt8] = []

    /// One byte more than is looked into tells that a file is too large.
    private static let mostBytes = PythonSpreadsheets.mostBytes + 1

    mutating func take(_ bytes: [UInt8]) {
        self.bytes += bytes.prefix(Self.mostBytes - self.bytes.count)
    }

    mutating func finish() -> Sent<[UInt8]> { .kept(bytes) }

    func abandon() {}
}
