import Syntax

/// Called by libFuzzer with bytes it made up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  fuzzParse([UInt8](UnsafeBufferPointer(start: data, count: size)))
  return 0
}
