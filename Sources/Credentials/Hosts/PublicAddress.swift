/// The one address under which people reach this server: every link is made from it.
package struct PublicAddress: Hashable, Sendable {
    package enum Refusal: Error, Hashable, Sendable {
        /// Not `https://` and a name, perhaps with a port.
        case notAnAddress
        /// Anything after the name: the server is not kept in a folder of another.
        case hasMoreThanAName
        /// Without TLS only this machine may talk to itself.
        case plainBeyondLoopback
    }

    /// Https.
    package let isSecure: Bool
    /// The name, or an address in figures, in lower case.
    package let host: String
    package let port: Int

    package init(_ text: String) throws(Refusal) {
        let lowered = text.lowercased()
        guard let isSecure = scheme(of: lowered) else { throw .notAnAddress }
        var rest = lowered.dropFirst(isSecure ? 8 : 7)
        if rest.last == "/" { rest = rest.dropLast() }
        guard !rest.contains(where: { "/?#@\\".contains($0) }) else { throw .hasMoreThanAName }
        guard let (host, port) = hostAndPort(in: rest, usual: isSecure ? 443 : 80) else {
            throw .notAnAddress
        }
        guard isSecure || isLoopback(host) else { throw .plainBeyondLoopback }
        self.isSecure = isSecure
        self.host = host
        self.port = port
    }

    /// The address of a path of this server, which begins with `/`.
    package func address(of path: String) -> String {
        description + path
    }

    /// Whether the Host of a request means this server; any other is answered with 421.
    package func accepts(hostHeader: String) -> Bool {
        guard let (given, port) = hostAndPort(in: hostHeader.lowercased()[...], usual: usualPort)
        else { return false }
        return given == host && port == self.port
    }

    private var usualPort: Int { isSecure ? 443 : 80 }
}

extension PublicAddress: CustomStringConvertible {
    /// Without a slash at the end: `https://sightline.example`.
    package var description: String {
        "\(isSecure ? "https" : "http")://\(host)" + (port == usualPort ? "" : ":\(port)")
    }
}

private func scheme(of text: String) -> Bool? {
    if text.hasPrefix("https://") { return true }
    return text.hasPrefix("http://") ? false : nil
}

/// `name`, `name:8080`, `[::1]:8080`, all in lower case.
private func hostAndPort(in text: Substring, usual: Int) -> (String, Int)? {
    let end = text.first == "[" ? text.firstIndex(of: "]").map(text.index(after:)) : nil
    let nameEnd = end ?? text.firstIndex(of: ":") ?? text.endIndex
    let host = text[..<nameEnd]
    guard isHost(host) else { return nil }
    guard nameEnd < text.endIndex else { return (String(host), usual) }
    let figures = text[nameEnd...].dropFirst()
    guard text[nameEnd] == ":", figures.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
        let port = Int(figures), 1...65_535 ~= port
    else { return nil }
    return (String(host), port)
}

private func isHost(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.first == 0x5B {
        return bytes.last == 0x5D && bytes.count > 3
            && bytes.dropFirst().dropLast().allSatisfy { isHexadecimal($0) || $0 == 0x3A }
    }
    guard let first = bytes.first, bytes.count <= 253, first != 0x2D, first != 0x2E else {
        return false
    }
    return bytes.allSatisfy { byte in
        0x30...0x39 ~= byte || 0x61...0x7A ~= byte || byte == 0x2D || byte == 0x2E
    }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x66 ~= byte
}

private func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
}
