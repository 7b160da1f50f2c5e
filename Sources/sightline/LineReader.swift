import Foundation

/// Lines of a file, one at a time, without holding the file.
struct LineReader {
    private let file: FileHandle
    private var buffer: [UInt8] = []
    /// Where the next line begins in the buffer, and how far its end has been looked for.
    private var start = 0
    private var searched = 0
    private var isAtEnd = false

    /// Bytes that one line may have.
    private static let longest = 1_048_576

    init(_ file: FileHandle) {
        self.file = file
    }

    /// The next line without its end; nil after the last.
    ///
    /// - Throws: where the file cannot be read, or a line is longer than a mebibyte.
    mutating func next() throws -> Data? {
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let line = Data(buffer[start..<end])
                start = end + 1
                searched = start
                return line
            }
            searched = buffer.count
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return Data(buffer[start...])
            }
            try readMore()
        }
    }

    private mutating func readMore() throws {
        guard buffer.count - start <= Self.longest else {
            Console.complain("error: a line has more than \(Self.longest) bytes")
            throw Ending.badData
        }
        buffer.removeFirst(start)
        searched -= start
        start = 0
        do {
            let more = try file.read(upToCount: 65_536) ?? Data()
            isAtEnd = more.isEmpty
            buffer.append(contentsOf: more)
        } catch {
            Console.complain("error: the input cannot be read")
            throw Ending.badData
        }
    }
}
