import Foundation
package import Pages
import Subprocess

/// Reads spreadsheets with openpyxl, in a process of its own.
///
/// It has little memory, little time and no way to write a file; what it reads goes through a pipe, and
/// no shell is involved.
package struct PythonSpreadsheets: SpreadsheetReading {
    package static let mostBytes = 20 << 20
    package static let mostRows = 2_000
    package static let mostColumns = 40
    private static let mostOutput = 32 << 20
    private static let mostSeconds = 30
    private static let mostAtOnce = 2
    private static let mostWaiting = 8
    private static let folders = ["/usr/local/bin", "/usr/bin", "/bin"]

    private let python: String
    private let driver: String
    private let packages: String
    private let turns = Turns(atOnce: mostAtOnce, waiting: mostWaiting)

    /// A reader by the Python of this name, the driver of this file and the packages of this folder.
    package init(python: String = "python3", driver: String, packages: String) {
        self.python = python
        self.driver = driver
        self.packages = packages
    }

    /// The reader whose driver and packages lie beside the texts of the program, as they ship.
    package init(texts: String) {
        self.init(driver: "\(texts)/python/read_spreadsheet.py", packages: "\(texts)/.python")
    }

    /// Whether Python, the driver and its packages are where they should be.
    package var isInstalled: Bool {
        let manager = FileManager.default
        return manager.isReadableFile(atPath: driver)
            && manager.isReadableFile(atPath: "\(packages)/openpyxl/__init__.py")
            && Self.folders.contains { manager.isExecutableFile(atPath: "\($0)/\(python)") }
    }

    package func sheet(in file: [UInt8]) async throws(SpreadsheetRefusal) -> Spreadsheet {
        guard isInstalled else { throw .notHere }
        guard file.count <= Self.mostBytes else { throw .tooLarge(most: Self.mostBytes) }
        guard await turns.wait() else { throw .busy }
        let read = await outcome(of: file)
        await turns.end()
        return try read.get()
    }

    private func outcome(of file: [UInt8]) async -> Result<Spreadsheet, SpreadsheetRefusal> {
        do throws(SpreadsheetRefusal) {
            return .success(try await readAlone(file))
        } catch {
            return .failure(error)
        }
    }

    private func readAlone(_ file: [UInt8]) async throws(SpreadsheetRefusal) -> Spreadsheet {
        let ended: Ended
        do {
            ended = try await withinTime { try await run(file) }
        } catch {
            throw .failed
        }
        switch ended {
        case .late: throw .tooSlow
        case .byItself(let code, let output): return try answer(code, output)
        }
    }

    private enum Ended: Sendable {
        case late
        /// With its exit code; nil where it was ended by a signal.
        case byItself(Int32?, [UInt8])
    }

    private func run(_ file: [UInt8]) async throws -> Ended {
        let result = try await Subprocess.run(
            .name(python),
            arguments: [
                "-I", "-B", driver, packages, "\(Self.mostRows)", "\(Self.mostColumns)",
            ],
            environment: .custom(["PATH": Self.folders.joined(separator: ":"), "LC_ALL": "C.UTF-8"]
            ),
            input: .array(file),
            output: .bytes(limit: Self.mostOutput),
            error: .discarded
        )
        guard case .exited(let code) = result.terminationStatus else {
            return .byItself(nil, [])
        }
        return .byItself(code, result.standardOutput)
    }

    /// What comes first: the end of the work, or the end of its time, which ends the process too.
    private func withinTime(
        _ work: @escaping @Sendable () async throws -> Ended
    ) async throws -> Ended {
        try await withThrowingTaskGroup(of: Ended.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: .seconds(Self.mostSeconds))
                return .late
            }
            defer { group.cancelAll() }
            return try await group.next() ?? .late
        }
    }

    private func answer(
        _ code: Int32?,
        _ output: [UInt8]
    ) throws(SpreadsheetRefusal) -> Spreadsheet {
        switch code {
        case 0:
            guard let read = try? JSONDecoder().decode(Spreadsheet.self, from: Data(output)) else {
                throw .failed
            }
            return read
        case 3: throw .noSpreadsheet
        case 4: throw .tooLarge(most: Self.mostBytes)
        case 5: throw .tooManyRows(most: Self.mostRows)
        case 6: throw .tooManyColumns(most: Self.mostColumns)
        case 7: throw .locked
        // Its processor time was up.
        case nil: throw .tooSlow
        default: throw .failed
        }
    }
}
