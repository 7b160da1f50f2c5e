import Archives
import Pages

/// A Word file as pandoc made it, with what pandoc has no word for: the marking and the foot on every page, row
/// heads, and pictures described in words alone.
func finishedDOCX(
    _ made: [UInt8],
    of document: PrintedDocument
) throws(DocumentFailure) -> [UInt8] {
    do throws(ZipStream.Fault) {
        let files = try unzipped(made, most: 256 << 20)
        return try zipped(files.map { finished($0, of: document) }, changed: epochOfArchives)
    } catch {
        throw .failed(.pandoc)
    }
}

/// 1 January 1980, from where the clock of an archive counts.
private let epochOfArchives: Int64 = 315_532_800

private func finished(_ file: UnzippedFile, of document: PrintedDocument) -> UnzippedFile {
    switch file.path {
    case "word/document.xml":
        UnzippedFile(path: file.path, bytes: finished(file.bytes, tables: document.tables))
    case "[Content_Types].xml":
        // pandoc takes how a picture was written for a part of its type.
        UnzippedFile(
            path: file.path,
            bytes: replaced(file.bytes, "image/png;base64") { _ in Array("image/png".utf8) }
        )
    case "word/header1.xml", "word/footer1.xml":
        UnzippedFile(
            path: file.path,
            bytes: replaced(
                replaced(file.bytes, "SIGHTLINE-MARKING") { _ in
                    Array(escaped(document.marking).utf8)
                },
                "SIGHTLINE-FOOT"
            ) { _ in Array(escaped(document.foot).utf8) }
        )
    default: file
    }
}

private func finished(_ xml: [UInt8], tables: [DocumentTable]) -> [UInt8] {
    // The tables come in their order; a text cannot hold the opening of an element.
    let looks = replaced(xml, "<w:tblLook w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\"") {
        number in
        let hasRowHeads = number < tables.count && tables[number].hasRowHeads
        let opening = "<w:tblLook w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn="
        return Array("\(opening)\"\(hasRowHeads ? 1 : 0)\"".utf8)
    }
    return withoutAddresses(looks)
}

/// Without the addresses that pandoc leaves beside each picture: there they are the whole picture once more.
private func withoutAddresses(_ xml: [UInt8]) -> [UInt8] {
    let opening = Array("<pic:cNvPr descr=\"".utf8)
    var result: [UInt8] = []
    var rest = xml[...]
    while let place = first(opening, in: rest) {
        result += rest[..<(place + opening.count)]
        rest = rest[(place + opening.count)...].drop { $0 != UInt8(ascii: "\"") }
    }
    return result + rest
}

/// Every place of some text replaced; what stands there then is told by how many came before.
private func replaced(
    _ bytes: [UInt8],
    _ text: String,
    by replacement: (Int) -> [UInt8]
) -> [UInt8] {
    let wanted = Array(text.utf8)
    var result: [UInt8] = []
    var rest = bytes[...]
    var number = 0
    while let place = first(wanted, in: rest) {
        result += rest[..<place]
        result += replacement(number)
        number += 1
        rest = rest[(place + wanted.count)...]
    }
    return result + rest
}

private func first(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    while let place = rest.firstIndex(of: wanted[0]) {
        if bytes[place...].starts(with: wanted) { return place }
        rest = bytes[(place + 1)...]
    }
    return nil
}

private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        default: result.append(character)
        }
    }
}
