import CaseFiles
import CaseStores
import Desk
import Pages
import Partnerships
import UploadChecks

/// A file that is kept, and of no document yet.
struct KeptFile: Hashable, Sendable {
    let file: CaseDocument.File
    /// Whether it was looked through for malware.
    let isScanned: Bool
}

/// Takes one file in: looked at and scanned as it comes, and kept a chunk at a time.
struct FileReceiver: FileTaking {
    private let name: String
    private let scan: Scan?
    private var intake: FileIntake
    private var inspection: UploadInspection
    private var fault: FileFault?
    private var isBeginningChecked = false
    private let mostBytes: Int
    /// Whether a file is taken that could not be scanned; nobody opens it before it is.
    private let takesUnscanned: Bool
    private var isUnscanned = false

    /// Where there is a scanner and it does not answer, the file is refused as it comes, or taken unscanned.
    init(
        _ name: String,
        into intake: FileIntake,
        scanner: ScannerPlace?,
        mostBytes: Int = CaseDocument.File.mostBytes,
        takesUnscanned: Bool = false
    ) async {
        self.name = name
        self.intake = intake
        self.mostBytes = mostBytes
        self.takesUnscanned = takesUnscanned
        inspection = UploadInspection(name: name)
        guard let scanner else {
            scan = nil
            return
        }
        scan = await Scan.begin(at: scanner)
        if scan == nil { notScanned() }
    }

    /// Takes the next bytes; after a fault they go nowhere.
    mutating func take(_ bytes: [UInt8]) async throws {
        guard fault == nil else { return }
        guard intake.count + bytes.count <= mostBytes else {
            fault = .tooLarge(most: mostBytes)
            return
        }
        inspection.take(bytes)
        // Up to here nothing has gone to the store.
        if !isBeginningChecked, intake.count + bytes.count > FileChunk.size {
            isBeginningChecked = true
            do throws(UploadRefusal) {
                try inspection.checkBeginning()
            } catch {
                fault = FileFault(error)
                return
            }
        }
        await scan?.take(bytes)
        try await intake.take(bytes)
    }

    /// Says that the file is whole; one that is not taken is gone when this returns.
    mutating func finish() async throws -> Sent<KeptFile> {
        if let fault = try await faultOfWhole() {
            await abandon()
            return .refused(fault)
        }
        let kind = try inspection.kind()
        let hash = try await intake.finish()
        let file = CaseDocument.File(
            kept: intake.key.document,
            name: name,
            mediaType: kind.mediaType,
            bytes: intake.count,
            sha256: EditionHash.text(hash)
        )
        return .kept(KeptFile(file: file, isScanned: scan != nil && !isUnscanned))
    }

    private mutating func notScanned() {
        if takesUnscanned { isUnscanned = true } else { fault = .unscanned }
    }

    /// Lets go of the scanner, and of what was kept.
    func abandon() async {
        scan?.end()
        // What cannot be taken away now is swept away later.
        try? await intake.discard()
    }

    private mutating func faultOfWhole() async throws -> FileFault? {
        if let fault { return fault }
        do throws(UploadRefusal) {
            _ = try inspection.kind()
        } catch {
            return FileFault(error)
        }
        switch await scan?.verdict() {
        case .clean?, nil: return nil
        case .infected(let name)?: return .infected(name)
        case .failed?:
            notScanned()
            return fault
        }
    }
}

extension FileFault {
    init(_ refusal: UploadRefusal) {
        switch refusal {
        case .empty: self = .empty
        case .program: self = .program
        case .script: self = .script
        case .webPage: self = .webPage
        case .archive: self = .archive
        case .macros: self = .macros
        case .locked: self = .locked
        case .notTaken(let ending): self = .notTaken(ending: ending)
        case .differs(let ending): self = .differs(ending: ending)
        case .uncheckable: self = .uncheckable
        }
    }
}
