import Partnerships
import Procedures
import WorkingDays

extension LetterReader {
    /// One letter: which text goes, and every text that was written; nil where there is no such letter.
    package func page(_ id: String) -> LetterPage? {
        guard let letter = letter(id) else { return nil }
        let going = letter.kept.inUse
        return LetterPage(
            title: letter.going.title,
            over: "Letter",
            crumbs: crumbs(nil),
            banner: changedBeneath(letter),
            tag: nil,
            lead: [],
            acts: [
                WordedLink(words: "Change the text", address: Link.letter(id, "text")),
                WordedLink(
                    words: "Preview of what goes now",
                    address: Link.letterVersion(id, going, "document")
                ),
            ],
            press: nil,
            facts: [
                ("Goes now", standing(letter)),
                ("Goes with", uses(letter)),
                (
                    "Requests that were sent",
                    "Keep the letter that went with them, whatever is changed here"
                ),
            ],
            parts: parts(letter.going),
            comparisons: [],
            versions: ([0] + letter.kept.versions.map(\.number)).reversed().map {
                row($0, of: letter)
            }
        )
    }

    /// One text of a letter, compared with the one before; nil where there is none of that number.
    ///
    /// The token is made for the address of the press.
    package func versionPage(
        _ id: String,
        _ number: Int,
        isOvertaken: Bool = false,
        token: (String) -> String
    ) -> LetterPage? {
        guard let letter = letter(id), let text = letter.text(number) else { return nil }
        let goes = letter.kept.inUse == number
        let address = Link.letterVersion(id, number, "use")
        let press = Form(
            action: address,
            token: token(address),
            hidden: [(name: "instead", value: "\(letter.kept.inUse)")],
            button: number == 0 ? "Go back to this text" : "Take this text into use"
        )
        return LetterPage(
            title: "\(Self.name(number)) of “\(text.title)”",
            over: "Letter",
            crumbs: crumbs(letter),
            banner: isOvertaken ? overtaken(letter) : nil,
            tag: goes ? StandingTag(kind: .done, word: "Goes now") : nil,
            lead: goes
                ? []
                : ["Once it is taken into use, every new request begins with it, in every case."],
            acts: [
                WordedLink(
                    words: "Preview, with made-up details",
                    address: Link.letterVersion(id, number, "document")
                ),
                WordedLink(
                    words: "Write another text from this one",
                    address: Link.letter(id, "text") + "?from=\(number)"
                ),
            ],
            press: goes ? nil : press,
            facts: facts(number, of: letter),
            parts: parts(text),
            comparisons: comparisons(number, text, of: letter),
            versions: []
        )
    }

    private func overtaken(_ letter: Letter) -> Banner {
        Banner(
            kind: .today,
            heading: "Another text was taken into use meanwhile",
            lines: [
                "Goes now: \(standing(letter)). Nothing was changed. Compare the two below before you decide."
            ]
        )
    }

    /// Whoever wrote a text of her own learns that the one that ships has changed since.
    private func changedBeneath(_ letter: Letter) -> Banner? {
        guard let version = letter.kept.version(letter.kept.inUse),
            version.shipped != letter.shipped
        else { return nil }
        return Banner(
            kind: .plain,
            heading: "The text that ships has changed since yours was written",
            lines: [
                "Yours goes on as it is. Look whether something of the new text belongs in it."
            ],
            link: WordedLink(
                words: "Read the text that ships now",
                address: Link.letterVersion(letter.shipped.id, 0)
            )
        )
    }

    /// When a text was written, and each time that it was taken into use.
    private func facts(_ number: Int, of letter: Letter) -> [(term: String, text: String)] {
        var facts: [(term: String, text: String)] = []
        if let version = letter.kept.version(number) {
            facts.append(
                ("Written", "\(reader.when(version.at)), by \(reader.name(version.by))")
            )
        }
        return facts
            + letter.kept.uses.filter { $0.number == number }.map {
                ("Taken into use", "\(reader.when($0.at)), by \(reader.name($0.by))")
            }
    }

    private func row(_ number: Int, of letter: Letter) -> LetterPage.Version {
        let goes = letter.kept.inUse == number
        return LetterPage.Version(
            name: Self.name(number),
            address: Link.letterVersion(letter.shipped.id, number),
            tag: goes ? StandingTag(kind: .done, word: "Goes now") : nil,
            says: facts(number, of: letter).map { "\($0.term) \($0.text)" }
        )
    }

    func parts(_ text: LetterDefinition) -> [(title: String, paragraphs: [String])] {
        LetterDefinition.Part.allCases.compactMap { part in
            let paragraphs =
                part == .letter ? text.paragraphs : LetterDefinition.paragraphs(of: text[part])
            return paragraphs.isEmpty ? nil : (part.words, paragraphs)
        }
    }

    // Comparing

    private func comparisons(
        _ number: Int,
        _ text: LetterDefinition,
        of letter: Letter
    ) -> [LetterPage.Comparison] {
        guard let version = letter.kept.version(number) else { return [] }
        let before = letter.kept.version(number - 1)?.letter ?? version.shipped
        var found = [
            comparison(
                number == 1
                    ? "What differs from the text that shipped then"
                    : "What differs from version \(number - 1)",
                before,
                text
            )
        ]
        if letter.kept.inUse != number, letter.going != before {
            let heading = "What differs from what goes now"
            found.append(comparison(heading, letter.going, text))
        }
        return found
    }

    private func comparison(
        _ heading: String,
        _ old: LetterDefinition,
        _ new: LetterDefinition
    ) -> LetterPage.Comparison {
        LetterPage.Comparison(
            heading: heading,
            parts: LetterDefinition.Part.allCases.filter { old[$0] != new[$0] }.map {
                ($0.words, CaseReader.compared(old[$0], new[$0]))
            }
        )
    }
}
