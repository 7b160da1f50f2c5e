import ArgumentParser
import Foundation

/// What the program says, and where: results on standard output, everything else on standard error.
enum Console {
    /// Writes bytes whole; a reader that has gone away ends the program quietly, as pipes expect.
    static func write(_ bytes: [UInt8]) {
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            guard errno != EPIPE else { Foundation.exit(0) }
            complain("error: the results could not be written: is the disk full?")
            Foundation.exit(Ending.notWritten.rawValue)
        }
    }

    static func say(_ text: String) {
        write(Array("\(text)\n".utf8))
    }

    static func complain(_ text: String) {
        toStandardError("\(text)\n")
    }

    /// What standard error cannot take is lost, and changes nothing of how the program ends.
    private static func toStandardError(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Array(text.utf8))
    }

    /// A line of progress that replaces the last, only where a person is watching.
    static func progress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        toStandardError("\r\u{1B}[K\(text)")
    }

    static func endProgress() {
        progress("")
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
    /// The server could not be had (EX_UNAVAILABLE).
    static let unavailable = ExitCode(69)
    /// The results could not be written (EX_IOERR).
    static let notWritten = ExitCode(74)
}
