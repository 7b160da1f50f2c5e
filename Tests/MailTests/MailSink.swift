import Foundation
import TestSupport

/// Runs a test with a mail server of its own.
func withSink(_ options: String..., body: (MailSink) async throws -> Void) async throws {
    let sink = try MailSink(options)
    defer { sink.end() }
    try await body(sink)
}

/// A mail server of its own for a test: `Tests/mail/sink.py`.
final class MailSink: Sendable {
    let port: Int
    let folder: String
    private let process: Process
    private let input: Pipe

    enum Problem: Error {
        case didNotStart(String)
    }

    /// Options are as `Tests/mail/sink.py` takes them; `CERTIFICATES` stands for a folder of this sink.
    init(_ options: [String]) throws {
        var random = SystemRandomNumberGenerator()
        folder =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("sightline-mail-\(random.next())").path
        let (process, input, output) = (Process(), Pipe(), Pipe())
        // It ends when this program does, whichever way, and after two minutes in any case.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["timeout", "120", try Self.python.get(), Self.file("Tests/mail/sink.py")]
            + ["\(folder)/messages", "--while-input"]
            + options.map { [folder] in $0 == "CERTIFICATES" ? "\(folder)/certificates" : $0 }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var said = ""
        while !said.hasSuffix("\n") {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += String(decoding: more, as: UTF8.self)
        }
        guard let port = said.split(separator: ":").last.flatMap({ Int($0.dropLast()) }) else {
            throw Problem.didNotStart(said)
        }
        self.port = port
        self.process = process
        self.input = input
    }

    func end() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }

    var certificate: String { "\(folder)/certificates/certificate.pem" }

    /// What arrived, in order.
    var messages: [Kept] {
        get throws {
            let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/messages")
            return try files.filter { $0.hasSuffix(".json") }.sorted().map { file in
                let url = URL(fileURLWithPath: "\(folder)/messages/\(file)")
                return try JSONDecoder().decode(Kept.self, from: Data(contentsOf: url))
            }
        }
    }

    struct Kept: Decodable {
        let sender: String
        let recipients: [String]
        let identifier: String
        let from: String
        let to: String
        let subject: String
        let reference: String?
        let headers: [String]
        let text: String
        let longest: Int
    }

    /// Made once, by the script that makes every such environment.
    private static let python = Result {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: file("Scripts/venv"))
        process.arguments = ["mail", "Tests/mail/requirements.txt"]
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let path = String(decoding: said, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard process.terminationStatus == 0 else { throw Problem.didNotStart(path) }
        return path
    }

    private static func file(_ path: String) -> String {
        ShippedProcedures.folder.appendingPathComponent(path).path
    }
}
