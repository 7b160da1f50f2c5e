import Procedures

/// The parts of a procedure that a variation may give new values.
let overlayKeys = [
    "steps", "clocks", "partners", "roles", "groups", "bodies", "documents", "folders",
    "filing", "chasing",
]

/// The tree with one variation's values laid over it: existing keys take new values, and nothing is added.
func overlaid(
    _ root: YAMLNode,
    with variation: String,
    _ diagnostics: inout Diagnostics
) -> YAMLNode? {
    guard let changes = root["variations"]?[variation], var entries = root.entries else {
        return nil
    }
    for index in entries.indices {
        let key = entries[index].name
        if key == "sections" {
            if let steps = changes["steps"] {
                entries[index].value = layingSteps(steps, over: entries[index].value, &diagnostics)
            }
        } else if overlayKeys.contains(key), let change = changes[key] {
            entries[index].value = laying(change, over: entries[index].value, &diagnostics)
        }
    }
    return root.with(entries)
}

private func layingSteps(
    _ changes: YAMLNode,
    over sections: YAMLNode,
    _ diagnostics: inout Diagnostics
) -> YAMLNode {
    guard var sectionEntries = sections.entries, let wanted = changes.entries else {
        return sections
    }
    var missing = wanted
    var known: [String] = []
    for index in sectionEntries.indices {
        let section = sectionEntries[index].value
        guard var parts = section.entries,
            let place = parts.firstIndex(where: { $0.name == "steps" }),
            var steps = parts[place].value.entries
        else { continue }
        known += steps.map(\.name)
        for number in steps.indices {
            guard let change = missing.first(where: { $0.name == steps[number].name }) else {
                continue
            }
            missing.removeAll { $0.name == change.name }
            steps[number].value = laying(change.value, over: steps[number].value, &diagnostics)
        }
        parts[place].value = parts[place].value.with(steps)
        sectionEntries[index].value = section.with(parts)
    }
    for entry in missing {
        diagnostics.error(cannotAdd("step", entry.name, among: known), at: entry.key)
    }
    return sections.with(sectionEntries)
}

private func laying(
    _ change: YAMLNode,
    over base: YAMLNode,
    _ diagnostics: inout Diagnostics
) -> YAMLNode {
    guard let changes = change.entries, var entries = base.entries else { return change }
    for entry in changes {
        guard let index = entries.firstIndex(where: { $0.name == entry.name }) else {
            diagnostics.error(
                cannotAdd("key", entry.name, among: entries.map(\.name)),
                at: entry.key
            )
            continue
        }
        entries[index].value = laying(entry.value, over: entries[index].value, &diagnostics)
    }
    return base.with(entries)
}

private func cannotAdd(_ kind: String, _ name: String, among names: [String]) -> String {
    let near = nearest(to: name, in: names).map { "; did you mean '\($0)'?" }
    return "a variation cannot add the \(kind) '\(name)'"
        + (near ?? "; it gives new values to \(names.joined(separator: ", "))")
}

extension YAMLNode {
    fileprivate func with(_ entries: [Entry]) -> YAMLNode {
        var copy = self
        copy.content = .mapping(entries)
        return copy
    }
}
