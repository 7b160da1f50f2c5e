package import Partnerships
package import WorkingDays

extension CaseEvent {
    /// A person submitted something to a body outside; the step's own entry says when, and with what reference.
    package struct SubmissionMade: Hashable, Sendable, Codable {
        /// The entry of the step.
        package let entry: EntryID
        package let step: String
        /// Who pressed the button there.
        package let by: String
        package let person: PersonID?
        /// The role by which she may; nil where the procedure registers nobody.
        package let role: String?
        /// The document as it was put forward here, and its digest then; nil where it was written elsewhere.
        package let document: DocumentID?
        package let digest: String?
        /// The copy that was downloaded there and filed here.
        package let copy: DocumentID?

        package init(
            entry: EntryID,
            step: String,
            by: String,
            person: PersonID?,
            role: String?,
            document: DocumentID?,
            digest: String?,
            copy: DocumentID?
        ) {
            self.entry = entry
            self.step = step
            self.by = by
            self.person = person
            self.role = role
            self.document = document
            self.digest = digest
            self.copy = copy
        }
    }

    /// A copy went to one of those the procedure names.
    package struct CopySent: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let step: String
        /// The recipient as the procedure writes it.
        package let to: String
        package let name: String
        package let day: Day
        package let how: String

        package init(
            entry: EntryID,
            step: String,
            to: String,
            name: String,
            day: Day,
            how: String
        ) {
            self.entry = entry
            self.step = step
            self.to = to
            self.name = name
            self.day = day
            self.how = how
        }
    }

    /// Something changed after a submission, which stays as it was sent.
    package struct LaterChangeRecorded: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let step: String
        package let day: Day
        package let words: String
        /// Who outside was told of it; empty where nobody was.
        package let told: String

        package init(
            entry: EntryID,
            step: String,
            day: Day,
            words: String,
            told: String
        ) {
            self.entry = entry
            self.step = step
            self.day = day
            self.words = words
            self.told = told
        }
    }

    /// Whoever referred the incident was told what came of it.
    package struct ReferrerTold: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let day: Day
        package let how: String
        /// What she was told; she can read it here too.
        package let words: String

        package init(
            entry: EntryID,
            day: Day,
            how: String,
            words: String
        ) {
            self.entry = entry
            self.day = day
            self.how = how
            self.words = words
        }
    }
}
