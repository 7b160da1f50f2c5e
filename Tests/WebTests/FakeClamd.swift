import NIOCore
import NIOPosix

@testable import Web

/// A scanner on loopback that takes `INSTREAM` as clamd does, and finds what holds the word `EICAR`.
enum FakeClamd {
    enum Temper {
        case working
        /// Says that it could not look.
        case failing
        /// Breaks off without an answer.
        case silent
    }

    /// Listens for as long as the closure runs.
    static func listening(
        _ temper: Temper = .working,
        _ body: (ScannerPlace) async throws -> Void
    ) async throws {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Scanning(temper))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = server.localAddress?.port ?? 0
        do {
            try await body(.port(host: "127.0.0.1", port: port))
        } catch {
            try await server.close()
            throw error
        }
        try await server.close()
    }

    private final class Scanning: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private static let command = Array("zINSTREAM\0".utf8)

        private let temper: Temper
        private var held = ByteBuffer()
        private var isBegun = false
        private var file: [UInt8] = []

        init(_ temper: Temper) {
            self.temper = temper
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            var buffer = unwrapInboundIn(data)
            held.writeBuffer(&buffer)
            if !isBegun {
                guard let command = held.readBytes(length: Self.command.count) else { return }
                guard command == Self.command else {
                    answer("UNKNOWN COMMAND", context)
                    return
                }
                isBegun = true
            }
            while let length = held.getInteger(at: held.readerIndex, as: UInt32.self) {
                if length == 0 {
                    end(context)
                    return
                }
                guard held.readableBytes >= 4 + Int(length) else { return }
                held.moveReaderIndex(forwardBy: 4)
                file += held.readBytes(length: Int(length)) ?? []
            }
        }

        private func end(_ context: ChannelHandlerContext) {
            let isFound = String(decoding: file, as: UTF8.self).contains("EICAR")
            switch temper {
            case .working: answer(isFound ? "stream: Eicar-Test FOUND" : "stream: OK", context)
            case .failing: answer("INSTREAM size limit exceeded. ERROR", context)
            case .silent: context.close(promise: nil)
            }
        }

        private func answer(_ text: String, _ context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "\(text)\0")), promise: nil)
        }
    }
}
