// swift-tools-version: 6.2
import PackageDescription

/// Every target: strict concurrency, imports that tell the truth, and no warning left standing.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting",
    package: "hummingbird"
)
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")

/// The tests of one target, with the support that all share.
func tests(
    of target: String,
    _ others: Target.Dependency...,
    exclude: [String] = []
) -> Target {
    .testTarget(
        name: "\(target)Tests",
        dependencies: [.target(name: target), "TestSupport"] + others,
        exclude: exclude,
        swiftSettings: settings
    )
}

let package = Package(
    name: "sightline",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // The pure core: values in, values out.
        .target(name: "WorkingDays", swiftSettings: settings),
        .target(name: "Procedures", dependencies: ["WorkingDays"], swiftSettings: settings),
        .target(name: "Chronologies", dependencies: ["WorkingDays"], swiftSettings: settings),
        .target(name: "Schedules", dependencies: ["Procedures"], swiftSettings: settings),
        .target(name: "Partnerships", dependencies: ["Procedures"], swiftSettings: settings),
        .target(
            name: "CaseFiles",
            dependencies: ["Schedules", "Partnerships"],
            swiftSettings: settings
        ),
        .target(
            name: "Pages",
            dependencies: ["CaseFiles", "Chronologies"],
            swiftSettings: settings
        ),

        // The edges.
        .target(
            name: "ProcedureLanguage",
            dependencies: ["Procedures", "Yams"],
            swiftSettings: settings
        ),
        .target(
            name: "CaseStores",
            dependencies: ["CaseFiles", crypto],
            swiftSettings: settings
        ),
        .target(name: "SQLiteStore", dependencies: ["CaseStores", grdb], swiftSettings: settings),
        .target(name: "HTML", swiftSettings: settings),
        .target(name: "Views", dependencies: ["Pages", "HTML"], swiftSettings: settings),
        .systemLibrary(name: "CLibXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "Documents",
            dependencies: ["Views", "Programs", "Archives", "CLibXLSXWriter"],
            swiftSettings: settings
        ),
        .target(name: "Programs", dependencies: [subprocess], swiftSettings: settings),
        .target(
            name: "Spreadsheets",
            dependencies: ["Pages", "Programs"],
            swiftSettings: settings
        ),

        .systemLibrary(name: "CLibSodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CLibQREncode", providers: [.apt(["libqrencode-dev"])]),
        .target(
            name: "Credentials",
            dependencies: ["Partnerships", "CLibSodium", "CLibQREncode", crypto],
            swiftSettings: settings
        ),

        .systemLibrary(name: "CLibMagic", providers: [.apt(["libmagic-dev"])]),
        .target(name: "UploadChecks", dependencies: ["CLibMagic"], swiftSettings: settings),

        .systemLibrary(name: "CLibArchive", providers: [.apt(["libarchive-dev"])]),
        .target(name: "Archives", dependencies: ["CLibArchive"], swiftSettings: settings),

        .systemLibrary(name: "CLibCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "Mail", dependencies: ["CLibCurl"], swiftSettings: settings),

        // The shell and the program.
        .target(
            name: "Desk",
            dependencies: ["Pages", "CaseStores", "Credentials", "ProcedureLanguage"],
            swiftSettings: settings
        ),
        .target(
            name: "Web",
            dependencies: [
                "Desk", "Views", "Documents", "Spreadsheets", "UploadChecks", "Archives",
                hummingbird,
                hummingbirdTLS, logging,
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "sightline",
            dependencies: [
                "Web", "Desk", "Documents", "Mail", "ProcedureLanguage", "SQLiteStore",
                "Spreadsheets", "SwiftCSV",
                argumentParser, logging,
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "benchmark",
            dependencies: ["Pages", "ProcedureLanguage", "Chronologies", "Documents"],
            path: "Benchmarks/benchmark",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "store-load",
            dependencies: ["Desk", "SQLiteStore", "CaseFiles", grdb],
            path: "Benchmarks/store-load",
            swiftSettings: settings
        ),

        // Proof.
        .target(
            name: "TestSupport",
            dependencies: ["ProcedureLanguage", "Schedules", "Partnerships", "CaseFiles"],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        tests(of: "WorkingDays"),
        tests(of: "Chronologies"),
        tests(of: "ProcedureLanguage"),
        tests(of: "Schedules"),
        tests(of: "Partnerships"),
        tests(of: "CaseFiles"),
        tests(of: "CaseStores", "CaseFiles", exclude: ["Events"]),
        tests(of: "SQLiteStore", grdb),
        tests(of: "Desk", "SQLiteStore", grdb),
        tests(of: "Pages", "CaseStores", exclude: ["Golden"]),
        tests(of: "HTML"),
        tests(of: "Views", "Pages"),
        tests(of: "Documents", "Pages", "Archives", "Views"),
        tests(of: "Programs"),
        tests(of: "Spreadsheets", "Pages", "Documents", exclude: ["Files"]),
        tests(of: "Credentials", "Partnerships"),
        tests(of: "UploadChecks", exclude: ["Files"]),
        tests(of: "Archives"),
        tests(of: "Mail"),
        tests(
            of: "Web",
            "Pages",
            "Documents",
            "SQLiteStore",
            "Spreadsheets",
            "Archives",
            "Credentials",
            logging,
            hummingbird,
            hummingbirdTesting
        ),
    ]
)
