import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseFormBuilder {
    /// A meeting of the step that the address names.
    mutating func askArranging() -> Asked? {
        guard let about, let reference = procedure.lookup.stepNamed[about],
            let part = procedure.steps[reference].meeting
        else { return nil }
        let step = procedure.steps[reference]
        let before = file.meetings(of: step.id).last { $0.ended != nil }
        let thought = thinkingOver(at: step)
        var names = NameSequence(from: fresh.entry)
        let (meeting, booking) = (names.take(), names.take())
        let window = window(of: step.id)
        let time = askTime(was: nil)
        let place = askPlace(was: before?.place ?? "", part)
        let convened = askConvened(part, was: before?.convenedAs)
        let chair = askChair(part, was: before?.chair)
        let people = askPeople(step, part, was: before, &names)
        let agenda = askAgenda(part, was: before, thought)
        let outside = askOutside(window)
        let invites = askInviting()
        let done = askInvitationSteps(reference, &names)
        let arranged = CaseEvent.MeetingArranged(
            entry: meeting,
            step: step.id,
            time: time,
            place: place,
            chair: chair,
            convenedAs: convened,
            people: people,
            agenda: agenda,
            reconvenes: (part.isSeries ? nil : before?.entry) ?? thought?.earlierMeeting,
            outside: outside
        )
        let invitations =
            invites ? queue(.invitation, people, of: meeting, sequence: 0, &names) : []
        return Asked(
            title: before == nil || part.isSeries
                ? "Arrange: \(wording.meetingName(step.id))"
                : "Meet again: \(wording.meetingName(step.id))",
            lead: ["\(step.does)."] + lead(window, part, before, thought),
            button: "Go on",
            command: .meeting(.arrange(arranged, booking: booking)),
            more: invitations + done
        )
    }

    /// What is thought over at a meeting of a step, as long as nothing was decided anew.
    private func thinkingOver(at step: Step) -> Reconsideration? {
        guard let found = file.reconsideration(under: procedure), !found.isDecided,
            found.meeting == step.id
        else { return nil }
        return found
    }

    func window(of step: String) -> MeetingWindow? {
        opened.window(of: step, today: today)
    }

    private func lead(
        _ window: MeetingWindow?,
        _ part: MeetingPart,
        _ before: Meeting?,
        _ thought: Reconsideration?
    ) -> [String] {
        var lead: [String] = []
        if let answer = thought?.answer {
            lead.append(
                "The national Panel’s answer of \(DayWording.words(answer.day)): \(answer.reply.words.lowercasedStart)."
            )
        }
        if let window {
            let again = window.isOfReconvening ? "To meet again: " : "The window: "
            lead.append("\(again)\(Wording.window(window).lowercasedStart).")
        }
        if let held = part.mayBeHeld { lead.append("It may be held \(held).") }
        if let before, before.ended?.isQuorate == false {
            let day = DayWording.words(before.day)
            let missed =
                wording.enforcesQuorum(before.step)
                ? "The one of \(day) was not quorate."
                : "At the one of \(day) not everybody expected was there."
            lead.append("\(missed) Its list and agenda are taken over.")
        }
        return lead
    }

    mutating func askTime(was: MeetingTime?) -> MeetingTime {
        let day = filler.day("day", "Day", was: was?.day)
        let from = askMinute("from", "Begins at", was: was?.from)
        let until = askMinute("until", "Ends at", was: was?.until)
        return MeetingTime(day: day, from: from, until: until)
    }

    /// A time of day that must be given.
    mutating func askMinute(
        _ id: String,
        _ label: String,
        hint: String = "Like 10:00 or 16:05.",
        was: Minute?
    ) -> Minute {
        let minute = filler.time(id, label, hint: hint, was: was)
        if filler.isSent, minute == nil, (filler.hidden(id) ?? "").isEmpty {
            filler.mark(id, "\(label) must be given, like 10:00")
        }
        return minute ?? .midnight
    }

    mutating func askPlace(was: String, _ part: MeetingPart) -> String {
        filler.line(
            "place",
            "Where, or how it is held",
            hint: "It goes into people’s calendars: no child’s name, and nothing of the case.",
            was: was
        )
    }

    mutating func askConvened(_ part: MeetingPart, was: String?) -> String? {
        guard !part.convened.isEmpty else { return nil }
        let options = part.convened.map {
            (id: $0, label: DayWording.capitalised($0), hint: "")
        }
        let only = part.convened.count == 1 ? part.convened.first : nil
        return filler.radio("convened", "Convened as", options, was: was ?? only ?? "")
    }

    mutating func askChair(_ part: MeetingPart, was: MeetingChair?) -> MeetingChair {
        let usual = part.chair.map { wording.who($0) }
        let holder = part.chair.flatMap { who in
            file.holders(of: procedure.parts(of: who), on: today).first
        }
        let name = filler.line(
            "chair",
            "Who chairs",
            hint: usual.map { "The procedure names: \($0)." }
                ?? "The procedure names nobody.",
            was: was?.name ?? holder.map { partnership.name(of: $0) } ?? "",
            most: 200
        )
        guard part.chair != nil || part.mayChair != nil else { return MeetingChair(name: name) }
        let other =
            part.mayChair.map { may in
                let agreed = may.agreedBy.map { ", agreed by \(wording.who($0))" } ?? ""
                let with = may.with.isEmpty ? "" : " with \(wording.whos(may.with))"
                return "The procedure lets \(wording.who(may.who)) chair\(agreed)\(with)."
            } ?? "The procedure names no other chair."
        let isOther =
            filler.radio(
                "chair-is",
                "That is",
                [
                    (id: "named", label: "Whom the procedure names", hint: ""),
                    (id: "other", label: "Somebody else", hint: other),
                ],
                was: was?.isOther == true ? "other" : "named"
            ) == "other"
        let agreedBy = filler.line(
            "chair-agreed-by",
            "If somebody else: who agreed",
            was: was?.agreedBy ?? "",
            isNeeded: isOther
        )
        let reason = filler.line(
            "chair-reason",
            "If somebody else: why",
            was: was?.reason ?? "",
            isNeeded: isOther,
            most: 1000
        )
        return MeetingChair(
            name: name,
            isOther: isOther,
            agreedBy: isOther ? agreedBy : "",
            reason: isOther ? reason : ""
        )
    }

    mutating func askOutside(_ window: MeetingWindow?) -> String {
        guard let window, window.opens != nil || window.due != nil else { return "" }
        return filler.area(
            "outside",
            "Why it lies outside the window",
            hint: "Only where the day does. It is taken all the same, and the reason is kept.",
            isNeeded: false
        )
    }

    private mutating func askInviting() -> Bool {
        filler.radio(
            "invite",
            "Calendar invitations by e-mail",
            hint: "They name the kind of meeting, the case’s reference, time and place.",
            [
                (id: "yes", label: "Send them to everybody with an address", hint: ""),
                (id: "no", label: "Send none", hint: ""),
            ],
            was: "yes"
        ) == "yes"
    }

    /// The steps by which the procedure has people invited to this very meeting, as far as they are still to be done.
    private mutating func askInvitationSteps(
        _ meeting: Reference<Step>,
        _ names: inout NameSequence
    ) -> [CaseCommand] {
        let steps = procedure.steps.filter { step in
            guard case .message(let part) = step.kind else { return false }
            return part.invitesTo.contains(meeting) && file.setAside[step.id] == nil
                && file.standing(OccurrenceName(step.id)).isEmpty && may(step.act)
        }
        guard !steps.isEmpty else { return [] }
        let ticked = filler.boxes(
            "done",
            "Done by it",
            hint: "Ticked, it is recorded as done today.",
            steps.map { (id: $0.id, label: $0.does) },
            was: steps.map(\.id)
        )
        return ticked.map { step in
            .completeStep(
                CaseCommand.CompleteStep(
                    entry: names.take(),
                    name: OccurrenceName(step),
                    day: today,
                    evidence: .sent(
                        to: "Everybody on the list of the meeting",
                        by: "calendar invitation"
                    )
                )
            )
        }
    }
}
