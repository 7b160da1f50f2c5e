package import CaseFiles
package import Partnerships
package import Procedures
import WorkingDays

/// An event of a case with its place, time and actor, as the log words it.
package struct LoggedEvent: Hashable, Sendable {
    package let version: Int
    package let recorded: Timestamp
    package let actor: Actor
    package let event: CaseEvent

    package init(version: Int, recorded: Timestamp, actor: Actor, event: CaseEvent) {
        self.version = version
        self.recorded = recorded
        self.actor = actor
        self.event = event
    }
}

/// The daily log of a case, oldest first, each entry worded from what stood before it.
package func caseLog(
    of events: [LoggedEvent],
    under procedure: Procedure,
    names: [PersonID: String]
) -> [LogLine] {
    let wording = LogWording(wording: Wording(procedure), names: names)
    var file: CaseFile?
    return events.map { logged in
        let (kind, text, quoted) = wording.words(of: logged.event, after: file)
        if var standing = file {
            evolve(&standing, by: logged.event, recorded: logged.recorded, actor: logged.actor)
            file = standing
        } else {
            file = beginFile(with: logged.event, recorded: logged.recorded, actor: logged.actor)
        }
        let time = logged.recorded.localTime
        return LogLine(
            version: logged.version,
            kind: kind,
            day: DayWording.text(time.day),
            time: DayWording.words(time.minute),
            who: wording.name(logged.actor),
            text: text,
            quoted: quoted
        )
    }
}
