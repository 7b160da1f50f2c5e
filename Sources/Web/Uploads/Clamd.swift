import NIOCore
import NIOPosix

/// Where a virus scanner listens.
package enum ScannerPlace: Hashable, Sendable {
    case port(host: String, port: Int)
    /// A socket in the file system, by its path.
    case socket(String)

    /// Takes `HOST:PORT`, `[::1]:PORT`, or an absolute path.
    package init?(_ text: String) {
        if text.hasPrefix("/") {
            guard text.utf8.count < 108 else { return nil }
            self = .socket(text)
            return
        }
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]),
            1...65_535 ~= port
        else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty else { return nil }
        self = .port(host: String(host), port: port)
    }
}

/// What a scanner says of a file.
enum ScannerVerdict: Hashable, Sendable {
    case clean
    /// By the scanner's own name for it.
    case infected(String)
    /// It could not look: nothing is known of the file.
    case failed

    /// Reads the answer to `zINSTREAM`: `stream: OK`, `stream: … FOUND`, or anything else.
    init(answer: String) {
        let prefix = "stream: "
        let found = " FOUND"
        if answer == "\(prefix)OK" {
            self = .clean
        } else if answer.hasPrefix(prefix), answer.hasSuffix(found),
            answer.count > prefix.count + found.count
        {
            self = .infected(String(answer.dropFirst(prefix.count).dropLast(found.count)))
        } else {
            self = .failed
        }
    }
}

/// One file on its way through clamd (`INSTREAM`); whatever goes wrong, the verdict is that nothing is known.
struct Scan: Sendable {
    private let channel: any Channel
    private let answer: EventLoopFuture<String>

    /// How long the scanner may take for a piece of the file, or for its answer.
    private static let patience = TimeAmount.seconds(120)

    /// Nil where nobody listens.
    static func begin(at place: ScannerPlace) async -> Scan? {
        let group = MultiThreadedEventLoopGroup.singleton
        let answer = group.next().makePromise(of: String.self)
        let bootstrap = ClientBootstrap(group: group)
            .connectTimeout(.seconds(5))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(AnswerReader(answer))
                }
            }
        do {
            let channel =
                switch place {
                case .port(let host, let port):
                    try await bootstrap.connect(host: host, port: port).get()
                case .socket(let path):
                    try await bootstrap.connect(unixDomainSocketPath: path).get()
                }
            let scan = Scan(channel: channel, answer: answer.futureResult)
            await scan.write(ByteBuffer(string: "zINSTREAM\0"))
            return scan
        } catch {
            answer.fail(error)
            return nil
        }
    }

    /// Hands on the next bytes; that they do not arrive shows in the verdict.
    func take(_ bytes: [UInt8]) async {
        guard !bytes.isEmpty else { return }
        var buffer = ByteBuffer()
        buffer.writeInteger(UInt32(bytes.count))
        buffer.writeBytes(bytes)
        await write(buffer)
    }

    /// Says that the file is whole, and waits for the answer.
    func verdict() async -> ScannerVerdict {
        await write(ByteBuffer(integer: UInt32(0)))
        let verdict = await patiently { try? await ScannerVerdict(answer: answer.get()) }
        end()
        return verdict ?? .failed
    }

    /// Lets go of the scanner.
    func end() {
        channel.close(promise: nil)
    }

    private func write(_ buffer: ByteBuffer) async {
        _ = await patiently { try? await channel.writeAndFlush(buffer).get() }
    }

    /// A scanner that has come to a stand is left.
    private func patiently<Value>(_ wait: () async -> Value) async -> Value {
        let channel = channel
        let timeout = channel.eventLoop.scheduleTask(in: Self.patience) {
            channel.close(promise: nil)
        }
        defer { timeout.cancel() }
        return await wait()
    }
}

/// Collects an answer up to the NUL that ends it.
private final class AnswerReader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let promise: EventLoopPromise<String>
    private var bytes: [UInt8] = []

    /// More than any name of a virus.
    private static let most = 4096

    private struct Unfinished: Error {}

    init(_ promise: EventLoopPromise<String>) {
        self.promise = promise
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += unwrapInboundIn(data).readableBytesView
        if let end = bytes.firstIndex(of: 0) {
            promise.succeed(String(decoding: bytes[..<end], as: UTF8.self))
        } else if bytes.count > Self.most {
            context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        // Of no effect where the answer was whole.
        promise.fail(Unfinished())
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
