package import WorkingDays

/// Somebody whom the chronologies of a case name.
package struct ListedPerson: Hashable, Sendable, Codable {
    package let name: String
    package let otherNames: [String]
    /// `mother of Child A`, in the words of whoever wrote it.
    package let relation: String
    /// `Child A`, `Mother`.
    package let pseudonym: String
    /// Whether the chronology says how old this person was.
    package let isChild: Bool
    package let born: Day?
    /// Of a child not born yet.
    package let due: Day?

    package init(
        name: String,
        otherNames: [String] = [],
        relation: String = "",
        pseudonym: String,
        isChild: Bool = false,
        born: Day? = nil,
        due: Day? = nil
    ) {
        self.name = name
        self.otherNames = otherNames
        self.relation = relation
        self.pseudonym = pseudonym
        self.isChild = isChild
        self.born = born
        self.due = due
    }
}

extension ListedPerson {
    /// The most people of one list.
    package static let most = 100
    /// The most characters of a name, a pseudonym or a relation.
    package static let mostCharacters = 200

    /// What is wrong with one entry of a list.
    package enum Fault: Hashable, Sendable {
        case noName
        case noPseudonym
        /// Somebody earlier on the list has it.
        case pseudonymTwice(String)
        /// It would show a name where names are hidden.
        case pseudonymIsAName(String)
        case tooLong
        case bornAndDue
    }

    /// Every fault of a list, with the place of the entry from 0, in the order of the list.
    package static func faults(of people: [ListedPerson]) -> [(place: Int, fault: Fault)] {
        var faults: [(place: Int, fault: Fault)] = []
        var seen: Set<String> = []
        let names = Set(people.flatMap { [$0.name] + $0.otherNames }.map { folded($0) })
        for (place, person) in people.enumerated() {
            func found(_ fault: Fault) { faults.append((place: place, fault: fault)) }
            let pseudonym = folded(person.pseudonym)
            if isBlank(person.name) { found(.noName) }
            if pseudonym.isEmpty {
                found(.noPseudonym)
            } else if names.contains(pseudonym) {
                found(.pseudonymIsAName(person.pseudonym))
            } else if !seen.insert(pseudonym).inserted {
                found(.pseudonymTwice(person.pseudonym))
            }
            let texts = [person.name, person.relation, person.pseudonym] + person.otherNames
            if texts.contains(where: { $0.count > mostCharacters }) { found(.tooLong) }
            if person.born != nil, person.due != nil { found(.bornAndDue) }
        }
        return faults
    }

    /// Without capitals, and with one space where there are several.
    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
