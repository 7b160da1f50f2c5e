import CaseFiles
import CaseStores
import Desk
import Pages
import Partnerships

extension KeyProblem {
    /// What is wrong and what to do, without a stop.
    var words: String {
        switch self {
        case .noFolder(let folder):
            "there is no folder '\(folder)' for the keys; make it, readable by nobody else"
        case .underTheData(let path):
            "the keys in '\(path)' lie with the data: whoever takes the one takes the other; "
                + "put them on another disk, or at least in another folder"
        case .readableByOthers(let path):
            "'\(path)' can be read by others; 'chmod 600' it"
        case .missing(let path):
            "the key '\(path)' is missing: this store cannot be opened without it, and none is made in its place; "
                + "put it back from where you keep it"
        case .unreadable(let path): "the key '\(path)' cannot be read"
        case .damaged(let path): "'\(path)' is no key: it must hold 32 bytes in base64"
        case .cannotWrite(let path): "the key '\(path)' cannot be written"
        case .alreadyThere(let path):
            "there is a key in '\(path)' already; nothing was written over it"
        }
    }
}

extension StoreError {
    /// What is wrong and what to do, without a stop.
    var words: String {
        switch self {
        case .versionConflict(let stream, let expected, let actual):
            "\(stream.words) has moved on: version \(expected) was expected, \(actual) is there"
        case .unreachable(let reason): "the store cannot be read or written (\(reason))"
        case .messageMoved: "a message that was to be taken back was delivered at that moment"
        case .noSuchUpload: "a file that was to be filed is kept no longer"
        case .altered(let place):
            "the store is not as it was written: \(place.what.rawValue)"
                + (place.stream.map { " of \($0.words)" } ?? "")
                + (place.version.map { ", entry \($0)" } ?? "")
                + "; 'sightline verify' says more"
        case .unknownPartnership(let id): "there is no partnership \(id)"
        case .alreadyThere: "there is something there already, and nothing is written over it"
        case .wrongKey: "these are not the keys of this store"
        case .newerSchema(let found, let known):
            "a later program has used this store (\(found) steps, this one knows \(known)); use that one"
        }
    }
}

extension EventStream {
    var words: String {
        reference.map { "case \($0)" } ?? "the partnership's own log"
    }
}

extension StoreFinding {
    /// `case 4QX-7MD, entry 7: its time or actor was altered`.
    var words: String {
        let place =
            stream.map { "\($0.words)" + (version.map { ", entry \($0)" } ?? "") }
            ?? version.map { "look \($0)" } ?? "the log as a whole"
        return "partnership \(partnership), \(place): \(what.words)"
    }
}

extension DocumentExtract.Finding {
    var words: String {
        switch self {
        case .chain(.outOfPlace(let version)):
            "entry \(version) of the log is missing or out of its place"
        case .chain(.otherText(let version)):
            "the text of entry \(version) is not the one that was recorded"
        case .chain(.brokenChain): "the chain of the log does not lead to the end that was signed"
        case .chain(.notSigned): "the end of the log was not signed by the key that it names"
        case .noDocument: "it shows no document that was put forward"
        case .otherWords: "the words are not those that signatures are bound to"
        case .otherSignature(let person): "the signature of person \(person) is under other words"
        }
    }
}

extension DocumentExtract {
    /// What it proves.
    var lines: [String] {
        guard let (put, signatures) = shown else { return [] }
        let times = Dictionary(extract.links.map { ($0.version, $0.recorded) }) { first, _ in first
        }
        let versions = extract.shown.map(\.version)
        let key = extract.end.publicKey.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        return [
            "Nothing in it was altered: “\(title)” of case \(extract.reference).",
            "Put forward \(versions.first.flatMap { times[$0] }.map { DayWording.when($0) } ?? ""), digest \(put.digest).",
        ]
            + zip(signatures, versions.dropFirst()).map { signed, version in
                "Signed as \(signed.role) by person \(signed.person), \(times[version].map { DayWording.when($0) } ?? "")."
            }
            + [
                signatures.isEmpty ? "It is signed by nobody." : "",
                "The log up to its entry \(extract.links.count) was signed \(DayWording.when(extract.end.recorded)) by key \(key).",
                "Compare the key with that of a head kept elsewhere, or name the head with --head.",
            ].filter { !$0.isEmpty }
    }
}

extension StoreFinding.What {
    fileprivate var words: String {
        switch self {
        case .altered(let part): "\(part.rawValue) altered"
        case .missing: "missing"
        case .tooMany: "more is there than was recorded"
        case .differs(let part): "the \(part.rawValue) in lists differ from what the log tells"
        case .otherWords: "the words put forward are not those that signatures are bound to"
        case .unreadable: "written by a later program: read it with that one"
        case .notSigned:
            "the signature is not this installation's over this log: its end was altered"
        case .shorter(let acts):
            "shorter by \(DayWording.count(acts, "act")) than the head that was kept: restored from a backup, or cut short?"
        case .rebuilt(let act): "at act \(act) it is not the log of which the head was kept"
        case .headNotOurs:
            "the head that was kept is not one of this installation's, or was altered"
        }
    }
}

extension DeskError {
    /// For whoever runs the program on the machine itself, without a stop.
    var words: String {
        switch self {
        case .store(let error): error.words
        case .unreadable(let stream, let version, let event):
            "\(stream.words), entry \(version): '\(event.type)' was written by a later program; read it with that one"
        case .unknownEdition(let hash): "the edition \(hash) is not kept in this store"
        case .refused(.missing(let part)): "the \(part.rawValue) is missing"
        case .refused(.alreadyFounded): "the partnership is founded already"
        default: "it was refused (\(self))"
        }
    }
}
