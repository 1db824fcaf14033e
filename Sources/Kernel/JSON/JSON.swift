/// A JSON value whose objects keep the order of their keys.
///
/// Who builds values from data of a user limits their nesting: releasing a value recurses.
package enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  /// An integer beyond 64 bits, as its decimal digits.
  case bigInteger(String)
  case string(String)
  case array([JSON])
  case object(JSONObject)
  /// Bytes that already are one JSON text; the writer copies them unchanged.
  case encoded([UInt8])
}

/// An ordered list of keys and values; a later value for the same key replaces the earlier one.
package struct JSONObject: Sendable {
  /// Keys and values in the order of first insertion.
  package private(set) var members: [(key: String, value: JSON)]
  /// Positions by key, kept only once a linear search would be slow.
  private var index: [ByteKey: Int]?

  private static let indexThreshold = 16

  /// Creates an empty object.
  package init() { members = [] }

  /// Number of members.
  package var count: Int { members.count }
  /// Whether there are no members.
  package var isEmpty: Bool { members.isEmpty }
  /// Keys in order.
  package var keys: [String] { members.map { $0.key } }

  /// Reads, replaces, appends or (with nil) removes a member.
  package subscript(key: String) -> JSON? {
    get { position(of: key).map { members[$0].value } }
    set {
      guard let newValue else {
        remove(key)
        return
      }
      if let at = position(of: key) {
        members[at].value = newValue
      } else {
        append(key, newValue)
      }
    }
  }

  /// Reserves room for a number of members.
  package mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

  private mutating func append(_ key: String, _ value: JSON) {
    members.append((key, value))
    if index != nil {
      index?[ByteKey(text: key)] = members.count - 1
    } else if members.count > JSONObject.indexThreshold {
      rebuildIndex()
    }
  }

  private mutating func remove(_ key: String) {
    guard let at = position(of: key) else { return }
    members.remove(at: at)
    if index != nil { rebuildIndex() }
  }

  private mutating func rebuildIndex() {
    var built: [ByteKey: Int] = [:]
    built.reserveCapacity(members.count * 2)
    for (position, member) in members.enumerated() { built[ByteKey(text: member.key)] = position }
    index = built
  }

  private func position(of key: String) -> Int? {
    if let index { return index[ByteKey(text: key)] }
    return members.firstIndex { ByteKey.same($0.key, key) }
  }
}

/// A key compared by its bytes: Swift's `String` would take "é" and "e\u{301}" for the same key.
private struct ByteKey: Hashable {
  let text: String

  static func same(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
  }

  static func == (a: ByteKey, b: ByteKey) -> Bool { same(a.text, b.text) }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension JSONObject: Equatable {
  /// Compares members without regard to order, as JSON does.
  package static func == (a: JSONObject, b: JSONObject) -> Bool {
    a.count == b.count && a.members.allSatisfy { b[$0.key] == $0.value }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Creates an object from a literal, in its order.
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  /// Creates a string.
  package init(stringLiteral value: String) { self = .string(value) }
  /// Creates an integer.
  package init(integerLiteral value: Int) { self = .int(value) }
  /// Creates a boolean.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Creates a number.
  package init(floatLiteral value: Double) { self = .double(value) }
  /// Creates an array.
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// Creates an object in the order of the literal.
  package init(dictionaryLiteral elements: (String, JSON)...) {
    var object = JSONObject()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
  /// Creates null.
  package init(nilLiteral: ()) { self = .null }
}

extension JSON {
  /// The text if this is a string.
  package var string: String? {
    if case .string(let value) = self { return value }
    return nil
  }
  /// The truth value if this is a boolean.
  package var bool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }
  /// The integer if this is one, or a double without a fraction.
  package var int: Int? {
    switch self {
    case .int(let value): return value
    case .double(let value): return Int(exactly: value)
    default: return nil
    }
  }
  /// The number as a double.
  package var double: Double? {
    switch self {
    case .int(let value): return Double(value)
    case .double(let value): return value
    case .bigInteger(let digits): return Double(digits)
    default: return nil
    }
  }
  /// The elements if this is an array.
  package var array: [JSON]? {
    if case .array(let value) = self { return value }
    return nil
  }
  /// The members if this is an object.
  package var object: JSONObject? {
    if case .object(let value) = self { return value }
    return nil
  }
  /// A rough number of bytes: the long strings and encoded texts of the upper levels.
  func weight(levels: Int = 3) -> Int {
    switch self {
    case .string(let text): text.utf8.count
    case .encoded(let raw): raw.count
    case .array(let elements): elements.count &* 8
    case .object(let object) where levels > 0:
      object.members.reduce(0) { $0 &+ $1.value.weight(levels: levels - 1) }
    default: 8
    }
  }
  /// Whether this is null.
  package var isNull: Bool {
    if case .null = self { return true }
    return false
  }
  /// The member of an object, nil for anything else.
  package subscript(key: String) -> JSON? { object?[key] }
}
