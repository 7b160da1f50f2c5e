import Partnerships
import Procedures

/// Who has which part in the reviews that are played in one partnership.
struct ReviewCast: Sendable {
    struct Member: Sendable {
        let person: DemonstrationPerson
        /// On each case, by id.
        let roles: [String]
        /// The safeguarding partner for which she acts at meetings.
        let partner: SafeguardingPartner?

        init(
            _ person: DemonstrationPerson,
            _ roles: String...,
            for partner: SafeguardingPartner? = nil
        ) {
            self.person = person
            self.roles = roles
            self.partner = partner
        }
    }

    let partnership: DemonstrationPartnership
    let coordinator: Member
    let others: [Member]
    let chair: DemonstrationPerson
    /// Whose signature under a report is the last.
    let signsLast: DemonstrationPerson
    /// The agency of the authority, which knows of each child.
    let council: DemonstrationAgency
    /// Those that are asked, the one that is late last.
    let agencies: [DemonstrationAgency]

    var members: [Member] { [coordinator] + others }
}

extension ReviewCast {
    static let marlshire = ReviewCast(
        partnership: .marlshire,
        coordinator: .init(.colin, "business-manager"),
        others: [
            .init(.priya, "business-support"), .init(.daniel, "head-of-qa"),
            .init(.ruth, "subgroup-chair"), .init(.helen, "qa-director"), .init(.tom),
            .init(.marian, "leadership", for: .localAuthority),
            .init(.farah, "leadership", for: .icb), .init(.neil, "leadership", for: .police),
        ],
        chair: .ruth,
        signsLast: .neil,
        council: .marlshireCouncil,
        agencies: [.marlshireHealth, .marlshirePolice, .portwellHospitals, .fernhillSchools]
    )

    static let eastmoor = ReviewCast(
        partnership: .eastmoor,
        coordinator: .init(.joan, "business-manager"),
        others: [
            .init(.callum, "business-team"), .init(.ingrid, "review-chair"),
            .init(.martin, "safeguarding-partners", for: .localAuthority),
            .init(.samuel, "safeguarding-partners", for: .icb),
            .init(.leila, "safeguarding-partners", for: .police),
        ],
        chair: .ingrid,
        signsLast: .leila,
        council: .eastmoorCouncil,
        agencies: [.eastmoorHealth, .eastmoorPolice, .moorsideAcademy]
    )

    static let oakvale = ReviewCast(
        partnership: .oakvale,
        coordinator: .init(.moira, "partnership-manager"),
        others: [
            .init(.ellis, "partnership-team"), .init(.verity, "jcr-chair"),
            .init(.gordon, "childrens-social-care"),
            .init(.anita, "senior-officers", for: .localAuthority),
            .init(.piers, "senior-officers", for: .icb),
            .init(.gwen, "senior-officers", for: .police),
        ],
        chair: .verity,
        signsLast: .verity,
        council: .oakvaleCouncil,
        agencies: [.oakvaleHealth, .oakvalePolice, .oakvaleHospital, .brookSchool]
    )

    static let millhaven = ReviewCast(
        partnership: .millhaven,
        coordinator: .init(.dawn, "business-unit"),
        others: [
            .init(.imran, "childrens-social-care"),
            .init(.lorraine, "local-authority", for: .localAuthority),
            .init(.tobias, "icb", for: .icb), .init(.ada, "police", for: .police),
        ],
        chair: .lorraine,
        signsLast: .ada,
        council: .millhavenCouncil,
        agencies: [.millhavenHealth, .millhavenPolice, .weirsideSchools]
    )

    static let ravensby = ReviewCast(
        partnership: .ravensby,
        coordinator: .init(.philippa, "contact-point"),
        others: [
            .init(.leonard, "board-chair"), .init(.bryony, "review-group"),
            .init(.maxine, "safeguarding-partners", for: .localAuthority),
            .init(.hugo, "safeguarding-partners", for: .icb),
            .init(.rhona, "safeguarding-partners", for: .police),
        ],
        chair: .maxine,
        signsLast: .rhona,
        council: .ravensbyCouncil,
        agencies: [.ravensbyHealth, .ravensbyPolice, .ravensbyHospital, .kilnSchool]
    )
}
