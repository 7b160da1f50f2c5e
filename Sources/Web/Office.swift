package import Credentials
package import Desk
package import Documents
package import Pages
package import Partnerships
package import Spreadsheets

/// What the pages of a store need; without one the server works out dates alone.
package struct Office: Sendable {
    package let store: any AccountDesk.Store
    package let cases: CaseDesk
    let accounts: AccountDesk
    let people: PeopleDesk
    let kind: StoreKind
    /// Under which address people reach this server.
    let address: @Sendable () -> PublicAddress
    /// The address of the proxy in front, which says in X-Forwarded-For who asks; nil for none.
    let proxy: String?
    /// This moment, for sessions and codes.
    let present: @Sendable () -> Timestamp
    /// Nil but for a demonstration.
    let demonstration: DemonstrationClock?
    /// What the mail server of a demonstration took, the newest first; nil where there is none.
    let takenMail: (@Sendable () -> [TakenMail])?
    /// Where files are scanned; nil for nowhere.
    let scanner: ScannerPlace?
    /// Who reads the cells of spreadsheets.
    let spreadsheets: any SpreadsheetReading
    /// Whether mail leaves here; where it does not, people send letters and read out codes.
    let sendsMail: Bool
    /// Files that are made of documents.
    let documents: DocumentJobs

    package init(
        store: any AccountDesk.Store,
        cases: CaseDesk,
        accounts: AccountDesk,
        kind: StoreKind,
        address: @escaping @Sendable () -> PublicAddress,
        proxy: String? = nil,
        present: @escaping @Sendable () -> Timestamp,
        demonstration: DemonstrationClock? = nil,
        takenMail: (@Sendable () -> [TakenMail])? = nil,
        scanner: ScannerPlace? = nil,
        spreadsheets: any SpreadsheetReading = NoSpreadsheets(),
        sendsMail: Bool = false,
        renderer: any DocumentRendering = NoDocuments()
    ) {
        self.store = store
        self.cases = cases
        self.accounts = accounts
        self.kind = kind
        self.address = address
        self.proxy = proxy
        self.present = present
        self.demonstration = demonstration
        self.takenMail = takenMail
        self.scanner = scanner
        self.spreadsheets = spreadsheets
        self.sendsMail = sendsMail
        documents = DocumentJobs(renderer, present: present)
        people = PeopleDesk(cases: cases, accounts: accounts)
    }

    /// This moment, for everything of cases; a demonstration's clock may be ahead.
    package var time: Timestamp {
        present().advanced(byMilliseconds: demonstration?.ahead() ?? 0)
    }

    var cookie: SessionCookie { SessionCookie(for: address()) }
}

/// How far the clock of a demonstration is ahead, which people may change there and nowhere else.
package struct DemonstrationClock: Sendable {
    /// Milliseconds.
    let ahead: @Sendable () -> Int64
    let setAhead: @Sendable (Int64) async throws -> Void

    package init(
        ahead: @escaping @Sendable () -> Int64,
        setAhead: @escaping @Sendable (Int64) async throws -> Void
    ) {
        self.ahead = ahead
        self.setAhead = setAhead
    }
}
