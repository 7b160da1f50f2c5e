package import Procedures
import WorkingDays

/// Appends a procedure as one JSON object: steps in the guide's order, and every clause with what carries it.
package func append(_ procedure: Procedure, to json: inout JSONWriter) {
    let page = procedurePage(of: procedure)
    json.object { json in
        json.key("procedure")
        json.string(procedure.id)
        json.key("title")
        json.string(procedure.title)
        json.key("edition")
        json.string(procedure.edition)
        json.key("variation")
        json.string(procedure.variation?.id)
        json.key("variations")
        json.strings(procedure.variations.map(\.id))
        json.key("source")
        json.string(procedure.source.name)
        json.key("guidance")
        json.strings(procedure.guidance.map(\.id))
        json.key("clocks")
        json.array(procedure.clocks) { $0.clock($1, procedure) }
        json.key("sections")
        json.array(procedure.sections) { json, section in
            json.object { json in
                json.key("id")
                json.string(section.id)
                json.key("title")
                json.string(section.title)
                json.key("stage")
                json.string(section.stage.rawValue)
                json.key("steps")
                json.strings(procedure.steps[section.steps].map(\.id))
            }
        }
        json.key("steps")
        json.array(zip(procedure.steps, page.sections.flatMap(\.steps))) { $0.step($1.0, $1.1) }
        json.key("chasing")
        json.chasing(procedure)
        json.key("defects")
        json.array(page.defects) { json, defect in
            json.object { json in
                json.key("says")
                json.string(defect.name)
                json.key("instead")
                json.string(defect.text)
                json.key("clauses")
                json.string(defect.clauses)
            }
        }
        json.key("clauses")
        json.clauses(of: procedure)
    }
}

extension JSONWriter {
    fileprivate mutating func chasing(_ procedure: Procedure) {
        guard let chasing = procedure.chasing else { return null() }
        object { json in
            json.key("from")
            json.string(chasing.from.description)
            json.key("until")
            json.string(chasing.until.description)
            json.key("clauses")
            json.strings(chasing.clauses)
            json.key("because")
            json.string(chasing.because)
            json.key("rungs")
            json.array(chasing.rungs) { $0.rung($1, procedure) }
        }
    }

    private mutating func rung(_ rung: Chasing.Rung, _ procedure: Procedure) {
        object { json in
            json.key("id")
            json.string(rung.id)
            json.key("when")
            json.string(rung.when?.words ?? "on the due day")
            json.key("at")
            json.string(rung.at.description)
            json.key("to")
            json.strings(
                rung.to.map { recipient in
                    switch recipient {
                    case .contact(let contact): contact.rawValue
                    case .role(let role): procedure.roles[role].id
                    }
                }
            )
            json.key("says")
            json.string(rung.says.rawValue)
            json.key("clauses")
            json.strings(rung.clauses)
            json.key("because")
            json.string(rung.because)
        }
    }

    fileprivate mutating func clauses(of procedure: Procedure) {
        object { json in
            for (clause, carriers) in procedure.carriers {
                json.key(named: clause)
                json.strings(carriers)
            }
            for (clause, reason) in procedure.waived {
                json.key(named: clause)
                json.object { json in
                    json.key("waived")
                    json.string(reason)
                }
            }
        }
    }

    fileprivate mutating func clock(_ clock: ClockRule, _ procedure: Procedure) {
        let wording = Wording(procedure)
        object { json in
            json.key("id")
            json.string(clock.id)
            json.key("starts")
            json.string(wording.starts(clock.starts))
            json.key("firstDay")
            json.number(clock.firstDay)
            json.key("counts")
            json.string(clock.counts == .workingDay ? "working days" : "calendar days")
            json.key("clauses")
            json.strings(clock.clauses)
            json.key("because")
            json.string(clock.because)
            json.key("otherReadings")
            json.array(clock.otherReadings) { json, reading in
                json.object { json in
                    json.key("says")
                    json.string(wording.change(reading.changes))
                    json.key("because")
                    json.string(reading.because)
                    json.key("clauses")
                    json.strings(reading.clauses)
                }
            }
        }
    }

    fileprivate mutating func step(_ step: Step, _ text: ProcedurePage.StepText) {
        object { json in
            json.key("id")
            json.string(step.id)
            json.key("clauses")
            json.strings(step.clauses)
            json.key("does")
            json.string(step.does)
            json.key("by")
            json.string(text.who)
            json.key("kind")
            json.string(step.kind.id)
            json.key("due")
            json.string(text.due)
            json.key("records")
            json.string(step.records?.id)
            json.key("details")
            json.array(text.details) { json, detail in
                json.object { json in
                    json.key("term")
                    json.string(detail.term)
                    json.key("text")
                    json.string(detail.text)
                }
            }
            json.key("checklist")
            json.strings(step.checklist)
        }
    }
}
