import Credentials
import Foundation

/// A passphrase, asked for without showing it, or read from standard input.
enum Passphrase {
    /// A new one, typed twice where a person types it.
    static func new() throws -> Password {
        let typed = try read("Passphrase for the file: ")
        if isatty(STDIN_FILENO) == 1, try read("The same again: ") != typed {
            Console.complain("error: the two are not the same; nothing was written")
            throw Ending.badData
        }
        do {
            return try PasswordRules.check(typed, email: "")
        } catch {
            Console.complain("error: \(words(error))")
            throw Ending.badData
        }
    }

    static func known() throws -> Password {
        Password(try read("Passphrase of the file: "))
    }

    /// Runs what seals or opens, and words what it refuses.
    static func sealing<Value>(
        _ body: () async throws(PassphraseSeal.Refusal) -> Value
    ) async throws -> Value {
        do {
            return try await body()
        } catch {
            Console.complain("error: \(words(error))")
            throw Ending.badData
        }
    }

    private static func read(_ prompt: String) throws -> String {
        let isTyped = isatty(STDIN_FILENO) == 1
        var before = termios()
        if isTyped {
            tcgetattr(STDIN_FILENO, &before)
            var silent = before
            silent.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
            try? FileHandle.standardError.write(contentsOf: Data(prompt.utf8))
        }
        let line = readLine()
        if isTyped {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            Console.complain("")
        }
        guard let line, !line.isEmpty else {
            Console.complain("error: no passphrase was given")
            throw Ending.badData
        }
        return line
    }

    private static func words(_ refusal: PasswordRefusal) -> String {
        switch refusal {
        case .tooShort(let count, let least):
            "the passphrase has \(count) characters and must have at least \(least)"
        case .tooLong(let count, let most):
            "the passphrase has \(count) characters and may have at most \(most)"
        case .tooCommon: "the passphrase is one that others use too; choose another"
        case .holdsEmail, .holdsProgramName:
            "the passphrase must not hold the program's own name"
        }
    }

    private static func words(_ refusal: PassphraseSeal.Refusal) -> String {
        switch refusal {
        case .wrongPassphrase: "that is not the passphrase of this file"
        case .damaged: "the file was changed or cut short since it was written"
        case .noMemory: "there is not enough memory to work the passphrase out"
        case .busy, .cancelled: "it could not be worked out now; try again"
        default: "the file is not one that 'sightline keys export' of this program wrote"
        }
    }
}
