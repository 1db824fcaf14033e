// swift-tools-version: 6.1
import PackageDescription

// Wick by version, as a package of yours would use it: put the address of its repository here.
// Scripts/try-library.sh passes a local clone.
let repository = Context.environment["WICK_REPOSITORY"] ?? "/path/to/wick"

let package = Package(
  name: "learning-a-line",
  dependencies: [
    .package(url: repository, from: "0.1.0")
  ],
  targets: [
    .executableTarget(
      name: "learning-a-line",
      dependencies: [.product(name: "Autograd", package: "wick")])
  ]
)
