package import CaseFiles
package import Procedures
package import WorkingDays

extension ReferralContent {
    /// Reads it out of answers, by the names that the referral gives its questions.
    package init(_ answers: FormAnswers, today: Day) {
        let (isSafe, safety) = answers.safety
        self.init(
            about: answers.about,
            isSafe: isSafe,
            safety: safety,
            reviewedBy: answers.text(of: "agreed-by"),
            facts: answers.facts,
            moments: answers.moments(until: today)
        )
    }
}

/// No longer than an entry on safety can be: the referral has the whole.
private func shortened(_ text: String) -> String {
    text.count <= 4000 ? text : text.prefix(3950) + "… (the whole is in the referral)"
}

extension FormAnswers {
    private func exactDay(_ question: String) -> Day? {
        if case .exact(let day)? = day(of: question) { day } else { nil }
    }

    /// The endings of the names of each child's questions: the first has none.
    private var children: [String] {
        ["", "-2", "-3", "-4"].enumerated().prefix { place, _ in
            place == 0 || text(of: "child-another" + (place == 1 ? "" : "-\(place)")) == "yes"
        }.map(\.element)
    }

    fileprivate var about: CaseAbout {
        CaseAbout(
            children: children.map { child($0) },
            place: text(of: "place") ?? "",
            otherReferences: [],
            agencies: rows(of: "agencies").compactMap(\.first).filter { !$0.isEmpty }
        )
    }

    private func child(_ ending: String) -> CaseAbout.Child {
        let isUnborn = yesNoNotKnown(of: "child-unborn\(ending)") == .yes
        let numbers = [
            identifier(of: "child-nhs\(ending)", as: .nhsNumber),
            identifier(of: "child-upn\(ending)", as: .upn),
            identifier(of: "child-local\(ending)", as: .localAuthorityNumber),
        ].compactMap { $0 }
        return CaseAbout.Child(
            name: text(of: "child-name\(ending)") ?? "",
            aliases: [],
            born: isUnborn ? nil : exactDay("child-born\(ending)"),
            isUnborn: isUnborn,
            numbers: numbers.isEmpty ? nil : numbers
        )
    }

    fileprivate var safety: (Bool, String) {
        let questions = [("child-safe", "This child"), ("others-safe", "Other children")]
        var parts = questions.map { id, who -> String in
            let words =
                switch yesNoNotKnown(of: id) {
                case .yes: "safe now"
                case .no: "NOT safe now"
                case .notKnown, nil: "not known to be safe"
                }
            return "\(who): \(words)." + (details(of: id).map { " \($0)" } ?? "")
        }
        if let acted = text(of: "who-acted") { parts.append("Who acted: \(acted)") }
        return (
            questions.allSatisfy { yesNoNotKnown(of: $0.0) == .yes },
            shortened("From the referral. " + parts.joined(separator: " "))
        )
    }

    fileprivate var facts: [(fact: Fact, value: Bool, reason: String)] {
        let statuses = children.flatMap { chosen(of: "child-status\($0)") }
        let told: [(Fact, Bool)] = [
            (.died, chosen(of: "harm") == ["died"]),
            (.seriouslyHarmed, chosen(of: "harm") == ["seriously-harmed"]),
            (.abuseOrNeglect, yesNoNotKnown(of: "suspected") == .yes),
            (.lookedAfter, statuses.contains("looked-after")),
            (.careLeaver, statuses.contains("care-leaver")),
            (.unborn, children.contains { yesNoNotKnown(of: "child-unborn\($0)") == .yes }),
            (.outsideEngland, yesNoNotKnown(of: "outside-england") == .yes),
        ]
        return told.filter(\.1).map { ($0.0, true, "As the referral tells it") }
    }

    fileprivate func moments(until today: Day) -> [(moment: Moment, day: Day)] {
        let told: [(Moment, Day?)] = [
            (.incident, exactDay("incident-day")), (.identified, exactDay("agency-knew")),
            (.aware, exactDay("council-knew")), (.partnershipAware, today), (.referral, today),
        ]
        return told.compactMap { moment, day in
            day.flatMap { $0 <= today ? (moment, $0) : nil }
        }
    }
}
