package import CaseFiles
package import Partnerships
package import Procedures
package import WorkingDays

/// The daily log of a case, oldest first, each entry worded from what stood before it.
///
/// The titles of hidden documents are not told. Where only the newest are wanted, those before are not worded.
package func caseLog(
    of events: [RecordedCaseEvent],
    under procedure: Procedure,
    names: [PersonID: String],
    hiding hidden: Set<DocumentID> = [],
    forms: [FormDefinition] = [],
    runsTheCase: Bool = true,
    seesReturns: Bool = true,
    newest: Int = .max
) -> [LogLine] {
    let wording = LogWording(
        wording: Wording(procedure),
        names: names,
        hidden: hidden,
        forms: forms,
        runsTheCase: runsTheCase,
        seesReturns: seesReturns
    )
    let first = events.count - min(newest, events.count)
    var file: CaseFile?
    var lines: [LogLine] = []
    for (place, logged) in events.enumerated() {
        if place >= first { lines.append(wording.line(logged, after: file)) }
        if var standing = file {
            // Let go first, so that what stands is changed in place and not copied.
            file = nil
            evolve(&standing, by: logged.event, recorded: logged.recorded, actor: logged.actor)
            file = standing
        } else {
            file = beginFile(with: logged.event, recorded: logged.recorded, actor: logged.actor)
        }
    }
    return lines
}

extension CaseReader {
    /// The log of the case as its reader may read it.
    package func log(newest: Int = .max) -> [LogLine] {
        caseLog(
            of: opened.events,
            under: procedure,
            names: partnership.people.mapValues(\.name),
            hiding: file.documentsHidden(from: person),
            forms: opened.forms,
            runsTheCase: opened.isRun(by: person),
            seesReturns: may(.seeReturns),
            newest: newest
        )
    }
}

extension OpenedCase {
    /// Whether somebody coordinates the case or its partnership, and is kept from no case that may be of the same child.
    fileprivate func isRun(by reader: PersonID) -> Bool {
        let isKeptFrom = file.sameChild.contains {
            partnership.isExcluded(reader, from: $0.suspected.other)
        }
        let parts = file.people.filter { $0.person == reader }.flatMap(\.roles)
        let coordinates =
            parts.contains { procedure.capacity(ofPart: $0) == .coordinator }
            || partnership.memberships.contains { membership in
                membership.person == reader
                    && membership.roles.contains { $0.capacity == .coordinator }
            }
        return coordinates && !isKeptFrom
    }
}

extension CaseFile {
    /// The documents that are kept to people of whom the reader is none.
    package func documentsHidden(from reader: PersonID) -> Set<DocumentID> {
        Set(documents.filter { !$0.isOpen(to: reader) }.map(\.document))
    }
}

/// Which entries of a log are shown.
package struct LogFilter: Hashable, Sendable {
    package let person: PersonID?
    package let kind: LogLine.Kind?
    package let from: Day?
    package let until: Day?

    package init(person: PersonID?, kind: LogLine.Kind?, from: Day?, until: Day?) {
        self.person = person
        self.kind = kind
        self.from = from
        self.until = until
    }

    func lets(_ line: LogLine) -> Bool {
        (person == nil || person == line.person) && (kind == nil || kind == line.kind)
            && (from.map { $0 <= line.recorded } ?? true)
            && (until.map { line.recorded <= $0 } ?? true)
    }
}
