/// Who did something.
package enum Actor: Hashable, Sendable {
    case person(PersonID)
    /// Whoever runs the program on the machine itself.
    case `operator`
    case system
}
