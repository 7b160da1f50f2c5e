package import Procedures
import WorkingDays

/// A ladder as people read it, rung by rung.
struct ChasingReader {
    let wording: Wording
    let chasing: Chasing

    init(_ wording: Wording, _ chasing: Chasing) {
        self.wording = wording
        self.chasing = chasing
    }

    func texts() -> [ProcedurePage.NamedText] {
        let from = DayWording.words(chasing.from)
        let until = DayWording.words(chasing.until)
        let hours = ProcedurePage.NamedText(
            id: "chasing-hours",
            name: "On working days, from \(from) until \(until)",
            text: text(
                "What falls outside goes at the next working moment.",
                chasing.because
            ),
            clauses: Wording.clauses(chasing.clauses)
        )
        return [hours] + chasing.rungs.map { text($0) }
    }

    private func text(_ rung: Chasing.Rung) -> ProcedurePage.NamedText {
        ProcedurePage.NamedText(
            id: "chasing-\(rung.id)",
            name: DayWording.capitalised(
                "\(rung.when?.words ?? "on the due day"), at \(DayWording.words(rung.at))"
            ),
            text: text(
                "\(DayWording.capitalised(rung.says.words)) to \(wording.names(rung.to)).",
                rung.because
            ),
            clauses: Wording.clauses(rung.clauses)
        )
    }

    private func text(_ says: String, _ because: String?) -> String {
        because.map { "\(says) \($0)." } ?? says
    }
}

extension Procedure.Reminder.Offset {
    /// `2 working days before the due day`.
    package var words: String {
        "\(DayWording.count(count, unit.rawValue)) \(direction.rawValue) the due day"
    }
}

extension Chasing.Message {
    /// In the middle of a sentence.
    package var words: String {
        switch self {
        case .reminder: "a reminder"
        case .chase: "a chase"
        case .escalation: "an escalation"
        }
    }
}

extension Wording {
    /// `the lead, the deputy and the PDSCP Business Manager`.
    package func names(_ recipients: [Chasing.Recipient]) -> String {
        DayWording.list(recipients.map { name($0) })
    }

    private func name(_ recipient: Chasing.Recipient) -> String {
        switch recipient {
        case .contact(.lead): "the lead"
        case .contact(.deputy): "the deputy"
        case .contact(.signatory): "the senior signatory"
        case .role(let role): "the \(procedure.roles[role].name)"
        }
    }

    /// A recipient as the log keeps it: a contact of an agency, or a role by its id.
    func recipient(_ id: String) -> String {
        Chasing.Contact(rawValue: id).map { name(.contact($0)) } ?? "the \(name(of: id))"
    }
}
