import Procedures

/// The form by which a report's own heads are named, put in their places, added and taken out.
package struct OwnHeadsForm: Sendable {
    package private(set) var filler: FormFiller
    /// Every head as it is to be from now on.
    package private(set) var own: [OwnHead] = []
    private let kept: [OwnHead]
    private let heads: [ExpectedHead]
    /// Those under which nothing is written.
    private let empty: Set<String>

    /// What others added since the form was shown stands in it as they saved it.
    package init(
        _ kept: [OwnHead],
        in report: ReportWriting,
        posted: [(name: String, value: String)]?
    ) {
        self.kept = kept
        heads = report.heads
        empty = Set(kept.map(\.id).filter { report.text(of: $0).isEmpty })
        let unseen = kept.filter { head in
            !head.isRemoved && posted?.contains { $0.name == "says-\(head.id)" } == false
        }
        filler = FormFiller(
            posted.map {
                $0
                    + unseen.flatMap { head in
                        [
                            (name: "says-\(head.id)", value: head.says),
                            (name: "after-\(head.id)", value: head.after ?? Self.beginning),
                        ]
                    }
            }
        )
        ask()
    }

    private static let beginning = "beginning"

    /// Asks, and reads the answers in the same pass.
    private mutating func ask() {
        own = kept
        for place in own.indices where !own[place].isRemoved {
            let head = own[place]
            own[place].says = says(head.id, "Name", was: head.says)
            own[place].after = after(head.id, was: head.after ?? Self.beginning)
            if empty.contains(head.id) {
                let out = filler.boxes(
                    "out-\(head.id)",
                    "Take it out",
                    [(id: "yes", label: "Take out “\(head.says)”")]
                )
                own[place].isRemoved = !out.isEmpty
            }
        }
        let name = says("new", "A new head: its name", was: "", isNeeded: false)
        let place = after("new", was: heads.last?.head.id ?? Self.beginning)
        if !name.isEmpty {
            let number =
                (kept.compactMap { Int($0.id.dropFirst(Self.prefix.count)) }.max() ?? 0) + 1
            own.append(OwnHead(id: "\(Self.prefix)\(number)", says: name, after: place))
        }
        check()
    }

    private static let prefix = "own-"

    private mutating func says(
        _ id: String,
        _ label: String,
        was: String,
        isNeeded: Bool = true
    ) -> String {
        filler.line(
            "says-\(id)",
            label,
            was: was,
            isNeeded: isNeeded,
            most: OwnHead.mostCharacters
        )
    }

    private mutating func after(_ id: String, was: String) -> String? {
        let others = heads.filter { $0.head.id != id }
        let chosen = filler.list(
            "after-\(id)",
            "It comes after",
            [
                (
                    label: "",
                    options: [(id: Self.beginning, label: "Nothing: it begins the report")]
                        + others.map { (id: $0.head.id, label: $0.head.says) }
                )
            ],
            was: was,
            isNeeded: id != "new"
        )
        if chosen.isEmpty { return was == Self.beginning ? nil : was }
        return chosen == Self.beginning ? nil : chosen
    }

    /// Heads are told apart by their names, in comparisons too.
    private mutating func check() {
        guard filler.isSent else { return }
        var names = Set(heads.filter { !$0.isOwn }.map { $0.head.says.lowercased() })
        let standing = own.filter { !$0.isRemoved }
        for head in standing where !head.says.isEmpty {
            if names.insert(head.says.lowercased()).inserted { continue }
            let isNew = !kept.contains { $0.id == head.id }
            filler.mark(
                "says-\(isNew ? "new" : head.id)",
                "“\(head.says)” is the name of another head: choose another"
            )
        }
        if standing.count > OwnHead.most {
            filler.mark(
                "says-new",
                "A report takes \(OwnHead.most) heads of its own: take one out first"
            )
        }
    }
}
