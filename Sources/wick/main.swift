import ArgumentParser
import Glibc

// M_ARENA_MAX: Python runs in a thread of its own, whose arena malloc would let grow page by page.
_ = mallopt(-8, 1)
// M_TRIM_THRESHOLD and M_MMAP_THRESHOLD: a page given back and taken again costs a microsecond and a half.
_ = mallopt(-1, 64 << 20)
_ = mallopt(-3, 32 << 20)

// The forms that other programs start by the hundred do not pay for the argument parser (4 ms, as much as the rest
// of a start): `Invocation` recognises them, everything else goes to the commands.
do {
  exit(try Invocation(Array(CommandLine.arguments.dropFirst())).run())
} catch {
  writeError("wick: \(error.description)\n")
  exit(error.status)
}

/// GNU function that Glibc's module map leaves out.
@_silgen_name("mallopt")
private func mallopt(_ parameter: Int32, _ value: Int32) -> Int32
