import Glibc
import Interpreter
import SQLiteShim

/// A prepared statement.
final class SQLiteStatement: Object {
  let database: SQLiteDatabase
  private var handle: OpaquePointer?
  private var api: wick_sqlite_module { database.api }

  init(_ database: SQLiteDatabase, _ handle: OpaquePointer) {
    self.database = database
    self.handle = handle
    super.init(kind: .native, type: database.types.statement, tracked: true)
  }
  deinit { close() }
  override func traverse(_ visit: (Slot) -> Void) { visit(.held(database)) }

  private func close() {
    if let handle { _ = api.finalize(handle) }
    handle = nil
  }

  private func open() throws(Raised) -> OpaquePointer {
    guard let handle, database.handle != nil else {
      throw database.failure(database.vm, 21, "Cannot operate on a closed database.")
    }
    return handle
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> SQLiteStatement { unsafeDowncast(args.slot(0).object, to: SQLiteStatement.self) }
    type.method(vm, "close(self, /)", "Gives the statement up.") { (_, args) throws(Raised) in
      me(args).close()
      return .none
    }
    type.method(vm, "reset(self, /)", "Back to the start.") { (_, args) throws(Raised) in
      let statement = me(args)
      guard let handle = statement.handle, statement.database.handle != nil else { return .none }
      _ = try statement.database.use { _ in statement.api.reset(handle) }
      return .none
    }
    type.method(vm, "names(self, /)", "The names of the columns.") { (vm, args) throws(Raised) in
      let statement = me(args)
      let handle = try statement.open()
      let names: [Value] = (0..<statement.api.column_count(handle)).map { at in
        guard let name = statement.api.column_name(handle, at) else { return .none }
        return SQLiteDatabase.decode(vm, name, strlen(name)) ?? .none
      }
      return .object(TupleObject(vm, names))
    }
    type.method(vm, "types(self, /)", "The declared types of the columns.") { (vm, args) throws(Raised) in
      let statement = me(args)
      let handle = try statement.open()
      let names: [Value] = (0..<statement.api.column_count(handle)).map { at in
        statement.api.column_decltype(handle, at).map { .object(vm.string(String(cString: $0))) } ?? .none
      }
      return .object(TupleObject(vm, names))
    }
    type.method(vm, "parameters(self, /)", "The names of the parameters; None for one without.") {
      (vm, args) throws(Raised) in
      let statement = me(args)
      let handle = try statement.open()
      let count = statement.api.bind_parameter_count(handle)
      let names: [Value] = (0..<count).map { at in
        statement.api.bind_parameter_name(handle, at &+ 1).map { .object(vm.string(String(cString: $0))) } ?? .none
      }
      return .object(TupleObject(vm, names))
    }
    type.method(vm, "bind(self, values, /)", "Binds values: None, or the place of one that has to be adapted.") {
      (vm, args) throws(Raised) in
      let statement = me(args)
      let handle = try statement.open()
      _ = try statement.database.use { _ in
        _ = statement.api.reset(handle)
        return statement.api.clear_bindings(handle)
      }
      guard let values = args[1].asTuple else { throw vm.typeError("bind() needs a tuple") }
      for at in 0..<values.count {
        guard try statement.bind(vm, handle, Int32(truncatingIfNeeded: at &+ 1), values[at]) else { return .int(at) }
      }
      return .none
    }
    type.method(
      vm, "fetch(self, count, converters, factory, /)",
      "Steps on: a list of rows, and whether the end was reached. Rows are tuples; a text that is no UTF-8 is its column's number."
    ) { (vm, args) throws(Raised) in
      try me(args).fetch(vm, try vm.index(args[1]), args[2].asTuple, args[3])
    }
  }

  /// Binds one value; false when it has no type that SQLite knows.
  private func bind(_ vm: VM, _ handle: OpaquePointer, _ at: Int32, _ value: Value) throws(Raised) -> Bool {
    let copies = UnsafeMutableRawPointer(bitPattern: -1)
    let status: Int32
    switch value {
    case .none: status = api.bind_null(handle, at)
    case .bool(let b): status = api.bind_int64(handle, at, b ? 1 : 0)
    case .int(let i): status = api.bind_int64(handle, at, Int64(i))
    case .float(let f): status = api.bind_double(handle, at, f)
    case .object(let o):
      if o.kind == .int {
        guard let small = try small(vm, value) else {
          throw vm.raised(vm.types.overflowError, "Python int too large to convert to SQLite INTEGER")
        }
        status = api.bind_int64(handle, at, Int64(small))
      } else if o.kind == .float {
        status = api.bind_double(handle, at, try vm.double(value))
      } else if let text = value.asStr {
        let bytes = try Codecs.encode(vm, text)
        guard let count = Int32(exactly: bytes.count) else {
          throw vm.raised(vm.types.overflowError, "string longer than INT_MAX bytes")
        }
        status = api.bind_text(handle, at, bytes, count, copies)
      } else if let bytes = try buffer(vm, value) {
        guard let count = Int32(exactly: bytes.count) else {
          throw vm.raised(vm.types.overflowError, "BLOB longer than INT_MAX bytes")
        }
        status = bytes.isEmpty ? api.bind_zeroblob(handle, at, 0) : api.bind_blob(handle, at, bytes, count, copies)
      } else {
        return false
      }
    }
    if status != 0 { throw database.failure(vm, status) }
    return true
  }

  /// An int of a class of the user's, when it fits.
  private func small(_ vm: VM, _ value: Value) throws(Raised) -> Int? {
    do throws(Raised) {
      return try vm.index(value)
    } catch {
      guard error.exception.type.isSubtype(of: vm.types.overflowError) else { throw error }
      return nil
    }
  }

  private func buffer(_ vm: VM, _ value: Value) throws(Raised) -> [UInt8]? {
    if let plain = Codecs.buffer(value) { return plain }
    guard vm.type(of: value).name == "array", let method = try vm.getAttrOrNil(value, vm.intern("tobytes")) else { return nil }
    return Codecs.buffer(try vm.call(method, []))
  }

  private func fetch(_ vm: VM, _ count: Int, _ converters: TupleObject?, _ factory: Value) throws(Raised) -> Value {
    let rows = ListObject.make(vm)
    var isDone = false
    while rows.count < count {
      let handle = try open()
      let status = try database.use { _ in api.step(handle) }
      if status == 101 {
        isDone = true
        break
      }
      guard status == 100 else {
        let error = database.failure(vm, status)
        _ = api.reset(handle)
        throw error
      }
      let width = api.column_count(handle)
      var values: [Value] = []
      values.reserveCapacity(Int(width))
      for at in 0..<width {
        if let converters, Int(at) < converters.count, !converters[Int(at)].isNone {
          values.append(try converted(vm, handle, at, converters[Int(at)]))
        } else {
          values.append(try column(vm, handle, at, factory))
        }
      }
      rows.append(.object(TupleObject.make(vm, values)))
    }
    if isDone, let handle { _ = try database.use { _ in api.reset(handle) } }
    return .object(TupleObject.make(vm, [.object(rows), .bool(isDone)]))
  }

  private func bytes(_ handle: OpaquePointer, _ at: Int32) -> UnsafeRawBufferPointer {
    let start = api.column_blob(handle, at)
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(api.column_bytes(handle, at)))
  }

  private func converted(_ vm: VM, _ handle: OpaquePointer, _ at: Int32, _ converter: Value) throws(Raised) -> Value {
    if api.column_type(handle, at) == 5 { return .none }
    return try vm.call(converter, [vm.makeBytes(Array(bytes(handle, at)))])
  }

  private func column(_ vm: VM, _ handle: OpaquePointer, _ at: Int32, _ factory: Value) throws(Raised) -> Value {
    switch api.column_type(handle, at) {
    case 1: return .int(Int(api.column_int64(handle, at)))
    case 2: return .float(api.column_double(handle, at))
    case 3:
      let start = api.column_text(handle, at)
      let count = Int(api.column_bytes(handle, at))
      if factory.isNone {
        if let text = SQLiteDatabase.decode(vm, start, count) { return text }
        let name = api.column_name(handle, at).map { String(cString: $0) } ?? ""
        let shown = String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
        throw database.failure(vm, -1, "Could not decode to UTF-8 column '\(name)' with text '\(shown)'")
      }
      return try vm.call(factory, [vm.makeBytes(Array(UnsafeRawBufferPointer(start: start, count: count)))])
    case 4: return vm.makeBytes(Array(bytes(handle, at)))
    default: return .none
    }
  }
}
