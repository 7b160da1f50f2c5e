import CaseFiles
import Partnerships
import Procedures
import Schedules

extension CaseReader {
    /// Who has signed, who is next, and how long is left.
    func signatureSection(_ step: Step, _ standing: SignOffStanding) -> PaperPage.Section {
        let facts = standing.stages.enumerated().flatMap { number, stage in
            stage.slots.map { slot in
                PaperPage.Fact(
                    standing.stages.count == 1
                        ? DayWording.capitalised(wording.who(slot.who))
                        : "\(number + 1). \(DayWording.capitalised(wording.who(slot.who)))",
                    words(slot, isCurrent: standing.current == number)
                )
            }
        }
        let line = schedule.steps.first { $0.key.step == procedure.lookup.stepNamed[step.id] }
        var links: [WordedLink] = []
        if mine(step, standing) {
            links = [
                WordedLink(words: "Read and sign", address: link(.signatures, step.id)),
                WordedLink(words: "Send it back unsigned", address: link(.refusals, step.id)),
            ]
        }
        return PaperPage.Section(
            title: "Signatures",
            tag: standing.isComplete
                ? StandingTag(kind: .done, word: "All signed")
                : StandingTag(
                    kind: .open,
                    word: standing.version == nil ? "Waits for a version" : "Under way"
                ),
            note: line.flatMap { line in
                line.due.map { "Due \(DayWording.words($0)), \(workRow(line).note)" }
            } ?? "",
            facts: facts,
            links: links
        )
    }

    /// A line for each stage of a sign-off, under the line of its step.
    func stageRows(_ line: ScheduledStep) -> [TaskRow] {
        let step = procedure.steps[line.key.step]
        guard line.applies != .no, file.setAside[step.id] == nil,
            let standing = file.signOff(of: step, under: procedure, on: today),
            standing.version != nil || standing.stages.count > 1
        else { return [] }
        return standing.stages.enumerated().flatMap { number, stage in
            stage.slots.map { slot in
                let who = wording.who(slot.who)
                let isCurrent = standing.current == number
                return TaskRow(
                    does: standing.stages.count == 1
                        ? "Signature: \(who)" : "Signature, stage \(number + 1): \(who)",
                    address: address(of: line),
                    note: words(slot, isCurrent: isCurrent),
                    standing: slot.isComplete
                        ? StandingTag(kind: .done, word: "Signed")
                        : isCurrent
                            ? StandingTag(kind: .open, word: "To be signed")
                            : StandingTag(kind: .start, word: "Not yet")
                )
            }
        }
    }

    /// Whether the reader, or one whom she stands in for, signs next.
    func mine(_ step: Step, _ standing: SignOffStanding) -> Bool {
        may(.sign)
            && standing.signer(by: person, of: step, in: file, of: partnership, on: today) != nil
    }

    private func words(_ slot: SignOffStanding.Slot, isCurrent: Bool) -> String {
        var parts = slot.signatures.map { signature in
            let other = signature.signed.standingInFor.map { ", standing in for \(name($0))" } ?? ""
            let added = signature.signed.words.isEmpty ? "" : ": “\(signature.signed.words)”"
            return
                "Signed by \(name(signature.signed.person))\(other), \(when(signature.at))\(added)"
        }
        parts += slot.refusals.map {
            "Sent back by \(name($0.refused.person)), \(when($0.at)): “\($0.refused.reason)”"
        }
        if !slot.isComplete {
            let waiting = slot.holders.filter { !slot.hasSigned($0) }
            parts.append(
                waiting.isEmpty
                    ? "Nobody on this case holds this part: put them on it"
                    : "\(isCurrent ? "Waits for" : "Then") \(waiting.map { waits($0) }.joined(separator: "; "))"
            )
        }
        return parts.joined(separator: ". ") + "."
    }

    /// A name, with whoever stands in for her.
    private func waits(_ other: PersonID) -> String {
        let deputies = partnership.deputies.filter { $0.standsInFor == other && $0.isOn(today) }
            .map { name($0.person) }
        return name(other)
            + (deputies.isEmpty ? "" : " (\(DayWording.list(deputies)) can stand in)")
    }
}
