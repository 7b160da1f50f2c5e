import Partnerships

extension DemonstrationAgency {
    // Oakvale

    static let oakvaleCouncil = Self(
        231,
        "Oakvale Children’s Services",
        .childrensServices,
        "oakvale",
        lead: ("Judy Marlow", "Head of safeguarding"),
        deputy: ("Neville Tash", "Service manager"),
        signatory: ("Anita Desmond", "Director of children’s services")
    )

    static let oakvaleHealth = Self(
        232,
        "Oakvale Health Board",
        .integratedCareBoard,
        "oakvale-health",
        lead: ("Carys Blunt", "Designated nurse"),
        deputy: ("Amir Lodhi", "Designated doctor"),
        signatory: ("Louisa Gray", "Chief nurse")
    )

    static let oakvalePolice = Self(
        233,
        "Oakvale Police",
        .police,
        "oakvale-police",
        lead: ("Ross Tindall", "Detective inspector"),
        deputy: ("Elin Prothero", "Detective sergeant"),
        signatory: ("Marcus Yale", "Detective superintendent")
    )

    static let oakvaleHospital = Self(
        234,
        "Oakvale General Hospital",
        .hospitalTrust,
        "oakvale-hospital",
        lead: ("Jean Sorley", "Named nurse"),
        deputy: ("Kofi Mensah", "Named doctor"),
        signatory: ("Edith Crane", "Chief nurse")
    )

    static let brookSchool = Self(
        235,
        "Brook Lane School",
        .school,
        "brook-lane",
        lead: ("Ned Parfitt", "Designated safeguarding lead"),
        deputy: ("Sal Umney", "Deputy head"),
        signatory: ("Greta Pole", "Head teacher")
    )

    static let oakvale = [
        oakvaleCouncil, oakvaleHealth, oakvalePolice, oakvaleHospital, brookSchool,
    ]

    // Millhaven

    static let millhavenCouncil = Self(
        241,
        "Millhaven Children’s Services",
        .childrensServices,
        "millhaven",
        lead: ("Pauline Royle", "Head of safeguarding"),
        deputy: ("Dean Astley", "Service manager"),
        signatory: ("Lorraine Buckley", "Director of children’s services")
    )

    static let millhavenHealth = Self(
        242,
        "Millhaven Health",
        .integratedCareBoard,
        "millhaven-health",
        lead: ("Tessa Orrell", "Designated nurse"),
        deputy: ("Sunil Rao", "Designated doctor"),
        signatory: ("Hilary Frome", "Chief nurse")
    )

    static let millhavenPolice = Self(
        243,
        "Millhaven Police",
        .police,
        "millhaven-police",
        lead: ("Vince Calder", "Detective inspector"),
        deputy: ("Abbie Schofield", "Detective sergeant"),
        signatory: ("Norman Pike", "Detective superintendent")
    )

    static let weirsideSchools = Self(
        244,
        "Weirside Schools",
        .school,
        "weirside",
        lead: ("Joss Entwistle", "Designated safeguarding lead"),
        deputy: ("Mandy Grice", "Deputy head"),
        signatory: ("Clive Oldroyd", "Chief executive of the trust")
    )

    static let millhaven = [millhavenCouncil, millhavenHealth, millhavenPolice, weirsideSchools]

    // Ravensby

    static let ravensbyCouncil = Self(
        251,
        "Ravensby Children’s Services",
        .childrensServices,
        "ravensby",
        lead: ("Odile Marchant", "Head of safeguarding"),
        deputy: ("Terry Bloor", "Service manager"),
        signatory: ("Maxine Tolley", "Director of children’s services")
    )

    static let ravensbyHealth = Self(
        252,
        "Ravensby Clinical Commissioning",
        .integratedCareBoard,
        "ravensby-health",
        lead: ("Faith Okello", "Designated nurse"),
        deputy: ("Stuart Penn", "Designated doctor"),
        signatory: ("Margot Hyde", "Chief nurse")
    )

    static let ravensbyPolice = Self(
        253,
        "Ravensby Police",
        .police,
        "ravensby-police",
        lead: ("Lee Hallam", "Detective inspector"),
        deputy: ("Zara Coyle", "Detective sergeant"),
        signatory: ("Rory Banks", "Detective superintendent")
    )

    static let ravensbyHospital = Self(
        254,
        "Ravensby Infirmary",
        .hospitalTrust,
        "ravensby-infirmary",
        lead: ("Beryl Stone", "Named nurse"),
        deputy: ("Idris Vaughan", "Named doctor"),
        signatory: ("Paula Kemp", "Chief nurse")
    )

    static let kilnSchool = Self(
        255,
        "Kiln Street School",
        .school,
        "kiln-street",
        lead: ("Gemma Tuck", "Designated safeguarding lead"),
        deputy: ("Olly Reeve", "Deputy head"),
        signatory: ("Ruby Sandford", "Head teacher")
    )

    static let ravensby = [
        ravensbyCouncil, ravensbyHealth, ravensbyPolice, ravensbyHospital, kilnSchool,
    ]
}
