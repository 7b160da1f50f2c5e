/// What a role may do in the system; the role's own name only says who does a step.
package enum Capacity: String, CaseIterable, Sendable {
    case coordinator, support, notifier, chair, partner, checker, signatory, member, contributor
    case reviewer, adviser, observer, administrator
}
