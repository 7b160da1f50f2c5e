package import CaseFiles
package import Procedures
package import WorkingDays

/// What a referral tells, read out of its answers by the names of its questions.
package struct ReferralReading: Sendable {
    package let about: CaseAbout
    package let isSafe: Bool
    package let safety: String
    package let reviewedBy: String?
    package let facts: [(fact: Fact, value: Bool, reason: String)]
    package let moments: [(moment: Moment, day: Day)]

    package init(_ items: [(name: String, value: String)], today: Day) {
        let answers = Answers(items: items)
        about = answers.about
        (isSafe, safety) = answers.safety
        let agreed = answers.text("agreed-by")
        reviewedBy = agreed.isEmpty ? nil : agreed
        facts = answers.facts
        moments = answers.moments(today)
    }
}

/// Answers by the names that the referral gives its questions.
private struct Answers {
    let items: [(name: String, value: String)]

    func text(_ name: String) -> String {
        items.first { $0.name == name }?.value.trimmed ?? ""
    }

    func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    func exactDay(_ name: String) -> Day? {
        let how = text("\(name)-how")
        guard how.isEmpty || how == HonestDayHow.exact.rawValue else { return nil }
        return TypedDate(
            day: text("\(name)-day"),
            month: text("\(name)-month"),
            year: text("\(name)-year")
        ).day
    }

    /// The endings of the names of each child's questions: the first has none.
    var children: [String] {
        ["", "-2", "-3", "-4"].enumerated().prefix { place, _ in
            place == 0 || text("child-another" + (place == 1 ? "" : "-\(place)")) == "yes"
        }.map(\.element)
    }

    var about: CaseAbout {
        CaseAbout(
            children: children.map { ending in
                let isUnborn = text("child-unborn\(ending)") == "yes"
                let numbers = ["child-nhs", "child-upn", "child-local"].map {
                    text("\($0)\(ending)").uppercased().filter { !$0.isWhitespace && $0 != "-" }
                }.filter { !$0.isEmpty }
                return CaseAbout.Child(
                    name: text("child-name\(ending)"),
                    aliases: [],
                    born: isUnborn ? nil : exactDay("child-born\(ending)"),
                    isUnborn: isUnborn,
                    numbers: numbers.isEmpty ? nil : numbers
                )
            },
            place: text("place"),
            otherReferences: [],
            agencies: text("agencies").split(separator: "\n").compactMap { line in
                line.split(separator: "|").first.map { String($0).trimmed }
            }.filter { !$0.isEmpty }
        )
    }

    var safety: (Bool, String) {
        let questions = [
            ("child-safe", "This child"), ("others-safe", "Other children"),
        ]
        let isSafe = questions.allSatisfy { text($0.0) == YesNoNotKnown.yes.rawValue }
        var parts = questions.map { id, who -> String in
            let answer = YesNoNotKnown(rawValue: text(id))
            let words =
                switch answer {
                case .yes: "safe now"
                case .no: "NOT safe now"
                case .notKnown, nil: "not known to be safe"
                }
            let details = text("\(id)-details")
            return "\(who): \(words)." + (details.isEmpty ? "" : " \(details)")
        }
        if !text("who-acted").isEmpty { parts.append("Who acted: \(text("who-acted"))") }
        return (isSafe, "From the referral. " + parts.joined(separator: " "))
    }

    var facts: [(fact: Fact, value: Bool, reason: String)] {
        let reason = "As the referral tells it"
        var facts: [(fact: Fact, value: Bool, reason: String)] = []
        let statuses = children.flatMap { all("child-status\($0)") }
        func add(_ fact: Fact, _ holds: Bool) {
            if holds { facts.append((fact, true, reason)) }
        }
        add(.died, text("harm") == "died")
        add(.seriouslyHarmed, text("harm") == "seriously-harmed")
        add(.abuseOrNeglect, text("suspected") == YesNoNotKnown.yes.rawValue)
        add(.lookedAfter, statuses.contains("looked-after"))
        add(.careLeaver, statuses.contains("care-leaver"))
        add(.unborn, children.contains { text("child-unborn\($0)") == "yes" })
        add(.outsideEngland, text("outside-england") == YesNoNotKnown.yes.rawValue)
        return facts
    }

    func moments(_ today: Day) -> [(moment: Moment, day: Day)] {
        var moments: [(moment: Moment, day: Day)] = []
        func add(_ moment: Moment, _ day: Day?) {
            if let day, day <= today { moments.append((moment, day)) }
        }
        add(.incident, exactDay("incident-day"))
        add(.identified, exactDay("agency-knew"))
        add(.aware, exactDay("council-knew"))
        add(.partnershipAware, today)
        add(.referral, today)
        return moments
    }
}
