import ArgumentParser
import Foundation

/// What the program says, and where: results on standard output, everything else on standard error.
enum Console {
    /// Writes bytes whole; a reader that has gone away ends the program quietly, as pipes expect.
    static func write(_ bytes: [UInt8]) {
        FileHandle.standardOutput.writeAll(bytes)
    }

    static func say(_ text: String) {
        write(Array("\(text)\n".utf8))
    }

    static func complain(_ text: String) {
        FileHandle.standardError.writeAll(Array("\(text)\n".utf8))
    }

    /// A line of progress that replaces the last, only where a person is watching.
    static func progress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.writeAll(Array("\r\u{1B}[K\(text)".utf8))
    }

    static func endProgress() {
        progress("")
    }
}

extension FileHandle {
    fileprivate func writeAll(_ bytes: [UInt8]) {
        do {
            try write(contentsOf: bytes)
        } catch {
            Foundation.exit(0)
        }
    }
}

/// How the program ends.
enum Ending {
    /// Something was found that a person must look at.
    static let findings = ExitCode(1)
    /// The command was not understood (EX_USAGE).
    static let usage = ExitCode(64)
    /// What was given to work on is wrong (EX_DATAERR).
    static let badData = ExitCode(65)
}
