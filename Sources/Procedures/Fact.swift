/// A yes/no fact that every procedure shares; what a procedure asks besides is a `Question` of its own.
package enum Fact: UInt8, CaseIterable, Hashable, Sendable {
    case died, seriouslyHarmed, abuseOrNeglect, lookedAfter, careLeaver, unborn, outsideEngland
    case notifiable, partnersDisagree, lcspr, nationalReview, panelDisagrees, criteriaUnmet

    private static let ids = [
        "died", "seriously-harmed", "abuse-or-neglect", "looked-after", "care-leaver", "unborn",
        "outside-england",
        "notifiable", "partners-disagree", "lcspr", "national-review", "panel-disagrees",
        "criteria-unmet",
    ]

    /// The name as written in a procedure and on the command line: `looked-after`.
    package var id: String { Self.ids[Int(rawValue)] }

    package init?(id: some StringProtocol) {
        guard let place = Self.ids.firstIndex(of: String(id)),
            let fact = Fact(rawValue: UInt8(place))
        else { return nil }
        self = fact
    }
}
