package import CaseFiles
import CaseStores
import Foundation
package import Partnerships
package import Procedures
import WorkingDays

/// What somebody tells the partnership of an incident, before and after it is sent.
///
/// Whoever belongs to the partnership can write one. Nobody but its author, and whoever she asks to read it first, can
/// open it; when it is sent a case is opened, which its author is not on.
package struct ReferralDesk: Sendable {
    private let cases: CaseDesk
    private var store: any CaseStore { cases.store }

    package init(cases: CaseDesk) {
        self.cases = cases
    }

    // Writing

    package func referrals(for asking: Asking) async throws(DeskError) -> [KeptReferral] {
        _ = try await member(asking)
        return try await cases.keeping { () async throws(StoreError) in
            try await store.referrals(of: asking.person, in: asking.partnership)
        }.compactMap { KeptReferral($0) }
    }

    /// One that somebody wrote, or is to read; anything else is not there.
    package func referral(
        _ reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> KeptReferral {
        _ = try await member(asking)
        let row = try await cases.keeping { () async throws(StoreError) in
            try await store.referral(reference, in: asking.partnership)
        }
        guard let row, let kept = KeptReferral(row),
            row.author == asking.person || row.reviewer == asking.person
        else { throw .nothingHere }
        return kept
    }

    /// Begins one under a new reference, which nobody but this program chooses; pressed twice, it is the same one.
    ///
    /// - Returns: the reference of the referral that has this document.
    package func begin(
        _ reference: CaseReference,
        document: DocumentID,
        edition: Edition,
        for asking: Asking
    ) async throws(DeskError) -> CaseReference {
        let own = try await referrals(for: asking)
        if let begun = own.first(where: { $0.referral.document == document }) {
            return begun.head.reference
        }
        let referral = Referral(document: document, edition: edition)
        try await save(referral, ReferralHead(reference, author: asking.person), asking)
        return reference
    }

    /// Hands it to somebody to read before it goes, or back to its author with words.
    package func pass(
        _ kept: KeptReferral,
        to reviewer: PersonID?,
        words: String,
        for asking: Asking
    ) async throws(DeskError) {
        guard kept.referral.sent == nil else { throw .caseRefused(.alreadyOpened) }
        let partnership = try await member(asking)
        if let reviewer {
            guard reviewer != kept.head.author, partnership.isMember(reviewer, on: asking.today),
                !partnership.isShut(reviewer)
            else { throw .refused(.unknownPerson(reviewer)) }
        }
        var referral = kept.referral
        referral.notes.append(
            Referral.Note(by: asking.person, at: asking.time, words: words, to: reviewer)
        )
        referral.isWithReviewer = reviewer != nil
        var head = kept.head
        // Whoever has given it back reads it no longer.
        head.reviewer = reviewer
        try await save(referral, head, asking)
    }

    // Sending

    /// Sends it: a case is opened, with everybody who coordinates on it, and holds what was written.
    package func send(
        _ kept: KeptReferral,
        _ words: PaperWords,
        _ content: ReferralContent,
        reviewedBy: String?,
        for asking: Asking,
        fresh: () -> EntryID
    ) async throws(DeskError) {
        guard kept.referral.sent == nil else { return }
        let partnership = try await member(asking)
        let coordinators = partnership.people.keys.filter { person in
            partnership.capacities(of: person, on: asking.today).contains(.coordinator)
                && !partnership.isShut(person)
        }.sorted()
        guard let first = coordinators.first else { throw .nobodyReceives }
        // The dates of a case follow the procedure of the day on which it is opened.
        let edition = partnership.editions.last ?? kept.referral.edition
        let procedure = try await cases.editions.procedure(edition)
        let roles = procedure.roles.filter { $0.capacity == .coordinator }.map(\.id).prefix(1)
        func person(_ id: PersonID) -> CasePerson {
            CasePerson(person: id, roles: Array(roles), from: asking.today, until: nil)
        }
        let opening = CaseCommand.OpenCase(
            reference: kept.head.reference,
            edition: edition,
            began: asking.today,
            about: content.about,
            route: .notificationAndRapidReview,
            coordinator: person(first)
        )
        var commands: [CaseCommand] = [.openCase(opening)]
        commands += coordinators.dropFirst().map { .putOn(person($0)) }
        commands += content.commands(
            words,
            as: kept.referral.document,
            reviewedBy: reviewedBy,
            procedure,
            fresh: fresh
        )
        do {
            _ = try await cases.open(commands, opening, for: asking)
        } catch .overtaken {
            // Sent before, and what was kept of that was lost: nothing goes on unless it is this very referral.
        }
        let opened = try await cases.unguarded(kept.head.reference, of: asking.partnership)
        guard let received = opened.file.paper(kept.referral.document)?.versions.first else {
            throw .nothingHere
        }
        let sent = Referral.Sent(
            by: asking.person,
            at: asking.time,
            to: coordinators,
            answers: received.answers
        )
        try await keep(sent, of: kept, asking)
    }

    /// Keeps that it was sent, whatever was saved of it at the same time.
    private func keep(
        _ sent: Referral.Sent,
        of kept: KeptReferral,
        _ asking: Asking
    ) async throws(DeskError) {
        var newest = kept
        for _ in 0..<PartnershipDesk.tries {
            var referral = newest.referral
            referral.sent = sent
            referral.isWithReviewer = false
            do {
                try await save(referral, newest.head, asking)
                return
            } catch .store(.versionConflict) {
                newest = try await self.referral(kept.head.reference, for: asking)
            }
        }
    }

    /// What the author was told since she sent it, and nothing else of the case.
    package func told(
        _ kept: KeptReferral,
        for asking: Asking
    ) async throws(DeskError) -> [CaseEvent.ReferrerTold] {
        guard kept.referral.sent != nil, kept.head.author == asking.person else { return [] }
        let opened = try await cases.unguarded(kept.head.reference, of: asking.partnership)
        guard opened.file.paper(kept.referral.document) != nil,
            !opened.partnership.isExcluded(asking.person, from: kept.head.reference)
        else { return [] }
        return opened.file.referrerTold
    }

    private func save(
        _ referral: Referral,
        _ head: ReferralHead,
        _ asking: Asking
    ) async throws(DeskError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let bytes = try? encoder.encode(referral) else {
            preconditionFailure("a referral can be written")
        }
        try await cases.keeping { () async throws(StoreError) in
            try await store.saveReferral(
                ReferralRow(
                    partnership: asking.partnership,
                    reference: head.reference,
                    author: head.author,
                    reviewer: head.reviewer,
                    changed: asking.time,
                    version: head.version,
                    bytes: Array(bytes)
                )
            )
        }
    }

    /// Anybody who belongs to the partnership today, but for one who is shut out.
    private func member(_ asking: Asking) async throws(DeskError) -> Partnership {
        let partnership = try await cases.partnerships.partnership(asking.partnership)
        guard partnership.isMember(asking.person, on: asking.today),
            !partnership.isShut(asking.person)
        else { throw .nothingHere }
        return partnership
    }
}

/// What is kept of a referral, sealed.
package struct Referral: Hashable, Sendable, Codable {
    /// The drafts of its parts are kept under this name.
    package let document: DocumentID
    /// The procedure, and with it the form, that it is written under.
    package let edition: Edition
    package var isWithReviewer = false
    package var notes: [Note] = []
    package var sent: Sent?

    package struct Note: Hashable, Sendable, Codable {
        package let by: PersonID
        package let at: Timestamp
        package let words: String
        /// Nil where it went back to its author.
        package let to: PersonID?
    }

    package struct Sent: Hashable, Sendable, Codable {
        package let by: PersonID
        package let at: Timestamp
        package let to: [PersonID]
        package let answers: FormAnswers
    }

    init(document: DocumentID, edition: Edition) {
        self.document = document
        self.edition = edition
    }
}

/// Who may open a referral, and its place among its versions.
package struct ReferralHead: Hashable, Sendable {
    package let reference: CaseReference
    package let author: PersonID
    package internal(set) var reviewer: PersonID?
    let version: Int

    init(_ reference: CaseReference, author: PersonID, reviewer: PersonID? = nil, version: Int = 0)
    {
        self.reference = reference
        self.author = author
        self.reviewer = reviewer
        self.version = version
    }
}

package struct KeptReferral: Hashable, Sendable {
    package let head: ReferralHead
    package let referral: Referral
    package let changed: Timestamp

    /// Nil for a row of a later program.
    init?(_ row: ReferralRow) {
        guard let referral = try? JSONDecoder().decode(Referral.self, from: Data(row.bytes)) else {
            return nil
        }
        self.referral = referral
        changed = row.changed
        head = ReferralHead(
            row.reference,
            author: row.author,
            reviewer: row.reviewer,
            version: row.version
        )
    }
}

extension ReferralContent {
    /// Everything that the case records by being told this; each entry gets a fresh name.
    fileprivate func commands(
        _ words: PaperWords,
        as document: DocumentID,
        reviewedBy: String?,
        _ procedure: Procedure,
        fresh: () -> EntryID
    ) -> [CaseCommand] {
        let put = CaseEvent.PaperPutForward(
            words,
            entry: fresh(),
            document: document,
            paper: procedure.referralPaper,
            reviewedBy: reviewedBy
        )
        let days = moments.filter { procedure.isEnteredByHand($0.moment) }.map { moment, day in
            CaseCommand.recordMoment(
                CaseCommand.RecordMoment(
                    entry: fresh(),
                    moment: moment,
                    day: day,
                    note: "From the referral"
                )
            )
        }
        let answers = facts.map { CaseCommand.recordFact($0.fact.id, $0.value, reason: $0.reason) }
        return [.putForward(put), .recordSafety(isSafe: isSafe, words: safety)] + days + answers
    }
}

extension Procedure {
    fileprivate func isEnteredByHand(_ moment: Moment) -> Bool {
        moment.isEnteredByHand || lookup.recorders[Int(moment.rawValue)].isEmpty
    }
}
