import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import Partnerships

extension Agency {
    static func school(
        _ agency: AgencyID = 70,
        _ name: String = "Portwell Primary School",
        kind: AgencyKind? = .school,
        asking contacts: Contact...
    ) -> Agency {
        Agency(
            agency: agency,
            name: name,
            kind: kind,
            contacts: contacts.isEmpty ? [.lea] : contacts
        )
    }
}

extension Agency.Contact {
    static let lea = Self(.lead, name: "Lea Dunn", email: "lea@school.test")

    static func head(_ name: String = "Ida Marsh", _ email: String = "ida@school.test") -> Self {
        Self(.signatory, name: name, email: email)
    }
}

@Suite("Agencies of the directory")
struct AgencyTests {
    @Test func `two open agencies do not share a name, however it is typed`() throws {
        var given = try Given((.person(.joan), .addAgency(.school())))
        let same = Agency.school(71, "PORTWELL  primary-school")
        given.when(
            .person(.joan),
            .addAgency(same),
            refuses: .agencyFaults([.nameTaken(by: 70)])
        )
        try given.take(.person(.joan), .closeAgency(70, reason: "Merged"))
        try given.take(.person(.joan), .addAgency(same))
    }

    @Test func `everything wrong with an agency is said at once`() throws {
        let agency = Agency(
            agency: 70,
            name: " ",
            kind: nil,
            contacts: [
                Agency.Contact(.deputy, name: "", email: "lea at school", telephone: "12"),
                Agency.Contact(.signatory, name: "Ida Marsh", email: ""),
            ]
        )
        try Given().when(
            .person(.joan),
            .addAgency(agency),
            refuses: .agencyFaults([
                .noName, .noKind, .noLead, .missing(.deputy, .name),
                .notAnAddress(.deputy, "lea at school"), .notATelephone(.deputy, "12"),
                .missing(.signatory, .email),
            ])
        )
    }

    @Test(arguments: [
        (Agency.Contact.head("LEA dunn"), [AgencyFault.isTheLead(.signatory, .name)]),
        (.head("Ida Marsh", "Lea@School.TEST"), [.isTheLead(.signatory, .email)]),
        (
            .head("Lea Dunn", "lea@school.test"),
            [.isTheLead(.signatory, .name), .isTheLead(.signatory, .email)]
        ),
        (
            Agency.Contact(.deputy, name: "Lea Dunn", email: "l@school.test"),
            [.isTheLead(.deputy, .name)]
        ),
        (Agency.Contact(.lead, name: "Second Lead", email: "s@school.test"), [.twice(.lead)]),
        (.head(), []),
    ])
    func `who signs is another human being than the lead`(
        other: Agency.Contact,
        faults: [AgencyFault]
    ) throws {
        let given = try Given()
        #expect(given.partnership.faults(of: .school(asking: .lea, other)) == faults)
    }

    @Test func `a deputy may sign, but an address is one human being's`() throws {
        let partnership = try Given().partnership
        let deputy = Agency.Contact(.deputy, name: "Ida Marsh", email: "ida@school.test")
        #expect(partnership.faults(of: .school(asking: .lea, deputy, .head())) == [])
        #expect(
            partnership.faults(of: .school(asking: .lea, deputy, .head("Odo Finch")))
                == [.addressShared(.signatory, with: "Ida Marsh")]
        )
    }

    @Test(arguments: ["01632 960001", "+44 (0)1632 960-001", "01632 960001 ext 12", ""])
    func `a telephone number is taken as people write it`(number: String) throws {
        let lead = Agency.Contact(
            .lead,
            name: "Lea Dunn",
            email: "lea@school.test",
            telephone: number
        )
        #expect(try Given().partnership.faults(of: .school(asking: lead)) == [])
    }

    @Test(arguments: [
        "lea", "lea@", "@school.test", "lea@school", "lea@@school.test", "lea dunn@school.test",
        "lea@school.test\r\nBcc: all@school.test", "lea@sch\u{F6}ol.test", "lea@-school.test",
        "lea@school..test", "<lea@school.test>", "lea@school.test,ida@school.test",
    ])
    func `what is no single address is none`(text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func `an address is compared without capitals`() {
        #expect(MailAddress("Lea.Dunn+x@School.Test") == MailAddress("lea.dunn+x@school.test"))
        #expect(MailAddress("a-b@school.test") != MailAddress("a.b@school.test"))
    }
}

@Suite("Which addresses are trusted")
struct AddressTrustTests {
    private let address = "lea@school.test"

    private func given() throws -> Given {
        try Given((.person(.joan), .addAgency(.school(asking: .lea, .head()))))
    }

    @Test func `a new address is not trusted, and coordinators other than who entered it are told`()
        throws
    {
        let given = try given()
        #expect(given.partnership.trust(of: address) == .notYet)
        let notice = Notice.What.addressesEntered(70, [address, "ida@school.test"])
        #expect(given.partnership.noticesToLookAt(by: .ruth).map(\.what).contains(notice))
        #expect(!given.partnership.noticesToLookAt(by: .joan).map(\.what).contains(notice))
    }

    @Test func `an answer confirms it, and only an answer does`() throws {
        let given = try given()
        let confirmed = try given.after(.system, .confirmAddress("LEA@school.test"))
        #expect(confirmed.partnership.trust(of: address) == .confirmed(at: given.time))
        #expect(confirmed.partnership.trust(of: "ida@school.test") == .notYet)
        for actor in [Actor.person(.joan), .operator] {
            given.when(actor, .confirmAddress(address), refuses: .notAllowed(nil))
        }
        given.when(
            .system,
            .confirmAddress("stranger@school.test"),
            refuses: .unknownAddress("stranger@school.test")
        )
    }

    @Test func `a coordinator's yes with a reason allows it, until it is withdrawn`() throws {
        var given = try given()
        given.when(
            .person(.joan),
            .allowAddress(address, reason: " "),
            refuses: .missing(.reason)
        )
        for person in [PersonID.neil, .admin] {
            given.when(
                .person(person),
                .allowAddress(address, reason: "Rung"),
                refuses: .notAllowed(.coordinator)
            )
        }
        try given.take(.person(.joan), .allowAddress(address, reason: "Rung"))
        #expect(
            given.partnership.trust(of: address) == .allowed(by: .person(.joan), at: given.time)
        )
        given.when(
            .person(.ruth),
            .allowAddress(address, reason: "Rung"),
            refuses: .alreadyTrusted(address)
        )
        try given.take(.person(.ruth), .withdrawTrust(in: address, reason: "Left"))
        #expect(given.partnership.trust(of: address) == .notYet)
        given.when(
            .person(.ruth),
            .withdrawTrust(in: address, reason: "Left"),
            refuses: .notTrustedItself(address)
        )
    }

    @Test func `withdrawal takes back an answer as well, a listed domain stands`() throws {
        let given = try given()
            .after(.system, .confirmAddress(address))
            .after(.person(.joan), .listDomain("School.test", reason: "The school's"))
        #expect(given.partnership.trust(of: address) == .confirmed(at: given.time))
        let withdrawn = try given.after(
            .person(.joan),
            .withdrawTrust(in: address, reason: "Mailbox taken over")
        )
        let domain = try MailDomain("school.test")
        #expect(withdrawn.partnership.trust(of: address) == .domainListed(domain))
        let unlisted = try withdrawn.after(
            .person(.joan),
            .unlistDomain("school.test", reason: "Given up")
        )
        #expect(unlisted.partnership.trust(of: address) == .notYet)
    }

    @Test func `a contact with another address begins anew`() throws {
        let given = try given()
            .after(.system, .confirmAddress(address))
            .after(
                .person(.joan),
                .describeAgency(
                    .school(asking: Agency.Contact(.lead, name: "Lea Dunn", email: "l@other.test"))
                )
            )
        #expect(given.partnership.trust(of: "l@other.test") == .notYet)
        #expect(
            given.partnership.notices.last?.what == .addressesEntered(70, ["l@other.test"])
        )
        given.when(
            .person(.joan),
            .allowAddress("ida@school.test", reason: "Rung"),
            refuses: .unknownAddress("ida@school.test")
        )
    }

    @Test func `nobody is told of an address that is trusted already`() throws {
        var given = try Given(
            (.person(.joan), .listDomain("school.test", reason: "The school's"))
        )
        let before = given.partnership.notices.count
        try given.take(.person(.joan), .addAgency(.school()))
        #expect(given.partnership.notices.count == before)
    }

    @Test(arguments: [
        ("police.example", "police.example", true),
        ("police.example", "north.police.example", false),
        ("*.police.example", "north.police.example", true),
        ("*.police.example", "a.north.police.example", true),
        ("*.police.example", "police.example", false),
        ("*.police.example", "notpolice.example", false), ("nhs.net", "nhs.net", true),
        ("police.example", "police.example.org", false),
    ])
    func `a listed domain covers itself, or with an asterisk what stands below`(
        listed: String,
        domain: String,
        covers: Bool
    ) throws {
        #expect(try MailDomain(listed).covers(domain) == covers)
    }

    @Test(arguments: [
        ("uk", MailDomain.Fault.shared("uk")), ("*.uk", .shared("uk")),
        ("gov.uk", .shared("gov.uk")), ("*.NHS.uk", .shared("nhs.uk")),
        ("co.uk", .shared("co.uk")), ("police.uk", .shared("police.uk")),
        ("marlshire.sch.uk", .shared("marlshire.sch.uk")), ("example", .shared("example")),
        ("gmail.com", .publicProvider("gmail.com")),
        ("*.outlook.com", .publicProvider("outlook.com")),
        ("mail.yahoo.co.uk", .publicProvider("yahoo.co.uk")),
        ("", .notADomain), ("lea@school.test", .notADomain), ("*", .notADomain),
        ("a.*.example", .notADomain), ("school .test", .notADomain),
        ("sch\u{F6}ol.test", .notADomain),
    ])
    func `what is everybody's, or no domain, is not listed`(
        typed: String,
        fault: MailDomain.Fault
    ) throws {
        try Given().when(
            .person(.joan),
            .listDomain(typed, reason: "r"),
            refuses: .noSuchDomain(typed, fault)
        )
    }

    @Test func `a domain is listed once, and taken off by a coordinator with a reason`() throws {
        let given = try Given((.person(.joan), .listDomain("nhs.net", reason: "The NHS's")))
        given.when(
            .person(.ruth),
            .listDomain("NHS.net", reason: "r"),
            refuses: .alreadyListed(try MailDomain("nhs.net"))
        )
        given.when(
            .person(.ruth),
            .unlistDomain("nhs.net", reason: ""),
            refuses: .missing(.reason)
        )
        given.when(
            .person(.ruth),
            .unlistDomain("other.test", reason: "r"),
            refuses: .notListed("other.test")
        )
        given.when(
            .person(.admin),
            .unlistDomain("nhs.net", reason: "r"),
            refuses: .notAllowed(.coordinator)
        )
    }
}
