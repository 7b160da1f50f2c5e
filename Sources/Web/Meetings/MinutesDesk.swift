import CaseFiles
import Desk
import Hummingbird
import Pages
import Partnerships
import Procedures
import Views
import WorkingDays

/// One meeting, for one guest who runs it or writes its minutes.
///
/// What was said is a draft for each item, saved over the version that was seen; who is there and what is decided are
/// events, which two people add side by side.
struct MinutesDesk {
    let guest: Guest
    let reader: CaseReader
    let meeting: Meeting

    init(_ guest: Guest, _ context: VisitContext, writes: Bool = true) async throws {
        let act: CaseAct = writes ? .runMeetings : .seeMinutes
        let opened = try await guest.office.cases.look(
            at: try context.reference(),
            writes ? "a meeting under way" : "minutes",
            for: guest.asking,
            act: act
        )
        try self.init(guest, guest.reader(of: opened), context)
    }

    /// Over a case that is opened already, by somebody who may read its minutes.
    init(_ guest: Guest, _ reader: CaseReader, _ context: VisitContext) throws {
        self.guest = guest
        self.reader = reader
        meeting = try reader.known(context)
    }

    var reference: CaseReference { reader.opened.file.reference }
    var form: FormDefinition { reader.minutesForm(of: meeting) }
    var page: String { Link.caseFile(reference, "meetings", "\(meeting.entry)") }

    private func address(_ item: String) -> String { "\(page)/run/\(Link.encoded(item))" }

    var place: DraftDesk.Place {
        guard let document = DocumentID(number: meeting.entry.number) else {
            preconditionFailure("both count as far")
        }
        return DraftDesk.Place(
            partnership: guest.inside.id,
            reference: reference,
            document: document
        )
    }

    var drafts: DraftDesk { DraftDesk(store: guest.office.store) }

    /// What saves an item while it is typed.
    var writing: FormWritingDesk {
        let page = page
        return FormWritingDesk(
            writer: guest.writer,
            form: form,
            place: place,
            known: .none,
            standpoint: .within(.cases),
            over: "",
            warning: nil,
            crumbs: [],
            overview: page,
            address: { part, section in
                "\(page)/\(part == "parts" ? "run" : part)/\(Link.encoded(section))"
            }
        )
    }

    /// The first item of which nothing is written.
    func begin() async throws -> Response {
        let written = try await written()
        let items = form.sections.map(\.id)
        guard let item = items.first(where: { !written.contains($0) }) ?? items.first else {
            throw Detour.nothingHere
        }
        return seeOther(address(meeting.ended == nil ? item : items[0]))
    }

    private func written() async throws -> Set<String> {
        let writing = try await writing.writing()
        return Set(
            writing.parts.filter { !$0.value.answers.sent.isEmpty }.keys
                + meeting.points().compactMap(\.item)
        )
    }

    func ask(_ item: String) async throws -> Response {
        try await respond(item, RunningAnswers(nil))
    }

    func autosave(_ item: String, _ posted: Posted) async throws -> Response {
        guard meeting.approved == nil, meeting.cancelled == nil else { throw Detour.nothingHere }
        return try await writing.autosave(item, posted)
    }

    /// Saves what was said, notes what was decided, and records who came or left: none of it undoes another.
    func take(_ item: String, _ posted: Posted) async throws -> Response {
        guard form.sections.contains(where: { $0.id == item }) else { throw Detour.nothingHere }
        guard meeting.approved == nil, meeting.cancelled == nil else {
            return unwritablePage(posted, guest.frame, status: .conflict)
        }
        var answers = RunningAnswers(posted.items)
        let saved = try await save(item, posted, answers)
        if case .overtaken(let theirs, let mine) = saved {
            // The line stands in the text by now.
            let rest = RunningAnswers(posted.items.filter { $0.name != "line" })
            return try await conflict(item, rest, theirs, mine)
        }
        guard answers.filler.errors.isEmpty else {
            return try await respond(item, answers, status: .unprocessableContent)
        }
        do throws(DeskError) {
            let commands = commands(item, posted, answers)
            if !commands.isEmpty {
                try await MeetingDesk(cases: guest.office.cases, sendsMail: false)
                    .handleNow(commands, on: reference, for: guest.asking)
            }
        } catch .caseRefused(let refusal) {
            answers.filler.fail(
                "main",
                refusal.words(under: reader.opened.procedure)
            )
            return try await respond(item, answers, status: .unprocessableContent)
        } catch {
            throw error
        }
        return seeOther(address(next(item, posted)))
    }

    private func next(_ item: String, _ posted: Posted) -> String {
        let items = form.sections.map(\.id)
        guard !posted.value("next").isEmpty, let place = items.firstIndex(of: item),
            place + 1 < items.count
        else { return item }
        return items[place + 1]
    }

    // What is saved

    private enum Saved {
        case saved
        case overtaken(DraftDesk.Part, mine: String)
    }

    /// A line with its time comes after whatever stands there, also where somebody else wrote meanwhile.
    private func save(
        _ item: String,
        _ posted: Posted,
        _ answers: RunningAnswers
    ) async throws(DeskError) -> Saved {
        let name = CaseReader.said(item)
        let kept = try await drafts.parts(of: place, sections: [item])[item]
        let before = kept?.answers.text(of: name)?.withPlainLines ?? ""
        let typed = posted.value(name).withPlainLines
        let version = Int(posted.value("version-\(item)")) ?? 0
        // Whoever left the text as she saw it has nothing against what others wrote since.
        let isOld = version != kept?.version ?? 0
        let isLeft = typed == before || isOld && typed == posted.value("base").withPlainLines
        var text = isLeft ? before : typed
        if !answers.line.isEmpty {
            let minute = answers.at ?? guest.time.localTime.minute
            text += (text.isEmpty ? "" : "\n") + "\(DayWording.words(minute)) \(answers.line)"
        }
        if text == before { return .saved }
        let outcome = try await drafts.save(
            FormAnswers(asGiven: [(name: name, value: text)]),
            as: item,
            of: place,
            over: isLeft ? kept?.version ?? 0 : version,
            for: guest.asking
        )
        switch outcome {
        case .saved: return .saved
        case .overtaken(let part): return .overtaken(part, mine: text)
        }
    }

    private func commands(
        _ item: String,
        _ posted: Posted,
        _ answers: RunningAnswers
    ) -> [CaseCommand] {
        var commands: [MeetingCommand] = []
        let onItem = meeting.item(item)?.id
        func note(_ kind: MeetingPointKind, _ words: String, _ who: String, _ by: Day?) {
            commands.append(
                .note(
                    CaseEvent.MeetingPointNoted(
                        entry: .random(),
                        meeting: meeting.entry,
                        item: onItem,
                        kind: kind,
                        words: words,
                        who: who,
                        by: by,
                        person: reader.personOnCase(named: who)
                    )
                )
            )
        }
        if !answers.decision.isEmpty { note(.decision, answers.decision, "", nil) }
        if !answers.action.isEmpty { note(.action, answers.action, answers.who, answers.by) }
        return (commands + taps(item, posted.value("tap"), answers)).map { .meeting($0) }
    }

    /// `came-…`, `left-…`, `left-all` and `begin`, at the time given or now.
    private func taps(_ item: String, _ tap: String, _ answers: RunningAnswers) -> [MeetingCommand]
    {
        let now = guest.time.localTime
        let minute = answers.at ?? now.minute
        func left(_ person: EntryID) -> MeetingCommand {
            .leave(CaseEvent.MeetingLeft(meeting: meeting.entry, person: person, minute: minute))
        }
        if tap == "begin" {
            return [
                .begin(
                    CaseEvent.MeetingBegun(
                        meeting: meeting.entry,
                        day: min(meeting.time.day, now.day),
                        minute: minute
                    )
                )
            ]
        }
        if tap == "left-all" {
            let gone = meeting.item(item).map { meeting.stillThere(before: $0) } ?? []
            return gone.map { left($0.entry) }
        }
        let parts = tap.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let person = EntryID(parts[1]) else { return [] }
        return parts[0] == "left"
            ? [left(person)]
            : [
                .arrive(
                    CaseEvent.MeetingAttended(
                        meeting: meeting.entry,
                        person: person,
                        minute: minute,
                        words: ""
                    )
                )
            ]
    }

    // What is shown

    private func conflict(
        _ item: String,
        _ answers: RunningAnswers,
        _ theirs: DraftDesk.Part,
        _ mine: String
    ) async throws -> Response {
        let name = reader.opened.partnership.name(of: theirs.by)
        let banner = Banner(
            kind: .late,
            heading: "\(name) changed this meanwhile",
            lines: [
                "What \(name) saved at \(DayWording.words(theirs.at.localTime.minute)):",
                theirs.answers.text(of: CaseReader.said(item)) ?? "",
                "What you typed is in the box below, and is not saved yet. Bring both together there, and save again.",
            ]
        )
        return try await respond(
            item,
            answers,
            typed: mine,
            version: theirs.version,
            banners: [banner],
            status: .conflict
        )
    }

    private func respond(
        _ item: String,
        _ answers: RunningAnswers,
        typed: String? = nil,
        version: Int? = nil,
        banners: [Banner] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let kept = try await drafts.parts(of: place, sections: [item])[item]
        let name = CaseReader.said(item)
        var filler = FormFiller(nil)
        _ = filler.area(
            name,
            "What was said, minute by minute",
            was: typed ?? kept?.answers.text(of: name) ?? "",
            isNeeded: false,
            most: 20_000
        )
        let isOpen = meeting.approved == nil && meeting.cancelled == nil
        let draft = "\(page)/drafts/\(Link.encoded(item))"
        let form = Form(
            action: address(item),
            token: guest.formToken(address(item)),
            hidden: [
                (name: "version-\(item)", value: "\(version ?? kept?.version ?? 0)"),
                (name: "base", value: kept?.answers.text(of: name) ?? ""),
            ],
            fields: filler.fields,
            errors: answers.filler.errors,
            button: "Save",
            // What others wrote is put together by people: nothing is saved over it before they press the button.
            draft: !isOpen || !banners.isEmpty
                ? nil : FormDraft(address: draft, token: guest.formToken(draft), says: says(kept))
        )
        guard
            let shown = reader.runningPage(
                meeting,
                item: item,
                form: form,
                written: try await written(),
                answers: answers,
                banners: banners
            )
        else { throw Detour.nothingHere }
        return pageResponse(render(shown, in: guest.frame), status: status)
    }

    private func says(_ kept: DraftDesk.Part?) -> String {
        let rule =
            "What you type is saved every few seconds where your browser lets it, and always when you press a button."
        guard let kept else { return rule }
        let name = reader.opened.partnership.name(of: kept.by)
        return "Saved by \(name), \(DayWording.when(kept.at)). \(rule)"
    }
}

extension String {
    /// As it was typed, whatever ends of lines the browser sends.
    fileprivate var withPlainLines: String {
        replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}
