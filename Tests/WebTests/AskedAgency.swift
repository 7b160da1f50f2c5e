import CaseFiles
import CaseStores
import Credentials
import Desk
import HTTPTypes
import Pages
import Partnerships
import SQLiteStore
import TestSupport
import Testing
import WorkingDays

@testable import Web

/// Somebody's browser: it keeps the cookies that it is given.
struct Browser {
    let served: ServedDemonstration
    var cookies: [String: String] = [:]

    private var headers: HTTPFields {
        var headers: HTTPFields = [:]
        headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        return headers
    }

    mutating func get(_ path: String) async throws -> ServedDemonstration.Answer {
        keep(try await served.get(path, as: nil, headers: headers))
    }

    mutating func post(
        _ path: String,
        _ items: [(String, String)] = []
    ) async throws -> ServedDemonstration.Answer {
        keep(
            try await served.post(
                path,
                as: nil,
                items,
                headers: headers,
                formToken: token?.formToken(for: path) ?? ""
            )
        )
    }

    mutating func send(
        _ path: String,
        _ items: [(String, String)] = [],
        file: (name: String, bytes: [UInt8]),
        as field: String = "file"
    ) async throws -> ServedDemonstration.Answer {
        keep(
            try await served.send(
                path,
                as: nil,
                items,
                file: file,
                in: field,
                headers: headers,
                formToken: token?.formToken(for: path) ?? ""
            )
        )
    }

    /// What makes the forms of the page that stands now.
    var token: Token? {
        (cookies["sightline-answer"] ?? cookies["sightline-link"]).flatMap { Token($0) }
    }

    private mutating func keep(
        _ answer: ServedDemonstration.Answer
    ) -> ServedDemonstration.Answer {
        for header in answer.headers where header.lowercased().hasPrefix("set-cookie: ") {
            let pair = header.dropFirst(12).prefix { $0 != ";" }.split(
                separator: "=",
                maxSplits: 1
            )
            guard let name = pair.first.map(String.init) else { continue }
            cookies[name] = pair.count == 2 ? String(pair[1]) : nil
        }
        return answer
    }
}

/// A request of the demonstration with people who come by links; codes are read out.
struct AskedAgency {
    let served: ServedDemonstration
    let request: EntryID
    let lead: EntryID
    let signatory: EntryID
    let leadLink: Token
    let signatoryLink: Token

    private static let joan = PersonID(number: 101)

    init(
        _ served: ServedDemonstration,
        _ subject: String = "Portwell School",
        _ number: Int64 = 7_000
    ) async throws {
        let request = try #require(EntryID(number: number))
        (self.served, self.request) = (served, request)
        lead = request.next
        signatory = lead.next
        let people = [
            Self.seat(lead, "Beth Coombe", .lead), Self.seat(signatory, "Asha Reed", .signatory),
        ]
        let links = people.map { seat in
            SeatDesk.makeLink(
                to: SeatKey(
                    partnership: Demonstration.marlshire,
                    reference: ServedDemonstration.reference,
                    seat: seat.entry
                ),
                of: request,
                at: ServedDemonstration.time
            )
        }
        leadLink = links[0].token
        signatoryLink = links[1].token
        let asked = CaseEvent.AgencyAsked.sample(
            request,
            subject,
            seats: people,
            instruction: "Keep your records as they are"
        )
        let version = try await served.opened().file.version
        try await served.office.cases.handle(
            [
                .request(.ask([asked], entry: try #require(EntryID(number: number + 100))))
            ],
            on: ServedDemonstration.reference,
            seen: version,
            for: try asking(),
            links: links.map(\.link)
        )
    }

    private func asking() throws -> Asking {
        Asking(
            person: try #require(Self.joan),
            partnership: Demonstration.marlshire,
            time: ServedDemonstration.time
        )
    }

    private static func seat(
        _ entry: EntryID,
        _ name: String,
        _ part: RequestSeat.Part
    ) -> RequestSeat {
        .sample(entry, name, part, jobTitle: "Head", domain: "school.example")
    }

    func code(_ seat: EntryID) async throws -> String {
        try await served.office.seats.codeToReadOut(
            to: seat,
            of: request,
            on: ServedDemonstration.reference,
            words: "Rang back",
            seen: try await served.opened().file.version,
            for: try asking(),
            present: ServedDemonstration.time
        ).text
    }

    /// A browser that has come by the link and the code, as far as the page that says for whom it is.
    func arrived(_ link: Token, _ seat: EntryID) async throws -> Browser {
        var browser = Browser(served: served)
        _ = try await browser.post("/answer", [("token", link.text)])
        let answer = try await browser.post("/answer/code", [("code", try await code(seat))])
        #expect(answer.header("location") == "/answer/whom")
        return browser
    }

    func comeIn(_ link: Token, _ seat: EntryID) async throws -> Browser {
        var browser = try await arrived(link, seat)
        let answer = try await browser.post("/answer/whom")
        #expect(answer.header("location") == "/answer/request")
        return browser
    }

    /// Answers with a text, which is not scanned, and puts it forward.
    func answerWithFile(_ text: String, _ browser: inout Browser) async throws -> DocumentID {
        _ = try await browser.send(
            "/answer/request/files",
            file: ("report.txt", Array(text.utf8))
        )
        let document = try #require(try await state().standingFiles.last?.document.document)
        let sent = try await browser.post(
            "/answer/request/document",
            [("file", "\(document)"), ("words", "It says all")]
        )
        #expect(sent.status == 200)
        return document
    }

    /// The business unit lets a file be opened that was not scanned.
    func release(_ document: DocumentID) async throws {
        let released = CaseEvent.FileReleased(
            request: request,
            document: document,
            reason: "Scanned elsewhere"
        )
        try await served.office.cases.handle(
            .request(.releaseFile(released)),
            on: ServedDemonstration.reference,
            seen: try await served.opened().file.version,
            for: try asking()
        )
    }

    func state() async throws -> AgencyRequest {
        try #require(try await served.opened().file.request(request))
    }
}
