/// A wall-clock minute of a day, from 00:00 to 23:59.
package struct Minute: Hashable, Sendable {
    /// Minutes since midnight by the clock on the wall, 0 to 1439.
    package let minuteOfDay: Int

    /// 00:00.
    package static let midnight = Minute(minutesAfterMidnight: 0)

    /// The minute so many minutes after midnight; `nil` outside 0 to 1439.
    package init?(minuteOfDay: Int) {
        guard 0..<1440 ~= minuteOfDay else { return nil }
        self.minuteOfDay = minuteOfDay
    }

    /// The minute at this hour, 0 to 23, and minute, 0 to 59; `nil` for any other.
    package init?(hour: Int, minute: Int) {
        guard 0..<24 ~= hour, 0..<60 ~= minute else { return nil }
        minuteOfDay = hour * 60 + minute
    }

    /// The minute written as exactly `16:00`; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8.prefix(6))
        let minute = bytes.withUnsafeBufferPointer { bytes -> Minute? in
            guard bytes.count == 5, bytes[2] == 0x3A,
                let hour = twoDigits(at: 0, of: bytes),
                let minute = twoDigits(at: 3, of: bytes)
            else { return nil }
            return Minute(hour: hour, minute: minute)
        }
        guard let minute else { return nil }
        self = minute
    }

    /// The minute of the day that falls so many minutes after some midnight.
    init(minutesAfterMidnight minutes: Int) {
        let rest = minutes % 1440
        minuteOfDay = rest < 0 ? rest + 1440 : rest
    }

    /// The hour, 0 to 23.
    package var hour: Int { minuteOfDay / 60 }

    /// The minute past the hour, 0 to 59.
    package var minute: Int { minuteOfDay % 60 }
}

extension Minute: Comparable {
    package static func < (left: Minute, right: Minute) -> Bool {
        left.minuteOfDay < right.minuteOfDay
    }
}

extension Minute: CustomStringConvertible {
    /// The minute on the 24-hour clock: `16:00`.
    package var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(5)
        appendTwoDigits(of: hour, to: &bytes)
        bytes.append(0x3A)
        appendTwoDigits(of: minute, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
