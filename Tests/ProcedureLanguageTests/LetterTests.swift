import ProcedureLanguage
import Procedures
import TestSupport
import Testing

@Suite("Letters of requests")
struct LetterTests {
    private static let whole = """
        letter: request
        title: Request
        purpose: To learn
        legal-basis: Section 16H
        paragraphs:
          - Dear {name},
          - It is due by {due}.
        """

    @Test func `a letter is read with its places`() throws {
        let (letter, diagnostics) = readLetter(Self.whole)
        #expect(diagnostics.isEmpty)
        #expect(letter?.id == "request" && letter?.instruction.isEmpty == true)
        #expect(letter?.paragraphs == ["Dear {name},", "It is due by {due}."])
    }

    private static let names =
        "names are {agency}, {name}, {due}, {form}, {reference}, {partnership}, {sender}"

    @Test func `an unknown name is an error with its place and the valid ones`() throws {
        let text = Self.whole.replacing("{due}", with: "{agancy}")
        let (letter, diagnostics) = readLetter(text)
        #expect(letter == nil && diagnostics.count == 1)
        #expect(diagnostics[0].place == Place(line: 7, column: 18))
        #expect(diagnostics[0].length == 8)
        #expect(
            diagnostics[0].message
                == "there is no name {agancy}; did you mean {agency}? The \(Self.names)"
        )
    }

    @Test func `in a folded text each fault has its own place, the same mark twice too`() throws {
        let text = """
            letter: request
            title: Request of {agency}
            purpose: To learn
            legal-basis: Section 16H
            paragraphs:
              - >-
                Dear {nam}, for
                {nam} we ask
                by {{due}}.
              - "An open { brace"
            """
        let places = readLetter(text).diagnostics.map(\.place)
        #expect(
            places == [
                Place(line: 2, column: 19), Place(line: 7, column: 10), Place(line: 8, column: 5),
                Place(line: 9, column: 8), Place(line: 10, column: 14),
            ]
        )
    }

    @Test func `what is missing and what is unknown is told all at once`() throws {
        let (letter, diagnostics) = readLetter("letter: request\ntitel: Request\n")
        #expect(letter == nil)
        let messages = diagnostics.map(\.message).joined(separator: "\n")
        for part in [
            "'titel'", "no 'title'", "no 'purpose'", "no 'legal-basis'", "no 'paragraphs'",
        ] {
            #expect(messages.contains(part), "\(part)")
        }
    }

    @Test func `places are filled, and braces that name nothing stay`() {
        #expect(
            LetterDefinition.fill("Dear {name}: {x} {", [.name: "Beth {due}", .due: "today"])
                == "Dear Beth {due}: {x} {"
        )
    }

    @Test func `every letter that ships can be used, and every letter a procedure names ships`()
        throws
    {
        let letters = ShippedProcedures.files(in: "letters").map { readLetter($0) }
        #expect(letters.allSatisfy { $0.letter != nil && $0.diagnostics.isEmpty })
        let ids = Set(letters.compactMap(\.letter?.id))
        #expect(ids.contains("standard"))
        for read in ShippedProcedures.read {
            for step in read.procedure.requestSteps {
                if let letter = step.request?.letter { #expect(ids.contains(letter)) }
            }
        }
    }
}
