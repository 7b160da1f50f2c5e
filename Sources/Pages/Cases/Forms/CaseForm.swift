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
        }
    }

    /// Whether its address goes on to say what it is about: an entry, a step, a document, a person.
    package enum About: Hashable, Sendable {
        case theCase, maybeSomething, something
    }

    package var about: About {
        switch self {
        case .corrections, .completions, .settingAside, .takingUp, .agreedDays, .audiences,
            .departures, .views, .signatures, .refusals, .submissions, .copies, .laterChanges,
            .sameChild:
            .something
        case .answers, .logEntries: .maybeSomething
        default: .theCase
        }
    }

    /// Whether a file can be sent with it.
    package var takesFile: Bool { self == .filings || self == .submissions }

    /// Where its dates come to be shown before it is confirmed.
    package var changesDates: Bool {
        switch self {
        case .moments, .corrections, .completions, .settingAside, .takingUp, .agreedDays,
            .answers, .edition, .route, .submissions, .copies, .laterChanges:
            true
        default: false
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
    /// What it asks for, all in one act; nil while anything is missing or wrong.
    package let commands: [CaseCommand]?
}

/// The file of a form: what was sent just now, or with an earlier try.
package struct FileAnswer: Hashable, Sendable {
    /// What is here, to be filed with the form.
    package let file: CaseDocument.File?
    /// Why what was sent last is not.
    package let fault: FileFault?

    package init(file: CaseDocument.File? = nil, fault: FileFault? = nil) {
        self.file = file
        self.fault = fault
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
