extension Procedure {
    /// Every part that a person can be given on a case, by id: roles and groups, in the order of the guide.
    ///
    /// Where none of these is the safeguarding partners', each partner is a part of its own: somebody decides and signs
    /// for it on each case.
    package var parts: [(id: String, name: String, capacity: Capacity)] {
        roles.map { ($0.id, $0.name, $0.capacity) } + groups.map { ($0.id, $0.name, $0.capacity) }
            + partnersThemselves.map { ($0.partner.rawValue, $0.name, .partner) }
    }

    private var partnersThemselves: [Partner] {
        let hasOne =
            roles.contains { $0.capacity == .partner }
            || groups.contains { $0.capacity == .partner }
        return hasOne ? [] : partners
    }

    /// The capacity that a part has; nil for a name that the procedure does not have.
    package func capacity(ofPart id: String) -> Capacity? {
        roles.first { $0.id == id }?.capacity ?? groups.first { $0.id == id }?.capacity
            ?? (partnersThemselves.contains { $0.partner.rawValue == id } ? .partner : nil)
    }

    /// The roles and groups by which somebody is one of those meant, by id, each once.
    package func parts(of who: Who) -> [String] {
        switch who.people {
        case .role(let role): [roles[role].id]
        case .group(let group):
            [groups[group].id] + groups[group].members.flatMap { parts(of: $0) }
        case .partner(let partner):
            roles.filter { $0.partner == partner && $0.capacity == .partner }.map(\.id)
                + partnersThemselves.filter { $0.partner == partner }.map(\.partner.rawValue)
        case .partners, .anyPartner:
            parts.filter { $0.capacity == .partner }.map(\.id)
        case .chair: parts.filter { $0.capacity == .chair }.map(\.id)
        default: []
        }
    }

    // Documents that are forms

    /// The form on which a document is written, by id: the one it names, else one of its own name.
    package func formName(ofPaper id: String) -> String {
        papers.first { $0.id == id }?.form ?? id
    }

    /// Nil for a document that none of these forms is for.
    package func form(ofPaper id: String, among forms: [FormDefinition]) -> FormDefinition? {
        let name = formName(ofPaper: id)
        return forms.first { $0.id == name }
    }

    /// What the procedure asks of a referral; nil where it has no step for one.
    private var referralPart: FormPart? {
        steps.lazy.compactMap { step in
            if case .form(let part) = step.kind { part } else { nil }
        }.first { formName(ofPaper: $0.form) == "referral" }
    }

    /// What the procedure calls the referral, by id.
    package var referralPaper: String { referralPart?.form ?? "referral" }

    /// Whether the procedure has a senior manager read a referral before it is sent.
    package var wantsReferralRead: Bool { referralPart?.signedBy != nil }

    /// What a document is called: by the procedure, or by its form where the procedure has no name for it.
    package func name(ofPaper id: String, among forms: [FormDefinition]) -> String {
        papers.first { $0.id == id }?.name ?? form(ofPaper: id, among: forms)?.title ?? id
    }

    /// The documents that a step writes, signs, files or sends, by id.
    package func papers(of step: Step) -> [String] {
        switch step.kind {
        case .form(let part): [part.form]
        case .signOff(let part): [papers[part.of].id]
        case .document(let paper), .publication(let paper): [papers[paper].id]
        case .filing(let paper, _): paper.map { [papers[$0].id] } ?? []
        case .submission(let part): part.of.map { papers[$0].id }
        case .message(let part):
            part.encloses.compactMap { enclosure in
                if case .document(let paper) = enclosure.what { papers[paper].id } else { nil }
            }
        default: []
        }
    }

    /// Every document of the procedure that is written on one of these forms, in the order of the steps.
    package func writtenPapers(among forms: [FormDefinition]) -> [String] {
        var found: [String] = []
        for step in steps where !step.isNationalLimit {
            for paper in papers(of: step)
            where !found.contains(paper) && form(ofPaper: paper, among: forms) != nil {
                found.append(paper)
            }
        }
        return found
    }
}
