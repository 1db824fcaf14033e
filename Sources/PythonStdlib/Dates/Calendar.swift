import Glibc

/// The proleptic Gregorian calendar.
enum Calendar {
  static var maximumOrdinal: Int { 3_652_059 }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
  static func length(_ year: Int, _ month: Int) -> Int {
    month == 2 ? isLeap(year) ? 29 : 28 : 30 &+ (month &+ month >> 3) & 1
  }
  /// Days of the year before a day.
  static func dayOfYear(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // The months but February come in turns of 153 days for five: a line through them meets each.
    let before = (367 &* month &- 362) / 12
    return before &- (month <= 2 ? 0 : isLeap(year) ? 1 : 2) &+ day
  }
  /// Number of a day; 1 January of year 1 is 1.
  static func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = year &- 1
    return y &* 365 &+ y / 4 &- y / 100 &+ y / 400 &+ dayOfYear(year, month, day)
  }
  /// Year, month and day of a number in `1 ... maximumOrdinal`.
  static func date(_ ordinal: Int) -> (Int, Int, Int) {
    var n = ordinal &- 1
    let n400 = n / 146_097
    n %= 146_097
    let n100 = n / 36_524
    n %= 36_524
    let n4 = n / 1461
    n %= 1461
    let n1 = n / 365
    n %= 365
    let year = n400 &* 400 &+ n100 &* 100 &+ n4 &* 4 &+ n1 &+ 1
    if n1 == 4 || n100 == 4 { return (year &- 1, 12, 31) }
    var month = (n &+ 50) >> 5
    var first = dayOfYear(year, month, 0)
    if first > n {
      month &-= 1
      first &-= length(year, month)
    }
    return (year, month, n &- first &+ 1)
  }

  /// ISO year, week and weekday of a day of a calendar year.
  static func weekDate(_ day: Int, _ year: Int) -> (Int, Int, Int) {
    var monday = firstMonday(year)
    var isoYear = year
    if day < monday {
      isoYear &-= 1
      monday = firstMonday(isoYear)
    } else if day &- monday >= 52 &* 7, day >= firstMonday(year &+ 1) {
      isoYear &+= 1
      monday = firstMonday(isoYear)
    }
    return (isoYear, (day &- monday) / 7 &+ 1, (day &- monday) % 7 &+ 1)
  }
  /// Number of the Monday that begins an ISO year: that of the week with 4 January.
  private static func firstMonday(_ year: Int) -> Int {
    let fourth = ordinal(year, 1, 4)
    return fourth &- (fourth &+ 6) % 7
  }

  /// What the clock shows at a moment, in local time or UTC; nil: out of range.
  static func parts(_ seconds: Int, utc: Bool) -> tm? {
    var t = time_t(seconds)
    var p = tm()
    return (utc ? gmtime_r(&t, &p) : localtime_r(&t, &p)) == nil ? nil : p
  }
  /// The local clock's reading as seconds since 1970, as though it were UTC; nil: out of range.
  static func local(_ seconds: Int) -> Int? {
    guard let p = parts(seconds, utc: false), p.tm_year > -1900, p.tm_year < 8100 else { return nil }
    let days = ordinal(Int(p.tm_year) &+ 1900, Int(p.tm_mon) &+ 1, Int(p.tm_mday)) &- 719_163
    return ((days &* 24 &+ Int(p.tm_hour)) &* 60 &+ Int(p.tm_min)) &* 60 &+ Int(p.tm_sec)
  }
  /// Seconds since 1970 when the local clock shows a reading; `fold` 1: the second time it does. nil: out of range.
  static func moment(_ reading: Int, fold: Int) -> Int? {
    guard let shown = local(reading) else { return nil }
    let first = reading &- (shown &- reading)
    guard let firstShown = local(first) else { return nil }
    var other: Int
    if firstShown == reading {
      let second = first &+ (fold == 0 ? -86_400 : 86_400)
      guard let secondShown = local(second) else { return nil }
      other = secondShown &- second
      if other == shown &- reading { return first }
    } else {
      other = firstShown &- first
    }
    let second = reading &- other
    guard let secondShown = local(second) else { return nil }
    if secondShown == reading { return second }
    return fold == 0 ? max(first, second) : min(first, second)
  }
}

/// Text of numbers with leading zeros, for dates.
struct DigitText {
  var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(40) }
  mutating func put(_ number: Int, _ width: Int) {
    var divisor = 1
    for _ in 1..<width { divisor &*= 10 }
    while divisor > 0 {
      bytes.append(48 &+ UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }
  mutating func put(_ byte: UInt8) { bytes.append(byte) }
}
