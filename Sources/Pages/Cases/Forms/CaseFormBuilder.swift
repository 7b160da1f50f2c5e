package import CaseFiles
package import Partnerships
import Procedures
import Schedules
package import WorkingDays

/// A form of a case, asked and read; nil where what it is about is not there.
package func filled(
    _ form: CaseForm,
    of opened: OpenedCase,
    about: String?,
    _ items: [(name: String, value: String)]?,
    fresh: FreshNames,
    by person: PersonID,
    who may: @escaping @Sendable (CaseAct) -> Bool,
    file: FileAnswer = FileAnswer(),
    today: Day
) -> FilledCaseForm? {
    var builder = CaseFormBuilder(
        opened: opened,
        about: about,
        fresh: fresh,
        person: person,
        may: may,
        sent: file,
        today: today,
        filler: FormFiller(items)
    )
    guard let asked = builder.ask(form) else { return nil }
    return FilledCaseForm(
        title: asked.title,
        lead: asked.lead,
        button: asked.button,
        filler: builder.filler,
        reading: asked.reading,
        confirming: asked.confirming,
        commands: builder.filler.isComplete ? asked.command.map { [$0] + asked.more } : nil
    )
}

/// Asks what each form of a case asks.
struct CaseFormBuilder {
    let opened: OpenedCase
    let about: String?
    let fresh: FreshNames
    let person: PersonID
    /// What is asked besides is asked only of whoever may say it.
    let may: @Sendable (CaseAct) -> Bool
    /// The file that came with the form.
    let sent: FileAnswer
    let today: Day
    var filler: FormFiller

    struct Asked {
        let title: String
        var lead: [String] = []
        var button = "Record it"
        /// What must be read before the form.
        var reading: [ReadSection] = []
        /// What is shown before it is confirmed.
        var confirming: [ReadSection] = []
        let command: CaseCommand?
        /// What is done besides, in the same act.
        var more: [CaseCommand] = []
    }

    var file: CaseFile { opened.file }
    var procedure: Procedure { opened.procedure }
    var partnership: Partnership { opened.partnership }
    var wording: Wording { Wording(procedure) }

    mutating func ask(_ form: CaseForm) -> Asked? {
        switch form {
        case .moments: askMoment()
        case .corrections: askCorrection()
        case .completions: askCompletion()
        case .settingAside: askSettingAside()
        case .takingUp: askTakingUp()
        case .agreedDays: askAgreedDay()
        case .answers: askAnswer()
        case .safety: askSafety()
        case .logEntries: askLogEntry()
        case .filings: askFiling()
        case .audiences: askAudience()
        case .arrivals: askArrival()
        case .departures: askDeparture()
        case .description: askDescription()
        case .route: askRoute()
        case .edition: askEdition()
        case .closing: askClosing()
        case .reopening: askReopening()
        case .views: askView()
        case .signatures: askSignature(refuses: false)
        case .refusals: askSignature(refuses: true)
        case .submissions: askSubmission()
        case .copies: askCopies()
        case .laterChanges: askLaterChange()
        case .referrer: askReferrerTold()
        case .sameChild: askSameChild()
        case .delays: askDelay()
        case .delayNotices: askDelayTold()
        case .panelReplies: askPanelReply()
        case .involvements: askInvolvement()
        case .actionEnds, .actionDays, .actionOwners, .actionsOvertaken, .actionsReopened:
            askOfActions(form)
        default: askOfRequests(form)
        }
    }

    // The case as a whole

    private mutating func askSafety() -> Asked {
        let isSafe = filler.yesNo(
            "is-safe",
            "Are this child and other children safe now?",
            hint: "What is known at this moment, and not what is hoped for."
        )
        let words = filler.area(
            "words",
            "What is known, from whom, and what was done",
            hint: "Name who acted and when."
        )
        return Asked(
            title: "Record the immediate safety of the children",
            lead: [
                "If a child is in danger now, act first: this page tells nobody."
            ],
            command: .recordSafety(isSafe: isSafe, words: words)
        )
    }

    private mutating func askRoute() -> Asked {
        let route = filler.radio(
            "route",
            "The way this case goes",
            Route.allCases.map {
                (id: $0.rawValue, label: DayWording.capitalised($0.words), hint: "")
            },
            was: file.route.rawValue
        )
        doubtAge(for: Route(rawValue: route))
        let reason = filler.reason("Who decided it, and why.")
        let chosen = Route(rawValue: route)
        let facts = may(.recordFact) ? chosen?.facts ?? [] : []
        return Asked(
            title: "Choose the route",
            lead: [
                "Sightline records the decision of people. It decides no threshold.",
                "What a route says of the case is recorded with it: that a looked-after child has died, say, or that the criteria proved unmet. Where another area has the duty, tell that area, and record it in the log.",
            ],
            button: "See what would change",
            command: chosen.map { .chooseRoute($0, reason: reason) },
            more: facts.filter { file.facts[$0.id]?.value != true }
                .map { .recordFact($0.id, true, reason: reason) }
        )
    }

    /// The route of care leavers is for those from 18 to 24: another age is asked about, not refused.
    private mutating func doubtAge(for route: Route?) {
        let died = file.standing(OccurrenceName(Moment.incident.id)).last?.day ?? today
        guard route == .deathOfCareLeaver else { return }
        for child in file.about.children {
            guard let born = child.born, born < died else { continue }
            let age = wholeYears(from: born, to: died)
            guard !(18...24 ~= age) else { continue }
            filler.doubt(
                "route-sure",
                "The way this case goes",
                "\(child.name) was \(age): this route is for young people from 18 to 24"
            )
            return
        }
    }

    private mutating func askEdition() -> Asked {
        let editions = partnership.editions.reversed().map { edition in
            (id: edition.hash, label: Self.name(edition))
        }
        let chosen = filler.list("edition", "Edition", [(label: "", options: Array(editions))])
        let reason = filler.reason()
        let edition = partnership.editions.last { $0.hash == chosen }
        return Asked(
            title: "Move the case to another edition",
            lead: [
                "The case is run by \(Self.name(file.edition)). Before it is moved you see every date that would change."
            ],
            button: "See what would change",
            command: edition.map { .moveEdition($0, reason: reason) }
        )
    }

    /// `dorset, edition a1b2c3d4`.
    static func name(_ edition: Edition) -> String {
        let variation = edition.variation.map { " (\($0))" } ?? ""
        return "\(edition.procedure)\(variation), edition \(edition.hash.prefix(8))"
    }

    private mutating func askClosing() -> Asked {
        let open = file.openDuties(
            under: procedure,
            calendar: partnership.calendar,
            today: today
        )
        let reason = filler.reason("What was concluded, and by whom.")
        let aside =
            open.isEmpty
            ? []
            : filler.boxes(
                "aside",
                "What is still open, and is set aside with the closing for this reason",
                open.map { (id: $0.id, label: $0.does) },
                isNeeded: false
            )
        return Asked(
            title: "Close the case",
            lead: [
                "The log goes on, documents can still be filed, and the case can be opened again.",
                open.isEmpty
                    ? "Nothing that the procedure asks is open."
                    : "\(DayWording.count(open.count, "step of the procedure is", "steps of the procedure are")) still open. Tick each that will not be done; what is to be done is done first.",
                undecided, actionsLeftOpen,
            ],
            button: "Close the case",
            command: .closeCase(reason: reason, settingAside: aside)
        )
    }

    /// That the partners have not met about the national Panel's answer, whatever the procedure says of it.
    private var undecided: String {
        guard let thought = file.reconsideration(under: procedure), !thought.isDecided else {
            return ""
        }
        return
            "The national Panel answered on \(DayWording.words(thought.answer.day)): \(thought.answer.reply.words.lowercasedStart). The partners have recorded no decision since."
    }

    private mutating func askReopening() -> Asked {
        let reason = filler.reason("What has become known, from whom.")
        return Asked(
            title: "Open the case again",
            lead: [
                file.setAside.isEmpty
                    ? ""
                    : "What was set aside stays set aside: take up again, on its page, whatever is to be done now."
            ],
            button: "Open it again",
            command: .reopenCase(reason: reason)
        )
    }

    private mutating func askDescription() -> Asked {
        let about = askAbout(was: file.about)
        let reason = filler.reason("What was wrong or has become known.")
        return Asked(
            title: "Change what the case is about",
            command: .describe(about, reason: reason)
        )
    }

    private mutating func askLogEntry() -> Asked? {
        var corrected: CaseFile.LogEntry?
        if let about {
            corrected = file.logEntries.first { "\($0.entry)" == about }
            if corrected == nil { return nil }
        }
        let day = filler.day(
            "day",
            "The day it is about",
            was: corrected?.day ?? today
        )
        let text = filler.area(
            "text",
            "What happened",
            hint: "Everybody on the case who sees the log reads it.",
            was: corrected?.text ?? "",
            most: 20_000
        )
        return Asked(
            title: corrected == nil ? "Write in the log" : "Correct an entry of the log",
            lead: corrected == nil
                ? [] : ["The first entry stays as it was written. This one stands beside it."],
            button: "Write it down",
            command: .writeLogEntry(
                text,
                day: day,
                corrects: corrected?.entry,
                entry: fresh.entry
            )
        )
    }
}

extension CaseFormBuilder {
    /// One to four children, the place, and what else the case is found by.
    mutating func askAbout(was: CaseAbout?) -> CaseAbout {
        Self.askAbout(&filler, was: was)
    }

    static func askAbout(_ filler: inout FormFiller, was: CaseAbout?) -> CaseAbout {
        var children: [CaseAbout.Child] = []
        for number in 1...4 {
            let known = was.flatMap { $0.children.count >= number ? $0.children[number - 1] : nil }
            filler.heading(
                number == 1 ? "The child" : "Another child, if there was one (\(number))"
            )
            let id = "child-\(number)"
            let isUnborn =
                !filler.boxes(
                    "\(id)-unborn",
                    "Unborn",
                    [(id: "yes", label: "Not born yet")],
                    was: known?.isUnborn == true ? ["yes"] : []
                ).isEmpty
            let name = filler.line(
                "\(id)-name",
                number == 1 ? "Name" : "Name of child \(number)",
                was: known?.name ?? "",
                isNeeded: number == 1 && !isUnborn,
                most: 200
            )
            let aliases = filler.line(
                "\(id)-aliases",
                "Other names\(number == 1 ? "" : " of child \(number)")",
                hint: "With commas between them.",
                was: known?.aliases.joined(separator: ", ") ?? "",
                isNeeded: false
            )
            let born = filler.optionalDay(
                "\(id)-born",
                "Date of birth\(number == 1 ? "" : " of child \(number)")",
                hint: "Leave empty if it is not known.",
                was: known?.born
            )
            let numbers = filler.line(
                "\(id)-numbers",
                "NHS and other numbers\(number == 1 ? "" : " of child \(number)")",
                hint: "With commas between them. They help to find the same child again.",
                was: known?.numbers?.joined(separator: ", ") ?? "",
                isNeeded: false
            )
            guard isUnborn || !name.isEmpty else { continue }
            children.append(
                CaseAbout.Child(
                    name: name,
                    aliases: parts(aliases),
                    born: born,
                    isUnborn: isUnborn,
                    numbers: numbers.isEmpty
                        ? nil
                        : parts(numbers).map {
                            $0.uppercased().filter { $0.isLetter || $0.isNumber }
                        }
                )
            )
        }
        filler.heading("Where, and what else it is known by")
        let place = filler.line(
            "place",
            "Place",
            hint: "Town or district.",
            was: was?.place ?? "",
            isNeeded: false
        )
        let references = filler.line(
            "references",
            "References of other systems",
            hint: "With commas between them.",
            was: was?.otherReferences.joined(separator: ", ") ?? "",
            isNeeded: false
        )
        let agencies = filler.line(
            "agencies",
            "Agencies known to be involved",
            hint: "With commas between them.",
            was: was?.agencies.joined(separator: ", ") ?? "",
            isNeeded: false,
            most: 2000
        )
        return CaseAbout(
            children: children,
            place: place,
            otherReferences: parts(references),
            agencies: parts(agencies)
        )
    }

    private static func parts(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
