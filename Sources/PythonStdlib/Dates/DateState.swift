import Interpreter

/// What the date types share: each other, and what `datetime.py` lends them.
final class DateState {
  /// The types, owned by the module and their instances.
  unowned(unsafe) let deltaType: TypeObject
  unowned(unsafe) let dateType: TypeObject
  unowned(unsafe) let dateTimeType: TypeObject
  private let kept: [TypeObject]
  /// `tzinfo`, once the module is set up.
  var zoneType: TypeObject?
  /// Functions of `datetime.py` by name.
  var helpers: [String: Value] = [:]
  /// Names that are called, interned.
  let utcoffset: StrObject

  init(_ vm: VM, delta: TypeObject, date: TypeObject, dateTime: TypeObject) {
    deltaType = delta
    dateType = date
    dateTimeType = dateTime
    kept = [delta, date, dateTime]
    utcoffset = vm.intern("utcoffset")
  }

  func helper(_ vm: VM, _ name: String, _ arguments: [Value]) throws(Raised) -> Value {
    guard let function = helpers[name] else { throw vm.runtimeError("datetime is not set up") }
    return try vm.call(function, arguments)
  }

  /// A difference of microseconds.
  func delta(_ vm: VM, _ total: Int128, type: TypeObject? = nil) throws(Raised) -> DeltaObject {
    let perDay: Int128 = 86_400_000_000
    var days = total / perDay
    var rest = total % perDay
    if rest < 0 {
      rest += perDay
      days -= 1
    }
    if days > 999_999_999 || days < -999_999_999 {
      if days > Int128(Int32.max) || days < Int128(Int32.min) {
        throw vm.overflowError("Python int too large to convert to C int")
      }
      throw vm.overflowError("days=\(days); must have magnitude <= 999999999")
    }
    return DeltaObject(self, type ?? deltaType, Int(days), Int(rest / 1_000_000), Int(rest % 1_000_000))
  }

  /// Checks that a value is None or a time zone.
  func checkZone(_ vm: VM, _ zone: Value) throws(Raised) {
    if zone.isNone { return }
    if let zoneType, vm.type(of: zone).isSubtype(of: zoneType) { return }
    throw vm.typeError("tzinfo argument must be None or of a tzinfo subclass, not type '\(vm.type(of: zone).name)'")
  }

  /// A number of a field that must lie in C's int.
  func field(_ vm: VM, _ value: Value) throws(Raised) -> Int {
    if case .int(let i) = value {
      if i > Int(Int32.max) { throw vm.overflowError("signed integer is greater than maximum") }
      if i < Int(Int32.min) { throw vm.overflowError("signed integer is less than minimum") }
      return i
    }
    guard case .int(let i) = try vm.indexValue(value) else {
      throw vm.overflowError("Python int too large to convert to C long")
    }
    return try field(vm, .int(i))
  }

  func checkDate(_ vm: VM, _ year: Int, _ month: Int, _ day: Int) throws(Raised) {
    if year < 1 || year > 9999 { throw vm.valueError("year \(year) is out of range") }
    if month < 1 || month > 12 { throw vm.valueError("month must be in 1..12") }
    if day < 1 || day > Calendar.length(year, month) { throw vm.valueError("day is out of range for month") }
  }
  func checkTime(_ vm: VM, _ hour: Int, _ minute: Int, _ second: Int, _ micro: Int, _ fold: Int) throws(Raised) {
    if hour < 0 || hour > 23 { throw vm.valueError("hour must be in 0..23") }
    if minute < 0 || minute > 59 { throw vm.valueError("minute must be in 0..59") }
    if second < 0 || second > 59 { throw vm.valueError("second must be in 0..59") }
    if micro < 0 || micro > 999_999 { throw vm.valueError("microsecond must be in 0..999999") }
    if fold != 0 && fold != 1 { throw vm.valueError("fold must be either 0 or 1") }
  }

  /// `name` of the class as `repr` shows it: the type's own name for subclasses.
  func shownName(_ vm: VM, _ type: TypeObject) -> String { type.isHeap ? type.name : "datetime.\(type.name)" }
}

extension Value {
  /// An exact or derived int as 128 bits; nil: no int, or too large.
  func asWide(_ isInt: inout Bool) -> Int128? {
    guard let number = Integer(self) else { return nil }
    isInt = true
    switch number {
    case .small(let i): return Int128(i)
    case .big:
      if number.bitLength > 120 { return nil }
      let magnitude: UInt128 = number.withZ { z in
        var result: UInt128 = 0
        let limbs = Int(z.pointee._mp_size.magnitude)
        for i in 0..<min(limbs, 2) { result |= UInt128(z.pointee._mp_d[i]) << UInt128(64 * i) }
        return result
      }
      return number.sign < 0 ? -Int128(magnitude) : Int128(magnitude)
    }
  }
}
