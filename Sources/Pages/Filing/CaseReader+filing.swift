import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseReader {
    /// Everything of the case with its folder and name; what people file comes last, so that it takes no name away.
    package var filing: CaseFiling {
        var filing = FilingBuilder(self)
        let now = (who: "Made when it is asked for", when: "")
        filing.add(
            .log,
            as: .log,
            "Daily log",
            day: today,
            who: now.who,
            when: now.when,
            address: "\(link("log"))/document"
        )
        filing.add(
            .chronology,
            as: .chronology,
            "Chronology",
            day: today,
            who: now.who,
            when: now.when,
            address: link("chronology")
        )
        filing.addVersions()
        filing.addAnswers()
        filing.addMeetings()
        filing.addPacks()
        filing.addFiled()
        return CaseFiling(filing.things)
    }

    /// Whether the reader may have a thing; all else of it is asked where it is read.
    package func sees(_ kind: FiledThing.Kind) -> Bool {
        switch kind {
        case .log: may(.seeLog)
        case .chronology: seesChronology && !file.requests.isEmpty
        case .version(let paper, _): form(ofPaper: paper) != nil
        case .agenda: true
        case .minutes, .minutesBegun: may(.seeMinutes)
        case .pack(let pack): packs.contains { $0.entry == pack }
        case .packNow: may(.seeReturns) && !file.acceptedReturns.isEmpty
        case .answer, .answerFile, .reply: may(.seeReturns)
        case .document(let document): !file.documentsHidden(from: person).contains(document)
        }
    }
}

extension FilingBuilder {
    fileprivate mutating func addVersions() {
        for paper in reader.file.papers {
            let kind = reader.procedure.papers.first { $0.id == paper.paper }
            for version in paper.versions {
                add(
                    .version(paper: paper.paper, number: version.number),
                    as: .papers,
                    reader.paperName(paper.paper),
                    of: kind,
                    version: version.number,
                    day: version.recorded.localTime.day,
                    who: reader.who(version.actor),
                    when: reader.when(version.recorded),
                    address: reader.paperLink(paper.paper, "versions", "\(version.number)")
                )
            }
        }
    }

    fileprivate mutating func addAnswers() {
        for request in reader.file.requests {
            let agency = request.asked.subject
            for (place, version) in request.versions.enumerated() {
                add(
                    .answer(request: request.entry, number: place + 1),
                    as: .returns,
                    "Answer of \(agency)",
                    agency: agency,
                    version: place + 1,
                    day: version.at.localTime.day,
                    who: version.put.seat.flatMap { reader.file.nameOfSeat($0) } ?? agency,
                    when: reader.when(version.at),
                    address: reader.answerLink(request.entry, place + 1)
                )
            }
        }
    }

    fileprivate mutating func addMeetings() {
        for meeting in reader.file.meetings {
            let name = reader.wording.meetingName(meeting.step).lowercasedStart
            let papers = reader.meetingLink(meeting, "papers")
            add(
                .agenda(meeting.entry),
                as: .agendas,
                "Agenda, \(name)",
                day: meeting.day,
                who: reader.who(meeting.by),
                when: reader.when(meeting.arranged),
                address: "\(papers)/agenda"
            )
            for (place, version) in meeting.minutes.enumerated() {
                add(
                    .minutes(meeting.entry, number: place + 1),
                    as: .minutes,
                    "Minutes, \(name)",
                    version: place + 1,
                    day: meeting.day,
                    who: reader.who(version.by),
                    when: reader.when(version.at),
                    address: place + 1 == meeting.minutes.count
                        ? "\(papers)/minutes" : "\(papers)/minutes/versions/\(place + 1)/document"
                )
            }
            guard meeting.begun != nil, meeting.minutes.isEmpty else { continue }
            add(
                .minutesBegun(meeting.entry),
                as: .minutes,
                "Minutes, \(name), draft",
                day: meeting.day,
                who: "Being written",
                when: "",
                address: "\(papers)/minutes"
            )
        }
    }

    fileprivate mutating func addPacks() {
        for (place, pack) in reader.file.packs.enumerated() {
            add(
                .pack(pack.entry),
                as: .packs,
                "Pack",
                version: place + 1,
                day: pack.from.localTime.day,
                who: "",
                when: reader.when(pack.from),
                address: reader.link("pack", "\(pack.entry)")
            )
        }
        add(
            .packNow,
            as: .packs,
            "Pack, not shared",
            day: reader.today,
            who: "Made when it is asked for",
            when: "",
            address: reader.link("pack", CaseReader.packNow)
        )
    }

    fileprivate mutating func addFiled() {
        var recorded: [DocumentID: (who: String, when: String)] = [:]
        for event in reader.opened.events {
            guard case .documentFiled(let filed) = event.event else { continue }
            recorded[filed.document.document] = (
                reader.who(event.actor), reader.when(event.recorded)
            )
        }
        let file = reader.file
        for document in file.documents {
            add(
                .document(document.document),
                as: .filed,
                document,
                recorded: recorded[document.document] ?? ("", ""),
                address: document.file.map { _ in
                    Link.file(of: document.document, in: file.reference)
                }
            )
        }
        for request in file.requests {
            let agency = request.asked.subject
            let files = "\(reader.requestLink(request))/files"
            for sent in request.filesOfAnswers {
                add(
                    .answerFile(sent.document.document),
                    as: .returns,
                    sent.document,
                    agency: agency,
                    recorded: (
                        sent.seat.flatMap { file.nameOfSeat($0) } ?? agency, reader.when(sent.at)
                    ),
                    address: sent.isOpen ? "\(files)/\(sent.document.document)" : nil
                )
            }
            for reply in request.replies {
                add(
                    .reply(reply.document),
                    as: .replies,
                    reply,
                    agency: agency,
                    recorded: (agency, DayWording.words(reply.filed)),
                    address: reply.file.map { _ in "\(files)/\(reply.document)" }
                )
            }
        }
    }
}
