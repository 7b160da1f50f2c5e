extension Attribute {
    /// By what name a word processor knows the look of a part.
    package static func dataStyle(_ name: StaticString) -> Attribute {
        Attribute(opening: " data-custom-style=\"", value: .fixed(name))
    }

    /// What stands at the head of every page on paper.
    package static func dataMarking(_ marking: String) -> Attribute {
        Attribute(opening: " data-marking=\"", value: .text(marking))
    }

    /// What stands at the foot of every page on paper.
    package static func dataFoot(_ foot: String) -> Attribute {
        Attribute(opening: " data-foot=\"", value: .text(foot))
    }

    /// Of the width of a table, in hundredths.
    package static func share(_ share: Int) -> Attribute {
        Attribute(opening: " width=\"", value: .share(share))
    }
}
