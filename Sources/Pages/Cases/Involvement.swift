import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseReader {
    /// Who of the family and of the practitioners was asked, and what they said.
    package func involvementPage() -> PaperPage {
        PaperPage(
            title: "Family and practitioners",
            over: "Case \(file.reference)",
            crumbs: [
                Crumb(name: Way.cases.name, address: Link.cases),
                .caseFile(file.reference),
            ],
            lead: [
                "Who was asked to take part, by whom, what they said, what helps and what stands in the way. Reports name nobody by this list.",
                file.involved.isEmpty ? "Nobody is recorded yet." : "",
            ],
            acts: may(.recordInvolvement)
                ? [WordedLink(words: "Record somebody", address: link(.involvements))] : [],
            sections: file.involved.map { section(of: $0.latest, $0.history) }
        )
    }

    private func section(
        of latest: CaseFile.Involvement,
        _ history: [CaseFile.Involvement]
    ) -> PaperPage.Section {
        let told = latest.told
        var facts: [PaperPage.Fact] = []
        func add(_ term: String, _ text: String) {
            if !text.isEmpty { facts.append(PaperPage.Fact(term, text)) }
        }
        add(
            "Part",
            [told.kind.words, told.relation].filter { !$0.isEmpty }.joined(separator: ", ")
        )
        add(
            "Asked",
            told.asked.map { "\(DayWording.words($0)), by \(told.askedBy)" } ?? ""
        )
        add("Views", told.views)
        add("Support", told.support)
        add(told.answer == .notAsked ? "Why nobody has asked" : "Barriers", told.barriers)
        add("May it be shared", told.consent.words)
        add(
            "Told before publication by",
            told.toldBy.isEmpty ? "Not settled yet" : told.toldBy
        )
        for earlier in history.dropLast().reversed() {
            add(
                "Before, \(when(earlier.recorded))",
                [earlier.told.answer.words, earlier.told.views].filter { !$0.isEmpty }
                    .joined(separator: ". ")
            )
        }
        return PaperPage.Section(
            title: told.name,
            tag: StandingTag(kind: told.answer.tagKind, word: told.answer.words),
            note: "Recorded \(when(latest.recorded)) by \(who(latest.actor))",
            facts: facts,
            links: may(.recordInvolvement)
                ? [
                    WordedLink(
                        words: "Record what is new of \(told.name)",
                        address: link(.involvements, "\(told.involved)")
                    )
                ] : []
        )
    }
}

extension CaseFormBuilder {
    mutating func askInvolvement() -> Asked? {
        var was: CaseEvent.InvolvementRecorded?
        if let about {
            was = file.involved.first { "\($0.latest.told.involved)" == about }?.latest.told
            if was == nil { return nil }
        }
        let (name, kind, relation) = askWhoIsInvolved(was)
        let (answer, asked, askedBy) = askWhatCameOfIt(was)
        let views = filler.area(
            "views",
            "What the person said",
            hint: "In their own words, as they want it told.",
            was: was?.views ?? "",
            isNeeded: false
        )
        let (support, barriers) = askWhatHelps(was, answer)
        let (consent, toldBy) = askWhatIsShared(was)
        return Asked(
            title: was == nil ? "Record somebody’s part" : "Record what is new",
            lead: ["What was recorded before stays in the log."],
            command: .recordInvolvement(
                CaseEvent.InvolvementRecorded(
                    entry: fresh.entry,
                    involved: was?.involved ?? fresh.entry,
                    kind: kind,
                    name: name,
                    relation: relation,
                    asked: asked,
                    askedBy: askedBy,
                    answer: answer ?? .awaited,
                    views: views,
                    support: support,
                    barriers: barriers,
                    consent: consent,
                    toldBy: toldBy
                )
            )
        )
    }

    private mutating func askWhoIsInvolved(
        _ was: CaseEvent.InvolvementRecorded?
    ) -> (name: String, kind: InvolvedKind, relation: String) {
        let name = filler.line(
            "name",
            "Who",
            hint: "As the case calls the person: a name, or “the mother”.",
            was: was?.name ?? ""
        )
        let kind = filler.radio(
            "kind",
            "In which part",
            InvolvedKind.allCases.map { (id: $0.rawValue, label: $0.words, hint: "") },
            was: was?.kind.rawValue ?? ""
        )
        let relation = filler.line(
            "relation",
            "Relation to the child, or agency",
            was: was?.relation ?? "",
            isNeeded: false
        )
        return (name, InvolvedKind(rawValue: kind) ?? .family, relation)
    }

    private mutating func askWhatCameOfIt(
        _ was: CaseEvent.InvolvementRecorded?
    ) -> (answer: InvolvementAnswer?, asked: Day?, askedBy: String) {
        let answer = InvolvementAnswer(
            rawValue: filler.radio(
                "answer",
                "What came of it",
                InvolvementAnswer.allCases.map { (id: $0.rawValue, label: $0.words, hint: "") },
                was: was?.answer.rawValue ?? ""
            )
        )
        let wasAsked = answer != nil && answer != .notAsked
        let asked = filler.optionalDay(
            "asked",
            "The day the person was asked",
            was: was?.asked,
            isNeeded: wasAsked
        )
        let askedBy = filler.line(
            "how",
            "Who asked, and how",
            was: was?.askedBy ?? "",
            isNeeded: wasAsked
        )
        return (answer, asked, askedBy)
    }

    private mutating func askWhatHelps(
        _ was: CaseEvent.InvolvementRecorded?,
        _ answer: InvolvementAnswer?
    ) -> (support: String, barriers: String) {
        let support = filler.area(
            "support",
            "What helps them to take part, and who gives it",
            was: was?.support ?? "",
            isNeeded: false
        )
        let barriers = filler.area(
            "barriers",
            "What stands in the way",
            hint: "Where nobody has asked: why, and when it will be looked at again.",
            was: was?.barriers ?? "",
            isNeeded: answer == .notAsked
        )
        return (support, barriers)
    }

    private mutating func askWhatIsShared(
        _ was: CaseEvent.InvolvementRecorded?
    ) -> (consent: SharingConsent, toldBy: String) {
        let consent = filler.radio(
            "consent",
            "May what they said be shared, as learning",
            SharingConsent.allCases.map { (id: $0.rawValue, label: $0.words, hint: "") },
            was: (was?.consent ?? .notAsked).rawValue
        )
        let toldBy = filler.line(
            "told-by",
            "Who tells them of the outcome, before anything is published",
            was: was?.toldBy ?? "",
            isNeeded: false
        )
        return (SharingConsent(rawValue: consent) ?? .notAsked, toldBy)
    }
}

extension LogWording {
    /// What family and practitioners said is read on their own page alone.
    func words(of told: CaseEvent.InvolvementRecorded) -> Words {
        (
            .people,
            "recorded the part of somebody in the review (\(told.kind.words.lowercasedStart)): \(told.answer.words.lowercasedStart)",
            ""
        )
    }
}

extension InvolvedKind {
    package var words: String {
        switch self {
        case .child: "Child"
        case .family: "Family"
        case .practitioner: "Practitioner"
        }
    }
}

extension InvolvementAnswer {
    package var words: String {
        switch self {
        case .notAsked: "Not asked yet"
        case .awaited: "Asked, no answer yet"
        case .takesPart: "Takes part"
        case .later: "Wants to later"
        case .declines: "Does not want to"
        }
    }

    fileprivate var tagKind: StandingTag.Kind {
        switch self {
        case .notAsked: .start
        case .awaited, .later: .open
        case .takesPart, .declines: .done
        }
    }
}

extension SharingConsent {
    package var words: String {
        switch self {
        case .notAsked: "Not asked yet"
        case .given: "Yes"
        case .withoutNames: "Yes, without anything that tells who it was"
        case .refused: "No"
        }
    }
}
