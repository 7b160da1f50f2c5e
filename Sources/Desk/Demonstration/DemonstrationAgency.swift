import Partnerships

/// An agency made up, with a lead and a deputy lead to ask.
struct DemonstrationAgency: Sendable {
    let agency: Agency

    var name: String { agency.name }

    private init(
        _ number: Int64,
        _ name: String,
        _ domain: String,
        lead: String,
        deputy: String
    ) {
        agency = Agency(
            agency: .inDemonstration(number),
            name: name,
            leads: [
                Agency.Contact(
                    name: lead,
                    email: Self.address(lead, domain),
                    isDeputy: false
                ),
                Agency.Contact(
                    name: deputy,
                    email: Self.address(deputy, domain),
                    isDeputy: true
                ),
            ]
        )
    }

    private static func address(_ name: String, _ domain: String) -> String {
        "\(name.lowercased().split(separator: " ").joined(separator: "."))@\(domain).example"
    }

    static let marlshireCouncil = Self(
        201,
        "Marlshire Children’s Services",
        "marlshire",
        lead: "Nadia Brook",
        deputy: "Owen Catterall"
    )
    static let marlshireHealth = Self(
        202,
        "Marlshire Integrated Care Board",
        "marlshire-icb",
        lead: "Rosa Lindley",
        deputy: "Peter Amadi"
    )
    static let marlshirePolice = Self(
        203,
        "Marlshire Police",
        "marlshire-police",
        lead: "Carla Munday",
        deputy: "Aidan Crole"
    )
    static let portwellHospitals = Self(
        204,
        "Portwell Hospitals",
        "portwell-hospitals",
        lead: "Hannah Strode",
        deputy: "Yusuf Karim"
    )
    static let portwellHousing = Self(
        205,
        "Portwell Housing",
        "portwell-housing",
        lead: "Beth Lowry",
        deputy: "Gareth Inman"
    )
    static let tidewater = Self(
        206,
        "Tidewater Drug and Alcohol Service",
        "tidewater",
        lead: "Mei Tanner",
        deputy: "Jon Fairbrass"
    )
    static let marlshireProbation = Self(
        207,
        "Marlshire Probation",
        "marlshire-probation",
        lead: "Steph Wragg",
        deputy: "Dev Malhotra"
    )
    static let fernhillSchools = Self(
        208,
        "Fernhill Schools",
        "fernhill",
        lead: "Grace Adeyemi",
        deputy: "Paul Treadwell"
    )

    static let marlshire = [
        marlshireCouncil, marlshireHealth, marlshirePolice, portwellHospitals, portwellHousing,
        tidewater, marlshireProbation, fernhillSchools,
    ]

    static let eastmoorCouncil = Self(
        211,
        "Eastmoor Children’s Services",
        "eastmoor",
        lead: "Joyce Appleby",
        deputy: "Karl Renshaw"
    )
    static let eastmoorHealth = Self(
        212,
        "Eastmoor Health",
        "eastmoor-health",
        lead: "Nina Voss",
        deputy: "Ravi Sandhu"
    )
    static let eastmoorPolice = Self(
        213,
        "Eastmoor Police",
        "eastmoor-police",
        lead: "Craig Dunmore",
        deputy: "Tess Gilroy"
    )
    static let moorsideAcademy = Self(
        214,
        "Moorside Academy",
        "moorside",
        lead: "Bethan Pryce",
        deputy: "Alec Thorne"
    )

    static let eastmoor = [eastmoorCouncil, eastmoorHealth, eastmoorPolice, moorsideAcademy]
}
