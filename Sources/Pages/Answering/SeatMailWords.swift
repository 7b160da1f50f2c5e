package import CaseFiles
package import Partnerships
package import WorkingDays

/// What is written to people at agencies: a reference, a link, a day, their agency's own name, and nothing of a case.
package struct SeatMailWords: Hashable, Sendable {
    package let subject: String
    package let paragraphs: [String]

    /// Brings a code to somebody who opened her link.
    package init(code: String) {
        subject = "Your code"
        paragraphs = [
            "Your code is \(code).",
            "It can be used once, for ten minutes, on the page that your link opened. Nobody will ask you for it by telephone.",
            "If you did not ask for a code, leave this message alone: without the code the link opens nothing.",
        ]
    }

    /// Brings a link to somebody whom her own agency asks to help, or to sign.
    package init(
        _ seat: RequestSeat,
        from name: String,
        of agency: String,
        reference: CaseReference,
        due: Day?
    ) {
        let isToSign = seat.part == .signatory
        subject =
            isToSign
            ? "An answer waits for your signature: \(reference)"
            : "You are asked to help with an answer: \(reference)"
        paragraphs = [
            isToSign
                ? "\(name) of \(agency) asks you to read an answer of your agency, and to sign it or hand it back."
                : "\(name) of \(agency) asks you to help write an answer of your agency.",
            due.map { "It is due by \(DayWording.words($0)). The reference is \(reference)." }
                ?? "The reference is \(reference).",
            "Open the link below and press the button. A code comes in a second message, and lets you in.",
            "The link is for you alone: do not pass it on.",
        ]
    }
}
