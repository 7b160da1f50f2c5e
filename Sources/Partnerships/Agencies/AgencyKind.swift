/// What kind of agency one is.
///
/// The raw values are stored: once written they never change.
package enum AgencyKind: String, CaseIterable, Hashable, Sendable, Codable {
    case childrensServices = "childrens-services"
    case adultServices = "adult-services"
    case police
    case integratedCareBoard = "integrated-care-board"
    case hospitalTrust = "hospital-trust"
    case communityHealth = "community-health"
    case generalPractice = "general-practice"
    case mentalHealth = "mental-health"
    case ambulance
    case school
    case earlyYears = "early-years"
    case college
    case probation
    case youthJustice = "youth-justice"
    case housing
    case drugAndAlcohol = "drug-and-alcohol"
    case cafcass
    case voluntary
    case other

    /// Whether it provides or commissions health care.
    package var isHealth: Bool {
        switch self {
        case .integratedCareBoard, .hospitalTrust, .communityHealth, .generalPractice,
            .mentalHealth, .ambulance:
            true
        default: false
        }
    }
}
