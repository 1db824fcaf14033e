import Glibc
import Interpreter
import SQLiteShim

/// `_sqlite`: SQLite as `sqlite3/dbapi2.py` needs it. What the interface of Python's databases asks for (cursors, transactions,
/// adapters, rows) lies there; here are connections, statements, blobs and the calls back into Python.
enum SQLiteModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    guard let found = wick_sqlite_module_load() else {
      throw vm.raised(vm.types.importError, "sqlite3 needs the library libsqlite3.so.0 (apt install libsqlite3-0)")
    }
    let api = found
    let module = ModuleObject(vm, name: "_sqlite", doc: "SQLite.")
    module.constant(vm, "sqlite_version", .object(vm.string(String(cString: api.pointee.libversion()))))
    if vm.sandbox != nil { _ = api.pointee.hard_heap_limit64(256 << 20) }
    let database = vm.nativeType("Database", module: "_sqlite", populate: SQLiteDatabase.populate)
    let statement = vm.nativeType("Statement", module: "_sqlite", populate: SQLiteStatement.populate)
    let blob = vm.nativeType("BlobHandle", module: "_sqlite", populate: SQLiteBlob.populate)
    let types = SQLiteTypes(
      database: database, statement: statement, blob: blob, cursor: SQLiteCursor.makeType(vm), row: SQLiteRow.makeType(vm))
    module.constant(vm, "Cursor", .object(types.cursor))
    module.constant(vm, "Row", .object(types.row))
    module.function(vm, "set_up(adapt, proto, adapters, converters, /)", "Takes what adapts and converts values.") {
      (vm, args) throws(Raised) in
      guard let adapters = args[2].asDict, let converters = args[3].asDict else { throw vm.typeError("dicts are needed") }
      types.interface = SQLiteInterface(adapt: args[0], proto: args[1], adapters: adapters, converters: converters)
      return .none
    }
    module.function(vm, "cursor(connection, database, /)", "A cursor of the class itself.") { (vm, args) throws(Raised) in
      guard let database = args[1].native(SQLiteDatabase.self) else {
        throw failure(vm, -2, "Base Connection.__init__ not called.")
      }
      try database.checkThread()
      if database.handle == nil { throw failure(vm, -2, "Cannot operate on a closed database.") }
      let made = SQLiteCursor(vm, types.cursor)
      made.begin(args.slot(0), database)
      return .object(made)
    }
    module.constant(vm, "_types", .object(TupleObject(vm, [.object(database), .object(statement), .object(blob)])))
    module.function(vm, "complete_statement(statement, /)", "Whether a text holds whole statements.") {
      (vm, args) throws(Raised) in .bool(api.pointee.complete(try text(vm, args[0])) != 0)
    }
    module.function(vm, "open(path, flags, uri, timeout, /)", "Opens a database.") { (vm, args) throws(Raised) in
      let path = try PosixModule.path(vm, args[0])
      try check(vm, path, isAddress: try vm.truth(args[2]))
      let made = SQLiteDatabase(vm, types, api)
      let flags = Int32(truncatingIfNeeded: try vm.index(args[1])) | (try vm.truth(args[2]) ? 0x40 : 0)
      let status = api.pointee.open_v2(path, &made.handle, flags, nil)
      made.begin(timeout: try vm.double(args[3]))
      if status != 0 { throw made.failure(vm, status) }
      return .object(made)
    }
    return module
  }

  /// The error of a status, which the module of Python's makes; -1 and -2 are errors of its own.
  static func failure(_ vm: VM, _ code: Int32, _ text: String) -> Raised {
    do throws(Raised) {
      let module = try vm.importModule("sqlite3.dbapi2", fromList: .object(vm.emptyTuple))
      let maker = try vm.getAttr(module, vm.intern("_failure"))
      if let made = try vm.call(maker, [.int(Int(code)), .object(vm.string(text))]).asException { return Raised(made) }
      return vm.valueError(text)
    } catch {
      return error
    }
  }

  /// Bytes of a str without zeros.
  static func text(_ vm: VM, _ value: Value) throws(Raised) -> String {
    guard let text = value.asStr else { throw vm.typeError("expected str, not \(vm.type(of: value).name)") }
    _ = try Codecs.encode(vm, text)
    return text.string
  }

  /// In a sandbox databases lie where files may.
  static func check(_ vm: VM, _ path: String, isAddress: Bool) throws(Raised) {
    guard vm.sandbox != nil else { return }
    var file = path
    if isAddress, path.hasPrefix("file:") {
      if path.contains("%") { try vm.refuseInSandbox("addresses with % of databases") }
      var rest = path.dropFirst(5)
      if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<end] }
      if rest.hasPrefix("//") {
        rest = rest.dropFirst(2)
        rest = rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...]
      }
      file = String(rest)
    }
    // The memory, and files that SQLite makes in the temporary folder and removes.
    if file.isEmpty || file == ":memory:" { return }
    try vm.checkSandbox(file, .write)
  }
}

/// The native types of `_sqlite`.
final class SQLiteTypes {
  let database: TypeObject
  let statement: TypeObject
  let blob: TypeObject
  let cursor: TypeObject
  let row: TypeObject
  var interface: SQLiteInterface?

  init(database: TypeObject, statement: TypeObject, blob: TypeObject, cursor: TypeObject, row: TypeObject) {
    self.database = database
    self.statement = statement
    self.blob = blob
    self.cursor = cursor
    self.row = row
  }
}

/// What adapts and converts values: functions and tables of `sqlite3.dbapi2`.
struct SQLiteInterface {
  let adapt: Value
  /// `PrepareProtocol`.
  let proto: Value
  let adapters: DictObject
  let converters: DictObject
}

/// A function of Python's that SQLite calls.
final class SQLiteCallback {
  unowned let database: SQLiteDatabase
  let function: Slot
  /// Set when the database goes: from then on it must not be touched.
  var isOrphan = false
  init(_ database: SQLiteDatabase, _ function: Value) {
    self.database = database
    self.function = function.owned
  }
  deinit { function.release() }
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
  static func at(_ pointer: UnsafeMutableRawPointer) -> SQLiteCallback {
    Unmanaged<SQLiteCallback>.fromOpaque(pointer).takeUnretainedValue()
  }
}
