import ArgumentParser
import Glibc
import MemoryShim

wick_memory_prepare()

// The forms that other programs start by the hundred do not pay for the argument parser (4 ms, as much as the rest
// of a start): `Invocation` recognises them, everything else goes to the commands.
do {
  exit(try Invocation(Array(CommandLine.arguments.dropFirst())).run())
} catch {
  writeError("wick: \(error.description)\n")
  exit(error.status)
}
