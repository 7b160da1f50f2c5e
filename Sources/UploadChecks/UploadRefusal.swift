/// Why a file is not taken.
package enum UploadRefusal: Error, Hashable, Sendable {
    case empty
    case program, script, webPage, archive
    /// An office file that carries a program of its own.
    case macros
    /// Nobody can look into it without its password.
    case locked
    /// Nothing that is taken has a name like that; empty for a name without an ending.
    case notTaken(ending: String)
    /// The content is not what the name says.
    case differs(ending: String)
    /// The list of types could not be read, so that nothing can be said of the file.
    case uncheckable
}
