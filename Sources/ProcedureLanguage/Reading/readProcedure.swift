package import Procedures

/// A procedure as read, with the places of its steps for findings that come later.
package struct ReadProcedure: Sendable {
    package let procedure: Procedure
    /// The same guide under each of its variations, in the file's order.
    package let variations: [Procedure]
    private let places: [String: Place]

    init(procedure: Procedure, variations: [Procedure], places: [String: Place]) {
        self.procedure = procedure
        self.variations = variations
        self.places = places
    }

    /// Where a step stands in the file.
    package func place(ofStep id: String) -> Place {
        places[id] ?? Place(line: 1, column: 1)
    }
}

/// Reads one procedure file into the checked model.
///
/// Returns the procedure, or what is wrong with it: never half a procedure. Warnings may come beside
/// a procedure. `guidance` is every edition that the file may name.
package func readProcedure(
    _ text: String,
    guidance: [Guidance]
) -> (procedure: ReadProcedure?, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    guard let root = readFile(text, into: &diagnostics) else { return (nil, diagnostics.sorted) }
    let base = readTree(root, guidance: guidance, variation: nil)
    for diagnostic in base.diagnostics { diagnostics.add(diagnostic) }
    guard !diagnostics.hasErrors, let procedure = base.procedure else {
        return (nil, diagnostics.sorted)
    }
    var varied: [Procedure] = []
    for variation in procedure.variations {
        guard let tree = overlaid(root, with: variation.id, &diagnostics) else { continue }
        let read = readTree(tree, guidance: guidance, variation: variation)
        for diagnostic in read.diagnostics { diagnostics.add(diagnostic) }
        if let own = read.procedure { varied.append(own) }
    }
    guard !diagnostics.hasErrors else { return (nil, diagnostics.sorted) }
    return (
        ReadProcedure(procedure: procedure, variations: varied, places: stepPlaces(root)),
        diagnostics.sorted
    )
}

private let topKeys = [
    "procedure", "title", "edition", "source", "guidance", "partners", "roles", "groups", "bodies",
    "clocks", "questions", "criteria", "folders", "documents", "filing", "sections", "reminders",
    "chasing", "notes", "waived", "variations",
]

private func readTree(
    _ root: YAMLNode,
    guidance: [Guidance],
    variation: Procedure.Variation?
) -> (procedure: Procedure?, diagnostics: [Diagnostic]) {
    var context = Context()
    guard
        let map = MapReader(
            root,
            "a procedure",
            keys: topKeys,
            required: [
                "procedure", "title", "edition", "source", "guidance", "partners", "clocks",
                "sections",
            ],
            &context
        )
    else { return (nil, context.diagnostics.sorted) }
    context.declareNames(map)
    let editions = context.editions(map["guidance"], among: guidance)
    let editionNames = editions.map(\.id)
    let (sections, steps) = context.sections(map["sections"])
    let id = context.identifier(map["procedure"])
    let title = map.text("title", &context) ?? ""
    let edition = map.text("edition", &context) ?? ""
    let source = context.source(map["source"])
    let partners = context.partners(map["partners"])
    let roles = context.named(map["roles"], "roles") { $2.role($0, $1) }
    let groups = context.named(map["groups"], "groups") { $2.group($0, $1) }
    let bodies = context.named(map["bodies"], "bodies") { $2.body($0, $1) }
    let clocks = context.named(map["clocks"], "clocks") { $2.clock($0, $1) }
    let questions = context.named(map["questions"], "questions") { $2.question($0, $1) }
    let criteria = context.named(map["criteria"], "criteria") {
        $2.criteria($0, $1, guidance: editionNames)
    }
    let folders = context.named(map["folders"], "folders") { $2.folder($0, $1) }
    let papers = context.named(map["documents"], "documents") { $2.paper($0, $1) }
    let filing = context.filing(map["filing"])
    let reminders = context.reminders(map["reminders"])
    let chasing = context.chasing(map["chasing"], beside: map["reminders"])
    let notes = context.notes(map["notes"])
    let waived = context.waived(map["waived"])
    let variations = context.named(map["variations"], "variations") { $2.variation($0, $1) }
    context.checkUse()
    // A part that could not be read is missing from its list, so references into it would lead astray.
    guard !context.diagnostics.hasErrors else { return (nil, context.diagnostics.sorted) }
    let procedure = Procedure(
        id: id,
        title: title,
        edition: edition,
        source: source,
        guidance: editions,
        partners: partners,
        roles: roles,
        groups: groups,
        bodies: bodies,
        clocks: clocks,
        questions: questions,
        criteria: criteria,
        folders: folders,
        papers: papers,
        filing: filing,
        sections: sections.withNationalLimits(after: steps, editions),
        steps: steps + nationalLimits(editions, section: Reference(sections.count)),
        reminders: reminders,
        chasing: chasing,
        notes: notes,
        waived: waived,
        variation: variation,
        variations: variations
    )
    context.checkSense(procedure, root)
    return (context.diagnostics.hasErrors ? nil : procedure, context.diagnostics.sorted)
}

private func nationalLimits(_ editions: [Guidance], section: Reference<Section>) -> [Step] {
    var seen: Set<String> = []
    return editions.flatMap { edition in
        edition.limits.filter { seen.insert($0.id).inserted }.map { limit in
            Step(
                id: "national-limit-\(limit.id)",
                clauses: [],
                does: limit.does,
                by: [],
                due: limit.due,
                because: [limit.because, "Set by \(edition.title)"].compactMap(\.self)
                    .joined(separator: ". "),
                records: limit.records,
                kind: .nationalLimit,
                section: section
            )
        }
    }
}

extension [Section] {
    fileprivate func withNationalLimits(after steps: [Step], _ editions: [Guidance]) -> [Section] {
        let count = Set(editions.flatMap { $0.limits.map(\.id) }).count
        guard count > 0 else { return self }
        return self + [
            Section(
                id: "national-limits",
                title: "National limits",
                stage: .throughout,
                clauses: [],
                steps: steps.count..<(steps.count + count)
            )
        ]
    }
}

private func stepPlaces(_ root: YAMLNode) -> [String: Place] {
    var places: [String: Place] = [:]
    for section in root["sections"]?.entries ?? [] {
        for step in section.value["steps"]?.entries ?? [] { places[step.name] = step.key.place }
    }
    return places
}
