/// How binding a limit is, strongest first.
package enum Force: String, CaseIterable, Sendable {
    case statutory
    case nationalExpectation = "national-expectation"
    case local
    /// A day that the source does not give, derived or borrowed so that nobody forgets.
    case suggested
}
