import Interpreter
import ZlibShim

/// One stream of zlib, compressing or decompressing.
final class ZlibStream: Object {
  /// What a call to zlib gave.
  struct Output {
    var bytes: [UInt8] = []
    var status: Int32 = Z_OK
    /// Bytes of the input that were not read.
    var unread = 0
  }

  let isCompressor: Bool
  private let stream: UnsafeMutablePointer<z_stream>
  private(set) var isOpen = false
  /// What a decompressor found behind the end of its stream.
  var unusedData: [UInt8] = []
  /// What a decompressor has not read because of a limit.
  var unconsumedTail: [UInt8] = []
  var atEnd = false
  /// A preset dictionary for a decompressor.
  var dictionary: [UInt8] = []

  init(type: TypeObject, isCompressor: Bool) {
    self.isCompressor = isCompressor
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    super.init(kind: .native, type: type, tracked: false)
  }
  deinit {
    if isOpen { _ = isCompressor ? deflateEnd(stream) : inflateEnd(stream) }
    stream.deallocate()
  }

  /// Text of zlib about the last error.
  var message: String? { stream.pointee.msg.map { String(cString: $0) } }

  func openCompressor(level: Int32, method: Int32, wbits: Int32, memLevel: Int32, strategy: Int32) -> Int32 {
    let status = deflateInit2_(
      stream, level, method, wbits, memLevel, strategy, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    isOpen = status == Z_OK
    return status
  }
  func openDecompressor(wbits: Int32) -> Int32 {
    let status = inflateInit2_(stream, wbits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    isOpen = status == Z_OK
    return status
  }
  func setDeflateDictionary(_ bytes: [UInt8]) -> Int32 {
    deflateSetDictionary(stream, bytes, UInt32(truncatingIfNeeded: bytes.count))
  }
  func setInflateDictionary() -> Int32 {
    inflateSetDictionary(stream, dictionary, UInt32(truncatingIfNeeded: dictionary.count))
  }

  /// Runs the stream over the input; `limit` 0: as much as comes out.
  func run(_ input: [UInt8], flush: Int32, limit: Int = 0) -> Output {
    var out = Output()
    var source = input
    var buffer = [UInt8](repeating: 0, count: min(max(input.count, 1024), 1 << 18))
    let total = source.count
    let s = stream
    source.withUnsafeMutableBufferPointer { from in
      s.pointee.next_in = from.baseAddress
      s.pointee.avail_in = UInt32(truncatingIfNeeded: min(total, Int(UInt32.max)))
      while true {
        let room = limit > 0 ? min(buffer.count, limit - out.bytes.count) : buffer.count
        if room <= 0 { break }
        buffer.withUnsafeMutableBufferPointer { to in
          s.pointee.next_out = to.baseAddress
          s.pointee.avail_out = UInt32(room)
          out.status = isCompressor ? deflate(s, flush) : inflate(s, flush)
          if out.status == Z_NEED_DICT && !dictionary.isEmpty {
            out.status = setInflateDictionary()
            if out.status == Z_OK { out.status = inflate(s, flush) }
          }
        }
        out.bytes.append(contentsOf: buffer[0..<(room - Int(s.pointee.avail_out))])
        if out.status != Z_OK || s.pointee.avail_out != 0 { break }
      }
      out.unread = Int(s.pointee.avail_in)
      s.pointee.next_in = nil
      s.pointee.avail_in = 0
    }
    return out
  }

  func close() -> Int32 {
    guard isOpen else { return Z_OK }
    isOpen = false
    return isCompressor ? deflateEnd(stream) : inflateEnd(stream)
  }

  /// Another stream in the same state; nil when zlib has no memory for it.
  func copy() -> ZlibStream? {
    let made = ZlibStream(type: type, isCompressor: isCompressor)
    let status = isCompressor ? deflateCopy(made.stream, stream) : inflateCopy(made.stream, stream)
    guard status == Z_OK else { return nil }
    made.isOpen = true
    made.unusedData = unusedData
    made.unconsumedTail = unconsumedTail
    made.atEnd = atEnd
    made.dictionary = dictionary
    return made
  }
}
