package import Partnerships

extension Partnership {
    /// What a person is called; somebody whose name is no longer known is still somebody.
    package func name(of person: PersonID) -> String {
        people[person]?.name ?? unknownName(of: person)
    }
}

func unknownName(of person: PersonID) -> String { "Somebody no longer known (\(person))" }
