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
//     store-load measure DIR SIZE     figures, a line each: its name, then what one run did in a second

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
    print("usage: store-load write|check|crowd|returns|measure DIR [CASES]")
    exit(64)
}
let place = LoadPlace(arguments[1])
switch arguments[0] {
case "write": try await WritingLoad(place).run()
case "check": exit(try await WritingLoad(place).check())
case "crowd": try await Crowd(place, cases: Int(arguments.dropFirst(2).first ?? "") ?? 1000).fill()
case "returns":
    try await ReturnLoad(place, returns: Int(arguments.dropFirst(2).first ?? "") ?? 1000).run()
case "measure":
    try await Measures(place, cases: Int(arguments.dropFirst(2).first ?? "") ?? 1000).run()
    try await FoldMeasures(place).run()
default: exit(64)
}
