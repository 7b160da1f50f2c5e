import CaseFiles
package import CaseStores
import Partnerships

extension CaseDesk {
    /// Everything in the store that is not as it was written, and every case whose lists say other than its log.
    package func verify(
        against heads: [SignedHead]
    ) async throws(DeskError) -> [StoreFinding] {
        var findings = try await keeping { () async throws(StoreError) in
            try await store.verify(against: heads)
        }
        // What is altered is found already; lists are compared with logs that can be believed.
        guard findings.isEmpty else { return findings }
        let known = try await keeping { () async throws(StoreError) in
            try await store.partnerships()
        }
        for (partnership, _) in known { findings += try await verify(partnership) }
        return findings
    }

    private func verify(_ partnership: PartnershipID) async throws(DeskError) -> [StoreFinding] {
        let rows = try await keeping { () async throws(StoreError) in
            try await store.caseRows(of: partnership)
        }
        var findings: [StoreFinding] = []
        for (reference, day) in rows {
            let stream = EventStream(partnership, reference)
            do throws(DeskError) {
                let opened = try await unguarded(reference, of: partnership)
                let row = caseRow(
                    of: opened.file,
                    under: opened.procedure,
                    of: opened.partnership,
                    today: day
                )
                let parts = try await keeping { () async throws(StoreError) in
                    try await store.differences(from: row, in: partnership)
                }
                findings += parts.map {
                    StoreFinding(partnership: partnership, stream: stream, what: .differs($0))
                }
                findings += opened.events.filter { Self.holdsOtherWords($0.event) }.map {
                    StoreFinding(
                        partnership: partnership,
                        stream: stream,
                        version: $0.version,
                        what: .otherWords
                    )
                }
            } catch .unreadable(_, let version, _) {
                findings.append(
                    StoreFinding(
                        partnership: partnership,
                        stream: stream,
                        version: version,
                        what: .unreadable
                    )
                )
            }
        }
        return findings
    }

    /// Whether a document that was put forward is not what its own digest says.
    ///
    /// A seal shows what was altered without the key; this shows what was altered with it.
    private static func holdsOtherWords(_ event: CaseEvent) -> Bool {
        guard case .paperPutForward(let put) = event else { return false }
        return digest(of: put.answers, reading: put.parts, from: put.sources) != put.digest
    }
}
