import CaseFiles
import Desk
import Partnerships
import WorkingDays

extension CaseCommand.OpenCase {
    /// A case of one made-up child, coordinated by the person who asks unless another is given, and begun today unless on another day.
    static func madeUp(
        _ reference: CaseReference,
        _ edition: Edition,
        _ asking: Asking,
        coordinator: PersonID? = nil,
        roles: [String] = ["business-manager"],
        began: Day? = nil
    ) -> CaseCommand.OpenCase {
        CaseCommand.OpenCase(
            reference: reference,
            edition: edition,
            began: began ?? asking.today,
            about: CaseAbout(
                children: [
                    .init(name: "Example Child", aliases: [], born: nil, isUnborn: false)
                ],
                place: "Portwell",
                otherReferences: [],
                agencies: []
            ),
            route: .notificationAndRapidReview,
            coordinator: CasePerson(
                person: coordinator ?? asking.person,
                roles: roles,
                from: asking.today,
                until: nil
            )
        )
    }
}
