import Interpreter

/// `strptime` where the text holds numbers of full width between characters that stand for themselves: what the regular
/// expression of such a format tries first. Everything else is for `_strptime.py`.
struct QuickStrptime {
  private let text: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var year: Int?
  private var month = 1
  private var day = 1
  private var hour = 0
  private var minute = 0
  private var second = 0
  private var micro = 0
  /// The directives so far: each may stand once.
  private var seen: Set<UInt8> = []

  /// What `_strptime._strptime` answers: the parts of the time, microseconds, and those of the zone; nil: look closer.
  static func parts(_ vm: VM, _ text: StrObject, _ format: StrObject) -> Value? {
    guard text.isASCII, format.isASCII else { return nil }
    var reader = QuickStrptime(text: text.bytes)
    guard reader.read(format.bytes) else { return nil }
    return reader.result(vm)
  }

  private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  private mutating func read(_ format: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while i < format.count {
      let c = format[i]
      i &+= 1
      if c == 0x25 {
        guard i < format.count, directive(format[i]) else { return false }
        i &+= 1
      } else if isSpace(c) {
        while i < format.count, isSpace(format[i]) { i &+= 1 }
        guard at < text.count, isSpace(text[at]) else { return false }
        while at < text.count, isSpace(text[at]) { at &+= 1 }
      } else {
        guard at < text.count, text[at] == c else { return false }
        at &+= 1
      }
    }
    return at == text.count
  }
  private func isSpace(_ c: UInt8) -> Bool { c == 0x20 || (c >= 9 && c <= 13) }

  private mutating func directive(_ c: UInt8) -> Bool {
    if !seen.insert(c).inserted { return false }
    switch c {
    case 0x59:  // Y
      guard let number = number(4, 1...9999), !seen.contains(0x79) else { return false }
      year = number
    case 0x79:  // y
      guard let number = number(2, 0...99), !seen.contains(0x59) else { return false }
      year = number &+ (number <= 68 ? 2000 : 1900)
    case 0x6D:  // m
      guard let number = number(2, 1...12) else { return false }
      month = number
    case 0x64:  // d
      guard let number = number(2, 1...31) else { return false }
      day = number
    case 0x48:  // H
      guard let number = number(2, 0...23) else { return false }
      hour = number
    case 0x4D:  // M
      guard let number = number(2, 0...59) else { return false }
      minute = number
    case 0x53:  // S
      guard let number = number(2, 0...59) else { return false }
      second = number
    case 0x66:  // f
      var digits = 0
      while digits < 6, at < text.count, text[at] >= 0x30, text[at] <= 0x39 {
        micro = micro &* 10 &+ Int(text[at] &- 0x30)
        at &+= 1
        digits &+= 1
      }
      if digits == 0 { return false }
      for _ in digits..<6 { micro = micro &* 10 }
    default: return false
    }
    return true
  }
  private mutating func number(_ width: Int, _ range: ClosedRange<Int>) -> Int? {
    if text.count &- at < width { return nil }
    var made = 0
    for _ in 0..<width {
      let digit = Int(text[at]) &- 0x30
      if digit < 0 || digit > 9 { return nil }
      made = made &* 10 &+ digit
      at &+= 1
    }
    return range.contains(made) ? made : nil
  }

  private func result(_ vm: VM) -> Value? {
    let year = year ?? 1900
    if day > Calendar.length(year, month) { return nil }
    let weekday = (Calendar.ordinal(year, month, day) &+ 6) % 7
    let numbers = [year, month, day, hour, minute, second, weekday, Calendar.dayOfYear(year, month, day), -1]
    let parts = TupleObject.make(vm, numbers.map { .int($0) } + [.none, .none])
    return .object(TupleObject.make(vm, [.object(parts), .int(micro), .int(0)]))
  }
}
