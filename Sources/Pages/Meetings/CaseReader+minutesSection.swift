import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

/// How far the minutes of a meeting are, on its page.
extension CaseReader {
    func minutesSection(_ meeting: Meeting) -> PaperPage.Section? {
        guard meeting.begun != nil, may(.seeMinutes) else { return nil }
        var facts: [PaperPage.Fact] = []
        if let due = minutesDue(meeting) { facts.append(PaperPage.Fact("Due", due)) }
        if let newest = meeting.newestMinutes {
            let number = meeting.minutes.count
            facts.append(
                PaperPage.Fact("Version \(number)", "Put forward \(when(newest.at))")
            )
        }
        for sent in meeting.circulations {
            facts.append(
                PaperPage.Fact(
                    "Sent round",
                    "\(wording.when(sent.day, sent.minute)), to \(DayWording.list(sent.to)), by \(sent.how)"
                )
            )
            let mails = meeting.minutesMails.filter { $0.queued.circulation == sent.entry }
            if !mails.isEmpty {
                facts.append(
                    PaperPage.Fact("Messages about it", mailWords(mails, meeting))
                )
            }
        }
        if let approved = meeting.approved {
            facts.append(PaperPage.Fact("Approved", approvalWords(approved)))
        }
        for added in meeting.addenda {
            facts.append(PaperPage.Fact("Added \(when(added.at))", added.added.text))
        }
        return PaperPage.Section(
            title: "Minutes",
            tag: minutesTag(meeting),
            facts: facts,
            links: minutesActs(meeting)
        )
    }

    /// Who was written to, and what became of each message: `Sue Hart: was taken by the mail server; Ian Cole: is queued.`.
    private func mailWords(_ mails: [Meeting.MinutesMail], _ meeting: Meeting) -> String {
        let each = mails.map { mail in
            let name = meeting.name(mail.queued.person, at: mail.queued.email)
            let stands =
                mail.settled?.outcome.words
                ?? (mail.queued.byHand ? "is to be told by hand" : "is queued")
            return "\(name): \(stands)"
        }
        return each.joined(separator: "; ") + "."
    }

    func approvalWords(_ approved: CaseEvent.MinutesApproved) -> String {
        let at = approved.at.flatMap { file.meeting($0) }.map { " at \(title($0))" } ?? ""
        let words = approved.words.isEmpty ? "" : " “\(approved.words)”"
        return "\(DayWording.words(approved.day)), by \(approved.by)\(at).\(words)"
    }

    private func minutesTag(_ meeting: Meeting) -> StandingTag {
        if meeting.approved != nil { return StandingTag(kind: .done, word: "Approved") }
        if !meeting.circulations.isEmpty { return StandingTag(kind: .open, word: "Sent round") }
        return meeting.newestMinutes == nil
            ? StandingTag(kind: .start, word: "Being written")
            : StandingTag(kind: .open, word: "Put forward")
    }

    private func minutesActs(_ meeting: Meeting) -> [WordedLink] {
        var acts = [
            WordedLink(words: "Minutes to print", address: meetingLink(meeting, "papers/minutes"))
        ]
        func add(_ form: CaseForm, _ words: String) {
            acts.append(WordedLink(words: words, address: link(form, "\(meeting.entry)")))
        }
        guard may(.runMeetings) else { return acts }
        if meeting.approved == nil {
            acts.append(
                WordedLink(words: "Write them", address: meetingLink(meeting, "run"))
            )
            if !meeting.points().isEmpty { add(.struckPoints, "Strike out a point") }
            if meeting.ended != nil {
                acts.append(
                    WordedLink(
                        words: meeting.newestMinutes == nil
                            ? "Put them forward" : "Put them forward anew",
                        address: meetingLink(meeting, "minutes")
                    )
                )
            }
        }
        if meeting.newestMinutes != nil { add(.circulations, "Record that they were sent round") }
        if meeting.newestMinutes != nil, meeting.approved == nil {
            add(.approvals, "Record their approval")
        }
        if meeting.approved != nil { add(.addenda, "Add to them") }
        return acts
    }

    /// By when the procedure has the minutes of a meeting sent round; nil where it says nothing or they were.
    private func minutesDue(_ meeting: Meeting) -> String? {
        guard meeting.ended != nil else { return nil }
        let steps = procedure.steps.filter {
            $0.circulatesMinutes(of: meeting.step, under: procedure)
        }
        guard let step = steps.first else { return nil }
        let name = OccurrenceName(step.id, subject: file.lineName(of: meeting))
        guard let line = schedule.line(name, under: procedure), let due = line.due else {
            return nil
        }
        let words = "\(wording.when(due, line.dated?.at)), \(step.does.lowercasedStart)"
        return line.done == nil ? words : "\(words): done"
    }
}
