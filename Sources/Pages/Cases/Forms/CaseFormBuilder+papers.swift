import CaseFiles
import Partnerships
import Procedures

extension CaseFormBuilder {
    var namedStep: Step? {
        guard let about, let reference = procedure.lookup.stepNamed[about],
            !procedure.steps[reference].isNationalLimit
        else { return nil }
        return procedure.steps[reference]
    }

    func name(_ person: PersonID) -> String {
        partnership.name(of: person)
    }

    // Signatures

    mutating func askSignature(refuses: Bool) -> Asked? {
        guard let step = namedStep,
            let standing = file.signOff(of: step, under: procedure, on: today)
        else { return nil }
        let version = standing.version
        let signer = standing.signer(
            by: person,
            of: step,
            in: file,
            of: partnership,
            on: today
        )
        let digest = filler.hidden("digest") ?? version?.digest ?? ""
        filler.carry("digest", version?.digest ?? "")
        if !refuses, case .signOff(let part) = step.kind {
            for (number, asks) in part.asks.enumerated() {
                _ = filler.boxes(
                    "seen-\(number)",
                    asks,
                    [(id: "yes", label: "I have read what it says on this")],
                    isNeeded: true
                )
            }
        }
        let words =
            refuses
            ? filler.area("reason", "What must be changed")
            : filler.area("words", "Anything you add to your signature", isNeeded: false)
        if !refuses {
            _ = filler.boxes(
                "read",
                "Your signature",
                [(id: "yes", label: "I have read all of it, and I sign these words")],
                isNeeded: true
            )
        }
        let sign = CaseCommand.Sign(
            entry: fresh.entry,
            step: step.id,
            person: person,
            standingInFor: signer.flatMap { $0 == person ? nil : $0 },
            digest: digest,
            words: words
        )
        return Asked(
            title: refuses ? "Send it back unsigned" : "Sign",
            lead: [
                "\(step.does).",
                version.map {
                    "This is version \($0.number), put forward by \(name($0.actor.person ?? person)) on \(DayWording.when($0.recorded)). Your signature counts for these words and no others."
                } ?? "Nothing was put forward to be signed yet.",
                signer.flatMap { $0 == person ? nil : "You stand in for \(name($0))." } ?? "",
            ],
            button: refuses ? "Send it back" : "Sign it",
            reading: version.map { $0.parts.map { ReadSection($0) } } ?? [],
            command: refuses ? .refuseSignature(sign) : .sign(sign)
        )
    }

    // What others are told

    mutating func askReferrerTold() -> Asked {
        let day = filler.day("day", "The day they were told", was: today)
        let how = filler.line("how", "How", hint: "Telephone, secure e-mail, in a meeting.")
        let words = filler.area(
            "words",
            "What they were told",
            hint:
                "Whoever sent the referral reads these words here too, and nothing else of the case."
        )
        return Asked(
            title: "Record what the referrer was told",
            command: .tellReferrer(
                CaseEvent.ReferrerTold(entry: fresh.entry, day: day, how: how, words: words)
            )
        )
    }

    mutating func askSameChild() -> Asked? {
        guard let suspected = file.openSameChild.first(where: { "\($0.suspected.entry)" == about })
        else { return nil }
        let isSame = filler.yesNo("same", "Is it the same child?")
        let words = filler.area("words", "How it was settled, and with whom")
        let holders = suspected.suspected.heldBy.map { name($0) }
        return Asked(
            title: "Settle whether it is the same child",
            lead: [
                "A case that is held by \(DayWording.list(holders)) may concern a child of this one. Speak to them first."
            ],
            command: .settleSameChild(
                CaseEvent.SameChildSettled(
                    entry: suspected.suspected.entry,
                    isSame: isSame,
                    words: words
                )
            )
        )
    }
}
