import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseStory {
    /// What was asked of one agency, and by whom it answers.
    struct Asked: Sendable {
        let agency: DemonstrationAgency
        let request: EntryID
        let lead: RequestSeat
        let deputy: RequestSeat?
        let signatory: RequestSeat?
        /// What was put forward last.
        var version: EntryID?
        var digest = ""
        var round = 1
        /// Whether the senior manager has come in before.
        var hasSignatoryOpened = false
    }

    /// Whoever records it asks agencies for what they knew, all in one act.
    mutating func ask(
        _ agencies: [DemonstrationAgency],
        leavingOut others: [(agency: DemonstrationAgency, reason: String)] = [],
        because: String,
        on form: String = "briefing-report"
    ) {
        let first = EntryID.inDemonstration(name())
        leaveNames(agencies.count - 1)
        let asked = agencies.map { agency -> CaseEvent.AgencyAsked in
            let asked = seats(of: agency)
            requests[agency.name] = asked
            return CaseEvent.AgencyAsked(
                entry: asked.request,
                step: "ask-agencies",
                agency: agency.agency.agency,
                subject: agency.name,
                form: form,
                purpose:
                    "A rapid review: what your agency knew of the child and the family, and did.",
                legalBasis: Self.legalBasis,
                instruction:
                    "Secure every record of the child and the family, on paper and on screen, against change.",
                letter: [],
                seats: [asked.lead, asked.deputy, asked.signatory].compactMap { $0 },
                because: because,
                dueShown: nil
            )
        }
        ask(
            .request(
                .ask(
                    RequestCommand.AskAgencies(
                        step: "ask-agencies",
                        asked: asked,
                        leftOut: others.map { left in
                            CaseEvent.AgencyLeftOut(
                                step: "ask-agencies",
                                subject: left.agency.name,
                                reason: left.reason
                            )
                        },
                        by: "by link",
                        entry: first
                    )
                )
            )
        )
    }

    private static let legalBasis =
        "Section 16H of the Children Act 2004: whoever is asked for the sake of a review answers."

    private mutating func seats(of agency: DemonstrationAgency) -> Asked {
        func seat(_ part: RequestSeat.Part, _ contact: Agency.Contact?) -> RequestSeat? {
            guard let contact else { return nil }
            return RequestSeat(
                entry: .inDemonstration(name()),
                name: contact.name,
                jobTitle: contact.jobTitle,
                email: contact.email,
                telephone: contact.telephone,
                part: part,
                invitedBy: nil
            )
        }
        guard let lead = seat(.lead, agency.agency.lead) else {
            preconditionFailure("every agency here has a lead")
        }
        return Asked(
            agency: agency,
            request: .inDemonstration(name()),
            lead: lead,
            deputy: seat(.deputy, agency.agency.deputy),
            signatory: seat(.signatory, agency.agency.signatory)
        )
    }

    private func asked(_ agency: DemonstrationAgency) -> Asked {
        guard let asked = requests[agency.name] else {
            preconditionFailure("\(agency.name) was not asked")
        }
        return asked
    }

    // What the agency does

    /// Its lead comes in by her link, and says that the records are secured.
    mutating func opened(_ agency: DemonstrationAgency) {
        let asked = asked(agency)
        byLink(
            asked.lead,
            [
                .open(.init(request: asked.request, seat: asked.lead.entry)),
                .secureRecords(
                    .init(request: asked.request, day: self.day, words: "Paper and systems")
                ),
            ],
            asked
        )
    }

    /// Its lead puts an answer forward.
    mutating func putForward(_ agency: DemonstrationAgency, _ told: ReturnTold) {
        var asked = asked(agency)
        let version = EntryID.inDemonstration(name())
        let rows = told.rows.map { row in
            ReturnRow(
                row: .inDemonstration(name()),
                date: row.date,
                time: "",
                happened: row.happened,
                action: row.action,
                source: "Record of \(agency.name)",
                about: row.about
            )
        }
        func put(_ digest: String) -> CaseEvent.ReturnPutForward {
            CaseEvent.ReturnPutForward(
                entry: version,
                request: asked.request,
                answer: told.answer,
                chronology: rows,
                files: [],
                digest: digest,
                seat: asked.lead.entry,
                round: asked.round
            )
        }
        asked.version = version
        asked.digest = digest(of: told.answer, chronology: rows, files: [])
        requests[agency.name] = asked
        byLink(asked.lead, [.putForward(put(asked.digest))], asked)
    }

    /// Its senior manager signs what was put forward.
    mutating func signed(_ agency: DemonstrationAgency) {
        let asked = asked(agency)
        requests[agency.name]?.hasSignatoryOpened = true
        guard let signatory = asked.signatory, let version = asked.version else {
            preconditionFailure("\(agency.name) has nobody to sign, or nothing")
        }
        let entry = EntryID.inDemonstration(name())
        leaveNames(1)
        byLink(
            signatory,
            (asked.hasSignatoryOpened
                ? [] : [.open(.init(request: asked.request, seat: signatory.entry))]) + [
                    .sign(
                        CaseEvent.ReturnSigned(
                            entry: entry,
                            request: asked.request,
                            version: version,
                            digest: asked.digest,
                            seat: signatory.entry,
                            name: signatory.name,
                            jobTitle: signatory.jobTitle,
                            words: "",
                            sameBecause: ""
                        )
                    )
                ],
            asked
        )
    }

    /// A reminder that Sightline sent, and that the mail server took.
    mutating func reminded(_ agency: DemonstrationAgency, _ rung: String, due: Day) {
        let asked = asked(agency)
        let entry = EntryID.inDemonstration(name())
        tell(
            .ofRequest(
                reference,
                asked.request,
                [
                    .queueMessage(
                        CaseEvent.MessageQueued(
                            entry: entry,
                            request: asked.request,
                            seat: asked.lead.entry,
                            name: asked.lead.name,
                            email: asked.lead.email,
                            kind: .reminder,
                            rung: rung,
                            due: due,
                            byHand: false
                        )
                    ),
                    .settleMessage(
                        CaseEvent.MessageSettled(message: entry, outcome: .delivered, words: "")
                    ),
                ]
            ),
            by: .system
        )
    }

    private mutating func byLink(
        _ seat: RequestSeat,
        _ commands: [RequestCommand],
        _ asked: Asked
    ) {
        tell(
            .ofRequest(reference, asked.request, commands),
            by: .invited(seat.entry)
        )
    }

    // What the business unit does

    mutating func accept(_ agency: DemonstrationAgency, _ words: String) {
        check(agency, isAccepted: true, [], words)
    }

    /// A check that is a step of the procedure; only the last of several accepts.
    mutating func check(
        _ agency: DemonstrationAgency,
        by step: String,
        outcome: String?,
        isLast: Bool
    ) {
        check(agency, isAccepted: isLast ? true : nil, [], "", step: step, outcome: outcome)
    }

    mutating func sendBack(
        _ agency: DemonstrationAgency,
        _ reasons: (section: String, reason: String)...
    ) {
        check(
            agency,
            isAccepted: false,
            reasons.map { SectionReason(section: $0.section, reason: $0.reason) },
            ""
        )
        requests[agency.name]?.round += 1
    }

    private mutating func check(
        _ agency: DemonstrationAgency,
        isAccepted: Bool?,
        _ reasons: [SectionReason],
        _ words: String,
        step: String? = nil,
        outcome: String? = nil
    ) {
        let asked = asked(agency)
        guard let version = asked.version else {
            preconditionFailure("\(agency.name) has not answered")
        }
        let entry = EntryID.inDemonstration(name())
        leaveNames(3)
        ask(
            .request(
                .check(
                    CaseEvent.ReturnChecked(
                        entry: entry,
                        request: asked.request,
                        version: version,
                        step: step,
                        findings: [
                            CheckFinding(
                                asks: "Is there enough information?",
                                isGood: isAccepted != false,
                                words: ""
                            ),
                            CheckFinding(asks: "Are dates given?", isGood: true, words: ""),
                            CheckFinding(
                                asks: "Did a senior manager sign it?",
                                isGood: true,
                                words: ""
                            ),
                        ],
                        outcome: outcome,
                        isAccepted: isAccepted,
                        reasons: reasons,
                        copiedTo: [],
                        words: words
                    ),
                    due: nil
                )
            )
        )
    }
}
