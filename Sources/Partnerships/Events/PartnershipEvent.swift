package import Procedures
package import WorkingDays

/// What happened in a partnership; never changed once recorded.
package enum PartnershipEvent: Hashable, Sendable {
    case partnershipFounded(PartnershipFounded)
    case personAdded(Person)
    case personDescribed(Person)
    case membershipGranted(Membership)
    case membershipEnded(Ending)
    case deputyNamed(Deputy)
    case deputyEnded(Ending)
    case agencyAdded(Agency)
    case agencyDescribed(Agency)
    case agencyClosed(AgencyClosed)
    case addressesEntered(AddressesEntered)
    case addressConfirmed(OfAddress)
    case addressAllowed(ReasonedAddress)
    case addressCheckSent(AddressCheckSent)
    case addressTrustWithdrawn(ReasonedAddress)
    case domainListed(ReasonedDomain)
    case domainUnlisted(ReasonedDomain)
    case dayClosed(DayClosed)
    case dayOpened(DayClosed)
    case editionPutToUse(Edition)
    case letterWritten(LetterWritten)
    case letterPutToUse(LetterPutToUse)
    case personExcluded(Exclusion)
    case exclusionWidened(ExclusionWidened)
    case exclusionEnded(Reasoned)
    case factorReset(FactorReset)
    case personConfirmed(OfPerson)
    case glassBreakingAsked(GlassBreakingAsked)
    case glassBroken(GlassBroken)
    case noticesSeen(NoticesSeen)
    case keysHandled(KeysHandled)

    package struct PartnershipFounded: Hashable, Sendable, Codable {
        package let name: String
        package let procedure: String
        package let variation: String?
    }

    /// The end of a membership or of standing in.
    package struct Ending: Hashable, Sendable, Codable {
        package let entry: EntryID
        /// The last day.
        package let until: Day
        package let reason: String
    }

    package struct AgencyClosed: Hashable, Sendable, Codable {
        package let agency: AgencyID
        package let reason: String
    }

    /// An agency was given addresses that are not trusted yet.
    package struct AddressesEntered: Hashable, Sendable, Codable {
        package let agency: AgencyID
        package let addresses: [String]
    }

    package struct OfAddress: Hashable, Sendable, Codable {
        package let address: String
    }

    package struct ReasonedAddress: Hashable, Sendable, Codable {
        package let address: String
        package let reason: String
    }

    package struct ReasonedDomain: Hashable, Sendable, Codable {
        /// As `MailDomain.text` has it.
        package let domain: String
        package let reason: String
    }

    package struct DayClosed: Hashable, Sendable, Codable {
        package let day: Day
        package let reason: String
    }

    /// Somebody wrote a text of her own of a letter that ships; it is kept, and does not go yet.
    package struct LetterWritten: Hashable, Sendable, Codable {
        package let letter: LetterDefinition
        /// Counted from 1 for each letter.
        package let number: Int
        /// The letter that shipped at the time.
        package let shipped: LetterDefinition
    }

    /// From now on a letter goes out in this text.
    package struct LetterPutToUse: Hashable, Sendable, Codable {
        package let letter: String
        /// 0 for the text that ships.
        package let number: Int
    }

    /// Another account turned out to be the same human being's.
    package struct ExclusionWidened: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let person: PersonID
    }

    package struct Reasoned: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let reason: String
    }

    package struct FactorReset: Hashable, Sendable, Codable {
        package let person: PersonID
        /// Who made it, where that was done in another partnership.
        package let askedBy: PersonID?
    }

    /// A mail without case content went there, with a link that says that it arrived.
    package struct AddressCheckSent: Hashable, Sendable, Codable {
        package let address: String
        /// SHA-256 of the link's token, 64 hexadecimal digits.
        package let token: String
    }

    package struct OfPerson: Hashable, Sendable, Codable {
        package let person: PersonID
    }

    package struct GlassBreakingAsked: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let reference: CaseReference
        package let person: PersonID
        package let reason: String
    }

    package struct GlassBroken: Hashable, Sendable, Codable {
        package let entry: EntryID
    }

    /// The keys that everything is sealed with were changed, or left the machine under a passphrase.
    package struct KeysHandled: Hashable, Sendable, Codable {
        package enum What: String, CaseIterable, Hashable, Sendable, Codable {
            case changed, exported
        }

        package let what: What
    }

    package struct NoticesSeen: Hashable, Sendable, Codable {
        /// So many of the partnership's notices, the oldest first, have now been seen.
        package let count: Int
    }
}
