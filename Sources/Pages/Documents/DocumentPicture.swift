import Procedures

/// A drawing of straight lines, boxes, dots and words, in pixels of 1/96 inch from the upper left corner.
package struct DocumentPicture: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package let shapes: [Shape]

    package init(width: Int, height: Int, shapes: [Shape]) {
        self.width = width
        self.height = height
        self.shapes = shapes.map { shape in
            guard case .words(let words, let x, let y, let anchor, let isStrong) = shape else {
                return shape
            }
            return .words(sound(words), x: x, y: y, anchor, isStrong: isStrong)
        }
    }

    package enum Shape: Hashable, Sendable {
        case across(y: Int, from: Int, to: Int, Tone)
        case down(x: Int, from: Int, to: Int, Tone)
        case box(x: Int, y: Int, width: Int, height: Int, Tone)
        case dot(x: Int, y: Int, radius: Int, Tone)
        /// Set on the line `y`, from, around or up to `x`.
        case words(String, x: Int, y: Int, Anchor, isStrong: Bool = false)
    }

    package enum Anchor: Hashable, Sendable {
        case start, middle, end
    }

    /// Colours that can be told apart in black and white too.
    package enum Tone: Hashable, Sendable {
        case ink, soft, pale, brand, late, done
    }
}
