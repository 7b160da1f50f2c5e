package import CaseFiles
package import Partnerships
import Procedures
package import WorkingDays

extension OpenedCase {
    /// Whoever coordinates the case on a day.
    package func coordinators(on day: Day) -> [Person] {
        holders(of: procedure.roles.filter { $0.capacity == .coordinator }.map(\.id), on: day)
    }

    /// Those on the case with a role on a day; nobody who may not know of it is written to.
    package func holders(of roles: [String], on day: Day) -> [Person] {
        file.holders(of: roles, on: day).filter { person in
            partnership.isMember(person, on: day)
                && !partnership.isExcluded(person, from: file.reference)
        }.compactMap { partnership.people[$0] }
    }

    /// What every message about a request knows on a day.
    package func mailFacts(
        _ asked: CaseEvent.AgencyAsked,
        due: Day?,
        asker: String,
        on day: Day
    ) -> RequestMail.Facts {
        let contact = coordinators(on: day).first.map { "\($0.name), " } ?? ""
        return RequestMail.Facts(
            agency: asked.subject,
            partnership: partnership.name,
            reference: "\(file.reference)",
            due: due,
            contact: contact + partnership.name,
            asker: asker
        )
    }

    /// Working days from a day to another; 0 on it and before.
    package func workingDaysOverdue(_ due: Day?, on day: Day) -> Int {
        guard let due, due < day else { return 0 }
        let passed = try? partnership.calendar.workingDays(from: due, to: day)
        return max(0, passed ?? 0)
    }
}
