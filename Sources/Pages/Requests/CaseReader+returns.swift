import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseReader {
    // What came back

    func versionsSection(_ request: AgencyRequest) -> RequestPage.Section {
        RequestPage.Section(
            "Answers",
            note: request.versions.isEmpty ? "Nothing was put forward yet." : "",
            items: request.versions.enumerated().reversed().map { place, version in
                RequestPage.Item(
                    "Version \(place + 1), \(version.put.answer.words)",
                    tag: tag(version),
                    facts: history(of: version, in: request),
                    links: [
                        WordedLink(
                            words: "Read version \(place + 1)",
                            address: answerLink(request.entry, place + 1)
                        )
                    ]
                )
            }
        )
    }

    func tag(_ version: AgencyRequest.Version) -> StandingTag {
        if version.isAccepted == true { return StandingTag(kind: .done, word: "Accepted") }
        if version.isAccepted == false { return StandingTag(kind: .open, word: "Sent back") }
        if version.signed != nil { return StandingTag(kind: .today, word: "To be checked") }
        if version.handedBack != nil { return StandingTag(kind: .open, word: "Handed back") }
        return StandingTag(kind: .open, word: "Not signed")
    }

    /// Who put it forward, signed it, handed it back, checked it, with what was found.
    func history(
        of version: AgencyRequest.Version,
        in request: AgencyRequest
    ) -> [(term: String, text: String)] {
        let writer = version.put.seat.flatMap { request.seat($0)?.seat.name }
        var facts = [
            (
                term: "Put forward",
                text: "\(when(version.at)), \(writer.map { "by \($0)" } ?? "by the business unit")"
            )
        ]
        if let signed = version.signed {
            let how = signed.signed.seat == nil ? ", recorded by the business unit" : ""
            let because =
                signed.signed.sameBecause.isEmpty ? "" : " \(signed.signed.sameBecause)"
            facts.append(
                (
                    "Signed",
                    "\(signed.signed.name), \(signed.signed.jobTitle), \(when(signed.at))\(how).\(because)"
                )
            )
        }
        if let back = version.handedBack {
            facts.append(("Handed back", "By \(back.name): \(back.reason)"))
        }
        for check in version.checks { facts += words(of: check) }
        return facts
    }

    private func words(of check: AgencyRequest.Check) -> [(term: String, text: String)] {
        let checked = check.checked
        let what =
            switch checked.isAccepted {
            case true?: "Accepted"
            case false?: "Sent back"
            case nil: "Looked at"
            }
        let outcome = checked.outcome.map { "\(DayWording.capitalised(Wording.spaced($0))). " }
        var facts = [
            (
                term: what,
                text: "\(when(check.at)), by \(who(check.by)). \(outcome ?? "")\(checked.words)"
            )
        ]
        facts += checked.findings.map { finding in
            let answer = finding.isGood.map { $0 ? "Yes" : "No" } ?? "Not answered"
            return (finding.asks, finding.words.isEmpty ? answer : "\(answer). \(finding.words)")
        }
        facts += checked.reasons.map { ($0.section.isEmpty ? "The whole" : $0.section, $0.reason) }
        if !checked.copiedTo.isEmpty {
            facts.append(("Copied to", DayWording.list(checked.copiedTo)))
        }
        return facts
    }

    func filesSection(_ request: AgencyRequest) -> RequestPage.Section? {
        request.standingFiles.isEmpty
            ? nil : RequestPage.Section("Files", items: fileItems(request, request.standingFiles))
    }

    func fileItems(
        _ request: AgencyRequest,
        _ files: [AgencyRequest.File]
    ) -> [RequestPage.Item] {
        files.map { file in
            let id = "\(file.document.document)"
            var facts: [(term: String, text: String)] = []
            if let kept = file.document.file {
                facts.append(("File", FileWording.words(kept)))
            }
            facts.append(("Received", when(file.at)))
            if let released = file.released { facts.append(("Released", released)) }
            var links: [WordedLink] = []
            if file.isOpen {
                links.append(
                    WordedLink(
                        words: "Save it",
                        address: "\(requestLink(request))/files/\(id)"
                    )
                )
            } else if may(.checkReturns) {
                links.append(
                    WordedLink(words: "Release it, with a reason", address: link(.releases, id))
                )
            }
            return RequestPage.Item(
                file.document.title,
                tag: file.isOpen
                    ? nil : StandingTag(kind: .not, word: "Not scanned, and shut"),
                facts: facts,
                links: links
            )
        }
    }

    func repliesSection(_ request: AgencyRequest) -> RequestPage.Section? {
        guard !request.replies.isEmpty else { return nil }
        return RequestPage.Section(
            "Messages from the agency",
            note: "A message is no answer: it is signed by nobody.",
            items: request.replies.map { reply in
                RequestPage.Item(
                    reply.title,
                    facts: [(term: "Filed", text: DayWording.words(reply.filed))],
                    links: reply.file == nil
                        ? []
                        : [
                            WordedLink(
                                words: "Save it",
                                address: "\(requestLink(request))/files/\(reply.document)"
                            )
                        ]
                )
            }
        )
    }
}
