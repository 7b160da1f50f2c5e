package import Partnerships

/// What went wrong between the program and what it keeps.
package enum StoreError: Error, Hashable, Sendable {
    /// Somebody else was first: the stream has moved on since the act was decided.
    case versionConflict(EventStream, expected: Int, actual: Int)
    /// More became of a message that an act takes back than when the act was decided.
    case messageMoved
    /// The disk, its space or its rights.
    case unreachable(String)
    /// What is kept is not what was written.
    case altered(Place)
    /// A file that was to be adopted is not there whole: swept away meanwhile, or adopted before.
    case noSuchUpload
    case unknownPartnership(PartnershipID)
    case alreadyThere
    case wrongKey
    case newerSchema(found: Int, known: Int)

    /// Where something was found altered.
    package struct Place: Hashable, Sendable {
        package let stream: EventStream?
        package let version: Int?
        package let what: Part

        package enum Part: String, Hashable, Sendable {
            case payload, header, commitment, chain, head, signature, key, summary, draft, file
            case look, row, missing, message
        }

        package init(stream: EventStream?, version: Int?, what: Part) {
            self.stream = stream
            self.version = version
            self.what = what
        }
    }
}
