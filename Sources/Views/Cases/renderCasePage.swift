import HTML
package import Pages

/// The page of a case.
package func render(_ page: CasePage, in frame: Frame) -> [UInt8] {
    casePage(page.head, page.head.title, in: frame, capacity: 131_072) { html in
        html.banner(page.safety)
        html.findings(page.findings)
        if !page.summary.isEmpty { html.element(.p, .class("lead"), text: page.summary) }
        html.element(.div, .class("beside")) { html in
            html.element(.div) { html in
                html.next(page.next)
                html.acts(page.acts)
            }
            html.element(.section, .ariaLabelledBy("about")) { html in
                html.element(.h2, .id("about"), text: "About")
                html.facts(page.children, names: "facts")
                html.element(.h2, text: "People on this case")
                html.facts(page.people, names: "facts")
            }
        }
        if let picture = page.timeline {
            html.element(.h2, .id("picture"), text: "Planned and done")
            html.timeline(picture, labelledBy: "picture")
        }
        html.element(.div, .class("halves parted")) { html in
            html.element(.section, .ariaLabelledBy("steps")) { html in
                html.element(.h2, .id("steps"), text: "Steps")
                for group in page.groups { html.tasks(group) }
            }
            html.element(.div) { html in
                html.recordedDates(page.dates, heading: "Dates recorded")
                html.answers(page.answers)
                html.recentLog(page)
            }
        }
    }
}

/// A page of a case: its title, counter, tabs and what must be seen first.
func casePage(
    _ head: CaseHead,
    _ title: String,
    in frame: Frame,
    capacity: Int = 32_768,
    errors: [FormError] = [],
    dates: [DateField] = [],
    content: (inout HTML) -> Void
) -> [UInt8] {
    layout(
        title: errors.isEmpty ? title : "Error: \(title)",
        at: .within(.cases),
        in: frame,
        crumbs: head.crumbs,
        capacity: capacity
    ) { html in
        html.errorSummary(errors, dates: dates)
        html.element(.div, .class("title")) { html in
            html.element(.div) { html in
                html.element(.p, .class("over"), text: head.over)
                html.element(.h1, text: title)
            }
            if let counter = head.counter { html.counter(counter) }
        }
        html.element(.nav, .class("tabs"), .ariaLabel(head.title)) { html in
            html.element(.ul) { html in
                for tab in head.tabs {
                    html.element(.li) { html in
                        html.element(
                            .a,
                            .href(tab.address),
                            tab.isCurrent ? .ariaCurrentPage : nil,
                            text: tab.name
                        )
                    }
                }
            }
        }
        for banner in head.banners { html.banner(banner) }
        content(&html)
    }
}

extension HTML {
    fileprivate mutating func next(_ rows: [WorkRow]) {
        element(.h2, .id("next"), text: "Who does what next")
        if rows.isEmpty {
            element(.p, text: "Nothing waits to be done.")
            return
        }
        element(.ol, .class("next")) { html in
            for row in rows {
                html.element(.li) { html in
                    html.element(.span) { html in
                        html.tag(row.standing)
                    }
                    html.element(.span) { html in
                        html.element(.a, .href(row.address), text: row.does)
                        html.element(.span, .class("note")) { html in
                            html.dueNote(row)
                            html.text(". ")
                            html.text(row.who)
                        }
                        html.why(row)
                    }
                }
            }
        }
    }

    /// `Tue 6 Jan 2026, 1 working day left`.
    mutating func dueNote(_ row: WorkRow) {
        if let due = row.due {
            day(due)
            if !row.note.isEmpty { text(", ") }
        }
        text(row.note)
    }

    /// The reason of a day, to be opened.
    mutating func why(_ row: WorkRow) {
        element(.details, .class("why")) { html in
            html.element(.summary) { html in
                html.text(row.explanation.question)
                html.element(.span, .class("unseen"), text: " \(row.does)")
            }
            html.element(.div, .class("why-body")) { html in
                html.element(.p) { $0.element(.strong, text: row.explanation.lead) }
                html.facts(row.explanation.facts, names: "facts facts-wide small")
            }
        }
    }

    fileprivate mutating func acts(_ acts: [WordedLink]) {
        guard !acts.isEmpty else { return }
        element(.h2, .class("off-paper"), text: "Record something")
        links(acts)
    }

    fileprivate mutating func tasks(_ group: TaskGroup) {
        element(.details, .class("extra"), group.isPressing ? .open : nil) { html in
            html.element(.summary, text: "\(group.heading): \(group.finished)")
            html.element(.ul, .class("tasks")) { html in
                for row in group.rows {
                    html.element(.li) { html in
                        html.element(.span) { html in
                            html.element(.a, .href(row.address), text: row.does)
                            if !row.note.isEmpty {
                                html.element(.span, .class("note"), text: row.note)
                            }
                        }
                        html.tag(row.standing)
                    }
                }
            }
        }
    }

    mutating func recordedDates(_ dates: [RecordedDate], heading: String) {
        element(.h2, text: heading)
        if dates.isEmpty {
            element(.p, text: "None yet.")
            return
        }
        element(.ul, .class("tasks")) { html in
            for date in dates {
                html.element(.li) { html in
                    html.element(.span) { html in
                        html.text("\(date.label): \(date.when)")
                        html.element(.span, .class("note"), text: date.recorded)
                    }
                    if let address = date.correct {
                        html.element(.a, .href(address)) { html in
                            html.text("Correct")
                            html.element(.span, .class("unseen"), text: " \(date.label)")
                        }
                    }
                }
            }
        }
    }

    fileprivate mutating func answers(_ answers: [(term: String, text: String)]) {
        guard !answers.isEmpty else { return }
        element(.h2, text: "Answers recorded")
        facts(answers, names: "facts")
    }

    fileprivate mutating func recentLog(_ page: CasePage) {
        guard let link = page.logLink else { return }
        element(.h2, .id("log"), text: "Recent log")
        log(page.log, correctBase: nil)
        element(.p) { $0.element(.a, .href(link.address), text: link.words) }
    }

    /// Entries of a log, in the order given.
    mutating func log(_ lines: [LogLine], correctBase: String?) {
        element(.ol, .class("log")) { html in
            for line in lines {
                html.element(.li, .id("entry-\(line.version)")) { html in
                    html.element(
                        .time,
                        .datetime(line.day.iso),
                        text: "\(line.day.words), \(line.time)"
                    )
                    html.element(.p, text: "\(line.who) \(line.text)")
                    if !line.quoted.isEmpty {
                        html.element(.p, .class("quoted"), text: line.quoted)
                    }
                    if let correctBase, let entry = line.entry {
                        html.element(.p, .class("small off-paper")) { html in
                            html.element(.a, .href("\(correctBase)/\(entry)")) { html in
                                html.text("Correct this entry")
                                html.element(
                                    .span,
                                    .class("unseen"),
                                    text: " of \(line.day.words), \(line.time)"
                                )
                            }
                        }
                    }
                }
            }
        }
    }
}
