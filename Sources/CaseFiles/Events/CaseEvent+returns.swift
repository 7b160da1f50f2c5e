package import Partnerships

extension CaseEvent {
    /// An agency's answer as it goes to its senior manager: these words, and no others, are signed.
    package struct ReturnPutForward: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let request: EntryID
        package let answer: ReturnAnswer
        /// Dated events, in the order given.
        package let chronology: [ReturnRow]
        /// The files that belong to it.
        package let files: [DocumentID]
        /// The SHA-256 over everything, 64 hexadecimal digits.
        package let digest: String
        /// Nil where the business unit enters what came by other ways.
        package let seat: EntryID?
        /// 1 for the first.
        package let round: Int

        package init(
            entry: EntryID,
            request: EntryID,
            answer: ReturnAnswer,
            chronology: [ReturnRow],
            files: [DocumentID],
            digest: String,
            seat: EntryID?,
            round: Int
        ) {
            self.entry = entry
            self.request = request
            self.answer = answer
            self.chronology = chronology
            self.files = files
            self.digest = digest
            self.seat = seat
            self.round = round
        }
    }

    /// A senior manager of the agency answers for what it says.
    package struct ReturnSigned: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let request: EntryID
        /// What was put forward.
        package let version: EntryID
        package let digest: String
        /// Nil where it was signed elsewhere, and the business unit says so.
        package let seat: EntryID?
        package let name: String
        package let jobTitle: String
        package let words: String
        /// Why whoever wrote it signs it too; empty where two people did.
        package let sameBecause: String

        package init(
            entry: EntryID,
            request: EntryID,
            version: EntryID,
            digest: String,
            seat: EntryID?,
            name: String,
            jobTitle: String,
            words: String,
            sameBecause: String
        ) {
            self.entry = entry
            self.request = request
            self.version = version
            self.digest = digest
            self.seat = seat
            self.name = name
            self.jobTitle = jobTitle
            self.words = words
            self.sameBecause = sameBecause
        }
    }

    /// The senior manager wants it changed before she signs.
    package struct ReturnHandedBack: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let request: EntryID
        package let version: EntryID
        package let name: String
        package let reason: String

        package init(
            entry: EntryID,
            request: EntryID,
            version: EntryID,
            name: String,
            reason: String
        ) {
            self.entry = entry
            self.request = request
            self.version = version
            self.name = name
            self.reason = reason
        }
    }

    /// The business unit has looked at a return.
    package struct ReturnChecked: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let request: EntryID
        package let version: EntryID
        /// The check step of the procedure, by id; nil where it has none.
        package let step: String?
        package let findings: [CheckFinding]
        /// As the check step names it, where it has outcomes.
        package let outcome: String?
        /// Nil for a look that leaves the outcome to a later check.
        package let isAccepted: Bool?
        /// Why it is sent back, part by part.
        package let reasons: [SectionReason]
        /// Who is told, as the procedure has it.
        package let copiedTo: [String]
        package let words: String

        package init(
            entry: EntryID,
            request: EntryID,
            version: EntryID,
            step: String?,
            findings: [CheckFinding],
            outcome: String?,
            isAccepted: Bool?,
            reasons: [SectionReason],
            copiedTo: [String],
            words: String
        ) {
            self.entry = entry
            self.request = request
            self.version = version
            self.step = step
            self.findings = findings
            self.outcome = outcome
            self.isAccepted = isAccepted
            self.reasons = reasons
            self.copiedTo = copiedTo
            self.words = words
        }
    }

    /// A file came with a return.
    package struct ReturnFileAdded: Hashable, Sendable, Codable {
        package let request: EntryID
        package let document: CaseDocument
        /// Whether it was looked through for malware.
        package let isScanned: Bool
        package let seat: EntryID?

        package init(
            request: EntryID,
            document: CaseDocument,
            isScanned: Bool,
            seat: EntryID?
        ) {
            self.request = request
            self.document = document
            self.isScanned = isScanned
            self.seat = seat
        }
    }

    /// A file is left out before the return is put forward.
    package struct ReturnFileRemoved: Hashable, Sendable, Codable {
        package let request: EntryID
        package let document: DocumentID

        package init(
            request: EntryID,
            document: DocumentID
        ) {
            self.request = request
            self.document = document
        }
    }

    /// A file that was not scanned may be opened.
    package struct FileReleased: Hashable, Sendable, Codable {
        package let request: EntryID
        package let document: DocumentID
        package let reason: String

        package init(
            request: EntryID,
            document: DocumentID,
            reason: String
        ) {
            self.request = request
            self.document = document
            self.reason = reason
        }
    }

    /// Accepted returns are shared with people on the case.
    package struct PackShared: Hashable, Sendable, Codable {
        package let entry: EntryID
        /// The step that shares it, by id.
        package let step: String?
        /// The returns, in the procedure's order.
        package let versions: [EntryID]
        package let people: [PersonID]
        /// Nobody opens it earlier.
        package let from: Timestamp
        package let words: String

        package init(
            entry: EntryID,
            step: String?,
            versions: [EntryID],
            people: [PersonID],
            from: Timestamp,
            words: String
        ) {
            self.entry = entry
            self.step = step
            self.versions = versions
            self.people = people
            self.from = from
            self.words = words
        }
    }
}
