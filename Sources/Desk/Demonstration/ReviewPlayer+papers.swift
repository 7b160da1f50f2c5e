import CaseFiles
import Pages
import Partnerships
import Procedures
import WorkingDays

/// What is written and signed.
extension ReviewPlayer {
    /// The document that a step writes, put forward; nil where it writes none, and while it is only begun.
    mutating func written(by step: Step) -> [CaseCommand]? {
        guard let paper = procedure.papers(of: step).first else { return nil }
        let later = procedure.steps.contains { other in
            guard case .document = other.kind, other.forEach == nil else { return false }
            return other.id != step.id && procedure.papers(of: other).contains(paper)
                && file.standing(OccurrenceName(other.id)).isEmpty
        }
        if later { return nil }
        let commands = written(paper)
        return commands.isEmpty ? nil : commands
    }

    mutating func written(_ paper: String) -> [CaseCommand] {
        if file.paper(paper)?.newest != nil { return [] }
        let document = file.paper(paper)?.document ?? name()
        let entry: EntryID = name()
        // For the steps that it does.
        leaveNames(16)
        let words = words(of: paper)
        return [
            .putForward(
                CaseEvent.PaperPutForward(
                    entry: entry,
                    document: document,
                    paper: paper,
                    form: procedure.isReport(paper)
                        ? ReportWriting.form : procedure.formName(ofPaper: paper),
                    answers: words.answers,
                    parts: words.parts,
                    digest: digest(of: words.answers, reading: words.parts),
                    reviewedBy: nil
                )
            )
        ]
    }

    /// How it reads: of a report, a sentence under each of its heads.
    private func words(of paper: String) -> (answers: FormAnswers, parts: [CaseEvent.Part]) {
        guard procedure.isReport(paper) else {
            return (
                .none,
                [
                    CaseEvent.Part(
                        title: "What is told",
                        lines: [.init(asks: "The facts", says: Self.sentences[0])]
                    )
                ]
            )
        }
        let heads = procedure.heads(ofPaper: paper).map(\.head)
        let texts = heads.indices.map { Self.sentences[$0 % Self.sentences.count] }
        return (
            FormAnswers(
                asGiven: zip(heads, texts).map { (ReportWriting.question($0.id), $1) }
            ),
            zip(heads, texts).enumerated().map { place, head in
                CaseEvent.Part(
                    title: "\(place + 1). \(head.0.says)",
                    lines: [.init(asks: "", says: head.1)]
                )
            }
        )
    }

    private static let sentences = [
        "The child was brought to hospital with injuries that nobody at home could explain. The child is recovering and does not go back there while it is looked into.",
        "Three services had been to the home within a year. Each saw something that troubled it, wrote it down and told nobody else.",
        "Appointments that were missed were closed one by one. Nobody asked what they came to together.",
        "Staff were reminded within the week that a missed appointment of a child is a child who was not brought.",
        "The partners went through each criterion with the returns before them and are of one mind on all of them.",
        "What was learnt is told to every agency that took part, and is looked at again after six months.",
    ]

    /// Whoever is on the case in the parts that sign does so, stage after stage.
    ///
    /// - Returns: false where a part has no holder who can sign: then the signatures are those on paper.
    mutating func sign(
        _ step: Step,
        _ part: SignOffPart,
        leaving left: Int = 0
    ) throws(CaseRefusal) -> Bool {
        let parts = part.stages.flatMap(\.by).map { procedure.parts(of: $0) }
        let hasHolders = parts.allSatisfy { !file.holders(of: $0, on: today).isEmpty }
        guard hasHolders else { return false }
        let put = written(procedure.papers[part.of].id)
        if !put.isEmpty { try ask(put, by: nil) }
        var signers = signers(of: step)
        // A later stage becomes known once the one before it is complete.
        while signers.count > left, let signer = signers.first {
            try sign(step, signer)
            signers = self.signers(of: step)
        }
        return left > 0 || !file.standing(OccurrenceName(step.id)).isEmpty
    }

    private mutating func sign(_ step: Step, _ person: DemonstrationPerson) throws(CaseRefusal) {
        guard let digest = file.signOff(of: step, under: procedure, on: today)?.version?.digest
        else { return }
        let entry: EntryID = name()
        leaveNames(1)
        let sign = CaseCommand.Sign(
            entry: entry,
            step: step.id,
            person: person.id,
            standingInFor: nil,
            digest: digest,
            words: ""
        )
        try sit(person) { $0.ask(.sign(sign)) }
    }

    /// Whoever can sign now.
    private func signers(of step: Step) -> [DemonstrationPerson] {
        guard let standing = file.signOff(of: step, under: procedure, on: today) else { return [] }
        return cast.members.map(\.person).filter { standing.part(of: $0.id, in: file) != nil }
    }
}
