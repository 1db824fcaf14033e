// swift-tools-version: 6.1
import PackageDescription

let isDependency: Bool = Context.packageDirectory.contains("/checkouts/") || Context.packageDirectory.contains("/registry/")

/// Settings of every target. The Makefile passes what the whole build needs. Each function gets a section of its own, so
/// that the linker can put those of a start beside each other (Scripts/link-order.txt).
let swiftSettings: [SwiftSetting] =
  [.swiftLanguageMode(.v6)]
  + (isDependency ? [] : [.unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release))])
let cSettings: [CSetting] = isDependency ? [] : [.unsafeFlags(["-ffunction-sections"], .when(configuration: .release))]

/// The interpreter, arrays and tensors are confined to one thread at a time, so their counts need no atomic
/// instructions: a pair costs 3 ns instead of 10. Other threads get copies of what these modules made, never the object.
/// The flag is an unsafe one, which other packages could not depend on by version; there it is left out.
let confinedSettings: [SwiftSetting] =
  swiftSettings + (isDependency ? [] : [.unsafeFlags(["-Xfrontend", "-assume-single-threaded"])])

/// What confined and other modules both emit must be linked once for each of the two: the script sees to it.
let confinedLinking: [LinkerSetting] =
  isDependency ? [] : [.unsafeFlags(["-ld-path=\(Context.packageDirectory)/Scripts/ld-confined"], .when(platforms: [.linux]))]

/// The machine's loop ends every instruction with the jump to the next one; LLVM joins these jumps into one, which the
/// processor predicts worse, unless told otherwise. Blocks that are jumped to begin at multiples of 32 bytes: where they
/// happen to lie would decide on a fifth of the time.
let interpreterSettings: [SwiftSetting] =
  confinedSettings
  + (isDependency
    ? []
    : [
      .unsafeFlags(
        [
          "-Xllvm", "-tail-dup-pred-size=4096", "-Xllvm", "-tail-dup-succ-size=4096",
          "-Xllvm", "-align-all-nofallthru-blocks=5",
        ], .when(configuration: .release))
    ])

/// The released program carries the Swift library and FoundationEssentials (for the argument parser) in itself: it starts
/// in milliseconds and runs where no Swift is installed. It lies at a fixed address: relocating its tables would be half
/// of the work of a start and 2 MB (Debian links its python3 so too). Tests link dynamically: there is no static library for them.
/// Debug builds do so too: the sanitizers must see every allocation, and a static library hides theirs.
let staticSwift: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-lFoundationEssentials", "-l_FoundationCollections", "-l_FoundationCShims",
      "-lswiftSynchronization", "-Xclang-linker", "-no-pie",
    ],
    .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "wick",
  products: [
    .executable(name: "wick", targets: ["wick"]),
    .library(name: "Autograd", targets: ["Autograd"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // Headers of libzmq3-dev and libssl-dev; the libraries are loaded when they are needed.
    .target(name: "LibraryShim", cSettings: cSettings),
    .target(name: "ZMQShim", dependencies: ["LibraryShim"], cSettings: cSettings),
    .target(name: "OpenSSLShim", dependencies: ["LibraryShim"], cSettings: cSettings),
    .systemLibrary(name: "GMPShim", providers: [.apt(["libgmp-dev"])]),
    .systemLibrary(name: "ZlibShim", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "SQLiteShim", cSettings: cSettings),
    .target(name: "CompressionShim", cSettings: cSettings),
    .target(name: "ExpatShim", cSettings: cSettings),
    .target(name: "MemoryShim", cSettings: cSettings),
    .target(name: "FrozenShim", cSettings: cSettings),
    .target(name: "ForeignShim", cSettings: cSettings),
    .target(
      name: "Kernel",
      dependencies: ["ZMQShim", "OpenSSLShim", "SQLiteShim", "MemoryShim", .product(name: "Logging", package: "swift-log")],
      swiftSettings: swiftSettings),
    // Library modules written in Python are files below a target's `Python` folder; this puts them into the binary.
    .executableTarget(name: "embed-python", swiftSettings: swiftSettings),
    .plugin(name: "EmbedPython", capability: .buildTool(), dependencies: ["embed-python"]),
    .target(name: "Syntax", swiftSettings: swiftSettings),
    .target(
      name: "Interpreter", dependencies: ["Syntax", "GMPShim", "MemoryShim", "FrozenShim"], swiftSettings: interpreterSettings,
      linkerSettings: confinedLinking),
    .target(
      name: "PythonStdlib",
      dependencies: [
        "Interpreter", "MemoryShim", "GMPShim", "OpenSSLShim", "ZlibShim", "SQLiteShim", "CompressionShim", "ExpatShim",
        "ForeignShim",
      ],
      exclude: ["Python"],
      swiftSettings: confinedSettings, plugins: ["EmbedPython"]),
    .target(name: "ArrayKernels", cSettings: cSettings),
    .target(
      name: "Arrays", dependencies: ["ArrayKernels", "MemoryShim"], swiftSettings: confinedSettings,
      linkerSettings: confinedLinking),
    .target(name: "Autograd", dependencies: ["Arrays"], swiftSettings: confinedSettings),
    .target(
      name: "TorchBindings", dependencies: ["Interpreter", "Autograd", "Arrays"], exclude: ["Python"],
      swiftSettings: confinedSettings, plugins: ["EmbedPython"]),
    .target(
      name: "PythonKernel",
      dependencies: ["Kernel", "Syntax", "Interpreter", "PythonStdlib", "TorchBindings"], exclude: ["Python"],
      swiftSettings: swiftSettings, plugins: ["EmbedPython"]),
    .executableTarget(
      name: "wick",
      dependencies: [
        "Kernel", "PythonKernel", "MemoryShim", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings,
      linkerSettings: staticSwift),
    .testTarget(name: "KernelTests", dependencies: ["Kernel"], swiftSettings: swiftSettings),
    .testTarget(
      name: "SyntaxTests", dependencies: ["Syntax"], exclude: ["Fixtures"], swiftSettings: swiftSettings),
    .testTarget(
      name: "InterpreterTests", dependencies: ["Interpreter"], exclude: ["Fixtures"], swiftSettings: swiftSettings),
    .testTarget(name: "ArraysTests", dependencies: ["Arrays"], swiftSettings: swiftSettings),
    .testTarget(
      name: "AutogradTests", dependencies: ["Autograd"], exclude: ["record_expectations.py"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "PythonKernelTests", dependencies: ["PythonKernel", "Kernel", "Interpreter"],
      swiftSettings: swiftSettings),
  ]
)
