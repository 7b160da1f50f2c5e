import HTML
import Pages

extension HTML {
    /// A day, for people and for machines.
    mutating func day(_ day: DayText) {
        element(.time, .datetime(day.iso), text: day.words)
    }

    /// Standing: its sign comes with the class, its word is text.
    mutating func tag(_ standing: StandingTag) {
        element(.strong, .class(standing.kind.names), text: standing.word)
    }
}

extension StandingTag.Kind {
    fileprivate var names: StaticString {
        switch self {
        case .start: "tag tag-start"
        case .open: "tag tag-open"
        case .today: "tag tag-today"
        case .overdue: "tag tag-overdue"
        case .done: "tag tag-done"
        case .late: "tag tag-late"
        case .not: "tag tag-not"
        }
    }
}
