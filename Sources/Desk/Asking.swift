package import Partnerships
package import WorkingDays

/// Who asks for something, in which partnership, and when.
package struct Asking: Hashable, Sendable {
    package let person: PersonID
    package let partnership: PartnershipID
    package let time: Timestamp

    package init(person: PersonID, partnership: PartnershipID, time: Timestamp) {
        self.person = person
        self.partnership = partnership
        self.time = time
    }

    package var today: Day { time.localTime.day }
}
