/// Where a request comes from, as coarsely as one household or office gets its addresses.
///
/// That is 24 bits of an IPv4 address and 56 of an IPv6 one: whoever holds one address of a block
/// mostly holds them all.
package struct AddressBlock: Hashable, Sendable {
    /// 4 and three bytes, or 6 and seven.
    package let bytes: [UInt8]

    /// Takes the bytes of an address; nil for other than four or sixteen.
    package init?(address: [UInt8]) {
        switch address.count {
        case 4: bytes = [4] + address.prefix(3)
        case 16 where address.prefix(12) == Self.ipv4InIPv6: bytes = [4] + address[12..<15]
        case 16: bytes = [6] + address.prefix(7)
        default: return nil
        }
    }

    private static let ipv4InIPv6: ArraySlice<UInt8> = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
}
