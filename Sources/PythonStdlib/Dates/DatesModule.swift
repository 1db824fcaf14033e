import Interpreter

/// `_dates`: the types of `datetime` that programs compute with. The rest of the module is Python.
enum DatesModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_dates", doc: "Dates and their differences.")
    let delta = vm.nativeType("timedelta", module: "datetime", isBase: true, populate: DeltaObject.populate)
    let date = vm.nativeType("date", module: "datetime", isBase: true)
    let dateTime = vm.nativeType("datetime", module: "datetime", base: date, isBase: true)
    for type in [delta, date, dateTime] { type.showsModule = true }
    let state = DateState(vm, delta: delta, date: date, dateTime: dateTime)
    date.setPopulate { [unowned(unsafe) state] (type, vm) in DateObject.populate(type, vm, state) }
    dateTime.setPopulate { [unowned(unsafe) state] (type, vm) in DateTimeObject.populateMoments(type, vm, state) }
    DeltaObject.declare(delta, vm, state)
    DateObject.declare(date, vm, state)
    DateTimeObject.declareMoments(dateTime, vm, state)
    module.constant(vm, "timedelta", .object(delta))
    module.constant(vm, "date", .object(date))
    module.constant(vm, "datetime", .object(dateTime))
    // Everything that knows the state lives no longer than the types, and this function keeps it for them.
    vm.keep(state)
    module.function(vm, "set_up(tzinfo, helpers, /)", "Takes the class of time zones, and functions by name.") {
      [unowned(unsafe) state] (_, args) in
      state.zoneType = args[0].asType
      for item in args[1].asDict?.items ?? [] { if let name = item.key.asStr { state.helpers[name.string] = item.value } }
      return .none
    }
    module.function(vm, "quick_strptime(text, format, /)", "The parts of a plain text of numbers; None: it is not plain.") {
      (vm, args) in
      guard let text = args[0].asStr, let format = args[1].asStr else { return .none }
      return QuickStrptime.parts(vm, text, format) ?? .none
    }
    addParts(vm, module)
    module.function(vm, "extend(cls, /)", "A decorator: gives a class the members of another, by which it is replaced.") {
      (vm, args) throws(Raised) in
      guard let target = args[0].asType else { return .none }
      let taking = NativeFunction(vm, "extend(other, /)", "Takes the members of a class.") { (vm, args) throws(Raised) in
        guard let source = args[0].asType else { return .none }
        let hidden: [String] = ["__module__", "__qualname__", "__dict__", "__weakref__", "__doc__"]
        for item in source.namespace.items {
          guard let name = item.key.asStr, !hidden.contains(name.string) else { continue }
          if item.value.asFunction != nil {
            try vm.setAttr(item.value, "__qualname__", .object(vm.string("\(target.name).\(name.string)")))
          }
          target.setAttribute(vm, vm.intern(name), item.value)
        }
        return .object(target)
      }
      return .object(taking)
    }
    return module
  }

  /// What the methods in `datetime.py` do first.
  private static func addParts(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "plain_date(text, /)", "Year, month and day of YYYY-MM-DD; None: look closer.") { (vm, args) in
      guard let text = args[0].asStr, text.count == 10, let n = DateTimeObject.plain(text) else { return .none }
      return .object(TupleObject.make(vm, .int(n.date.0), .int(n.date.1), .int(n.date.2)))
    }
    module.function(vm, "plain_time(hour, minute, second, microsecond, fold, /)", "Whether all are ints in their ranges.") {
      (_, args) in
      for (k, limit) in [24, 60, 60, 1_000_000, 2].enumerated() {
        if !args.slot(k).isInt || args.slot(k).asInt < 0 || args.slot(k).asInt >= limit { return .bool(false) }
      }
      return .bool(true)
    }
    module.function(vm, "isocalendar(date, cls, /)", "ISO year, week and weekday, as an instance of a class of tuples.") {
      (vm, args) throws(Raised) in
      guard let date = DateObject.of(args[0]), let cls = args[1].asType, cls.isSubtype(of: vm.types.tuple) else {
        throw vm.typeError("isocalendar() needs a date")
      }
      let (year, week, day) = Calendar.weekDate(date.ordinal, date.year)
      return .object(TupleObject(vm, [.int(year), .int(week), .int(day)], type: cls))
    }
  }
}
