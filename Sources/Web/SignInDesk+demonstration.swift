import Credentials
import Desk
import Hummingbird
import Pages
import Partnerships
import Procedures

/// Who and what there is to look at in a demonstration.
extension SignInDesk {
    func everybody() async throws -> [SignInPage.Partnership] {
        guard office.demonstration != nil else { return [] }
        let partnerships = office.cases.partnerships
        var found: [SignInPage.Partnership] = []
        for id in try await partnerships.founded() {
            let partnership = try await partnerships.partnership(id)
            guard let edition = partnership.editions.last else { continue }
            let procedure = try await office.cases.editions.procedure(edition)
            let people = partnership.people.values.map { person in
                let reader = PartnershipReader(
                    partnership,
                    under: procedure,
                    for: person.person,
                    at: office.time
                )
                return SignInPage.Person(
                    id: "\(id) \(person.person)",
                    name: person.name,
                    roles: DayWording.capitalised(reader.roles(of: person.person))
                )
            }
            found.append(
                SignInPage.Partnership(
                    id: "partnership-\(id)",
                    name: partnership.name,
                    procedure: procedure.title,
                    cases: try await cases(of: id),
                    people: people.sorted { ($0.roles, $0.name) < ($1.roles, $1.name) }
                )
            )
        }
        return found
    }

    /// What there is to look at in a partnership, of the cases that the demonstration was made with.
    private func cases(of partnership: PartnershipID) async throws -> [SignInPage.Case] {
        let cases = Demonstration.cases.filter { $0.partnership == partnership }
        var there: Set<CaseReference> = []
        for person in Set(cases.compactMap(\.people.first?.person)) {
            let asking = Asking(person: person, partnership: partnership, time: office.time)
            for isOpen in [true, false] {
                let list = try await office.cases.cases(for: asking, isOpen: isOpen, limit: 100)
                there.formUnion(list.lines.map(\.reference))
            }
        }
        return cases.filter { there.contains($0.reference) }.map { one in
            SignInPage.Case(
                reference: "\(one.reference)",
                address: Link.caseFile(one.reference),
                words: one.words,
                people: one.people.map { person in
                    SignInPage.Person(
                        id: "\(partnership) \(person.person)",
                        name: person.name,
                        roles: ""
                    )
                }
            )
        }
    }

    /// One press makes somebody of a demonstration, and leads to what it is to be looked at.
    func beSomebody(_ request: Request) async throws -> Response {
        let posted = try await Posted.read(request)
        let parts = posted.value("person").split(separator: " ")
        guard office.demonstration != nil, parts.count == 2,
            let id = PartnershipID(parts[0]), let person = PersonID(parts[1]),
            try await office.memberships(of: person).contains(id)
        else { throw Detour.nothingHere }
        return redirect(
            ReturnAddress(posted.value("to"))?.path ?? Link.myWork,
            try await accounts.beginDemonstration(
                as: person,
                memberOf: [id],
                at: office.present()
            )
        )
    }
}
