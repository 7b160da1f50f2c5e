import CaseFiles
import Chronologies
import Partnerships
package import Procedures
import Reports
import Schedules
import WorkingDays

extension CaseReader {
    /// What the case holds of some kinds, in the order in which they are named.
    package func offers(of materials: [Head.Material]) -> [ReportOffer] {
        materials.flatMap { offers(of: $0) }
    }

    /// The kinds of which the case holds anything that the reader may take.
    package var offeredMaterials: [Head.Material] {
        Head.Material.allCases.filter { !offers(of: $0).isEmpty }
    }

    package func offer(_ id: String) -> ReportOffer? {
        offers(of: Head.Material.allCases).first { $0.id == id }
    }

    private func offers(of material: Head.Material) -> [ReportOffer] {
        switch material {
        case .returns: may(.seeReturns) ? returnOffers : []
        case .keyEpisodes: may(.seeReturns) ? rowOffers(keyAlone: true) : []
        case .chronology: may(.seeReturns) ? rowOffers(keyAlone: false) : []
        case .agencies: may(.seeReturns) ? agencyOffers : []
        case .safety: safetyOffers
        case .children: childOffers
        case .criteria: criterionOffers
        case .views: viewOffers
        case .decisions: decisionOffers
        case .meetings: meetingOffers + (may(.seeMinutes) ? minutesOffers : [])
        case .days: dayOffers
        case .log: may(.seeLog) ? logOffers : []
        }
    }

    func source(
        _ kind: ReportSource.Kind,
        _ entry: EntryID?,
        of subject: String,
        part: String,
        version: Int? = nil,
        digest: String? = nil,
        isApproved: Bool? = nil
    ) -> ReportSource {
        ReportSource(
            number: 0,
            kind: kind,
            entry: entry,
            of: subject,
            part: part,
            version: version,
            digest: digest,
            isApproved: isApproved,
            words: "",
            taken: today,
            by: person
        )
    }

    // What agencies wrote

    /// Every accepted return that stands, with the number of its version.
    private var acceptedVersions:
        [(request: AgencyRequest, version: AgencyRequest.Version, number: Int)]
    {
        file.requests.compactMap { request in
            guard request.revoked == nil,
                let place = request.versions.lastIndex(where: { $0.isAccepted == true })
            else { return nil }
            return (request, request.versions[place], place + 1)
        }
    }

    private var returnOffers: [ReportOffer] {
        acceptedVersions.flatMap { request, version, number in
            answerSections(of: version, in: request).enumerated().flatMap { place, section in
                section.facts.enumerated().compactMap { line, fact -> ReportOffer? in
                    guard !fact.text.isEmpty, fact.text != FormWriting.notAnswered else {
                        return nil
                    }
                    return ReportOffer(
                        "return-\(version.put.entry)-\(place)-\(line)",
                        .returns,
                        group: request.asked.subject,
                        title: fact.term,
                        note: "Version \(number) of the return, accepted",
                        sentences: Reports.sentences(of: fact.text).map { taken($0) },
                        source: source(
                            .agencyReturn,
                            version.put.entry,
                            of: request.asked.subject,
                            part: fact.term,
                            version: number,
                            digest: version.put.digest
                        )
                    )
                }
            }
        }
    }

    /// The rows of accepted returns, by their day: those that are key episodes alone, or all.
    private func rowOffers(keyAlone: Bool) -> [ReportOffer] {
        let merged = chronology(ChronologyQuery()).merged
        let kept = Dictionary(
            acceptedVersions.flatMap { request, version, number in
                version.put.chronology.map {
                    ($0.row.number, (row: $0, request: request, version: version, number: number))
                }
            }
        ) { first, _ in first }
        return merged.rows.compactMap { placed in
            guard let found = kept[placed.id.number] else { return nil }
            let isKey = file.keyRows.contains(found.row.row)
            guard isKey || !keyAlone else { return nil }
            let when = [found.row.date, found.row.time].filter { !$0.isEmpty }
                .joined(separator: ", ")
            return ReportOffer(
                "\(keyAlone ? "key" : "row")-\(found.row.row)",
                keyAlone ? .keyEpisodes : .chronology,
                group: found.request.asked.subject,
                title: when,
                note: isKey ? "Marked as a key episode" : "",
                prefix: "\(when): ",
                sentences: Reports.sentences(of: found.row.told).map { taken($0) },
                source: source(
                    .row,
                    found.row.row,
                    of: found.request.asked.subject,
                    part: when,
                    version: found.number,
                    digest: found.version.put.digest
                )
            )
        }
    }

    private var agencyOffers: [ReportOffer] {
        let asked = file.requests.filter { $0.revoked == nil }.map { request in
            ReportOffer(
                "asked-\(request.entry)",
                .agencies,
                group: "Asked",
                title: request.asked.subject,
                sentences: [answered(request)],
                source: source(.agency, request.entry, of: request.asked.subject, part: "")
            )
        }
        let leftOut = file.standingLeftOut.enumerated().map { place, left in
            ReportOffer(
                "left-out-\(place)-\(left.step)",
                .agencies,
                group: "Not asked",
                title: left.subject,
                prefix: "\(left.subject) was not asked: ",
                sentences: [taken(left.reason)],
                source: source(.agency, nil, of: left.subject, part: left.step)
            )
        }
        return leftOut + asked
    }

    private func answered(_ request: AgencyRequest) -> String {
        let name = request.asked.subject
        let asked = "asked on \(DayWording.words(request.at.localTime.day))"
        guard let version = request.versions.last(where: { $0.isAccepted == true }) else {
            return "\(name) was \(asked) and its return is not accepted yet."
        }
        let signed = version.signed.map {
            "; its return was signed by \($0.signed.name), \($0.signed.jobTitle)"
        }
        if case .notKnown = version.put.answer {
            return "\(name) was \(asked) and had no contact with the family\(signed ?? "")."
        }
        return "\(name) took part: it was \(asked)\(signed ?? "")."
    }

    // What was found, thought and decided

    private var criterionOffers: [ReportOffer] {
        var newest: [String: CaseEvent.CriteriaWeighed] = [:]
        for weighed in file.weighed { newest[weighed.step] = weighed }
        return file.weighed.filter { newest[$0.step]?.entry == $0.entry }.flatMap { weighed in
            weighed.findings.map { finding in
                ReportOffer(
                    "criterion-\(weighed.entry)-\(finding.criterion)",
                    .criteria,
                    group: title(ofStep: weighed.step),
                    title: finding.says,
                    note: DayWording.capitalised(finding.finding.words),
                    prefix:
                        "The criterion “\(unended(finding.says))” was found \(finding.finding.words): ",
                    sentences: Reports.sentences(of: finding.reason).map { taken($0) },
                    source: source(
                        .criterion,
                        weighed.entry,
                        of: title(ofStep: weighed.step),
                        part: finding.says
                    )
                )
            }
        }
    }

    private var viewOffers: [ReportOffer] {
        var steps: [String] = []
        for view in file.views where !steps.contains(view.given.step) {
            steps.append(view.given.step)
        }
        return steps.flatMap { step in
            file.views(on: step).map { view in
                let given = view.given
                let partner = wording.partner(given.of)
                let thought =
                    given.view.map { "was for “\(Wording.spaced($0))”" } ?? "had no settled view"
                return ReportOffer(
                    "view-\(given.entry)",
                    .views,
                    group: title(ofStep: step),
                    title: partner,
                    prefix: "\(partner) \(thought): ",
                    sentences: Reports.sentences(of: given.reasons).map { taken($0) },
                    source: source(.view, given.entry, of: partner, part: title(ofStep: step))
                )
            }
        }
    }

    private var standingSteps: [CaseFile.Occurrence] {
        file.occurrences.filter { $0.isStep && !$0.isWithdrawn }
            .sorted { ($0.day, $0.recorded) < ($1.day, $1.recorded) }
    }

    private var decisionOffers: [ReportOffer] {
        standingSteps.compactMap { done in
            guard case .decided(let outcome, let reasons)? = done.evidence,
                procedure.stepPoint(named: done.name.point)?.step
                    .map({ procedure.steps[$0].isDecision }) == true
            else { return nil }
            let name = title(ofStep: done.name.point)
            let what = outcome.map { ": \(Wording.spaced($0))" } ?? ""
            return ReportOffer(
                "decision-\(done.entry)",
                .decisions,
                group: "Decided",
                title: name,
                note: "\(DayWording.words(done.day))\(what)",
                prefix: outcome.map {
                    "On \(DayWording.words(done.day)) it was decided: \(Wording.spaced($0)). "
                } ?? "On \(DayWording.words(done.day)) it was decided: ",
                sentences: Reports.sentences(of: reasons).map { taken($0) },
                source: source(.decision, done.entry, of: name, part: name)
            )
        }
    }

    private var meetingOffers: [ReportOffer] {
        standingSteps.compactMap { done in
            guard case .held(let present, _)? = done.evidence else { return nil }
            let name = title(ofStep: done.name.point)
            return ReportOffer(
                "meeting-\(done.entry)",
                .meetings,
                group: "Held",
                title: name,
                note: DayWording.words(done.day),
                prefix: "The meeting was held on \(DayWording.words(done.day)). Present: ",
                sentences: [taken(present)],
                source: source(.meeting, done.entry, of: name, part: name)
            )
        }
    }

    func title(ofStep id: String) -> String {
        procedure.lookup.stepNamed[id].map { procedure.steps[$0].does } ?? id
    }

    /// Without the stop at its end, to stand inside a sentence.
    private func unended(_ text: String) -> String {
        text.last == "." ? String(text.dropLast()) : text
    }
}
