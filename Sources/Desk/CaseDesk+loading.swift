import CaseFiles
import CaseStores
package import Partnerships

extension CaseDesk {
    /// The case as its log tells it, without asking who wants it: for checking and for making lists anew.
    package func unguarded(
        _ reference: CaseReference,
        of id: PartnershipID
    ) async throws(DeskError) -> OpenedCase {
        let partnership = try await partnerships.partnership(id)
        let stream = EventStream(id, reference)
        let recorded = try await keeping { () async throws(StoreError) in
            try await store.events(of: stream, after: 0)
        }
        var events: [RecordedCaseEvent] = []
        var file: CaseFile?
        for entry in recorded {
            let event = try Self.event(entry)
            let header = entry.header
            if file == nil {
                file = beginFile(with: event, recorded: header.recorded, actor: header.actor)
            } else {
                file?.apply(event, header)
            }
            events.append(
                RecordedCaseEvent(
                    version: header.version,
                    recorded: header.recorded,
                    actor: header.actor,
                    event: event
                )
            )
        }
        guard let file else { throw .nothingHere }
        return OpenedCase(
            file: file,
            procedure: try await editions.procedure(file.edition),
            partnership: partnership,
            events: events
        )
    }

    private static func event(_ recorded: RecordedEvent) throws(DeskError) -> CaseEvent {
        do {
            return try EventCodec.decode(recorded.payload)
        } catch {
            throw .unreadable(
                recorded.header.stream,
                version: recorded.header.version,
                error
            )
        }
    }
}

extension CaseFile {
    fileprivate mutating func apply(_ event: CaseEvent, _ header: EventHeader) {
        evolve(&self, by: event, recorded: header.recorded, actor: header.actor)
    }
}
