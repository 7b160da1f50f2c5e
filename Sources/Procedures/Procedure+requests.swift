extension Procedure {
    /// The checks that are made of each return of a request, in the order of the guide.
    package func checks(ofRequest id: String) -> [Step] {
        guard let request = lookup.stepNamed[id] else { return [] }
        return steps.filter { step in
            guard case .check = step.kind, case .returns(let of)? = step.forEach else {
                return false
            }
            return of == request
        }
    }

    /// The steps by which each return of a request is passed on, in the order of the guide.
    package func sharing(ofRequest id: String) -> [Step] {
        guard let request = lookup.stepNamed[id] else { return [] }
        return steps.filter { step in
            guard case .message = step.kind, case .returns(let of)? = step.forEach else {
                return false
            }
            return of == request
        }
    }

    /// Every step that asks agencies or people for an answer, in the order of the guide.
    package var requestSteps: [Step] { steps.filter { $0.request != nil } }
}
