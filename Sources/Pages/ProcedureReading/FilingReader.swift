import Procedures

/// The rule of filing as people read it: how files are named, then what is kept where.
struct FilingReader {
    let procedure: Procedure

    init(_ procedure: Procedure) { self.procedure = procedure }

    func texts() -> [ProcedurePage.NamedText] {
        let rule = procedure.filingInForce
        let because =
            procedure.filing == nil
            ? "The procedure does not say; this is how it is done without" : rule.because
        return [
            ProcedurePage.NamedText(
                id: "filing-file",
                name: "Every file whose document says no other name: \(rule.file.text)",
                text: because.map { "\($0)." } ?? "",
                clauses: Wording.clauses(rule.clauses)
            )
        ] + rule.places.map { text($0) }
    }

    private func text(_ place: Filing.Place) -> ProcedurePage.NamedText {
        ProcedurePage.NamedText(
            id: "filing-\(place.thing.rawValue)",
            name: DayWording.capitalised(place.thing.words),
            text: "In “\(procedure.folders[place.folder].name.text)”"
                + (place.file.map { ", as \($0.text)" } ?? ""),
            clauses: Wording.clauses(place.clauses)
        )
    }
}

extension Filing.Thing {
    /// In the middle of a sentence.
    fileprivate var words: String {
        switch self {
        case .papers: "what is written here, where its document names no folder"
        case .filed: "what people file, where they name no folder"
        case .returns: "answers of agencies, with their files"
        case .replies: "what else agencies wrote"
        case .agendas: "agendas"
        case .minutes: "minutes"
        case .packs: "packs"
        case .chronology: "the chronology"
        case .log: "the log"
        }
    }
}
