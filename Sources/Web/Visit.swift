import Credentials
import Desk
import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore
import Pages
import Partnerships
import WorkingDays

/// A request with whoever sends it.
package struct VisitContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// As the connection tells it.
    let remote: SocketAddress?
    /// Nil where nobody is signed in, or half.
    var visit: Visit?

    package init(source: Source) {
        coreContext = .init(source: source)
        remote = source.channel.remoteAddress
    }
}

/// Somebody who has given a password, and perhaps a code, and perhaps chosen a partnership.
struct Visit: Sendable {
    let token: Token
    let session: Session
    let state: SessionState
    /// Nil until a partnership is chosen, and where she belongs to it no longer.
    let inside: Inside?

    struct Inside: Sendable {
        let id: PartnershipID
        let reader: PartnershipReader
        let others: [(id: PartnershipID, name: String)]

        var partnership: Partnership { reader.partnership }
    }

    var person: PersonID { session.person }

    /// Whether a password and a code were given; a partnership may still be to be chosen.
    var isFull: Bool {
        switch state {
        case .full, .needsPartnership: true
        case .ended, .needsSecondFactor: false
        }
    }

    /// What a form of this visitor's carries for an address.
    func formToken(_ address: String) -> String { token.formToken(for: address) }

    var frameVisitor: Frame.Visitor? {
        guard let inside else { return nil }
        return Frame.Visitor(
            name: inside.partnership.people[person]?.name ?? "You",
            roles: inside.reader.roles(of: person),
            partnership: inside.partnership.name,
            others: inside.others.map { (id: "\($0.id)", name: $0.name) },
            switchToken: formToken(Link.partnerships),
            signOutToken: formToken(Link.signOut)
        )
    }
}

/// Somebody signed in, in one partnership: what every page of cases and people needs.
struct Guest: Sendable {
    let office: Office
    let visit: Visit
    let inside: Visit.Inside
    let time: Timestamp

    var person: PersonID { visit.person }
    var today: Day { time.localTime.day }
    var asking: Asking { Asking(person: person, partnership: inside.id, time: time) }
    var frame: Frame {
        guard let visitor = visit.frameVisitor else { return .outside(office.kind) }
        return .inside(office.kind, visitor, isMember: true)
    }

    func formToken(_ address: String) -> String { visit.formToken(address) }

    func name(_ person: PersonID) -> String { inside.partnership.name(of: person) }
}

extension Office {
    /// The frame of a page that anybody may see.
    func frame(_ context: VisitContext) -> Frame {
        guard let visitor = context.visit?.frameVisitor else { return .outside(kind) }
        return .inside(kind, visitor, isMember: true)
    }

    /// Whoever is fully signed in; anybody else is sent to the step that is missing.
    func guest(_ request: Request, _ context: VisitContext) throws(Detour) -> Guest {
        guard let visit = context.visit else { throw .signIn(request.returnAddress) }
        switch visit.state {
        case .ended: throw .signIn(request.returnAddress)
        case .needsSecondFactor: throw .to(Link.signInCode)
        case .needsPartnership: throw .to(Link.partnerships)
        case .full:
            guard let inside = visit.inside else { throw .to(Link.partnerships) }
            return Guest(office: self, visit: visit, inside: inside, time: time)
        }
    }

    /// Reads who sends a request; an ended session is nobody.
    func visit(_ request: Request) async throws -> Visit? {
        guard let header = request.headers[.cookie], let token = cookie.token(in: header) else {
            return nil
        }
        let present = present()
        let session: Session
        let state: SessionState
        do throws(AccountError) {
            (session, state) = try await accounts.session(token, at: present)
        } catch .session {
            return nil
        }
        var inside: Visit.Inside?
        if case .full(let id) = state {
            inside = try await self.inside(id, of: session.person)
        }
        return Visit(token: token, session: session, state: state, inside: inside)
    }

    private func inside(
        _ id: PartnershipID,
        of person: PersonID
    ) async throws -> Visit.Inside? {
        let now = time
        let all = try await cases.partnerships.memberships(of: person, at: now)
        guard let own = all.first(where: { $0.id == id }),
            let edition = own.partnership.editions.last
        else { return nil }
        let procedure = try await cases.editions.procedure(edition)
        return Visit.Inside(
            id: id,
            reader: PartnershipReader(
                own.partnership,
                under: procedure,
                for: person,
                at: now,
                sendsMail: sendsMail
            ),
            others: all.filter { $0.id != id }.map { ($0.id, $0.partnership.name) }
        )
    }

    /// The partnerships of somebody, to sign in to.
    func memberships(of person: PersonID) async throws -> [PartnershipID] {
        try await cases.partnerships.memberships(of: person, at: time).map(\.id)
    }

    /// Where a request comes from, as attempts are counted by.
    func place(_ request: Request, _ context: VisitContext) -> AddressBlock {
        if let proxy, context.remote?.ipAddress == proxy,
            let forwarded = request.headers[values: .forwardedFor].last,
            let last = forwarded.split(separator: ",").last
        {
            let text = String(last.filter { $0 != " " })
            if let block = AddressBlock(text: text) { return block }
        }
        return context.remote?.ipAddress.flatMap { AddressBlock(text: $0) } ?? .unknown
    }
}

extension AddressBlock {
    /// Takes an address as connections and proxies write it.
    fileprivate init?(text: String) {
        var four = [UInt8](repeating: 0, count: 4)
        var six = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(address: four)
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(address: six)
        } else {
            return nil
        }
    }

    /// All that come from nowhere are one place.
    fileprivate static let unknown: AddressBlock = {
        guard let block = AddressBlock(address: [0, 0, 0, 0]) else {
            preconditionFailure("four bytes are an address")
        }
        return block
    }()
}

extension Request {
    /// Where to go back to once signed in: a page that is asked for, never an act.
    var returnAddress: ReturnAddress? {
        method == .get ? ReturnAddress(uri.string) : nil
    }
}

extension HTTPField.Name {
    fileprivate static let forwardedFor = Self("X-Forwarded-For") ?? .via
}
