import HTML
import Pages

extension HTML {
    /// A figure as SVG that needs no style sheet: the same on a page, on paper and by itself.
    mutating func drawing(of figure: DocumentFigure) {
        let picture = figure.picture
        element(
            .svg,
            .xmlns,
            .viewBox(width: picture.width, height: picture.height),
            .width(picture.width),
            .height(picture.height),
            .role("img"),
            .ariaLabel(figure.alternative),
            .fontFamily("Liberation Sans, Arial, sans-serif"),
            .fontSize(13)
        ) { html in
            html.element(.title, text: figure.alternative)
            for shape in picture.shapes { html.shape(shape) }
        }
    }

    private mutating func shape(_ shape: DocumentPicture.Shape) {
        switch shape {
        case .across(let y, let from, let to, let tone):
            element(
                .path,
                .d(.across(y: y, from: from, to: to)),
                .stroke(tone.colour),
                .strokeWidth(2),
                .fill("none")
            )
        case .down(let x, let from, let to, let tone):
            element(
                .path,
                .d(.down(x: x, from: from, to: to)),
                .stroke(tone.colour),
                .strokeWidth(2),
                .fill("none")
            )
        case .box(let x, let y, let width, let height, let tone):
            element(.rect, .x(x), .y(y), .width(width), .height(height), .fill(tone.colour))
        case .dot(let x, let y, let radius, let tone):
            element(.circle, .centreX(x), .centreY(y), .radius(radius), .fill(tone.colour))
        case .words(let words, let x, let y, let anchor, let isStrong):
            element(
                .text,
                .x(x),
                .y(y),
                .textAnchor(anchor.name),
                .fill(DocumentPicture.Tone.ink.colour),
                isStrong ? .fontBold : nil,
                text: words
            )
        }
    }
}

extension DocumentPicture.Anchor {
    fileprivate var name: StaticString {
        switch self {
        case .start: "start"
        case .middle: "middle"
        case .end: "end"
        }
    }
}

extension DocumentPicture.Tone {
    fileprivate var colour: StaticString {
        switch self {
        case .ink: "#0b0c0c"
        case .soft: "#505a5f"
        case .pale: "#d5d9dc"
        case .brand: "#123f4a"
        case .late: "#8a1c10"
        case .done: "#1f4a27"
        }
    }
}
