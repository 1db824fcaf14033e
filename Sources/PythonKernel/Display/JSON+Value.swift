import Interpreter
internal import Kernel

/// A value of Python, where `Value` means something else.
typealias PythonValue = Interpreter.Value

extension JSON {
  /// The JSON of a Python value: bytes become base64, numbers without JSON form become text.
  init(_ vm: VM, _ value: PythonValue, isMimeData: Bool = false, depth: Int = 0) {
    if depth > 400 {
      self = .string("...")
      return
    }
    switch value {
    case .none: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .float(let number):
      if number.isNaN {
        self = .string("nan")
      } else if number.isInfinite {
        self = .string(number < 0 ? "-inf" : "inf")
      } else {
        self = .double(number)
      }
    case .object(let object): self = JSON.object(vm, object, value, depth)
    }
  }

  private static func object(_ vm: VM, _ object: Object, _ value: PythonValue, _ depth: Int) -> JSON {
    switch object.kind {
    case .str: return .string(unsafeDowncast(object, to: StrObject.self).string)
    case .list:
      return .array(unsafeDowncast(object, to: ListObject.self).values.map { JSON(vm, $0, depth: depth + 1) })
    case .tuple:
      return .array(
        unsafeDowncast(object, to: TupleObject.self).values.map { JSON(vm, $0, depth: depth + 1) })
    case .dict:
      var made = JSONObject()
      for item in unsafeDowncast(object, to: DictObject.self).items {
        made[key(vm, item.key)] = JSON(vm, item.value, depth: depth + 1)
      }
      return .object(made)
    case .bytes, .bytearray, .memoryview:
      return .string(Base64.encode(bytes(vm, value)))
    case .int: return text(vm, value).map { .bigInteger($0) } ?? .null
    case .set, .frozenset:
      let values = (try? vm.list(of: value)) ?? []
      return .array(values.map { JSON(vm, $0, depth: depth + 1) })
    default: return text(vm, value).map { .string($0) } ?? .null
    }
  }

  private static func text(_ vm: VM, _ value: PythonValue) -> String? {
    do throws(Raised) { return try vm.str(value).string } catch { return nil }
  }

  private static func key(_ vm: VM, _ value: PythonValue) -> String {
    switch value {
    case .none: "null"
    case .bool(let flag): flag ? "true" : "false"
    default: text(vm, value) ?? ""
    }
  }

  /// The bytes of a bytes-like value.
  static func bytes(_ vm: VM, _ value: PythonValue) -> [UInt8] {
    do throws(Raised) {
      return try vm.list(of: value).map { UInt8(truncatingIfNeeded: $0.asInt ?? 0) }
    } catch {
      return []
    }
  }

  /// The Python value of this JSON.
  func value(_ vm: VM) -> PythonValue {
    switch self {
    case .null: return .none
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .double(let number): return .float(number)
    case .bigInteger(let digits):
      do throws(Raised) {
        return try vm.call(.object(vm.types.int), [.object(vm.string(digits))])
      } catch {
        return .none
      }
    case .string(let text): return .object(vm.string(text))
    case .array(let elements): return .object(ListObject(vm, elements.map { $0.value(vm) }))
    case .object(let object):
      let made = DictObject(vm)
      for member in object.members { made.set(vm, member.key, member.value.value(vm)) }
      return .object(made)
    case .encoded(let raw):
      guard let parsed = try? JSON(parsing: raw) else { return .none }
      return parsed.value(vm)
    }
  }
}

/// Base64 without line breaks.
enum Base64 {
  private static let digits: [UInt8] = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Encodes bytes.
  static func encode(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    var at = 0
    while at < bytes.count {
      let left = bytes.count - at
      let a = UInt32(bytes[at])
      let b = left > 1 ? UInt32(bytes[at + 1]) : 0
      let c = left > 2 ? UInt32(bytes[at + 2]) : 0
      let group = a << 16 | b << 8 | c
      out.append(digits[Int(group >> 18 & 63)])
      out.append(digits[Int(group >> 12 & 63)])
      out.append(left > 1 ? digits[Int(group >> 6 & 63)] : 0x3D)
      out.append(left > 2 ? digits[Int(group & 63)] : 0x3D)
      at += 3
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Decodes a text, skipping characters outside of the alphabet; nil when the padding is wrong.
  static func decode(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      guard byte != 0x3D, let digit = digits.firstIndex(of: byte) else { continue }
      bits = bits << 6 | UInt32(digit)
      count += 1
      if count == 4 {
        out += [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)]
        bits = 0
        count = 0
      }
    }
    switch count {
    case 0: return out
    case 2: return out + [UInt8(bits >> 4 & 255)]
    case 3: return out + [UInt8(bits >> 10 & 255), UInt8(bits >> 2 & 255)]
    default: return nil
    }
  }
}
