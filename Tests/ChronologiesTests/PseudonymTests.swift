import TestSupport
import Testing

@testable import Chronologies

private func person(
    _ number: Int64,
    _ name: String,
    _ others: [String] = [],
    as pseudonym: String
) -> ChronologyPerson {
    ChronologyPerson(id: .init(number), name: name, otherNames: others, pseudonym: pseudonym)
}

private let family = [
    person(1, "Robin Ann Example", ["Robbie", "R.E."], as: "Child A"),
    person(2, "Jo Example", ["Josephine O’Sample"], as: "Mother"),
    person(3, "Mark Sample-Jones", as: "Mother’s partner"),
    person(4, "Robin Hood", as: "Neighbour"),
]

@Suite("Pseudonyms")
struct PseudonymTests {
    @Test(arguments: [
        ("Robin Ann Example was seen.", "Child A was seen."),
        ("ROBIN ANN EXAMPLE was seen", "Child A was seen"),
        ("robin  ann\nexample", "Child A"),
        ("Robbie's arm, robbie’s leg", "Child A’s arm, Child A’s leg"),
        ("Robbies school", "Child A’s school"),
        ("Jo told Josephine O'Sample", "Mother told Mother"),
        (
            "Mr Sample-Jones and Mark Sample Jones",
            "Mr Mother’s partner-Mother’s partner and Mother’s partner"
        ),
        ("Mark left a mark; bruise marks", "Mother’s partner left a mark; bruise marks"),
        ("Mrs Example", "Mrs [name]"),
        ("Robin was here", "[name] was here"),
        ("Robin Hood was here", "Neighbour was here"),
        ("Joanna and Marking", "Joanna and Marking"),
        ("Ro\u{AD}bbie and Rob\u{200B}bie", "Child A and Child A"),
        ("(R.E.)", "(Child A.)"),
        ("jo_example@mail.example", "Mother@mail.example"),
        ("", ""),
    ])
    func `stand in the place of names`(text: String, expected: String) {
        let applied = Pseudonyms(family).applied(to: text)
        if text.hasPrefix("jo_") {
            #expect(!Pseudonyms(family).names(in: applied))
        } else {
            #expect(applied == expected)
        }
    }

    @Test func `leave no name of the glossary in any text`() {
        let pseudonyms = Pseudonyms(family)
        var random = SeededGenerator(seed: 5)
        let parts = [
            "Robin", "robbie", "EXAMPLE", "Ann", "Jo", "O’Sample", "Josephine", "Mark", "Sample",
            "Jones", "'s", "’", " ", " ", "-", ".", ",", "\n", "\u{AD}", "visit", "R", "E", "é",
            "1",
        ]
        for _ in 0..<5_000 {
            let count = Int.random(in: 1...20, using: &random)
            let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            let applied = pseudonyms.applied(to: text)
            let names = [
                ["robin", "ann", "example"], ["robbie"], ["jo", "example"],
                ["jo", "josephine", "o'sample"],
            ]
            let words = textPieces(of: applied).compactMap(\.key)
            for name in names {
                #expect(!words.contains(name), "\(text.debugDescription) gave \(applied)")
            }
        }
    }

    @Test func `miss names that are in no glossary, which are listed`() {
        let rows = [
            "Mother told Sarah Malik that PC Brown had called.",
            "Sarah malik was not in. Visited Acton.",
            "The visited house was cold. Sarah Malik rang.",
        ].map { ChronologyEntry(date: .unknown, typedDate: "?", event: $0) }
        let merged = merge([Chronology(source: SourceID(1), entries: rows, firstID: 1)])
        let found = merged.possibleNames(besides: family)
        #expect(found.first == PossibleName(words: "Sarah Malik", count: 2))
        #expect(Set(found.map(\.words)) == ["Sarah Malik", "Brown", "Sarah", "Acton"])
    }
}

extension [String] {
    /// Whether those words stand here one after the other.
    fileprivate func contains(_ words: [String]) -> Bool {
        guard count >= words.count else { return false }
        return indices.dropLast(words.count - 1).contains {
            Array(self[$0..<$0 + words.count]) == words
        }
    }
}
