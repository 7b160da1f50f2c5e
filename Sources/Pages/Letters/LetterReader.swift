package import Partnerships
package import Procedures
import WorkingDays

/// The letters of a partnership, as whoever coordinates it reads and changes them.
package struct LetterReader: Sendable {
    let reader: PartnershipReader
    /// The letters of the edition that the partnership works by.
    let shipped: [LetterDefinition]
    let forms: [FormDefinition]

    package init(
        _ reader: PartnershipReader,
        letters: [LetterDefinition],
        forms: [FormDefinition]
    ) {
        self.reader = reader
        shipped = letters
        self.forms = forms
    }

    var partnership: Partnership { reader.partnership }

    /// The same once others have written.
    package func at(_ partnership: Partnership) -> LetterReader {
        LetterReader(
            PartnershipReader(
                partnership,
                under: reader.procedure,
                for: reader.person,
                at: reader.time,
                sendsMail: reader.sendsMail
            ),
            letters: shipped,
            forms: forms
        )
    }

    /// One letter with what became of it here.
    struct Letter {
        let shipped: LetterDefinition
        let kept: KeptLetter
        /// The steps with which it goes.
        let steps: [Step]

        /// Nil for a number that no text has; 0 is the one that ships.
        func text(_ number: Int) -> LetterDefinition? {
            number == 0 ? shipped : kept.version(number)?.letter
        }

        var newest: Int { kept.versions.last?.number ?? 0 }

        /// What was written, or put to use, last: what somebody who changes it begins with.
        var latest: Int {
            guard let written = kept.versions.last else { return 0 }
            guard let used = kept.uses.last, used.at >= written.at else { return written.number }
            return used.number
        }

        var going: LetterDefinition { text(kept.inUse) ?? shipped }
    }

    /// Those that a step goes with, in the order of the steps, and after them those of which a text was written.
    var letters: [Letter] {
        let steps = reader.procedure.requestSteps.map { step in
            (step: step, letter: shipped.letter(step.request?.letter)?.id)
        }
        let used = steps.compactMap(\.letter)
        let ids = used + shipped.map(\.id).filter { partnership.letters[$0] != nil }
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }.compactMap { id in
            shipped.first { $0.id == id }.map { letter in
                Letter(
                    shipped: letter,
                    kept: partnership.letters[id] ?? KeptLetter(),
                    steps: steps.filter { $0.letter == id }.map(\.step)
                )
            }
        }
    }

    func letter(_ id: String) -> Letter? {
        letters.first { $0.shipped.id == id }
    }

    // Words

    static func name(_ number: Int) -> String {
        number == 0 ? "The text that ships" : "Version \(number)"
    }

    func standing(_ letter: Letter) -> String {
        let name = Self.name(letter.kept.inUse)
        guard let use = letter.kept.uses.last else { return "\(name), since the beginning" }
        return "\(name), since \(reader.when(use.at)), by \(reader.name(use.by))"
    }

    /// With which steps it goes.
    func uses(_ letter: Letter) -> String {
        letter.steps.isEmpty
            ? "No step of the procedure uses it now"
            : letter.steps.map(\.does).joined(separator: "; ")
    }

    /// What is written after the text that goes, and does not go.
    private func note(_ letter: Letter) -> String {
        guard letter.latest != letter.kept.inUse, let version = letter.kept.version(letter.latest)
        else { return "" }
        return
            "Version \(version.number) is written, by \(reader.name(version.by)) on \(reader.when(version.at)), and does not go yet"
    }

    package func listPage() -> LettersPage {
        LettersPage(
            partnership: partnership.name,
            lead: [
                "These go with the requests of your procedure. Whoever asks an agency sees the letter first and can change it for that one request; here you change what it begins with, for every request from then on.",
                "A letter stands behind the agency’s link. The mail that brings the link says a reference, a day and the agency’s own name, whatever is written here.",
            ],
            letters: letters.map { letter in
                LettersPage.Row(
                    title: letter.going.title,
                    address: Link.letter(letter.shipped.id),
                    uses: uses(letter),
                    standing: standing(letter),
                    note: note(letter)
                )
            }
        )
    }

    func crumbs(_ letter: Letter?) -> [Crumb] {
        [
            Crumb(name: Way.people.name, address: Link.people),
            Crumb(name: "Letters", address: Link.letters),
        ]
            + (letter.map {
                [Crumb(name: $0.going.title, address: Link.letter($0.shipped.id))]
            } ?? [])
    }
}

extension PartnershipReader {
    /// A notice that a letter goes in another text.
    func line(_ notice: Notice, _ letter: String, _ number: Int) -> NoticesPage.Line {
        let kept = partnership.letters[letter]
        let title = kept?.version(number)?.letter.title ?? kept?.versions.first?.shipped.title
        let text = number == 0 ? "in the text that ships" : "as version \(number)"
        return NoticesPage.Line(
            when: when(notice.at),
            says:
                "The letter “\(title ?? letter)” goes \(text), put to use by \(name(notice.by)).",
            link: WordedLink(words: "Read it", address: Link.letterVersion(letter, number))
        )
    }
}
