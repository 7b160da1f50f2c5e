import CaseStores
import Foundation
import Partnerships
import SQLiteStore

// Writes to a store as fast as it can, so that it can be killed or measured.
//
//     store-load write DIR            a line for each acknowledged act, until it is killed
//     store-load check DIR            reads such lines; says what was acknowledged and is not there
//     store-load crowd DIR SIZE       fills a demonstration that is there with so many more cases
//     store-load returns DIR COUNT    answers such a crowd's newest case from twelve sides at once
//     store-load shelf DIR COUNT      files so many documents in one case of a demonstration
//     store-load lengthen DIR COUNT   brings the log of that case to so many entries
//     store-load measure DIR SIZE     figures, a line each: its name, then what one run did in a second
//     store-load queue DIR FROM TO    queues messages by number, TO not included
//     store-load ahead DIR MINUTES    puts the store's clock forward
//     store-load posted DIR           says what became of the messages
//     store-load ask DIR ROUND FROM   opens a case at a pretended moment, and asks its agencies
//     store-load chase DIR FROM TO    reminds them, moment by moment, and says which began and which are over
//     store-load chased DIR END       reads such lines; says what was reminded of twice, never or too early

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
    print(
        "usage: store-load write|check|crowd|returns|shelf|lengthen|measure|queue|ahead|posted|ask|chase|chased DIR [NUMBERS]"
    )
    exit(64)
}
let place = LoadPlace(arguments[1])
let numbers = arguments.dropFirst(2).compactMap { Int($0) }
switch arguments[0] {
case "write": try await WritingLoad(place).run()
case "check": exit(try await WritingLoad(place).check())
case "crowd": try await Crowd(place, cases: numbers.first ?? 1000).fill()
case "returns":
    try await ReturnLoad(place, returns: numbers.first ?? 1000).run()
case "shelf": try await Shelf(place).file(numbers.first ?? 200)
case "lengthen": try await Shelf(place).lengthen(to: numbers.first ?? 2000)
case "measure":
    try await Measures(place, cases: numbers.first ?? 1000).run()
    try await FoldMeasures(place).run()
case "queue":
    guard numbers.count == 2, numbers[0] <= numbers[1] else { exit(64) }
    try await MailLoad(place).queue(numbers[0]..<numbers[1])
case "ahead":
    try await MailLoad(place).putForward(byMinutes: numbers.first ?? 1)
case "posted": try await MailLoad(place).say()
case "ask":
    guard numbers.count == 2 else { exit(64) }
    try await ChaseLoad(place).ask(round: numbers[0], at: numbers[1])
case "chase":
    guard numbers.count == 2, numbers[0] <= numbers[1] else { exit(64) }
    try await ChaseLoad(place).run(from: numbers[0], to: numbers[1])
case "chased":
    guard numbers.count == 1 else { exit(64) }
    var finished: Set<Timestamp> = []
    while let line = readLine() {
        if let moment = Int(line) { finished.insert(ChaseLoad.time(moment)) }
    }
    let check = ChaseCheck(place: place, finished: finished, end: ChaseLoad.time(numbers[0]))
    exit(try await check.run())
default: exit(64)
}
