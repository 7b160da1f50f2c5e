package import Procedures

extension LetterDefinition.Part {
    package var words: String {
        switch self {
        case .title: "What it is called"
        case .purpose: "Why they are asked"
        case .legalBasis: "The law by which they are asked"
        case .instruction: "What they are to do with their records"
        case .letter: "The letter"
        }
    }
}

extension LetterDefinition.Place {
    /// What is filled in for it.
    package var standsFor: String {
        switch self {
        case .agency: "The agency that is asked"
        case .name: "Whoever there is to answer"
        case .due: "The day by which, as the plan has it"
        case .form: "The form on which they answer"
        case .reference: "The reference of the case, like 4QX-7MD"
        case .partnership: "This partnership"
        case .sender: "Whoever asks them"
        }
    }
}

extension LetterFault {
    /// A sentence without its stop, with the place: `Line 2, column 14: there is no name {agancy}; did you mean {agency}?`.
    package var words: String {
        switch what {
        case .empty, .tooLong: "“\(part.words)” \(problem)"
        default: "Line \(line), column \(column): \(problem)"
        }
    }
}

/// What is wrong with a text that somebody typed, as many faults as anybody reads at once, and after them what could stand there.
///
/// Length and emptiness are asked elsewhere.
func letterFaults(in text: String, of part: LetterDefinition.Part) -> [String] {
    let faults = LetterDefinition.faults(in: text, of: part).filter { fault in
        if case .tooLong = fault.what { return false }
        return fault.what != .empty
    }
    let most = 20
    var words = faults.prefix(most).map(\.words)
    if faults.count > most {
        words.append("There are \(faults.count - most) more; mend these first")
    }
    if let offer = faults.lazy.compactMap(\.offer).first, let last = words.popLast() {
        words.append(LetterFault.joined(last, offer))
    }
    return words
}
