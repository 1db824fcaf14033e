import Glibc
import Synchronization
import ZMQShim

/// The identity of this process towards clients: makes headers with unique message ids.
final class Session: Sendable {
  /// Identity; constant as long as the process lives.
  let id: String
  private let prefix: String
  private let idPrefix: String
  private let suffix: String
  private let counter = Atomic<Int>(0)

  /// The protocol spoken.
  static let protocolVersion = "5.5"

  init() {
    id = Session.makeUUID()
    idPrefix = "\(id)_\(getpid())_"
    prefix = "{\"msg_id\":\"\(id)_\(getpid())_"
    suffix = "\",\"session\":\"\(id)\",\"username\":\"kernel\",\"version\":\"\(Session.protocolVersion)\"}"
  }

  /// A new header; its `messageID` is also in its bytes.
  func header(type: String) -> (messageID: String, bytes: Frame) {
    let number = counter.add(1, ordering: .relaxed).newValue
    var writer = JSONWriter()
    writer.write(type)
    var bytes: Frame = []
    bytes.reserveCapacity(320)
    bytes.append(contentsOf: prefix.utf8)
    bytes.append(contentsOf: String(number).utf8)
    bytes.append(contentsOf: "\",\"msg_type\":".utf8)
    bytes.append(contentsOf: writer.bytes)
    bytes.append(contentsOf: ",\"date\":\"".utf8)
    bytes.append(contentsOf: Timestamp.now.text.utf8)
    bytes.append(contentsOf: suffix.utf8)
    return (idPrefix + String(number), bytes)
  }

  /// A random UUID (version 4).
  static func makeUUID() -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    if wick_random(&bytes, bytes.count) == 0 {
      for index in bytes.indices { bytes[index] = UInt8.random(in: 0...255) }
    }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (position, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(position) { text += "-" }
      text += String(decoding: Hex.encode([byte]), as: UTF8.self)
    }
    return text
  }
}

/// A moment in UTC, in microseconds since 1970.
struct Timestamp: Sendable, Equatable {
  var microseconds: Int

  /// The present moment.
  static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(microseconds: time.tv_sec &* 1_000_000 &+ time.tv_nsec / 1000)
  }

  init(microseconds: Int) { self.microseconds = microseconds }

  /// ISO 8601 with microseconds and Z.
  var text: String {
    let seconds = microseconds.flooredQuotient(1_000_000)
    let days = seconds.flooredQuotient(86400)
    let second = seconds - days * 86400
    let (year, month, day) = Timestamp.civil(days)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let fraction = String(1_000_000 + (microseconds - seconds * 1_000_000)).dropFirst()
    let date = "\(year)-\(two(month))-\(two(day))"
    return "\(date)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)).\(fraction)Z"
  }

  /// Reads ISO 8601 with a zone (`Z` or ±hh:mm); nil for anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 40 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for at in range {
        guard at < bytes.count, bytes[at] >= 48, bytes[at] <= 57 else { return nil }
        value = value * 10 + Int(bytes[at] - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    var at = 19
    var fraction = 0
    if bytes[at] == UInt8(ascii: ".") {
      at += 1
      var digits = 0
      while at < bytes.count, bytes[at] >= 48, bytes[at] <= 57 {
        if digits < 6 { fraction = fraction * 10 + Int(bytes[at] - 48) }
        digits += 1
        at += 1
      }
      while digits < 6 {
        fraction *= 10
        digits += 1
      }
    }
    guard at < bytes.count else { return nil }
    var zone = 0
    if bytes[at] != UInt8(ascii: "Z") {
      let hasColon = at + 3 < bytes.count && bytes[at + 3] == UInt8(ascii: ":")
      guard let hours = number((at + 1)..<(at + 3)),
        let minutes = number((at + (hasColon ? 4 : 3))..<(at + (hasColon ? 6 : 5)))
      else { return nil }
      zone = (hours * 60 + minutes) * (bytes[at] == UInt8(ascii: "-") ? -1 : 1)
    }
    let days = Timestamp.days(year, month, day)
    let seconds = ((days * 24 + hour) * 60 + minute - zone) * 60 + second
    microseconds = seconds * 1_000_000 + fraction
  }

  // Days from 1970-01-01 and back in the proleptic Gregorian calendar, by eras of 400 years that start in March.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(146_097)
    let dayOfEra = shifted - era * 146_097
    let century = dayOfEra / 36524 - dayOfEra / 146_096
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + century) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year.flooredQuotient(400)
    let yearOfEra = year - era * 400
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Int {
  /// Division that rounds towards minus infinity, by a positive number.
  fileprivate func flooredQuotient(_ divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
