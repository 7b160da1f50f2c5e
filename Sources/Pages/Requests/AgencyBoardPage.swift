import CaseFiles

/// The board of a case: every agency that was asked, and how it stands.
package struct AgencyBoardPage: Sendable {
    package let head: CaseHead
    package let title: String
    /// The answer to "who has not answered", and what else is worth saying.
    package let summary: String
    package let lead: String
    /// The boards of other steps that ask agencies or people.
    package let steps: [WordedLink]
    package let tally: [(count: Int, words: String)]
    package let acts: [WordedLink]
    package let groups: [Group]
    /// Agencies that could be expected and are not asked, with the reason.
    package let leftOut: [(term: String, text: String)]
    package let notes: [String]

    package struct Group: Sendable {
        /// `Needs you first: 5`.
        package let heading: String
        package let rows: [Row]
    }

    package struct Row: Sendable {
        package let agency: String
        /// Nil for a reader who may not see what was answered.
        package let address: String?
        package let lead: String
        /// What keeps the agency from answering; empty where nothing does.
        package let trouble: String
        package let cells: [Cell]
        package let standing: StandingTag
    }

    package struct Cell: Sendable {
        package enum Weight: Hashable, Sendable {
            case plain, strong, soft
        }

        package let head: String
        package let words: String
        package let day: DayText?
        package let weight: Weight
        package let address: String?
        /// Why the day is what it is.
        package let explanation: Explanation?

        init(
            _ head: String,
            _ words: String = "",
            day: DayText? = nil,
            weight: Weight = .plain,
            address: String? = nil,
            explanation: Explanation? = nil
        ) {
            self.head = head
            self.words = words
            self.day = day
            self.weight = weight
            self.address = address
            self.explanation = explanation
        }
    }

    /// The heads of the table, in order.
    package static let heads = [
        "Agency", "Asked", "Opened", "Due", "Answered", "Signed", "Checked", "Round", "Chased",
        "Standing",
    ]
}
