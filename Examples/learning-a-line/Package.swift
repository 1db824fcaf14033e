// swift-tools-version: 6.1
import PackageDescription

// As a package of yours would: Wick by version, from its repository. WICK_REPOSITORY may name another copy of it.
let package = Package(
  name: "learning-a-line",
  dependencies: [
    .package(url: Context.environment["WICK_REPOSITORY"] ?? "https://github.com/wick-kernel/wick", from: "0.1.0")
  ],
  targets: [
    .executableTarget(
      name: "learning-a-line",
      dependencies: [.product(name: "Autograd", package: Context.environment["WICK_IDENTITY"] ?? "wick")])
  ]
)
