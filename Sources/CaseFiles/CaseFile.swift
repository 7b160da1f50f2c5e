package import Partnerships
package import WorkingDays

/// Everything that is known of one case: the fold of its events.
package struct CaseFile: Hashable, Sendable {
    package let reference: CaseReference
    /// How many events it is made of.
    package internal(set) var version: Int
    package internal(set) var edition: Edition
    /// The day the case began, which for a case taken over lies before it was opened here.
    package let began: Day
    /// When it was opened here.
    package let opened: Timestamp
    package internal(set) var about: CaseAbout
    package internal(set) var route: Route
    package internal(set) var routeReason: String?
    package internal(set) var occurrences: [Occurrence] = []
    package internal(set) var facts: [String: Answer] = [:]
    package internal(set) var agreements: [Agreement] = []
    package internal(set) var setAside: [String: String] = [:]
    package internal(set) var people: [CasePerson] = []
    package internal(set) var documents: [CaseDocument] = []
    package internal(set) var logEntries: [LogEntry] = []
    package internal(set) var safety: Safety?
    package internal(set) var closed: Closing?
    package internal(set) var papers: [Paper] = []
    package internal(set) var views: [View] = []
    package internal(set) var weighed: [CaseEvent.CriteriaWeighed] = []
    package internal(set) var submissions: [CaseEvent.SubmissionMade] = []
    package internal(set) var copies: [CaseEvent.CopySent] = []
    package internal(set) var laterChanges: [CaseEvent.LaterChangeRecorded] = []
    package internal(set) var referrerTold: [CaseEvent.ReferrerTold] = []
    package internal(set) var sameChild: [SameChild] = []
    /// The other cases in which the names of this one were found when it was opened.
    package internal(set) var matches: [CaseReference] = []
    /// Every agency that was asked, in the order asked.
    package internal(set) var requests: [AgencyRequest] = []
    package internal(set) var leftOut: [CaseEvent.AgencyLeftOut] = []
    package internal(set) var packs: [CaseEvent.PackShared] = []
    /// Whom the chronologies name, as last listed.
    package internal(set) var listedPeople: [ListedPerson] = []
    /// The rows that are marked as key episodes.
    package internal(set) var keyRows: Set<EntryID> = []
    /// Nobody on any request is reminded; nil where reminders go.
    package internal(set) var chasingPause: CaseEvent.ChasingPaused?
    package internal(set) var conclusions = Conclusions()
    /// What was recorded of the part that family and practitioners take, in the order recorded.
    package internal(set) var involvements: [Involvement] = []

    package var isOpen: Bool { closed == nil }

    /// One time that a moment came or a step was done, as last corrected.
    package struct Occurrence: Hashable, Sendable {
        package let entry: EntryID
        package let name: OccurrenceName
        package internal(set) var day: Day
        package internal(set) var minute: Minute?
        package internal(set) var evidence: Evidence?
        package let recorded: Timestamp
        package let actor: Actor
        /// Whether it is of a step done, rather than of a moment that came: the two often have one name.
        package let isStep: Bool
        package internal(set) var isWithdrawn = false
    }

    /// An answer to a fact or question, with its reason.
    package struct Answer: Hashable, Sendable {
        package let value: Bool
        package let reason: String
    }

    /// A day agreed, booked or granted for a step or its returns.
    package struct Agreement: Hashable, Sendable {
        package let entry: EntryID
        package let name: OccurrenceName
        package let day: Day
        package let reason: String
    }

    package struct LogEntry: Hashable, Sendable {
        package let entry: EntryID
        package let day: Day
        package let text: String
        package let corrects: EntryID?
        package let actor: Actor
        package let recorded: Timestamp
    }

    /// What was last known of the immediate safety of the children.
    package struct Safety: Hashable, Sendable {
        package let isSafe: Bool
        package let words: String
        package let recorded: Timestamp
        package let actor: Actor
        /// How far the case had come; nil where that was not kept yet.
        package let stage: CaseStage?
    }

    package struct Closing: Hashable, Sendable {
        package let day: Day
        package let reason: String
    }
}

/// What a date is of: a moment, a step, or the returns of a step; perhaps for one agency, meeting, child or draft.
package struct OccurrenceName: Hashable, Sendable, Codable {
    /// A moment's id, a step's id, or a step's id with `.back`.
    package let point: String
    package let subject: String?

    package init(_ point: String, subject: String? = nil) {
        self.point = point
        self.subject = subject
    }
}

/// Who and what a case is about.
package struct CaseAbout: Hashable, Sendable, Codable {
    /// One to four, unborn children included.
    package let children: [Child]
    package let place: String
    /// Names that other systems know it by.
    package let otherReferences: [String]
    /// Agencies known to be involved, by name.
    package let agencies: [String]

    package struct Child: Hashable, Sendable, Codable {
        package let name: String
        package let aliases: [String]
        package let born: Day?
        package let isUnborn: Bool
        /// Numbers by which other systems know the child; nil where none is known.
        package let numbers: [String]?

        package init(
            name: String,
            aliases: [String],
            born: Day?,
            isUnborn: Bool,
            numbers: [String]? = nil
        ) {
            self.name = name
            self.aliases = aliases
            self.born = born
            self.isUnborn = isUnborn
            self.numbers = numbers
        }
    }

    package init(
        children: [Child],
        place: String,
        otherReferences: [String],
        agencies: [String]
    ) {
        self.children = children
        self.place = place
        self.otherReferences = otherReferences
        self.agencies = agencies
    }
}

/// The way a case goes.
package enum Route: String, CaseIterable, Hashable, Sendable, Codable {
    case notificationAndRapidReview = "notification-and-rapid-review"
    case deathOfLookedAfterChild = "death-of-looked-after-child"
    case deathOfCareLeaver = "death-of-care-leaver"
    case localLearning = "local-learning"
    case notNotified = "not-notified"
    case withdrawn
    case anotherAreasDuty = "another-areas-duty"
}

/// A person put on a case: only people on it learn that it exists.
package struct CasePerson: Hashable, Sendable, Codable {
    package let person: PersonID
    /// The roles of the procedure that the person holds on this case, by id; none for one who only reads.
    package let roles: [String]
    package let from: Day
    /// The last day, where access ends.
    package let until: Day?

    package init(person: PersonID, roles: [String], from: Day, until: Day?) {
        self.person = person
        self.roles = roles
        self.from = from
        self.until = until
    }

    package func isOn(_ day: Day) -> Bool {
        from <= day && until.map { day <= $0 } ?? true
    }
}

/// A document of the case: a file that is kept here, or where it lies.
package struct CaseDocument: Hashable, Sendable, Codable {
    package let document: DocumentID
    package let title: String
    /// The procedure's own name of such a document, by id.
    package let paper: String?
    /// The procedure's folder, by id.
    package let folder: String?
    /// Empty where the file is here and nothing more is to be said.
    package let whereItLies: String
    package let filed: Day
    /// The only people of the case who may see it; nil for everyone on the case.
    package var audience: [PersonID]?
    /// Nil where it lies elsewhere.
    package let file: File?

    /// Whether somebody on the case may see it.
    package func isOpen(to person: PersonID) -> Bool { audience?.contains(person) ?? true }

    /// A file as it was sent.
    package struct File: Hashable, Sendable, Codable {
        /// Under which it is kept: not the document's own name, for a form may be sent with several files in turn.
        package let kept: DocumentID
        package let name: String
        package let mediaType: String
        package let bytes: Int
        /// 64 hexadecimal digits.
        package let sha256: String

        /// The largest file that is taken: 50 MiB.
        package static let mostBytes = 50 << 20

        package init(kept: DocumentID, name: String, mediaType: String, bytes: Int, sha256: String)
        {
            self.kept = kept
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    package init(
        document: DocumentID,
        title: String,
        paper: String?,
        folder: String?,
        whereItLies: String,
        filed: Day,
        audience: [PersonID]?,
        file: File? = nil
    ) {
        self.document = document
        self.title = title
        self.paper = paper
        self.folder = folder
        self.whereItLies = whereItLies
        self.filed = filed
        self.audience = audience
        self.file = file
    }
}
