import Foundation

/// Texts kept beside the tests and read in review like code; `make golden` writes them anew.
package struct Golden {
    private let folder: URL

    /// The `Golden` folder beside the calling test.
    package init(file: String = #filePath) {
        folder = URL(fileURLWithPath: file).deletingLastPathComponent()
            .appendingPathComponent("Golden")
    }

    /// The first line in which a text differs from the kept one; nil where they are the same.
    package func difference(_ text: String, _ name: String) throws -> String? {
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["SIGHTLINE_GOLDEN"] == "write" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            return nil
        }
        guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
            return "\(name) is not there; 'make golden' writes it"
        }
        guard kept != text else { return nil }
        let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
            return "\(name):\(number + 1)\n  kept: \(pair.0)\n  now:  \(pair.1)"
        }
        return "\(name) has \(old.count) lines, and now \(new.count)"
    }
}
