import CaseFiles
import CaseStores
import Credentials
import Desk
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Pages
import Partnerships
import ProcedureLanguage
import SQLiteStore
import Spreadsheets
import TestSupport
import Testing
import WorkingDays

@testable import Web

/// The demonstration as the routes show it on Mon 5 Jan 2026, asked without a socket between.
struct ServedDemonstration: Sendable {
    let office: Office
    let store: SQLiteStore
    /// Every route, as the router has it.
    let routes: [ServedRoute]
    private let client: any TestClientProtocol

    /// Mon 5 Jan 2026, 10:30am.
    static let time = Timestamp(milliseconds: 1_767_609_000_000)
    /// A case of Marlshire on which most people are.
    static let reference: CaseReference = "4qx-7md"
    /// What no case is called.
    static let noReference: CaseReference = "000-001"

    /// A store filled anew, taken away when the closure returns.
    static func open(
        scanner: ScannerPlace? = nil,
        renderer: any DocumentRendering = NoDocuments(),
        spreadsheets: any SpreadsheetReading = NoSpreadsheets(),
        _ body: @escaping @Sendable (ServedDemonstration) async throws -> Void
    ) async throws {
        try await FilledDemonstration.open { store in
            try await serve(store, scanner, renderer, spreadsheets, body)
        }
    }

    private static func serve(
        _ store: SQLiteStore,
        _ scanner: ScannerPlace?,
        _ renderer: any DocumentRendering,
        _ spreadsheets: any SpreadsheetReading,
        _ body: @escaping @Sendable (ServedDemonstration) async throws -> Void
    ) async throws {
        let cases = CaseDesk(store: store, editions: Editions(store: store))
        let accounts = AccountDesk(
            store: store,
            hasher: PasswordHasher(cost: Argon2Cost(memory: 8 << 10, passes: 1)),
            throttleSecret: Secret([UInt8](repeating: 7, count: 16))
        )
        let address = try PublicAddress("http://localhost")
        let office = Office(
            store: store,
            cases: cases,
            accounts: accounts,
            kind: .demonstration,
            address: { address },
            present: { time },
            demonstration: DemonstrationClock(ahead: { 0 }, setAhead: { _ in }),
            scanner: scanner,
            spreadsheets: spreadsheets,
            renderer: renderer
        )
        let shelf = ProcedureShelf(
            ShippedProcedures.read.map { .init(procedure: $0.procedure, variations: $0.variations) }
        )
        let router = webRouter(
            WebCollaborators(
                shelf: shelf,
                assets: StaticAssets([]),
                today: { "2026-01-05" },
                office: office
            )
        )
        let application = Application(
            router: router,
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        )
        let routes = router.routes.map { ServedRoute(method: $0.method, path: "\($0.path)") }
        try await application.test(.router) { client in
            try await body(
                ServedDemonstration(office: office, store: store, routes: routes, client: client)
            )
        }
    }

    func token(
        of person: PersonID,
        in partnership: PartnershipID = Demonstration.marlshire
    ) async throws -> Token {
        try await office.accounts.beginDemonstration(
            as: person,
            memberOf: [partnership],
            at: office.present()
        ).token
    }

    func opened() async throws -> OpenedCase {
        try await office.cases.unguarded(Self.reference, of: Demonstration.marlshire)
    }

    struct Answer: Hashable {
        let status: Int
        let headers: [String]
        let body: String
        let bytes: [UInt8]

        /// What a form of the page sends along under a name that nobody types.
        func hidden(_ name: String) throws -> String {
            let mark = "name=\"\(name)\" value=\""
            let start = try #require(body.firstRange(of: mark)?.upperBound, "\(name)")
            return String(body[start...].prefix { $0 != "\"" })
        }

        func header(_ name: String) -> String? {
            headers.first { $0.lowercased().hasPrefix("\(name): ") }
                .map { String($0.dropFirst(name.count + 2)) }
        }
    }

    func get(
        _ path: String,
        as token: Token?,
        headers: HTTPFields = [:]
    ) async throws -> Answer {
        try await ask(path, .get, token, headers, nil)
    }

    /// Sends a form that the session made for this address.
    func post(
        _ path: String,
        as token: Token?,
        _ items: [(String, String)] = [],
        headers: HTTPFields = [:],
        formToken: String? = nil
    ) async throws -> Answer {
        let own = formToken ?? token?.formToken(for: path) ?? ""
        let body = ([("form-token", own)] + items)
            .map { "\(Link.encoded($0.0))=\(Link.encoded($0.1))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await ask(path, .post, token, headers, ByteBuffer(string: body))
    }

    /// Sends a form as browsers do where it has a field for a file.
    func send(
        _ path: String,
        as token: Token?,
        _ items: [(String, String)] = [],
        file: (name: String, bytes: [UInt8])? = nil,
        in fileField: String = "file",
        headers given: HTTPFields = [:],
        formToken: String? = nil,
        isTokenFirst: Bool = true
    ) async throws -> Answer {
        let own = [("form-token", formToken ?? token?.formToken(for: path) ?? "")]
        func field(_ name: String, _ value: String) -> [UInt8] {
            Array(
                "--XyZ\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
            )
        }
        let header =
            "--XyZ\r\nContent-Disposition: form-data; name=\"\(fileField)\"; filename=\"\(file?.name ?? "")\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
        let before = ((isTokenFirst ? own : []) + items).flatMap { field($0.0, $0.1) }
        let after = (isTokenFirst ? [] : own).flatMap { field($0.0, $0.1) }
        let body =
            before + Array(header.utf8) + (file?.bytes ?? []) + Array("\r\n".utf8) + after
            + Array("--XyZ--\r\n".utf8)
        var headers = given
        headers[.contentType] = "multipart/form-data; boundary=XyZ"
        return try await ask(path, .post, token, headers, ByteBuffer(bytes: body))
    }

    /// Asks for the headers alone.
    func head(_ path: String, as token: Token?) async throws -> Answer {
        try await ask(path, .head, token, [:], nil)
    }

    private func ask(
        _ path: String,
        _ method: HTTPRequest.Method,
        _ token: Token?,
        _ headers: HTTPFields,
        _ body: ByteBuffer?
    ) async throws -> Answer {
        var headers = headers
        if let token { headers[.cookie] = "sightline=\(token.text)" }
        let response = try await client.executeRequest(
            uri: path,
            method: method,
            headers: headers,
            body: body
        )
        return Answer(
            status: Int(response.status.code),
            headers: response.headers.map { "\($0.name): \($0.value)" },
            body: String(buffer: response.body),
            bytes: Array(buffer: response.body)
        )
    }
}

struct ServedRoute: Sendable {
    let method: HTTPRequest.Method
    let path: String
}
