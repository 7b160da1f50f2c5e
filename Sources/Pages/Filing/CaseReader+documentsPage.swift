import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseReader {
    /// Every document of the case by its folder: each version, by whom and when.
    package func documentsPage() -> CaseDocumentsPage {
        let begun = writtenPapers.filter { file.paper($0) != nil }
        let notBegun = writtenPapers.filter { file.paper($0) == nil }
        return CaseDocumentsPage(
            head: head("documents"),
            folders: folders,
            hidden: file.documentsHidden(from: person).count,
            papers: begun.map { paper in
                PaperPage.Section(
                    title: paperName(paper),
                    tag: tag(file.paper(paper)),
                    links: [open(paper)]
                )
            },
            notBegun: notBegun.map { open($0) },
            acts: (may(.fileDocument)
                ? [WordedLink(words: "File a document", address: link(.filings))] : [])
                + (may(.export)
                    ? [WordedLink(words: "Save the whole case (ZIP)", address: link("bundle"))]
                    : [])
        )
    }

    private func open(_ paper: String) -> WordedLink {
        WordedLink(words: "Open: \(paperName(paper))", address: paperLink(paper))
    }

    private var folders: [CaseDocumentsPage.Folder] {
        let seen = filing.things.filter { sees($0.kind) }
        var order: [Reference<Folder>?] = [nil]
        for number in procedure.folders.indices { order.append(Reference(number)) }
        return order.compactMap { folder in
            let things = seen.filter { $0.folder == folder }
            guard let first = things.first else { return nil }
            return CaseDocumentsPage.Folder(
                name: first.folders.last ?? "",
                note: note(on: folder, at: first.folders),
                rows: things.map { row($0) }
            )
        }
    }

    private func note(on folder: Reference<Folder>?, at path: [String]) -> String {
        if let folder, procedure.folders[folder].isOutside {
            return "Kept in another system. A file that is here all the same is kept here, too."
        }
        return path.count > 1 ? "In \(path.dropLast().joined(separator: ", in "))" : ""
    }

    private func row(_ thing: FiledThing) -> CaseDocumentsPage.Row {
        let document = document(of: thing.kind)
        let isFiled =
            if case .document = thing.kind { true } else { false }
        return CaseDocumentsPage.Row(
            title: thing.title,
            kind: procedure.papers.first { $0.id == document?.paper }?.name ?? "",
            version: thing.version.map { "Version \($0)" } ?? "",
            name: thing.address.map { WordedLink(words: thing.file, address: $0) },
            place: document?.whereItLies ?? "",
            file: document?.file.map { file in
                CaseDocumentsPage.File(
                    sentAs: file.name,
                    size: FileWording.size(file.bytes),
                    sha256: file.sha256
                )
            },
            who: thing.who,
            when: thing.when,
            audience: document?.audience.map { DayWording.list($0.map { name($0) }) }
                ?? audience(of: thing.kind),
            link: isFiled && may(.narrowDocument)
                ? document.map {
                    WordedLink(
                        words: "Say who may see it",
                        address: link(.audiences, "\($0.document)")
                    )
                } : nil
        )
    }

    private func document(of kind: FiledThing.Kind) -> CaseDocument? {
        switch kind {
        case .document(let id): file.documents.first { $0.document == id }
        case .answerFile(let id), .reply(let id): file.fileOfRequest(id)?.document
        default: nil
        }
    }

    private func audience(of kind: FiledThing.Kind) -> String {
        switch kind {
        case .document, .agenda: "Everyone on the case"
        case .pack(let entry):
            packs.first { $0.entry == entry }.map {
                DayWording.list($0.people.map { name($0) })
            } ?? ""
        case .answer, .answerFile, .reply, .packNow: "Whoever reads what agencies answered"
        case .minutes, .minutesBegun: "Whoever reads minutes"
        case .log: "Whoever reads the log"
        case .chronology: "Whoever reads a pack"
        case .version(let paper, _):
            isReport(paper) ? "Whoever reads reports" : "Everyone on the case"
        }
    }
}
