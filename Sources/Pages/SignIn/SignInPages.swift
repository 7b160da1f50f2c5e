/// The page to sign in on.
package struct SignInPage: Sendable {
    package let form: FormPage
    /// In a demonstration, everybody whom one press makes a visitor.
    package let demonstration: [Partnership]

    package struct Partnership: Sendable {
        package let id: String
        package let name: String
        /// The name of the procedure that it works under.
        package let procedure: String
        package let cases: [Case]
        package let people: [Person]

        package init(
            id: String,
            name: String,
            procedure: String,
            cases: [Case],
            people: [Person]
        ) {
            self.id = id
            self.name = name
            self.procedure = procedure
            self.cases = cases
            self.people = people
        }
    }

    /// A case, with the people as whom it is worth looking at.
    package struct Case: Sendable {
        package let reference: String
        package let address: String
        /// How far it has come.
        package let words: String
        package let people: [Person]

        package init(reference: String, address: String, words: String, people: [Person]) {
            self.reference = reference
            self.address = address
            self.words = words
            self.people = people
        }
    }

    package struct Person: Sendable {
        package let id: String
        package let name: String
        package let roles: String

        package init(id: String, name: String, roles: String) {
            self.id = id
            self.name = name
            self.roles = roles
        }
    }

    package init(form: FormPage, demonstration: [Partnership]) {
        self.form = form
        self.demonstration = demonstration
    }
}

/// The page that sets up the second factor.
package struct EnrolmentPage: Sendable {
    /// Rows of a QR code, dark squares true.
    package let squares: [[Bool]]
    package let typedText: String
    package let form: Form

    package init(squares: [[Bool]], typedText: String, form: Form) {
        self.squares = squares
        self.typedText = typedText
        self.form = form
    }
}

/// Recovery codes, shown once.
package struct RecoveryCodesPage: Sendable {
    package let codes: [String]
    package let next: WordedLink

    package init(codes: [String], next: String) {
        self.codes = codes
        self.next = WordedLink(words: "I have put them away: go on", address: next)
    }
}

/// The partnerships to choose from.
package struct PartnershipsPage: Sendable {
    package let partnerships: [(id: String, name: String)]
    package let token: String
    package let hidden: [(name: String, value: String)]

    package init(
        partnerships: [(id: String, name: String)],
        token: String,
        hidden: [(name: String, value: String)] = []
    ) {
        self.partnerships = partnerships
        self.token = token
        self.hidden = hidden
    }
}

/// One's own sign-in.
package struct AccountPage: Sendable {
    package let name: String
    package let email: String
    package let codesLeft: String
    package let links: [WordedLink]
    package let signOutEverywhere: PersonPage.Press

    package init(
        name: String,
        email: String,
        codesLeft: Int,
        passwordLink: String,
        codesLink: String,
        signOutAddress: String,
        signOutToken: String
    ) {
        self.name = name
        self.email = email
        self.codesLeft = DayWording.count(codesLeft, "recovery code") + " left"
        links = [
            WordedLink(words: "Change your password", address: passwordLink),
            WordedLink(words: "Make new recovery codes", address: codesLink),
        ]
        signOutEverywhere = PersonPage.Press(
            words: "Sign out everywhere",
            address: signOutAddress,
            token: signOutToken
        )
    }
}
