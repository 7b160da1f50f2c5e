import HTML
package import Pages

/// The page to sign in on; in a demonstration, with everybody to be.
package func render(_ page: SignInPage, in frame: Frame) -> [UInt8] {
    let form = page.form
    return layout(
        title: form.form.errors.isEmpty ? form.title : "Error: \(form.title)",
        at: .elsewhere,
        in: frame
    ) { html in
        html.errorSummary(form.form.errors, dates: [])
        if !page.demonstration.isEmpty { html.demonstration(page) }
        if page.demonstration.isEmpty {
            html.formPage(form)
        } else {
            html.element(.h2, text: "With a password, as everywhere else")
            html.form(form.form)
        }
    }
}

extension HTML {
    fileprivate mutating func demonstration(_ page: SignInPage) {
        element(.h1, text: "Try Sightline as somebody")
        element(
            .p,
            .class("lead"),
            text: "These people and their cases are made up. One press signs you in."
        )
        element(.ul, .class("links")) { html in
            for partnership in page.demonstration {
                html.element(.li) { html in
                    html.element(.a, .href("#\(partnership.id)"), text: partnership.name)
                }
            }
        }
        for partnership in page.demonstration {
            element(.section, .ariaLabelledBy(partnership.id)) { html in
                html.element(.h2, .id(partnership.id), text: partnership.name)
                html.element(.p, text: "Its procedure: \(partnership.procedure).")
                if !partnership.cases.isEmpty {
                    html.element(.h3, text: "Cases, from the first call to the end")
                    html.cases(partnership.cases)
                    html.element(.h3, text: "People")
                }
                html.people(partnership.people)
            }
        }
    }

    /// Each with a press that signs somebody in and opens it.
    private mutating func cases(_ cases: [SignInPage.Case]) {
        element(.ul, .class("tasks")) { html in
            for one in cases {
                html.element(.li) { html in
                    html.element(.span) { html in
                        html.text(one.words)
                        html.element(.span, .class("note"), text: "Case \(one.reference)")
                    }
                    for person in one.people {
                        html.press(
                            as: person,
                            with: [(name: "to", value: one.address)],
                            words: "Open \(one.reference) as \(person.name)"
                        )
                    }
                }
            }
        }
    }

    private mutating func people(_ people: [SignInPage.Person]) {
        element(.ul, .class("tasks")) { html in
            for person in people {
                html.element(.li) { html in
                    html.element(.span) { html in
                        html.text(person.name)
                        html.element(.span, .class("note"), text: person.roles)
                    }
                    html.press(as: person, words: "Be \(person.name)")
                }
            }
        }
    }

    /// Makes somebody of a demonstration; nobody is signed in yet, so that there is nothing to make a token from.
    private mutating func press(
        as person: SignInPage.Person,
        with more: [(name: String, value: String)] = [],
        words: String
    ) {
        press(
            Link.signInToDemonstration,
            token: "",
            hidden: [(name: "person", value: person.id)] + more,
            words: words,
            isQuiet: true
        )
    }
}

/// The page that sets up the second factor.
package func render(_ page: EnrolmentPage, in frame: Frame) -> [UInt8] {
    let title = "Set up the code from your telephone"
    return layout(
        title: page.form.errors.isEmpty ? title : "Error: \(title)",
        at: .elsewhere,
        in: frame,
        capacity: 65_536
    ) { html in
        html.errorSummary(page.form.errors, dates: [])
        html.element(.h1, text: title)
        html.element(
            .p,
            text:
                "With an authenticator app, read this picture, or type the text below it into the app. "
                + "From then on the app shows a new code of six figures every half minute."
        )
        html.qrCode(page.squares)
        html.element(.p, text: "If you cannot read the picture, type this into the app:")
        html.element(.p, .class("code"), text: page.typedText)
        html.form(page.form)
    }
}

extension HTML {
    /// With the border of four squares that readers need.
    fileprivate mutating func qrCode(_ rows: [[Bool]]) {
        let width = rows.count + 8
        element(
            .svg,
            .class("qr"),
            .viewBox(width: width, height: width),
            .role("img"),
            .ariaLabel("The secret as a QR code; the same stands below as text")
        ) { html in
            for (y, row) in rows.enumerated() {
                for (x, isDark) in row.enumerated() where isDark {
                    html.element(.path, .d(.shape("h1v1h-1z", x: x + 4, y: y + 4)))
                }
            }
        }
    }
}

/// Recovery codes, shown once.
package func render(_ page: RecoveryCodesPage, in frame: Frame) -> [UInt8] {
    layout(title: "Your recovery codes", at: .elsewhere, in: frame) { html in
        html.element(.h1, text: "Your recovery codes")
        html.element(
            .p,
            text: "Print or write these down, and keep them where you keep things that matter. "
                + "Each signs you in once when your telephone is not there. They are not shown again."
        )
        html.element(.ul, .class("codes code")) { html in
            for code in page.codes { html.element(.li, text: code) }
        }
        html.element(.p, .class("acts")) { html in
            html.element(.a, .class("button"), .href(page.next.address), text: page.next.words)
        }
    }
}

/// The partnerships to choose from.
package func render(_ page: PartnershipsPage, in frame: Frame) -> [UInt8] {
    let title = page.partnerships.isEmpty ? "No partnership" : "Choose the partnership"
    return layout(title: title, at: .elsewhere, in: frame) { html in
        html.element(.h1, text: title)
        if page.partnerships.isEmpty {
            html.element(
                .p,
                text: "You are signed in, and belong to no partnership today. "
                    + "Whoever added you can give you a role."
            )
        }
        html.element(.ul, .class("tasks")) { html in
            for partnership in page.partnerships {
                html.element(.li) { html in
                    html.press(
                        Link.partnerships,
                        token: page.token,
                        hidden: [(name: "partnership", value: partnership.id)] + page.hidden,
                        words: partnership.name,
                        isQuiet: true
                    )
                }
            }
        }
    }
}

/// One's own sign-in.
package func render(_ page: AccountPage, in frame: Frame) -> [UInt8] {
    layout(title: "Your sign-in", at: .elsewhere, in: frame) { html in
        html.element(.h1, text: "Your sign-in")
        html.facts([
            (term: "Name", text: page.name), (term: "Address to sign in with", text: page.email),
            (term: "If your telephone is lost", text: page.codesLeft),
        ])
        html.links(page.links)
        html.element(
            .p,
            text:
                "If you have left yourself signed in somewhere, or fear that somebody else has, end it all:"
        )
        html.press(page.signOutEverywhere)
    }
}

extension HTML {
    mutating func press(_ press: PersonPage.Press) {
        self.press(press.address, token: press.token, words: press.words)
    }
}
