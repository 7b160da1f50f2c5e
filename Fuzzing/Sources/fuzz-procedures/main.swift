import Foundation
import ProcedureLanguage
import Procedures
import Schedules
import WorkingDays

/// The loop of libFuzzer.
///
/// The package manager names the entry point after the target, so the loop is started from here and
/// not by the library's own `main`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Reads bytes as a procedure and as guidance, words what is found, and dates what could be read.
///
/// Whatever the bytes are, nothing may trap, hang or grow without bound, and a text that is not read
/// has at least one finding that says where.
private func fuzz(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    let source = DiagnosedText(file: "input", text: text)

    let (guidance, guidanceFindings) = readGuidance(text)
    precondition(guidance != nil || !guidanceFindings.isEmpty, "guidance is refused without a word")
    for finding in guidanceFindings { check(source.rendered(finding)) }

    _ = readForm(text)
    let (read, findings) = readProcedure(text, guidance: editions)
    precondition(read != nil || !findings.isEmpty, "a procedure is refused without a word")
    for finding in findings { check(source.rendered(finding)) }

    if let read {
        for procedure in [read.procedure] + read.variations { date(procedure) }
    }
}

/// The guidance that procedures may name: the folder in `SIGHTLINE_GUIDANCE`, read once.
private let editions: [Guidance] = {
    guard let folder = ProcessInfo.processInfo.environment["SIGHTLINE_GUIDANCE"],
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
        let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
        return readGuidance(String(decoding: data, as: UTF8.self)).guidance
    }
}()

private func check(_ report: String) {
    precondition(report.hasPrefix("input:"), "a finding does not say where it is")
}

/// A plan with nothing known, and one with every moment that can be entered on a day of its own.
private func date(_ procedure: Procedure) {
    guard let today = Day(iso: "2026-01-14") else { preconditionFailure("2026-01-14 is a day") }
    let moments = procedure.enterable.prefix(200).enumerated().compactMap { place, name in
        today.advanced(byDays: place % 40 - 30).map {
            MomentEntry(name: name, subject: nil, day: $0, minute: nil)
        }
    }
    let full = procedure.known(moments: moments, facts: [], agreed: []).known
    for known in [Known(), full] {
        _ = schedule(of: known, under: procedure, calendar: .standard, today: today)
    }
}

var argumentCount = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
    runFuzzer(&argumentCount, &arguments) { start, count in
        fuzz(UnsafeBufferPointer(start: start, count: count))
        return 0
    }
)
