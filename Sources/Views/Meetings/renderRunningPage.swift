import HTML
package import Pages

/// The page by which a meeting is run: one item at a time, large, with who is there beside it.
///
/// Everything on it is one form, so that no button loses what was typed without a script.
package func render(_ page: RunningPage, in frame: Frame) -> [UInt8] {
    layout(
        title: page.form.errors.isEmpty
            ? "\(page.item) - \(page.title)" : "Error: \(page.item) - \(page.title)",
        at: .within(.cases),
        in: frame,
        crumbs: page.crumbs,
        capacity: 65_536,
        scripts: page.form.draft == nil ? [] : [.drafts]
    ) { html in
        html.errorSummary(page.form.errors, dates: [page.actionBy])
        html.element(.div, .class("running")) { html in
            html.runningHead(page)
            for banner in page.banners { html.banner(banner) }
            html.runningItems(page.items)
            html.runningForm(page)
            html.element(.h2, text: "To look up")
            for material in page.material { html.material(material) }
            html.links(page.links)
        }
    }
}

extension HTML {
    fileprivate mutating func runningHead(_ page: RunningPage) {
        element(.p, .class("over"), text: page.over)
        element(.h1, text: page.title)
        element(.p, .class("lead")) { html in
            html.tag(page.tag)
            html.text(" \(page.status)")
        }
        if let quorum = page.quorum {
            element(
                .p,
                quorum.isMet ? .class("quorum quorum-met") : .class("quorum"),
                .role("status"),
                text: quorum.words
            )
        }
    }

    fileprivate mutating func runningItems(_ items: [RunningPage.Item]) {
        element(.nav, .class("items"), .ariaLabel("Agenda")) { html in
            html.element(.ol) { html in
                for item in items {
                    html.element(.li) { html in
                        html.element(
                            .a,
                            .href(item.address),
                            item.isCurrent ? .ariaCurrentPage : nil
                        ) { html in
                            html.text(item.title)
                            if item.isWritten {
                                html.element(.span, .class("soft"), text: " (written)")
                            }
                        }
                    }
                }
            }
        }
    }

    fileprivate mutating func runningForm(_ page: RunningPage) {
        element(
            .form,
            .class("form meeting"),
            .action(page.form.action),
            .method(.post),
            page.form.draft.map { .dataDraft($0.address) },
            page.form.draft.map { .dataDraftToken($0.token) }
        ) { html in
            html.secrets(page.form.token, page.form.hidden)
            html.element(.div) { html in
                html.element(.h2, .class("item"), text: page.item)
                if !page.clauses.isEmpty {
                    html.element(.p, .class("soft"), text: page.clauses)
                }
                if let leaving = page.leaving { html.leaving(leaving) }
                html.said(page)
                html.points(page)
            }
            html.attendance(page)
        }
    }

    private mutating func leaving(_ names: String) {
        element(.section, .class("banner banner-today"), .ariaLabelledBy("leaving")) { html in
            html.element(.h3, .id("leaving"), text: "Before this item they leave: \(names)")
            html.tap("left-all", "They have left now")
        }
    }

    private mutating func said(_ page: RunningPage) {
        for case .area(let field) in page.form.fields { textArea(field, rows: 10) }
        if let draft = page.form.draft {
            element(.p, .class("draft"), .role("status"), .dataDraftStatus, text: draft.says)
        }
        wrapped(page.line) { html in html.box(page.line, .class("full")) }
        element(.div, .class("acts")) { html in
            html.element(.button, .type("submit"), text: page.form.button)
            html.element(
                .button,
                .class("as-link"),
                .type("submit"),
                .name("next"),
                .value("yes"),
                text: "Save, and on to the next item"
            )
        }
    }

    private mutating func points(_ page: RunningPage) {
        element(.h3, text: "Decisions and actions")
        if !page.points.isEmpty {
            element(.ul) { html in
                for point in page.points { html.element(.li, text: point) }
            }
        }
        textArea(page.decision, rows: 2)
        textArea(page.action, rows: 2)
        wrapped(page.actionWho) { html in html.box(page.actionWho, .class("full")) }
        dateInput(page.actionBy, errors: page.form.errors)
        element(.div, .class("acts")) { html in
            html.element(.button, .type("submit"), text: "Save and note these")
        }
    }

    private mutating func box(_ field: TextField, _ names: Attribute) {
        element(
            .input,
            names,
            .id(field.id),
            .name(field.id),
            .type("text"),
            .noAutocomplete,
            .value(field.value),
            field.fault.map { _ in .ariaInvalid },
            field.described
        )
    }

    private mutating func tap(_ value: String, _ words: String, about: String = "") {
        element(.button, .class("tap"), .type("submit"), .name("tap"), .value(value)) { html in
            html.text(words)
            if !about.isEmpty { html.element(.span, .class("unseen"), text: " \(about)") }
        }
    }

    fileprivate mutating func attendance(_ page: RunningPage) {
        element(.section, .class("there"), .ariaLabelledBy("there")) { html in
            html.element(.h2, .id("there"), text: "Who is here")
            if !page.hasBegun, !page.isOver { html.tap("begin", "The meeting begins now") }
            html.wrapped(page.at) { html in html.box(page.at, .class("short")) }
            html.element(.ul) { html in
                for person in page.attendance { html.present(person) }
            }
        }
    }

    private mutating func present(_ person: RunningPage.Present) {
        element(.li, person.isThere ? .class("is-there") : nil) { html in
            html.element(.div) { html in
                html.element(.strong, text: person.name)
                html.element(.span, .class("soft"), text: person.role)
                if !person.words.isEmpty { html.element(.span, text: person.words) }
            }
            if let tap = person.tap { html.tap(tap.value, tap.words, about: person.name) }
        }
    }

    fileprivate mutating func material(_ material: RunningPage.Material) {
        element(.details, .class("material"), material.isOpen ? .open : nil) { html in
            html.element(.summary, text: material.title)
            for line in material.lines { html.element(.p, text: line) }
            html.facts(material.facts)
            for part in material.parts {
                html.element(.h3, text: part.title)
                html.facts(part.facts)
            }
            html.links(material.links)
        }
    }
}
