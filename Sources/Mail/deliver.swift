import CLibCurl
import Dispatch
import Synchronization

/// Hands a message to a server; back when the server has taken it upon itself.
///
/// It waits on a thread of its own. Cancelled, it gives up at once unless the whole message is on its way: then it waits
/// for the server's answer, for as long as the server's settings allow.
package func deliver(
    _ message: MailMessage,
    through server: MailServer
) async throws(MailFailure) {
    let delivery = Delivery(message, server)
    let failure = await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
            threads.async { continuation.resume(returning: delivery.run()) }
        }
    } onCancel: {
        delivery.isCancelled.store(true, ordering: .relaxed)
    }
    if let failure { throw failure }
}

private let threads = DispatchQueue(label: "mail", attributes: .concurrent)

/// libcurl's own state, made once.
private let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

/// One conversation with a server.
private final class Delivery: Sendable {
    let message: MailMessage
    let server: MailServer
    let bytes: [UInt8]
    let isCancelled = Atomic(false)
    private let sent = Atomic(0)
    /// That libcurl asked for more and was told that there is none.
    private let isWhole = Atomic(false)

    init(_ message: MailMessage, _ server: MailServer) {
        self.message = message
        self.server = server
        bytes = message.bytes
    }

    /// Nil where the server took the message.
    func run() -> MailFailure? {
        var held = curl_held_signals()
        curl_hold_broken_pipes(&held)
        defer { curl_release_broken_pipes(&held) }
        return converse()
    }

    private func converse() -> MailFailure? {
        guard isLibraryReady, let curl = curl_easy_init() else {
            return .misconfigured(.library)
        }
        let recipients = curl_slist_append(nil, message.to.address.text)
        defer {
            curl_easy_cleanup(curl)
            curl_slist_free_all(recipients)
        }
        guard recipients != nil, isSetUp(curl, recipients) else {
            return .misconfigured(.library)
        }
        let result = withExtendedLifetime(self) { curl_easy_perform(curl) }
        guard result != CURLE_OK else { return nil }
        var code = 0
        _ = curl_get_code(curl, &code)
        return failure(result, code: code)
    }

    private func isSetUp(
        _ curl: UnsafeMutableRawPointer,
        _ recipients: UnsafeMutablePointer<curl_slist>?
    ) -> Bool {
        let this = Unmanaged.passUnretained(self).toOpaque()
        var texts: [(CURLoption, String)] = [
            (CURLOPT_URL, server.address(greetingAs: message.from.address.domain)),
            (CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            // Whatever proxy the surroundings name is for other things.
            (CURLOPT_PROXY, ""),
            (CURLOPT_MAIL_FROM, "<\(message.from.address.text)>"),
        ]
        if let signIn = server.signIn {
            texts += [(CURLOPT_USERNAME, signIn.user), (CURLOPT_PASSWORD, signIn.password)]
        }
        if let authorities = server.authorities { texts.append((CURLOPT_CAINFO, authorities)) }
        var numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1),
            (CURLOPT_UPLOAD, 1),
            (CURLOPT_TIMEOUT, server.seconds),
            (CURLOPT_CONNECTTIMEOUT, server.seconds),
            (CURLOPT_SERVER_RESPONSE_TIMEOUT, server.seconds),
            (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2),
        ]
        if server.security == .startTLS {
            numbers.append((CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)))
        }
        return texts.allSatisfy { curl_set_text(curl, $0, $1) == CURLE_OK }
            && numbers.allSatisfy { curl_set_number(curl, $0, $1) == CURLE_OK }
            && curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients) == CURLE_OK
            && curl_set_source(curl, { delivery($3)?.read($0, $1 * $2) ?? 0 }, this) == CURLE_OK
            && curl_set_watch(
                curl,
                { of, _, _, _, _ in delivery(of)?.goesOn == false ? 1 : 0 },
                this
            )
                == CURLE_OK
    }

    /// Puts the next bytes of the message where libcurl wants them; returns how many.
    func read(_ place: UnsafeMutablePointer<CChar>?, _ most: Int) -> Int {
        let start = sent.load(ordering: .relaxed)
        let count = min(most, bytes.count - start)
        guard count > 0, let place else {
            isWhole.store(true, ordering: .relaxed)
            return 0
        }
        bytes.withUnsafeBytes { bytes in
            UnsafeMutableRawPointer(place).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: bytes[start..<(start + count)]).baseAddress
                    ?? UnsafeRawPointer(place),
                byteCount: count
            )
        }
        sent.store(start + count, ordering: .relaxed)
        return count
    }

    var goesOn: Bool {
        !isCancelled.load(ordering: .relaxed) || isWhole.load(ordering: .relaxed)
    }

    private func failure(_ result: CURLcode, code: Int) -> MailFailure {
        if isWhole.load(ordering: .relaxed) {
            // Without an answer to the message, the last one is that to DATA.
            switch code {
            case 400...499: return .temporary(.code(code))
            case 500...599: return .permanent(code: code)
            default: return .mayHaveArrived
            }
        }
        switch result {
        case CURLE_USE_SSL_FAILED: return .misconfigured(.noEncryption)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ISSUER_ERROR:
            return .misconfigured(.certificate)
        case CURLE_SSL_CACERT_BADFILE: return .misconfigured(.authorities)
        case CURLE_ABORTED_BY_CALLBACK: return .temporary(.stopped)
        case CURLE_OPERATION_TIMEDOUT: return .temporary(.timedOut)
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST: return .temporary(.unreachable)
        default: return failure(code, isOfMessage: result == CURLE_SEND_ERROR, result)
        }
    }

    /// What the server's last answer tells; libcurl calls a sender, recipient or DATA that is refused a failure to send.
    private func failure(_ code: Int, isOfMessage: Bool, _ result: CURLcode) -> MailFailure {
        switch code {
        case 400...499: .temporary(.code(code))
        case _ where result == CURLE_LOGIN_DENIED: .misconfigured(.signInRefused)
        case 530, 534, 535, 538: .misconfigured(.signInRefused)
        case 500...599 where isOfMessage: .permanent(code: code)
        case 500...599: .misconfigured(.serverRefuses(code: code))
        default: .temporary(.cutOff)
        }
    }
}

private func delivery(_ pointer: UnsafeMutableRawPointer?) -> Delivery? {
    pointer.map { Unmanaged<Delivery>.fromOpaque($0).takeUnretainedValue() }
}
