/// Whether a lower-case password of the right length is among the first that anybody would try.
///
/// Lists of the commonest passwords hold few of twelve characters or more, and those few are made in
/// four ways: one word with figures and signs about it, a run along the keyboard, few signs again
/// and again, or a saying.
func isCommon(_ folded: String) -> Bool {
    isOneCommonWord(folded)
        || isRunOfKeys(folded)
        || Set(folded).count < 5
        || sayings.contains(folded.filter { $0.isLetter || $0.isNumber })
}

/// `password2026!!`, `p4ssw0rd12345`, `liverpool-liverpool`.
private func isOneCommonWord(_ folded: String) -> Bool {
    let core = folded.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed()
    let plain = String(core.map { stoodFor[$0] ?? $0 })
    return [folded, plain].contains { text in
        let letters = text.filter(\.isLetter)
        return words.contains { word in
            !letters.isEmpty && letters.replacing(word, with: "").isEmpty
        }
    }
}

/// A piece of a row of keys, forwards or backwards, perhaps again and again.
private func isRunOfKeys(_ folded: String) -> Bool {
    rows.contains { row in
        let endless = String(repeating: row, count: 2 + 128 / row.count)
        return endless.contains(folded) || String(endless.reversed()).contains(folded)
    }
}

private let stoodFor: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "$": "s", "@": "a", "!": "i",
]

private let rows = [
    "1234567890", "0123456789", "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwerty", "azerty",
    "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp",
    "abc123", "qwerty123", "a1b2c3d4e5f6g7h8i9j0",
]

private let words = [
    "password", "passwort", "passphrase", "qwerty", "qwertyuiop", "letmein", "welcome", "iloveyou",
    "changeme", "administrator", "admin", "secret", "login", "default", "monkey", "dragon",
    "football", "baseball", "liverpool", "arsenal", "chelsea", "manchester", "everton", "sunshine",
    "princess", "superman", "batman", "pokemon", "starwars", "charlie", "computer", "internet",
    "summer", "winter", "autumn", "spring", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "england", "london", "council", "safeguarding",
    "children", "partnership", "police", "hospital", "school",
]

private let sayings: Set = [
    "correcthorsebatterystaple", "iloveyouforever", "iloveyousomuch", "letmeinplease",
    "pleaseletmein", "opensesame", "opensesame123", "trustnoone123", "maytheforcebewithyou",
    "tobeornottobe", "thequickbrownfox", "mypasswordis", "thisismypassword", "mypassword123",
    "passwordissecret", "nopassword123", "forgotpassword", "ihavenopassword", "keepcalmandcarryon",
    "onceuponatime", "happybirthday", "goodmorning123", "whatever1234", "supersecret123",
    "testtesttest1", "welcometotheworld", "godsavethequeen", "godsavetheking", "manchesterunited",
    "youllneverwalkalone", "princessprincess1", "childprotection", "safeguardingchildren",
]
