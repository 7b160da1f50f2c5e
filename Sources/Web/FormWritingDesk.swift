import CaseFiles
import CaseStores
import Credentials
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Procedures
import Views
import WorkingDays

/// Whoever writes a form part by part: somebody signed in, or somebody at an agency who came by a link.
struct Writer: Sendable {
    let asking: Asking
    let frame: Frame
    let store: any CaseStore
    /// Of whoever saved a part.
    let name: @Sendable (PersonID) -> String
    /// What a form carries for an address.
    let formToken: @Sendable (String) -> String

    var today: Day { asking.today }
}

extension Guest {
    var writer: Writer {
        let (visit, partnership) = (visit, inside.partnership)
        return Writer(
            asking: asking,
            frame: frame,
            store: office.store,
            name: { partnership.name(of: $0) },
            formToken: { visit.formToken($0) }
        )
    }
}

/// A form that is written part by part, for one who may write it: its pages, and saving while it is typed.
struct FormWritingDesk {
    let writer: Writer
    let form: FormDefinition
    let place: DraftDesk.Place
    /// Answers that are known from elsewhere.
    let known: FormAnswers
    let standpoint: Standpoint
    let over: String
    /// What is said first, and loudly, on its first page.
    let warning: Banner?
    let crumbs: [Crumb]
    /// Where the whole document is seen.
    let overview: String
    /// The address of a page of it, and of what saves that page.
    let address: @Sendable (_ part: String, _ section: String) -> String
    /// What a report adds to the pages of its sections.
    var report: ReportSections?

    private var drafts: DraftDesk { DraftDesk(store: writer.store) }

    func writing() async throws -> FormWriting {
        let kept = try await drafts.parts(of: place, sections: form.sections.map(\.id))
        return FormWriting(
            form: form,
            parts: kept.mapValues { part in
                FormWriting.Part(
                    version: part.version,
                    answers: part.answers,
                    saved: (by: writer.name(part.by), when: DayWording.when(part.at))
                )
            },
            known: known,
            today: writer.today
        )
    }

    // Pages

    /// The page of one part, or of all.
    func ask(_ page: String, from material: String? = nil) async throws -> Response {
        let writing = try await writing()
        guard !writing.sections(of: page).isEmpty else { throw Detour.nothingHere }
        return try await respond(page, writing, writing.filler(page), from: material)
    }

    /// Saves what was sent, whatever is wrong with it, and goes on where nothing is.
    func take(_ page: String, _ posted: Posted) async throws -> Response {
        let before = try await writing()
        guard !before.sections(of: page).isEmpty else { throw Detour.nothingHere }
        let saved = try await save(page, posted, before)
        let writing = try await writing()
        if !saved.conflicts.isEmpty {
            return try await respond(
                page,
                writing,
                writing.filler(page, sent: posted.items),
                from: posted.value("from"),
                versions: saved.versions,
                banner: banner(saved.conflicts, writing, posted),
                conflict: saved.conflicts.first.map { ($0.part, posted) },
                status: .conflict
            )
        }
        if let report, try await report.take(page, posted, place) {
            let from = posted.value("from")
            return seeOther(
                address("parts", page) + (from.isEmpty ? "" : "?from=\(Link.encoded(from))")
            )
        }
        if !posted.value("again").isEmpty {
            return seeOther(writing.page(before: page).map { address("parts", $0) } ?? overview)
        }
        let filler = writing.filler(page, sent: posted.items)
        // What an answer has opened is asked before anything is said to be wrong with it.
        guard filler.errors.isEmpty else {
            return try await respond(
                page,
                writing,
                filler,
                from: posted.value("from"),
                versions: saved.versions,
                status: .unprocessableContent
            )
        }
        return seeOther(writing.page(after: page).map { address("parts", $0) } ?? overview)
    }

    // Saving

    private struct Saved {
        var versions: [String: Int] = [:]
        var conflicts: [(section: FormSection, part: DraftDesk.Part)] = []
    }

    private func save(
        _ page: String,
        _ posted: Posted,
        _ writing: FormWriting
    ) async throws(DeskError) -> Saved {
        var saved = Saved()
        for section in writing.sections(of: page) {
            let outcome = try await drafts.save(
                writing.answers(of: section, in: posted.items),
                as: section.id,
                of: place,
                over: Int(posted.value("version-\(section.id)")) ?? 0,
                for: writer.asking
            )
            switch outcome {
            case .saved(let version): saved.versions[section.id] = version
            case .overtaken(let part):
                saved.versions[section.id] = part.version
                saved.conflicts.append((section, part))
            }
        }
        return saved
    }

    private struct SavedAnswer: Encodable {
        let at: String
        let versions: [String: Int]
    }

    private struct ConflictAnswer: Encodable {
        let by: String
        let versions: [String: Int]
    }

    private struct TokenAnswer: Encodable {
        let token: String
    }

    /// Saves while it is typed.
    func autosave(_ page: String, _ posted: Posted) async throws -> Response {
        let writing = try await writing()
        guard !writing.sections(of: page).isEmpty else { throw Detour.nothingHere }
        let saved = try await save(page, posted, writing)
        if let conflict = saved.conflicts.first {
            // Of the parts that were saved the page learns the versions all the same, and of the others it does not.
            let others = saved.versions.filter { version in
                !saved.conflicts.contains { $0.section.id == version.key }
            }
            return json(
                ConflictAnswer(by: writer.name(conflict.part.by), versions: others),
                status: .conflict
            )
        }
        let at = DayWording.words(writer.asking.time.localTime.minute)
        return json(SavedAnswer(at: at, versions: saved.versions))
    }

    /// The tokens of a page that was made before its reader signed in again.
    func tokens(_ page: String) -> Response {
        var response = json(TokenAnswer(token: writer.formToken(address("drafts", page))))
        if let name = HTTPField.Name("X-Form-Token") {
            response.headers[name] = writer.formToken(address("parts", page))
        }
        return response
    }

    private func json(_ answer: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
        guard let data = try? JSONEncoder().encode(answer) else {
            preconditionFailure("a plain answer can be written")
        }
        return Response(
            status: status,
            headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: Array(data)))
        )
    }

    // What is shown

    private func respond(
        _ page: String,
        _ writing: FormWriting,
        _ filler: FormFiller,
        from material: String? = nil,
        versions: [String: Int] = [:],
        banner: Banner? = nil,
        conflict: (theirs: DraftDesk.Part, mine: Posted)? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let sections = writing.sections(of: page)
        let isWhole = page == FormWriting.whole
        let place = writing.sections.firstIndex { $0.id == page } ?? 0
        let draft = address("drafts", page)
        let shown = FormPage(
            title: isWhole ? form.title : sections.first?.title ?? form.title,
            over: isWhole ? over : "\(over): part \(place + 1) of \(writing.sections.count)",
            crumbs: crumbs,
            lead: (place == 0 || isWhole ? form.says : []) + sections.flatMap(\.says)
                + takenOver(sections, writing),
            banner: banner ?? (place == 0 || isWhole ? warning : nil),
            form: Form(
                action: address("parts", page),
                token: writer.formToken(address("parts", page)),
                hidden: sections.map { section in
                    (
                        name: "version-\(section.id)",
                        value: "\(versions[section.id] ?? writing.parts[section.id]?.version ?? 0)"
                    )
                } + (material.map { [(name: "from", value: $0)] } ?? []),
                fields: filler.fields,
                errors: filler.errors,
                button: isWhole ? "Save" : "Save and go on",
                back: place > 0 && !isWhole ? "Save and go back" : nil,
                // What others wrote is put together by people: nothing is saved over it before they press the button.
                draft: banner != nil
                    ? nil
                    : FormDraft(
                        address: draft,
                        token: writer.formToken(draft),
                        says: says(sections, writing)
                    )
            )
        )
        if let report, !isWhole {
            let dressed = try await report.page(
                shown,
                of: page,
                writing,
                self.place,
                from: material,
                theirs: conflict.map { theirs(page, $0.theirs, $0.mine) }
            )
            return pageResponse(render(dressed, in: writer.frame), status: status)
        }
        return pageResponse(render(shown, at: standpoint, in: writer.frame), status: status)
    }

    /// What somebody else saved of a section of a report, beside what was typed.
    private func theirs(
        _ page: String,
        _ theirs: DraftDesk.Part,
        _ mine: Posted
    ) -> ReportSectionPage.Theirs {
        let question = ReportWriting.question(page)
        return CaseReader.theirs(
            theirs.answers.text(of: question) ?? "",
            by: writer.name(theirs.by),
            at: DayWording.when(theirs.at),
            mine: FormAnswers(asGiven: mine.items).text(of: question) ?? ""
        )
    }

    private func says(_ sections: [FormSection], _ writing: FormWriting) -> String {
        let saved = sections.compactMap { writing.parts[$0.id]?.saved }.last
        let rule =
            "What you type is saved every few seconds where your browser lets it, and always when you press the button."
        return saved.map { "Saved by \($0.by), \($0.when). \(rule)" } ?? rule
    }

    private func takenOver(_ sections: [FormSection], _ writing: FormWriting) -> [String] {
        let isTakenOver = sections.contains { section in
            writing.parts[section.id] == nil
                && !writing.answers(of: section, in: writing.known.sent).items.isEmpty
        }
        return isTakenOver
            ? [
                "Some answers are taken over from what was sent before. Check them: they are yours once you save."
            ]
            : []
    }

    private func banner(
        _ conflicts: [(section: FormSection, part: DraftDesk.Part)],
        _ writing: FormWriting,
        _ posted: Posted
    ) -> Banner {
        let names = Set(conflicts.map { writer.name($0.part.by) }).sorted()
        return Banner(
            kind: .late,
            heading: "\(DayWording.list(names)) changed this meanwhile",
            lines: ["What you typed is below, and is not saved yet where it differs."]
                + conflicts.flatMap { conflict in
                    // Of a report both texts stand on the page.
                    report != nil
                        ? []
                        : ["\(conflict.section.title), saved \(DayWording.when(conflict.part.at)):"]
                            + writing.differences(
                                in: conflict.section,
                                theirs: conflict.part.answers,
                                mine: writing.answers(of: conflict.section, in: posted.items)
                            )
                }
                + ["Bring both together below, and save again."]
        )
    }
}

extension FormWriting {
    /// What is put forward if it is put forward now.
    var words: PaperWords {
        let (answers, reading) = (answers, reading)
        return PaperWords(
            form: form.id,
            answers: answers,
            parts: reading,
            digest: digest(of: answers, reading: reading)
        )
    }
}

/// What somebody typed into a form that she may not write, or no longer: shown once more, so that it is not lost.
func unwritablePage(_ posted: Posted, _ frame: Frame, status: HTTPResponse.Status) -> Response {
    let typed = posted.items.filter { item in
        !Posted.own.contains(item.name) && !item.name.hasPrefix("version-")
            && !item.value.allSatisfy(\.isWhitespace)
    }
    let page = PaperPage(
        title: "This can be written no longer",
        lead: [
            "It was sent, submitted or handed on meanwhile, or you write it no longer. Nothing was saved. What you typed is below, to be copied."
        ],
        sections: typed.isEmpty
            ? []
            : [
                PaperPage.Section(
                    title: "What you typed",
                    facts: typed.map { PaperPage.Fact($0.name, $0.value, isCopied: true) }
                )
            ]
    )
    return pageResponse(render(page, at: .elsewhere, in: frame), status: status)
}
