import Testing

@testable import Reports

@Suite("The text of a section: paragraphs, lists, bold and markers")
struct ReportTextTests {
    @Test func `every line is a paragraph, and lines with a hyphen are one list`() {
        let text = ReportText("First.\nSecond.\n\n- one\n- two\nThird.")
        #expect(
            text.blocks == [
                .paragraph([.text("First.")]), .paragraph([.text("Second.")]),
                .list([[.text("one")], [.text("two")]]), .paragraph([.text("Third.")]),
            ]
        )
    }

    @Test func `a marker names a source, in bold too, and says where it stands`() {
        let text = ReportText("Seen **once [2]** there [11].\n  - item [3]")
        #expect(text.sources == [2, 11, 3])
        #expect(
            text.markers == [
                .init(number: 2, line: 1, column: 13), .init(number: 11, line: 1, column: 25),
                .init(number: 3, line: 2, column: 10),
            ]
        )
    }

    @Test(arguments: ["[2024]", "[a]", "[]", "[1", "1]", "[ 1]", "[-1]", "[٣]"])
    func `what is no marker is text`(_ words: String) {
        #expect(ReportText(words).blocks == [.paragraph([.text(words)])])
    }

    @Test(arguments: [
        "**not closed", "<b>x</b>", "# head", "* star", "{{name}}", "| a | b |", "`code`", "****",
    ])
    func `every other sign is text`(_ words: String) {
        #expect(ReportText(words).blocks == [.paragraph([.text(words)])])
    }

    @Test func `a marker of no source is found, with its line and column`() {
        let text = ReportText("Known [1].\nNot [7].")
        #expect(text.unknownMarkers([1]) == [.init(number: 7, line: 2, column: 5)])
        #expect(text.unknownMarkers([1, 7]).isEmpty)
    }

    @Test func `what it says is left without markers and signs`() {
        #expect(
            plainWords(of: "**Two** things [1]:\n- one [2]\n- two") == "Two things :\none \ntwo"
        )
    }
}

@Suite("Sentences that are taken")
struct SentenceTests {
    static let texts: [(text: String, sentences: [String])] = [
        ("", []),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        (
            "Seen by Dr. Shah on 3.5.2024. Discharged.",
            ["Seen by Dr. Shah on 3.5.2024.", "Discharged."]
        ),
        ("Told Mr. J. Doe. He left.", ["Told Mr. J. Doe.", "He left."]),
        ("“All is well.” He left.", ["“All is well.”", "He left."]),
        ("No stop\nAnother line", ["No stop", "Another line"]),
        ("He said e.g. this. and that", ["He said e.g. this. and that"]),
        ("Really?! Yes... Perhaps.", ["Really?!", "Yes...", "Perhaps."]),
    ]

    @Test(arguments: texts)
    func `a text falls into its sentences`(_ text: String, _ expected: [String]) {
        #expect(sentences(of: text) == expected)
    }

    static let citations: [(sentence: String, cited: String)] = [
        ("It was closed.", "It was closed [3]."),
        ("Really?!", "Really [3]?!"),
        ("No stop", "No stop [3]"),
        ("He said “no.”", "He said “no.” [3]"),
        ("He said “no”.", "He said “no” [3]."),
    ]

    @Test(arguments: citations)
    func `the marker stands before the stop that ends the sentence`(
        _ sentence: String,
        _ expected: String
    ) {
        #expect(cited(sentence, 3) == expected)
        #expect(ReportText(expected).sources == [3])
    }

    @Test(arguments: [
        ("as told in [3].", "as told in (3)."), ("- item", "item"),
        ("**bold** words", "bold words"),
        ("two\nlines", "two lines"), ("[2024] stays no marker", "(2024) stays no marker"),
    ])
    func `what an agency wrote means nothing in a report`(_ text: String, _ expected: String) {
        #expect(taken(text) == expected)
        #expect(ReportText(taken(text)).sources.isEmpty)
    }
}

@Suite("What a section lacks")
struct SectionLackTests {
    static let lacks: [(text: String, lack: SectionLack?)] = [
        ("", .empty), (" \n ", .empty), ("[3]", .empty), ("- ", .empty),
        ("Neglect", .oneWord("Neglect")),
        ("See attached", .elsewhere("See attached")),
        ("Please see attached chronology.", .elsewhere("Please see attached chronology.")),
        ("see Appendix B", .elsewhere("see Appendix B")),
        ("N/A", .withoutReason("N/A")), ("not applicable.", .withoutReason("not applicable.")),
        ("None known", .withoutReason("None known")),
        ("TBC", .toCome("TBC")), ("To follow.", .toCome("To follow.")),
        ("N/A: the child lived with nobody else", nil),
        ("None was left out: all nine were asked.", nil),
        (
            "See attached report of the hospital, which says that the child was seen three times",
            nil
        ),
        ("The child is safe [1].", nil),
    ]

    @Test(arguments: lacks)
    func `its words alone say whether it says something`(_ text: String, _ expected: SectionLack?) {
        #expect(lack(of: text) == expected)
    }
}
