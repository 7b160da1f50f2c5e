import Partnerships
import Procedures

/// Somebody made up.
struct DemonstrationPerson: Sendable {
    let id: PersonID
    let name: String
    let email: String
    let agency: DemonstrationAgency?
    let roles: [HeldRole]

    init(
        _ number: Int64,
        _ name: String,
        _ email: String,
        at agency: DemonstrationAgency? = nil,
        _ roles: HeldRole...
    ) {
        id = .inDemonstration(number)
        self.name = name
        self.email = "\(email).example"
        self.agency = agency
        self.roles = roles
    }

    // Marlshire and Portwell

    /// Business manager of both partnerships.
    static let joan = Self(
        101,
        "Joan Ferris",
        "joan.ferris@safeguarding",
        .init(role: "business-manager", capacity: .coordinator)
    )
    static let colin = Self(
        102,
        "Colin Weir",
        "colin.weir@safeguarding",
        .init(role: "business-manager", capacity: .coordinator)
    )
    static let priya = Self(
        103,
        "Priya Nair",
        "priya.nair@safeguarding",
        .init(role: "business-support", capacity: .support)
    )
    static let daniel = Self(
        104,
        "Daniel Osei",
        "daniel.osei@marlshire",
        at: .marlshireCouncil,
        .init(role: "head-of-qa", capacity: .notifier)
    )
    static let ruth = Self(
        105,
        "Ruth Penhallow",
        "ruth.penhallow@safeguarding",
        .init(role: "subgroup-chair", capacity: .chair),
        .init(role: "review-chair", capacity: .chair)
    )
    static let marian = Self(
        106,
        "Marian Holt",
        "marian.holt@marlshire",
        at: .marlshireCouncil,
        .init(role: nil, capacity: .partner)
    )
    static let farah = Self(
        107,
        "Dr Farah Iqbal",
        "farah.iqbal@marlshire-icb",
        at: .marlshireHealth,
        .init(role: nil, capacity: .partner)
    )
    static let neil = Self(
        108,
        "Supt Neil Ashdown",
        "neil.ashdown@marlshire-police",
        at: .marlshirePolice,
        .init(role: nil, capacity: .partner)
    )
    static let tom = Self(
        109,
        "Tom Ashby",
        "tom.ashby@marlshire",
        at: .marlshireCouncil,
        .init(role: nil, capacity: .checker)
    )
    static let helen = Self(
        110,
        "Helen Marsh",
        "helen.marsh@marlshire",
        at: .marlshireCouncil,
        .init(role: "qa-director", capacity: .signatory)
    )
    static let grace = Self(
        111,
        "Grace Adeyemi",
        "grace.adeyemi@fernhill",
        at: .fernhillSchools,
        .init(role: nil, capacity: .member)
    )
    static let liam = Self(
        112,
        "Liam Doherty",
        "liam.doherty@portwell-housing",
        at: .portwellHousing,
        .init(role: nil, capacity: .member)
    )
    static let nadia = Self(
        113,
        "Nadia Brook",
        "nadia.brook@marlshire",
        at: .marlshireCouncil,
        .init(role: "qa-manager", capacity: .contributor)
    )
    static let amal = Self(
        114,
        "Dr Amal Rees",
        "amal.rees@rees-reviews",
        .init(role: "author", capacity: .reviewer)
    )
    static let simon = Self(
        115,
        "Simon Lacey",
        "simon.lacey@marlshire",
        at: .marlshireCouncil,
        .init(role: "senior-solicitor", capacity: .adviser)
    )
    static let olive = Self(
        116,
        "Olive Hartnell",
        "olive.hartnell@hartnell",
        .init(role: "scrutineer", capacity: .observer)
    )
    static let sam = Self(
        117,
        "Sam Thackeray",
        "sam.thackeray@safeguarding",
        .init(role: nil, capacity: .administrator)
    )
    /// Is nothing herself, and stands in for the police partner.
    static let carla = Self(
        118,
        "DI Carla Munday",
        "carla.munday@marlshire-police",
        at: .marlshirePolice
    )

    static let marlshire = [
        joan, colin, priya, daniel, ruth, marian, farah, neil, tom, helen, grace, liam, nadia,
        amal, simon, olive, sam, carla,
    ]

    // Eastmoor

    static let callum = Self(
        121,
        "Callum Reyes",
        "callum.reyes@safeguarding",
        .init(role: "business-team", capacity: .support)
    )
    static let ingrid = Self(
        122,
        "Ingrid Vale",
        "ingrid.vale@eastmoor",
        at: .eastmoorCouncil,
        .init(role: "safeguarding-manager", capacity: .chair),
        .init(role: "review-chair", capacity: .chair)
    )
    static let martin = Self(
        123,
        "Martin Oakes",
        "martin.oakes@eastmoor",
        at: .eastmoorCouncil,
        .init(role: nil, capacity: .partner)
    )
    static let samuel = Self(
        124,
        "Dr Samuel Okoro",
        "samuel.okoro@eastmoor-health",
        at: .eastmoorHealth,
        .init(role: nil, capacity: .partner)
    )
    static let leila = Self(
        125,
        "DCI Leila Farrow",
        "leila.farrow@eastmoor-police",
        at: .eastmoorPolice,
        .init(role: nil, capacity: .partner)
    )
    static let bethan = Self(
        126,
        "Bethan Pryce",
        "bethan.pryce@moorside",
        at: .moorsideAcademy,
        .init(role: "agency-lead", capacity: .contributor)
    )

    static let eastmoor = [joan, callum, ingrid, martin, samuel, leila, bethan, sam]
}
