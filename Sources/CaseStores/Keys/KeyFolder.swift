import Foundation

/// The two keys that stay apart from the data: one wraps every other key, one signs heads.
package struct InstallationKeys: Sendable {
    package let wrapping: SealingKey
    package let signing: SigningKey

    package init(wrapping: SealingKey, signing: SigningKey) {
        self.wrapping = wrapping
        self.signing = signing
    }

    package init() {
        self.init(wrapping: SealingKey(), signing: SigningKey())
    }
}

/// Why the keys cannot be used.
package enum KeyProblem: Error, Hashable, Sendable {
    case noFolder(String)
    /// Keys beside the data protect nothing: whoever takes the one takes the other.
    case underTheData(String)
    case readableByOthers(String)
    case missing(String)
    case unreadable(String)
    case damaged(String)
    case cannotWrite(String)
    case alreadyThere(String)
}

/// The folder of the keys, or the folder in which systemd hands them over.
package struct KeyFolder: Sendable {
    package static let wrappingFile = "installation.key"
    package static let signingFile = "signing.key"

    private static let newFile = "installation.key.new"
    private static let oldFile = "installation.key.old"

    let folder: String

    /// The folder, once it is sure that it does not lie with the data, by whatever link.
    package init(_ folder: String, apartFrom data: String) throws(KeyProblem) {
        guard FileManager.default.fileExists(atPath: folder) else { throw .noFolder(folder) }
        self.folder = folder
        let home = Self.resolved(data)
        for path in [folder] + Self.files.map({ "\(folder)/\($0)" }) {
            let real = Self.resolved(path)
            if real == home || real.hasPrefix("\(home)/") { throw .underTheData(path) }
        }
    }

    private static let files = [wrappingFile, signingFile]

    /// The path without links, for as much of it as exists.
    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }

    /// Whether either key is there.
    package var isEmpty: Bool {
        !Self.files.contains { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
    }

    /// The keys of a store that has been used: nothing is made up where one is missing.
    package func read() throws(KeyProblem) -> InstallationKeys {
        guard let wrapping = SealingKey(bytes: try bytes(Self.wrappingFile)) else {
            throw .damaged("\(folder)/\(Self.wrappingFile)")
        }
        guard let signing = SigningKey(bytes: try bytes(Self.signingFile)) else {
            throw .damaged("\(folder)/\(Self.signingFile)")
        }
        return InstallationKeys(wrapping: wrapping, signing: signing)
    }

    /// New keys for a store that has never been used.
    package func make() throws(KeyProblem) -> InstallationKeys {
        let keys = InstallationKeys()
        try write(keys)
        return keys
    }

    /// Writes keys where there are none; nobody but the owner can read them.
    package func write(_ keys: InstallationKeys) throws(KeyProblem) {
        try write(keys.wrapping.bytes, Self.wrappingFile)
        try write(keys.signing.bytes, Self.signingFile)
    }

    /// Writes an installation key that is to take the place of the one there.
    package func prepare(_ key: SealingKey) throws(KeyProblem) {
        try write(key.bytes, Self.newFile)
    }

    /// Puts the prepared key in the place of the one there, which is kept beside it.
    package func takePrepared() throws(KeyProblem) {
        let path = "\(folder)/\(Self.wrappingFile)"
        let new = "\(folder)/\(Self.newFile)"
        guard rename(path, "\(folder)/\(Self.oldFile)") == 0, rename(new, path) == 0 else {
            throw .cannotWrite(path)
        }
    }

    /// What a rotation that was cut off left behind; nil where none was.
    package var prepared: SealingKey? {
        (try? bytes(Self.newFile)).flatMap { SealingKey(bytes: $0) }
    }

    private func bytes(_ name: String) throws(KeyProblem) -> [UInt8] {
        let path = "\(folder)/\(name)"
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else { throw .missing(path) }
        guard let attributes = try? manager.attributesOfItem(atPath: resolvedFile(path)),
            let rights = (attributes[.posixPermissions] as? NSNumber)?.intValue
        else { throw .unreadable(path) }
        if rights & 0o077 != 0 { throw .readableByOthers(path) }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw .unreadable(path)
        }
        let digits = text.filter { !$0.isWhitespace }
        guard let data = Data(base64Encoded: digits), data.count == 32 else {
            throw .damaged(path)
        }
        return Array(data)
    }

    private func resolvedFile(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    private func write(_ bytes: [UInt8], _ name: String) throws(KeyProblem) {
        let text = "\(Data(bytes).base64EncodedString())\n"
        try Self.writeNew(Array(text.utf8), to: "\(folder)/\(name)")
    }

    /// Writes a file that nobody but its owner can read, where there is none.
    package static func writeNew(_ text: [UInt8], to path: String) throws(KeyProblem) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else {
            throw errno == EEXIST ? .alreadyThere(path) : .cannotWrite(path)
        }
        defer { close(file) }
        guard Foundation.write(file, text, text.count) == text.count, fsync(file) == 0 else {
            throw .cannotWrite(path)
        }
    }
}
