import Foundation
package import Pages
import Programs

/// Reads spreadsheets with openpyxl, in a process of its own.
///
/// It has little memory, little time and no way to write a file; what it reads goes through a pipe, and
/// no shell is involved.
package struct PythonSpreadsheets: SpreadsheetReading {
    package static let mostBytes = 20 << 20
    package static let mostRows = 2_000
    package static let mostColumns = 40
    private static let mostAtOnce = 2
    private static let mostWaiting = 8

    private let program = ConfinedProgram(
        "python3",
        // Its memory it sees to itself.
        limits: ConfinedProgram.Limits(
            seconds: 30,
            processorSeconds: 20,
            memory: nil,
            output: 32 << 20
        )
    )
    private let driver: String
    private let packages: String
    private let turns = Turns(atOnce: mostAtOnce, waiting: mostWaiting)

    /// A reader by the driver of this file and the packages of this folder.
    package init(driver: String, packages: String) {
        self.driver = driver
        self.packages = packages
    }

    /// The reader whose driver and packages lie beside the texts of the program, as they ship.
    package init(texts: String) {
        self.init(driver: "\(texts)/python/read_spreadsheet.py", packages: "\(texts)/.python")
    }

    /// Whether Python, the driver and its packages are where they should be.
    package var isInstalled: Bool {
        program.isInstalled && FileManager.default.isReadableFile(atPath: driver)
            && FileManager.default.isReadableFile(atPath: "\(packages)/openpyxl/__init__.py")
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
        let ending = await program.run(
            ["-I", "-B", driver, packages, "\(Self.mostRows)", "\(Self.mostColumns)"],
            on: file
        )
        switch ending {
        case .byItself(let code, let output): return try answer(code, output)
        // Its processor time was up, or it took too long.
        case .broken, .late: throw .tooSlow
        case .tooMuch: throw .failed
        case .notHere: throw .notHere
        }
    }

    private func answer(
        _ code: Int32,
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
        default: throw .failed
        }
    }
}
