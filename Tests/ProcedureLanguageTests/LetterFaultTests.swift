import Procedures
import Testing

@Suite("What cannot stand in a letter")
struct LetterFaultTests {
    private static let names =
        "names are {agency}, {name}, {due}, {form}, {reference}, {partnership}, {sender}"

    @Test(arguments: [
        ("Dear {nane},", 1, 6, "there is no name {nane}; did you mean {name}? The \(names)"),
        ("One\nTwo {child}", 2, 5, "there is no name {child}; the \(names)"),
        ("One\r\n\r\nx {Due}", 3, 3, "there is no name {Due}; did you mean {due}? The \(names)"),
        ("{ due }", 1, 1, "there is no name { due }; did you mean {due}? The \(names)"),
        ("{}", 1, 1, "there is no name {}; the \(names)"),
        ("By {due", 1, 4, "{ opens a name that no } closes on the same line; the \(names)"),
        ("By {due\n}", 1, 4, "{ opens a name that no } closes on the same line; the \(names)"),
        ("By due}", 1, 7, "} closes a name that no { opened; the \(names)"),
        ("{{due}}", 1, 1, "{{due}} has more than one brace on a side; write {due}; the \(names)"),
        (
            "{{{due}}}", 1, 1,
            "{{{due}}} has more than one brace on a side; write {due}; the \(names)"
        ),
        ("{{#if x}}", 1, 1, "{{#if x}} has more than one brace on a side; the \(names)"),
        (
            "{{&name}}", 1, 1,
            "{{&name}} has more than one brace on a side; write {name}; the \(names)"
        ),
        ("{> partial}", 1, 1, "there is no name {> partial}; the \(names)"),
        ("a\u{202E}b", 1, 2, "a sign that nobody sees stands here (U+202E): take it out"),
        ("a\u{0}b", 1, 2, "a sign that nobody sees stands here (U+0000): take it out"),
    ])
    func `is told with its line and its column`(
        text: String,
        line: Int,
        column: Int,
        message: String
    ) {
        let faults = LetterDefinition.faults(in: text, of: .letter)
        #expect(faults.first?.line == line && faults.first?.column == column)
        #expect(faults.first?.message == message)
    }

    @Test func `is told all at once`() {
        let faults = LetterDefinition.faults(in: "{a} {due} {{b}}\n} {", of: .letter)
        #expect(faults.map(\.line) == [1, 1, 2, 2])
        #expect(faults.map(\.column) == [1, 11, 1, 3])
        #expect(faults.map(\.mark) == ["{a}", "{{b}}", "}", "{"])
    }

    @Test(arguments: [LetterDefinition.Part.title, .purpose, .legalBasis, .instruction])
    func `a name has its place in the letter alone`(part: LetterDefinition.Part) {
        let faults = LetterDefinition.faults(in: "To {agency}", of: part)
        #expect(faults.map(\.what) == [.notHere(.agency)])
        #expect(
            faults.first?.message
                == "{agency} is filled in in the letter itself, and not here"
        )
        #expect(
            LetterDefinition.faults(in: "{x}", of: part).first?.message
                == "there is no name {x}; no names are filled in here"
        )
    }

    @Test func `what is too long or empty is told by its length, and not read`() {
        let long = String(repeating: "{x} ", count: 6_000)
        #expect(LetterDefinition.faults(in: long, of: .letter).map(\.what) == [.tooLong(24_000)])
        #expect(LetterDefinition.faults(in: " \n", of: .purpose).map(\.what) == [.empty])
        #expect(LetterDefinition.faults(in: "", of: .instruction).isEmpty)
    }

    @Test(arguments: [
        "Plain words, <b>markup</b> & \"signs\"", "file:///etc/passwd and http://example.org",
        "שלום, {name}", "=1+1", "{agency} {name} {due} {form} {reference} {partnership} {sender}",
    ])
    func `everything else is text`(text: String) {
        #expect(LetterDefinition.faults(in: text, of: .letter).isEmpty)
    }

    @Test func `what is filled in is not read again`() {
        #expect(
            LetterDefinition.fill(
                "{name}: {due}",
                [.name: "{due} {{reference}}", .due: "{name}", .reference: "4QX"]
            ) == "{due} {{reference}}: {name}"
        )
    }

    @Test func `an empty line begins a paragraph, however lines end`() {
        #expect(
            LetterDefinition.paragraphs(of: "\r\nOne\r\nmore\r\n \r\n\r\nTwo\n\nThree\n")
                == ["One\nmore", "Two", "Three"]
        )
    }
}
