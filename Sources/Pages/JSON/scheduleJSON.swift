package import Procedures
package import Schedules
package import WorkingDays

/// Appends a schedule as one JSON object. Days are ISO, absent values `null`, slack in working days.
package func append(
    _ schedule: Schedule,
    under procedure: Procedure,
    calendar: WorkingCalendar,
    to json: inout JSONWriter
) {
    let reasons = Reasons(procedure, calendar)
    json.object { json in
        json.key("procedure")
        json.string(procedure.id)
        json.key("edition")
        json.string(procedure.edition)
        json.key("variation")
        json.string(procedure.variation?.id)
        json.key("today")
        json.day(schedule.today)
        json.key("clocks")
        json.array(schedule.clocks) { $0.clock($1, procedure, calendar) }
        json.key("steps")
        json.array(schedule.steps) { $0.step($1, reasons) }
        json.key("warnings")
        json.array(schedule.findings.map { reasons.text($0) }) { json, finding in
            json.object { json in
                json.key("code")
                json.string(finding.code)
                json.key("message")
                json.string(finding.message)
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func clock(
        _ clock: CaseClock,
        _ procedure: Procedure,
        _ calendar: WorkingCalendar
    ) {
        let rule = procedure.clocks[clock.rule]
        object { json in
            json.key("id")
            json.string(rule.id)
            json.key("starts")
            json.string(clock.start.map { Reasons(procedure, calendar).id($0.point) })
            json.key("dayZero")
            json.day(clock.start?.day)
            json.key("firstDay")
            json.number(rule.firstDay)
            json.key("days")
            json.array(clock.days(by: rule, calendar: calendar)) { json, counted in
                json.object { json in
                    json.key("day")
                    json.number(counted.number)
                    json.key("date")
                    json.day(counted.day)
                }
            }
        }
    }

    fileprivate mutating func step(_ line: ScheduledStep, _ reasons: Reasons) {
        let step = reasons.wording.procedure.steps[line.key.step]
        object { json in
            json.key("id")
            json.string(reasons.id(line.key))
            json.key("clauses")
            json.strings(reasons.clauses(line.key))
            json.key("does")
            json.string(reasons.does(line.key))
            json.key("by")
            json.array(reasons.by(line.key)) { $0.string($1.text) }
            json.key("kind")
            json.string(line.key.isReturn ? "return" : step.kind.id)
            json.key("if")
            json.string(line.openCondition.map { reasons.wording.condition($0) })
            json.key("opens")
            json.day(line.opens)
            json.key("due")
            json.day(line.due)
            json.key("at")
            json.string(line.dated?.at?.description)
            json.key("workingTarget")
            json.day(line.dated?.workingTarget)
            json.key("standing")
            json.string(line.standing.rawValue)
            json.key("done")
            json.day(line.done?.day)
            json.key("booked")
            json.day(line.booked)
            json.key("prompt")
            json.day(line.prompt)
            json.key("rule")
            json.string(reasons.rule(line))
            json.key("force")
            json.string(reasons.force(line).rawValue)
            json.key("why")
            json.strings(reasons.why(line))
            json.key("otherReadings")
            json.array(line.otherReadings) { $0.reading($1, reasons) }
            json.key("waitsFor")
            json.array(line.waitsFor) { $0.string(reasons.id($1)) }
            json.key("earliest")
            json.day(line.earliest)
            json.key("slack")
            json.number(line.slack)
        }
    }

    private mutating func reading(_ reading: ReadingResult, _ reasons: Reasons) {
        let (rule, why) = reasons.reading(reading)
        object { json in
            json.key("due")
            json.day(reading.dated?.due)
            json.key("rule")
            json.string(rule)
            json.key("why")
            json.string(why)
        }
    }
}
