import Partnerships
import Procedures

extension DemonstrationPerson {
    // Oakvale

    static let moira = Self(
        131,
        "Moira Tennant",
        "moira.tennant@oakvale-partnership",
        .init(role: "partnership-manager", capacity: .coordinator)
    )
    static let ellis = Self(
        132,
        "Ellis Hart",
        "ellis.hart@oakvale-partnership",
        .init(role: "partnership-team", capacity: .support)
    )
    static let verity = Self(
        133,
        "Verity Coombe",
        "verity.coombe@oakvale-partnership",
        .init(role: "jcr-chair", capacity: .chair)
    )
    static let gordon = Self(
        134,
        "Gordon Leake",
        "gordon.leake@oakvale",
        at: .oakvaleCouncil,
        .init(role: "childrens-social-care", capacity: .notifier)
    )
    static let anita = Self(
        135,
        "Anita Desmond",
        "anita.desmond@oakvale",
        at: .oakvaleCouncil,
        .init(role: nil, capacity: .partner)
    )
    static let piers = Self(
        136,
        "Dr Piers Holroyd",
        "piers.holroyd@oakvale-health",
        at: .oakvaleHealth,
        .init(role: nil, capacity: .partner)
    )
    static let gwen = Self(
        137,
        "Supt Gwen Tarrant",
        "gwen.tarrant@oakvale-police",
        at: .oakvalePolice,
        .init(role: nil, capacity: .partner)
    )

    static let oakvale = [moira, ellis, verity, gordon, anita, piers, gwen]

    // Millhaven

    static let dawn = Self(
        141,
        "Dawn Kershaw",
        "dawn.kershaw@millhaven-partnership",
        .init(role: "business-unit", capacity: .coordinator)
    )
    static let imran = Self(
        142,
        "Imran Sadiq",
        "imran.sadiq@millhaven",
        at: .millhavenCouncil,
        .init(role: "childrens-social-care", capacity: .notifier)
    )
    static let lorraine = Self(
        143,
        "Lorraine Buckley",
        "lorraine.buckley@millhaven",
        at: .millhavenCouncil,
        .init(role: nil, capacity: .partner)
    )
    static let tobias = Self(
        144,
        "Dr Tobias Renn",
        "tobias.renn@millhaven-health",
        at: .millhavenHealth,
        .init(role: nil, capacity: .partner)
    )
    static let ada = Self(
        145,
        "Supt Ada Holden",
        "ada.holden@millhaven-police",
        at: .millhavenPolice,
        .init(role: nil, capacity: .partner)
    )

    static let millhaven = [dawn, imran, lorraine, tobias, ada]

    // Ravensby

    static let philippa = Self(
        151,
        "Philippa Stroud",
        "philippa.stroud@ravensby-partnership",
        .init(role: "contact-point", capacity: .coordinator)
    )
    static let leonard = Self(
        152,
        "Leonard Birch",
        "leonard.birch@ravensby-partnership",
        .init(role: "board-chair", capacity: .signatory)
    )
    static let bryony = Self(
        153,
        "Bryony Cole",
        "bryony.cole@ravensby",
        at: .ravensbyCouncil,
        .init(role: nil, capacity: .member)
    )
    static let maxine = Self(
        154,
        "Maxine Tolley",
        "maxine.tolley@ravensby",
        at: .ravensbyCouncil,
        .init(role: nil, capacity: .partner)
    )
    static let hugo = Self(
        155,
        "Dr Hugo Banerjee",
        "hugo.banerjee@ravensby-health",
        at: .ravensbyHealth,
        .init(role: nil, capacity: .partner)
    )
    static let rhona = Self(
        156,
        "DCI Rhona Lisle",
        "rhona.lisle@ravensby-police",
        at: .ravensbyPolice,
        .init(role: nil, capacity: .partner)
    )

    static let ravensby = [philippa, leonard, bryony, maxine, hugo, rhona]
}
