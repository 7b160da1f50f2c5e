import Procedures
import WorkingDays

/// Every address of the program, built in this one place so that links cannot rot.
package enum Link {
    package static let home = "/"
    package static let plan = "/plan"
    package static let planCalendar = "/plan.ics"
    package static let compare = "/compare"
    package static let procedures = "/procedures"

    package static func procedure(_ id: String, variation: String? = nil) -> String {
        "/procedures/\(encoded(id))" + (variation.map { "?variation=\(encoded($0))" } ?? "")
    }

    /// The same plan again, as short as it can be.
    static func plan(
        _ path: String,
        procedures: [String],
        variation: String?,
        _ entries: PlanEntries
    ) -> String {
        var items = procedures.map { ("procedure", $0) }
        if let variation { items.append(("variation", variation)) }
        items += entries.moments.map { ("moment", $0.short) }
        items += entries.facts.map { ("fact", "\($0.name)=\($0.value)") }
        items += entries.agreed.map { agreement in
            (
                "agreed",
                "\(agreement.name)\(agreement.subject.map { "/\($0)" } ?? "")=\(agreement.day)"
            )
        }
        items += entries.closed.map { ("closed", $0.description) }
        if let today = entries.today { items.append(("today", today.description)) }
        return path + "?" + items.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    }

    /// Percent-encoded for a query or a path part.
    static func encoded(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x3A, 0x40:
                result.append(byte)
            default:
                result.append(0x25)
                result.append(hex(byte >> 4))
                result.append(hex(byte & 15))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func hex(_ digit: UInt8) -> UInt8 {
        digit < 10 ? 0x30 + digit : 0x37 + digit
    }
}
