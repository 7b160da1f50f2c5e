/// Where a clause of the source is carried.
package struct ClauseUse: Hashable, Sendable {
    package let clause: String
    /// A step's id, or the kind and id of anything else: `clocks.rapid-review`, `roles.author`.
    package let carriedBy: String
}

extension Procedure {
    /// Every citation of a clause, in the order of the file's parts.
    package var clauseUses: [ClauseUse] {
        var uses = ClauseUses()
        uses.add(source.clauses, "source")
        for partner in partners {
            uses.add(partner.clauses, "partners.\(partner.partner.rawValue)")
        }
        for role in roles { uses.add(role.clauses, "roles.\(role.id)") }
        for group in groups { uses.add(group.clauses, "groups.\(group.id)") }
        for body in bodies { uses.add(body.clauses, "bodies.\(body.id)") }
        for clock in clocks {
            uses.add(clock.clauses, "clocks.\(clock.id)")
            uses.add(clock.otherReadings, "clocks.\(clock.id)")
        }
        for question in questions { uses.add(question.clauses, "questions.\(question.id)") }
        for set in criteria {
            uses.add(set.clauses, "criteria.\(set.id)")
            for criterion in set.parts.flatMap(\.criteria) {
                uses.add(criterion.clauses, "criteria.\(set.id).\(criterion.id)")
            }
        }
        for folder in folders { uses.add(folder.clauses, "folders.\(folder.id)") }
        for paper in papers {
            uses.add(paper.clauses, "documents.\(paper.id)")
            for head in paper.contents {
                uses.add(head.clauses, "documents.\(paper.id).\(head.id)")
            }
        }
        if let filing {
            uses.add(filing.clauses, "filing")
            for place in filing.places {
                uses.add(place.clauses, "filing.\(place.thing.rawValue)")
            }
        }
        for section in sections {
            uses.add(section.clauses, "sections.\(section.id)")
            for step in steps[section.steps] where !step.isNationalLimit { uses.add(step) }
        }
        if let chasing {
            uses.add(chasing.clauses, "chasing")
            for rung in chasing.rungs { uses.add(rung.clauses, "chasing.\(rung.id)") }
        }
        for (number, note) in notes.enumerated() { uses.add(note.clauses, "notes.\(number + 1)") }
        for variation in variations {
            uses.add(variation.clauses, "variations.\(variation.id)")
        }
        return uses.list
    }

    /// Clause to what carries it, in the order first cited.
    package var carriers: [(clause: String, carriedBy: [String])] {
        var order: [String] = []
        var found: [String: [String]] = [:]
        for use in clauseUses {
            if found[use.clause] == nil { order.append(use.clause) }
            if found[use.clause]?.contains(use.carriedBy) != true {
                found[use.clause, default: []].append(use.carriedBy)
            }
        }
        return order.map { ($0, found[$0] ?? []) }
    }
}

private struct ClauseUses {
    var list: [ClauseUse] = []

    mutating func add(_ clauses: [String], _ carriedBy: String) {
        for clause in clauses { list.append(ClauseUse(clause: clause, carriedBy: carriedBy)) }
    }

    mutating func add(_ readings: [OtherReading], _ carriedBy: String) {
        for reading in readings { add(reading.clauses, carriedBy) }
    }

    mutating func add(_ step: Step) {
        add(step.clauses, step.id)
        for entry in step.due.entries { add(entry.clauses, step.id) }
        add(step.otherReadings, step.id)
        switch step.kind {
        case .request(let part):
            let back = "\(step.id).back"
            add(part.back.clauses, back)
            for entry in part.back.due.entries { add(entry.clauses, back) }
            add(part.back.otherReadings, back)
        case .signOff(let part):
            for stage in part.stages { add(stage.clauses, step.id) }
        case .meeting(let part):
            for item in part.agenda { add(item.clauses, step.id) }
        default: break
        }
    }
}
