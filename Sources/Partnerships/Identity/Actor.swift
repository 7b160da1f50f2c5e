/// Who did something.
package enum Actor: Hashable, Sendable {
    case person(PersonID)
    /// Somebody at an agency who came by a link: the seat that it is of.
    case invited(EntryID)
    /// Whoever runs the program on the machine itself.
    case `operator`
    case system

    /// A person's number; a seat's, above all of them; or one below zero.
    package var id: Int64 {
        switch self {
        case .person(let person): person.number
        case .invited(let seat): PersonID.count + seat.number
        case .operator: -1
        case .system: -2
        }
    }

    package init?(id: Int64) {
        switch id {
        case -1: self = .operator
        case -2: self = .system
        default:
            if let person = PersonID(number: id) {
                self = .person(person)
            } else if let seat = EntryID(number: id - PersonID.count) {
                self = .invited(seat)
            } else {
                return nil
            }
        }
    }

    package var person: PersonID? {
        if case .person(let person) = self { person } else { nil }
    }
}
