import Partnerships
import WorkingDays

extension Deciding {
    /// An action that was not struck out.
    private func known(_ point: EntryID, of entry: EntryID) throws(CaseRefusal) -> Meeting.Point {
        let meeting = try standing(meeting: entry)
        let found = meeting.points.first { $0.noted.entry == point }
        guard let found, !found.isStruck, found.noted.kind == .action else {
            throw .meeting(.noSuchAction)
        }
        return found
    }

    private func open(_ point: EntryID, of entry: EntryID) throws(CaseRefusal) -> Meeting.Point {
        let found = try known(point, of: entry)
        if found.isSettled { throw .meeting(.actionIsSettled) }
        return found
    }

    func finish(_ done: CaseEvent.ActionDone) throws(CaseRefusal) -> [CaseEvent] {
        if try known(done.point, of: done.meeting).done == done { return [] }
        _ = try open(done.point, of: done.meeting)
        try checkPast(done.day)
        try require(done.evidence, .evidence)
        return [.meeting(.actionDone(done))]
    }

    func move(_ moved: CaseEvent.ActionMoved) throws(CaseRefusal) -> [CaseEvent] {
        let point = try open(moved.point, of: moved.meeting)
        if point.due == moved.by { return [] }
        if moved.by <= today { throw .dayNotAhead(moved.by, today: today) }
        try limit(moved.agreedBy, .name, most: 300)
        try require(moved.reason, .reason)
        return [.meeting(.actionMoved(moved))]
    }

    func give(_ given: CaseEvent.ActionGiven) throws(CaseRefusal) -> [CaseEvent] {
        let point = try open(given.point, of: given.meeting)
        if isBlank(given.who) { throw .meeting(.pointWantsNobody) }
        try limit(given.who, .name, most: 300)
        if point.who == given.who, point.person == given.person { return [] }
        try require(given.reason, .reason)
        return [.meeting(.actionGiven(given))]
    }

    func overtake(
        _ overtaken: CaseEvent.ActionOvertaken
    ) throws(CaseRefusal) -> [CaseEvent] {
        if try known(overtaken.point, of: overtaken.meeting).overtaken == overtaken { return [] }
        _ = try open(overtaken.point, of: overtaken.meeting)
        try require(overtaken.reason, .reason)
        return [.meeting(.actionOvertaken(overtaken))]
    }

    func reopen(_ reopened: CaseEvent.ActionReopened) throws(CaseRefusal) -> [CaseEvent] {
        guard try known(reopened.point, of: reopened.meeting).isSettled else { return [] }
        try require(reopened.reason, .reason)
        return [.meeting(.actionReopened(reopened))]
    }
}
