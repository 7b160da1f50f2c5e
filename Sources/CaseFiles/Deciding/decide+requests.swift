import Partnerships
import Procedures
import WorkingDays

extension Deciding {
    func request(_ command: RequestCommand) throws(CaseRefusal) -> [CaseEvent] {
        switch command {
        case .ask(let asking): try ask(asking)
        case .addSeat(let added): try addSeat(added)
        case .endSeat(let ended): try endSeat(ended)
        case .revoke(let revoked): try revoke(revoked)
        case .open(let opened): try open(opened)
        case .secureRecords(let secured): try secure(secured)
        case .readOutCode(let read): try readOut(read)
        case .restLink(let rested): try rest(rested)
        case .fileReply(let reply): try fileReply(reply)
        case .putForward(let put): try putForward(put)
        case .sign(let signed): try sign(signed)
        case .handBack(let back): try handBack(back)
        case .check(let checked, let due): try check(checked, due)
        case .addFile(let added): try addFile(added)
        case .removeFile(let removed): try removeFile(removed)
        case .releaseFile(let released): try release(released)
        case .sharePack(let shared): try share(shared)
        case .listPeople(let listed): try list(listed)
        case .markEpisode(let marked): try mark(marked)
        case .queueMessage(let queued): try queue(queued)
        case .settleMessage(let settled): try settle(settled)
        case .passOver(let passed): try passOver(passed)
        case .pauseChasing(let pause): try pauseChasing(pause)
        case .resumeChasing(let resumed): try resumeChasing(resumed)
        }
    }

    func ours(_ event: RequestEvent) -> CaseEvent { .request(event) }

    /// A request that stands.
    func standing(_ entry: EntryID) throws(CaseRefusal) -> AgencyRequest {
        guard let request = file.request(entry) else { throw .unknownEntry(entry) }
        if request.revoked != nil { throw .requestIsRevoked(request.asked.subject) }
        return request
    }

    // Asking

    /// All are asked, or none; each is told the due day that follows from being asked today.
    private func ask(_ given: RequestCommand.AskAgencies) throws(CaseRefusal) -> [CaseEvent] {
        let (step, _) = try find(OccurrenceName(given.step))
        guard step.request != nil else { throw .noRequest(step.id) }
        if file.setAside[step.id] != nil { throw .stepIsSetAside(step.id) }
        if given.asked.isEmpty { throw .nobodyAsked(step.id) }
        var names: Set<String> = []
        for asked in given.asked {
            try checkAsked(asked, of: step)
            if !names.insert(asked.subject).inserted || isAsked(asked.subject, step.id) {
                throw .alreadyAsked(asked.subject)
            }
        }
        for left in given.leftOut { try require(left.reason, .reason) }
        var entry = given.entry
        var after = file
        let completed = given.asked.map { asked -> CaseEvent in
            defer { entry = entry.next }
            return .stepCompleted(
                CaseEvent.StepCompleted(
                    entry: entry,
                    name: OccurrenceName(step.id, subject: asked.subject),
                    day: today,
                    minute: nil,
                    evidence: .sent(to: asked.subject, by: given.by),
                    dueShown: due(OccurrenceName(step.id))
                )
            )
        }
        for event in completed { evolve(&after, by: event, recorded: .zero, actor: .system) }
        let deciding = Deciding(
            file: after,
            procedure: procedure,
            calendar: calendar,
            today: today
        )
        let asked = given.asked.map { asked in
            var told = asked
            let back = OccurrenceName("\(step.id).back", subject: asked.subject)
            told.dueShown = deciding.due(back)
            return ours(.asked(told))
        }
        return completed + asked + given.leftOut.map { ours(.leftOut($0)) }
    }

    private func isAsked(_ subject: String, _ step: String) -> Bool {
        file.requests(of: step).contains { $0.asked.subject == subject && $0.revoked == nil }
    }

    private func checkAsked(
        _ asked: CaseEvent.AgencyAsked,
        of step: Step
    ) throws(CaseRefusal) {
        try require(asked.subject, .name, most: 200)
        try require(asked.purpose, .purpose)
        try limit(asked.legalBasis, .text)
        try limit(asked.instruction, .text)
        guard asked.seats.contains(where: \.part.writes) else {
            throw .nobodyToAnswer(asked.subject)
        }
        if asked.seats.count > AgencyRequest.mostSeats {
            throw .tooManySeats(most: AgencyRequest.mostSeats)
        }
        for seat in asked.seats { try checkSeat(seat, among: []) }
    }

    private func checkSeat(
        _ seat: RequestSeat,
        among seats: [AgencyRequest.Seat]
    ) throws(CaseRefusal) {
        try require(seat.name, .name, most: 200)
        try require(seat.email, .email, most: 300)
        let email = seat.email.lowercased()
        if seats.contains(where: { $0.isOpen && $0.seat.email.lowercased() == email }) {
            throw .hasASeat(seat.email)
        }
    }

    // People at the agency

    private func addSeat(_ added: CaseEvent.SeatAdded) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(added.request)
        let ended = try added.replaces.map { (old) throws(CaseRefusal) in
            try endSeat(
                CaseEvent.SeatEnded(
                    request: added.request,
                    seat: old,
                    reason: added.reason,
                    isDisowned: false
                )
            )
        }
        let others = request.seats.filter { $0.seat.entry != added.replaces }
        try checkSeat(added.seat, among: others)
        if others.count(where: \.isOpen) >= AgencyRequest.mostSeats {
            throw .tooManySeats(most: AgencyRequest.mostSeats)
        }
        if let host = added.seat.invitedBy { _ = try openSeat(host, of: request) }
        try limit(added.reason, .reason)
        return (ended ?? []) + [ours(.seatAdded(added))]
    }

    private func endSeat(_ ended: CaseEvent.SeatEnded) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(ended.request)
        guard let seat = request.seat(ended.seat) else { throw .unknownEntry(ended.seat) }
        if !seat.isOpen { return [] }
        try limit(ended.reason, .reason)
        if !ended.isDisowned { try require(ended.reason, .reason) }
        return [ours(.seatEnded(ended))]
    }

    /// Somebody at the agency whose way in is open.
    func openSeat(
        _ entry: EntryID,
        of request: AgencyRequest
    ) throws(CaseRefusal) -> RequestSeat {
        guard let seat = request.seat(entry), seat.isOpen else { throw .seatIsShut }
        return seat.seat
    }

    private func revoke(_ revoked: CaseEvent.RequestRevoked) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(revoked.request)
        try require(revoked.reason, .reason)
        let back = file.back(of: request)
        let ended = file.agreements.filter { $0.name == back }.map { agreement in
            CaseEvent.dayAgreed(
                CaseEvent.DayAgreed(
                    entry: agreement.entry,
                    name: back,
                    day: nil,
                    reason: revoked.reason,
                    instead: agreement.day
                )
            )
        }
        return [ours(.revoked(revoked))]
            + occurrences(of: request, back).map {
                .stepCorrected(
                    CaseEvent.OccurrenceCorrected(
                        corrects: $0.entry,
                        day: nil,
                        minute: nil,
                        reason: revoked.reason
                    )
                )
            } + ended
    }

    /// What the plan holds of one agency: asked, answered, checked.
    ///
    /// All of it is withdrawn with the request, and stays in the log: asked anew, the agency begins anew.
    private func occurrences(
        of request: AgencyRequest,
        _ back: OccurrenceName
    ) -> [CaseFile.Occurrence] {
        let steps =
            [request.asked.step] + procedure.checks(ofRequest: request.asked.step).map(\.id)
        let names = steps.map { OccurrenceName($0, subject: request.asked.subject) } + [back]
        return names.flatMap { file.standing($0) }
    }

    private func open(_ opened: CaseEvent.RequestOpened) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(opened.request)
        _ = try openSeat(opened.seat, of: request)
        return request.seat(opened.seat)?.opened == nil ? [ours(.opened(opened))] : []
    }

    private func secure(_ secured: CaseEvent.RecordsSecured) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(secured.request)
        try checkPast(secured.day)
        try limit(secured.words, .words)
        if request.secured == secured { return [] }
        return [ours(.recordsSecured(secured))]
    }

    private func readOut(_ read: CaseEvent.CodeReadOut) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(read.request)
        _ = try openSeat(read.seat, of: request)
        try require(read.words, .how)
        return [ours(.codeReadOut(read))]
    }

    private func rest(_ rested: CaseEvent.LinkRested) throws(CaseRefusal) -> [CaseEvent] {
        _ = try standing(rested.request)
        return [ours(.linkRested(rested))]
    }

    private func fileReply(_ reply: CaseEvent.ReplyFiled) throws(CaseRefusal) -> [CaseEvent] {
        _ = try standing(reply.request)
        try require(reply.document.title, .title, most: 300)
        return [ours(.replyFiled(reply))]
    }

    // Reminding

    private func queue(_ queued: CaseEvent.MessageQueued) throws(CaseRefusal) -> [CaseEvent] {
        // That a request no longer stands is told once it does not.
        if let request = queued.request, queued.kind != .revoked { _ = try standing(request) }
        if let rung = queued.rung, let request = file.request(queued.request) {
            // Answered meanwhile, or reminded already.
            let isThere = request.messages.contains {
                $0.queued.rung == rung && $0.queued.due == queued.due
                    && $0.queued.email == queued.email
            }
            if isThere || !request.standing.isWithTheAgency { return [] }
        }
        return [ours(.messageQueued(queued))]
    }

    private func settle(_ settled: CaseEvent.MessageSettled) throws(CaseRefusal) -> [CaseEvent] {
        if let before = file.settlement(ofMeetingMail: settled.message) {
            return before == settled ? [] : [ours(.messageSettled(settled))]
        }
        let message = file.requests.flatMap(\.messages).first {
            $0.queued.entry == settled.message
        }
        guard let message else { throw .unknownEntry(settled.message) }
        if message.settled.last?.settled == settled { return [] }
        if settled.outcome == .sentByHand { try require(settled.words, .how) }
        return [ours(.messageSettled(settled))]
    }

    private func passOver(_ passed: CaseEvent.RungPassedOver) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(passed.request)
        return request.passedOver.contains(passed) ? [] : [ours(.rungPassedOver(passed))]
    }

    private func pauseChasing(
        _ pause: CaseEvent.ChasingPaused
    ) throws(CaseRefusal) -> [CaseEvent] {
        if let request = pause.request { _ = try standing(request) }
        try require(pause.reason, .reason)
        if let until = pause.until, until <= today { throw .dayNotAhead(until, today: today) }
        return [ours(.chasingPaused(pause))]
    }

    private func resumeChasing(
        _ resumed: CaseEvent.ChasingResumed
    ) throws(CaseRefusal) -> [CaseEvent] {
        try require(resumed.reason, .reason)
        let paused = resumed.request.map { file.request($0)?.pause } ?? file.chasingPause
        return paused == nil ? [] : [ours(.chasingResumed(resumed))]
    }
}
