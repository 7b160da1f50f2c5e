import Foundation
import Pages
import Procedures
import Schedules
import WorkingDays

/// Many cases, a line each: read in batches, worked out on every core, written in order, in constant memory.
struct ScheduleLines: Sendable {
    private let procedure: Procedure
    private let calendar: WorkingCalendar
    private let today: Day
    private let schedules: ScheduleWriter

    init(procedure: Procedure, calendar: WorkingCalendar, today: Day) {
        self.procedure = procedure
        self.calendar = calendar
        self.today = today
        schedules = ScheduleWriter(procedure, calendar)
    }

    private static let batch = 64

    /// One case as a line of JSON gives it.
    private struct Line: Decodable {
        let moments: [String: OneOrMore]?
        let facts: [String: FactValue]?
        let agreed: [String: String]?
        let closed: [String]?
        let today: String?
    }

    private struct OneOrMore: Decodable {
        let values: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) {
                values = [one]
            } else {
                values = try container.decode([String].self)
            }
        }
    }

    private struct FactValue: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                text = flag ? "true" : "false"
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    private struct Answer: Sendable {
        let bytes: [UInt8]
        let problems: [String]
        let hasFindings: Bool
    }

    func run(_ path: String) async throws {
        let input = try open(path)
        var reader = LineReader(input)
        var number = 0
        var isBad = false
        var hasFindings = false
        let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
        while true {
            var batches: [[(number: Int, text: Data)]] = []
            while batches.count < cores {
                var batch: [(number: Int, text: Data)] = []
                while batch.count < Self.batch, let text = reader.next() {
                    number += 1
                    if !text.isEmpty { batch.append((number, text)) }
                }
                if batch.isEmpty { break }
                batches.append(batch)
            }
            if batches.isEmpty { break }
            for answer in await answers(to: batches) {
                Console.write(answer.bytes)
                for problem in answer.problems { Console.complain(problem) }
                isBad = isBad || !answer.problems.isEmpty
                hasFindings = hasFindings || answer.hasFindings
            }
            Console.progress("\(number) lines")
        }
        Console.endProgress()
        if isBad { throw Ending.badData }
        if hasFindings { throw Ending.findings }
    }

    private func open(_ path: String) throws -> FileHandle {
        if path == "-" { return .standardInput }
        guard let file = FileHandle(forReadingAtPath: path) else {
            Console.complain("error: the file '\(path)' cannot be read")
            throw Ending.badData
        }
        return file
    }

    private func answers(to batches: [[(number: Int, text: Data)]]) async -> [Answer] {
        await withTaskGroup(of: (Int, Answer).self) { group in
            for (place, batch) in batches.enumerated() {
                group.addTask { (place, answer(batch)) }
            }
            var answers: [(Int, Answer)] = []
            for await answer in group { answers.append(answer) }
            return answers.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func answer(_ batch: [(number: Int, text: Data)]) -> Answer {
        let decoder = JSONDecoder()
        var writer = JSONWriter(capacity: batch.count * 65_536)
        var problems: [String] = []
        var hasFindings = false
        for (number, text) in batch {
            let faults = append(text, decoder, to: &writer, &hasFindings)
            if !faults.isEmpty {
                problems += faults.map { "line \(number): error: \($0)" }
                appendProblem(number, faults, to: &writer)
            }
            writer.newLine()
        }
        return Answer(bytes: writer.bytes, problems: problems, hasFindings: hasFindings)
    }

    /// So that the nth line out still answers the nth line in.
    private func appendProblem(_ number: Int, _ faults: [String], to writer: inout JSONWriter) {
        writer.object { json in
            json.key("line")
            json.number(number)
            json.key("errors")
            json.strings(faults)
        }
    }

    private func append(
        _ text: Data,
        _ decoder: JSONDecoder,
        to writer: inout JSONWriter,
        _ hasFindings: inout Bool
    ) -> [String] {
        let line: Line
        do {
            line = try decoder.decode(Line.self, from: text)
        } catch {
            return ["this is no case of the form {\"moments\":{},\"facts\":{}}"]
        }
        let collected = Collected(
            moments: (line.moments ?? [:]).sorted { $0.key < $1.key }
                .flatMap { name, when in when.values.map { "\(name)=\($0)" } },
            facts: (line.facts ?? [:]).sorted { $0.key < $1.key }.map {
                "\($0.key)=\($0.value.text)"
            },
            agreed: (line.agreed ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        )
        var problems = collected.problems.map(\.message)
        func day(_ text: String, of name: String) -> Day? {
            switch Entries.day(text, of: name) {
            case .success(let day): return day
            case .failure(let problem):
                problems.append(problem.message)
                return nil
            }
        }
        let closures = (line.closed ?? []).compactMap { day($0, of: "closed") }
        let seen = line.today.flatMap { day($0, of: "today") } ?? today
        let (known, unknown) = procedure.known(
            moments: collected.moments,
            facts: collected.facts,
            agreed: collected.agreed
        )
        problems += unknown.map(\.words)
        guard problems.isEmpty else { return problems }
        var calendar = calendar
        if !closures.isEmpty {
            let own = Dictionary(closures.map { ($0, "closed locally") }, uniquingKeysWith: { $1 })
            calendar = WorkingCalendar(closures: calendar.closures.merging(own) { $1 })
        }
        let schedule = schedule(of: known, under: procedure, calendar: calendar, today: seen)
        let schedules = closures.isEmpty ? schedules : ScheduleWriter(procedure, calendar)
        schedules.append(schedule, to: &writer)
        if schedule.findings.contains(where: \.isContradiction) { hasFindings = true }
        return []
    }
}

/// Lines of a file, one at a time, without holding the file.
private struct LineReader {
    private let file: FileHandle
    private var buffer = Data()
    private var isAtEnd = false

    init(_ file: FileHandle) {
        self.file = file
    }

    mutating func next() -> Data? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                let line = buffer[buffer.startIndex..<end]
                buffer = buffer[(end + 1)...]
                return Data(line)
            }
            if isAtEnd {
                guard !buffer.isEmpty else { return nil }
                defer { buffer = Data() }
                return Data(buffer)
            }
            guard let more = try? file.read(upToCount: 65_536), !more.isEmpty else {
                isAtEnd = true
                continue
            }
            buffer = Data(buffer) + more
        }
    }
}
