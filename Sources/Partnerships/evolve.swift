import Procedures
import WorkingDays

/// What a partnership becomes by one more event.
package func evolve(
    _ partnership: inout Partnership,
    by event: PartnershipEvent,
    recorded: Timestamp,
    actor: Actor
) {
    partnership.version += 1
    switch event {
    case .partnershipFounded(let founded):
        partnership.name = founded.name
        partnership.procedure = founded.procedure
        partnership.variation = founded.variation
    case .personAdded(let person):
        partnership.people[person.person] = person
        partnership.notice(.personAdded(person.person), recorded, actor)
    case .personDescribed(let person): partnership.people[person.person] = person
    case .membershipGranted(let membership):
        partnership.memberships.append(membership)
        partnership.notice(.membershipGranted(membership.entry), recorded, actor)
    case .membershipEnded(let ending): partnership.endMembership(ending)
    case .deputyNamed(let deputy):
        partnership.deputies.append(deputy)
        partnership.notice(.deputyNamed(deputy.entry), recorded, actor)
    case .deputyEnded(let ending): partnership.endDeputy(ending)
    case .agencyAdded(let agency), .agencyDescribed(let agency):
        partnership.agencies[agency.agency] = agency
    case .agencyClosed(let closed): partnership.agencies[closed.agency]?.isClosed = true
    case .addressesEntered(let entered):
        partnership.notice(
            .addressesEntered(entered.agency, entered.addresses),
            recorded,
            actor
        )
    case .addressConfirmed(let confirmed):
        partnership.know(confirmed.address) { known in
            known.confirmed = recorded
            known.check = nil
        }
    case .addressCheckSent(let sent):
        partnership.know(sent.address) { $0.check = .init(token: sent.token, at: recorded) }
    case .addressAllowed(let allowed):
        partnership.know(allowed.address) { known in
            known.allowance = .init(reason: allowed.reason, by: actor, at: recorded)
        }
    case .addressTrustWithdrawn(let withdrawn):
        partnership.know(withdrawn.address) { $0 = KnownAddress() }
    case .domainListed(let listed): partnership.list(listed, recorded, actor)
    case .domainUnlisted(let unlisted):
        partnership.domains.removeAll { $0.domain.text == unlisted.domain }
    case .dayClosed(let closed):
        partnership.changeClosures(recorded) { $0[closed.day] = closed.reason }
    case .dayOpened(let opened):
        partnership.changeClosures(recorded) { $0[opened.day] = nil }
    case .editionPutToUse(let edition): partnership.editions.append(edition)
    case .letterWritten(let written): partnership.keep(written, recorded, actor)
    case .letterPutToUse(let put):
        partnership.letters[put.letter]?.uses.append(
            KeptLetter.Use(number: put.number, by: actor, at: recorded)
        )
        partnership.notice(.letterPutToUse(put.letter, number: put.number), recorded, actor)
    case .personExcluded(let exclusion): partnership.exclusions.append(exclusion)
    case .exclusionWidened(let widened):
        partnership.widen(widened)
        partnership.notice(
            .possibleMatch(widened.person, exclusion: widened.entry),
            recorded,
            actor
        )
    case .exclusionEnded(let ended): partnership.endExclusion(ended.entry)
    case .factorReset(let reset):
        partnership.resets.append(
            FactorReset(person: reset.person, by: actor, askedBy: reset.askedBy, at: recorded)
        )
        partnership.notice(.factorReset(reset.person), recorded, actor)
    case .personConfirmed(let confirmed):
        partnership.resets.removeAll { $0.person == confirmed.person }
    case .glassBreakingAsked(let asked): partnership.ask(asked, recorded, actor)
    case .glassBroken(let broken): partnership.breakGlass(broken.entry, recorded, actor)
    case .noticesSeen(let seen): partnership.seeNotices(seen.count, actor)
    case .keysHandled(let keys):
        partnership.notice(.keysHandled(keys.what), recorded, actor)
    }
}

extension Partnership {
    fileprivate mutating func changeClosures(
        _ at: Timestamp,
        _ change: (inout [Day: String]) -> Void
    ) {
        earlierClosures.append(EarlierClosures(until: at, days: closures))
        change(&closures)
        calendar = closures.isEmpty ? .standard : WorkingCalendar(closures: closures)
        calendarVersion += 1
    }

    fileprivate mutating func notice(_ what: Notice.What, _ at: Timestamp, _ by: Actor) {
        notices.append(Notice(what: what, at: at, by: by))
    }

    fileprivate mutating func keep(
        _ written: PartnershipEvent.LetterWritten,
        _ at: Timestamp,
        _ by: Actor
    ) {
        letters[written.letter.id, default: KeptLetter()].versions.append(
            KeptLetter.Version(
                number: written.number,
                letter: written.letter,
                shipped: written.shipped,
                by: by,
                at: at
            )
        )
    }

    fileprivate mutating func know(_ address: String, _ change: (inout KnownAddress) -> Void) {
        guard let address = MailAddress(address) else { return }
        change(&addresses[address, default: KnownAddress()])
    }

    /// A domain that has come to be refused since it was listed covers nothing any more.
    fileprivate mutating func list(
        _ listed: PartnershipEvent.ReasonedDomain,
        _ at: Timestamp,
        _ by: Actor
    ) {
        guard let domain = try? MailDomain(listed.domain) else { return }
        domains.append(ListedDomain(domain: domain, reason: listed.reason, by: by, at: at))
    }

    fileprivate mutating func endMembership(_ ending: PartnershipEvent.Ending) {
        guard let place = memberships.firstIndex(where: { $0.entry == ending.entry }) else {
            return
        }
        memberships[place].until = ending.until
    }

    fileprivate mutating func endDeputy(_ ending: PartnershipEvent.Ending) {
        guard let place = deputies.firstIndex(where: { $0.entry == ending.entry }) else { return }
        deputies[place].until = ending.until
    }

    fileprivate mutating func widen(_ widened: PartnershipEvent.ExclusionWidened) {
        guard let place = exclusions.firstIndex(where: { $0.entry == widened.entry }) else {
            return
        }
        exclusions[place].people.append(widened.person)
    }

    fileprivate mutating func endExclusion(_ entry: EntryID) {
        guard let place = exclusions.firstIndex(where: { $0.entry == entry }) else { return }
        exclusions[place].isEnded = true
    }

    fileprivate mutating func ask(
        _ asked: PartnershipEvent.GlassBreakingAsked,
        _ recorded: Timestamp,
        _ actor: Actor
    ) {
        guard let person = actor.person else { return }
        brokenGlass.append(
            BrokenGlass(
                entry: asked.entry,
                reference: asked.reference,
                person: asked.person,
                reason: asked.reason,
                askedBy: person,
                asked: recorded
            )
        )
    }

    fileprivate mutating func breakGlass(_ entry: EntryID, _ at: Timestamp, _ actor: Actor) {
        guard let place = brokenGlass.firstIndex(where: { $0.entry == entry }) else { return }
        brokenGlass[place].approvedBy = actor.person
        brokenGlass[place].opened = at
    }

    fileprivate mutating func seeNotices(_ count: Int, _ actor: Actor) {
        for place in notices.indices.prefix(max(0, count))
        where notices[place].seenBy == nil && !concerns(notices[place], actor) {
            notices[place].seenBy = actor
        }
    }
}
