import Glibc
import Interpreter
import SQLiteShim

/// A prepared statement. The database knows its statements and finishes them when it closes; they hold no database, so
/// that those kept for their next use make no cycle.
final class SQLiteStatement: Object {
  /// Set to nil by the database when it goes.
  unowned(unsafe) var database: SQLiteDatabase?
  private var handle: OpaquePointer?
  private let api: UnsafePointer<wick_sqlite_module>
  /// Whether a cursor is using it.
  var isBusy = false
  /// Whether it changes rows.
  let writes: Bool
  let columnCount: Int
  let parameterCount: Int
  /// The names of the columns in the text that a cursor describes, made when first asked for: a tuple.
  private var nameSlot = Slot.undefined

  init(_ database: SQLiteDatabase, _ handle: OpaquePointer, writes: Bool) {
    self.database = database
    self.handle = handle
    self.writes = writes
    api = database.api
    columnCount = Int(api.pointee.column_count(handle))
    parameterCount = Int(api.pointee.bind_parameter_count(handle))
    super.init(kind: .native, type: database.types.statement, tracked: true)
    database.add(self)
  }
  override func traverse(_ visit: (Slot) -> Void) { visit(nameSlot) }
  deinit {
    close()
    nameSlot.release()
  }

  /// Gives the statement up.
  func close() {
    if let handle { _ = api.pointee.finalize(handle) }
    handle = nil
    database?.forget(self)
    database = nil
  }

  private func open(_ vm: VM) throws(Raised) -> (OpaquePointer, SQLiteDatabase) {
    guard let handle, let database, database.handle != nil else {
      throw SQLiteModule.failure(vm, -2, "Cannot operate on a closed database.")
    }
    return (handle, database)
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> SQLiteStatement { unsafeDowncast(args.slot(0).object, to: SQLiteStatement.self) }
    type.method(vm, "close(self, /)", "Gives the statement up.") { (_, args) throws(Raised) in
      me(args).close()
      return .none
    }
    type.method(vm, "run(self, /)", "Steps to the end; rows are lost.") { (vm, args) throws(Raised) in
      while try me(args).step(vm) {}
      return .none
    }
  }

  /// Back to the start. An error that is told here was told before.
  func reset() {
    if let handle, database?.handle != nil { _ = api.pointee.reset(handle) }
  }

  /// Steps on; whether there is a row.
  func step(_ vm: VM) throws(Raised) -> Bool {
    let (handle, database) = try open(vm)
    let status = try database.use { _ in api.pointee.step(handle) }
    if status == 100 { return true }
    if status == 101 {
      _ = api.pointee.reset(handle)
      return false
    }
    let error = database.failure(vm, status)
    _ = api.pointee.reset(handle)
    throw error
  }

  // MARK: Columns

  /// The names of the columns, a tuple (borrowed).
  func names(_ vm: VM) throws(Raised) -> TupleObject {
    if let made = nameSlot.asTuple { return made }
    let (handle, _) = try open(vm)
    let names: [Value] = (0..<api.pointee.column_count(handle)).map { at in
      guard let name = api.pointee.column_name(handle, at) else { return .none }
      return SQLiteDatabase.decode(vm, name, strlen(name)) ?? .none
    }
    let made = TupleObject(vm, names)
    nameSlot = .owned(made)
    return made
  }
  /// The declared type of a column.
  func declaredType(_ vm: VM, _ at: Int) throws(Raised) -> String? {
    let (handle, _) = try open(vm)
    return api.pointee.column_decltype(handle, Int32(truncatingIfNeeded: at)).map { String(cString: $0) }
  }

  /// The row it stands at, an owned tuple. `casts` has a converter or None for each column; `factory` makes texts, None: the
  /// usual.
  func row(_ vm: VM, _ casts: TupleObject?, _ factory: Slot) throws(Raised) -> TupleObject {
    let (handle, _) = try open(vm)
    let width = Int(api.pointee.column_count(handle))
    let start = try vm.reserveStack(width)
    defer { vm.releaseStack(start, count: width) }
    for at in 0..<width {
      let value: Value
      if let casts, at < casts.count, !casts[at].isNone {
        value = try converted(vm, handle, Int32(truncatingIfNeeded: at), casts[at])
      } else {
        value = try column(vm, handle, Int32(truncatingIfNeeded: at), factory)
      }
      start[at] = value.intoOwned()
    }
    return TupleObject.make(vm, copying: start, count: width)
  }

  private func bytes(_ handle: OpaquePointer, _ at: Int32) -> UnsafeRawBufferPointer {
    let start = api.pointee.column_blob(handle, at)
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(api.pointee.column_bytes(handle, at)))
  }

  private func converted(_ vm: VM, _ handle: OpaquePointer, _ at: Int32, _ converter: Value) throws(Raised) -> Value {
    if api.pointee.column_type(handle, at) == 5 { return .none }
    return try vm.call(converter, [vm.makeBytes(Array(bytes(handle, at)))])
  }

  private func column(_ vm: VM, _ handle: OpaquePointer, _ at: Int32, _ factory: Slot) throws(Raised) -> Value {
    switch api.pointee.column_type(handle, at) {
    case 1: return .int(Int(api.pointee.column_int64(handle, at)))
    case 2: return .float(api.pointee.column_double(handle, at))
    case 3:
      let start = api.pointee.column_text(handle, at)
      let count = Int(api.pointee.column_bytes(handle, at))
      if factory.isNone {
        if let text = SQLiteDatabase.decode(vm, start, count) { return text }
        let name = api.pointee.column_name(handle, at).map { String(cString: $0) } ?? ""
        let shown = String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
        throw SQLiteModule.failure(vm, -1, "Could not decode to UTF-8 column '\(name)' with text '\(shown)'")
      }
      return try vm.call(factory, [vm.makeBytes(Array(UnsafeRawBufferPointer(start: start, count: count)))])
    case 4: return vm.makeBytes(Array(bytes(handle, at)))
    default: return .none
    }
  }

  // MARK: Parameters

  /// Binds the values that `execute` was given: a sequence, or a mapping of names.
  func bind(_ vm: VM, _ parameters: Value) throws(Raised) {
    let (handle, database) = try open(vm)
    _ = api.pointee.reset(handle)
    if let tuple = parameters.asTuple, !tuple.hasHeapType {
      try check(vm, count: tuple.count)
      for at in 0..<parameterCount { try bind(vm, handle, database, at, tuple[at]) }
    } else if let list = parameters.asList, !list.hasHeapType {
      try check(vm, count: list.count)
      for at in 0..<parameterCount {
        // (An adapter may change the list.)
        guard at < list.count else { throw vm.indexError("list index out of range") }
        try bind(vm, handle, database, at, list[at])
      }
    } else if try isSequence(vm, parameters) {
      try check(vm, count: try vm.length(parameters))
      for at in 0..<parameterCount { try bind(vm, handle, database, at, try vm.getItem(parameters, .int(at))) }
    } else if try isMapping(vm, parameters) {
      for at in 0..<parameterCount {
        guard let start = api.pointee.bind_parameter_name(handle, Int32(truncatingIfNeeded: at &+ 1)) else {
          throw SQLiteModule.failure(
            vm, -2, "Binding \(at &+ 1) has no name, but you supplied a dictionary (which has only names).")
        }
        let name = String(cString: start + 1)
        let value: Value
        do throws(Raised) {
          value = try vm.getItem(parameters, .object(vm.string(name)))
        } catch {
          guard error.exception.type.isSubtype(of: vm.types.lookupError) else { throw error }
          throw SQLiteModule.failure(vm, -2, "You did not supply a value for binding parameter :\(name).")
        }
        try bind(vm, handle, database, at, value)
      }
    } else {
      throw SQLiteModule.failure(vm, -2, "parameters are of unsupported type")
    }
  }
  private func check(_ vm: VM, count: Int) throws(Raised) {
    if count == parameterCount { return }
    throw SQLiteModule.failure(
      vm, -2,
      "Incorrect number of bindings supplied. The current statement uses \(parameterCount), and there are \(count) supplied.")
  }
  /// What `execute` takes for an empty text, which has no parameters.
  static func checkNone(_ vm: VM, _ parameters: Value) throws(Raised) {
    guard !vm.type(of: parameters).lookup(vm, .borrowed(vm.intern("__len__"))).isUndefined else {
      throw SQLiteModule.failure(vm, -2, "parameters are of unsupported type")
    }
    let count = try vm.length(parameters)
    if count == 0 || parameters.kind == .dict { return }
    throw SQLiteModule.failure(
      vm, -2, "Incorrect number of bindings supplied. The current statement uses 0, and there are \(count) supplied.")
  }
  private func isSequence(_ vm: VM, _ value: Value) throws(Raised) -> Bool {
    if value.kind == .tuple || value.kind == .list { return true }
    if value.kind == .dict { return false }
    let type = vm.type(of: value)
    return !type.lookup(vm, .borrowed(vm.intern("__getitem__"))).isUndefined
      && !type.lookup(vm, .borrowed(vm.intern("__len__"))).isUndefined
      && type.lookup(vm, .borrowed(vm.intern("keys"))).isUndefined
  }
  private func isMapping(_ vm: VM, _ value: Value) throws(Raised) -> Bool {
    let type = vm.type(of: value)
    return !type.lookup(vm, .borrowed(vm.intern("__getitem__"))).isUndefined
      && !type.lookup(vm, .borrowed(vm.intern("keys"))).isUndefined
  }

  /// Binds one value, which an adapter may make fit first.
  private func bind(
    _ vm: VM, _ handle: OpaquePointer, _ database: SQLiteDatabase, _ at: Int, _ given: Value
  ) throws(Raised) {
    var value = given
    switch given {
    case .int, .float: break
    default:
      if given.kind == .str || given.kind == .bytearray || given.kind == .int || given.kind == .float {
        if case .object(let o) = given, o.hasHeapType { value = try database.adapted(given) }
      } else {
        value = try database.adapted(given)
      }
    }
    let place = Int32(truncatingIfNeeded: at &+ 1)
    let copies = UnsafeMutableRawPointer(bitPattern: -1)
    let status: Int32
    switch value {
    case .none: status = api.pointee.bind_null(handle, place)
    case .bool(let b): status = api.pointee.bind_int64(handle, place, b ? 1 : 0)
    case .int(let i): status = api.pointee.bind_int64(handle, place, Int64(i))
    case .float(let f): status = api.pointee.bind_double(handle, place, f)
    case .object(let o):
      if o.kind == .int {
        guard let small = try small(vm, value) else {
          throw vm.raised(vm.types.overflowError, "Python int too large to convert to SQLite INTEGER")
        }
        status = api.pointee.bind_int64(handle, place, Int64(small))
      } else if o.kind == .float {
        status = api.pointee.bind_double(handle, place, try vm.double(value))
      } else if let text = value.asStr {
        if text.isASCII, let count = Int32(exactly: text.count) {
          status = api.pointee.bind_text(handle, place, text.bytes.baseAddress, count, copies)
        } else {
          let bytes = try Codecs.encode(vm, text)
          guard let count = Int32(exactly: bytes.count) else {
            throw vm.raised(vm.types.overflowError, "string longer than INT_MAX bytes")
          }
          status = api.pointee.bind_text(handle, place, bytes, count, copies)
        }
      } else if let bytes = try buffer(vm, value) {
        guard let count = Int32(exactly: bytes.count) else {
          throw vm.raised(vm.types.overflowError, "BLOB longer than INT_MAX bytes")
        }
        status =
          bytes.isEmpty
          ? api.pointee.bind_zeroblob(handle, place, 0) : api.pointee.bind_blob(handle, place, bytes, count, copies)
      } else {
        let name = vm.type(of: value).name
        throw SQLiteModule.failure(vm, -2, "Error binding parameter \(at &+ 1): type '\(name)' is not supported")
      }
    }
    if status != 0 { throw database.failure(vm, status) }
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
}
