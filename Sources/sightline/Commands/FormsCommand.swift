import ArgumentParser
import Pages
import ProcedureLanguage
import Procedures

/// The forms: checked, listed, shown as they ask.
struct FormsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "Check form files, and list and show the forms.",
        subcommands: [Check.self, List.self, Show.self]
    )

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check form files: every fault with its line and a caret."
        )

        @Argument(help: "Form files.", completion: .file(extensions: ["yaml"]))
        var files: [String]

        func run() throws {
            var isFaulty = false
            for file in files {
                let text: String
                do {
                    text = try ProcedureLibrary.text(of: file)
                } catch {
                    for report in error.reports { Console.complain(report) }
                    throw Ending.badData
                }
                let (form, diagnostics) = readForm(text)
                let source = DiagnosedText(file: file, text: text)
                for diagnostic in diagnostics { Console.complain(source.rendered(diagnostic)) }
                if form == nil { isFaulty = true } else { Console.say("\(file): can be used") }
            }
            if isFaulty { throw Ending.findings }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the forms that ship.")

        @OptionGroup var texts: TextsOption

        func run() throws {
            for form in try texts.forms() {
                Console.say("\(form.id)  \(form.title), edition \(form.edition)")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what a form asks, part by part."
        )

        @Argument(help: "The form, by id.")
        var form: String

        @OptionGroup var texts: TextsOption

        func run() throws {
            let forms = try texts.forms()
            guard let form = forms.first(where: { $0.id == form }) else {
                let near = nearest(to: form, in: forms.map(\.id)).map { " did you mean '\($0)'?" }
                Console.complain(
                    "error: unknown form '\(form)';\(near ?? "") the forms are \(forms.map(\.id).joined(separator: ", "))"
                )
                throw Ending.usage
            }
            Console.say("\(form.title), edition \(form.edition)")
            for section in form.sections {
                Console.say("\n\(section.title)")
                for question in section.questions {
                    Console.say(
                        "  \(question.id): \(question.asks)\(question.isNeeded ? " (needed)" : "")"
                    )
                }
            }
        }
    }
}

extension TextsOption {
    /// Every form of the folder, or a complaint with all that is wrong with them.
    func forms() throws -> [FormDefinition] {
        try read { try ProcedureLibrary.forms($0) }
    }

    func letters() throws -> [LetterDefinition] {
        try read { try ProcedureLibrary.letters($0) }
    }

    private func read<Value>(_ body: (Folders) throws -> Value) throws -> Value {
        do {
            return try body(try folders())
        } catch let error as ProcedureLibrary.Unreadable {
            for report in error.reports { Console.complain(report) }
            throw Ending.badData
        }
    }
}
