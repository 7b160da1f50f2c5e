import CaseFiles
package import Chronologies
import Partnerships
import Procedures
import Reports
import WorkingDays

/// The places of one section at which somebody could be known.
package struct TellingSection: Sendable {
    /// The number of the head, from 1.
    package let number: Int
    package let head: String
    package let id: String
    package let places: [TellingPlace]
}

extension CaseReader {
    /// Where a report says who people are, head by head; a head that is meant to say it is left out.
    package func tellingPlaces(in report: ReportWriting) -> [TellingSection] {
        let search = tellingSearch
        return report.heads.enumerated().compactMap { place, head in
            guard !head.head.identifies else { return nil }
            let places = search.places(in: report.text(of: head.head.id))
            guard !places.isEmpty else { return nil }
            return TellingSection(
                number: place + 1,
                head: head.head.says,
                id: head.head.id,
                places: places
            )
        }
    }

    /// Capitalised words of a report that stand in no list, and may be names all the same.
    package func possibleNames(in report: ReportWriting) -> [PossibleName] {
        Chronologies.possibleNames(
            in: report.heads.filter { !$0.head.identifies }
                .map { plainWords(of: report.text(of: $0.head.id)) },
            besides: tellingWords.map(\.words)
                + partnership.agencies.values.map(\.name) + file.requests.map(\.asked.subject)
                + file.leftOut.map(\.subject)
        )
    }

    private var tellingSearch: TellingSearch {
        TellingSearch(
            tellingWords,
            births: file.chronologyPeople.compactMap { person in
                person.born.map { ($0, "\(person.pseudonym)’s date of birth") }
            } + file.about.children.compactMap { child in child.born.map { ($0, nil) } }
        )
    }

    /// People of the case and of its agencies, schools, places and numbers, what is listed first.
    private var tellingWords: [TellingWords] {
        let listed = file.chronologyPeople.flatMap { person in
            ([person.name] + person.otherNames).map {
                TellingWords(person.isChild ? .child : .person, $0, offer: person.pseudonym)
            }
        }
        let children = file.about.children.flatMap { child in
            ([child.name] + child.aliases).map { TellingWords(.child, $0, offer: nil) }
                + (child.numbers ?? []).map { TellingWords(.number, $0, offer: nil) }
        }
        let numbers = file.about.otherReferences.map { TellingWords(.number, $0, offer: nil) }
        return
            (listed + children + practitioners + settings + answered + places(in: file.about.place)
            + numbers).filter { !$0.words.allSatisfy(\.isWhitespace) }
    }

    private var practitioners: [TellingWords] {
        file.requests.flatMap { request in
            let signers = request.versions.compactMap(\.signed?.signed)
                .map { (name: $0.name, title: $0.jobTitle) }
            let seats = request.seats.map { (name: $0.seat.name, title: $0.seat.jobTitle) }
            return (seats + signers).map { person in
                TellingWords(
                    .practitioner,
                    person.name,
                    offer: person.title.isEmpty
                        ? "somebody at \(request.asked.subject)"
                        : "the \(person.title.lowercasedStart)"
                )
            }
        }
    }

    /// Agencies whose name tells where a child lives.
    private var settings: [TellingWords] {
        let local: [AgencyKind: (TellingWords.Kind, String)] = [
            .school: (.school, "the school"), .earlyYears: (.school, "the nursery"),
            .college: (.school, "the college"), .generalPractice: (.place, "the GP practice"),
        ]
        return file.requests.compactMap { request in
            guard let agency = request.asked.agency.flatMap({ partnership.agencies[$0] }),
                let (kind, offer) = agency.kind.flatMap({ local[$0] })
            else { return nil }
            return TellingWords(kind, agency.name, offer: offer)
        }
    }

    /// What documents and returns say where a school or an address is asked.
    private var answered: [TellingWords] {
        let papers = file.papers.compactMap(\.newest).flatMap(\.parts)
        let returns = file.requests.compactMap(\.accepted)
            .flatMap { version -> [CaseEvent.Part] in
                if case .form(_, let parts) = version.put.answer { parts } else { [] }
            }
        return (papers + returns).flatMap(\.lines).flatMap { line -> [TellingWords] in
            let asks = line.asks.lowercased()
            guard line.says != FormWriting.notAnswered, line.says.count <= Self.mostOfPlace else {
                return []
            }
            if asks.contains("school") || asks.contains("nursery") {
                return [TellingWords(.school, line.says, offer: "the school")]
            }
            let isAddress = asks.contains("address") && !asks.contains("mail")
            return isAddress || asks.contains("postcode") ? places(in: line.says) : []
        }
    }

    /// A longer answer is a story, and no name of a place.
    private static let mostOfPlace = 120

    /// An address and its parts: `12 Mill Lane, Portwell` is looked for whole and as `12 Mill Lane`, `Mill Lane`, `Portwell`.
    private func places(in address: String) -> [TellingWords] {
        let parts = address.split { $0 == "," || $0 == ";" || $0.isNewline }.map { part in
            part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let withoutNumber = parts.map { part in
            part.split(separator: " ").drop { $0.first?.isNumber == true }.joined(separator: " ")
        }
        let words = [address] + parts + withoutNumber
        return words.filter { $0.count > 3 && $0.contains(where: \.isLetter) }
            .map { TellingWords(.place, $0, offer: nil) }
    }
}

extension TellingWords.Kind {
    package var words: String {
        switch self {
        case .child: "A child’s name"
        case .person: "A name"
        case .practitioner: "Somebody at an agency"
        case .school: "A school or nursery"
        case .place: "A place"
        case .number: "A number"
        case .birthday: "A date of birth"
        case .postcode: "A postcode"
        }
    }
}
