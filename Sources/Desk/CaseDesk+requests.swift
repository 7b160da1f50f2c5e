package import CaseFiles
package import CaseStores
package import Partnerships

/// A request as somebody at the agency may see it, who came by her link.
package struct OpenedRequest: Sendable {
    /// For wording and dates; what is shown of it is the request alone.
    package let opened: OpenedCase
    package let request: AgencyRequest
    package let seat: RequestSeat

    package init(opened: OpenedCase, request: AgencyRequest, seat: RequestSeat) {
        self.opened = opened
        self.request = request
        self.seat = seat
    }
}

extension CaseDesk {
    /// The request of a seat, while that seat and its case are open.
    ///
    /// - Throws: `DeskError.nothingHere` alike for no case, one that is closed, no request, a seat of another, one that
    ///   was shut, and a request that was revoked.
    package func request(
        _ entry: EntryID,
        of reference: CaseReference,
        for seat: EntryID,
        in partnership: PartnershipID
    ) async throws(DeskError) -> OpenedRequest {
        let opened = try await unguarded(reference, of: partnership)
        guard opened.file.isOpen, let request = opened.file.request(entry),
            request.revoked == nil, let seat = request.seat(seat), seat.isOpen
        else { throw .nothingHere }
        return OpenedRequest(opened: opened, request: request, seat: seat.seat)
    }

    /// Does what somebody at the agency asks of her own request, on what it is at that moment.
    ///
    /// Others who write to the case at the same time hold nobody up: it is decided again on what they left. Messages
    /// follow from what is done: where somebody did the same a moment before, none goes.
    @discardableResult
    package func handle(
        _ commands: [RequestCommand],
        of request: EntryID,
        on reference: CaseReference,
        seat: EntryID,
        in partnership: PartnershipID,
        at now: Timestamp,
        queuing messages: [CaseEvent.MessageQueued] = [],
        outbox: [OutboxRow] = [],
        links: [SeatLink] = []
    ) async throws(DeskError) -> CaseFile {
        for command in commands
        where !command.isOfTheAgency || command.request != request {
            throw .nothingHere
        }
        let asking = Asking(seat: seat, partnership: partnership, time: now)
        return try await writeNewest(
            commands,
            followedBy: messages.map { .queueMessage($0) },
            to: reference,
            for: asking,
            outbox: outbox,
            links: links
        ) { (file: CaseFile) throws(DeskError) in
            guard let standing = file.request(request), standing.revoked == nil,
                standing.seat(seat)?.isOpen == true
            else { throw .nothingHere }
        }
    }

    /// Records what Sightline itself did with a request: sent, reminded, shut a link.
    @discardableResult
    package func record(
        _ commands: [RequestCommand],
        on reference: CaseReference,
        in partnership: PartnershipID,
        at now: Timestamp,
        outbox: [OutboxRow] = [],
        links: [SeatLink] = []
    ) async throws(DeskError) -> CaseFile {
        let asking = Asking(systemOf: partnership, time: now)
        return try await writeNewest(
            commands,
            to: reference,
            for: asking,
            outbox: outbox,
            links: links
        ) { (_: CaseFile) throws(DeskError) in }
    }

    /// Records what was decided on a case as it was read.
    ///
    /// - Returns: false where something was recorded since, or the partnership has changed; then nothing is written.
    package func record(
        _ commands: [RequestCommand],
        decidedOn opened: OpenedCase,
        in partnership: PartnershipID,
        at now: Timestamp,
        outbox: [OutboxRow] = [],
        links: [SeatLink] = []
    ) async throws(DeskError) -> Bool {
        let asking = Asking(systemOf: partnership, time: now)
        let (events, procedure, _) = try await decided(
            commands.map { .request($0) },
            opened,
            asking
        )
        if events.isEmpty { return false }
        do {
            _ = try await write(
                events,
                after: opened.file,
                opened.file.reference,
                procedure,
                opened.partnership,
                asking,
                outbox: outbox,
                links: links
            )
            return true
        } catch .overtaken, .store(.versionConflict), .store(.messageMoved) {
            return false
        }
    }

    private func writeNewest(
        _ commands: [RequestCommand],
        followedBy messages: [RequestCommand] = [],
        to reference: CaseReference,
        for asking: Asking,
        outbox: [OutboxRow],
        links: [SeatLink],
        check: (CaseFile) throws(DeskError) -> Void
    ) async throws(DeskError) -> CaseFile {
        for _ in 0..<Self.triesAmongMany {
            let opened = try await unguarded(reference, of: asking.partnership)
            try check(opened.file)
            let done = try await decided(commands.map { .request($0) }, opened, asking)
            if done.events.isEmpty { return opened.file }
            let (events, procedure, _) =
                messages.isEmpty
                ? done
                : try await decided(
                    (commands + messages).map { .request($0) },
                    opened,
                    asking
                )
            do {
                return try await write(
                    events,
                    after: opened.file,
                    reference,
                    procedure,
                    opened.partnership,
                    asking,
                    outbox: outbox,
                    links: links
                )
            } catch .overtaken, .store(.versionConflict), .store(.messageMoved) {
                continue
            }
        }
        throw .store(.unreachable("others write to this case without a pause"))
    }

    /// A dozen agencies may answer in the same second.
    private static let triesAmongMany = 64
}
