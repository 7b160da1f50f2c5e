import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseFormBuilder {
    private func title(_ words: String, _ meeting: Meeting) -> String {
        "\(words): \(wording.title(meeting))"
    }

    // Holding

    mutating func askBeginning(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.isOpen && meeting.begun == nil else { return nil }
        let day = filler.day("day", "Day", was: meeting.time.day)
        let minute = askMinute("time", "Began at", was: meeting.time.from)
        return Asked(
            title: title("Begin", meeting),
            button: "It began then",
            command: .meeting(
                .begin(
                    CaseEvent.MeetingBegun(meeting: meeting.entry, day: day, minute: minute)
                )
            )
        )
    }

    /// Who was there from when until when, everybody on one page.
    mutating func askAttendance(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.cancelled == nil, meeting.approved == nil,
            !meeting.people.isEmpty
        else { return nil }
        var changed: [(person: EntryID, presences: [Presence])] = []
        for (number, person) in meeting.people.enumerated() {
            let id = "times-\(number + 1)"
            let was = meeting.presences[person.entry, default: []]
            let typed = filler.line(
                id,
                person.name,
                hint: number == 0
                    ? "Like 10:00-11:20, with commas between several times. Empty for somebody who was not there."
                    : "",
                was: was.map { "\($0.from)-\($0.until.map { "\($0)" } ?? "")" }
                    .joined(separator: ", "),
                isNeeded: false
            )
            guard let presences = Presence.several(typed) else {
                if filler.isSent {
                    filler.mark(id, "\(person.name): write the times like 10:00-11:20")
                }
                continue
            }
            if presences != was { changed.append((person.entry, presences)) }
        }
        let reason = filler.reason("What was wrong.")
        if filler.isSent, changed.isEmpty, filler.errors.isEmpty {
            filler.fail("times-1", "Nothing is changed: change a time, or go back")
        }
        let commands = changed.map { person, presences -> CaseCommand in
            .meeting(
                .correctAttendance(
                    CaseEvent.AttendanceCorrected(
                        meeting: meeting.entry,
                        person: person,
                        presences: presences,
                        reason: reason
                    )
                )
            )
        }
        return Asked(
            title: title("Put the attendance right", meeting),
            command: commands.first,
            more: Array(commands.dropFirst())
        )
    }

    mutating func askStruckPoint(_ meeting: Meeting) -> Asked? {
        let points = meeting.points()
        guard filler.isSent || !points.isEmpty else { return nil }
        let chosen = filler.radio(
            "point",
            "Which",
            points.map { point in
                let kind = point.kind == .decision ? "Decision" : "Action for \(point.who)"
                return (id: "\(point.entry)", label: "\(kind): \(point.words)", hint: "")
            }
        )
        let reason = filler.reason("What was wrong with it.")
        return Asked(
            title: title("Strike out", meeting),
            lead: ["It stays in the log, and no longer stands in the minutes."],
            button: "Strike it out",
            command: EntryID(chosen).map {
                .meeting(
                    .strike(
                        CaseEvent.MeetingPointStruck(
                            meeting: meeting.entry,
                            point: $0,
                            reason: reason
                        )
                    )
                )
            }
        )
    }

    /// The end, and whether whoever chaired states it quorate.
    mutating func askEnding(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.state == .underWay else { return nil }
        let minute = askMinute("until", "Ended at", was: meeting.time.until)
        let count = meeting.quorum(
            under: procedure,
            at: filler.isSent ? minute : nil
        )
        var stated: Bool?
        var (by, reason) = ("", "")
        if let count {
            let answer = filler.radio(
                "quorate",
                count.rule.isEnforced
                    ? "Whoever chaired states the meeting"
                    : "Whoever chaired states that those expected were there",
                hint: "\(count.reason(wording)).",
                [
                    (id: "yes", label: count.rule.isEnforced ? "Quorate" : "Yes", hint: ""),
                    (
                        id: "no", label: count.rule.isEnforced ? "Not quorate" : "No",
                        hint: count.rule.isEnforced
                            ? "Then it has decided nothing, and no clock starts." : ""
                    ),
                ]
            )
            stated = answer.isEmpty ? nil : answer == "yes"
            by = filler.line("name", "Stated by", was: meeting.chair.name, most: 200)
            reason = filler.area(
                "reason",
                "Why, where it is stated otherwise than counted",
                isNeeded: false
            )
        }
        return Asked(
            title: title("End", meeting),
            lead: count == nil
                ? ["The procedure asks for no quorum."]
                : [
                    "Sightline counts who is there. Whether \(count?.rule.isEnforced == true ? "the meeting is quorate" : "those expected were there"), a person states."
                ],
            button: "End the meeting",
            command: .meeting(
                .end(
                    CaseEvent.MeetingEnded(
                        entry: fresh.entry,
                        meeting: meeting.entry,
                        minute: minute,
                        isQuorate: stated,
                        statedBy: by,
                        reason: reason
                    ),
                    present: meeting.presentWords
                )
            )
        )
    }

    // Minutes

    mutating func askCirculation(_ meeting: Meeting) -> Asked? {
        guard let newest = meeting.newestMinutes else { return nil }
        var names = NameSequence(from: fresh.entry)
        let circulation = names.take()
        // The steps that are done by it are named from the same sequence.
        names.leave(procedure.steps.count)
        let kept = meeting.people.filter { isKept($0, meeting) }
        let offered = meeting.people.filter { !isKept($0, meeting) }
        let chosen = filler.boxes(
            "to",
            "To whom",
            hint: kept.isEmpty
                ? ""
                : "Not here: \(DayWording.list(kept.map(\.name))), to leave before part of the agenda, or kept from the case. The whole minutes are not for them.",
            offered.map { (id: "\($0.entry)", label: "\($0.name), \($0.role)") },
            was: offered.filter { $0.part != .practitioner }.map { "\($0.entry)" }
        )
        let others = filler.line("others", "And to", isNeeded: false, most: 1000)
        let day = filler.day("day", "The day they were sent", was: today)
        let minute = filler.time("time", "Time")
        let how = filler.line("how", "How", hint: "Secure e-mail, by hand.")
        let people = offered.filter { chosen.contains("\($0.entry)") }
        return Asked(
            title: title("Record that the minutes were sent round", meeting),
            lead: [
                "People send the minutes; here it is recorded that they did.",
                "Each of those chosen who has an address is sent a message that says so, with nothing that stands in them; whoever reads them here gets a link.",
            ],
            command: .meeting(
                .circulateMinutes(
                    CaseEvent.MinutesCirculated(
                        entry: circulation,
                        meeting: meeting.entry,
                        version: newest.put.entry,
                        to: people.map(\.name)
                            + others.split(separator: ",").map { String($0).trimmed }
                            .filter { !$0.isEmpty },
                        day: day,
                        minute: minute,
                        how: how,
                        people: people.map(\.entry)
                    )
                )
            ),
            more: people.filter { !$0.email.isEmpty }.map { person in
                .meeting(
                    .queueMinutesMail(
                        CaseEvent.MinutesMailQueued(
                            entry: names.take(),
                            meeting: meeting.entry,
                            circulation: circulation,
                            person: person.entry,
                            email: person.email,
                            byHand: false
                        )
                    )
                )
            }
        )
    }

    private func isKept(_ person: MeetingPerson, _ meeting: Meeting) -> Bool {
        meeting.isKeptFromMinutes(person)
            || partnership.isExcluded(
                name: person.name,
                email: person.email,
                from: file.reference
            )
    }

    mutating func askApproval(_ meeting: Meeting) -> Asked? {
        guard let newest = meeting.newestMinutes, filler.isSent || meeting.approved == nil else {
            return nil
        }
        let later = file.meetings.filter {
            $0.ended != nil && $0.entry != meeting.entry && $0.day >= meeting.day
        }
        let at =
            later.isEmpty
            ? ""
            : filler.list(
                "at",
                "At which later meeting",
                hint: "None where whoever chaired approved them.",
                [
                    (
                        label: "",
                        options: later.map { (id: "\($0.entry)", label: wording.title($0)) }
                    )
                ],
                isNeeded: false
            )
        let by = filler.line("name", "Approved by", was: meeting.chair.name, most: 200)
        let day = filler.day("day", "Day", was: today)
        let words = filler.area("words", "What was said", isNeeded: false)
        return Asked(
            title: title("Approve the minutes", meeting),
            lead: [
                "Approved minutes stay as they are. Whatever is found wrong later is put right by an addendum."
            ],
            button: "Record the approval",
            command: .meeting(
                .approveMinutes(
                    CaseEvent.MinutesApproved(
                        entry: fresh.entry,
                        meeting: meeting.entry,
                        version: newest.put.entry,
                        by: by,
                        at: EntryID(at),
                        day: day,
                        words: words
                    )
                )
            )
        )
    }

    mutating func askAddendum(_ meeting: Meeting) -> Asked? {
        guard filler.isSent || meeting.approved != nil else { return nil }
        let text = filler.area("text", "What is to be added", most: 20_000)
        return Asked(
            title: title("Add to the minutes", meeting),
            lead: [
                "The approved minutes stay as they are. This stands after them, with your name."
            ],
            button: "Add it",
            command: .meeting(
                .addToMinutes(
                    CaseEvent.MinutesAddedTo(
                        entry: fresh.entry,
                        meeting: meeting.entry,
                        text: text
                    )
                )
            )
        )
    }
}

extension Presence {
    /// `10:00-10:45, 11:00-`; nil for what is none.
    static func several(_ text: String) -> [Presence]? {
        var presences: [Presence] = []
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
                .map { String($0).trimmed }
            guard ends.count == 2, let from = Minute(ends[0]) else { return nil }
            let until = Minute(ends[1])
            if until == nil, !ends[1].isEmpty { return nil }
            presences.append(Presence(from: from, until: until))
        }
        return presences
    }
}

extension Meeting {
    /// Everybody who was there, as the evidence of the step: name, role, and when she was not there throughout.
    package var presentWords: String {
        attended.map { person in
            let role = person.role.isEmpty ? "" : " (\(person.role))"
            let left = presences[person.entry]?.last?.until
            return "\(person.name)\(role)"
                + (left.map { ", until \(DayWording.words($0))" } ?? "")
        }.joined(separator: "; ")
    }
}
