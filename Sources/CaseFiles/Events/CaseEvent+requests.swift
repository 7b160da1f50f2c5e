package import Partnerships
package import WorkingDays

extension CaseEvent {
    /// One agency is asked for its answer: on which form, why, by when, and whom there.
    package struct AgencyAsked: Hashable, Sendable, Codable {
        /// The name of the request.
        package let entry: EntryID
        /// The request step, by id.
        package let step: String
        /// Nil where whoever is asked stands in no directory.
        package let agency: AgencyID?
        /// The agency's name, as the plan and the board name it, for ever.
        package let subject: String
        /// By id.
        package let form: String
        package let purpose: String
        package let legalBasis: String
        /// What the agency is told to do with its records; empty where nothing.
        package let instruction: String
        /// The letter, paragraph by paragraph, as it went.
        package let letter: [String]
        package let seats: [RequestSeat]
        /// Why this agency.
        package let because: String
        /// The due day that it was told.
        package internal(set) var dueShown: Day?

        package init(
            entry: EntryID,
            step: String,
            agency: AgencyID?,
            subject: String,
            form: String,
            purpose: String,
            legalBasis: String,
            instruction: String,
            letter: [String],
            seats: [RequestSeat],
            because: String,
            dueShown: Day?
        ) {
            self.entry = entry
            self.step = step
            self.agency = agency
            self.subject = subject
            self.form = form
            self.purpose = purpose
            self.legalBasis = legalBasis
            self.instruction = instruction
            self.letter = letter
            self.seats = seats
            self.because = because
            self.dueShown = dueShown
        }
    }

    /// An agency that could be expected is not asked.
    package struct AgencyLeftOut: Hashable, Sendable, Codable {
        package let step: String
        package let subject: String
        package let reason: String

        package init(
            step: String,
            subject: String,
            reason: String
        ) {
            self.step = step
            self.subject = subject
            self.reason = reason
        }
    }

    /// Somebody else at the agency is given a way in.
    package struct SeatAdded: Hashable, Sendable, Codable {
        package let request: EntryID
        package let seat: RequestSeat
        /// The seat that ends by it.
        package let replaces: EntryID?
        package let reason: String

        package init(
            request: EntryID,
            seat: RequestSeat,
            replaces: EntryID?,
            reason: String
        ) {
            self.request = request
            self.seat = seat
            self.replaces = replaces
            self.reason = reason
        }
    }

    /// A way in is shut.
    package struct SeatEnded: Hashable, Sendable, Codable {
        package let request: EntryID
        package let seat: EntryID
        package let reason: String
        /// Whether whoever came by it said that she is not the person meant.
        package let isDisowned: Bool

        package init(
            request: EntryID,
            seat: EntryID,
            reason: String,
            isDisowned: Bool
        ) {
            self.request = request
            self.seat = seat
            self.reason = reason
            self.isDisowned = isDisowned
        }
    }

    /// The agency is no longer asked.
    package struct RequestRevoked: Hashable, Sendable, Codable {
        package let request: EntryID
        package let reason: String

        package init(
            request: EntryID,
            reason: String
        ) {
            self.request = request
            self.reason = reason
        }
    }

    /// Somebody at the agency came in by her link and saw what is asked.
    package struct RequestOpened: Hashable, Sendable, Codable {
        package let request: EntryID
        package let seat: EntryID

        package init(
            request: EntryID,
            seat: EntryID
        ) {
            self.request = request
            self.seat = seat
        }
    }

    /// The agency says that its records are secured.
    package struct RecordsSecured: Hashable, Sendable, Codable {
        package let request: EntryID
        package let day: Day
        package let words: String

        package init(
            request: EntryID,
            day: Day,
            words: String
        ) {
            self.request = request
            self.day = day
            self.words = words
        }
    }

    /// A code that opens a link once was read out by telephone.
    package struct CodeReadOut: Hashable, Sendable, Codable {
        package let request: EntryID
        package let seat: EntryID
        /// How it was made sure who was on the telephone.
        package let words: String

        package init(
            request: EntryID,
            seat: EntryID,
            words: String
        ) {
            self.request = request
            self.seat = seat
            self.words = words
        }
    }

    /// So many wrong codes were given that the link rests.
    package struct LinkRested: Hashable, Sendable, Codable {
        package let request: EntryID
        package let seat: EntryID

        package init(
            request: EntryID,
            seat: EntryID
        ) {
            self.request = request
            self.seat = seat
        }
    }

    /// A message that somebody at the agency wrote is filed with the request; it is no return.
    package struct ReplyFiled: Hashable, Sendable, Codable {
        package let request: EntryID
        package let document: CaseDocument

        package init(
            request: EntryID,
            document: CaseDocument
        ) {
            self.request = request
            self.document = document
        }
    }
}
