import CaseFiles
import Credentials
import Foundation
import Pages
import Partnerships

/// What a page carries of a file that is here and not filed yet.
///
/// It is signed under the session for one case, so that nobody else can file it, in no other case, and nothing that it
/// says of the file can be changed on the way.
struct UploadClaim {
    let token: Token
    let partnership: PartnershipID
    let reference: CaseReference

    /// The hidden value of the form.
    func text(of file: CaseDocument.File) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let json = try? encoder.encode(file) else {
            preconditionFailure("names and numbers can be written")
        }
        let text = String(decoding: json, as: UTF8.self)
        return "\(token.formToken(for: purpose(text))) \(text)"
    }

    /// The file that this session was given the claim for; nil for any other text.
    func file(in text: String) -> CaseDocument.File? {
        guard let blank = text.firstIndex(of: " ") else { return nil }
        let json = String(text[text.index(after: blank)...])
        guard token.accepts(formToken: String(text[..<blank]), for: purpose(json)) else {
            return nil
        }
        return try? JSONDecoder().decode(CaseDocument.File.self, from: Data(json.utf8))
    }

    private func purpose(_ file: String) -> String {
        "upload \(partnership) \(reference.path) \(file)"
    }
}
