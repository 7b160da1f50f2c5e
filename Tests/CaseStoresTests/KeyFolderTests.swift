import Foundation
import Testing

@testable import CaseStores

@Suite("Where the keys lie")
struct KeyFolderTests {
    @Test func `keys that were made are read back, and only their owner can read them`() throws {
        let place = try Place()
        let folder = try KeyFolder(place.keys, apartFrom: place.data)
        #expect(folder.isEmpty)
        let made = try folder.make()
        let read = try folder.read()
        #expect(made.wrapping.bytes == read.wrapping.bytes)
        #expect(made.signing.publicKey == read.signing.publicKey)
        for name in ["installation.key", "signing.key"] {
            let path = "\(place.keys)/\(name)"
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
        #expect(throws: KeyProblem.alreadyThere("\(place.keys)/installation.key")) {
            try folder.make()
        }
    }

    @Test func `keys under the data are refused, by whatever way they lie there`() throws {
        let place = try Place()
        let inside = "\(place.data)/keys"
        try FileManager.default.createDirectory(
            atPath: inside,
            withIntermediateDirectories: true
        )
        #expect(throws: KeyProblem.underTheData(inside)) {
            try KeyFolder(inside, apartFrom: place.data)
        }
        #expect(throws: KeyProblem.underTheData(place.data)) {
            try KeyFolder(place.data, apartFrom: place.data)
        }
        let link = "\(place.root)/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: inside)
        #expect(throws: KeyProblem.underTheData(link)) {
            try KeyFolder(link, apartFrom: place.data)
        }
        let dataLink = "\(place.root)/data-link"
        try FileManager.default.createSymbolicLink(
            atPath: dataLink,
            withDestinationPath: place.root
        )
        #expect(throws: KeyProblem.underTheData(place.keys)) {
            try KeyFolder(place.keys, apartFrom: dataLink)
        }
    }

    @Test func `a single key that is a link into the data is refused`() throws {
        let place = try Place()
        _ = try KeyFolder(place.keys, apartFrom: place.data).make()
        let key = "\(place.keys)/signing.key"
        try FileManager.default.moveItem(atPath: key, toPath: "\(place.data)/signing.key")
        try FileManager.default.createSymbolicLink(
            atPath: key,
            withDestinationPath: "\(place.data)/signing.key"
        )
        #expect(throws: KeyProblem.underTheData(key)) {
            try KeyFolder(place.keys, apartFrom: place.data)
        }
    }

    @Test(arguments: [0o640, 0o604, 0o660])
    func `keys that others can read are refused`(rights: Int) throws {
        let place = try Place()
        let folder = try KeyFolder(place.keys, apartFrom: place.data)
        _ = try folder.make()
        let path = "\(place.keys)/installation.key"
        try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
        #expect(throws: KeyProblem.readableByOthers(path)) { try folder.read() }
    }

    @Test func `a key that is missing or damaged is named, and none is made in its place`() throws {
        let place = try Place()
        let folder = try KeyFolder(place.keys, apartFrom: place.data)
        _ = try folder.make()
        let path = "\(place.keys)/installation.key"
        try Data("c2hvcnQ=\n".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(throws: KeyProblem.damaged(path)) { try folder.read() }
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: KeyProblem.missing(path)) { try folder.read() }
        #expect(!folder.isEmpty)
        #expect(throws: KeyProblem.noFolder("\(place.root)/nowhere")) {
            try KeyFolder("\(place.root)/nowhere", apartFrom: place.data)
        }
    }

    @Test func `another installation key takes the place of the first`() throws {
        let place = try Place()
        let folder = try KeyFolder(place.keys, apartFrom: place.data)
        let made = try folder.make()
        let other = SealingKey()
        try folder.prepare(other)
        #expect(folder.prepared?.bytes == other.bytes)
        try folder.takePrepared()
        #expect(folder.prepared == nil)
        let read = try folder.read()
        #expect(read.wrapping.bytes == other.bytes)
        #expect(read.signing.bytes == made.signing.bytes)
        let files = try FileManager.default.contentsOfDirectory(atPath: place.keys).sorted()
        #expect(files == ["installation.key", "installation.key.old", "signing.key"])
    }

    @Test func `a key never shows itself`() {
        let key = SealingKey()
        #expect("\(key) \(SigningKey())" == "a key a key")
    }
}

/// A folder for data beside a folder for keys.
private final class Place {
    let root: String
    var data: String { "\(root)/data" }
    var keys: String { "\(root)/keys" }

    init() throws {
        var random = SystemRandomNumberGenerator()
        root =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("sightline-keys-\(random.next())").path
        for folder in ["\(root)/data", "\(root)/keys"] {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }
}
