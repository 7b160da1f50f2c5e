import CaseFiles
import CaseStores
package import Pages
import Partnerships
import Procedures

/// The messages of a partnership, for whoever runs its cases.
package struct MessageDesk: Sendable {
    private let cases: CaseDesk

    /// How far back a list goes.
    private static let most = 1000

    package init(cases: CaseDesk) {
        self.cases = cases
    }

    /// The newest messages of the partnership, and of the cases whose answers somebody may read; of other cases not
    /// even how many.
    ///
    /// - Throws: `DeskError.nothingHere` for whoever neither coordinates nor supports.
    package func list(for asking: Asking) async throws(DeskError) -> [ListedMessage] {
        let partnership = try await cases.partnerships.partnership(asking.partnership)
        let capacities = partnership.capacities(of: asking.person, on: asking.today)
        guard !capacities.isDisjoint(with: [.coordinator, .support]),
            !partnership.isShut(asking.person)
        else { throw .nothingHere }
        let queued = try await cases.keeping { () async throws(StoreError) in
            try await cases.store.messages(of: asking.partnership, limit: Self.most)
        }
        var readers: [CaseReference: MessageReader?] = [:]
        var listed: [ListedMessage] = []
        for message in queued {
            guard let about = OutgoingMail.About(stored: message.about) else { continue }
            guard let reference = about.reference else {
                listed.append(ListedMessage(message, about))
                continue
            }
            if readers[reference] == nil {
                readers[reference] = .some(await reader(of: reference, asking))
            }
            if let reader = readers[reference] ?? nil {
                listed.append(ListedMessage(message, about, reader))
            }
        }
        return listed
    }

    /// Nil where she may not read what agencies answer, and where the case cannot be read.
    private func reader(of reference: CaseReference, _ asking: Asking) async -> MessageReader? {
        guard let opened = try? await cases.unguarded(reference, of: asking.partnership) else {
            return nil
        }
        let may = opened.permissions(of: asking.person, at: asking.time)
        guard may[.seeReturns].isPermitted else { return nil }
        return MessageReader(file: opened.file, mayAsk: may[.askAgencies].isPermitted)
    }
}

/// A case as somebody reads it who looks through messages.
private struct MessageReader {
    let file: CaseFile
    let mayAsk: Bool
}

extension ListedMessage {
    fileprivate init(
        _ message: QueuedMessage,
        _ about: OutgoingMail.About,
        _ reader: MessageReader? = nil
    ) {
        // A code is named by its request, every other message by its own name.
        let request = reader?.file.requests.first { request in
            request.entry == about.entry
                || request.messages.contains { $0.queued.entry == about.entry }
        }
        let logged = request?.messages.first { $0.queued.entry == about.entry }
        let again = about.entry.flatMap { request?.failedMessage($0) }
        self.init(
            what: What(about.kind, logged?.queued.kind),
            to: about.name,
            reference: about.reference,
            request: request?.entry,
            again: reader?.mayAsk == true ? again?.entry : nil,
            due: message.notBefore,
            standing: Standing(message)
        )
    }
}

extension ListedMessage.What {
    fileprivate init(_ kind: OutgoingMail.Kind, _ logged: MessageKind?) {
        switch kind {
        case .code: self = .code
        case .addressCheck: self = .addressCheck
        case .meeting: self = .meeting
        case .minutes: self = .minutes
        default: self = logged.map { .ofRequest($0) } ?? .other
        }
    }
}

extension ListedMessage.Standing {
    fileprivate init(_ message: QueuedMessage) {
        let fault = message.fault ?? ""
        let settled = message.settled ?? message.notBefore
        switch message.state {
        case .queued:
            self = message.attempts == 0 ? .waiting : .again(message.nextTry, fault: fault)
        case .sending: self = .sending
        case .delivered: self = .delivered(settled)
        case .failed: self = .failed(settled, fault: fault)
        case .revoked: self = .withdrawn
        case .perhapsDelivered: self = .perhapsDelivered(again: message.nextTry, fault: fault)
        }
    }
}
