import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseStory {
    /// What came back in 4QX-7MD up to the day before: one return put on the wrong case, and taken off it.
    mutating func takeReturns(from notified: Day) {
        on(days.day(3, after: notified), "11:10", .priya)
        opened(.marlshireAdults)
        putForward(.marlshireAdults, .adultsKnowNobody)
        signed(.marlshireAdults)
        opened(.marlshireHealth)
        on(days.day(3, after: notified), "15:30", .priya)
        let rang = write("Fernhill Schools rang: their chronology comes in two days.")
        on(days.day(4, after: notified), "09:35", .priya)
        putForward(.portwellHospitals, .hospitalsFirst)
        putForward(.marlshirePolice, .police)
        on(days.day(4, after: notified), "10:45", .priya)
        write(
            "It was Portwell Hospitals who rang, not Fernhill Schools.",
            of: days.day(3, after: notified),
            corrects: rang
        )
        signed(.marlshirePolice)
        let mistaken = done(
            "ask-agencies.back",
            .received(from: "Steph Wragg"),
            of: DemonstrationAgency.marlshireProbation.name
        )
        signed(.portwellHospitals)
        accept(.marlshireAdults, "They searched every system, by all names.")
        putForward(.tidewater, .tidewater)
        signed(.tidewater)

        on(days.day(5, after: notified), "11:15", .joan)
        ask(
            .correctOccurrence(
                mistaken,
                day: nil,
                minute: nil,
                reason: "What came was for another case; Marlshire Probation has not answered."
            )
        )
        accept(.marlshirePolice, "Complete and dated.")
        sendBack(
            .portwellHospitals,
            (section: "What your agency did and knew", reason: "The times of arrival are missing.")
        )
        ask([.marlshireMinds], because: "The hospital names them as seeing the mother")
        opened(.coastAmbulance)
        by(.nadia)
        done("ask-council.back", .received(from: "Nadia Brook"), of: "qa-manager")
        by(.daniel)
        let briefing = file(
            "Children’s Services briefing report, draft 1",
            "council-briefing",
            in: "Case folder"
        )
        on(days.day(5, after: notified), "15:05", .tom)
        done(
            "check-council-briefing",
            .decided(outcome: "accept", reasons: "Complete; the genogram is still to come."),
            of: "qa-manager"
        )
        on(days.day(5, after: notified), "16:30", .helen)
        look("document \(briefing)")
        on(days.day(6, after: notified), "09:30", .priya)
        let due = days.day(8, after: notified)
        for agency in [
            DemonstrationAgency.portwellHousing, .marlshireProbation, .fernhillSchools,
            .marlshireCommunity, .harbourPractice, .coastAmbulance, .marlshireHealth,
            .portwellHospitals, .marlshireMinds,
        ] { reminded(agency, "before-due", due: due) }
        on(days.day(6, after: notified), "10:20", .priya)
        putForward(.portwellHospitals, .hospitalsSecond)
        signed(.portwellHospitals)
        accept(.portwellHospitals, "The times are there now.")
        putForward(.marlshireHealth, .health)
        signed(.marlshireHealth)
        sendBack(
            .tidewater,
            (section: "What your agency did and knew", reason: "Nothing is said of home visits.")
        )
    }

    /// Yesterday and this morning.
    mutating func reachDayEight(from notified: Day) {
        on(days.day(6, after: notified), "14:00", .joan)
        let disclosure = file("Police disclosure on the parents", nil, in: "Police evidence store")
        ask(
            .narrowDocument(
                disclosure,
                audience: [
                    DemonstrationPerson.joan.id, DemonstrationPerson.ruth.id,
                    DemonstrationPerson.daniel.id, DemonstrationPerson.neil.id,
                ],
                reason: "The police ask that it goes no further before charges are decided."
            )
        )
        on(days.day(7, after: notified), "09:50", .carla)
        ask(
            .recordSafety(
                isSafe: true,
                words: "The child and two siblings are with a relative; police bail conditions "
                    + "are in place."
            )
        )
        on(days.day(7, after: notified), "16:05", .priya)
        accept(.marlshireHealth, "")
        opened(.marlshireProbation)
        putForward(.marlshireProbation, .probation)
        opened(.fernhillSchools)
        opened(.marlshireCommunity)
        putForward(.marlshireCommunity, .community)
        signed(.marlshireCommunity)
        write("Reminded Portwell Housing, Marlshire Probation and Fernhill Schools by telephone.")
        by(.ruth)
        look("case")
        on(days.latest, "09:12", .priya)
        opened(.portwellHousing)
        putForward(.portwellHousing, .housing)
        signed(.portwellHousing)
        write("Marlshire Probation promises its report by the end of the day it is due.")
        by(.joan)
        write("Asked Daniel Osei for the genogram; he awaits one birth registration.")
        by(.olive)
        look("case")
    }

    @discardableResult
    mutating func returned(_ agency: DemonstrationAgency) -> EntryID {
        let lead = agency.agency.lead?.name ?? agency.name
        return done("ask-agencies.back", .received(from: lead), of: agency.name)
    }
}
