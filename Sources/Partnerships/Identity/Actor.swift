/// Who did something.
package enum Actor: Hashable, Sendable {
    case person(PersonID)
    /// Whoever runs the program on the machine itself.
    case `operator`
    case system

    /// A person's number, or one below zero.
    package var id: Int64 {
        switch self {
        case .person(let person): person.number
        case .operator: -1
        case .system: -2
        }
    }

    package init?(id: Int64) {
        switch id {
        case -1: self = .operator
        case -2: self = .system
        default:
            guard let person = PersonID(number: id) else { return nil }
            self = .person(person)
        }
    }

    package var person: PersonID? {
        if case .person(let person) = self { person } else { nil }
    }
}
