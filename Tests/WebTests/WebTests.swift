import Testing

@Suite("The pages over HTTP", .serialized)
struct WebTests {
    private static let plan =
        "/plan?procedure=dorset&moment=aware%3D2025-12-15&moment=notified%3D2025-12-19"

    @Test
    func `every page is found, and bears the protective headers`() async throws {
        try await withServer { visitor in
            let pages = [
                "/", "/plan", Self.plan, "/compare", "/procedures", "/procedures/dorset",
                "/procedures/west-midlands?variation=stoke-on-trent-and-staffordshire",
            ]
            for page in pages {
                let answer = try await visitor.get(page)
                #expect(answer.status == 200, "\(page)")
                #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
                let policy = answer.headers["content-security-policy"] ?? ""
                #expect(policy.contains("default-src 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(answer.headers["referrer-policy"] == "same-origin")
                #expect(answer.headers["cache-control"] == "no-store")
            }
        }
    }

    @Test
    func `the plan's table holds the day and its reason`() async throws {
        try await withServer { visitor in
            let answer = try await visitor.get(Self.plan)
            #expect(answer.body.contains("<time datetime=\"2026-01-14\">"))
            #expect(answer.body.contains("Thu 25 Dec (Christmas Day)"))
        }
    }

    @Test
    func `a good form leads to its link, a bad one is shown again`() async throws {
        try await withServer { visitor in
            let good = try await visitor.get(
                "/plan?procedure=dorset&aware-day=15&aware-month=12&aware-year=2025"
            )
            #expect(good.status == 303)
            #expect(good.headers["location"] == "/plan?procedure=dorset&moment=aware%3D2025-12-15")
            let bad = try await visitor.get(
                "/plan?procedure=dorset&aware-day=31&aware-month=2&aware-year=2026"
            )
            #expect(bad.status == 422)
            #expect(bad.body.contains("value=\"31\""))
            #expect(bad.body.contains("must be a real date"))
        }
    }

    @Test
    func `what is typed is text, never markup`() async throws {
        try await withServer { visitor in
            let answer = try await visitor.get(
                "/plan?procedure=dorset&closed=%3Cscript%3Ealert(1)%3C%2Fscript%3E&aware-day=%22%3E%3Cb%3E&aware-month=1&aware-year=2026"
            )
            #expect(answer.status == 422)
            #expect(!answer.body.contains("<script"))
            #expect(!answer.body.contains("\"><b>"))
        }
    }

    @Test(arguments: [
        "/nowhere", "/procedures/nowhere", "/static/../Package.swift", "/static/secret",
        "/procedures/dorset?variation=none",
    ])
    func `what is not there is a page that says so`(_ path: String) async throws {
        try await withServer { visitor in
            let answer = try await visitor.get(path)
            #expect(answer.status == 404)
            #expect(answer.body.contains("Page not found"))
            #expect(answer.headers["content-security-policy"] != nil)
        }
    }

    @Test
    func `a calendar file comes as a download, and not for dates that cannot be read`() async throws
    {
        try await withServer { visitor in
            let good = try await visitor.get(Self.plan.replacing("/plan", with: "/plan.ics"))
            #expect(good.status == 200)
            #expect(good.headers["content-disposition"]?.hasPrefix("attachment") == true)
            #expect(good.body.hasPrefix("BEGIN:VCALENDAR\r\n"))
            let bad = try await visitor.get("/plan.ics?procedure=dorset&moment=aware%3Dnever")
            #expect(bad.status == 400)
        }
    }

    @Test
    func `a query of great length is answered`() async throws {
        try await withServer { visitor in
            let long = String(repeating: "moment=aware%3D2025-12-15&", count: 300)
            let answer = try await visitor.get("/plan?procedure=dorset&\(long)")
            #expect(answer.status == 200)
        }
    }
}
