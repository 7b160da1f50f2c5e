import Procedures

extension Expression {
    mutating func who(_ context: inout Context) -> Who? {
        let start = position
        var quantifier = Who.Quantifier.whole
        if take("each", "of") {
            quantifier = .each
        } else if take("one", "of") {
            quantifier = .one
        }
        guard let people = people(&context) else { return nil }
        let text = words[start..<position].map(\.text).joined(separator: " ")
        return Who(quantifier: quantifier, people: people, text: text)
    }

    private mutating func people(_ context: inout Context) -> Who.People? {
        if take("any", "partner") { return .anyPartner }
        if take("any", "agency") { return .anyAgency }
        if take("the", "referrer") { return .referrer }
        if take("each", "agency", "involved") { return .agencyInvolved }
        if take("each", "agency", "asked") { return .agencyAsked }
        if take("agencies'", "representatives") { return .agenciesRepresentatives }
        if take("the", "agency's", "senior", "manager") { return .agencySeniorManager }
        if take("the", "agency's", "representative") { return .agencyRepresentative }
        if take("the", "agency") { return .agency }
        if take("members", "of") { return meeting(&context).map { .members(of: $0.step) } }
        if take("chair", "of") { return meeting(&context).map { .chair(of: $0.step) } }
        if take("everyone", "invited", "to") {
            return meeting(&context).map { .everyoneInvited(to: $0.step) }
        }
        return named(&context)
    }

    private mutating func named(_ context: inout Context) -> Who.People? {
        guard let word = take() else {
            report("a role, group, partner or body is missing here", &context)
            return nil
        }
        let name = word.text
        if name == "partners" { return .partners }
        if name == "practitioners" && context.names.number(.group, name) == nil {
            return .practitioners
        }
        if let partner = SafeguardingPartner(rawValue: name) { return .partner(partner) }
        if let role = context.names.number(.role, name) {
            context.use(.role, name)
            return .role(Reference(role))
        }
        if let group = context.names.number(.group, name) {
            context.use(.group, name)
            return .group(Reference(group))
        }
        if let body = context.names.number(.body, name) {
            context.use(.body, name)
            return .body(Reference(body))
        }
        let valid =
            context.names.all(.role) + context.names.all(.group) + context.names.all(.body)
            + SafeguardingPartner.allCases.map(\.rawValue)
            + [
                "partners", "any partner", "any agency", "each agency involved",
                "each agency asked",
                "the agency", "the referrer", "practitioners",
            ]
        report(
            unknown("role, group, partner or body", name, valid: valid, plural: "names"),
            atWord: position - 1,
            &context
        )
        return nil
    }

    private mutating func meeting(_ context: inout Context) -> (step: Reference<Step>?, Bool)? {
        if take("the", "meeting") { return (nil, true) }
        guard let name = next else {
            report("the name of a meeting is missing", &context)
            return nil
        }
        let number = position
        guard let step = stepReference(&context) else { return nil }
        guard context.names.steps[name]?.isMeeting == true else {
            report("'\(name)' is no meeting", atWord: number, &context)
            return nil
        }
        return (step, true)
    }

    mutating func quorum(isEnforced: Bool, _ context: inout Context) -> Quorum? {
        let needs: Quorum.Needs
        if take("one", "from", "each", "of") {
            needs = .oneFromEach
        } else if take("all", "of") {
            needs = .all
        } else if let word = next, let number = Int(word), number > 0, peek(1) == "of" {
            position += 2
            needs = .atLeast(number)
        } else {
            report("a quorum is 'one from each of ...', 'all of ...' or '3 of ...'", &context)
            return nil
        }
        return who(&context).map { Quorum(needs: needs, of: $0, isEnforced: isEnforced) }
    }

    /// What a step stands for: `each return of ask-agencies`.
    mutating func scope(_ context: inout Context) -> Step.Scope? {
        if take("each", "return", "of") {
            guard let name = next else {
                report("the name of a request is missing", &context)
                return nil
            }
            let number = position
            guard let step = stepReference(&context) else { return nil }
            guard context.names.steps[name]?.hasBack == true else {
                report(
                    "'\(name)' is no request, so nothing comes back from it",
                    atWord: number,
                    &context
                )
                return nil
            }
            return .returns(of: step)
        }
        if take("each", "agency", "asked") { return .agenciesAsked }
        if take("each", "version", "of") {
            return list(&context) { $0.reference(.document, &$1) }.map { .versions(of: $0) }
        }
        if take("each", "step", "of") {
            return list(&context) { $0.reference(.role, &$1) }.map { .steps(of: $0) }
        }
        if take("each", "meeting") { return meetings(&context) }
        report(
            "'for' is followed by 'each return of', 'each meeting', 'each meeting of', 'each version of', "
                + "'each agency asked' or 'each step of'",
            &context
        )
        return nil
    }

    private mutating func meetings(_ context: inout Context) -> Step.Scope? {
        guard take("of") else { return .meetings(of: [], groups: []) }
        var steps: [Reference<Step>] = []
        var groups: [Reference<Group>] = []
        repeat {
            if let name = next, let group = context.names.number(.group, name) {
                context.use(.group, name)
                _ = take()
                groups.append(Reference(group))
            } else {
                guard let step = meeting(&context)?.step else { return nil }
                steps.append(step)
            }
        } while take("or")
        return .meetings(of: steps, groups: groups)
    }

    private mutating func list<Thing>(
        _ context: inout Context,
        _ one: (inout Expression, inout Context) -> Thing?
    ) -> [Thing]? {
        var things: [Thing] = []
        repeat {
            guard let thing = one(&self, &context) else { return nil }
            things.append(thing)
        } while take("or")
        return things
    }

    private mutating func reference<Thing>(
        _ kind: Declared,
        _ context: inout Context
    ) -> Reference<Thing>? {
        guard let name = take() else {
            report("the name of a \(kind.rawValue) is missing", &context)
            return nil
        }
        let (place, length) = place(ofWord: position - 1)
        return context.find(kind, name.text, at: place, length: length).map { Reference($0) }
    }
}
