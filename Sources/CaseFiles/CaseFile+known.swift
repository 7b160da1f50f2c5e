package import Partnerships
package import Procedures
package import WorkingDays

extension CaseFile {
    /// What was recorded under a name and still stands, in the order recorded.
    package func standing(_ name: OccurrenceName) -> [Occurrence] {
        occurrences.filter { $0.name == name && !$0.isWithdrawn }
    }

    /// What the plan of the case is worked out from.
    ///
    /// A name that the procedure does not have, after the case moved to another edition, counts for nothing there;
    /// it stays in the file and in the log.
    package func known(under procedure: Procedure) -> Known {
        let standing = occurrences.filter { !$0.isWithdrawn }
        var known = procedure.known(
            moments: standing.map {
                MomentEntry(
                    name: $0.name.point,
                    subject: $0.name.subject,
                    day: $0.day,
                    minute: $0.minute
                )
            },
            facts: facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.value ? "yes" : "no") }
                + outcomes(standing),
            agreed: agreements.map { ($0.name.point, $0.name.subject, $0.day) }
        ).known
        for step in setAside.keys {
            if let reference = procedure.lookup.stepNamed[step] { known.setAside(reference) }
        }
        return known
    }

    /// The last outcome of each step.
    private func outcomes(_ standing: [Occurrence]) -> [(name: String, value: String)] {
        var last: [String: String] = [:]
        for occurrence in standing {
            if let outcome = occurrence.evidence?.outcome { last[occurrence.name.point] = outcome }
        }
        return last.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Whether a person is on the case on a day.
    package func isOn(_ person: PersonID, _ day: Day) -> Bool {
        people.contains { $0.person == person && $0.isOn(day) }
    }
}
