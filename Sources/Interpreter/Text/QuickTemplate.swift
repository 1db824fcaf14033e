import Glibc

/// `template.format(values…)` for the commonest templates, ASCII with fields like `{}`, `{0}`, `{:>6}`, `{1:.2f}` and
/// `{!r:>6}`, and values of exact builtin types, laid out in a buffer on the stack.
///
/// It answers nil to everything else, errors included: the general way decides those.
struct QuickTemplate {
  private static var capacity: Int { 512 }

  private let vm: VM
  private let out: UnsafeMutablePointer<UInt8>
  private var count = 0
  /// The number of the next field without one; -1 once fields have numbers.
  private var next = 0

  private init(_ vm: VM, _ out: UnsafeMutablePointer<UInt8>) {
    self.vm = vm
    self.out = out
  }

  /// The text; nil: not one of the common cases.
  static func format(_ vm: VM, _ template: StrObject, _ values: UnsafeBufferPointer<Slot>) -> StrObject? {
    guard template.isASCII, template.count <= capacity / 2 else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var text = QuickTemplate(vm, base)
      let whole = UnsafePointer(template.storage.assumingMemoryBound(to: UInt8.self))
      guard text.run(whole, template.count, values), text.count > 1 else { return nil }
      return StrObject.make(vm, copying: base, count: text.count, width: 1, isASCII: true)
    }
  }

  private mutating func run(_ p: UnsafePointer<UInt8>, _ n: Int, _ values: UnsafeBufferPointer<Slot>) -> Bool {
    var i = 0
    while i < n {
      let c = p[i]
      i &+= 1
      if c == 0x7B || c == 0x7D {
        if i == n { return false }
        if p[i] != c {
          guard c == 0x7B, let end = field(p, i, n, values) else { return false }
          i = end
          continue
        }
        i &+= 1
      }
      if count == QuickTemplate.capacity { return false }
      out[count] = c
      count &+= 1
    }
    return true
  }

  /// Lays out the field that begins after the brace at `begin`; the place after its closing brace.
  private mutating func field(
    _ p: UnsafePointer<UInt8>, _ begin: Int, _ n: Int, _ values: UnsafeBufferPointer<Slot>
  ) -> Int? {
    var i = begin
    let number: Int
    if p[i] &- 0x30 < 10 {
      // Numbers by hand: none of the fields before was without one.
      if next > 0 { return nil }
      next = -1
      number = Int(p[i] &- 0x30)
      i &+= 1
    } else {
      if next < 0 { return nil }
      number = next
      next &+= 1
    }
    if number >= values.count { return nil }
    let value = values[number]
    var isRepr = false
    if i &+ 2 < n && p[i] == 0x21 {
      if p[i &+ 1] != 0x72 { return nil }
      isRepr = true
      i &+= 2
    }
    if i < n && p[i] == 0x7D { return plain(value, isRepr) ? i &+ 1 : nil }
    guard i < n, p[i] == 0x3A else { return nil }
    let start = i &+ 1
    i = start
    while i < n && p[i] != 0x7D {
      if p[i] == 0x7B { return nil }
      i &+= 1
    }
    if i == n || i == start { return nil }
    if isRepr {
      // The repr as an object, since the specification is that of a text.
      let before = count
      guard value.isObject, plain(value, true),
        let shown = StrObject.make(vm, copying: out + before, count: count &- before, width: 1, isASCII: true)
      else { return nil }
      count = before
      return append(QuickFormat.format(vm, .object(shown), p + start, i &- start)) ? i &+ 1 : nil
    }
    return append(QuickFormat.format(vm, value.value, p + start, i &- start)) ? i &+ 1 : nil
  }

  private mutating func append(_ text: StrObject?) -> Bool {
    guard let text, text.isASCII, count &+ text.count <= QuickTemplate.capacity else { return false }
    memcpy(out + count, text.storage, text.count)
    count &+= text.count
    return true
  }

  /// Appends `str(value)` or `repr(value)` of an int or an ASCII str.
  private mutating func plain(_ value: Slot, _ isRepr: Bool) -> Bool {
    if value.isInt { return decimal(value.asInt) }
    guard value.isObject, value.typePointer == vm.strType else { return false }
    let text = unsafeBitCast(value.pointer, to: StrObject.self)
    let n = text.count
    guard text.isASCII, count &+ n &+ 2 <= QuickTemplate.capacity else { return false }
    let bytes = text.storage.assumingMemoryBound(to: UInt8.self)
    if isRepr {
      for k in 0..<n where bytes[k] < 0x20 || bytes[k] == 0x7F || bytes[k] == 0x27 || bytes[k] == 0x5C { return false }
      out[count] = 0x27
      out[count &+ 1 &+ n] = 0x27
    }
    memcpy(out + (count &+ (isRepr ? 1 : 0)), bytes, n)
    count &+= isRepr ? n &+ 2 : n
    return true
  }

  private mutating func decimal(_ i: Int) -> Bool {
    var (rest, digits) = (i.magnitude, 1)
    while rest >= 10 {
      rest /= 10
      digits &+= 1
    }
    let length = digits &+ (i < 0 ? 1 : 0)
    if count &+ length > QuickTemplate.capacity { return false }
    if i < 0 { out[count] = 0x2D }
    count &+= length
    rest = i.magnitude
    for k in 1...digits {
      out[count &- k] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
      rest /= 10
    }
    return true
  }
}
