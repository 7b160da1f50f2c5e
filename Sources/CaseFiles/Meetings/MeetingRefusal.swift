import Partnerships
import Procedures
package import WorkingDays

/// Why a meeting is not arranged, held or minuted as asked.
package enum MeetingRefusal: Hashable, Sendable {
    case noMeeting(step: String)
    case unknownMeeting
    case endsBeforeItBegins(from: Minute, until: Minute)
    /// The day lies outside the window, and no reason is given.
    case outsideWindow(Day, opens: Day?, due: Day?)
    /// The last one of the step is still to be held.
    case arrangedAlready(Day)
    case otherChairNeedsAgreement
    case unknownConvening(valid: [String])
    case invitedTwice(String)
    case notAnAddress(String)
    /// The words go into people's calendars, and name a child of the case.
    case namesAChild
    case wasCancelled
    case wasHeld
    case notBegun
    case hasBegun
    case notHeld
    case unknownPerson
    case wasThere(String)
    case unknownItem(String)
    case thereAlready(String)
    case notThere(String)
    case leftBeforeComing(String, came: Minute, left: Minute)
    case badPresences
    case endsBeforeItBegan(began: Minute, ended: Minute)
    case lastWasThereUntil(Minute)
    case nobodyCame
    /// The procedure has a quorum, and nobody states whether it was met.
    case quorumNotStated
    /// Stated otherwise than counted, without a reason.
    case againstTheCount(isMet: Bool)
    /// What would be done at a meeting that has not been quorate.
    case notQuorate(step: String, meeting: String)
    case pointWantsNobody
    case noMinutes
    case minutesAreApproved
    case minutesAreNotApproved
    case circulatedToNobody
    /// They are to leave before part of the agenda, or are kept from the case: all that was said is not for them.
    case minutesAreNotFor([String])
    case noSuchAction
    /// It is done, or was overtaken.
    case actionIsSettled
    case notTheNewestMinutes
    case notALaterMeeting
}
