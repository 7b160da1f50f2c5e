// swift-tools-version: 6.2
import PackageDescription

/// The same sources as the program's, by symbolic links, each branch of them counted for libFuzzer.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .unsafeFlags(["-sanitize=fuzzer"]),
]

let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0")
    ],
    targets: [
        .target(name: "WorkingDays", swiftSettings: settings),
        .target(name: "Procedures", dependencies: ["WorkingDays"], swiftSettings: settings),
        .target(name: "Schedules", dependencies: ["Procedures"], swiftSettings: settings),
        .target(
            name: "ProcedureLanguage",
            dependencies: ["Procedures", "Yams"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "fuzz-procedures",
            dependencies: ["ProcedureLanguage", "Schedules"],
            swiftSettings: settings,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]
        ),
        .executableTarget(
            name: "fuzz-forms",
            swiftSettings: settings,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]
        ),
    ]
)
