package import Partnerships
package import Procedures
import WorkingDays

/// The text of a letter as somebody typed it.
package struct FilledLetterForm: Sendable {
    package let filler: FormFiller
    /// Nil while anything is missing or wrong.
    package let letter: LetterDefinition?
    /// The letter that ships.
    package let shipped: LetterDefinition
    /// The newest text that whoever typed it saw; 0 for none.
    package let after: Int
}

extension LetterReader {
    /// The boxes of a letter asked and read; nil where there is no such letter, or no text to begin with.
    package func filled(
        _ id: String,
        from number: Int?,
        _ items: [(name: String, value: String)]?
    ) -> FilledLetterForm? {
        guard let letter = letter(id), let was = letter.text(number ?? letter.latest) else {
            return nil
        }
        var filler = FormFiller(items)
        var typed: [LetterDefinition.Part: String] = [:]
        for part in LetterDefinition.Part.allCases {
            typed[part] = filler.ask(part, was: was)
        }
        let text = LetterDefinition(
            id: id,
            title: typed[.title] ?? "",
            purpose: typed[.purpose] ?? "",
            legalBasis: typed[.legalBasis] ?? "",
            instruction: typed[.instruction] ?? "",
            paragraphs: LetterDefinition.paragraphs(of: typed[.letter] ?? "")
        )
        return FilledLetterForm(
            filler: filler,
            letter: filler.isComplete ? text : nil,
            shipped: letter.shipped,
            after: filler.hidden("after").flatMap { Int($0) } ?? letter.newest
        )
    }

    /// The page on which a text is written.
    package func formPage(
        _ filled: FilledLetterForm,
        refused refusal: PartnershipRefusal? = nil,
        at address: String,
        token: String
    ) -> LetterFormPage? {
        guard let letter = letter(filled.shipped.id) else { return nil }
        var filler = filled.filler
        var theirs: KeptLetter.Version?
        if case .letterOvertaken = refusal {
            theirs = letter.kept.versions.last
        } else if let refusal {
            filler.fail(refusal.words(in: partnership))
        }
        let after = theirs?.number ?? filled.after
        return LetterFormPage(
            form: FormPage(
                title: "Change the text of “\(letter.going.title)”",
                over: "Letter",
                crumbs: crumbs(letter),
                lead: [
                    "It is kept as a version of its own, and nothing goes out with it until you have seen it and taken it into use.",
                    "No child’s name belongs in it: it goes with every request, of every case.",
                ],
                banner: theirs.map { overtaken(by: $0) },
                reading: [names(of: letter)],
                form: Form(
                    action: address,
                    token: token,
                    hidden: [(name: "after", value: "\(after)")],
                    fields: filler.fields,
                    errors: filler.errors,
                    button: "Keep it and see it"
                )
            ),
            theirs: theirs.map { version in
                CaseReader.theirs(
                    Self.whole(version.letter),
                    by: reader.name(version.by),
                    at: reader.when(version.at),
                    mine: filled.letter.map { Self.whole($0) } ?? ""
                )
            }
        )
    }

    private func overtaken(by version: KeptLetter.Version) -> Banner {
        Banner(
            kind: .today,
            heading: "Version \(version.number) was written meanwhile",
            lines: [
                "By \(reader.name(version.by)), \(reader.when(version.at)). Nothing of yours is lost, and nothing of theirs: both texts are below. Take over what you want of theirs, and keep yours as the next version."
            ]
        )
    }

    private func names(of letter: Letter) -> ReadSection {
        let values = madeUp(letter)
        return ReadSection(
            title: "What can be filled in",
            facts: LetterDefinition.Place.allCases.map { place in
                (
                    place.mark,
                    "\(place.standsFor); in the preview “\(values[place] ?? "")”"
                )
            }
        )
    }

    /// A letter as one text, each part under its name.
    private static func whole(_ letter: LetterDefinition) -> String {
        LetterDefinition.Part.allCases.filter { !letter[$0].isEmpty }
            .map { "\($0.words)\n\(letter[$0])" }.joined(separator: "\n\n")
    }

    // Previewing

    /// What the preview fills in; nobody and nothing of the kind exists.
    private func madeUp(_ letter: Letter) -> [LetterDefinition.Place: String] {
        let form = letter.steps.first?.request?.form
        let title = forms.first { $0.id == form }?.title
        let due = try? partnership.calendar.workingDay(10, after: reader.today)
        return [
            .agency: "Example Agency",
            .name: "Alex Example",
            .due: DayWording.words(due ?? reader.today),
            .form: title ?? "Example form",
            .reference: "000-000",
            .partnership: partnership.name,
            .sender: "Sam Sample",
        ]
    }

    /// One text of a letter as an agency would read it, with made-up details; nil where there is none.
    package func preview(_ id: String, _ number: Int) -> PrintedDocument? {
        guard let letter = letter(id), let text = letter.text(number) else { return nil }
        let values = madeUp(letter)
        let goes = letter.kept.inUse == number ? "goes now" : "does not go now"
        let title = text.title
        return PrintedDocument(
            title: title,
            reference: partnership.name,
            version: "Preview of \(Self.name(number).lowercasedStart), which \(goes)",
            blocks: [
                .note(
                    "This is a preview: the agency, the people, the day and the reference are made up."
                )
            ]
                + letterBlocks(
                    text.paragraphs.map { LetterDefinition.fill($0, values) },
                    purpose: text.purpose,
                    legalBasis: text.legalBasis,
                    instruction: text.instruction
                )
        )
    }
}

/// A letter as blocks of a document: its paragraphs, and under them what goes with it.
func letterBlocks(
    _ paragraphs: [String],
    purpose: String,
    legalBasis: String,
    instruction: String
) -> [DocumentBlock] {
    let parts: [(LetterDefinition.Part, String)] = [
        (.purpose, purpose), (.legalBasis, legalBasis), (.instruction, instruction),
    ]
    return paragraphs.map { .paragraph(DocumentText($0)) }
        + parts.filter { !$0.1.isEmpty }.flatMap { part, text in
            [.heading(1, part.heading)] + DocumentBlock.paragraphs(text)
        }
}

extension LetterDefinition.Part {
    /// Over this part of a letter, to whoever receives it.
    fileprivate var heading: String {
        switch self {
        case .title, .letter: words
        case .purpose: "Why you are asked"
        case .legalBasis: "The law by which you are asked"
        case .instruction: "What to do with your records"
        }
    }
}

extension FormFiller {
    /// One part of a letter, with everything that is wrong with it beside its box.
    fileprivate mutating func ask(
        _ part: LetterDefinition.Part,
        was letter: LetterDefinition
    ) -> String {
        let was = letter[part]
        let text =
            part == .title
            ? line(part.rawValue, part.words, was: was, most: part.most)
            : area(
                part.rawValue,
                part.words,
                hint: part == .letter ? "An empty line begins a paragraph." : "",
                was: was,
                isNeeded: part.isNeeded,
                most: part.most
            )
        if isSent, text.count <= part.most {
            mark(part.rawValue, all: letterFaults(in: text, of: part))
        }
        return text
    }
}
