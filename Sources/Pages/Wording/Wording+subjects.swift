import Procedures

extension Wording {
    /// Whom or what one line among several of a step is for: a role or partner by its name, a meeting by its own and
    /// its number, an agency as it is written.
    func subject(_ subject: String) -> String {
        heldMeeting(subject) ?? seat(subject)
    }

    func inBrackets(_ name: String?) -> String {
        name.map { " (\(subject($0)))" } ?? ""
    }

    /// `review-meetings-2`, as the plan names the second of them.
    private func heldMeeting(_ name: String) -> String? {
        let steps = procedure.steps.filter(\.isMeeting).map(\.id)
        if steps.contains(name) { return Self.spaced(name) }
        let number = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
        let step = String(name.dropLast(number + 1))
        guard number > 0, steps.contains(step) else { return nil }
        return Self.spaced(name)
    }
}
