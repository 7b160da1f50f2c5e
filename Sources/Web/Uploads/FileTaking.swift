import Pages

/// Who takes the file of a form as it comes.
protocol FileTaking: Sendable {
    /// What is made of the file.
    associatedtype File: Sendable

    /// Takes the next bytes.
    mutating func take(_ bytes: [UInt8]) async throws
    /// Says that the file is whole; of one that is not taken nothing is left when this returns.
    mutating func finish() async throws -> Sent<File>
    /// Lets go of everything that was taken.
    func abandon() async
}

/// What came of the file of a form.
enum Sent<File: Sendable>: Sendable {
    /// None was chosen.
    case nothing
    case kept(File)
    case refused(FileFault)
}
