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

@Suite("Answering by a link, as the routes have it", .serialized)
struct AnsweringTests {
    @Test func `opening a link tells nothing, is the same for every token, and spends nothing`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var browser = Browser(served: served)
            let known = try await browser.get("/answer/\(asked.leadLink.text)")
            var random = SystemRandomNumberGenerator()
            let other = Token(using: &random)
            let unknown = try await browser.get("/answer/\(other.text)")
            #expect(known.status == 200)
            #expect(known.body.replacing(asked.leadLink.text, with: other.text) == unknown.body)
            for word in ["Portwell", "4QX", "Beth", "child", "Marlshire"] {
                #expect(!known.body.contains(word), "\(word)")
            }
            // Without a referrer a browser would say that the form comes from nowhere.
            #expect(known.header("referrer-policy") == "strict-origin")
            #expect(known.body.contains("name=\"referrer\" content=\"strict-origin\""))
            #expect(browser.cookies.isEmpty)
            #expect(try await served.store.link(asked.leadLink.hash.bytes) != nil)
        }
    }

    @Test func `the token leaves the address, and an unknown one is answered alike`() async throws {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var random = SystemRandomNumberGenerator()
            var answers: [ServedDemonstration.Answer] = []
            for token in [asked.leadLink, Token(using: &random)] {
                var browser = Browser(served: served)
                let sent = try await browser.post("/answer", [("token", token.text)])
                #expect(sent.status == 303)
                #expect(sent.header("location") == "/answer/code")
                #expect(browser.cookies["sightline-link"] == token.text)
                let page = try await browser.get("/answer/code")
                #expect(!page.body.contains(token.text))
                answers.append(try await browser.post("/answer/code", [("code", "000 000")]))
            }
            #expect(answers.map(\.status) == [422, 422])
            #expect(answers[0].body.contains("That is not the code"))
            #expect(answers[1].body.contains("That is not the code"))
        }
    }

    @Test func `guessing codes and links is throttled by place`() async throws {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var browser = Browser(served: served)
            _ = try await browser.post("/answer", [("token", asked.leadLink.text)])
            for _ in 0..<5 { _ = try await browser.post("/answer/code", [("code", "000000")]) }
            let right = try await asked.code(asked.lead)
            let answer = try await browser.post("/answer/code", [("code", right)])
            #expect(answer.status == 422)
            #expect(answer.body.contains("Too many attempts from here"))
            var random = SystemRandomNumberGenerator()
            var last = answer
            for _ in 0..<200 {
                last = try await browser.post("/answer", [("token", Token(using: &random).text)])
            }
            #expect(last.status == 429)
        }
    }

    @Test
    func `before anything of the child a page says for whom it is, and not me shuts the link`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var browser = try await asked.arrived(asked.leadLink, asked.lead)
            let early = try await browser.get("/answer/request")
            #expect(early.header("location") == "/answer/whom")
            let whom = try await browser.get("/answer/whom")
            #expect(whom.body.contains("Beth Coombe") && whom.body.contains("Portwell School"))
            let child = try #require(try await served.opened().file.about.children.first?.name)
            #expect(!whom.body.contains(child))
            let not = try await browser.post("/answer/whom", [("again", "yes")])
            #expect(not.header("location") == "/answer/not-me")
            #expect(try await browser.post("/answer/not-me").status == 200)
            #expect(try await asked.state().seat(asked.lead)?.ended?.isDisowned == true)
            #expect(try await browser.get("/answer/request").status == 303)
            _ = try await browser.post("/answer", [("token", asked.leadLink.text)])
            let wrong = try await browser.post("/answer/code", [("code", "123456")])
            #expect(wrong.status == 422)
        }
    }

    @Test func `not known to us takes three pages, and a different person signs`() async throws {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var lead = try await asked.comeIn(asked.leadLink, asked.lead)
            let request = try await lead.get("/answer/request")
            #expect(request.status == 200)
            #expect(request.body.contains("What the agency knew and did"))
            #expect(try await lead.get("/answer/request/not-known").status == 200)
            let searched = [("searched", "SIMS and the safeguarding log, by both names")]
            let check = try await lead.post("/answer/request/not-known", searched)
            #expect(check.status == 200 && check.body.contains("Asha Reed"))
            let sent = try await lead.post(
                "/answer/request/not-known",
                searched + [("shown", "yes")]
            )
            #expect(sent.status == 200 && sent.body.contains("Hand over the link"))
            let version = try #require(try await asked.state().versions.last)
            #expect(try await lead.get("/answer/request/sign").status == 404)

            var signatory = try await asked.comeIn(asked.signatoryLink, asked.signatory)
            let page = try await signatory.get("/answer/request/sign")
            #expect(page.body.contains("SIMS and the safeguarding log"))
            let words = [
                ("version", "\(version.put.entry)"), ("digest", version.put.digest),
                ("name", "Asha Reed"), ("job-title", "Chair of governors"),
            ]
            #expect(try await signatory.post("/answer/request/sign", words).status == 422)
            let signed = try await signatory.post(
                "/answer/request/sign",
                words + [("statement", "yes")]
            )
            #expect(signed.header("location") == "/answer/request/receipt")
            let receipt = try await signatory.get("/answer/request/receipt")
            #expect(receipt.body.contains(version.put.digest.prefix(4)))
            #expect(try await asked.state().standing == .answered)
            #expect(try await lead.get("/answer/request/receipt").status == 200)
        }
    }

    @Test func `parts are saved as they are typed, and a colleague's words are not written over`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var one = try await asked.comeIn(asked.leadLink, asked.lead)
            var other = try await asked.comeIn(asked.leadLink, asked.lead)
            let first = try await one.post(
                "/answer/request/drafts/known",
                [("version-known", "0"), ("known", "known"), ("searched", "SIMS")]
            )
            #expect(first.status == 200)
            let second = try await other.post(
                "/answer/request/drafts/known",
                [("version-known", "0"), ("known", "not-known"), ("searched", "CPOMS")]
            )
            #expect(second.status == 409)
            #expect(second.body.contains("Beth Coombe"))
            let page = try await other.get("/answer/request/parts/known")
            #expect(page.body.contains("SIMS"))
        }
    }

    @Test func `what was typed in a session that ended is sent again after a code`() async throws {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var browser = try await asked.comeIn(asked.leadLink, asked.lead)
            let old = browser.cookies.removeValue(forKey: "sightline-answer")
            #expect(old != nil)
            let lost = try await browser.post(
                "/answer/request/parts/known",
                [("searched", "SIMS, and the paper files")]
            )
            #expect(lost.status == 401)
            #expect(lost.body.contains("SIMS, and the paper files"))
            let kept = "/answer/request/parts/known?searched=SIMS"
            let again = try await browser.post(
                "/answer",
                [("token", asked.leadLink.text), ("kept", kept)]
            )
            #expect(again.status == 200)
            let whom = try await browser.post(
                "/answer/code",
                [("code", try await asked.code(asked.lead)), ("kept", kept)]
            )
            #expect(whom.status == 200)
            let resend = try await browser.post("/answer/whom", [("kept", kept)])
            #expect(resend.body.contains("Nothing you typed is lost"))
            #expect(resend.body.contains("action=\"/answer/request/parts/known\""))
            #expect(browser.cookies["sightline-answer"] != old)
            let draft = try await served.post("/answer/request/drafts/known", as: nil)
            #expect(draft.status == 401)
        }
    }

    @Test func `files come with the answer, and a program does not`() async throws {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var browser = try await asked.comeIn(asked.leadLink, asked.lead)
            let taken = try await browser.send(
                "/answer/request/files",
                file: ("report.txt", Array("What we knew".utf8))
            )
            #expect(taken.status == 303)
            let refused = try await browser.send(
                "/answer/request/files",
                file: ("report.pdf", [0x4D, 0x5A, 0x90, 0x00] + [UInt8](repeating: 0, count: 200))
            )
            #expect(refused.status == 422)
            let files = try await asked.state().standingFiles
            #expect(files.map(\.document.title) == ["report.txt"])
            #expect(files.first?.isScanned == false)
            let document = try #require(files.first?.document.document)
            // Not scanned, it stays shut for those who sent it, too.
            let saved = try await browser.get("/answer/request/files/\(document)")
            #expect(saved.status == 404)
            let sent = try await browser.post(
                "/answer/request/document",
                [("file", "\(document)"), ("words", "It says all")]
            )
            #expect(sent.status == 200)
            guard case .document(document, _)? = try await asked.state().versions.last?.put.answer
            else {
                Issue.record("no document was put forward")
                return
            }
        }
    }

    @Test func `a file is opened by those who answer, once it is released`() async throws {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var lead = try await asked.comeIn(asked.leadLink, asked.lead)
            let document = try await asked.answerWithFile("What we knew", &lead)
            var signatory = try await asked.comeIn(asked.signatoryLink, asked.signatory)
            let address = "/answer/request/files/\(document)"
            #expect(try await signatory.get(address).status == 404)
            let shut = try await signatory.get("/answer/request/sign")
            #expect(shut.body.contains("show you what is in them"))
            try await asked.release(document)
            let page = try await signatory.get("/answer/request/sign")
            #expect(page.body.contains("href=\"\(address)\""))
            #expect(!page.body.contains("show you what is in them"))
            for var browser in [signatory, lead] {
                let file = try await browser.get(address)
                #expect(file.status == 200 && file.body == "What we knew")
                #expect(file.header("content-disposition")?.contains("report.txt") == true)
            }
            #expect(try await served.get(address, as: nil).status == 303)
        }
    }

    @Test func `a file that was handed back is left out`() async throws {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var lead = try await asked.comeIn(asked.leadLink, asked.lead)
            let document = try await asked.answerWithFile("Of another child", &lead)
            let version = try #require(try await asked.state().versions.last)
            var signatory = try await asked.comeIn(asked.signatoryLink, asked.signatory)
            let back = try await signatory.post(
                "/answer/request/hand-back",
                [("version", "\(version.put.entry)"), ("reason", "It is of another child")]
            )
            #expect(back.header("location") == "/answer/request")
            let page = try await lead.get("/answer/request/files")
            #expect(page.body.contains("Leave report.txt out"))
            let out = try await lead.post(
                "/answer/request/files/removed",
                [("document", "\(document)")]
            )
            #expect(out.status == 303)
            #expect(try await asked.state().standingFiles.isEmpty)
        }
    }

    @Test func `an agency names nobody to sign whom the business unit does not know`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var lead = try await asked.comeIn(asked.leadLink, asked.lead)
            let partnership = try await served.opened().partnership
            let known = try #require(
                partnership.agencies.values.compactMap(\.signatory?.email).first { email in
                    if case .domainListed = partnership.trust(of: email) { true } else { false }
                }
            )
            let domain = try #require(known.split(separator: "@").last)
            func name(_ part: String, _ email: String) async throws -> Int {
                try await lead.post(
                    "/answer/request/\(part)",
                    [
                        ("person-name", "Somebody"), ("person-job-title", "Director"),
                        ("person-email", email),
                    ]
                ).status
            }
            #expect(try await name("signatories", "anybody@\(domain)") == 422)
            #expect(try await name("colleagues", "anybody@\(domain)") == 200)
            #expect(try await name("signatories", known) == 200)
        }
    }

    @Test func `rows are pasted, checked with their place, and kept once`() async throws {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var browser = try await asked.comeIn(asked.leadLink, asked.lead)
            let good = "Date\tEvent\n22/05/2016\tMoved school\nMay 2017\tBruise seen"
            for _ in 0..<2 {
                let saved = try await browser.post(
                    "/answer/request/chronology",
                    [("pasted", good)]
                )
                #expect(saved.status == 303)
            }
            let bad = try await browser.post(
                "/answer/request/chronology",
                [("pasted", "Date\tEvent\n31/02/2016\tNothing")]
            )
            #expect(bad.status == 422)
            #expect(bad.body.contains("Row 2"))
            let page = try await browser.get("/answer/request/chronology")
            #expect(page.body.contains("2 rows so far"))
        }
    }

    @Test func `one agency's session opens nothing of another's, of staff, or of the case`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let school = try await AskedAgency(served)
            let police = try await AskedAgency(served, "Portwell Ambulance", 9_000)
            var browser = try await school.comeIn(school.leadLink, school.lead)
            let own = try await browser.get("/answer/request")
            #expect(!own.body.contains("Portwell Ambulance"))
            let reference = ServedDemonstration.reference.path
            for path in ["/cases", "/cases/\(reference)", "/my-work", "/people", "/referrals"] {
                let answer = try await browser.get(path)
                #expect(answer.status == 303, "\(path)")
                #expect(answer.header("location")?.hasPrefix("/sign-in") == true, "\(path)")
            }
            for path in [
                "/answer/request/\(police.request)", "/answer/request/files/\(police.request)",
                "/answer/request/pack", "/answer/request/parts/none", "/answer/request/sign",
            ] {
                #expect(try await browser.get(path).status == 404, "\(path)")
            }
            let joan = try await served.token(of: 101)
            let staff = try await served.get("/answer/request", as: joan)
            #expect(staff.header("location") == "/answer")
            var forged = Browser(served: served, cookies: ["sightline-answer": joan.text])
            #expect(try await forged.get("/answer/request").header("location") == "/answer")
            let session = try #require(browser.token)
            let reversed = try await served.get("/cases/\(reference)", as: session)
            #expect(reversed.header("location")?.hasPrefix("/sign-in") == true)
        }
    }

    @Test func `what one agency knows of another's answer does nothing with its own session`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let school = try await AskedAgency(served)
            let police = try await AskedAgency(served, "Portwell Ambulance", 9_000)
            var theirs = try await police.comeIn(police.leadLink, police.lead)
            let document = try await police.answerWithFile("Their secret", &theirs)
            try await police.release(document)
            let before = try await police.state()
            let version = try #require(before.versions.last?.put)

            var lead = try await school.comeIn(school.leadLink, school.lead)
            let own = try await school.answerWithFile("Our own", &lead)
            var signatory = try await school.comeIn(school.signatoryLink, school.signatory)
            for var browser in [lead, signatory] {
                let file = try await browser.get("/answer/request/files/\(document)")
                #expect(file.status == 404 && !file.body.contains("Their secret"))
            }
            #expect(try await theirs.get("/answer/request/files/\(document)").status == 200)

            let signed = try await signatory.post(
                "/answer/request/sign",
                [
                    ("version", "\(version.entry)"), ("digest", version.digest),
                    ("name", "Asha Reed"), ("job-title", "Head"), ("statement", "yes"),
                ]
            )
            #expect(signed.status == 422)
            let back = try await signatory.post(
                "/answer/request/hand-back",
                [("version", "\(version.entry)"), ("reason", "No")]
            )
            #expect(back.status == 422)
            let removed = try await lead.post(
                "/answer/request/files/removed",
                [("document", "\(document)")]
            )
            #expect(removed.status == 422)
            let answered = try await lead.post(
                "/answer/request/document",
                [("file", "\(document)"), ("words", "")]
            )
            #expect(answered.status == 422)
            let kept = try await lead.post(
                "/answer/whom",
                [("kept", "/cases/\(ServedDemonstration.reference.path)/log-entries?text=x")]
            )
            #expect(kept.header("location") == "/answer/request")
            #expect(try await police.state() == before)
            let standing = try await school.state()
            #expect(standing.standingFiles.map(\.document.document) == [own])
            #expect(standing.standing == .unsigned && standing.versions.count == 1)
        }
    }
}
