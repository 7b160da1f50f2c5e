package import CaseFiles
import CaseStores
package import Partnerships
import Procedures

extension CaseDesk {
    /// The case as its log tells it, without asking who wants it: for checking and for making lists anew.
    package func unguarded(
        _ reference: CaseReference,
        of id: PartnershipID
    ) async throws(DeskError) -> OpenedCase {
        let partnership = try await partnerships.partnership(id)
        let stream = EventStream(id, reference)
        let kept = folded.value(stream)
        let recorded = try await keeping { () async throws(StoreError) in
            try await store.events(of: stream, after: kept?.file.version ?? 0)
        }
        var events = kept?.events ?? []
        var file = kept?.file
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
        if let file, !recorded.isEmpty {
            folded.keep(FoldedCase(file: file, events: events), stream)
        }
        guard let file else { throw .nothingHere }
        return OpenedCase(
            file: file,
            procedure: try await editions.procedure(file.edition),
            partnership: partnership,
            events: events,
            forms: try await editions.forms(file.edition),
            letters: try await editions.letters(file.edition),
            earlierProcedures: await earlierProcedures(events)
        )
    }

    private func earlierProcedures(_ events: [RecordedCaseEvent]) async -> [Edition: Procedure] {
        var found: [Edition: Procedure] = [:]
        for recorded in events {
            guard case .editionMoved(let moved) = recorded.event else { continue }
            found[moved.from] = try? await editions.procedure(moved.from)
        }
        return found
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

/// A case file with the events that it was folded from.
struct FoldedCase: Sendable {
    let file: CaseFile
    let events: [RecordedCaseEvent]
}

extension CaseFile {
    fileprivate mutating func apply(_ event: CaseEvent, _ header: EventHeader) {
        evolve(&self, by: event, recorded: header.recorded, actor: header.actor)
    }
}
