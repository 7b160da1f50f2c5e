/// A decision that people take: criteria weighed, views heard, an outcome recorded with its grounds.
package struct DecisionPart: Hashable, Sendable {
    package let criteria: String?
    package let views: [Who]
    package let outcomes: [Outcome]
    /// Facts that it answers yes or no.
    package let answers: [Fact]
    package let chooses: [String]
    package let setsDays: [Point]
    package let asks: [String]

    package struct Outcome: Hashable, Sendable {
        package let name: String
        /// The fact that this outcome makes true.
        package let makes: Fact?

        package init(name: String, makes: Fact?) {
            self.name = name
            self.makes = makes
        }
    }

    package init(
        criteria: String?,
        views: [Who],
        outcomes: [Outcome],
        answers: [Fact],
        chooses: [String],
        setsDays: [Point],
        asks: [String]
    ) {
        self.criteria = criteria
        self.views = views
        self.outcomes = outcomes
        self.answers = answers
        self.chooses = chooses
        self.setsDays = setsDays
        self.asks = asks
    }
}
