import CaseFiles
import Desk
import Hummingbird
import Pages
import Partnerships

extension AnswerDesk {
    var signature: Question {
        Question(
            address: Link.answerRequest("sign"),
            ask: { filler in
                let (name, jobTitle) = reader.askSignature(&filler)
                guard let version = EntryID(filler.hidden("version") ?? "") else { return nil }
                let signed = CaseEvent.ReturnSigned(
                    entry: .random(),
                    request: request.entry,
                    version: version,
                    digest: filler.hidden("digest") ?? "",
                    seat: guest.seat.entry,
                    name: name,
                    jobTitle: jobTitle,
                    words: AnswerReader.statement,
                    sameBecause: ""
                )
                return { () async throws(DeskError) in
                    try await guest.handle([.sign(signed)])
                    return seeOther(Link.answerRequest("receipt"))
                }
            },
            page: { filler in
                guard let version = reader.toSign else {
                    preconditionFailure("asked only where there is something to sign")
                }
                return reader.signPage(version, filler)
            }
        )
    }

    var handingBack: Question {
        Question(
            address: Link.answerRequest("hand-back"),
            ask: { filler in
                let reason = filler.area("reason", "What is to be changed?")
                let version = EntryID(filler.hidden("version") ?? "")
                guard let version, !reason.isEmpty else { return nil }
                let back = CaseEvent.ReturnHandedBack(
                    entry: .random(),
                    request: request.entry,
                    version: version,
                    name: guest.seat.name,
                    reason: reason
                )
                return { () async throws(DeskError) in
                    try await guest.handle(
                        [.handBack(back)],
                        sending: writers(of: version).map { guest.handedBack(to: $0) }
                    )
                    return seeOther(Link.answerRequest())
                }
            },
            page: { filler in
                form(
                    "Hand it back",
                    ["Whoever wrote it reads your words, changes it and puts it forward again."],
                    .handBack,
                    "Hand it back",
                    filler,
                    hidden: reader.toSign.map {
                        [(name: "version", value: "\($0.put.entry)")]
                    } ?? []
                )
            }
        )
    }

    /// Whoever put a version forward, to be told that it came back.
    private func writers(of version: EntryID) -> [RequestSeat] {
        let put = request.versions.first { $0.put.entry == version }?.put
        return request.openSeats([.lead, .deputy, .colleague]).filter { $0.entry == put?.seat }
    }

    func receipt() throws -> Response {
        guard let version = request.newestReturn, let page = reader.receiptPage(version) else {
            throw Detour.to(Link.answerRequest())
        }
        return guest.show(page)
    }
}
