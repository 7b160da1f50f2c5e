package import CaseFiles
package import Partnerships
import Procedures
import WorkingDays

/// Who opened a pack, and when.
package struct PackLook: Sendable {
    package let pack: EntryID
    package let person: PersonID
    package let recorded: Timestamp

    package init(pack: EntryID, person: PersonID, recorded: Timestamp) {
        self.pack = pack
        self.person = person
        self.recorded = recorded
    }
}

extension CaseReader {
    /// Whoever reads returns sees every pack; others see those shared with them, from their time.
    package var packs: [CaseEvent.PackShared] {
        may(.seeReturns)
            ? file.packs : file.packs.filter { may(.see) && file.isOpen($0, to: person, at: time) }
    }

    var seesPack: Bool { may(.seeReturns) || !packs.isEmpty }

    /// The packs that the reader may open, and for whoever shares them who has opened each.
    ///
    /// Nil where there is nothing for her.
    package func packsPage(_ looks: [PackLook]) -> RequestPage? {
        guard seesPack else { return nil }
        let accepted = file.acceptedReturns
        var acts: [WordedLink] = []
        if may(.seeReturns), !accepted.isEmpty {
            acts.append(
                WordedLink(
                    words: "Read the pack as it would be now",
                    address: link("pack", Self.packNow)
                )
            )
        }
        if may(.checkReturns), !accepted.isEmpty {
            acts.append(WordedLink(words: "Share a pack", address: link(.packs)))
        }
        acts.append(WordedLink(words: "The chronology", address: link("chronology")))
        let count = DayWording.count(accepted.count, "return")
        return RequestPage(
            head: head("agencies"),
            title: "The pack",
            standing: StandingTag(
                kind: packs.isEmpty ? .start : .done,
                word: packs.isEmpty ? "Not shared yet" : "Shared"
            ),
            lead: may(.seeReturns)
                ? ["\(count) \(accepted.count == 1 ? "is" : "are") accepted so far."] : [],
            acts: acts,
            sections: [
                RequestPage.Section(
                    "Packs",
                    note: packs.isEmpty ? "None was shared yet." : "",
                    items: packs.reversed().map { item($0, looks) }
                )
            ]
        )
    }

    /// In an address, the pack that nobody has shared.
    package static let packNow = "now"

    private func item(_ pack: CaseEvent.PackShared, _ looks: [PackLook]) -> RequestPage.Item {
        var facts: [(term: String, text: String)] = []
        if may(.seeReturns) {
            facts.append(("Shared with", DayWording.list(pack.people.map { name($0) })))
        }
        facts.append(("From", when(pack.from)))
        facts.append(
            ("Agencies", DayWording.list(pack.versions.compactMap { agency(of: $0) }))
        )
        if !pack.words.isEmpty { facts.append(("Said with it", pack.words)) }
        if may(.checkReturns) {
            let seen = looks.filter { $0.pack == pack.entry }
            let names = seen.map { "\(name($0.person)), \(when($0.recorded))" }
            facts.append(
                ("Opened by", names.isEmpty ? "Nobody yet" : names.joined(separator: "; "))
            )
        }
        let address = link("pack", "\(pack.entry)")
        return RequestPage.Item(
            "Pack of \(DayWording.count(pack.versions.count, "return"))",
            facts: facts,
            links: [
                WordedLink(words: "Open it", address: address),
                WordedLink(words: "Save it with its files (ZIP)", address: "\(address)/zip"),
            ]
        )
    }

    private func agency(of version: EntryID) -> String? {
        file.returnVersion(version)?.request.asked.subject
    }

    // One pack

    /// A pack to be read whole; nil where the reader may not, or there is none.
    package func packPage(_ id: String) -> PackPage? {
        let versions: [EntryID]
        let shared: CaseEvent.PackShared?
        if id == Self.packNow {
            guard may(.seeReturns) else { return nil }
            shared = nil
            versions = file.acceptedReturns
        } else {
            guard let pack = packs.first(where: { "\($0.entry)" == id }) else { return nil }
            shared = pack
            versions = pack.versions
        }
        guard !versions.isEmpty else { return nil }
        return PackPage(
            title: "Pack of case \(file.reference)",
            marking: PrintedDocument.officialSensitive,
            says: shared.map { "Shared on \(when($0.from)). \($0.words)" }
                ?? "As it would be on \(when(time)). Shared with nobody.",
            reference: "Case \(file.reference)",
            version: shared.map { "As it was shared on \(when($0.from))" }
                ?? "As it would be on \(when(time))",
            crumbs: [
                .caseFile(file.reference),
                Crumb(name: "The pack", address: link("pack")),
            ],
            zip: "\(link("pack", id))/zip",
            printed: "\(link("pack", id))/document",
            answers: versions.enumerated().compactMap { number, version in
                packAnswer(version, number: number + 1)
            },
            leftOut: file.standingLeftOut.map { (term: $0.subject, text: $0.reason) },
            missing: file.requests.filter { request in
                !request.versions.contains { versions.contains($0.put.entry) }
            }.map { (term: $0.asked.subject, text: Self.whyMissing($0)) }
        )
    }

    private static func whyMissing(_ request: AgencyRequest) -> String {
        if let reason = request.revoked { return "No longer asked: \(reason)" }
        return switch request.standing {
        case .accepted: "Accepted, and left out of this pack"
        case .answered: "Answered, and not accepted yet"
        case .sentBack: "Sent back, and awaited again"
        default: "Has not answered"
        }
    }

    func packAnswer(_ id: EntryID, number: Int) -> PackPage.Answer? {
        guard let (request, version) = file.returnVersion(id) else { return nil }
        let signed = version.signed.map {
            "Signed by \($0.signed.name), \($0.signed.jobTitle), \(when($0.at))."
        }
        return PackPage.Answer(
            anchor: "agency-\(number)",
            agency: request.asked.subject,
            says: [
                DayWording.capitalised(version.put.answer.words), signed ?? "",
                version.signed?.isLate == true ? "It came after the day it was due." : "",
            ].filter { !$0.isEmpty }.map { $0.hasSuffix(".") ? $0 : "\($0)." }
                .joined(separator: " "),
            sections: answerSections(of: version, in: request),
            rows: version.put.chronology.map { RequestPage.Row($0) },
            files: request.files.filter {
                version.put.files.contains($0.document.document) && $0.isOpen
            }.map { file in
                PackPage.File(
                    title: file.document.title,
                    name: file.document.file?.name ?? "",
                    document: file.document.document,
                    address: "\(requestLink(request))/files/\(file.document.document)"
                )
            },
            shut: request.files.filter {
                version.put.files.contains($0.document.document) && !$0.isOpen
            }.map(\.document.title)
        )
    }
}

extension CaseFile {
    /// The agencies that could be expected and are still not asked.
    var standingLeftOut: [CaseEvent.AgencyLeftOut] {
        leftOut.filter { left in
            !requests.contains {
                $0.revoked == nil && $0.asked.step == left.step && $0.asked.subject == left.subject
            }
        }
    }

    /// The version that was accepted of each request, in the order asked.
    var acceptedReturns: [EntryID] { requests.compactMap { $0.accepted?.put.entry } }
}

extension CaseFormBuilder {
    /// Which accepted returns go to whom, and from when.
    mutating func askPack() -> Asked? {
        let accepted = file.acceptedReturns
        guard !accepted.isEmpty else { return nil }
        let chosen = filler.boxes(
            "returns",
            "Returns in the pack",
            hint: "In the order in which they were asked.",
            accepted.compactMap { version in
                file.returnVersion(version).map {
                    (id: "\(version)", label: $0.request.asked.subject)
                }
            },
            was: accepted.map { "\($0)" },
            isNeeded: true
        )
        let people = filler.boxes(
            "people",
            "Whom it is shared with",
            hint: "Only people on the case. They see the answers in this pack, and no others.",
            onCase,
            isNeeded: true
        )
        let day = filler.day("from", "From which day they can open it", was: today)
        let minute = filler.time(
            "from-time",
            "From what time",
            hint: "Leave empty for the start of the day, or for now. Like 16:05."
        )
        let words = filler.area(
            "words",
            "Said with it",
            hint: "It stands at the top of the pack.",
            isNeeded: false
        )
        return Asked(
            title: "Share a pack",
            lead: [
                "Everybody chosen reads all of it. That they opened it is recorded, and you see it.",
                "Nobody is told by Sightline: tell them where it is.",
            ],
            button: "Share it",
            command: .request(
                .sharePack(
                    CaseEvent.PackShared(
                        entry: fresh.entry,
                        step: nil,
                        versions: accepted.filter { chosen.contains("\($0)") },
                        people: people.compactMap { PersonID($0) },
                        from: Timestamp(
                            LocalTime(day: day, minute: minute ?? .midnight)
                        ),
                        words: words
                    )
                )
            )
        )
    }
}
