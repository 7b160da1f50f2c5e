import Partnerships

extension CaseFile {
    mutating func apply(_ event: RequestEvent, _ recorded: Timestamp, _ actor: Actor) {
        switch event {
        case .asked(let asked):
            requests.append(AgencyRequest(asked, at: recorded, by: actor))
        case .leftOut(let left):
            leftOut.removeAll { $0.step == left.step && $0.subject == left.subject }
            leftOut.append(left)
        case .seatAdded(let added):
            change(added.request) { $0.seats.append(AgencyRequest.Seat(seat: added.seat)) }
        case .seatEnded(let ended):
            changeSeat(ended.request, ended.seat) { $0.ended = ended }
        case .revoked(let revoked): change(revoked.request) { $0.revoked = revoked.reason }
        case .opened(let opened):
            changeSeat(opened.request, opened.seat) { $0.opened = $0.opened ?? recorded }
        case .recordsSecured(let secured): change(secured.request) { $0.secured = secured }
        case .codeReadOut: break
        case .linkRested(let rested):
            changeSeat(rested.request, rested.seat) { $0.rested = recorded }
        case .replyFiled(let reply): change(reply.request) { $0.replies.append(reply.document) }
        case .packShared(let shared): packs.append(shared)
        case .peopleListed(let listed): listedPeople = listed.people
        case .episodeMarked(let marked):
            if marked.isKey { keyRows.insert(marked.row) } else { keyRows.remove(marked.row) }
        case .putForward, .signed, .handedBack, .checked, .fileAdded, .fileRemoved, .fileReleased:
            applyReturn(event, recorded, actor)
        case .messageQueued, .messageSettled, .rungPassedOver, .chasingPaused, .chasingResumed:
            applyMessage(event, recorded)
        }
    }

    /// By when an answer was due, as the same act tells that signs it.
    mutating func noteDue(_ step: CaseEvent.StepCompleted) {
        guard
            let place = requests.lastIndex(where: { $0.revoked == nil && back(of: $0) == step.name }
            ),
            let newest = requests[place].versions.indices.last,
            requests[place].standing == .answered,
            requests[place].versions[newest].signed?.due == nil
        else { return }
        requests[place].versions[newest].signed?.due = step.dueShown
    }

    private mutating func applyReturn(
        _ event: RequestEvent,
        _ recorded: Timestamp,
        _ actor: Actor
    ) {
        switch event {
        case .putForward(let put):
            change(put.request) {
                $0.versions.append(AgencyRequest.Version(put: put, at: recorded))
            }
        case .signed(let signed):
            changeVersion(signed.request, signed.version) {
                $0.signed = AgencyRequest.Signature(signed: signed, at: recorded)
            }
        case .handedBack(let back):
            changeVersion(back.request, back.version) { $0.handedBack = back }
        case .checked(let checked):
            changeVersion(checked.request, checked.version) {
                $0.checks.append(AgencyRequest.Check(checked: checked, at: recorded, by: actor))
            }
        case .fileAdded(let added):
            change(added.request) {
                $0.files.append(
                    AgencyRequest.File(
                        document: added.document,
                        isScanned: added.isScanned,
                        seat: added.seat,
                        at: recorded
                    )
                )
            }
        case .fileRemoved(let removed):
            changeFile(removed.request, removed.document) { $0.isRemoved = true }
        case .fileReleased(let released):
            changeFile(released.request, released.document) { $0.released = released.reason }
        default: break
        }
    }

    private mutating func applyMessage(_ event: RequestEvent, _ recorded: Timestamp) {
        switch event {
        case .messageQueued(let queued):
            guard let request = queued.request else { return }
            change(request) {
                $0.messages.append(AgencyRequest.Message(queued: queued, at: recorded))
            }
        case .messageSettled(let settled): settle(settled, recorded)
        case .rungPassedOver(let passed):
            change(passed.request) { $0.passedOver.append(passed) }
        case .chasingPaused(let pause):
            if let request = pause.request {
                change(request) { $0.pause = pause }
            } else {
                chasingPause = pause
            }
        case .chasingResumed(let resumed):
            if let request = resumed.request {
                change(request) { $0.pause = nil }
            } else {
                chasingPause = nil
            }
        default: break
        }
    }

    private mutating func settle(_ settled: CaseEvent.MessageSettled, _ recorded: Timestamp) {
        if settleMeetingMail(settled) { return }
        for place in requests.indices {
            guard
                let message = requests[place].messages.firstIndex(where: {
                    $0.queued.entry == settled.message
                })
            else { continue }
            requests[place].messages[message].settled.append(
                AgencyRequest.Message.Settlement(settled: settled, at: recorded)
            )
        }
    }

    private mutating func change(_ entry: EntryID, _ change: (inout AgencyRequest) -> Void) {
        guard let place = requests.firstIndex(where: { $0.entry == entry }) else { return }
        change(&requests[place])
    }

    private mutating func changeSeat(
        _ entry: EntryID,
        _ seat: EntryID,
        _ change: (inout AgencyRequest.Seat) -> Void
    ) {
        self.change(entry) { request in
            guard let place = request.seats.firstIndex(where: { $0.seat.entry == seat }) else {
                return
            }
            change(&request.seats[place])
        }
    }

    private mutating func changeVersion(
        _ entry: EntryID,
        _ version: EntryID,
        _ change: (inout AgencyRequest.Version) -> Void
    ) {
        self.change(entry) { request in
            guard let place = request.versions.firstIndex(where: { $0.put.entry == version })
            else { return }
            change(&request.versions[place])
        }
    }

    private mutating func changeFile(
        _ entry: EntryID,
        _ document: DocumentID,
        _ change: (inout AgencyRequest.File) -> Void
    ) {
        self.change(entry) { request in
            guard
                let place = request.files.firstIndex(where: { $0.document.document == document })
            else { return }
            change(&request.files[place])
        }
    }
}
