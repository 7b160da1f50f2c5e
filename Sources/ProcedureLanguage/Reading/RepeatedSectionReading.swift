import Procedures

/// How often a section may be asked again, and in what words.
struct RepeatedSection {
    static let keys = ["times", "another", "next", "no-more"]

    let times: Int
    /// Asks at the end of each whether there is another.
    let another: String
    /// The title of those after the first, before their number.
    let next: String?
    /// What somebody is told who has another after the last.
    let noMore: String
}

extension Context {
    /// Nil for a section that is asked once.
    mutating func repeatedSection(_ map: MapReader) -> RepeatedSection? {
        guard let times = map["times"] else {
            for key in RepeatedSection.keys where map[key] != nil {
                diagnostics.error(
                    "'\(key)' means nothing for a section without 'times'",
                    at: map.key(key)
                )
            }
            return nil
        }
        for key in ["another", "no-more"] where map[key] == nil {
            diagnostics.error("a section with 'times' has no '\(key)'", at: map.key("times"))
        }
        guard let times = number(times, in: 2...9), let another = map.text("another", &self),
            let noMore = map.text("no-more", &self)
        else { return nil }
        return RepeatedSection(
            times: times,
            another: another,
            next: map.text("next", &self),
            noMore: noMore
        )
    }

    /// The section and those after it, each of which applies where the one before has another.
    mutating func repetitions(
        of section: FormSection,
        _ repeated: RepeatedSection,
        _ entry: YAMLNode.Entry,
        _ asked: inout AskedQuestions
    ) -> [FormSection] {
        (1...repeated.times).map { number in
            let one = repetition(number, of: section, repeated)
            declare(one, repeating: section, entry, &asked)
            return one
        }
    }

    private func repetition(
        _ number: Int,
        of section: FormSection,
        _ repeated: RepeatedSection
    ) -> FormSection {
        let own = Set(section.questions.map(\.id))
        func name(_ id: String) -> String { own.contains(id) ? FormRepetition.id(id, number) : id }
        func another(_ number: Int) -> String { FormRepetition.id("\(section.id)-another", number) }

        let conditions =
            (section.condition.map { [$0] } ?? [])
            + (1..<number).map { .answered(question: another($0), with: "yes") }
        let asksAnother = FormQuestion(
            id: another(number),
            asks: repeated.another,
            hint: "",
            kind: .yesNo,
            isNeeded: true,
            condition: nil,
            rules: FormRules(noMore: number == repeated.times ? repeated.noMore : nil)
        )
        return FormSection(
            id: FormRepetition.id(section.id, number),
            title: number == 1
                ? section.title : "\(repeated.next ?? section.title) \(number)",
            says: section.says,
            condition: conditions.count > 1 ? .all(conditions) : conditions.first,
            questions: section.questions.map { $0.renamed(name) } + [asksAnother],
            repetition: FormRepetition(of: section.id, number: number, count: repeated.times)
        )
    }

    /// Takes the names of a repetition; a fault is told at what it repeats.
    private mutating func declare(
        _ one: FormSection,
        repeating section: FormSection,
        _ entry: YAMLNode.Entry,
        _ asked: inout AskedQuestions
    ) {
        if one.id != section.id, !asked.declare(section: one.id) {
            diagnostics.error(
                "the section '\(section.id)' repeats as '\(one.id)', which stands already",
                at: entry.key
            )
        }
        let keys = entry.value["questions"]?.entries ?? []
        for (place, question) in one.questions.enumerated() {
            let isFirst = one.id == section.id && place < section.questions.count
            guard !isFirst else { continue }
            let first = place < section.questions.count ? section.questions[place].id : nil
            add(
                question,
                at: keys.first { $0.name == first }?.key ?? entry.value["another"] ?? entry.key,
                &asked
            )
        }
    }
}

extension FormQuestion {
    fileprivate func renamed(_ name: (String) -> String) -> FormQuestion {
        FormQuestion(
            id: name(id),
            asks: asks,
            hint: hint,
            kind: kind,
            isNeeded: isNeeded,
            condition: condition?.renamed(name),
            rules: rules.renamed(name)
        )
    }
}
