/// An element that holds content.
package struct Tag: Sendable {
    let opening: StaticString
    let closing: StaticString

    // Blocks end their line, where white space is not shown: pages can be read and compared.
    package static var html: Tag { Tag(opening: "<html", closing: "</html>\n") }
    /// A file of scripts, and nothing else: it has no content.
    package static var script: Tag { Tag(opening: "<script", closing: "</script>\n") }
    package static var head: Tag { Tag(opening: "<head", closing: "</head>\n") }
    package static var title: Tag { Tag(opening: "<title", closing: "</title>\n") }
    package static var body: Tag { Tag(opening: "<body", closing: "</body>\n") }

    package static var header: Tag { Tag(opening: "<header", closing: "</header>\n") }
    package static var nav: Tag { Tag(opening: "<nav", closing: "</nav>\n") }
    package static var main: Tag { Tag(opening: "<main", closing: "</main>\n") }
    package static var footer: Tag { Tag(opening: "<footer", closing: "</footer>\n") }
    package static var section: Tag { Tag(opening: "<section", closing: "</section>\n") }
    package static var div: Tag { Tag(opening: "<div", closing: "</div>\n") }

    package static var h1: Tag { Tag(opening: "<h1", closing: "</h1>\n") }
    package static var h2: Tag { Tag(opening: "<h2", closing: "</h2>\n") }
    package static var h3: Tag { Tag(opening: "<h3", closing: "</h3>\n") }
    package static var h4: Tag { Tag(opening: "<h4", closing: "</h4>\n") }
    package static var h5: Tag { Tag(opening: "<h5", closing: "</h5>\n") }
    package static var blockquote: Tag {
        Tag(opening: "<blockquote", closing: "</blockquote>\n")
    }
    package static var p: Tag { Tag(opening: "<p", closing: "</p>\n") }
    package static var ul: Tag { Tag(opening: "<ul", closing: "</ul>\n") }
    package static var ol: Tag { Tag(opening: "<ol", closing: "</ol>\n") }
    package static var li: Tag { Tag(opening: "<li", closing: "</li>\n") }
    package static var dl: Tag { Tag(opening: "<dl", closing: "</dl>\n") }
    package static var dt: Tag { Tag(opening: "<dt", closing: "</dt>") }
    package static var dd: Tag { Tag(opening: "<dd", closing: "</dd>\n") }
    package static var details: Tag { Tag(opening: "<details", closing: "</details>\n") }
    package static var summary: Tag { Tag(opening: "<summary", closing: "</summary>\n") }

    package static var a: Tag { Tag(opening: "<a", closing: "</a>") }
    package static var b: Tag { Tag(opening: "<b", closing: "</b>") }
    package static var span: Tag { Tag(opening: "<span", closing: "</span>") }
    package static var strong: Tag { Tag(opening: "<strong", closing: "</strong>") }
    package static var time: Tag { Tag(opening: "<time", closing: "</time>") }

    package static var table: Tag { Tag(opening: "<table", closing: "</table>\n") }
    package static var caption: Tag { Tag(opening: "<caption", closing: "</caption>\n") }
    package static var colgroup: Tag { Tag(opening: "<colgroup", closing: "</colgroup>\n") }
    package static var thead: Tag { Tag(opening: "<thead", closing: "</thead>\n") }
    package static var tbody: Tag { Tag(opening: "<tbody", closing: "</tbody>\n") }
    package static var tr: Tag { Tag(opening: "<tr", closing: "</tr>\n") }
    package static var th: Tag { Tag(opening: "<th", closing: "</th>\n") }
    package static var td: Tag { Tag(opening: "<td", closing: "</td>\n") }

    package static var form: Tag { Tag(opening: "<form", closing: "</form>\n") }
    package static var fieldset: Tag { Tag(opening: "<fieldset", closing: "</fieldset>\n") }
    package static var legend: Tag { Tag(opening: "<legend", closing: "</legend>\n") }
    package static var label: Tag { Tag(opening: "<label", closing: "</label>") }
    package static var select: Tag { Tag(opening: "<select", closing: "</select>\n") }
    package static var optgroup: Tag { Tag(opening: "<optgroup", closing: "</optgroup>\n") }
    package static var option: Tag { Tag(opening: "<option", closing: "</option>\n") }
    package static var textarea: Tag { Tag(opening: "<textarea", closing: "</textarea>\n") }
    package static var button: Tag { Tag(opening: "<button", closing: "</button>\n") }

    package static var svg: Tag { Tag(opening: "<svg", closing: "</svg>\n") }
    package static var desc: Tag { Tag(opening: "<desc", closing: "</desc>\n") }
    package static var group: Tag { Tag(opening: "<g", closing: "</g>\n") }
    package static var text: Tag { Tag(opening: "<text", closing: "</text>\n") }
    package static var tspan: Tag { Tag(opening: "<tspan", closing: "</tspan>") }
}

/// An element that never holds anything.
package struct VoidTag: Sendable {
    let opening: StaticString
    let closing: StaticString

    package static var br: VoidTag { VoidTag(opening: "<br", closing: ">") }
    package static var meta: VoidTag { VoidTag(opening: "<meta", closing: ">\n") }
    package static var link: VoidTag { VoidTag(opening: "<link", closing: ">\n") }
    package static var input: VoidTag { VoidTag(opening: "<input", closing: ">") }

    package static var col: VoidTag { VoidTag(opening: "<col", closing: ">") }
    package static var img: VoidTag { VoidTag(opening: "<img", closing: ">") }

    package static var path: VoidTag { VoidTag(opening: "<path", closing: "/>\n") }
    package static var rect: VoidTag { VoidTag(opening: "<rect", closing: "/>\n") }
    package static var circle: VoidTag { VoidTag(opening: "<circle", closing: "/>\n") }
}
