import Calendars
import Desk
import Mail
import Partnerships

/// Hands messages to the mail server.
struct SMTPCarrier: MailCarrier {
    let server: MailServer
    let from: Mailbox

    func carry(_ parcel: MailParcel) async throws(CarryProblem) {
        let message: MailMessage
        do throws(MailProblem) {
            message = try MailMessage(
                id: MessageID(parcel.messageID),
                date: MailDate(secondsSince1970: parcel.written.milliseconds / 1000),
                from: from,
                to: Mailbox(parcel.name, MailboxAddress(parcel.address)),
                subject: parcel.subject,
                text: parcel.text,
                reference: parcel.reference,
                calendar: parcel.calendar.flatMap { part($0, to: parcel) }
            )
        } catch {
            // The name of a message is made from the server's own address.
            throw error == .notAMessageID
                ? .nothingGoes(fault: error.fault) : .refused(fault: error.fault)
        }
        do throws(MailFailure) {
            try await deliver(message, through: server)
        } catch {
            throw error.problem
        }
    }

    private func part(
        _ calendar: CalendarInvitation,
        to parcel: MailParcel
    ) -> MailMessage.CalendarPart? {
        let (method, bytes) = calendar.invitation(
            from: CalendarInvitation.Mailbox(name: from.name, address: from.address.text),
            to: CalendarInvitation.Mailbox(name: parcel.name, address: parcel.address)
        )
        return MailMessage.CalendarPart(method: method.rawValue, bytes: bytes)
    }
}

extension MailProblem {
    /// A word for the store and the log of the case.
    fileprivate var fault: String {
        switch self {
        case .notAnAddress: "address"
        case .notAMessageID: "public-address"
        case .controlCharacter(let part), .tooLong(let part): part.rawValue
        }
    }
}

extension MailFailure {
    fileprivate var problem: CarryProblem {
        switch self {
        case .temporary(.code): .later(fault: fault)
        case .temporary(.stopped): .stopped
        case .temporary, .misconfigured: .nothingGoes(fault: fault)
        case .permanent: .refused(fault: fault)
        case .mayHaveArrived: .perhapsCarried(fault: fault)
        }
    }

    /// A word or the server's code, for the store and the log of the case.
    private var fault: String {
        switch self {
        case .temporary(.code(let code)), .permanent(let code),
            .misconfigured(.serverRefuses(let code)):
            "\(code)"
        case .temporary(.unreachable): "unreachable"
        case .temporary(.timedOut): "timed-out"
        case .temporary(.cutOff), .mayHaveArrived: "cut-off"
        case .temporary(.stopped): "stopped"
        case .misconfigured(.noEncryption): "no-encryption"
        case .misconfigured(.certificate): "certificate"
        case .misconfigured(.authorities): "certificate-file"
        case .misconfigured(.signInRefused): "sign-in"
        case .misconfigured(.library): "library"
        }
    }

    /// What an operator reads, without a stop; nothing of a message is in it.
    var words: String {
        switch self {
        case .temporary(.code(let code)):
            "the mail server asks to try again later (\(code))"
        case .temporary(.unreachable): "the mail server cannot be reached: check host and port"
        case .temporary(.timedOut): "the mail server did not answer in time"
        case .temporary(.cutOff): "the mail server ended the connection"
        case .temporary(.stopped): "it was stopped"
        case .permanent(let code): "the mail server refuses the message for good (\(code))"
        case .mayHaveArrived:
            "the message was sent whole, and the mail server did not say whether it took it: look whether it arrived"
        case .misconfigured(.noEncryption):
            "the mail server offers no STARTTLS, so nothing was sent: check the port, or give --mail-security tls"
        case .misconfigured(.certificate):
            "the mail server's certificate is not one this machine trusts for that name: name its authority with --mail-ca"
        case .misconfigured(.authorities): "the file of --mail-ca cannot be read as certificates"
        case .misconfigured(.signInRefused):
            "the mail server refuses the sign-in: check --mail-user and --mail-password-file"
        case .misconfigured(.serverRefuses(let code)):
            "the mail server takes nothing from this machine (\(code))"
        case .misconfigured(.library): "libcurl on this machine cannot send mail"
        }
    }
}
