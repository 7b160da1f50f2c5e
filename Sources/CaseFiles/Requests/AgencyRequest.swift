package import Partnerships
package import WorkingDays

/// One agency that was asked for its answer, and everything that came of it.
package struct AgencyRequest: Hashable, Sendable {
    package let asked: CaseEvent.AgencyAsked
    package let at: Timestamp
    package let by: Actor
    package internal(set) var seats: [Seat]
    package internal(set) var revoked: String?
    package internal(set) var secured: CaseEvent.RecordsSecured?
    package internal(set) var versions: [Version] = []
    package internal(set) var files: [File] = []
    package internal(set) var replies: [CaseDocument] = []
    package internal(set) var messages: [Message] = []
    package internal(set) var passedOver: [CaseEvent.RungPassedOver] = []
    package internal(set) var pause: CaseEvent.ChasingPaused?

    package var entry: EntryID { asked.entry }

    /// One person's way in, and what became of it.
    package struct Seat: Hashable, Sendable {
        package let seat: RequestSeat
        /// Why it was shut; nil while it is open.
        package internal(set) var ended: CaseEvent.SeatEnded?
        package internal(set) var opened: Timestamp?
        /// When too many wrong codes were given last.
        package internal(set) var rested: Timestamp?

        package var isOpen: Bool { ended == nil }
    }

    /// An answer as it was put forward once.
    package struct Version: Hashable, Sendable {
        package let put: CaseEvent.ReturnPutForward
        package let at: Timestamp
        package internal(set) var signed: Signature?
        package internal(set) var handedBack: CaseEvent.ReturnHandedBack?
        package internal(set) var checks: [Check] = []

        /// Nil while no check has settled it.
        package var isAccepted: Bool? {
            checks.last { $0.checked.isAccepted != nil }?.checked.isAccepted
        }
    }

    package struct Signature: Hashable, Sendable {
        package let signed: CaseEvent.ReturnSigned
        package let at: Timestamp
        /// By when it was due at that moment: what changes later makes it neither late nor early.
        package internal(set) var due: Day?

        package var isLate: Bool { due.map { $0 < at.localTime.day } ?? false }
    }

    package struct Check: Hashable, Sendable {
        package let checked: CaseEvent.ReturnChecked
        package let at: Timestamp
        package let by: Actor
    }

    package struct File: Hashable, Sendable {
        package let document: CaseDocument
        package let isScanned: Bool
        package let seat: EntryID?
        package let at: Timestamp
        /// Why it may be opened although it was not scanned.
        package internal(set) var released: String?
        package internal(set) var isRemoved = false

        package var isOpen: Bool { isScanned || released != nil }
    }

    package struct Message: Hashable, Sendable {
        package let queued: CaseEvent.MessageQueued
        package let at: Timestamp
        package internal(set) var settled: [Settlement] = []

        package struct Settlement: Hashable, Sendable {
            package let settled: CaseEvent.MessageSettled
            package let at: Timestamp
        }

        package var outcome: MessageOutcome? { settled.last?.settled.outcome }
    }

    init(_ asked: CaseEvent.AgencyAsked, at: Timestamp, by: Actor) {
        self.asked = asked
        self.at = at
        self.by = by
        seats = asked.seats.map { Seat(seat: $0) }
    }
}

/// How far one request has come.
package enum RequestStanding: String, CaseIterable, Hashable, Sendable {
    /// Nobody has opened it.
    case asked
    case opened
    /// Put forward, and not signed.
    case unsigned
    /// The senior manager wants it changed.
    case handedBack = "handed-back"
    /// Signed, and not checked.
    case answered
    case sentBack = "sent-back"
    case accepted
    case revoked

    /// Whether the agency has something to do.
    package var isWithTheAgency: Bool {
        switch self {
        case .asked, .opened, .unsigned, .handedBack, .sentBack: true
        case .answered, .accepted, .revoked: false
        }
    }
}

extension AgencyRequest {
    package var standing: RequestStanding {
        if revoked != nil { return .revoked }
        guard let newest = versions.last else { return opened == nil ? .asked : .opened }
        if newest.isAccepted == true { return .accepted }
        if newest.isAccepted == false { return .sentBack }
        if newest.signed != nil { return .answered }
        return newest.handedBack == nil ? .unsigned : .handedBack
    }

    /// When somebody at the agency first saw what is asked.
    package var opened: Timestamp? { seats.compactMap(\.opened).min() }

    /// How many times it was answered or is to be: 1 until something is sent back.
    package var round: Int { 1 + versions.count { $0.isAccepted == false } }

    /// The version that was last signed, which is the agency's return.
    package var newestReturn: Version? { versions.last { $0.signed != nil } }

    /// The version that was accepted.
    package var accepted: Version? {
        guard let newest = versions.last, newest.isAccepted == true else { return nil }
        return newest
    }

    package func seat(_ entry: EntryID) -> Seat? { seats.first { $0.seat.entry == entry } }

    /// Whoever is to be written to: the people whose way in is open.
    package func openSeats(_ parts: Set<RequestSeat.Part>) -> [RequestSeat] {
        seats.filter { $0.isOpen && parts.contains($0.seat.part) }.map(\.seat)
    }

    /// The files that are with the answer now.
    package var standingFiles: [File] { files.filter { !$0.isRemoved } }

    /// The files that are with the answer now, or were put forward with one.
    package var filesOfAnswers: [File] {
        files.filter { !$0.isRemoved || isFrozen($0.document.document) }
    }

    /// Whether a file belongs to an answer that was put forward: it stays with that, whatever is left out later.
    package func isFrozen(_ document: DocumentID) -> Bool {
        versions.contains { $0.put.files.contains(document) }
    }

    /// The messages that remind, by when they went.
    package var chases: [Message] { messages.filter { $0.queued.rung != nil } }
}

extension CaseFile {
    package func request(_ entry: EntryID?) -> AgencyRequest? {
        entry.flatMap { entry in requests.first { $0.entry == entry } }
    }

    /// The name of somebody at an agency who came by a link.
    package func nameOfSeat(_ seat: EntryID) -> String? {
        for request in requests {
            if let found = request.seat(seat) {
                return "\(found.seat.name), \(request.asked.subject)"
            }
        }
        return nil
    }

    /// What the plan calls the return of one agency.
    package func back(of request: AgencyRequest) -> OccurrenceName {
        OccurrenceName("\(request.asked.step).back", subject: request.asked.subject)
    }

    /// The requests of one step that stand.
    package func requests(of step: String) -> [AgencyRequest] {
        requests.filter { $0.asked.step == step }
    }

    /// The version of some request by its name.
    package func returnVersion(
        _ version: EntryID
    ) -> (request: AgencyRequest, version: AgencyRequest.Version)? {
        for request in requests {
            if let found = request.versions.first(where: { $0.put.entry == version }) {
                return (request, found)
            }
        }
        return nil
    }

    /// A row of a signed return, by its name; the newest where it stands in several.
    package func chronologyRow(_ row: EntryID) -> (request: AgencyRequest, row: ReturnRow)? {
        for request in requests {
            let rows = request.versions.reversed().filter { $0.signed != nil }
                .flatMap(\.put.chronology)
            if let found = rows.first(where: { $0.row == row }) { return (request, found) }
        }
        return nil
    }

    /// Why nobody is reminded on a day; nil where reminders go.
    package func pause(of request: AgencyRequest, on day: Day) -> CaseEvent.ChasingPaused? {
        [request.pause, chasingPause].compactMap { $0 }.first { $0.holds(on: day) }
    }
}

extension CaseEvent.ChasingPaused {
    /// Whether nobody is reminded on a day; a pause without an end holds until somebody ends it.
    package func holds(on day: Day) -> Bool { until.map { day < $0 } ?? true }
}
