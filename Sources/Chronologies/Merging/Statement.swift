/// What two agencies may say opposite things about.
package enum Statement: Int, CaseIterable, Hashable, Sendable {
    case attended, seen, agreed, injured, disclosed, informed, safe, reached, sober, arrested,
        referred

    /// Words that say it, or with "not" its opposite.
    var words: [String] {
        switch self {
        case .attended:
            ["attend", "attended", "attends", "attending", "present", "brought", "came"]
        case .seen: ["seen", "saw", "sighted", "see"]
        case .agreed:
            ["agreed", "agree", "consent", "consented", "accepted", "accept", "engaged", "engage"]
        case .injured:
            [
                "injury", "injuries", "injured", "bruise", "bruises", "bruised", "bruising",
                "marks", "burn", "burns", "fracture",
            ]
        case .disclosed: ["disclosed", "disclose", "disclosure", "disclosures"]
        case .informed: ["informed", "inform", "notified", "notify"]
        case .safe: ["safe"]
        case .reached: ["answered", "answer", "reached", "reply", "replied", "response"]
        case .sober: ["sober"]
        case .arrested: ["arrested", "arrest", "arrests"]
        case .referred: ["referred", "referral", "referrals", "refer"]
        }
    }

    /// Words that say the opposite by themselves.
    var opposites: [String] {
        switch self {
        case .attended: ["dna", "dnad", "wnb", "absent", "missed", "nonattendance"]
        case .seen: ["unseen"]
        case .agreed: ["declined", "refused", "declines", "refuses", "refusal"]
        case .safe: ["unsafe"]
        case .sober: ["drunk", "intoxicated"]
        case .injured, .disclosed, .informed, .reached, .arrested, .referred: []
        }
    }
}

/// What a text says yes to, and what no, a bit each.
struct Stance: Hashable {
    private(set) var yes: UInt32 = 0
    private(set) var no: UInt32 = 0

    mutating func add(_ statement: Statement, isOpposite: Bool) {
        if isOpposite { no |= 1 << statement.rawValue } else { yes |= 1 << statement.rawValue }
    }

    /// What one says yes to and nothing else, and the other no.
    func opposed(to other: Stance) -> [Statement] {
        let onlyYes = yes & ~no
        let onlyNo = no & ~yes
        let bits = onlyYes & other.no & ~other.yes | onlyNo & other.yes & ~other.no
        guard bits != 0 else { return [] }
        return Statement.allCases.filter { bits & 1 << $0.rawValue != 0 }
    }
}
