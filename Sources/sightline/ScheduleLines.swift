import Foundation
import Pages
import Procedures
import Schedules
import WorkingDays

/// Many cases, a line each: read in batches, worked out on every core, written in order, in constant memory.
struct ScheduleLines: Sendable {
    private let copies: [(procedure: Procedure, schedules: ScheduleWriter)]
    private let calendar: WorkingCalendar
    private let today: Day

    /// Takes the procedure once for each core, each read by itself: cores that count the references to one and the
    /// same object wait for each other.
    init(copies: [Procedure], calendar: WorkingCalendar, today: Day) {
        self.copies = copies.map { ($0, ScheduleWriter($0, calendar)) }
        self.calendar = calendar
        self.today = today
    }

    private static let batch = 64

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
        while true {
            var batches: [[(number: Int, line: LineReader.Line)]] = []
            while batches.count < copies.count {
                var batch: [(number: Int, line: LineReader.Line)] = []
                while batch.count < Self.batch, let line = try next(&reader, path) {
                    number += 1
                    if !isBlank(line) { batch.append((number, line)) }
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

    private func next(_ reader: inout LineReader, _ path: String) throws -> LineReader.Line? {
        do {
            return try reader.next()
        } catch {
            Console.complain("error: '\(path)' cannot be read")
            throw Ending.badData
        }
    }

    private func isBlank(_ line: LineReader.Line) -> Bool {
        guard case .text(let text) = line else { return false }
        return text.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
    }

    private func open(_ path: String) throws -> FileHandle {
        if path == "-" { return .standardInput }
        guard let file = FileHandle(forReadingAtPath: path) else {
            Console.complain("error: the file '\(path)' cannot be read")
            throw Ending.badData
        }
        return file
    }

    private func answers(to batches: [[(number: Int, line: LineReader.Line)]]) async -> [Answer] {
        await withTaskGroup(of: (Int, Answer).self) { group in
            for (place, batch) in batches.enumerated() {
                group.addTask { (place, answer(batch, copies[place])) }
            }
            var answers: [(Int, Answer)] = []
            for await answer in group { answers.append(answer) }
            return answers.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func answer(
        _ batch: [(number: Int, line: LineReader.Line)],
        _ copy: (procedure: Procedure, schedules: ScheduleWriter)
    ) -> Answer {
        let decoder = JSONDecoder()
        var writer = JSONWriter(capacity: batch.count * 65_536)
        var problems: [String] = []
        var hasFindings = false
        for (number, line) in batch {
            let faults = append(line, under: copy, decoder, to: &writer, &hasFindings)
            if !faults.isEmpty {
                problems += faults.map { "line \(number): error: \($0)" }
                appendProblem(number, faults, to: &writer)
            }
            writer.newLine()
        }
        return Answer(bytes: writer.bytes, problems: problems, hasFindings: hasFindings)
    }

    /// So that each line in that is not blank has its line out.
    private func appendProblem(_ number: Int, _ faults: [String], to writer: inout JSONWriter) {
        writer.object { json in
            json.key("line")
            json.number(number)
            json.key("errors")
            json.strings(faults)
        }
    }

    private func append(
        _ given: LineReader.Line,
        under copy: (procedure: Procedure, schedules: ScheduleWriter),
        _ decoder: JSONDecoder,
        to writer: inout JSONWriter,
        _ hasFindings: inout Bool
    ) -> [String] {
        guard case .text(let text) = given else {
            return ["it has more than \(LineReader.longest) bytes"]
        }
        let line: CaseLine
        do {
            line = try decoder.decode(CaseLine.self, from: text)
        } catch {
            return [CaseLine.words(error)]
        }
        var collected = Collected(
            moments: line.moments,
            facts: line.facts,
            agreed: line.agreed,
            closed: line.closed,
            today: line.today,
            isCommandLine: false
        )
        let procedure = copy.procedure
        let known = collected.known(under: procedure)
        let problems = collected.problems.map(\.message)
        let seen = collected.today ?? today
        guard problems.isEmpty else { return problems }
        var calendar = calendar
        if !collected.closures.isEmpty {
            calendar = WorkingCalendar(
                closures: calendar.closures.merging(collected.closures) { $1 }
            )
        }
        let schedule = schedule(of: known, under: procedure, calendar: calendar, today: seen)
        let schedules =
            collected.closures.isEmpty ? copy.schedules : ScheduleWriter(procedure, calendar)
        schedules.append(schedule, to: &writer)
        if schedule.findings.contains(where: \.isContradiction) { hasFindings = true }
        return []
    }
}
