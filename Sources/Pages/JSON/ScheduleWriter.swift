package import Procedures
package import Schedules
package import WorkingDays

/// Writes schedules of one procedure as JSON.
///
/// Days are ISO, absent values `null`, slack in working days.
///
/// What is the same in every schedule of a procedure is written once, when the writer is made.
package struct ScheduleWriter: Sendable {
    private let procedure: Procedure
    private let calendar: WorkingCalendar
    private let reasons: Reasons
    /// By line, its id, clauses, words, people and kind.
    private let heads: [[UInt8]]
    /// By line, its clause and reason, as they close the explanation under its first limit.
    private let tails: [[UInt8]]

    package init(_ procedure: Procedure, _ calendar: WorkingCalendar) {
        self.procedure = procedure
        self.calendar = calendar
        let reasons = Reasons(procedure, calendar)
        self.reasons = reasons
        let keys = procedure.steps.indices.flatMap { number in
            [false, true].map {
                ScheduledStep.Key(step: Reference(number), isReturn: $0, subject: nil)
            }
        }
        heads = keys.map { Self.head($0, reasons) }
        tails = keys.map { key in
            var json = JSONWriter()
            for sentence in reasons.authority(key, entry: 0, clock: nil) { json.string(sentence) }
            return json.bytes
        }
    }

    private static func head(_ key: ScheduledStep.Key, _ reasons: Reasons) -> [UInt8] {
        let step = reasons.wording.procedure.steps[key.step]
        var json = JSONWriter()
        json.key("id")
        json.string(reasons.id(key))
        json.key("clauses")
        json.strings(reasons.clauses(key))
        json.key("does")
        json.string(reasons.does(key))
        json.key("by")
        json.array(reasons.by(key)) { $0.string($1.text) }
        json.key("kind")
        json.string(key.isReturn ? "return" : step.kind.id)
        return json.bytes
    }

    /// Appends one schedule as one JSON object.
    package func append(_ schedule: Schedule, to json: inout JSONWriter) {
        var counts = CountWords()
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
            json.array(schedule.clocks) { $0.clock($1, procedure, calendar, reasons) }
            json.key("steps")
            json.array(schedule.steps) { append($1, &counts, to: &$0) }
            json.key("warnings")
            json.array(schedule.findings) { json, finding in
                let text = reasons.text(finding)
                json.object { json in
                    json.key("code")
                    json.string(text.code)
                    json.key("message")
                    json.string(text.message)
                }
            }
        }
    }

    private func append(
        _ line: ScheduledStep,
        _ counts: inout CountWords,
        to json: inout JSONWriter
    ) {
        let place = line.key.step.number * 2 + (line.key.isReturn ? 1 : 0)
        json.object { json in
            json.fragment(line.key.subject == nil ? heads[place] : Self.head(line.key, reasons))
            json.days(of: line, reasons)
            json.key("rule")
            json.string(reasons.rule(line))
            json.key("force")
            json.string(reasons.force(line).rawValue)
            json.key("why")
            json.list { json in
                for sentence in reasons.howCounted(line, &counts) { json.string(sentence) }
                let clock = line.dated?.rule?.clock
                if line.entry == 0, clock == nil {
                    json.fragment(tails[place])
                } else {
                    for sentence in reasons.authority(line.key, entry: line.entry, clock: clock) {
                        json.string(sentence)
                    }
                }
            }
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
}

extension JSONWriter {
    fileprivate mutating func clock(
        _ clock: CaseClock,
        _ procedure: Procedure,
        _ calendar: WorkingCalendar,
        _ reasons: Reasons
    ) {
        let rule = procedure.clocks[clock.rule]
        object { json in
            json.key("id")
            json.string(rule.id)
            json.key("starts")
            json.string(clock.start.map { reasons.id($0.point) })
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

    fileprivate mutating func days(of line: ScheduledStep, _ reasons: Reasons) {
        key("if")
        string(line.openCondition.map { reasons.wording.condition($0) })
        key("opens")
        day(line.opens)
        key("due")
        day(line.due)
        key("at")
        string(line.dated?.at?.description)
        key("workingTarget")
        day(line.dated?.workingTarget)
        key("standing")
        string(line.standing.rawValue)
        key("done")
        day(line.done?.day)
        key("booked")
        day(line.booked)
        key("prompt")
        day(line.prompt)
    }

    fileprivate mutating func reading(_ reading: ReadingResult, _ reasons: Reasons) {
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
