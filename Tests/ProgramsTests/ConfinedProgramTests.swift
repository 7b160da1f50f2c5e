import Testing

@testable import Programs

private func program(
    _ name: String,
    seconds: Int = 20,
    output: Int = 1 << 20
) -> ConfinedProgram {
    ConfinedProgram(
        name,
        limits: ConfinedProgram.Limits(
            seconds: seconds,
            processorSeconds: 10,
            memory: 1 << 30,
            output: output
        )
    )
}

@Suite("Programs that are run with limits")
struct ConfinedProgramTests {
    @Test func `answer with what they write, and are given what they read`() async {
        let sent = [UInt8]((0..<200_000).map { UInt8($0 % 251) })
        #expect(await program("cat").run([], on: sent) == .byItself(code: 0, output: sent))
        #expect(await program("false").run([], on: []) == .byItself(code: 1, output: []))
    }

    @Test func `get an argument as it stands, since no shell reads it`() async {
        let ending = await program("printf").run(["%s", "$(id); `id` > x"], on: [])
        #expect(ending == .byItself(code: 0, output: Array("$(id); `id` > x".utf8)))
    }

    @Test func `are ended where they write too much`() async {
        #expect(await program("yes", output: 4096).run([], on: []) == .tooMuch)
    }

    @Test func `are ended when their time is up`() async {
        #expect(await program("sleep", seconds: 1).run(["600"], on: []) == .late)
    }

    @Test func `are not there under a name that no folder of programs has`() async {
        let missing = program("sightline-no-such-program")
        #expect(!missing.isInstalled)
        #expect(await missing.run([], on: []) == .notHere)
    }

    @Test func `write no file and know nothing of where the server runs`() async throws {
        let shell = program("sh")
        let ending = await shell.run(
            ["-c", "ulimit -f; ulimit -c; env | cut -d= -f1 | grep -v '^_$\\|^PWD$' | sort"],
            on: []
        )
        guard case .byItself(0, let output) = ending else {
            Issue.record("\(ending)")
            return
        }
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
        #expect(lines == ["0", "0", "HOME", "LC_ALL", "PATH"])
    }
}
