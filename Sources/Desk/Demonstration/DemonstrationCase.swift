package import Partnerships
import Procedures

/// A case of the demonstration, as those are told of it who look for one at some stage.
package struct DemonstrationCase: Sendable {
    package let partnership: PartnershipID
    package let reference: CaseReference
    package let stage: ReviewStage
    /// What there is to see.
    package let words: String
    /// Whoever runs it first, then whoever has something of her own to do there.
    package let people: [(person: PersonID, name: String)]

    init(
        _ partnership: PartnershipID,
        _ text: String,
        _ stage: ReviewStage,
        words: String? = nil,
        _ people: [DemonstrationPerson]
    ) {
        guard let reference = CaseReference(text) else {
            preconditionFailure("\(text) is no case reference")
        }
        self.partnership = partnership
        self.reference = reference
        self.stage = stage
        self.words = words ?? stage.words
        self.people = people.map { ($0.id, $0.name) }
    }
}

extension Demonstration {
    /// Every case, in each partnership from the first call to the closing.
    package static let cases: [DemonstrationCase] = {
        let played = PlayedPartnership.all.flatMap { played in
            played.reviews.map { review in
                let cast = played.cast
                return DemonstrationCase(
                    cast.partnership.id,
                    review.reference,
                    review.stage,
                    [cast.coordinator.person] + (review.stage == .signing ? [cast.signsLast] : [])
                )
            }
        }
        return (told + played).enumerated().sorted { one, other in
            (one.element.stage.rawValue, one.offset) < (other.element.stage.rawValue, other.offset)
        }.map(\.element)
    }()

    private static let told = [
        DemonstrationCase(marlshire, "9TB-2KH", .referred, [.joan]),
        DemonstrationCase(marlshire, "4QX-7MD", .asked, [.joan]),
        DemonstrationCase(marlshire, "3MN-8WC", .localReview, [.joan, .amal]),
        DemonstrationCase(
            marlshire,
            "6RE-5PA",
            .localReview,
            words: "Local review published, its actions under way",
            [.joan]
        ),
        DemonstrationCase(eastmoor, "7HC-4VJ", .submitted, [.joan]),
    ]
}
