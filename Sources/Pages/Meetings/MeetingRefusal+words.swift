import CaseFiles
import Procedures
import WorkingDays

extension MeetingRefusal {
    /// What to do, in a sentence without its stop.
    func words(under procedure: Procedure) -> String {
        let wording = Wording(procedure)
        return switch self {
        case .noMeeting(let step): "“\(Wording.spaced(step))” is no meeting of this procedure"
        case .unknownMeeting: "There is no such meeting in this case"
        case .endsBeforeItBegins(let from, _):
            "The end must be later than the beginning, \(DayWording.words(from))"
        case .outsideWindow(let day, let opens, let due):
            "\(Wording.outside(MeetingWindow(opens: opens, due: due), day)): say why"
        case .arrangedAlready(let day):
            "It is arranged already, for \(DayWording.words(day)): move that meeting or cancel it"
        case .otherChairNeedsAgreement:
            "Somebody else than the procedure names is to chair: enter who agreed, and why"
        case .unknownConvening(let valid):
            "Choose what it is convened as: \(DayWording.list(valid, "or"))"
        case .invitedTwice(let email): "\(email) is there twice"
        case .notAnAddress(let email): "“\(email)” is no e-mail address"
        case .namesAChild:
            "The place goes into people’s calendars and names a child of this case: write it without the name"
        case .wasCancelled: "The meeting was cancelled"
        case .wasHeld: "The meeting has ended"
        case .notBegun: "The meeting has not begun: record when it began"
        case .hasBegun: "The meeting has begun"
        case .notHeld: "The meeting has not ended yet"
        case .unknownPerson: "That person is not on the list of this meeting"
        case .wasThere(let name): "\(name) was there, and stays on the list"
        case .unknownItem: "That item is no longer on the agenda"
        case .thereAlready(let name): "\(name) was recorded as there at that time"
        case .notThere(let name): "\(name) was never recorded as there"
        case .leftBeforeComing(let name, let came, _):
            "\(name) came at \(DayWording.words(came)), and cannot have left before"
        case .badPresences:
            "Each time of leaving must be later than the coming, and the times must follow each other"
        case .endsBeforeItBegan(let began, _):
            "The meeting began at \(DayWording.words(began)), and cannot have ended before"
        case .lastWasThereUntil(let minute):
            "Somebody was there at \(DayWording.words(minute)): enter a later end, or put the attendance right"
        case .nobodyCame: "Record who is there first"
        case .quorumNotStated: "Say what whoever chaired states of who was there"
        case .againstTheCount(let isMet):
            isMet
                ? "By the attendance everybody needed was there: enter why it is stated otherwise"
                : "By the attendance not everybody needed was there: enter why it is stated so"
        case .notQuorate(_, let meeting):
            "\(wording.meetingName(meeting)) has not been quorate: an inquorate meeting decides nothing. Record the end of a quorate one first"
        case .pointWantsNobody: "Enter whose action it is"
        case .noMinutes: "Put the minutes forward first"
        case .minutesAreApproved:
            "The minutes are approved and stay as they are: write an addendum"
        case .minutesAreNotApproved: "The minutes are not approved yet: change them themselves"
        case .circulatedToNobody: "Choose at least one person"
        case .minutesAreNotFor(let names):
            "\(DayWording.list(names)): to leave before part of the meeting, or kept from the case. The whole minutes are not for them: send what concerns them by itself, and write it in the log"
        case .noSuchAction: "There is no such action, or it was struck out"
        case .actionIsSettled: "The action is done or was overtaken: open it again first"
        case .notTheNewestMinutes: "There are newer minutes meanwhile: load the page again"
        case .notALaterMeeting: "Choose a later meeting that was held"
        }
    }

    /// Beside which question; nil for the form as a whole.
    var field: String? {
        switch self {
        case .endsBeforeItBegins, .endsBeforeItBegan, .lastWasThereUntil: "until"
        case .outsideWindow: "outside"
        case .otherChairNeedsAgreement: "chair-agreed-by"
        case .unknownConvening: "convened"
        case .namesAChild: "place"
        case .quorumNotStated: "quorate"
        case .againstTheCount: "reason"
        case .invitedTwice, .notAnAddress: "others"
        case .pointWantsNobody: "who"
        case .circulatedToNobody, .minutesAreNotFor: "to"
        case .notALaterMeeting: "at"
        default: nil
        }
    }
}
