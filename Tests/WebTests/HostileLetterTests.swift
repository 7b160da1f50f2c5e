import Archives
import CaseFiles
import Credentials
import Desk
import Documents
import Foundation
import Pages
import Partnerships
import Procedures
import TestSupport
import Testing

@testable import Web

private let renderer = DocumentRenderer(texts: ShippedProcedures.folder.path)

@Suite("A hostile letter", .serialized)
struct HostileLetterTests {
    private static let agency = "{{reference}} {due} <b>Quay</b>"
    private static let lead = "{sender} & <script>alert(2)</script>"
    private static let letter = """
        Dear {name} of {agency},\r
        \r
        <script>alert(1)</script> <img src="file:///etc/passwd"> שלום url(http://127.0.0.1:9/z)\r
        [here](http://127.0.0.1:9/) ![there](file:///etc/passwd) =cmd|'/c calc'!A1 $\\input$
        """

    private static let filled: [String] = [
        "Dear {sender} & <script>alert(2)</script> of {{reference}} {due} <b>Quay</b>,",
        "<script>alert(1)</script> <img src=\"file:///etc/passwd\"> שלום url(http://127.0.0.1:9/z)\n[here](http://127.0.0.1:9/) ![there](file:///etc/passwd) =cmd|'/c calc'!A1 $\\input$",
    ]

    /// Asks an agency of hostile names with a hostile letter; returns the address of the request.
    private static func ask(_ served: ServedDemonstration) async throws -> (String, Token) {
        let person = try #require(PersonID(number: 101))
        let joan = try await served.token(of: person)
        let asking = Asking(
            person: person,
            partnership: Demonstration.marlshire,
            time: ServedDemonstration.time
        )
        let quay = Agency(
            agency: try #require(AgencyID(number: 999)),
            name: agency,
            kind: .school,
            contacts: [
                Agency.Contact(.lead, name: lead, email: "una@quay.example"),
                Agency.Contact(.signatory, name: "Abe Stone", email: "abe@quay.example"),
            ]
        )
        try await served.office.cases.handle(
            [
                .addAgency(quay), .allowAddress("una@quay.example", reason: "Rung"),
                .allowAddress("abe@quay.example", reason: "Rung"),
            ],
            for: asking
        )
        let items = try await served.asking([999]).map {
            $0.0 == "letter" ? ($0.0, letter) : $0
        }
        let asked = try await served.post(ServedDemonstration.asking, as: joan, items)
        #expect([200, 303].contains(asked.status), "\(asked.body)")
        return (try await served.request(of: agency), joan)
    }

    @Test func `is kept as it was typed, its names filled in once`() async throws {
        try await ServedDemonstration.open { served in
            _ = try await Self.ask(served)
            let asked = try #require(
                try await served.requests().last { $0.asked.subject == Self.agency }
            )
            #expect(asked.asked.letter == Self.filled)
        }
    }

    @Test func `is text on every page`() async throws {
        try await ServedDemonstration.open { served in
            let (request, joan) = try await Self.ask(served)
            var typed = [
                ("title", "<b>Title</b>"), ("purpose", "<i>why</i>"),
                ("legal-basis", "<i>law</i>"), ("instruction", "<i>records</i>"),
                ("letter", Self.letter), ("after", "0"),
            ]
            let path = "/letters/standard/text"
            #expect(try await served.post(path, as: joan, typed).status == 303)
            typed[4].1 += " {x}"
            #expect(try await served.post(path, as: joan, typed).status == 422)
            for page in [
                request, "\(request)/letter/document", "/letters/standard/versions/1",
                "/letters/standard/versions/1/document", "/letters/standard/text",
            ] {
                let answer = try await served.get(page, as: joan)
                #expect(answer.status == 200, "\(page)")
                #expect(answer.body.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "\(page)")
                for wrong in ["<script>alert", "<img src=\"file", "<i>why", "href=\"http://127"] {
                    #expect(!answer.body.contains(wrong), "\(page): \(wrong)")
                }
            }
            let document = try await served.get("\(request)/letter/document", as: joan)
            #expect(document.body.contains("{{reference}} {due} &lt;b&gt;Quay&lt;/b&gt;"))
        }
    }

    @Test func `goes into no mail: that says the names of the directory, as they stand`() {
        let mail = RequestMail(
            .request,
            to: Self.lead,
            RequestMail.Facts(
                agency: Self.agency,
                partnership: "Marlshire",
                reference: "4QX-7MD",
                due: nil,
                contact: "Joan Ferris"
            ),
            .follows
        )
        let text = mail.paragraphs.joined(separator: "\n")
        #expect(text.hasPrefix("Dear \(Self.lead),"))
        #expect(text.contains("Marlshire asks \(Self.agency) for information."))
        #expect(!text.contains("alert(1)") && mail.subject.contains("4QX-7MD"))
    }

    @Test(
        .enabled(
            if: renderer.isInstalled(.pandoc) && renderer.isInstalled(.weasyPrint),
            "Scripts/install-missing and Scripts/python-packages install what makes files"
        )
    )
    func `is text in a Word file, which asks for nothing outside, and makes a PDF`()
        async throws
    {
        try await ServedDemonstration.open(renderer: renderer) { served in
            _ = try await Self.ask(served)
            let opened = try await served.opened()
            let joan = try #require(PersonID(number: 101))
            let reader = CaseReader(opened, for: joan, at: ServedDemonstration.time)
            let request = try #require(
                opened.file.requests.last { $0.asked.subject == Self.agency }
            )
            let document = try #require(reader.letterDocument(request.entry))
            let docx = try await renderer.render(document, as: .docx)
            let files = try unzipped(docx, most: 64 << 20)
            func part(_ path: String) -> String {
                String(decoding: files.first { $0.path == path }?.bytes ?? [], as: UTF8.self)
            }
            let text = part("word/document.xml")
            #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            #expect(text.contains("{{reference}}") && text.contains("[here](http://127.0.0.1:9/)"))
            #expect(!part("word/_rels/document.xml.rels").contains("127.0.0.1"))
            #expect(!part("word/_rels/document.xml.rels").contains("passwd"))
            let pdf = try await renderer.render(document, as: .pdf)
            #expect(pdf.starts(with: "%PDF-1.7".utf8))
        }
    }
}
