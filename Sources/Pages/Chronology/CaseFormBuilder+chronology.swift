import CaseFiles
import Partnerships
import WorkingDays

extension CaseFormBuilder {
    /// So many empty entries stand below the list.
    private static let emptyEntries = 3

    /// Everybody whom the chronologies name, on one page.
    mutating func askListedPeople() -> Asked {
        let known = file.chronologyPeople
        // As many entries are read as were asked, however long the list is meanwhile.
        filler.carry("entries", "\(known.count + Self.emptyEntries)")
        let sent = filler.hidden("entries").flatMap { Int($0) }
        let most = ListedPerson.most + Self.emptyEntries
        let entries = min(max(sent ?? known.count + Self.emptyEntries, 0), most)
        var people: [ListedPerson] = []
        var numbers: [Int] = []
        for number in 1...max(1, entries) {
            let was = known.count >= number ? known[number - 1] : nil
            guard let person = askListedPerson(number, was: was) else { continue }
            people.append(person)
            numbers.append(number)
        }
        if filler.isSent {
            for (place, fault) in ListedPerson.faults(of: people) {
                filler.mark("person-\(numbers[place])-\(fault.field)", fault.words)
            }
        }
        return Asked(
            title: "People and relationships",
            lead: [
                "Everybody whom the chronologies name. Where pseudonyms are shown, each of these names is replaced.",
                "Empty entries are left out. For more people than there are entries, save the list and open it again.",
            ],
            button: "Save the list",
            command: .request(
                .listPeople(CaseEvent.PeopleListed(entry: fresh.entry, people: people))
            )
        )
    }

    /// Nil for an entry that is empty, or taken off the list.
    private mutating func askListedPerson(_ number: Int, was: ListedPerson?) -> ListedPerson? {
        let id = "person-\(number)"
        filler.heading(was?.name ?? "Another person (\(number))")
        let name = filler.line(
            "\(id)-name",
            "Name of person \(number)",
            was: was?.name ?? "",
            isNeeded: false,
            most: ListedPerson.mostCharacters
        )
        let others = filler.line(
            "\(id)-others",
            "Other names of person \(number)",
            hint: "With commas between them: short names, names before a marriage, spellings.",
            was: was?.otherNames.joined(separator: ", ") ?? "",
            isNeeded: false,
            most: 1000
        )
        let relation = filler.line(
            "\(id)-relation",
            "Relationship of person \(number)",
            hint: "Like: mother of Child A.",
            was: was?.relation ?? "",
            isNeeded: false,
            most: ListedPerson.mostCharacters
        )
        let pseudonym = filler.line(
            "\(id)-pseudonym",
            "Pseudonym of person \(number)",
            hint: "Like: Mother, or Child A. Nobody else’s, and no name on this list.",
            was: was?.pseudonym ?? "",
            isNeeded: false,
            most: ListedPerson.mostCharacters
        )
        let (isChild, born, due) = askBirth(number, was: was)
        let isOut =
            was != nil
            && !filler.boxes(
                "\(id)-out",
                "Take person \(number) off the list",
                [(id: "yes", label: "Take this entry off the list")]
            ).isEmpty
        let isEmpty = name.isEmpty && others.isEmpty && relation.isEmpty && pseudonym.isEmpty
        if isOut || isEmpty { return nil }
        return ListedPerson(
            name: name,
            otherNames: others.split(separator: ",").map { String($0).trimmed }
                .filter { !$0.isEmpty },
            relation: relation,
            pseudonym: pseudonym,
            isChild: isChild,
            born: born,
            due: due
        )
    }

    private mutating func askBirth(
        _ number: Int,
        was: ListedPerson?
    ) -> (isChild: Bool, born: Day?, due: Day?) {
        let isChild = !filler.boxes(
            "person-\(number)-child",
            "A child of the case",
            [(id: "yes", label: "Say beside each row how old this child was")],
            was: was?.isChild == true ? ["yes"] : []
        ).isEmpty
        let born = filler.optionalDay(
            "person-\(number)-born",
            "Date of birth of person \(number)",
            was: was?.born
        )
        let due = filler.optionalDay(
            "person-\(number)-due",
            "Day on which person \(number) is due",
            hint: "Of a child who is not born yet.",
            was: was?.due
        )
        return (isChild, born, due)
    }

    /// Whether one row is a key episode, and why.
    mutating func askEpisode() -> Asked? {
        guard let id = about.flatMap({ EntryID($0) }), let found = file.chronologyRow(id) else {
            return nil
        }
        let isKey = file.keyRows.contains(id)
        // Whoever is second sees what she meant, and not the contrary.
        filler.carry("marks", isKey ? "no" : "yes")
        let marks = (filler.hidden("marks") ?? (isKey ? "no" : "yes")) == "yes"
        let reason = filler.reason(
            marks ? "Why it matters for this case." : "Why it is none after all."
        )
        let row = found.row
        return Asked(
            title: marks ? "Mark a key episode" : "Take the mark of a key episode off",
            lead: [
                "What the agency wrote stays as it is. The mark and its reason stand in the log."
            ],
            button: marks ? "Mark it" : "Take the mark off",
            reading: [
                ReadSection(
                    title: "The row, of \(found.request.asked.subject)",
                    facts: [
                        (
                            term: "Date",
                            text: [row.date, row.time].filter { !$0.isEmpty }
                                .joined(separator: ", ")
                        ),
                        (term: "What happened", text: row.happened),
                        (term: "What was done", text: row.action),
                    ].filter { !$0.text.isEmpty }
                )
            ],
            command: .request(
                .markEpisode(
                    CaseEvent.EpisodeMarked(
                        entry: fresh.entry,
                        row: id,
                        isKey: marks,
                        words: reason
                    )
                )
            )
        )
    }
}

extension CaseFile {
    /// Whom the chronologies name: the children of the case until somebody lists more.
    var chronologyPeople: [ListedPerson] {
        guard listedPeople.isEmpty else { return listedPeople }
        return zip(about.children, ["A", "B", "C", "D"]).compactMap { child, letter in
            guard !child.name.isEmpty else { return nil }
            return ListedPerson(
                name: child.name,
                otherNames: child.aliases,
                relation: "Child of this case",
                pseudonym: "Child \(letter)",
                isChild: true,
                born: child.born
            )
        }
    }
}
