package import Procedures
package import WorkingDays

/// What a referral tells of children, safety, facts and days.
package struct ReferralContent: Sendable {
    package let about: CaseAbout
    package let isSafe: Bool
    /// What is told of the safety of the children, in words.
    package let safety: String
    /// The senior manager who is said to have read it.
    package let reviewedBy: String?
    package let facts: [(fact: Fact, value: Bool, reason: String)]
    package let moments: [(moment: Moment, day: Day)]

    package init(
        about: CaseAbout,
        isSafe: Bool,
        safety: String,
        reviewedBy: String?,
        facts: [(fact: Fact, value: Bool, reason: String)],
        moments: [(moment: Moment, day: Day)]
    ) {
        self.about = about
        self.isSafe = isSafe
        self.safety = safety
        self.reviewedBy = reviewedBy
        self.facts = facts
        self.moments = moments
    }
}
