/// The line an SVG path follows, made of whole numbers and literals alone.
package struct PathData: Sendable {
    private let x: Int
    private let y: Int
    private let end: Int?
    private let shape: StaticString

    /// A line across, from one `x` to another.
    package static func across(y: Int, from x: Int, to end: Int) -> PathData {
        PathData(x: x, y: y, end: end, shape: "H")
    }

    /// A line down, from one `y` to another.
    package static func down(x: Int, from y: Int, to end: Int) -> PathData {
        PathData(x: x, y: y, end: end, shape: "V")
    }

    /// A shape in relative commands, begun at a point.
    package static func shape(_ shape: StaticString, x: Int, y: Int) -> PathData {
        PathData(x: x, y: y, end: nil, shape: shape)
    }

    func write(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "M"))
        bytes.append(decimal: x)
        bytes.append(UInt8(ascii: " "))
        bytes.append(decimal: y)
        bytes.append(fixed: shape)
        if let end { bytes.append(decimal: end) }
    }
}
