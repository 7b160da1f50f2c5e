import ProcedureLanguage
import Testing

/// What every small procedure begins with into which faults are written.
let soundHead = """
    procedure: our-area
    title: Our area
    edition: "1"
    source: { name: Our guide, clause: Title }
    guidance: []
    partners:
      local-authority: { name: Council }
      icb: { name: Board }
      police: { name: Police }
    roles:
      manager: { name: Manager, capacity: coordinator }
    clocks:
      review: { starts: notified, first-day: 0, clause: "1" }
    """

/// What a writer sees of a text.
func reports(_ text: String) -> [String] {
    let source = DiagnosedText(file: "our-area.yaml", text: text)
    return readProcedure(text, guidance: []).diagnostics.map { source.rendered($0) }
}

extension String {
    /// The same with the first such piece replaced.
    func replacingFirst(_ piece: String, with other: String) throws -> String {
        let place = try #require(firstRange(of: piece))
        return String(self[..<place.lowerBound]) + other + String(self[place.upperBound...])
    }
}
