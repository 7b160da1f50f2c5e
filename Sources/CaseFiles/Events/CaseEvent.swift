package import Partnerships
package import WorkingDays

/// What happened in a case, in the field's words; never changed once recorded.
///
/// When and by whom it was recorded stands in the event's header. The property names are those of the stored text,
/// for ever: a shape that changes gets a new version in the codec.
package enum CaseEvent: Hashable, Sendable {
    case caseOpened(CaseOpened)
    case caseDescribed(CaseDescribed)
    case routeChosen(RouteChosen)
    case momentRecorded(MomentRecorded)
    case momentCorrected(OccurrenceCorrected)
    case stepCompleted(StepCompleted)
    case stepCorrected(OccurrenceCorrected)
    case stepSetAside(StepSetAside)
    case stepTakenUp(StepTakenUp)
    case factRecorded(FactRecorded)
    case dayAgreed(DayAgreed)
    case safetyRecorded(SafetyRecorded)
    case personPutOn(PersonPutOn)
    case personTakenOff(PersonTakenOff)
    case logEntryWritten(LogEntryWritten)
    case documentFiled(DocumentFiled)
    case documentNarrowed(DocumentNarrowed)
    case editionMoved(EditionMoved)
    case caseClosed(CaseClosed)
    case caseReopened(CaseReopened)
    case paperBegun(PaperBegun)
    case paperPutForward(PaperPutForward)
    case paperSigned(PaperSigned)
    case signatureRefused(SignatureRefused)
    case viewGiven(ViewGiven)
    case criteriaWeighed(CriteriaWeighed)
    case submissionMade(SubmissionMade)
    case copySent(CopySent)
    case laterChangeRecorded(LaterChangeRecorded)
    case referrerTold(ReferrerTold)
    case sameChildLookedFor(SameChildLookedFor)
    case sameChildSuspected(SameChildSuspected)
    case sameChildSettled(SameChildSettled)
    case request(RequestEvent)
    case conclusion(ConclusionEvent)
    case involvementRecorded(InvolvementRecorded)

    package struct CaseOpened: Hashable, Sendable, Codable {
        package let reference: CaseReference
        package let edition: Edition
        /// The day the case began, which may lie before it was opened here.
        package let began: Day
        package let about: CaseAbout
        package let route: Route
        package let coordinator: CasePerson
    }

    package struct CaseDescribed: Hashable, Sendable, Codable {
        package let about: CaseAbout
        package let reason: String
    }

    package struct RouteChosen: Hashable, Sendable, Codable {
        package let route: Route
        package let reason: String
    }

    package struct MomentRecorded: Hashable, Sendable, Codable {
        package let entry: EntryID
        /// A moment's id.
        package let moment: String
        package let subject: String?
        package let day: Day
        package let minute: Minute?
        package let note: String
    }

    /// A date corrected, or withdrawn because it never came.
    package struct OccurrenceCorrected: Hashable, Sendable, Codable {
        /// The entry that recorded it.
        package let corrects: EntryID
        /// Nil where it was recorded in error.
        package let day: Day?
        package let minute: Minute?
        package let reason: String
    }

    package struct StepCompleted: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let name: OccurrenceName
        package let day: Day
        package let minute: Minute?
        package let evidence: Evidence
        /// The due day that was shown to the person, where there was one.
        package let dueShown: Day?
    }

    package struct StepSetAside: Hashable, Sendable, Codable {
        package let step: String
        package let reason: String
    }

    package struct StepTakenUp: Hashable, Sendable, Codable {
        package let step: String
        package let reason: String
    }

    package struct FactRecorded: Hashable, Sendable, Codable {
        /// A fact's or question's id.
        package let fact: String
        package let value: Bool
        package let reason: String
    }

    package struct DayAgreed: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let name: OccurrenceName
        /// Nil where an agreement no longer stands and the computed day governs again.
        package let day: Day?
        package let reason: String
        /// The day that had governed.
        package let instead: Day?
    }

    package struct SafetyRecorded: Hashable, Sendable, Codable {
        package let isSafe: Bool
        package let words: String
        /// How far the case had come; nil in entries made before that was kept.
        package var stage: CaseStage?
    }

    package struct PersonPutOn: Hashable, Sendable, Codable {
        package let person: CasePerson
    }

    package struct PersonTakenOff: Hashable, Sendable, Codable {
        package let person: PersonID
        /// The last day on the case.
        package let until: Day
        package let reason: String
    }

    package struct LogEntryWritten: Hashable, Sendable, Codable {
        package let entry: EntryID
        /// The day that the entry is about.
        package let day: Day
        package let text: String
        /// The entry it puts right, which stays as it was.
        package let corrects: EntryID?
    }

    package struct DocumentFiled: Hashable, Sendable, Codable {
        package let document: CaseDocument
    }

    package struct DocumentNarrowed: Hashable, Sendable, Codable {
        package let document: DocumentID
        /// Nil: everyone on the case again.
        package let audience: [PersonID]?
        package let reason: String
    }

    package struct EditionMoved: Hashable, Sendable, Codable {
        package let from: Edition
        package let to: Edition
        package let reason: String
    }

    package struct CaseClosed: Hashable, Sendable, Codable {
        package let day: Day
        package let reason: String
    }

    package struct CaseReopened: Hashable, Sendable, Codable {
        package let reason: String
    }
}

extension CaseEvent {
    /// The name that the event gives to what it adds; nil for an event that adds nothing of its own.
    package var entry: EntryID? {
        switch self {
        case .momentRecorded(let moment): moment.entry
        case .stepCompleted(let step): step.entry
        case .dayAgreed(let agreed): agreed.entry
        case .logEntryWritten(let entry): entry.entry
        case .paperPutForward(let paper): paper.entry
        case .paperSigned(let signed): signed.entry
        case .signatureRefused(let refused): refused.entry
        case .viewGiven(let view): view.entry
        case .copySent(let copy): copy.entry
        case .laterChangeRecorded(let change): change.entry
        case .referrerTold(let told): told.entry
        case .sameChildSuspected(let suspected): suspected.entry
        case .request(let event): event.entry
        case .conclusion(let event): event.entry
        case .involvementRecorded(let told): told.entry
        default: nil
        }
    }
}
