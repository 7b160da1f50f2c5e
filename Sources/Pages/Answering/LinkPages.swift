/// The pages that somebody sees who came by a link, before anything of a case is shown.
package struct LinkPages: Sendable {
    /// Whether codes go out by mail; else they are read out.
    private let sendsCodes: Bool

    package init(sendsCodes: Bool) {
        self.sendsCodes = sendsCodes
    }

    /// Says nothing of who asks whom: whoever gets hold of a link learns no more than that.
    ///
    /// A machine that follows links presses no button, so that opening it spends nothing.
    package func opening(_ hidden: [(name: String, value: String)], fault: String? = nil)
        -> FormPage
    {
        FormPage(
            title: "Somebody asks you for information",
            lead: sendsCodes
                ? [
                    "To see what is asked, you need the link that you were sent and a code of six digits.",
                    "Press the button, and a code goes to the e-mail address that the link was sent to.",
                ]
                : [
                    "To see what is asked, you need the link that you were sent and a code of six digits.",
                    "The code is read out to you by telephone: ring whoever asks you, on a number that you know from elsewhere.",
                ],
            form: Form(
                action: Link.answer,
                token: "",
                hidden: hidden,
                errors: fault.map { [FormError(field: "main", message: $0)] } ?? [],
                button: sendsCodes ? "Send me a code" : "Go on to the code"
            )
        )
    }

    /// There is nothing to ask for a code with.
    package var closed: PaperPage {
        PaperPage(
            title: "Open your link again",
            lead: [
                "Your answer is opened by the link in the message that you were sent. Open the newest one.",
                "If you cannot find it, ring whoever asks you, and ask for another.",
            ]
        )
    }

    /// Asks for the code; the same words for every link, whether it opens anything or not.
    package func code(
        _ filler: FormFiller,
        token: String,
        hidden: [(name: String, value: String)]
    ) -> FormPage {
        FormPage(
            title: "Give the code",
            lead: sendsCodes
                ? [
                    "If your link is in use, a code is on its way to the e-mail address that the link was sent to. It can be used once, for ten minutes.",
                    "At most three codes go out in an hour. If none comes, look among unwanted mail, or ring whoever asks you.",
                ]
                : [
                    "The code is read out to you by telephone: ring whoever asks you, on a number that you know from elsewhere. It can be used once, for ten minutes."
                ],
            form: Form(
                action: Link.answerCode,
                token: token,
                hidden: hidden,
                fields: filler.fields,
                errors: filler.errors,
                button: "Go on",
                back: sendsCodes ? "Send another code" : nil
            )
        )
    }

    package static func askCode(_ filler: inout FormFiller) {
        _ = filler.line(
            "code",
            "Code",
            hint: "Six digits.",
            most: 40,
            width: .short,
            offer: .oneTimeCode
        )
    }

    /// For whom it is, before any detail.
    package func whom(
        name: String,
        jobTitle: String,
        agency: String,
        partnership: String,
        token: String,
        hidden: [(name: String, value: String)]
    ) -> FormPage {
        FormPage(
            title: "Is this you?",
            lead: [
                "What follows is confidential, and meant for one person. Go on only if that is you."
            ],
            reading: [
                ReadSection(
                    title: "For whom this is",
                    facts: [
                        (term: "Name", text: name),
                        (
                            term: "Agency",
                            text: jobTitle.isEmpty ? agency : "\(agency), \(jobTitle)"
                        ),
                        (term: "Who asks", text: partnership),
                    ],
                    faults: []
                )
            ],
            form: Form(
                action: Link.answerWhom,
                token: token,
                hidden: hidden,
                button: "Yes, this is me: go on",
                back: "This is not me"
            )
        )
    }

    package func notMe(token: String) -> FormPage {
        FormPage(
            title: "This is not you",
            lead: [
                "The link is shut for good, and whoever sent it is told, so that it goes to the right person. You have seen nothing of what it is about."
            ],
            form: Form(action: Link.answerNotMe, token: token, button: "Shut the link")
        )
    }

    package var disowned: PaperPage {
        PaperPage(
            title: "The link is shut",
            lead: [
                "It opens nothing any more. Whoever sent it sees that it went astray. There is nothing else for you to do: delete the message."
            ]
        )
    }

    package var signedOut: PaperPage {
        PaperPage(
            title: "You are signed out",
            lead: [
                "What you wrote is kept. To go on, open your link again: a new code lets you in."
            ]
        )
    }

    /// What somebody typed whose session cannot be taken up again.
    package func lost(_ typed: [(name: String, value: String)]) -> PaperPage {
        PaperPage(
            title: "Open your link again",
            lead: [
                "You are signed out, and this page can no longer be sent. What you typed is below, to be copied. Then open the link in your message again: what you saved before is there."
            ],
            sections: typed.isEmpty
                ? []
                : [
                    PaperPage.Section(
                        title: "What you typed",
                        facts: typed.map { PaperPage.Fact($0.name, $0.value, isCopied: true) }
                    )
                ]
        )
    }
}
