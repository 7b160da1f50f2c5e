import ArgumentParser
import Desk
import Foundation
import Pages
import Procedures

/// Where procedures, guidance and the pages' assets are kept.
struct TextsOption: ParsableArguments {
    @Option(
        name: .customLong("texts"),
        help: ArgumentHelp(
            "The folder that holds procedures/, guidance/, forms/, letters/ and static/.",
            discussion:
                "Otherwise SIGHTLINE_TEXTS, the current folder, or the nearest one above the program."
        ),
        completion: .directory
    )
    var texts: String?

    /// The folder that holds all of them.
    func folder() throws -> String {
        guard let base = base() else {
            Console.complain(
                "error: no folder with procedures/ and guidance/ was found; name it with --texts or SIGHTLINE_TEXTS"
            )
            throw Ending.badData
        }
        return base
    }

    func folders() throws -> Folders {
        let base = try folder()
        return Folders(
            procedures: "\(base)/procedures",
            guidance: "\(base)/guidance",
            forms: "\(base)/forms",
            letters: "\(base)/letters",
            statics: "\(base)/static"
        )
    }

    private func base() -> String? {
        if let texts { return texts }
        if let named = ProcessInfo.processInfo.environment["SIGHTLINE_TEXTS"] { return named }
        let current = FileManager.default.currentDirectoryPath
        if isBase(current) { return current }
        var folder = programFolder()
        while folder.pathComponents.count > 1 {
            if isBase(folder.path) { return folder.path }
            folder.deleteLastPathComponent()
        }
        return nil
    }

    private func programFolder() -> URL {
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        return URL(fileURLWithPath: path ?? CommandLine.arguments[0]).deletingLastPathComponent()
    }

    private func isBase(_ path: String) -> Bool {
        let manager = FileManager.default
        return manager.fileExists(atPath: "\(path)/procedures")
            && manager.fileExists(atPath: "\(path)/guidance")
    }

    func library() throws -> ProcedureLibrary {
        let folders = try folders()
        do {
            return try ProcedureLibrary(folders: folders)
        } catch {
            for report in error.reports { Console.complain(report) }
            throw Ending.badData
        }
    }

    /// The texts of a procedure, as a store keeps them.
    func edition(of id: String) throws -> Editions.Texts {
        let folders = try folders()
        do {
            return try ProcedureLibrary.texts(of: id, in: folders)
        } catch {
            for report in error.reports { Console.complain(report) }
            throw Ending.badData
        }
    }

    /// One procedure, or a usage error that names the valid ones.
    func procedure(_ id: String, variation: String?) throws -> Procedure {
        try Self.find(id, variation: variation, in: library())
    }

    static func find(
        _ id: String,
        variation: String?,
        in library: ProcedureLibrary
    ) throws -> Procedure {
        do {
            return try library.procedure(id, variation: variation)
        } catch {
            Console.complain("error: \(words(error))")
            throw Ending.usage
        }
    }

    static func words(_ problem: ProcedureLibrary.LookupProblem) -> String {
        switch problem {
        case .unknownProcedure(let id, let valid):
            let near = nearest(to: id, in: valid).map { " did you mean '\($0)'?" } ?? ""
            return
                "unknown procedure '\(id)';\(near) the procedures are \(valid.joined(separator: ", "))"
        case .unknownVariation(let name, let id, let valid):
            let list =
                valid.isEmpty
                ? "it has none" : "its variations are \(valid.joined(separator: ", "))"
            return "unknown variation '\(name)' of \(id); \(list)"
        }
    }
}
