package import Partnerships
package import Procedures
package import WorkingDays

/// How far a chain of signatures has come, under the newest words of its document.
package struct SignOffStanding: Sendable {
    /// Nil while nobody has begun to write it.
    package let paper: CaseFile.Paper?
    /// Nil while nothing was put forward.
    package let version: CaseFile.Version?
    package let stages: [Stage]

    /// People who sign side by side.
    package struct Stage: Sendable {
        package let clauses: [String]
        package let slots: [Slot]

        package var isComplete: Bool { slots.allSatisfy { $0.isComplete } }
    }

    /// A part of the procedure that signs: by one of its holders, or by each.
    package struct Slot: Sendable {
        package let who: Who
        /// The roles and groups that it is signed for, by id.
        package let parts: [String]
        /// Whoever is on the case in one of them today.
        package let holders: [PersonID]
        package let needsEach: Bool
        package let signatures: [CaseFile.Signature]
        package let refusals: [CaseFile.SignatureRefusal]

        package var isComplete: Bool {
            if signatures.isEmpty { return false }
            return !needsEach || holders.allSatisfy { hasSigned($0) }
        }

        package func hasSigned(_ person: PersonID) -> Bool {
            signatures.contains {
                $0.signed.person == person || $0.signed.standingInFor == person
            }
        }
    }

    /// The stage that signs now, from 0; nil where nothing was put forward, and where all have signed.
    package var current: Int? {
        version == nil ? nil : stages.firstIndex { !$0.isComplete }
    }

    package var isComplete: Bool { version != nil && current == nil }

    /// By which part somebody can sign now, for herself or for one whom she stands in for.
    package func part(of person: PersonID, in file: CaseFile) -> (stage: Int, part: String)? {
        guard let current else { return nil }
        for slot in stages[current].slots where slot.holders.contains(person) {
            guard !slot.hasSigned(person), slot.needsEach || slot.signatures.isEmpty else {
                continue
            }
            let held = file.people.filter { $0.person == person }.flatMap(\.roles)
            if let part = slot.parts.first(where: { held.contains($0) }) { return (current, part) }
        }
        return nil
    }
}

extension SignOffStanding {
    /// For whom somebody can sign now: herself, else one whom she stands in for, where the step lets anybody stand in.
    package func signer(
        by person: PersonID,
        of step: Step,
        in file: CaseFile,
        of partnership: Partnership,
        on today: Day
    ) -> PersonID? {
        let others = step.noDeputies ? [] : partnership.stoodInFor(by: person, on: today)
        return ([person] + others).first { part(of: $0, in: file) != nil }
    }
}

extension CaseFile {
    /// How far the signatures of a step have come; nil for a step that is no sign-off.
    package func signOff(
        of step: Step,
        under procedure: Procedure,
        on today: Day
    ) -> SignOffStanding? {
        guard case .signOff(let part) = step.kind else { return nil }
        let paper = paper(procedure.papers[part.of].id)
        let version = paper?.newest
        return SignOffStanding(
            paper: paper,
            version: version,
            stages: part.stages.enumerated().map { number, stage in
                SignOffStanding.Stage(
                    clauses: stage.clauses,
                    slots: stage.by.map { who in
                        slot(who, step, number, version, procedure, today)
                    }
                )
            }
        )
    }

    private func slot(
        _ who: Who,
        _ step: Step,
        _ stage: Int,
        _ version: Version?,
        _ procedure: Procedure,
        _ today: Day
    ) -> SignOffStanding.Slot {
        let parts = procedure.parts(of: who)
        func isMeant(_ one: (step: String, stage: Int, role: String)) -> Bool {
            one.step == step.id && one.stage == stage && parts.contains(one.role)
        }
        return SignOffStanding.Slot(
            who: who,
            parts: parts,
            holders: holders(of: parts, on: today),
            needsEach: who.quantifier == .each || who.quantifier == .whole && who.isOfSeveral,
            signatures: version?.signatures.filter {
                isMeant(($0.signed.step, $0.signed.stage, $0.signed.role))
            } ?? [],
            refusals: version?.refusals.filter {
                isMeant(($0.refused.step, $0.refused.stage, $0.refused.role))
            } ?? []
        )
    }

    /// Whoever is on the case on a day in one of these roles or groups.
    package func holders(of parts: [String], on day: Day) -> [PersonID] {
        people.filter { person in
            person.isOn(day) && person.roles.contains { parts.contains($0) }
        }.map(\.person)
    }
}

extension Who {
    /// Whether several people together are meant, rather than whoever holds one role.
    var isOfSeveral: Bool {
        switch people {
        case .group, .partners: true
        default: false
        }
    }
}
