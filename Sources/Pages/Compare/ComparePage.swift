/// The same facts under several procedures.
package struct ComparePage: Sendable {
    package let form: PlanForm
    package let comparison: Comparison?
}

package struct Comparison: Sendable {
    package let seenOn: DayText
    /// One for each procedure compared.
    package let columns: [Column]
    package let rows: [Row]
    package let summary: String
    package let link: String

    package struct Column: Sendable {
        package let procedure: String
        package let title: String
        package let planLink: String
        package let findings: [FindingText]
    }

    package struct Row: Sendable {
        /// `Report sent to the national Panel`.
        package let heading: String
        /// One for each column.
        package let cells: [Cell]
    }

    package struct Cell: Sendable {
        package let due: DayText?
        /// `Day 15 of rapid review (5.8, 6.6)`, or why there is none.
        package let rule: String
        /// Leads to the line in that procedure's plan.
        package let link: String?
        /// The earliest of the row.
        package let isEarliest: Bool
    }
}
