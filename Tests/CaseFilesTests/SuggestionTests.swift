import CaseFiles
import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

@Suite("Which agencies a request should perhaps go to")
struct SuggestionTests {
    private static let council = agency(1, "Marlshire Children’s Services", .childrensServices)
    private static let board = agency(2, "Marlshire Integrated Care Board", .integratedCareBoard)
    private static let police = agency(3, "Marlshire Police", .police)
    private static let hospital = agency(4, "Portwell Hospitals", .hospitalTrust)
    private static let cafcass = agency(5, "Cafcass, Marlshire office", .cafcass)
    private static let school = agency(6, "Fernhill Schools", .school)

    private static func agency(
        _ id: AgencyID,
        _ name: String,
        _ kind: AgencyKind,
        isClosed: Bool = false
    ) -> Agency {
        Agency(agency: id, name: name, kind: kind, contacts: [], isClosed: isClosed)
    }

    private func suggestions(
        naming names: [String] = [],
        among agencies: [Agency] = [council, board, police, hospital, cafcass, school],
        step: String = "ask-agencies"
    ) throws -> AgencySuggestions {
        let procedure = try ShippedProcedures.procedure("dorset")
        let request = try #require(procedure.steps.first { $0.id == step }?.request)
        var partnership = Partnership()
        for agency in agencies {
            evolve(
                &partnership,
                by: .agencyAdded(agency),
                recorded: .opening,
                actor: .operator
            )
        }
        return suggestedAgencies(
            for: CaseAbout(children: [], place: "", otherReferences: [], agencies: names),
            request: request,
            procedure: procedure,
            partnership: partnership
        )
    }

    @Test func `the three partners are always expected, the easily forgotten only suggested`()
        throws
    {
        let suggested = try suggestions()
        #expect(
            suggested.agencies.map(\.agency) == [
                Self.council, Self.board, Self.police, Self.cafcass,
            ]
        )
        #expect(
            suggested.agencies.map(\.because) == [
                [.safeguardingPartner(.localAuthority)], [.safeguardingPartner(.icb)],
                [.safeguardingPartner(.police)], [.easilyForgotten],
            ]
        )
        #expect(suggested.agencies.map(\.isExpected) == [true, true, true, false])
        #expect(suggested.missing == [])
    }

    @Test(arguments: [
        ("portwell  HOSPITALS", hospital), ("Portwell Hospitals, maternity", hospital),
        ("Fernhill", school), ("Marlshire Police", police),
    ])
    func `an agency is known by its name, however it is typed`(
        name: String,
        agency: Agency
    ) throws {
        let suggested = try suggestions(naming: [name])
        let found = try #require(suggested.agencies.first { $0.agency == agency })
        #expect(found.because.first == .named && found.isExpected)
        #expect(suggested.missing == [])
    }

    @Test(arguments: ["Marlshire", "The hospital", "Police officers of Eastmoor"])
    func `what could be several, or none, is said to be missing`(name: String) throws {
        let suggested = try suggestions(naming: [name, " "])
        #expect(suggested.missing.map(\.name) == [name])
        #expect(suggested.missing.map(\.because) == [.named])
        #expect(!suggested.agencies.contains { $0.because.contains(.named) })
    }

    @Test func `a partner without an agency in the directory is missing`() throws {
        let suggested = try suggestions(among: [Self.council, Self.board])
        #expect(
            suggested.missing.map(\.because) == [
                .safeguardingPartner(.police), .easilyForgotten,
            ]
        )
        let closed = Self.agency(3, "Marlshire Police", .police, isClosed: true)
        #expect(try suggestions(among: [Self.council, Self.board, closed]).missing.count == 2)
    }

    @Test func `an expected agency left out is told, one of a partner's is enough`() throws {
        let second = Self.agency(7, "Portwell Children’s Services", .childrensServices)
        let all = [Self.council, second, Self.board, Self.police, Self.hospital, Self.cafcass]
        let suggested = try suggestions(naming: ["Portwell Hospitals"], among: all)
        #expect(
            suggested.leftOut(asking: [1, 3]).map(\.agency) == [Self.board, Self.hospital]
        )
        #expect(suggested.leftOut(asking: [2, 2, 3, 4, 7]).isEmpty)
        let named = try suggestions(naming: [second.name], among: all)
        #expect(named.leftOut(asking: [1, 2, 3]).map(\.agency) == [second])
        #expect(named.leftOut(asking: []).map(\.agency).contains(Self.council))
    }

    @Test func `a request to one person of the council expects no other agency`() throws {
        #expect(try suggestions(step: "ask-council").agencies == [])
        #expect(try suggestions(step: "ask-council").missing == [])
    }
}
