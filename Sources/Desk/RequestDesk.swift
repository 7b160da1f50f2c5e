package import CaseFiles
import CaseStores
package import Partnerships

/// What the business unit does with requests: whatever a message follows from goes through here.
package struct RequestDesk: Sendable {
    private let cases: CaseDesk

    package init(cases: CaseDesk) {
        self.cases = cases
    }

    /// Asks every agency in one act, or none.
    @discardableResult
    package func ask(
        _ asking: RequestCommand.AskAgencies,
        on reference: CaseReference,
        seen version: Int,
        for who: Asking
    ) async throws(DeskError) -> CaseFile {
        let opened = try await cases.opened(reference, toDo: .askAgencies, for: who)
        try refuseStrangers(in: [.request(.ask(asking))], of: opened.partnership)
        return try await cases.handle(
            .request(.ask(asking)),
            on: reference,
            seen: version,
            for: who
        )
    }

    /// Does what a form of the case asks, in one act.
    @discardableResult
    package func handle(
        _ commands: [CaseCommand],
        on reference: CaseReference,
        seen version: Int,
        for who: Asking
    ) async throws(DeskError) -> CaseFile {
        if case .request(.ask(let asking))? = commands.first, commands.count == 1 {
            return try await ask(asking, on: reference, seen: version, for: who)
        }
        let opened = try await cases.opened(reference, toDo: .see, for: who)
        try refuseStrangers(in: commands, of: opened.partnership)
        return try await cases.handle(
            Self.sealed(commands, in: opened.file),
            on: reference,
            seen: version,
            for: who
        )
    }

    /// Nothing goes to an address that nobody vouches for.
    private func refuseStrangers(
        in commands: [CaseCommand],
        of partnership: Partnership
    ) throws(DeskError) {
        let strangers = commands.flatMap { command -> [String] in
            guard case .request(let request) = command else { return [] }
            return partnership.untrustedAddresses(in: request)
        }
        if !strangers.isEmpty { throw .caseRefused(.untrustedAddresses(strangers)) }
    }

    /// Puts the digest into what is put forward and signed without one.
    private static func sealed(_ commands: [CaseCommand], in file: CaseFile) -> [CaseCommand] {
        var files = file.requests.flatMap(\.files).map(\.document)
        var digests: [EntryID: String] = [:]
        return commands.map { command in
            switch command {
            case .request(.addFile(let added)):
                files.append(added.document)
                return command
            case .request(.putForward(let put)) where put.digest.isEmpty:
                let digest = digest(of: put, files: files)
                digests[put.entry] = digest
                return .request(.putForward(put.with(digest: digest)))
            case .request(.sign(let signed)) where signed.digest.isEmpty:
                return .request(.sign(signed.with(digest: digests[signed.version] ?? "")))
            default: return command
            }
        }
    }
}

extension CaseEvent.ReturnPutForward {
    fileprivate func with(digest: String) -> Self {
        Self(
            entry: entry,
            request: request,
            answer: answer,
            chronology: chronology,
            files: files,
            digest: digest,
            seat: seat,
            round: round
        )
    }
}

extension CaseEvent.ReturnSigned {
    fileprivate func with(digest: String) -> Self {
        Self(
            entry: entry,
            request: request,
            version: version,
            digest: digest,
            seat: seat,
            name: name,
            jobTitle: jobTitle,
            words: words,
            sameBecause: sameBecause
        )
    }
}
