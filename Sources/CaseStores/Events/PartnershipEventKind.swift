package import Partnerships

/// The stored name of each kind of partnership event.
package enum PartnershipEventKind: String, EventKind {
    case partnershipFounded = "partnership-founded"
    case personAdded = "person-added"
    case personDescribed = "person-described"
    case membershipGranted = "membership-granted"
    case membershipEnded = "membership-ended"
    case deputyNamed = "deputy-named"
    case deputyEnded = "deputy-ended"
    case agencyAdded = "agency-added"
    case agencyDescribed = "agency-described"
    case agencyClosed = "agency-closed"
    case addressesEntered = "addresses-entered"
    case addressConfirmed = "address-confirmed"
    case addressAllowed = "address-allowed"
    case addressCheckSent = "address-check-sent"
    case addressTrustWithdrawn = "address-trust-withdrawn"
    case domainListed = "domain-listed"
    case domainUnlisted = "domain-unlisted"
    case dayClosed = "day-closed"
    case dayOpened = "day-opened"
    case editionPutToUse = "edition-put-to-use"
    case letterWritten = "letter-written"
    case letterPutToUse = "letter-put-to-use"
    case personExcluded = "person-excluded"
    case exclusionWidened = "exclusion-widened"
    case exclusionEnded = "exclusion-ended"
    case factorReset = "factor-reset"
    case personConfirmed = "person-confirmed"
    case glassBreakingAsked = "glass-breaking-asked"
    case glassBroken = "glass-broken"
    case noticesSeen = "notices-seen"
    case keysHandled = "keys-handled"

    package var version: Int { 1 }

    package func decode(_ reading: EventReading) throws -> PartnershipEvent {
        switch self {
        case .partnershipFounded: .partnershipFounded(try reading.value())
        case .personAdded: .personAdded(try reading.value())
        case .personDescribed: .personDescribed(try reading.value())
        case .membershipGranted: .membershipGranted(try reading.value())
        case .membershipEnded: .membershipEnded(try reading.value())
        case .deputyNamed: .deputyNamed(try reading.value())
        case .deputyEnded: .deputyEnded(try reading.value())
        case .agencyAdded: .agencyAdded(try reading.value())
        case .agencyDescribed: .agencyDescribed(try reading.value())
        case .agencyClosed: .agencyClosed(try reading.value())
        case .addressesEntered: .addressesEntered(try reading.value())
        case .addressConfirmed: .addressConfirmed(try reading.value())
        case .addressAllowed: .addressAllowed(try reading.value())
        case .addressCheckSent: .addressCheckSent(try reading.value())
        case .addressTrustWithdrawn: .addressTrustWithdrawn(try reading.value())
        case .domainListed: .domainListed(try reading.value())
        case .domainUnlisted: .domainUnlisted(try reading.value())
        case .dayClosed: .dayClosed(try reading.value())
        case .dayOpened: .dayOpened(try reading.value())
        case .editionPutToUse: .editionPutToUse(try reading.value())
        case .letterWritten: .letterWritten(try reading.value())
        case .letterPutToUse: .letterPutToUse(try reading.value())
        case .personExcluded: .personExcluded(try reading.value())
        case .exclusionWidened: .exclusionWidened(try reading.value())
        case .exclusionEnded: .exclusionEnded(try reading.value())
        case .factorReset: .factorReset(try reading.value())
        case .personConfirmed: .personConfirmed(try reading.value())
        case .glassBreakingAsked: .glassBreakingAsked(try reading.value())
        case .glassBroken: .glassBroken(try reading.value())
        case .noticesSeen: .noticesSeen(try reading.value())
        case .keysHandled: .keysHandled(try reading.value())
        }
    }
}

extension PartnershipEvent: StoredEvent {
    package var stored: (kind: PartnershipEventKind, data: any Encodable) {
        switch self {
        case .partnershipFounded(let data): (.partnershipFounded, data)
        case .personAdded(let data): (.personAdded, data)
        case .personDescribed(let data): (.personDescribed, data)
        case .membershipGranted(let data): (.membershipGranted, data)
        case .membershipEnded(let data): (.membershipEnded, data)
        case .deputyNamed(let data): (.deputyNamed, data)
        case .deputyEnded(let data): (.deputyEnded, data)
        case .agencyAdded(let data): (.agencyAdded, data)
        case .agencyDescribed(let data): (.agencyDescribed, data)
        case .agencyClosed(let data): (.agencyClosed, data)
        case .addressesEntered(let data): (.addressesEntered, data)
        case .addressConfirmed(let data): (.addressConfirmed, data)
        case .addressAllowed(let data): (.addressAllowed, data)
        case .addressCheckSent(let data): (.addressCheckSent, data)
        case .addressTrustWithdrawn(let data): (.addressTrustWithdrawn, data)
        case .domainListed(let data): (.domainListed, data)
        case .domainUnlisted(let data): (.domainUnlisted, data)
        case .dayClosed(let data): (.dayClosed, data)
        case .dayOpened(let data): (.dayOpened, data)
        case .editionPutToUse(let data): (.editionPutToUse, data)
        case .letterWritten(let data): (.letterWritten, data)
        case .letterPutToUse(let data): (.letterPutToUse, data)
        case .personExcluded(let data): (.personExcluded, data)
        case .exclusionWidened(let data): (.exclusionWidened, data)
        case .exclusionEnded(let data): (.exclusionEnded, data)
        case .factorReset(let data): (.factorReset, data)
        case .personConfirmed(let data): (.personConfirmed, data)
        case .glassBreakingAsked(let data): (.glassBreakingAsked, data)
        case .glassBroken(let data): (.glassBroken, data)
        case .noticesSeen(let data): (.noticesSeen, data)
        case .keysHandled(let data): (.keysHandled, data)
        }
    }
}
