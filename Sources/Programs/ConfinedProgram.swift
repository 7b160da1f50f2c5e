import Foundation
import Subprocess
import Synchronization

/// Another program, run with bytes in and bytes out: no shell and no file between, and only so much of everything.
package struct ConfinedProgram: Sendable {
    /// What a run may take; it is ended where it takes more.
    package struct Limits: Hashable, Sendable {
        package let seconds: Int
        package let processorSeconds: Int
        /// Bytes of addresses; nil where the program sees to it itself.
        package let memory: Int?
        /// Bytes of its answer.
        package let output: Int

        package init(seconds: Int, processorSeconds: Int, memory: Int?, output: Int) {
            self.seconds = seconds
            self.processorSeconds = processorSeconds
            self.memory = memory
            self.output = output
        }
    }

    /// How a run ended.
    package enum Ending: Hashable, Sendable {
        /// By itself, with its code and what it wrote.
        case byItself(code: Int32, output: [UInt8])
        /// By a signal that nobody here sent, or it could not be begun.
        case broken
        /// Its time was up, or that of the processor.
        case late
        /// It wrote more than it may.
        case tooMuch
        case notHere
    }

    /// Where programs are looked for, and nowhere else.
    private static let folders = ["/usr/local/bin", "/usr/bin", "/bin"]

    private let name: String
    private let limits: Limits

    package init(_ name: String, limits: Limits) {
        self.name = name
        self.limits = limits
    }

    /// Whether there is such a program.
    package var isInstalled: Bool { Self.has(name) }

    /// The answer of the program to some bytes.
    package func run(_ arguments: [String], on input: [UInt8]) async -> Ending {
        guard isInstalled else { return .notHere }
        let command = await confined([name] + arguments)
        do {
            return try await withinTime { try await Self.run(command, on: input, limits) }
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            return .tooMuch
        } catch {
            return .broken
        }
    }

    private static func has(_ name: String) -> Bool {
        folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }

    fileprivate static let environment = Environment.custom([
        "PATH": folders.joined(separator: ":"), "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
    ])

    /// The command with what holds it: its limits, and no network where the machine allows that.
    private func confined(_ command: [String]) async -> [String] {
        var command = command
        if Self.has("prlimit") {
            let memory = limits.memory.map { ["--as=\($0)"] } ?? []
            command =
                [
                    "prlimit", "--cpu=\(limits.processorSeconds):\(limits.processorSeconds + 1)",
                    "--fsize=0", "--core=0", "--nofile=256",
                ] + memory + command
        }
        if Self.has("unshare"), await Network.canBeTakenAway() {
            command = ["unshare"] + Network.without + command
        }
        return command
    }

    private static func run(
        _ command: [String],
        on input: [UInt8],
        _ limits: Limits
    ) async throws -> Ending {
        let result = try await Subprocess.run(
            .name(command[0]),
            arguments: .init(Array(command.dropFirst())),
            environment: environment,
            input: .array(input),
            output: .bytes(limit: limits.output),
            error: .discarded
        )
        switch result.terminationStatus {
        case .exited(let code): return .byItself(code: code, output: result.standardOutput)
        case .signaled(let signal): return signal == SIGXCPU ? .late : .broken
        }
    }

    /// What comes first: the end of the work, or the end of its time, which ends the process too.
    private func withinTime(
        _ work: @escaping @Sendable () async throws -> Ending
    ) async throws -> Ending {
        try await withThrowingTaskGroup(of: Ending.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: .seconds(limits.seconds))
                return .late
            }
            defer { group.cancelAll() }
            return try await group.next() ?? .late
        }
    }
}

/// Whether a program can be run without a network: asked once, since it depends on the machine alone.
private enum Network {
    static let without = ["--user", "--map-root-user", "--net", "--"]

    private static let known = Mutex<Bool?>(nil)

    static func canBeTakenAway() async -> Bool {
        if let known = known.withLock({ $0 }) { return known }
        let tried = try? await Subprocess.run(
            .name("unshare"),
            arguments: .init(without + ["true"]),
            environment: ConfinedProgram.environment,
            input: .none,
            output: .discarded,
            error: .discarded
        )
        let can = tried?.terminationStatus.isSuccess ?? false
        known.withLock { $0 = can }
        return can
    }
}
