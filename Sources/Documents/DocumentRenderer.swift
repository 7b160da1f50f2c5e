import Foundation
package import Pages
import Programs
import Views

/// Makes Word files with pandoc and PDFs with WeasyPrint, each in a process of its own.
///
/// They get HTML through a pipe and answer through one; nothing of a case is written to a disk.
package struct DocumentRenderer: DocumentRendering {
    /// Of HTML, its pictures left out: some 600 pages.
    package static let mostBytes = 2 << 20
    package static let mostPages = 500
    package static let mostSeconds = 120
    private static let mostOutput = 64 << 20

    private let texts: String
    private let seconds: Int

    /// A renderer whose style, template and driver lie beside the texts of the program, as they ship.
    package init(texts: String, seconds: Int = DocumentRenderer.mostSeconds) {
        self.texts = texts
        self.seconds = seconds
    }

    private var pandoc: ConfinedProgram { program("pandoc", memory: 2 << 30) }
    private var python: ConfinedProgram { program("python3", memory: 2 << 30) }
    private var drawing: ConfinedProgram { program("rsvg-convert", memory: 1 << 30) }
    private var driver: String { "\(texts)/python/write_pdf.py" }
    private var packages: String { "\(texts)/.python" }
    private var template: String { "\(texts)/documents/reference.docx" }

    private func program(_ name: String, memory: Int) -> ConfinedProgram {
        ConfinedProgram(
            name,
            limits: ConfinedProgram.Limits(
                seconds: seconds,
                processorSeconds: seconds,
                memory: memory,
                output: Self.mostOutput
            )
        )
    }

    package func isInstalled(_ tool: DocumentTool) -> Bool {
        let files = FileManager.default
        return switch tool {
        case .pandoc: pandoc.isInstalled && files.isReadableFile(atPath: template)
        case .pictures: drawing.isInstalled
        case .weasyPrint:
            python.isInstalled && files.isReadableFile(atPath: driver)
                && files.isReadableFile(atPath: "\(packages)/weasyprint/__init__.py")
        }
    }

    package func render(
        _ document: PrintedDocument,
        as kind: DocumentKind
    ) async throws(DocumentFailure) -> [UInt8] {
        guard documentHTML(document, pictures: .dots([])).count <= Self.mostBytes else {
            throw .tooLarge(most: Self.mostBytes)
        }
        switch kind {
        case .docx:
            // Asked first, so that what is missing is named before pictures are made.
            guard isInstalled(.pandoc) else { throw .missing(.pandoc) }
            let made = try await docx(
                documentHTML(document, pictures: .dots(try await dots(of: document)))
            )
            return try finishedDOCX(made, of: document)
        case .pdf: return try await pdf(documentHTML(document, pictures: .embedded))
        }
    }

    /// A Word file of some HTML, as pandoc makes it.
    func docx(_ html: [UInt8]) async throws(DocumentFailure) -> [UInt8] {
        let sound = try checked(html, for: .pandoc)
        let ending = await pandoc.run(
            [
                "+RTS", "-M512m", "-RTS", "--from=html", "--to=docx",
                "--shift-heading-level-by=-1", "--reference-doc=\(template)", "--output=-",
            ],
            on: sound
        )
        return try answer(ending, of: .pandoc)
    }

    /// A PDF of some HTML.
    func pdf(_ html: [UInt8]) async throws(DocumentFailure) -> [UInt8] {
        let sound = try checked(html, for: .weasyPrint)
        let ending = await python.run(
            [
                "-I", "-B", driver, packages, "\(texts)/documents/print.css",
                "\(Self.mostPages)",
            ],
            on: sound
        )
        return try answer(ending, of: .weasyPrint)
    }

    private func checked(
        _ html: [UInt8],
        for tool: DocumentTool
    ) throws(DocumentFailure) -> [UInt8] {
        if let foreign = foreignPart(of: html) { throw .foreign(foreign.words) }
        guard isInstalled(tool) else { throw .missing(tool) }
        return html
    }

    /// The figures as dots, two to a pixel: a word processor shows no drawing.
    private func dots(of document: PrintedDocument) async throws(DocumentFailure) -> [[UInt8]] {
        var all: [[UInt8]] = []
        for figure in document.figures {
            let ending = await drawing.run(["--format=png", "--zoom=2"], on: figureSVG(figure))
            all.append(try answer(ending, of: .pictures))
        }
        return all
    }

    private func answer(
        _ ending: ConfinedProgram.Ending,
        of tool: DocumentTool
    ) throws(DocumentFailure) -> [UInt8] {
        switch ending {
        case .byItself(0, let output): return output
        // The codes of python/write_pdf.py; pandoc ends with 251 where its memory is up.
        case .byItself(3, _) where tool == .weasyPrint: throw .missing(.weasyPrint)
        case .byItself(4, _) where tool == .weasyPrint: throw .tooManyPages(most: Self.mostPages)
        case .byItself(5, _) where tool == .weasyPrint: throw .tooMuch
        case .byItself(251, _) where tool == .pandoc: throw .tooMuch
        case .byItself: throw .failed(tool)
        case .late: throw .tooSlow(most: seconds)
        case .tooMuch: throw .tooMuch
        case .broken: throw .failed(tool)
        case .notHere: throw .missing(tool)
        }
    }
}
