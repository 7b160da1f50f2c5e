import Foundation
import Pages

extension TakenMail {
    /// The newest messages that `Tests/mail/sink.py` wrote into a folder, the newest first.
    static func newest(_ count: Int = 100, in folder: String) -> [TakenMail] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted(by: >).prefix(count).compactMap {
            let data = FileManager.default.contents(atPath: "\(folder)/\($0)")
            let written = data.flatMap { try? JSONDecoder().decode(Written.self, from: $0) }
            return written.map {
                TakenMail(number: $0.number, to: $0.to, subject: $0.subject, text: $0.text)
            }
        }
    }

    private struct Written: Decodable {
        let number: Int
        let to: String
        let subject: String
        let text: String
    }
}
