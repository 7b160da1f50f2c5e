package import CaseFiles
package import Partnerships
import Procedures
import Schedules
package import WorkingDays

/// How one agency stands that was asked, for whoever looks which to ring first.
package struct AgencyBoardLine: Hashable, Sendable {
    package let request: EntryID
    package let agency: String
    /// Whoever answers there: the lead whose way in is open, else a deputy; empty where nobody is left.
    package let lead: String
    package let standing: RequestStanding
    /// Whether the newest answer is that the agency never had contact.
    package let isNotKnown: Bool
    package let asked: Day
    package let opened: Day?
    package let due: Day?
    package let timing: Timing
    /// When the newest answer was put forward.
    package let answered: Day?
    package let signed: Day?
    /// When the newest answer was looked at last, and whether that settled it.
    package let checked: Day?
    package let isSettled: Bool
    /// What is to be done again, by the titles of the parts; empty but for a return sent back.
    package let sentBack: [String]
    package let round: Int
    /// How many rungs of the ladder went, to however many people each.
    package let chased: Int
    package let chasedLast: Day?
    package let trouble: Trouble?

    /// How the due day lies to today, or to the day on which the answer came in.
    package enum Timing: Hashable, Sendable {
        case noDay
        case ahead
        case today
        /// By so many working days; 0 where only closed days lie between.
        case overdue(Int)
        /// In, and in time.
        case met
        /// In, so many working days after its day.
        case late(Int)
    }

    /// What keeps an agency from answering, whatever the day.
    package enum Trouble: Hashable, Sendable {
        case nobodyToAnswer
        case messageFailed
        /// A message that a person is to send, and has not.
        case letterWaits
        case linkRests
    }

    /// Under which heading the agency stands.
    package enum Group: Int, CaseIterable, Hashable, Sendable {
        case needsYou, waits, accepted, noLonger
    }

    package var group: Group {
        switch standing {
        case .asked, .opened, .handedBack, .sentBack: .needsYou
        case .unsigned: isOverdue || trouble != nil ? .needsYou : .waits
        case .answered: .waits
        case .accepted: .accepted
        case .revoked: .noLonger
        }
    }

    package var isOverdue: Bool { if case .overdue = timing { true } else { false } }

    /// Signed, and not sent back.
    package var hasAnswered: Bool { standing == .answered || standing == .accepted }
}

/// Every agency that one step asks, those first that need attention.
package func board(of opened: OpenedCase, step: String, today: Day) -> [AgencyBoardLine] {
    let schedule = opened.schedule(today: today)
    let lines = opened.file.requests(of: step).map { request in
        line(
            request,
            schedule.line(backOf: request, under: opened.procedure),
            calendar: opened.partnership.calendar,
            today: today
        )
    }
    return lines.enumerated().sorted { one, other in
        (one.element.rank, one.offset) < (other.element.rank, other.offset)
    }.map(\.element)
}

private func line(
    _ request: AgencyRequest,
    _ scheduled: ScheduledStep?,
    calendar: WorkingCalendar,
    today: Day
) -> AgencyBoardLine {
    let newest = request.versions.last
    let check = newest?.checks.last
    let isBack = request.standing == .sentBack
    let chases = request.chases.filter { $0.outcome?.hasGone ?? false }
    let signature = request.standing.isWithTheAgency ? nil : newest?.signed
    let due = (signature == nil ? scheduled?.due : signature?.due) ?? request.asked.dueShown
    return AgencyBoardLine(
        request: request.entry,
        agency: request.asked.subject,
        lead: request.answering?.name ?? "",
        standing: request.standing,
        isNotKnown: newest.map { $0.put.isNotKnown } ?? false,
        asked: request.at.localTime.day,
        opened: request.opened?.localTime.day,
        due: due,
        timing: signature.map { timing($0, calendar) } ?? timing(due, calendar, today),
        answered: isBack ? nil : newest?.at.localTime.day,
        signed: isBack ? nil : newest?.signed?.at.localTime.day,
        checked: check?.at.localTime.day,
        isSettled: check?.checked.isAccepted != nil,
        sentBack: isBack ? check?.checked.reasons.map(\.section) ?? [] : [],
        round: request.round,
        chased: Set(chases.map { [$0.queued.rung ?? "", "\($0.queued.due ?? .first)"] }).count,
        chasedLast: chases.map(\.at).max()?.localTime.day,
        trouble: request.trouble
    )
}

/// An answer is in on the day it was signed: sent back, it is awaited again.
private func timing(
    _ signature: AgencyRequest.Signature,
    _ calendar: WorkingCalendar
) -> AgencyBoardLine.Timing {
    if signature.due == nil { return .noDay }
    return signature.daysLate(calendar).map { .late($0) } ?? .met
}

private func timing(
    _ due: Day?,
    _ calendar: WorkingCalendar,
    _ today: Day
) -> AgencyBoardLine.Timing {
    guard let due else { return .noDay }
    if due == today { return .today }
    return due < today ? .overdue(calendar.daysGone(from: due, to: today)) : .ahead
}

extension AgencyRequest.Signature {
    /// Working days after its day, 0 where only closed days lie between; nil for an answer in time.
    func daysLate(_ calendar: WorkingCalendar) -> Int? {
        guard isLate, let due else { return nil }
        return calendar.daysGone(from: due, to: at.localTime.day)
    }
}

extension WorkingCalendar {
    fileprivate func daysGone(from first: Day, to last: Day) -> Int {
        max((try? workingDays(from: first, to: last)) ?? 0, 0)
    }
}

extension AgencyBoardLine {
    /// By heading; then overdue by day, the unopened before the opened.
    fileprivate var rank: Rank {
        let urgency =
            switch standing {
            case .asked: 0
            case .sentBack: 1
            case .handedBack: 2
            case .opened: 3
            // What the business unit itself is to do comes before what it waits for.
            case .answered: 0
            case .unsigned: 1
            case .accepted, .revoked: 0
            }
        let isOpen = group == .needsYou
        return Rank(
            group: group.rawValue,
            day: isOpen ? due ?? .last : .first,
            hasNoTrouble: trouble == nil ? 1 : 0,
            urgency: urgency
        )
    }

    fileprivate struct Rank: Comparable {
        let group: Int
        let day: Day
        let hasNoTrouble: Int
        let urgency: Int

        static func < (one: Self, other: Self) -> Bool {
            (one.group, one.day, one.hasNoTrouble, one.urgency)
                < (other.group, other.day, other.hasNoTrouble, other.urgency)
        }
    }
}

extension AgencyRequest {
    /// Whom to ring: the lead, or whoever answers where there is none.
    package var answering: RequestSeat? {
        let order: [RequestSeat.Part] = [.lead, .deputy, .colleague]
        return order.lazy.compactMap { part in self.openSeats([part]).last }.first
    }

    /// What the agency cannot help, and somebody must see to.
    fileprivate var trouble: AgencyBoardLine.Trouble? {
        guard standing.isWithTheAgency else { return nil }
        if answering == nil { return .nobodyToAnswer }
        let open = seats.filter(\.isOpen)
        let newest = open.compactMap { seat in
            messages.last { $0.queued.seat == seat.seat.entry }
        }
        if newest.contains(where: { $0.outcome == .failed }) { return .messageFailed }
        if newest.contains(where: { $0.queued.byHand && $0.outcome == nil }) {
            return .letterWaits
        }
        // Whoever came in after that has a link that works.
        let rests = open.contains { $0.rested != nil && $0.opened == nil }
        return rests ? .linkRests : nil
    }
}

extension MessageOutcome {
    /// Whether it has left here.
    var hasGone: Bool {
        switch self {
        case .delivered, .mayHaveArrivedTwice, .sentByHand: true
        case .failed, .withdrawn: false
        }
    }
}

extension CaseEvent.ReturnPutForward {
    var isNotKnown: Bool { if case .notKnown = answer { true } else { false } }
}
