package import CaseFiles
import CaseStores
package import Partnerships
import Schedules
import WorkingDays

/// What the business unit does with requests: whatever a message follows from goes through here.
package struct RequestDesk: Sendable {
    let cases: CaseDesk
    let sendsMail: Bool
    /// Names for what is new.
    let name: @Sendable () -> EntryID

    package init(
        cases: CaseDesk,
        sendsMail: Bool,
        name: @escaping @Sendable () -> EntryID
    ) {
        self.cases = cases
        self.sendsMail = sendsMail
        self.name = name
    }

    /// Does what a form of the case asks, in one act with the messages that follow from it.
    ///
    /// - Returns: the case as it then is, and the letters; where no mail leaves here, their links are shown once to be
    ///   handed over.
    @discardableResult
    package func handle(
        _ commands: [CaseCommand],
        on reference: CaseReference,
        seen version: Int,
        for who: Asking
    ) async throws(DeskError) -> (file: CaseFile, letters: [RequestLetter]) {
        guard commands.contains(where: \.isOfARequest) else {
            let file = try await cases.handle(commands, on: reference, seen: version, for: who)
            return (file, [])
        }
        let opened = try await cases.opened(reference, toDo: .see, for: who)
        try refuseStrangers(in: commands, of: opened.partnership, on: who.today)
        let sender = RequestLetter.Sender(
            opened: opened,
            partnership: who.partnership,
            sendsMail: sendsMail,
            time: who.time
        )
        let sealed = Self.sealed(commands, in: opened.file)
        let letters = try await letters(after: sealed, sender, who)
        let resent = Set(letters.compactMap { $0.queued.kind == .resent ? $0.queued.seat : nil })
        let rest = sealed.filter { !$0.asksAnew(any: resent) }
        let file = try await cases.handle(
            rest + letters.map { .request(.queueMessage($0.queued)) },
            on: reference,
            seen: version,
            for: who,
            outbox: letters.compactMap(\.row),
            links: letters.compactMap { $0.way?.link }
        )
        return (file, letters)
    }

    /// Nothing goes to an address that nobody vouches for.
    private func refuseStrangers(
        in commands: [CaseCommand],
        of partnership: Partnership,
        on day: Day
    ) throws(DeskError) {
        let strangers = commands.flatMap { command -> [String] in
            guard case .request(let request) = command else { return [] }
            return partnership.untrustedAddresses(in: request, on: day)
        }
        if !strangers.isEmpty { throw .caseRefused(.untrustedAddresses(strangers)) }
    }

    // Letters

    /// The letters that follow, with the due days of the case as it will be.
    private func letters(
        after commands: [CaseCommand],
        _ sender: RequestLetter.Sender,
        _ who: Asking
    ) async throws(DeskError) -> [RequestLetter] {
        let (_, procedure, after) = try await cases.decided(commands, sender.opened, who)
        let schedule = Schedules.schedule(
            of: after.known(under: procedure),
            under: procedure,
            calendar: sender.opened.partnership.calendar,
            today: who.today
        )
        return commands.flatMap { command -> [RequestLetter] in
            guard case .request(let request) = command else { return [] }
            return addressees(of: request, before: sender.opened.file, after).compactMap {
                kind,
                seat,
                entry,
                withLink -> RequestLetter? in
                guard let standing = after.request(entry) else { return nil }
                let due = schedule.line(backOf: standing, under: procedure)?.due
                guard sender.mayWrite(to: seat.email) else { return nil }
                let isShut = kind == .sentBack && sender.needsALink(seat, of: standing, due: due)
                return RequestLetter(
                    name(),
                    kind,
                    to: seat,
                    of: standing.asked,
                    due: due,
                    from: sender,
                    withLink: withLink || isShut
                )
            }
        }
    }

    private typealias Addressee = (
        kind: MessageKind, seat: RequestSeat, request: EntryID, withLink: Bool
    )

    private func addressees(
        of command: RequestCommand,
        before: CaseFile,
        _ after: CaseFile
    ) -> [Addressee] {
        switch command {
        case .ask(let asking):
            asking.asked.flatMap { asked in
                asked.seats.filter(\.part.writes).map { (.request, $0, asked.entry, true) }
            }
        case .addSeat(let added): newcomer(added, after)
        case .queueMessage(let queued) where queued.kind == .resent:
            after.request(queued.request)?.openSeats([.lead, .deputy, .colleague, .signatory])
                .filter { $0.entry == queued.seat }
                .map { (.resent, $0, queued.request ?? $0.entry, true) } ?? []
        case .check(let checked, _):
            switch checked.isAccepted {
            case true?: writers(checked.request, .accepted, after)
            case false?: writers(checked.request, .sentBack, after)
            case nil: []
            }
        case .revoke(let revoked): writers(revoked.request, .revoked, before)
        default: []
        }
    }

    /// Whoever signs hears of it once there is something to sign.
    private func newcomer(_ added: CaseEvent.SeatAdded, _ after: CaseFile) -> [Addressee] {
        if added.seat.part.writes { return [(.request, added.seat, added.request, true)] }
        guard after.request(added.request)?.standing == .unsigned else { return [] }
        return [(.signature, added.seat, added.request, true)]
    }

    private func writers(
        _ request: EntryID,
        _ kind: MessageKind,
        _ file: CaseFile
    ) -> [Addressee] {
        let seats = file.request(request)?.openSeats([.lead, .deputy, .colleague]) ?? []
        return seats.filter { seat in
            seat.part == .lead || file.request(request)?.seat(seat.entry)?.opened != nil
        }.map { (kind, $0, request, false) }
    }

    // Digests

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
                let named = put.files.compactMap { id in
                    files.first { $0.document == id }?.file
                }
                let digest = digest(
                    of: put.answer,
                    chronology: put.chronology,
                    files: named
                )
                digests[put.entry] = digest
                return .request(.putForward(put.with(digest: digest)))
            case .request(.sign(let signed)) where signed.digest.isEmpty:
                return .request(.sign(signed.with(digest: digests[signed.version] ?? "")))
            default: return command
            }
        }
    }
}

extension CaseCommand {
    fileprivate var isOfARequest: Bool {
        if case .request = self { true } else { false }
    }

    /// Whether it asks for a new link, for which a letter of its own is queued.
    fileprivate func asksAnew(any seats: Set<EntryID>) -> Bool {
        guard case .request(.queueMessage(let queued)) = self, queued.kind == .resent,
            let seat = queued.seat
        else { return false }
        return seats.contains(seat)
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
