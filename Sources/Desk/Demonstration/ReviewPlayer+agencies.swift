import CaseFiles
import Pages
import Partnerships
import Procedures
import Schedules
import WorkingDays

/// What agencies are asked and answer, and the meeting on it.
extension ReviewPlayer {
    /// All are asked in one act, and answer one after the other from the next day on.
    mutating func askAgencies(_ step: Step) throws(CaseRefusal) {
        guard let part = step.request else { return }
        let (agencies, today, asker) = (cast.agencies, today, cast.coordinator.person)
        let form = procedure.formName(ofPaper: part.form)
        try tell { story in
            story.on(today, "09:40", asker)
            story.ask(agencies, because: "Known to the family", on: form)
        }
        let due = plan.line(OccurrenceName("\(step.id).back"), under: procedure)?.due
        let inTime = told.isOneLate ? agencies.dropLast() : agencies[...]
        answers = inTime.enumerated().map { place, agency in
            let day = story.days.day(place + 1, after: today)
            return (min(day, due ?? day), agency)
        }
    }

    /// The agency answers by its links, and what comes in is checked as the procedure has it.
    mutating func takeAnswer(of agency: DemonstrationAgency) throws(CaseRefusal) {
        let (today, told, checker) = (today, ReturnTold.plain(self.told), cast.coordinator.person)
        try tell { story in
            story.on(today, "10:05", checker)
            story.opened(agency)
            story.putForward(agency, told)
            story.signed(agency)
        }
        let checks = procedure.checks(ofRequest: "ask-agencies")
        // The last that comes in while another is late still waits to be checked, where no day is set for that.
        if self.told.isOneLate, answers.isEmpty, checks.isEmpty { return }
        try sit(checker) { story in
            for check in checks {
                story.check(
                    agency,
                    by: check.id,
                    outcome: check.outcomes.first,
                    isLast: check.id == checks.last?.id
                )
            }
            if checks.isEmpty { story.accept(agency, "Complete and dated.") }
        }
    }

    // The rapid review meeting

    /// It is arranged on the day that the review has come to, and held with everybody there.
    mutating func meet(_ step: Step, _ part: MeetingPart, on day: Day) throws(CaseRefusal) {
        let (coordinator, chair, today) = (cast.coordinator.person, cast.chair, today)
        let (agenda, people) = (part.items(under: procedure), people)
        let decision =
            told.isLocalReview ? "A local review is recommended." : CaseStory.noLocalReview
        try tell { story in
            story.on(today, today < day ? "11:40" : "08:20", coordinator)
            let meeting = story.arrange(
                step.id,
                day,
                at: "Town Hall, Room 1",
                chair: chair,
                people,
                from: "08:45",
                until: "10:15",
                agenda: agenda,
                convenedAs: part.convened.first
            )
            story.hold(
                meeting,
                on: day,
                leavingAt: "09:40",
                by: coordinator,
                deciding: day < story.days.latest ? decision : nil,
                .early
            )
            if day < story.days.latest {
                story.minute(meeting, on: day, by: coordinator, .sameAfternoon)
            }
        }
        come(to: day)
    }

    private var people: [DemonstrationMember] {
        cast.others.map { member in
            let names = member.roles.compactMap { role in
                procedure.parts.first { $0.id == role }?.name
            }
            return DemonstrationMember(
                member.person,
                names.first ?? "",
                member.person.id == cast.chair.id ? .chair : .member,
                for: member.partner?.rawValue
            )
        }
    }
}
