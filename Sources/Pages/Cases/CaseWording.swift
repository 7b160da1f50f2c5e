package import CaseFiles
import Procedures

extension Route {
    package var words: String {
        switch self {
        case .notificationAndRapidReview: "notification and rapid review"
        case .deathOfLookedAfterChild: "death of a looked-after child"
        case .deathOfCareLeaver: "death of a care leaver"
        case .localLearning: "local learning without notification"
        case .notNotified: "not notified"
        case .withdrawn: "withdrawn: the criteria proved unmet"
        case .anotherAreasDuty: "another area’s duty"
        }
    }
}

extension CaseStage {
    package var words: String {
        switch self {
        case .threshold: "Threshold"
        case .notification: "Notification"
        case .rapidReview: "Rapid review"
        case .nationalPanel: "With the national Panel"
        case .lcspr: "Local review"
        case .actions: "Actions"
        case .closed: "Closed"
        }
    }
}

extension Route {
    /// What choosing it says of the case.
    var facts: [Fact] {
        switch self {
        case .deathOfLookedAfterChild: [.died, .lookedAfter]
        case .deathOfCareLeaver: [.died, .careLeaver]
        case .withdrawn: [.criteriaUnmet]
        default: []
        }
    }
}
