import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Views
import WorkingDays

/// The clock of a demonstration, which goes forward only, and its mail, which everybody there may read.
func addDemonstrationRoutes(to router: Router<VisitContext>, _ office: Office) {
    guard let clock = office.demonstration else { return }
    router.get("/demonstration/clock") { request, context -> Response in
        let guest = try office.guest(request, context)
        return clockPage(guest, FormFiller(nil)).response
    }
    router.get("/demonstration/mail") { _, context -> Response in
        let page = TakenMailPage(office.takenMail?(), address: "\(office.address())")
        return pageResponse(render(page, in: office.frame(context)))
    }
    router.post("/demonstration/clock") { request, context -> Response in
        let guest = try office.guest(request, context)
        let posted = try await guest.visit.posted(request)
        let (response, day) = clockPage(guest, FormFiller(posted.items))
        guard let day else { return response }
        let ahead = Int64(guest.today.days(to: day)) * 86_400_000
        try await clock.setAhead(clock.ahead() + ahead)
        return seeOther(Link.myWork)
    }
}

private func clockPage(_ guest: Guest, _ given: FormFiller) -> (response: Response, day: Day?) {
    var filler = given
    let day = filler.day("day", "The day it is to be", was: guest.today)
    if filler.isComplete, day < guest.today {
        filler.mark(
            "day",
            "The clock goes forward only: choose \(DayWording.words(guest.today)) or later"
        )
    }
    if filler.isComplete, guest.today.days(to: day) > 3_660 {
        filler.mark("day", "Choose a day within the next ten years")
    }
    let page = FormPage(
        title: "Set the clock of the demonstration",
        lead: [
            "It is \(DayWording.words(guest.today)) here. Put it forward to see what becomes due and overdue. A store with real cases has no such clock."
        ],
        form: Form(
            action: Link.clock,
            token: guest.formToken(Link.clock),
            fields: filler.fields,
            errors: filler.errors,
            button: "Set the clock"
        )
    )
    let isWrong = filler.isSent && !filler.isComplete
    let response = pageResponse(
        render(page, at: .elsewhere, in: guest.frame),
        status: isWrong ? .unprocessableContent : .ok
    )
    return (response, filler.isComplete ? day : nil)
}
