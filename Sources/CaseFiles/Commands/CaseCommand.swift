package import Partnerships
package import Procedures
package import WorkingDays

/// What a person asks of a case.
///
/// New names come with the command: nothing is made up inside.
package enum CaseCommand: Hashable, Sendable {
    case openCase(OpenCase)
    case describe(CaseAbout, reason: String)
    case chooseRoute(Route, reason: String)
    case recordMoment(RecordMoment)
    /// A day of nil withdraws what was recorded in error.
    case correctOccurrence(EntryID, day: Day?, minute: Minute?, reason: String)
    case completeStep(CompleteStep)
    case setStepAside(String, reason: String)
    case takeStepUp(String, reason: String)
    case recordFact(String, Bool, reason: String)
    /// A day of nil lets the computed day govern again.
    case agreeDay(OccurrenceName, day: Day?, reason: String, entry: EntryID)
    case recordSafety(isSafe: Bool, words: String)
    case putOn(CasePerson)
    case takeOff(PersonID, until: Day, reason: String)
    case writeLogEntry(String, day: Day, corrects: EntryID?, entry: EntryID)
    case fileDocument(CaseDocument)
    case narrowDocument(DocumentID, audience: [PersonID]?, reason: String)
    case moveEdition(Edition, reason: String)
    /// The open steps named are set aside with it.
    case closeCase(reason: String, settingAside: [String])
    case reopenCase(reason: String)
    case beginPaper(CaseEvent.PaperBegun)
    case putForward(CaseEvent.PaperPutForward)
    case sign(Sign)
    case refuseSignature(Sign)
    case giveView(CaseEvent.ViewGiven)
    case weigh(CaseEvent.CriteriaWeighed)
    case submit(Submit)
    case sendCopy(CaseEvent.CopySent)
    case recordLaterChange(CaseEvent.LaterChangeRecorded)
    case tellReferrer(CaseEvent.ReferrerTold)
    case noteSameChild(CaseEvent.SameChildLookedFor)
    case suspectSameChild(CaseEvent.SameChildSuspected)
    case settleSameChild(CaseEvent.SameChildSettled)
    case request(RequestCommand)
    case conclude(ConclusionCommand)
    case recordInvolvement(CaseEvent.InvolvementRecorded)

    /// A signature, or the refusal of one, under words that the person has read.
    package struct Sign: Hashable, Sendable {
        package let entry: EntryID
        package let step: String
        package let person: PersonID
        package let standingInFor: PersonID?
        /// Of the words that she read.
        package let digest: String
        package let words: String

        package init(
            entry: EntryID,
            step: String,
            person: PersonID,
            standingInFor: PersonID?,
            digest: String,
            words: String
        ) {
            self.entry = entry
            self.step = step
            self.person = person
            self.standingInFor = standingInFor
            self.digest = digest
            self.words = words
        }
    }

    /// That somebody submitted something to a body outside.
    package struct Submit: Hashable, Sendable {
        package let completion: CompleteStep
        package let by: String
        package let person: PersonID?
        /// The roles that whoever submitted holds on this case, by id.
        package let roles: [String]
        /// The copy that was downloaded there.
        package let copy: CaseDocument?

        package init(
            completion: CompleteStep,
            by: String,
            person: PersonID?,
            roles: [String],
            copy: CaseDocument?
        ) {
            self.completion = completion
            self.by = by
            self.person = person
            self.roles = roles
            self.copy = copy
        }
    }

    package struct OpenCase: Hashable, Sendable {
        package let reference: CaseReference
        package let edition: Edition
        package let began: Day
        package let about: CaseAbout
        package let route: Route
        package let coordinator: CasePerson

        package init(
            reference: CaseReference,
            edition: Edition,
            began: Day,
            about: CaseAbout,
            route: Route,
            coordinator: CasePerson
        ) {
            self.reference = reference
            self.edition = edition
            self.began = began
            self.about = about
            self.route = route
            self.coordinator = coordinator
        }
    }

    package struct RecordMoment: Hashable, Sendable {
        package let entry: EntryID
        package let moment: Moment
        package let subject: String?
        package let day: Day
        package let minute: Minute?
        package let note: String

        package init(
            entry: EntryID,
            moment: Moment,
            subject: String? = nil,
            day: Day,
            minute: Minute? = nil,
            note: String = ""
        ) {
            self.entry = entry
            self.moment = moment
            self.subject = subject
            self.day = day
            self.minute = minute
            self.note = note
        }
    }

    package struct CompleteStep: Hashable, Sendable {
        package let entry: EntryID
        package let name: OccurrenceName
        package let day: Day
        package let minute: Minute?
        package let evidence: Evidence

        package init(
            entry: EntryID,
            name: OccurrenceName,
            day: Day,
            minute: Minute? = nil,
            evidence: Evidence
        ) {
            self.entry = entry
            self.name = name
            self.day = day
            self.minute = minute
            self.evidence = evidence
        }
    }
}
