import Procedures

extension Deciding {
    /// Keeps a text; nothing goes out with it until somebody takes it into use.
    func write(
        _ letter: LetterDefinition,
        after seen: Int,
        instead shipped: LetterDefinition
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        guard letter.id == shipped.id else { throw .unknownLetter(letter.id) }
        let faults = letter.faults
        if !faults.isEmpty { throw .letterFaults(faults) }
        let newest = partnership.letters[letter.id]?.versions.last
        let number = newest?.number ?? 0
        guard number == seen else {
            // The same form sent twice writes one version.
            if let newest, newest.number == seen + 1, newest.letter == letter { return [] }
            throw .letterOvertaken(by: number)
        }
        if newest?.letter ?? shipped == letter { throw .sameLetter(number) }
        return [
            .letterWritten(
                PartnershipEvent.LetterWritten(
                    letter: letter,
                    number: number + 1,
                    shipped: shipped
                )
            )
        ]
    }

    /// Whoever asks saw another text go; where that goes no longer, she is told first.
    func putToUse(
        _ number: Int,
        of letter: String,
        instead seen: Int
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        guard let kept = partnership.letters[letter], number == 0 || kept.version(number) != nil
        else { throw .unknownLetter(letter) }
        if kept.inUse == number { return [] }
        if kept.inUse != seen { throw .letterOvertaken(by: kept.inUse) }
        return [
            .letterPutToUse(PartnershipEvent.LetterPutToUse(letter: letter, number: number))
        ]
    }
}
