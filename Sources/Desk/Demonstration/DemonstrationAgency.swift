import Partnerships

/// An agency made up, with the human beings to ask there.
struct DemonstrationAgency: Sendable {
    let agency: Agency

    var name: String { agency.name }

    init(
        _ number: Int64,
        _ name: String,
        _ kind: AgencyKind,
        _ domain: String,
        note: String = "",
        lead: (name: String, jobTitle: String),
        deputy: (name: String, jobTitle: String)?,
        signatory: (name: String, jobTitle: String)?
    ) {
        let people: [(Agency.Contact.Part, (name: String, jobTitle: String)?)] = [
            (.lead, lead), (.deputy, deputy), (.signatory, signatory),
        ]
        agency = Agency(
            agency: .inDemonstration(number),
            name: name,
            kind: kind,
            note: note,
            contacts: people.enumerated().compactMap { place, named in
                named.1.map { person in
                    Agency.Contact(
                        named.0,
                        name: person.name,
                        jobTitle: person.jobTitle,
                        email: Self.address(person.name, domain),
                        telephone: "01632 960\(100 + (number - 200) * 10 + Int64(place))"
                    )
                }
            }
        )
    }

    var domain: String {
        agency.lead.flatMap { MailAddress($0.email) }?.domain ?? ""
    }

    private static func address(_ name: String, _ domain: String) -> String {
        "\(name.lowercased().split(separator: " ").joined(separator: "."))@\(domain).example"
    }

    static let marlshireCouncil = Self(
        201,
        "Marlshire Children’s Services",
        .childrensServices,
        "marlshire",
        note: "Social care, early help and education records of the council.",
        lead: ("Nadia Brook", "Head of service, quality assurance"),
        deputy: ("Owen Catterall", "Service manager"),
        signatory: ("Miriam Sefton", "Director of children’s services")
    )

    static let marlshireHealth = Self(
        202,
        "Marlshire Integrated Care Board",
        .integratedCareBoard,
        "marlshire-icb",
        note: "Speaks for the GP practices that hold no records of their own.",
        lead: ("Rosa Lindley", "Designated nurse for safeguarding children"),
        deputy: ("Peter Amadi", "Designated doctor"),
        signatory: ("Anjali Mehrotra", "Chief nurse")
    )

    static let marlshirePolice = Self(
        203,
        "Marlshire Police",
        .police,
        "marlshire-police",
        lead: ("Carla Munday", "Detective inspector, public protection"),
        deputy: ("Aidan Crole", "Detective sergeant, public protection"),
        signatory: ("Tom Arkwright", "Detective superintendent")
    )

    static let portwellHospitals = Self(
        204,
        "Portwell Hospitals",
        .hospitalTrust,
        "portwell-hospitals",
        note: "Maternity, paediatrics and the emergency department.",
        lead: ("Hannah Strode", "Named nurse for safeguarding children"),
        deputy: ("Yusuf Karim", "Named doctor"),
        signatory: ("Gillian Farrow", "Chief nurse")
    )

    static let portwellHousing = Self(
        205,
        "Portwell Housing",
        .housing,
        "portwell-housing",
        lead: ("Beth Lowry", "Safeguarding lead"),
        deputy: ("Gareth Inman", "Tenancy manager"),
        signatory: ("Delia Moss", "Director of housing")
    )

    static let tidewater = Self(
        206,
        "Tidewater Drug and Alcohol Service",
        .drugAndAlcohol,
        "tidewater",
        lead: ("Mei Tanner", "Safeguarding lead"),
        deputy: ("Jon Fairbrass", "Team leader"),
        signatory: ("Ralph Eastwood", "Operations director")
    )

    static let marlshireProbation = Self(
        207,
        "Marlshire Probation",
        .probation,
        "marlshire-probation",
        lead: ("Steph Wragg", "Senior probation officer"),
        deputy: ("Dev Malhotra", "Senior probation officer"),
        signatory: ("Clare Whitlock", "Head of the probation unit")
    )

    static let fernhillSchools = Self(
        208,
        "Fernhill Schools",
        .school,
        "fernhill",
        note: "Three primary schools and a secondary school.",
        lead: ("Grace Adeyemi", "Designated safeguarding lead"),
        deputy: ("Paul Treadwell", "Deputy designated safeguarding lead"),
        signatory: ("Lorna Pickering", "Chief executive of the trust")
    )

    static let marlshireAdults = Self(
        221,
        "Marlshire Adult Social Care",
        .adultServices,
        "marlshire",
        note: "Adults of the family and of the household.",
        lead: ("Ivor Beddoes", "Safeguarding adults manager"),
        deputy: ("Sian Trott", "Team manager"),
        signatory: ("Marcus Hale", "Director of adult services")
    )

    static let marlshireCommunity = Self(
        222,
        "Marlshire Community Health",
        .communityHealth,
        "marlshire-community",
        note: "Health visiting, school nursing and therapies.",
        lead: ("Olu Bankole", "Named nurse for safeguarding children"),
        deputy: ("Freya Linton", "Health visiting manager"),
        signatory: ("Denise Rook", "Director of nursing")
    )

    static let marlshireMinds = Self(
        223,
        "Marlshire Minds",
        .mentalHealth,
        "marlshire-minds",
        note: "Mental health of children and adults.",
        lead: ("Priya Nandra", "Named professional for safeguarding"),
        deputy: ("Colm Rafferty", "Clinical lead"),
        signatory: ("Judith Amery", "Medical director")
    )

    static let harbourPractice = Self(
        224,
        "Harbour Practice",
        .generalPractice,
        "harbour-practice",
        lead: ("Simon Ellery", "GP and safeguarding lead"),
        deputy: ("Wendy Cope-Lane", "Practice manager"),
        signatory: ("Farah Siddiqui", "Senior partner")
    )

    static let coastAmbulance = Self(
        225,
        "Coast Ambulance Service",
        .ambulance,
        "coast-ambulance",
        lead: ("Luke Tranter", "Head of safeguarding"),
        deputy: ("Moira Kells", "Safeguarding practitioner"),
        signatory: ("Barnaby Stokes", "Medical director")
    )

    static let marlshireYouthJustice = Self(
        226,
        "Marlshire Youth Justice Service",
        .youthJustice,
        "marlshire",
        lead: ("Ed Corrigan", "Operations manager"),
        deputy: ("Nell Winstanley", "Practice manager"),
        signatory: ("Helen Dray", "Head of service")
    )

    static let littleAnchors = Self(
        227,
        "Little Anchors Nursery",
        .earlyYears,
        "little-anchors",
        lead: ("Tamsin Grove", "Designated safeguarding lead"),
        deputy: ("Becky Orme", "Deputy manager"),
        signatory: nil
    )

    static let marlshireCafcass = Self(
        228,
        "Cafcass, Marlshire office",
        .cafcass,
        "cafcass-marlshire",
        note: "Family court proceedings.",
        lead: ("Lionel Pugh", "Service manager"),
        deputy: ("Ayesha Rahim", "Practice supervisor"),
        signatory: ("Rowena Marsh", "Assistant director")
    )

    static let beaconFamilies = Self(
        229,
        "Beacon Families",
        .voluntary,
        "beacon-families",
        note: "Family support, and the refuge in Portwell.",
        lead: ("Kirsty Vale", "Safeguarding lead"),
        deputy: ("Jo Penrose", "Project manager"),
        signatory: ("Stella Byrne", "Chief executive")
    )

    static let marlshire = [
        marlshireCouncil,
        marlshireHealth,
        marlshirePolice,
        portwellHospitals,
        portwellHousing,
        tidewater,
        marlshireProbation,
        fernhillSchools,
        marlshireAdults,
        marlshireCommunity,
        marlshireMinds,
        harbourPractice,
        coastAmbulance,
        marlshireYouthJustice,
        littleAnchors,
        marlshireCafcass,
        beaconFamilies,
    ]

    static let eastmoorCouncil = Self(
        211,
        "Eastmoor Children’s Services",
        .childrensServices,
        "eastmoor",
        lead: ("Joyce Appleby", "Head of safeguarding"),
        deputy: ("Karl Renshaw", "Service manager"),
        signatory: ("Wilfred Stott", "Director of children’s services")
    )

    static let eastmoorHealth = Self(
        212,
        "Eastmoor Health",
        .integratedCareBoard,
        "eastmoor-health",
        lead: ("Nina Voss", "Designated nurse"),
        deputy: ("Ravi Sandhu", "Designated doctor"),
        signatory: ("Petra Lomax", "Chief nurse")
    )

    static let eastmoorPolice = Self(
        213,
        "Eastmoor Police",
        .police,
        "eastmoor-police",
        lead: ("Craig Dunmore", "Detective inspector"),
        deputy: ("Tess Gilroy", "Detective sergeant"),
        signatory: ("Abel Thackray", "Detective superintendent")
    )

    static let moorsideAcademy = Self(
        214,
        "Moorside Academy",
        .school,
        "moorside",
        lead: ("Bethan Pryce", "Designated safeguarding lead"),
        deputy: ("Alec Thorne", "Deputy head"),
        signatory: ("Ingrid Shaw", "Head teacher")
    )

    static let eastmoor = [eastmoorCouncil, eastmoorHealth, eastmoorPolice, moorsideAcademy]
}
