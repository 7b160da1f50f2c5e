package import Partnerships
package import Procedures

/// Agencies that a request of a case should perhaps go to.
package struct AgencySuggestions: Hashable, Sendable {
    /// In the order of their names, those that are expected first.
    package let agencies: [Suggested]
    /// What no open agency of the directory answers to.
    package let missing: [Missing]

    package struct Suggested: Hashable, Sendable {
        package let agency: Agency
        /// At least one.
        package let because: [Reason]

        /// Whether leaving it out needs a reason.
        package var isExpected: Bool { because.contains(where: \.isExpected) }
    }

    package struct Missing: Hashable, Sendable {
        /// As it is written where it is named; nil for a safeguarding partner, whom the reason names.
        package let name: String?
        package let because: Reason
    }

    package enum Reason: Hashable, Sendable {
        /// Named as involved in the referral or the description of the case.
        case named
        /// The procedure asks it by this request.
        case asked
        /// A safeguarding partner's agency knows of most families, or that it knows of none.
        case safeguardingPartner(SafeguardingPartner)
        /// The procedure says that it is easily forgotten.
        case easilyForgotten

        var isExpected: Bool { self != .easilyForgotten }
    }

    /// The expected agencies that are not among those to be asked: each needs a reason.
    ///
    /// Where a partner has several agencies, one of them is enough.
    package func leftOut(asking asked: Set<AgencyID>) -> [Suggested] {
        let spoken = Set(
            agencies.filter { asked.contains($0.agency.agency) }.flatMap(\.because)
                .filter { if case .safeguardingPartner = $0 { true } else { false } }
        )
        return agencies.filter { suggested in
            !asked.contains(suggested.agency.agency)
                && suggested.because.contains { $0.isExpected && !spoken.contains($0) }
        }
    }
}

/// Which agencies a request should perhaps go to, and why; people choose.
///
/// Three sources count: what the case says of agencies involved, what the procedure's request names, and the
/// three safeguarding partners, whom every review hears.
package func suggestedAgencies(
    for about: CaseAbout,
    request: RequestPart,
    procedure: Procedure,
    partnership: Partnership
) -> AgencySuggestions {
    var suggesting = Suggesting(
        agencies: partnership.agencies.values.filter { !$0.isClosed }.sorted { $0.name < $1.name }
    )
    for name in about.agencies { suggesting.suggest(name, .named) }
    for partner in request.partnersAsked {
        suggesting.suggest(partner, named: procedure.name(of: partner), .asked)
    }
    if request.isOfAgencies {
        for partner in SafeguardingPartner.allCases {
            suggesting.suggest(
                partner,
                named: procedure.name(of: partner),
                .safeguardingPartner(partner)
            )
        }
    }
    for name in request.suggests { suggesting.suggest(name, .easilyForgotten) }
    return suggesting.suggestions
}

private struct Suggesting {
    /// Open agencies in the order of their names.
    let agencies: [Agency]
    private var because: [AgencyID: [AgencySuggestions.Reason]] = [:]
    private var missing: [AgencySuggestions.Missing] = []

    init(agencies: [Agency]) {
        self.agencies = agencies
    }

    var suggestions: AgencySuggestions {
        let suggested = agencies.compactMap { agency in
            because[agency.agency].map {
                AgencySuggestions.Suggested(agency: agency, because: $0)
            }
        }
        return AgencySuggestions(
            agencies: suggested.filter(\.isExpected) + suggested.filter { !$0.isExpected },
            missing: missing
        )
    }

    /// By a name as somebody wrote it.
    mutating func suggest(_ name: String, _ reason: AgencySuggestions.Reason) {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if name.isEmpty { return }
        if let agency = agency(named: name) {
            add(agency, reason)
        } else {
            miss(name, reason)
        }
    }

    /// By the name that the procedure gives a partner, else by the kind of agency that a partner is.
    mutating func suggest(
        _ partner: SafeguardingPartner,
        named name: String?,
        _ reason: AgencySuggestions.Reason
    ) {
        let ofKind = agencies.filter { $0.kind == partner.kind }
        let named = name.flatMap { agency(named: $0) }
        let found = ofKind.isEmpty ? named.map { [$0] } ?? [] : ofKind
        for agency in found { add(agency, reason) }
        if found.isEmpty { miss(name, reason) }
    }

    private mutating func miss(_ name: String?, _ reason: AgencySuggestions.Reason) {
        let missed = AgencySuggestions.Missing(name: name, because: reason)
        if !missing.contains(missed) { missing.append(missed) }
    }

    private mutating func add(_ agency: Agency, _ reason: AgencySuggestions.Reason) {
        if because[agency.agency]?.contains(reason) == true { return }
        because[agency.agency, default: []].append(reason)
    }

    /// The agency of exactly that name, else the only one whose name holds it, or is held by it, word by word.
    private func agency(named name: String) -> Agency? {
        let wanted = words(name)
        if let same = agencies.first(where: { words($0.name) == wanted }) { return same }
        let near = agencies.filter { agency in
            let own = words(agency.name)
            return own.holds(wanted) || wanted.holds(own)
        }
        return near.count == 1 ? near[0] : nil
    }

    private func words(_ text: String) -> [Substring] { comparable(text).split(separator: " ") }
}

extension [Substring] {
    /// Whether other words stand in it, one after the other.
    fileprivate func holds(_ other: [Substring]) -> Bool {
        guard !other.isEmpty, other.count <= count else { return false }
        return (0...count - other.count).contains { self[$0...].starts(with: other) }
    }
}

extension RequestPart {
    /// The safeguarding partners that it names.
    fileprivate var partnersAsked: [SafeguardingPartner] {
        SafeguardingPartner.allCases.filter { partner in
            of.contains { who in
                switch who.people {
                case .partner(partner), .partners: true
                default: false
                }
            }
        }
    }
}

extension Procedure {
    fileprivate func name(of partner: SafeguardingPartner) -> String? {
        partners.first { $0.partner == partner }?.name
    }
}

extension SafeguardingPartner {
    /// The kind of agency that answers for the partner.
    package var kind: AgencyKind {
        switch self {
        case .localAuthority: .childrensServices
        case .icb: .integratedCareBoard
        case .police: .police
        }
    }
}
