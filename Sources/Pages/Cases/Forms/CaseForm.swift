package import CaseFiles
package import Partnerships

/// Every form that stands for an act on a case, by the last part of its address.
package enum CaseForm: String, CaseIterable, Hashable, Sendable {
    case moments, corrections, completions
    case settingAside = "set-aside"
    case takingUp = "taken-up"
    case agreedDays = "agreed-days"
    case answers, safety
    case logEntries = "log-entries"
    case filings, audiences, arrivals, departures, description, route, edition, closing, reopening
    case views, signatures, submissions, copies
    case refusals = "signature-refusals"
    case laterChanges = "later-changes"
    case referrer = "referrer-told"
    case sameChild = "same-child"
    case asking = "requests/new"
    case seats = "people"
    case closedSeats = "closed-seats"
    case freshLinks = "links"
    case codes
    case dueDays = "due-day"
    case revocations = "revocation"
    case returnsElsewhere = "returns"
    case securedRecords = "secured-records"
    case replies
    case checks = "check"
    case releases = "released-files"
    case sentByHand = "messages-sent"
    case pauses = "reminder-pauses"
    case resumptions = "reminder-resumptions"
    case packs = "pack/sharing"
    case listedPeople = "chronology/people/list"
    case episodes = "chronology/rows"
    case delays
    case delayNotices = "delay-notices"
    case panelReplies = "panel-replies"
    case involvements = "involvement/people"
    case meetings = "meetings/new"
    case meetingChanges = "change"
    case meetingCancellations = "cancellation"
    case meetingPeople = "list"
    case meetingAgendas = "agenda-items"
    case apologies
    case beginnings = "beginning"
    case attendances = "attendance"
    case struckPoints = "struck-points"
    case endings = "end"
    case circulations = "circulation"
    case approvals = "approval"
    case addenda = "addendum"
    case actionEnds = "actions/done"
    case actionDays = "actions/day"
    case actionOwners = "actions/owner"
    case actionsOvertaken = "actions/overtaken"
    case actionsReopened = "actions/open-again"

    /// What it takes to be shown the form; what is sent is judged again by what it asks.
    package var act: CaseAct {
        switch self {
        case .moments: .recordMoment
        case .corrections: .correct
        case .completions: .completeStep
        case .settingAside, .takingUp: .setAside
        case .agreedDays: .agreeDay
        case .answers: .recordFact
        case .safety: .recordSafety
        case .logEntries: .writeLog
        case .filings: .fileDocument
        case .audiences: .narrowDocument
        case .arrivals: .putOn
        case .departures: .takeOff
        case .description: .describe
        case .route: .chooseRoute
        case .edition: .moveEdition
        case .closing: .close
        case .reopening: .reopen
        case .views: .giveView
        case .signatures, .refusals: .sign
        case .submissions: .submit
        case .copies: .completeStep
        case .laterChanges: .writePaper
        case .referrer: .tellReferrer
        case .sameChild: .putOn
        case .asking, .seats, .closedSeats, .freshLinks, .codes, .revocations, .returnsElsewhere,
            .securedRecords,
            .replies, .sentByHand, .pauses, .resumptions:
            .askAgencies
        case .dueDays, .delays, .delayNotices: .agreeDay
        case .panelReplies: .recordMoment
        case .involvements: .recordInvolvement
        case .checks, .releases, .packs, .listedPeople, .episodes: .checkReturns
        case .meetings, .meetingChanges, .meetingCancellations, .meetingPeople, .meetingAgendas,
            .apologies:
            .arrangeMeetings
        case .beginnings, .attendances, .struckPoints, .endings, .circulations, .approvals,
            .addenda:
            .runMeetings
        case .actionEnds: .completeStep
        case .actionDays, .actionOwners, .actionsOvertaken, .actionsReopened: .trackActions
        }
    }

    /// Whether its address goes on to say what it is about: an entry, a step, a document, a person.
    package enum About: Hashable, Sendable {
        case theCase, maybeSomething, something
        /// A request, which the address names before the form.
        case aRequest
        /// A meeting, which the address names before the form.
        case aMeeting
    }

    package var about: About {
        switch self {
        case .seats, .dueDays, .revocations, .returnsElsewhere, .securedRecords, .replies,
            .checks:
            .aRequest
        case .asking, .closedSeats, .freshLinks, .codes, .releases, .sentByHand, .episodes,
            .meetings, .actionEnds, .actionDays, .actionOwners, .actionsOvertaken,
            .actionsReopened:
            .something
        case .meetingChanges, .meetingCancellations, .meetingPeople, .meetingAgendas, .apologies,
            .beginnings, .attendances, .struckPoints, .endings, .circulations, .approvals,
            .addenda:
            .aMeeting
        case .pauses, .resumptions: .maybeSomething
        case .corrections, .completions, .settingAside, .takingUp, .agreedDays, .audiences,
            .departures, .views, .signatures, .refusals, .submissions, .copies, .laterChanges,
            .sameChild, .delays, .delayNotices:
            .something
        case .answers, .logEntries, .involvements: .maybeSomething
        default: .theCase
        }
    }

    /// Whether a file can be sent with it.
    package var takesFile: Bool {
        switch self {
        case .filings, .submissions, .returnsElsewhere, .replies: true
        default: false
        }
    }

    /// Where its dates come to be shown before it is confirmed.
    package var changesDates: Bool {
        switch self {
        case .moments, .corrections, .completions, .settingAside, .takingUp, .agreedDays,
            .answers, .edition, .route, .submissions, .copies, .laterChanges, .asking, .dueDays,
            .revocations, .delays, .delayNotices, .panelReplies, .meetings,
            .meetingChanges, .meetingCancellations, .endings, .circulations:
            true
        default: false
        }
    }

    /// Its addresses under that of the case; `:about` stands for what it is about.
    package var paths: [String] {
        switch about {
        case .theCase: [rawValue]
        case .maybeSomething: [rawValue, "\(rawValue)/:about"]
        case .something: ["\(rawValue)/:about"]
        case .aRequest: ["requests/:about/\(rawValue)"]
        case .aMeeting: ["meetings/:about/\(rawValue)"]
        }
    }
}

extension Link {
    /// A form of a case, about the case itself or something in it.
    package static func form(
        _ form: CaseForm,
        of reference: CaseReference,
        about: String? = nil
    ) -> String {
        switch form.about {
        case .aRequest: "\(caseFile(reference, "requests", about))/\(form.rawValue)"
        case .aMeeting: "\(caseFile(reference, "meetings", about))/\(form.rawValue)"
        default: caseFile(reference, form.rawValue, about)
        }
    }
}

/// A form as somebody filled it in, with the command that it stands for.
package struct FilledCaseForm: Sendable {
    package let title: String
    package let lead: [String]
    package let button: String
    package let filler: FormFiller
    /// What must be read before the form.
    package let reading: [ReadSection]
    /// What is shown before it is confirmed.
    package let confirming: [ReadSection]
    /// What it asks for, all in one act; nil while anything is missing or wrong.
    package let commands: [CaseCommand]?
}

/// The file of a form: what was sent just now, or with an earlier try.
package struct FileAnswer: Hashable, Sendable {
    /// What is here, to be filed with the form.
    package let file: CaseDocument.File?
    /// Why what was sent last is not.
    package let fault: FileFault?
    /// Whether what is here was looked through for malware.
    package let isScanned: Bool

    package init(
        file: CaseDocument.File? = nil,
        fault: FileFault? = nil,
        isScanned: Bool = false
    ) {
        self.file = file
        self.fault = fault
        self.isScanned = isScanned
    }
}

/// New names for what a form may add; they come with the command.
package struct FreshNames: Hashable, Sendable {
    package let entry: EntryID
    package let document: DocumentID

    package init(entry: EntryID, document: DocumentID) {
        self.entry = entry
        self.document = document
    }
}
