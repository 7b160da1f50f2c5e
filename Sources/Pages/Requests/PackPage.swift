import CaseFiles
package import Partnerships

/// Accepted returns as one document: contents, a page for each agency, who is missing and why.
package struct PackPage: Sendable {
    package let title: String
    package let marking: String
    package let says: String
    /// Of which case it is, and as of when, as the foot of each sheet says.
    package let reference: String
    package let version: String
    package let crumbs: [Crumb]
    /// Where the same is saved with its files.
    package let zip: String
    /// Where it is made into one file to read.
    package let printed: String
    package let answers: [Answer]
    /// Expected agencies that were not asked, with the reason.
    package let leftOut: [(term: String, text: String)]
    /// Agencies asked whose answer is not in this pack, and how far each is.
    package let missing: [(term: String, text: String)]

    package struct Answer: Sendable {
        package let anchor: String
        package let agency: String
        package let says: String
        package let sections: [ReadSection]
        package let rows: [RequestPage.Row]
        package let files: [File]
        /// Titles of files that were not scanned, and are in no pack.
        package let shut: [String]
    }

    package struct File: Sendable {
        package let title: String
        /// As it was sent.
        package let name: String
        package let document: DocumentID
        package let address: String
    }
}
