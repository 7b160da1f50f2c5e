import CaseFiles
import Procedures
import WorkingDays

/// What the parts of a name stand for, for one file.
struct NameParts {
    var title = ""
    var agency = ""
    var day: Day?
    /// 1 for the first; nil for what has no versions.
    var version: Int?
    /// Moments that are only about to be recorded, each with its day as far as it is known.
    var days: [Moment: Day?] = [:]
}

extension NamePattern {
    /// The name, with what is not known in the words of its pattern; as a title, not yet safe as a file's name.
    ///
    /// What has versions has its number in the name, whether the pattern asks for it or not.
    func filled(_ parts: NameParts, of file: CaseFile) -> String {
        let name = pieces.map { piece -> String in
            switch piece {
            case .text(let text): text
            case .moment(let moment, let format):
                parts.day(of: moment, in: file).map { format.words($0) } ?? format.rawValue
            case .day(let format): parts.day.map { format.words($0) } ?? ""
            case .title: parts.title
            case .reference: "\(file.reference)"
            case .initials: file.about.initials ?? "\(file.reference)"
            case .agency: parts.agency
            case .version: "\(parts.version ?? 1)"
            }
        }.joined().split(separator: " ").joined(separator: " ")
        guard let version = parts.version, !pieces.contains(.version) else { return name }
        return "\(name) version \(version)"
    }
}

extension NameParts {
    fileprivate func day(of moment: Moment, in file: CaseFile) -> Day? {
        if let day = days[moment] { return day }
        return file.standing(OccurrenceName(moment.id)).last?.day
    }
}

extension CaseAbout {
    /// `AB`, of several children `AB CD`; nil where no child has a name yet.
    var initials: String? {
        let children = children.map { child in
            child.name.split { !$0.isLetter }.compactMap { $0.first.map { $0.uppercased() } }
                .joined()
        }.filter { !$0.isEmpty }
        return children.isEmpty ? nil : children.joined(separator: " ")
    }
}

extension NamePattern.DayFormat {
    func words(_ day: Day) -> String {
        let (year, month, date) = day.ymd
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return switch self {
        case .iso: "\(day)"
        case .dayMonthYear: two(date) + two(month) + two(year % 100)
        case .words: "\(date) \(DayWording.month(month)) \(year)"
        }
    }
}
