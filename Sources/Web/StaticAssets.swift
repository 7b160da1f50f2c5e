import HTTPTypes
import Hummingbird

/// The few files that pages link to, held as bytes from the start; nothing else of the folder can be reached.
package struct StaticAssets: Sendable {
    package struct Asset: Sendable {
        package let name: String
        package let contentType: String
        package let bytes: [UInt8]

        package init(name: String, contentType: String, bytes: [UInt8]) {
            self.name = name
            self.contentType = contentType
            self.bytes = bytes
        }
    }

    package let assets: [Asset]

    package init(_ assets: [Asset]) {
        self.assets = assets
    }

    /// The name and kind of each file that is served.
    package static let served = [
        (name: "sightline.css", contentType: "text/css; charset=utf-8"),
        (name: "favicon.svg", contentType: "image/svg+xml"),
        (name: "drafts.js", contentType: "text/javascript; charset=utf-8"),
        (name: "copying.js", contentType: "text/javascript; charset=utf-8"),
    ]
}

func addStaticRoutes(to router: Router<VisitContext>, _ assets: StaticAssets) {
    for asset in assets.assets {
        router.get("/static/\(asset.name)") { _, _ in
            Response(
                status: .ok,
                headers: [
                    .contentType: asset.contentType,
                    .cacheControl: "max-age=3600",
                ],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes))
            )
        }
    }
}
