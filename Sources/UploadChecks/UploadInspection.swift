/// Looks at a file as it comes in: what it is, and whether its name says so.
package struct UploadInspection: Sendable {
    private let ending: String
    private var head: [UInt8] = []
    private var marks = Marks()
    private var hasControls = false

    /// As much as tells a type.
    private static let headSize = 1 << 20

    package init(name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        ending = parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
    }

    /// Takes the next bytes of the file.
    package mutating func take(_ bytes: [UInt8]) {
        if head.count < Self.headSize { head += bytes.prefix(Self.headSize - head.count) }
        if isZIP || isOLE { marks.take(bytes) }
        hasControls = hasControls || bytes.contains { Self.controls[Int($0)] }
    }

    /// Refuses what its beginning already gives away, before anything of it is kept.
    package func checkBeginning() throws(UploadRefusal) {
        _ = try judge(isWhole: false)
    }

    /// What the whole file is.
    package func kind() throws(UploadRefusal) -> UploadKind {
        try judge(isWhole: true)
    }

    private func judge(isWhole: Bool) throws(UploadRefusal) -> UploadKind {
        guard !head.isEmpty else { throw .empty }
        guard let type = mediaType(of: head) else { throw .uncheckable }
        let claimed = UploadKind(extension: ending)
        if let claimed, isThat(claimed, type, isWhole: isWhole) {
            if hasMacros(claimed) { throw .macros }
            return claimed
        }
        if let refusal = Self.refusal(of: type) { throw refusal }
        if marks.found.contains(.locked) { throw .locked }
        guard claimed != nil else { throw .notTaken(ending: ending) }
        throw .differs(ending: ending)
    }

    private func isThat(_ kind: UploadKind, _ type: String, isWhole: Bool) -> Bool {
        switch kind {
        case .pdf, .openText, .openSheet, .png, .jpeg, .tiff: type == kind.mediaType
        case .richText: ["text/rtf", "application/rtf"].contains(type)
        case .word: isOffice(kind, type, [.contentTypes, .word], isWhole)
        case .excel: isOffice(kind, type, [.contentTypes, .excel], isWhole)
        case .powerPoint: isOffice(kind, type, [.contentTypes, .powerPoint], isWhole)
        case .oldWord: isOld(kind, type, [.oldWord], isWhole)
        case .oldExcel: isOld(kind, type, [.oldExcel, .olderExcel], isWhole)
        case .outlookMail: isOld(kind, type, [.mail], isWhole)
        case .plainText, .table: Self.texts.contains(type) && isText
        case .mail:
            type == kind.mediaType
                || (type == "text/html" || Self.texts.contains(type)) && beginsAsMail
        }
    }

    /// libmagic tells the kind by the order of the parts, which other makers of office files choose differently.
    private func isOffice(
        _ kind: UploadKind,
        _ type: String,
        _ needed: Set<Marks.Mark>,
        _ isWhole: Bool
    ) -> Bool {
        if type == kind.mediaType { return true }
        let isUntold = ["application/zip", "application/octet-stream"].contains(type)
        return isZIP && isUntold && (!isWhole || marks.found.isSuperset(of: needed))
    }

    /// Nor does it find the directory of an OLE file where that lies far from the beginning.
    private func isOld(
        _ kind: UploadKind,
        _ type: String,
        _ needed: Set<Marks.Mark>,
        _ isWhole: Bool
    ) -> Bool {
        if type == kind.mediaType { return true }
        return isOLE && Self.untoldOLE.contains(type)
            && (!isWhole || !marks.found.isDisjoint(with: needed))
    }

    private func hasMacros(_ kind: UploadKind) -> Bool {
        switch kind {
        case .word, .excel, .powerPoint: marks.found.contains(.macros)
        case .openText, .openSheet: marks.found.contains(.openMacros)
        case .oldWord, .oldExcel: marks.found.contains(.oldMacros)
        default: false
        }
    }

    private var isZIP: Bool { head.starts(with: [0x50, 0x4B, 3, 4]) }
    private var isOLE: Bool {
        head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }
    private var isText: Bool {
        !hasControls || head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    }

    /// Whether there is a header of a mail before the first empty line.
    private var beginsAsMail: Bool {
        let lines = head.prefix(64 << 10).split(
            separator: 0x0A,
            omittingEmptySubsequences: false
        ).map { $0.last == 0x0D ? $0.dropLast() : $0 }
        let header = lines.prefix { !$0.isEmpty }
        guard let first = header.first, Self.isField(first) else { return false }
        let names = header.compactMap { line -> String? in
            guard Self.isField(line), let colon = line.firstIndex(of: 0x3A) else { return nil }
            return String(decoding: line[..<colon], as: UTF8.self).lowercased()
        }
        return names.contains("from") && !Set(names).isDisjoint(with: ["date", "subject", "to"])
    }

    private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
        let name = line.prefix { $0 != 0x3A }
        return !name.isEmpty && name.count < line.count
            && name.allSatisfy { 0x21...0x7E ~= $0 }
    }

    private static let texts: Set<String> = [
        "text/plain", "text/csv", "application/csv", "application/json",
        // What libmagic takes ordinary notes for now and then.
        "text/x-c", "text/x-c++", "text/x-algol68", "text/x-tex", "text/troff",
    ]

    private static let untoldOLE: Set<String> = [
        "application/x-ole-storage", "application/CDFV2", "application/vnd.ms-office",
    ]

    /// Bytes that no text has, but for one in UTF-16.
    private static let controls: [Bool] = (0..<256).map { byte in
        byte < 0x20 && ![0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B].contains(byte)
    }

    private static func refusal(of type: String) -> UploadRefusal? {
        if programs.contains(type) { return .program }
        if scripts.contains(type) || type.hasPrefix("text/x-script.") { return .script }
        if webPages.contains(type) { return .webPage }
        return archives.contains(type) ? .archive : nil
    }

    private static let programs: Set<String> = [
        "application/vnd.microsoft.portable-executable", "application/x-dosexec",
        "application/x-executable", "application/x-sharedlib", "application/x-pie-executable",
        "application/x-object", "application/x-mach-binary", "application/x-msi",
        "application/x-msdownload", "application/x-ms-shortcut", "application/java-vm",
        "application/x-java-applet", "application/x-bytecode.python", "application/wasm",
        "application/x-coredump",
    ]

    private static let scripts: Set<String> = [
        "text/x-shellscript", "text/x-msdos-batch", "text/x-php", "text/x-perl", "text/x-python",
        "text/x-ruby", "text/x-lua", "text/x-tcl", "text/x-awk", "text/javascript",
        "application/javascript",
    ]

    private static let webPages: Set<String> = [
        "text/html", "application/xhtml+xml", "image/svg+xml", "text/xml", "application/xml",
    ]

    private static let archives: Set<String> = [
        "application/zip", "application/java-archive", "application/x-7z-compressed",
        "application/x-rar", "application/vnd.rar", "application/gzip", "application/x-gzip",
        "application/x-bzip2", "application/x-xz", "application/zstd", "application/x-tar",
        "application/x-cpio", "application/vnd.ms-cab-compressed", "application/x-iso9660-image",
        "application/x-lzma", "application/x-arj", "application/x-archive",
    ]
}
