import CaseFiles
import CaseStores
import Foundation
import Partnerships
import SQLiteStore
import WorkingDays

/// How long a case of 2,000 events takes to fold, and to be read, unsealed, decoded and folded.
struct FoldMeasures {
    let place: LoadPlace
    private let count = 2000
    private let runs = 5

    init(_ place: LoadPlace) {
        self.place = place
    }

    func run() async throws {
        let store = try await place.store()
        let reference = place.reference(500_000)
        let events = events(reference)
        _ = try await store.append(
            Act(
                partnership: place.partnership,
                actor: .operator,
                recorded: Timestamp(milliseconds: 0),
                appends: [
                    .init(
                        reference: reference,
                        after: 0,
                        payloads: events.map { EventCodec.encode($0) }
                    )
                ]
            )
        )
        var folds: [Double] = []
        var whole: [Double] = []
        for _ in 0..<runs {
            folds.append(
                1000
                    / (await perSecond(20) {
                        for _ in 0..<20 {
                            precondition(fold(events)?.version == count, "all of it")
                        }
                    })
            )
            whole.append(
                1000
                    / (try await perSecond(5) {
                        for _ in 0..<5 {
                            let stream = EventStream(place.partnership, reference)
                            let read = try await store.events(of: stream, after: 0)
                            let decoded = try read.map { recorded -> CaseEvent in
                                try EventCodec.decode(recorded.payload)
                            }
                            precondition(fold(decoded)?.version == count, "all of it")
                        }
                    })
            )
        }
        show("fold of 2,000 events", folds)
        show("2,000 events read, unsealed, decoded and folded", whole)
    }

    private func fold(_ events: [CaseEvent]) -> CaseFile? {
        guard let first = events.first,
            var file = beginFile(
                with: first,
                recorded: Timestamp(milliseconds: 0),
                actor: .operator
            )
        else { return nil }
        for event in events.dropFirst() {
            evolve(&file, by: event, recorded: Timestamp(milliseconds: 0), actor: .operator)
        }
        return file
    }

    /// An opening, then log entries, dates and answers in turn, read from texts as the store keeps them.
    private func events(_ reference: CaseReference) -> [CaseEvent] {
        let opening = """
            {"type":"case-opened","version":1,"data":{"reference":"\(reference.path)",\
            "edition":{"procedure":"dorset","hash":"ab"},"began":"2025-12-13","about":{"children":[\
            {"name":"Example","aliases":[],"isUnborn":false}],"place":"","otherReferences":[],\
            "agencies":[]},"route":"notification-and-rapid-review",\
            "coordinator":{"person":"\(place.person)","roles":[],"from":"2025-12-13"}}}
            """
        let others = (1..<count).map { number -> String in
            let entry = EntryID(number: Int64(number)).map(\.description) ?? ""
            return switch number % 3 {
            case 0:
                """
                {"type":"log-entry-written","version":1,"data":{"entry":"\(entry)",\
                "day":"2026-01-02","text":"Rang the school about the return; it comes tomorrow."}}
                """
            case 1:
                """
                {"type":"step-completed","version":1,"data":{"entry":"\(entry)",\
                "name":{"point":"ask-agencies.back","subject":"agency \(number)"},\
                "day":"2026-01-02","evidence":{"received":{"from":"an agency"}}}}
                """
            default:
                """
                {"type":"fact-recorded","version":1,"data":{"fact":"died",\
                "value":\(number.isMultiple(of: 2)),"reason":"Told by telephone"}}
                """
            }
        }
        return ([opening] + others).compactMap { text in
            try? EventCodec<CaseEvent>.decode(Array(text.utf8))
        }
    }

    private func show(_ name: String, _ values: [Double]) {
        print(([name] + values.map { String($0) }).joined(separator: "\t"))
    }
}
