import Chronologies
import TestSupport
import Testing
import WorkingDays

@Suite("Words that would tell who somebody is")
struct TellingWordTests {
    static let search = TellingSearch(
        [
            TellingWords(.child, "Ayla Example", offer: "Child A"),
            TellingWords(.child, "Bee", offer: "Child A"),
            TellingWords(.person, "Rose Example", offer: "Mother"),
            TellingWords(.practitioner, "Gavin Smith", offer: "a police officer"),
            TellingWords(.school, "Hilltop Primary School", offer: "the school"),
            TellingWords(.place, "Portwell", offer: nil),
            TellingWords(.number, "943 476 5919", offer: nil),
        ],
        births: [(day: "2014-03-12", offer: "Child A’s date of birth")]
    )

    static let texts: [(text: String, found: String, offer: String?, isDoubtful: Bool)] = [
        ("Ayla Example was seen", "Ayla Example", "Child A", false),
        ("AYLA EXAMPLE was seen", "AYLA EXAMPLE", "Child A", false),
        ("ayla  example was seen", "ayla  example", "Child A", false),
        ("It was Ayla’s turn", "Ayla’s", "Child A’s", false),
        ("It was Ayla's turn", "Ayla's", "Child A’s", false),
        ("Smiths came", "Smiths", "a police officer", false),
        ("Ayla-Rose came", "Ayla", "Child A", false),
        ("Rose told", "Rose", "Mother", false),
        ("a rose bush", "rose", "Mother", true),
        ("An Example is given", "Example", "[name]", false),
        ("at HILLTOP primary school", "HILLTOP primary school", "the school", false),
        ("in Portwell’s centre", "Portwell’s", nil, false),
        ("NHS 943-476-5919", "943-476-5919", nil, false),
        ("lives at PW1 2AB", "PW1 2AB", nil, false),
        ("lives at pw12ab now", "pw12ab", nil, false),
        ("born 12 March 2014", "12 March 2014", "Child A’s date of birth", false),
        ("born 12th Mar 14", "12th Mar 14", "Child A’s date of birth", false),
        ("born 12/03/2014", "12/03/2014", "Child A’s date of birth", false),
        ("born 12.3.14", "12.3.14", "Child A’s date of birth", false),
        ("born 2014-03-12", "2014-03-12", "Child A’s date of birth", false),
        ("born March 12, 2014", "March 12, 2014", "Child A’s date of birth", false),
        ("every 12 March", "12 March", "Child A’s date of birth", true),
    ]

    @Test(arguments: texts)
    func `they are found as they are written`(
        _ text: String,
        _ found: String,
        _ offer: String?,
        _ isDoubtful: Bool
    ) {
        let place = Self.search.places(in: text).first
        #expect(place?.found == found)
        #expect(place?.offer == offer)
        #expect(place?.isDoubtful == isDoubtful)
    }

    @Test(arguments: [
        "Aylasbury", "beehive", "Exampled", "Portwellian", "Child A’s mother", "13 March 2014",
        "in 2014", "M25 road works",
    ])
    func `a word inside another is none`(_ text: String) {
        #expect(Self.search.places(in: text).isEmpty)
    }

    @Test func `each place has its line, its column and the words around it`() {
        let places = Self.search.places(in: "Seen on Monday.\nThen Bee left for Portwell.")
        #expect(places.map(\.line) == [2, 2])
        #expect(places.map(\.column) == [6, 19])
        #expect(places.first?.around == "Seen on Monday. Then Bee left for Portwell.")
    }
}
