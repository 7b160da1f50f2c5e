package import WorkingDays

/// Somebody whom the chronologies name: an entry of the one glossary of people.
package struct ChronologyPerson: Hashable, Sendable {
    /// The opaque name of a person, unique within the case.
    package struct ID: Hashable, Sendable {
        package let number: Int64

        package init(_ number: Int64) {
            self.number = number
        }
    }

    package enum Birth: Hashable, Sendable {
        case born(Day)
        /// Not born yet, as far as is known.
        case due(Day)
    }

    package let id: ID
    package let name: String
    package let otherNames: [String]
    /// `mother of Child A`, in the words of whoever wrote it.
    package let relation: String
    /// `Child A`, `Mother`.
    package let pseudonym: String
    /// Whether the chronology says how old this person was.
    package let isChild: Bool
    package let birth: Birth?

    package init(
        id: ID,
        name: String,
        otherNames: [String] = [],
        relation: String = "",
        pseudonym: String,
        isChild: Bool = false,
        birth: Birth? = nil
    ) {
        self.id = id
        self.name = name
        self.otherNames = otherNames
        self.relation = relation
        self.pseudonym = pseudonym
        self.isChild = isChild
        self.birth = birth
    }
}
