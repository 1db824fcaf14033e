import Glibc

/// `template % values` for the commonest templates, `%s`, `%d`, `%5d`, `%05d` and `%.2f` among ASCII, and values of exact
/// builtin types, laid out in a buffer on the stack.
///
/// It answers nil to everything else, errors included: the general way decides those.
struct QuickPercent {
  private static var capacity: Int { 512 }

  private let out: UnsafeMutablePointer<UInt8>
  private var count = 0

  private init(_ out: UnsafeMutablePointer<UInt8>) { self.out = out }

  /// The text; nil: not one of the common cases.
  static func format(_ vm: VM, _ template: StrObject, _ values: Value) -> StrObject? {
    guard template.isASCII, template.count <= capacity / 2 else { return nil }
    var single = values.borrowed
    return withExtendedLifetime(values) {
      if single.isObject && single.typePointer == vm.tupleType {
        let items = single.pointer.field(SequenceLayout.items, UnsafeMutablePointer<Slot>.self)
        return format(vm, template, items, single.pointer.field(SequenceLayout.count, Int.self))
      }
      if single.isObject && single.typePointer != vm.strType { return nil }
      return withUnsafeMutablePointer(to: &single) { format(vm, template, $0, 1) }
    }
  }

  private static func format(
    _ vm: VM, _ template: StrObject, _ values: UnsafePointer<Slot>, _ given: Int
  ) -> StrObject? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var text = QuickPercent(base)
      guard text.run(vm, template, values, given), text.count != 1 else { return nil }
      if text.count == 0 { return vm.emptyString }
      return StrObject.make(vm, copying: base, count: text.count, width: 1, isASCII: true)
    }
  }

  private mutating func run(_ vm: VM, _ template: StrObject, _ values: UnsafePointer<Slot>, _ given: Int) -> Bool {
    let (p, n) = (template.storage.assumingMemoryBound(to: UInt8.self), template.count)
    var (i, used) = (0, 0)
    while i < n {
      let c = p[i]
      i &+= 1
      if c != 0x25 {
        if count == QuickPercent.capacity { return false }
        out[count] = c
        count &+= 1
        continue
      }
      var (zero, width, precision) = (false, 0, -1)
      if i < n && p[i] == 0x30 {
        zero = true
        i &+= 1
      }
      while i < n, p[i] &- 0x30 < 10, width < 100 {
        width = width &* 10 &+ Int(p[i] &- 0x30)
        i &+= 1
      }
      if i < n && p[i] == 0x2E {
        i &+= 1
        guard i < n, p[i] &- 0x30 < 10 else { return false }
        precision = Int(p[i] &- 0x30)
        i &+= 1
      }
      guard i < n, used < given else { return false }
      let (type, value) = (p[i], values[used])
      i &+= 1
      used &+= 1
      switch type {
      case 0x73:
        if zero || width > 0 || precision >= 0 || !append(vm, plain: value) { return false }
      case 0x64:
        if precision >= 0 || !value.isInt || !append(value.asInt.magnitude, value.asInt < 0, width, zero, point: 0) {
          return false
        }
      case 0x66:
        guard value.isFloat, value.asDouble.sign == .plus || value.asDouble < 0 else { return false }
        let places = precision < 0 ? 6 : precision
        guard let number = FloatText.scaled(value.asDouble.magnitude, places),
          append(UInt(number), value.asDouble < 0, width, zero, point: places)
        else { return false }
      default: return false
      }
    }
    return used == given
  }

  /// Appends `str(value)` of an int or an ASCII str.
  private mutating func append(_ vm: VM, plain value: Slot) -> Bool {
    if value.isInt { return append(value.asInt.magnitude, value.asInt < 0, 0, false, point: 0) }
    guard value.isObject, value.typePointer == vm.strType else { return false }
    return Unmanaged<StrObject>.fromOpaque(value.pointer)._withUnsafeGuaranteedRef { text in
      guard text.isASCII, count &+ text.count <= QuickPercent.capacity else { return false }
      memcpy(out + count, text.storage, text.count)
      count &+= text.count
      return true
    }
  }

  /// Appends a number of which the last `point` digits are the fraction.
  private mutating func append(_ number: UInt, _ negative: Bool, _ width: Int, _ zero: Bool, point: Int) -> Bool {
    // 20 digits, sign and point.
    if count &+ max(width, 24) > QuickPercent.capacity { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      guard let p = digits.baseAddress else { return false }
      let at = QuickFormat.writeDigits(UInt64(number), point: point, before: 24, in: p)
      let length = 24 &- at &+ (negative ? 1 : 0)
      let padding = max(0, width &- length)
      if !zero {
        memset(out + count, 0x20, padding)
        count &+= padding
      }
      if negative {
        out[count] = 0x2D
        count &+= 1
      }
      if zero {
        memset(out + count, 0x30, padding)
        count &+= padding
      }
      memcpy(out + count, p + at, 24 &- at)
      count &+= 24 &- at
      return true
    }
  }
}
