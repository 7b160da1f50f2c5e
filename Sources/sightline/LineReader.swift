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
    static let longest = 1_048_576

    /// The file gives no further line.
    struct Unreadable: Error {}

    init(_ file: FileHandle) {
        self.file = file
    }

    /// A line without its end, or that there was one too long to hold.
    enum Line {
        case text(Data)
        case tooLong
    }

    /// The next line; nil after the last.
    ///
    /// - Throws: `Unreadable` where the file cannot be read.
    mutating func next() throws(Unreadable) -> Line? {
        var isTooLong = false
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let line = Data(buffer[start..<end])
                start = end + 1
                searched = start
                return isTooLong ? .tooLong : .text(line)
            }
            searched = buffer.count
            if isAtEnd {
                guard start < buffer.count || isTooLong else { return nil }
                defer { start = buffer.count }
                return isTooLong ? .tooLong : .text(Data(buffer[start...]))
            }
            if buffer.count - start > Self.longest {
                isTooLong = true
                start = buffer.count
            }
            try readMore()
        }
    }

    private mutating func readMore() throws(Unreadable) {
        buffer.removeFirst(start)
        searched -= start
        start = 0
        do {
            let more = try file.read(upToCount: 65_536) ?? Data()
            isAtEnd = more.isEmpty
            buffer.append(contentsOf: more)
        } catch {
            throw Unreadable()
        }
    }
}
