import Foundation

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

/// What a form came to: its parts, or why it is none.
private struct Outcome: Equatable {
    var parts: [(name: String, file: String?, bytes: [UInt8])] = []
    var fault: MultipartReader.Fault?

    static func == (left: Outcome, right: Outcome) -> Bool {
        left.fault == right.fault && left.parts.elementsEqual(right.parts) { $0 == $1 }
    }
}

/// Reads the same bytes whole, by the pieces that the first of them give, and byte by byte.
///
/// Whatever the bytes are, nothing may trap, each way must come to the same, and no more may come out than went in.
private func fuzz(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let step = bytes.first else { return }
    let body = Array(bytes.dropFirst())
    let whole = outcome(body, step: max(body.count, 1))
    let given = whole.parts.reduce(0) { $0 + $1.bytes.count }
    precondition(given <= body.count, "more comes out than went in")
    precondition(outcome(body, step: Int(step) + 1) == whole, "the pieces make a difference")
    precondition(outcome(body, step: 1) == whole, "single bytes make a difference")
    _ = MultipartReader.boundary(in: String(decoding: body, as: UTF8.self))
}

private func outcome(_ body: [UInt8], step: Int) -> Outcome {
    var outcome = Outcome()
    var reader = MultipartReader(boundary: "XyZ")
    do throws(MultipartReader.Fault) {
        for start in stride(from: 0, to: body.count, by: step) {
            for piece in try reader.take(body[start..<min(start + step, body.count)]) {
                switch piece {
                case .begins(let name, let file): outcome.parts.append((name, file, []))
                case .bytes(let bytes):
                    precondition(!bytes.isEmpty, "a piece is empty")
                    outcome.parts[outcome.parts.count - 1].bytes += bytes
                case .ends: precondition(!outcome.parts.isEmpty, "a part ends that never began")
                }
            }
        }
        try reader.finish()
    } catch {
        // What came before a fault depends on the pieces, and nothing is made of it.
        return Outcome(fault: error)
    }
    return outcome
}

var argumentCount = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
    runFuzzer(&argumentCount, &arguments) { start, count in
        fuzz(UnsafeBufferPointer(start: start, count: count))
        return 0
    }
)
