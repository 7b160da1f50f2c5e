import Partnerships

extension Deciding {
    /// The list is replaced whole, so that no pseudonym stands twice at any time.
    func list(_ listed: CaseEvent.PeopleListed) throws(CaseRefusal) -> [CaseEvent] {
        if listed.people.count > ListedPerson.most {
            throw .tooManyPeople(most: ListedPerson.most)
        }
        if let first = ListedPerson.faults(of: listed.people).first {
            throw .listedPerson(number: first.place + 1, first.fault)
        }
        return listed.people == file.listedPeople ? [] : [ours(.peopleListed(listed))]
    }

    func mark(_ marked: CaseEvent.EpisodeMarked) throws(CaseRefusal) -> [CaseEvent] {
        guard file.chronologyRow(marked.row) != nil else { throw .unknownEntry(marked.row) }
        try require(marked.words, .reason)
        if file.keyRows.contains(marked.row) == marked.isKey { return [] }
        return [ours(.episodeMarked(marked))]
    }
}
