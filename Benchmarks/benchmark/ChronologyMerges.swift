import Chronologies
import WorkingDays

/// Twelve chronologies of five hundred rows over eight years, of which every tenth row tells again,
/// in other words, what another agency told.
struct ChronologyMerges {
    private static let words = """
        mother father child school nurse visit home call clinic appointment attended missed seen bruise
        arm leg police officer social worker health visitor midwife hospital ward doctor referral plan
        meeting conference review core group neighbour shouting night morning concern weight feeding
        cot asleep crying flat cold kitchen dog partner argument drinking bottle nursery place refused
        agreed letter text message grandmother aunt sibling football trip lunch uniform tired hungry
        happy quiet playground teacher head deputy report form assessment early help worker support
        housing rent arrears benefit sanction court order hearing solicitor advice contact supervised
        centre reading speech language therapy hearing test glasses dentist teeth asthma inhaler
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private let chronologies: [Chronology]
    private let merged: MergedChronology

    init() {
        var random = Numbers()
        var told: [ChronologyEntry] = []
        chronologies = (0..<12).map { source in
            let entries = (0..<500).map { row -> ChronologyEntry in
                if row % 10 == 9, let other = told.randomElement(using: &random) {
                    return Self.retold(other, &random)
                }
                let entry = Self.entry(&random)
                told.append(entry)
                return entry
            }
            return Chronology(
                source: SourceID(Int64(source)),
                entries: entries,
                firstID: Int64(source) * 1_000
            )
        }
        merged = merge(chronologies)
    }

    /// How many rows look like another's; the same on every run.
    var resembling: Int { merged.resemblances().groups.reduce(0) { $0 + $1.rows.count } }

    /// How many milliseconds one merge takes.
    func merging() -> Double {
        milliseconds { merge(chronologies).rows.count }
    }

    /// A merge with gaps, near-duplicates and contradictions.
    func mergingWithFindings() -> Double {
        milliseconds {
            let merged = merge(chronologies)
            return merged.resemblances().groups.count + merged.gaps(longerThan: 90).count
        }
    }

    private func milliseconds(_ work: () -> Int) -> Double {
        var total = 0
        let taken = ContinuousClock().measure {
            for _ in 0..<5 { total &+= work() }
        }
        precondition(total != 0, "what is found is used")
        return taken / .milliseconds(1) / 5
    }

    private static func entry(_ random: inout Numbers) -> ChronologyEntry {
        let count = Int.random(in: 8...40, using: &random)
        let text = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
        let day = Day(number: 15_700 + Int.random(in: 0..<2_900, using: &random)) ?? .first
        let isVague = Int.random(in: 0..<12, using: &random) == 0
        return ChronologyEntry(
            date: isVague ? .known(.month(day.month, year: day.year)) : .known(.day(day)),
            typedDate: "\(day)",
            event: text.joined(separator: " ")
        )
    }

    private static func retold(
        _ other: ChronologyEntry,
        _ random: inout Numbers
    ) -> ChronologyEntry {
        let told = other.event.split(separator: " ").map { word in
            Int.random(in: 0..<6, using: &random) == 0
                ? words.randomElement(using: &random) ?? "" : String(word)
        }
        return ChronologyEntry(
            date: other.date,
            typedDate: other.typedDate,
            event: told.shuffled(using: &random).joined(separator: " ")
        )
    }

    /// Numbers that are the same on every run.
    private struct Numbers: RandomNumberGenerator {
        private var state: UInt64 = 12

        mutating func next() -> UInt64 {
            state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
            return (state >> 32) << 32 | (state &* 0x9E37_79B9_7F4A_7C15) >> 32
        }
    }
}
