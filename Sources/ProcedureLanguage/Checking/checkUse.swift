import Procedures

extension Context {
    /// Every name declared is used.
    mutating func checkUse() {
        for kind in Declared.allCases where kind != .step {
            for (name, node) in names.nodes(kind) where !isUsed(kind, name) {
                diagnostics.error(
                    "the \(kind.rawValue) '\(name)' is declared and never used",
                    at: node
                )
            }
        }
    }

    /// What can only be judged on the whole: moments somebody brings about, clauses cited once, no circles.
    mutating func checkSense(_ procedure: Procedure, _ root: YAMLNode) {
        checkMoments(procedure)
        checkWaived(procedure, root)
        checkCircles(procedure, root)
        checkFolders(procedure, root)
    }

    private mutating func checkMoments(_ procedure: Procedure) {
        for (moment, place) in momentsUsed.sorted(by: { $0.value < $1.value }) {
            let isRecorded = procedure.steps.contains {
                ($0.records == moment && !$0.isNationalLimit) || $0.confirms == moment
            }
            let comesWithReturns =
                (moment == .returnReceived || moment == .returnAccepted)
                && procedure.steps.contains { $0.request != nil }
            guard !isRecorded, !comesWithReturns, !moment.isScoped, !moment.isEnteredByHand else {
                continue
            }
            diagnostics.error(
                "no step records '\(moment.id)'; add 'records: \(moment.id)' to the step that brings it about",
                at: place,
                length: moment.id.count
            )
        }
    }

    private mutating func checkWaived(_ procedure: Procedure, _ root: YAMLNode) {
        let carried = Set(procedure.clauseUses.map(\.clause))
        for entry in root["waived"]?.entries ?? [] where carried.contains(entry.name) {
            diagnostics.error(
                "the clause '\(entry.name)' is waived here and carried elsewhere",
                at: entry.key
            )
        }
    }

    /// Nothing is filed in a place outside, and no folder lies in itself.
    private mutating func checkFolders(_ procedure: Procedure, _ root: YAMLNode) {
        let inside = procedure.folders.map { $0.parent.map { [$0.number] } ?? [] }
        let nodes = names.nodes(.folder).map(\.node)
        if let circle = firstCircle(in: inside) {
            let names = (circle + [circle[0]]).map { procedure.folders[$0].id }
            diagnostics.error(
                "folders lie in each other: \(names.joined(separator: " -> "))",
                at: nodes[circle[0]]
            )
        }
        for (number, folder) in procedure.folders.enumerated() {
            guard let parent = folder.parent, procedure.folders[parent].isOutside else { continue }
            diagnostics.error(
                "'\(folder.id)' lies in '\(procedure.folders[parent].id)', which is outside",
                at: nodes[number]
            )
        }
        for place in procedure.filing?.places ?? [] {
            let folder = procedure.folders[place.folder]
            guard folder.isOutside,
                let node = root["filing"]?["keeps"]?[place.thing.rawValue]?["in"]
            else { continue }
            diagnostics.error(
                "'\(folder.id)' is outside: what is made or received here cannot be kept there",
                at: node
            )
        }
    }

    private mutating func checkCircles(_ procedure: Procedure, _ root: YAMLNode) {
        let order = procedure.steps.map { step in
            (step.after + step.onlyAfter).compactMap { procedure.waitedStep($0) }
                + (step.at.map { [$0.number] } ?? [])
        }
        let days = procedure.steps.map { procedure.dayNeeds($0) }
        for (graph, what) in [
            (order, "steps wait for each other"), (days, "days depend on each other"),
        ] {
            guard let circle = firstCircle(in: graph) else { continue }
            let names = (circle + [circle[0]]).map { procedure.steps[$0].id }
            let step = procedure.steps[circle[0]]
            diagnostics.error(
                "\(what): \(names.joined(separator: " -> "))",
                at: place(of: step, root),
                length: step.id.count
            )
        }
    }

    private func place(of step: Step, _ root: YAMLNode) -> Place {
        for section in root["sections"]?.entries ?? [] {
            for entry in section.value["steps"]?.entries ?? [] where entry.name == step.id {
                return entry.key.place
            }
        }
        return Place(line: 1, column: 1)
    }
}

extension Procedure {
    fileprivate func waitedStep(_ point: Point) -> Int? {
        switch point {
        case .step(let step), .back(let step): step.number
        case .moment: nil
        }
    }

    /// The steps whose day this step's day is worked out from: `in time for` and counts back from a step.
    fileprivate func dayNeeds(_ step: Step) -> [Int] {
        step.due.entries.flatMap { entry -> [Int] in
            guard case .choice(let options) = entry.limit else { return [] }
            return options.compactMap { option in
                switch option.rule {
                case .inTime(let point), .count(_, _, .before, let point): waitedStep(point)
                default: nil
                }
            }
        }
    }
}

/// The first circle in a graph given as lists of successors, without recursion.
private func firstCircle(in graph: [[Int]]) -> [Int]? {
    enum Mark { case new, open, closed }
    var marks = [Mark](repeating: .new, count: graph.count)
    for start in graph.indices where marks[start] == .new {
        var path = [(node: start, next: 0)]
        marks[start] = .open
        while let top = path.last {
            guard top.next < graph[top.node].count else {
                marks[top.node] = .closed
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let successor = graph[top.node][top.next]
            switch marks[successor] {
            case .closed: continue
            case .open:
                let nodes = path.map(\.node)
                return nodes.firstIndex(of: successor).map { Array(nodes[$0...]) }
            case .new:
                marks[successor] = .open
                path.append((successor, 0))
            }
        }
    }
    return nil
}
