import CaseFiles
import Partnerships
import Procedures
import WorkingDays

/// The reviews of one partnership that are played, each as far as its stage.
struct PlayedPartnership: Sendable {
    let cast: ReviewCast
    /// By how many working days after the first a notification is made; nil on the last day.
    let notified: Int?
    /// What the national Panel asks for where it has replied.
    let reply: PanelReply
    let reviews: [Review]
    /// Given to the procedure's questions, by id.
    var answers: [String: Bool] = [:]

    /// One review: on which working day it is, and whom it is about.
    struct Review: Sendable {
        let stage: ReviewStage
        /// Working days since the day on which everybody learnt of the incident.
        let day: Int
        let reference: String
        let child: String
        let months: Int
        let place: String

        init(
            _ stage: ReviewStage,
            after day: Int,
            _ reference: String,
            _ child: String,
            months: Int,
            at place: String
        ) {
            self.stage = stage
            self.day = day
            self.reference = reference
            self.child = child
            self.months = months
            self.place = place
        }
    }
}

extension PlayedPartnership {
    /// The procedure it works under, by id.
    var procedure: String { cast.partnership.procedure }

    static let all = [marlshire, eastmoor, oakvale, millhaven, ravensby]

    static let marlshire = PlayedPartnership(
        cast: .marlshire,
        notified: 3,
        reply: .queries,
        reviews: [
            .init(.notified, after: 4, "7EP-2CV", "Alder", months: 9, at: "Portwell"),
            .init(.met, after: 14, "7WB-5BC", "Aspen", months: 57, at: "Fernhill"),
            .init(.signing, after: 17, "8CH-3VQ", "Avocet", months: 5, at: "Portwell Harbour"),
            .init(.submitted, after: 20, "3HY-2WW", "Bracken", months: 57, at: "Portwell"),
            .init(.replied, after: 30, "2HB-4KQ", "Bramble", months: 14, at: "Fernhill"),
            .init(.closed, after: 60, "3WK-4DW", "Briar", months: 130, at: "Portwell Harbour"),
        ]
    )

    static let eastmoor = PlayedPartnership(
        cast: .eastmoor,
        notified: 3,
        reply: .asksToReconsider,
        reviews: [
            .init(.referred, after: 1, "5ND-3WB", "Bunting", months: 130, at: "Moorside"),
            .init(.notified, after: 4, "5SZ-8MR", "Cedar", months: 130, at: "Eastmoor"),
            .init(.asked, after: 7, "9NK-5FH", "Clover", months: 9, at: "Moorside"),
            .init(.met, after: 12, "6TS-7RK", "Curlew", months: 130, at: "Eastmoor"),
            .init(.signing, after: 16, "3DT-8FM", "Dunlin", months: 14, at: "Moorside"),
            .init(.replied, after: 28, "9QB-3VW", "Fern", months: 40, at: "Eastmoor"),
            .init(.closed, after: 48, "7NX-9WR", "Fulmar", months: 9, at: "Moorside"),
        ]
    )

    static let oakvale = PlayedPartnership(
        cast: .oakvale,
        notified: 0,
        reply: .asksToReconsider,
        reviews: [
            .init(.referred, after: 1, "3JS-3BK", "Gannet", months: 130, at: "Oakvale"),
            .init(.notified, after: 0, "9KP-7AR", "Hazel", months: 40, at: "Brook Lane"),
            .init(.asked, after: 5, "4XD-9BG", "Holly", months: 31, at: "Oakvale"),
            .init(.met, after: 7, "4HP-8SC", "Ivy", months: 14, at: "Brook Lane"),
            .init(.signing, after: 9, "9PV-6EQ", "Juniper", months: 98, at: "Oakvale"),
            .init(.submitted, after: 16, "6QN-8HE", "Kestrel", months: 9, at: "Brook Lane"),
            .init(.replied, after: 24, "4EH-5AS", "Lapwing", months: 130, at: "Oakvale"),
            .init(.closed, after: 44, "4JK-2EQ", "Larch", months: 98, at: "Brook Lane"),
        ]
    )

    static let millhaven = PlayedPartnership(
        cast: .millhaven,
        notified: 3,
        reply: .queries,
        reviews: [
            .init(.referred, after: 1, "7XW-7ET", "Laurel", months: 130, at: "Millhaven"),
            .init(.notified, after: 4, "2RZ-8PP", "Maple", months: 57, at: "Weirside"),
            .init(.met, after: 9, "3SY-8BG", "Merlin", months: 9, at: "Millhaven"),
            .init(.submitted, after: 20, "5RF-3MX", "Myrtle", months: 5, at: "Weirside"),
            .init(.replied, after: 29, "3AW-4VD", "Osprey", months: 40, at: "Millhaven"),
            .init(.localReview, after: 45, "2CG-8EY", "Petrel", months: 31, at: "Weirside"),
            .init(.closed, after: 52, "7XN-9DD", "Pipit", months: 75, at: "Millhaven"),
        ]
    )

    static let ravensby = PlayedPartnership(
        cast: .ravensby,
        notified: nil,
        reply: .asksToReconsider,
        reviews: [
            .init(.referred, after: 1, "9SS-6CE", "Rowan", months: 9, at: "Ravensby"),
            .init(.notified, after: 1, "7JS-4TA", "Sage", months: 26, at: "Northmere"),
            .init(.asked, after: 8, "7EV-2TK", "Sorrel", months: 9, at: "Ravensby"),
            .init(.met, after: 13, "6TN-4NH", "Tansy", months: 98, at: "Northmere"),
            .init(.signing, after: 13, "7YH-5HP", "Teal", months: 26, at: "Ravensby"),
            .init(.submitted, after: 17, "5TS-7AA", "Willow", months: 31, at: "Northmere"),
            .init(.replied, after: 25, "9JG-7RN", "Yarrow", months: 40, at: "Ravensby"),
            .init(.closed, after: 45, "3HD-5SG", "Swift", months: 40, at: "Northmere"),
        ],
        answers: ["notification-completed": true]
    )
}
