package import Partnerships
package import Procedures
package import WorkingDays

/// Why a case does not take a command, with what the person must know to put it right.
package enum CaseRefusal: Error, Hashable, Sendable {
    case alreadyOpened
    case notOpened
    case caseIsClosed
    case caseIsOpen
    /// Something that must be written was left empty.
    case missing(Part)
    case tooLong(Part, characters: Int, most: Int)
    /// A day that lies ahead, for something that has happened.
    case dayAhead(Day, today: Day)
    case dayBeforeTheCase(Day, began: Day)
    case childrenOutOfRange(Int)
    case unknownPoint(String, valid: [String])
    /// A moment that a step of this procedure brings about with its own evidence.
    case momentComesFromSteps(Moment, steps: [String])
    case momentIsNotEntered(Moment)
    case happensOnce(OccurrenceName, recorded: EntryID, day: Day)
    case unknownEntry(EntryID)
    case alreadyWithdrawn(EntryID)
    case unknownStep(String, valid: [String])
    case unknownFact(String, valid: [String])
    case unknownPaper(String, valid: [String])
    case unknownFolder(String, valid: [String])
    case unknownRole(String, valid: [String])
    case unknownDocument(DocumentID)
    case wrongEvidence(step: String, needs: Evidence.Kind, given: Evidence.Kind)
    case evidenceIncomplete(step: String, Evidence.Kind)
    case outcomeNeeded(step: String, valid: [String])
    case unknownOutcome(step: String, given: String, valid: [String])
    case stepIsSetAside(String)
    case stepIsNotSetAside(String)
    case stepIsDone(String)
    case noAgreement(OccurrenceName)
    case notOnTheCase(PersonID)
    case lastCoordinator
    case endsBeforeItBegins(from: Day, until: Day)
    case sameEdition
    case alreadyFiled(DocumentID)
    case nobodyMaySeeIt
    /// Somebody else has begun this document meanwhile.
    case paperIsBegun(String)
    /// What was submitted stays as it was sent.
    case paperIsSubmitted(String)
    case nothingToSign(String)
    /// What she read is no longer what would be signed.
    case wordsHaveChanged(String)
    /// The procedure lets nobody stand in here.
    case inPersonOnly(String)
    case notHersToSign(String)
    case noViews(String)
    case noSubmission(String)
    /// Only people in these parts submit; others after another step, where the procedure names one.
    case notRegistered(step: String, roles: [String], othersAfter: String?)
    case unknownRecipient(String, step: String, valid: [String])
    case notSubmitted(String)
    /// The step asks nobody for an answer.
    case noRequest(String)
    case nobodyAsked(String)
    case alreadyAsked(String)
    /// Nobody of the agency would write the answer.
    case nobodyToAnswer(String)
    case hasASeat(String)
    case seatIsShut
    /// Nothing goes to an address that has not answered and that nobody vouches for.
    case untrustedAddresses([String])
    case requestIsRevoked(String)
    case notHersToWrite
    case alreadyAnswered(String)
    case alreadyChecked(String)
    /// Whoever wrote a return does not sign it, unless the business unit records why.
    case writerCannotSign
    /// Her way in is that of somebody who writes.
    case notASignatory
    case tooManySeats(most: Int)
    case tooManyFiles(most: Int)
    case tooManyRows(most: Int)
    case rowsTooLarge(most: Int)
    case filesTooLarge(bytes: Int, most: Int)
    case notAccepted(String)
    case nothingToShare
    case tooManyPeople(most: Int)
    /// What is wrong with one entry of the list of people, by its number from 1.
    case listedPerson(number: Int, ListedPerson.Fault)
    /// A day that would not be later than the one it takes the place of.
    case notLate(Day, due: Day)
    /// Nothing went to the national Panel that it could answer.
    case nothingSubmitted
    /// Steps that apply, are not done, and were not set aside.
    case dutiesOpen([String])
    /// A day that must lie ahead.
    case dayNotAhead(Day, today: Day)
    case meeting(MeetingRefusal)

    package enum Part: String, Hashable, Sendable {
        case reason, words, text, childName = "child's name", title, note, evidence, subject
        case whyNotAsked = "reason why nobody has asked"
        case dayAsked = "day on which the person was asked"
        case deciders = "names of those who decided"
        case nationalReasons = "reasons for or against a national review"
        case dissent = "disagreement: who disagreed, and why"
        case agreedBy = "name of whoever agreed to the new day"
        case name, how, place, purpose, email = "e-mail address", jobTitle = "job title"
        /// What was searched before an agency said that it never had contact.
        case searched = "what was searched"
    }
}
