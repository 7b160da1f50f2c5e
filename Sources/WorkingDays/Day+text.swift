extension Day {
    /// The months in English, January first.
    package static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// The day written as exactly `2026-04-28`; `nil` for anything else or no such day.
    package init?(iso text: some StringProtocol) {
        self.init(isoBytes: text.utf8)
    }

    /// The day written in ASCII bytes as exactly `2026-04-28`; `nil` for anything else.
    package init?(isoBytes bytes: some Sequence<UInt8>) {
        if let day = bytes.withContiguousStorageIfAvailable({ Day(isoBytes: $0) }) {
            guard let day else { return nil }
            self = day
        } else {
            // One byte more than a day has is enough to tell that there are too many.
            let copy = Array(bytes.prefix(11))
            guard let day = copy.withUnsafeBufferPointer({ Day(isoBytes: $0) }) else { return nil }
            self = day
        }
    }

    /// The day written in ASCII bytes as exactly `2026-04-28`; `nil` for anything else.
    package init?(isoBytes bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let century = twoDigits(at: 0, of: bytes),
            let yearOfCentury = twoDigits(at: 2, of: bytes),
            let month = twoDigits(at: 5, of: bytes),
            let day = twoDigits(at: 8, of: bytes)
        else { return nil }
        self.init(year: century * 100 + yearOfCentury, month: month, day: day)
    }

    /// Appends the ten ASCII bytes of `2026-04-28`.
    package func appendISO(to bytes: inout [UInt8]) {
        let (year, month, day) = ymd
        appendTwoDigits(of: year / 100, to: &bytes)
        appendTwoDigits(of: year % 100, to: &bytes)
        bytes.append(0x2D)
        appendTwoDigits(of: month, to: &bytes)
        bytes.append(0x2D)
        appendTwoDigits(of: day, to: &bytes)
    }
}

extension Day: CustomStringConvertible {
    /// The day in ISO 8601: `2026-04-28`.
    package var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        appendISO(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Appends the ASCII digits of a number from 0 to 99, with a leading zero.
func appendTwoDigits(of number: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
    bytes.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
}

/// The number written as two ASCII digits at a place; `nil` when either is not a digit.
func twoDigits(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let tens = Int(bytes[index]) - 0x30
    let ones = Int(bytes[index + 1]) - 0x30
    return 0...9 ~= tens && 0...9 ~= ones ? tens * 10 + ones : nil
}
