import CaseFiles
import Procedures

extension CaseReader {
    /// Everything as it is to be entered elsewhere, each answer in a box of its own, with what was entered already.
    package func copyingPage(
        _ id: String,
        _ writing: FormWriting,
        entered: Set<String>,
        isDraft: Bool,
        differs: Bool,
        tokens: PaperTokens
    ) -> PaperPage {
        let address = paperLink(id, "copying")
        let sections = readSections(writing.answers, of: writing.form, today: today)
        let missing = sections.flatMap(\.faults).count
        return PaperPage(
            title: "Copy it into the government’s form",
            over: "Case \(file.reference): \(paperName(id))",
            crumbs: paperCrumbs + [Crumb(name: paperName(id), address: paperLink(id))],
            banners: [
                Banner(
                    kind: .plain,
                    heading: "Sightline has notified nobody",
                    lines: [
                        "The government’s form ends a session after 20 minutes without a key pressed, and keeps nothing. Tick each part here when you have entered it there: if it ends, you see where you were.",
                        "Choose there what is shown here: choices are worded as that form words them, as far as it is published.",
                    ]
                ),
                isDraft
                    ? Banner(
                        kind: .today,
                        heading: "Not put forward yet",
                        lines: ["This is what is being written. Nobody has signed it."]
                    )
                    : Banner(
                        kind: differs ? .late : .done,
                        heading:
                            "Version \(file.paper(id)?.versions.count ?? 0), as it was put forward",
                        lines: differs
                            ? [
                                "It was changed since, and the change was not put forward: enter it only once it is."
                            ]
                            : []
                    ),
                missing == 0
                    ? Banner(kind: .done, heading: "Nothing is missing")
                    : Banner(
                        kind: .late,
                        heading: "\(DayWording.count(missing, "answer")) missing or wrong",
                        lines: sections.flatMap { section in
                            section.faults.map { "\(section.title): \($0)" }
                        }
                    ),
            ],
            sections: zip(writing.sections, sections).map { section, read in
                let isEntered = entered.contains(section.id)
                return PaperPage.Section(
                    title: read.title,
                    tag: isEntered
                        ? StandingTag(kind: .done, word: "Entered")
                        : StandingTag(kind: .start, word: "Not entered yet"),
                    facts: read.facts.map {
                        PaperPage.Fact(
                            $0.term,
                            $0.text,
                            isCopied: $0.text != FormWriting.notAnswered
                        )
                    },
                    press: may(.writePaper)
                        ? PaperPage.Press(
                            Form(
                                action: address,
                                token: tokens.token(address),
                                hidden: [
                                    (name: "section", value: section.id),
                                    (name: "entered", value: isEntered ? "no" : "yes"),
                                ],
                                button: isEntered
                                    ? "Not entered after all: \(read.title)"
                                    : "I have entered: \(read.title)"
                            )
                        ) : nil
                )
            }
        )
    }
}
