import Partnerships

/// A partnership made up.
struct DemonstrationPartnership: Sendable {
    let id: PartnershipID
    let name: String
    /// The procedure it works under, by id.
    let procedure: String
    let agencies: [DemonstrationAgency]
    /// Whoever coordinates first.
    let people: [DemonstrationPerson]

    /// Those in which cases are told one by one.
    static let told = [marlshire, eastmoor]
    static let all = told + [oakvale, millhaven, ravensby]

    static let marlshire = Self(
        id: Demonstration.marlshire,
        name: "Marlshire and Portwell",
        procedure: "dorset",
        agencies: DemonstrationAgency.marlshire,
        people: DemonstrationPerson.marlshire
    )

    static let eastmoor = Self(
        id: Demonstration.eastmoor,
        name: "Eastmoor",
        procedure: "cheshire-east",
        agencies: DemonstrationAgency.eastmoor,
        people: DemonstrationPerson.eastmoor
    )

    static let oakvale = Self(
        id: .inDemonstration(3),
        name: "Oakvale",
        procedure: "hereford",
        agencies: DemonstrationAgency.oakvale,
        people: DemonstrationPerson.oakvale
    )

    static let millhaven = Self(
        id: .inDemonstration(4),
        name: "Millhaven",
        procedure: "rochdale",
        agencies: DemonstrationAgency.millhaven,
        people: DemonstrationPerson.millhaven
    )

    static let ravensby = Self(
        id: .inDemonstration(5),
        name: "Ravensby and Northmere",
        procedure: "west-midlands",
        agencies: DemonstrationAgency.ravensby,
        people: DemonstrationPerson.ravensby
    )
}
