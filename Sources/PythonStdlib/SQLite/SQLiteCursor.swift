import Glibc
import Interpreter
import SQLiteShim

/// `sqlite3.Cursor`: runs statements and walks their rows.
final class SQLiteCursor: NativeIterator {
  private unowned(unsafe) let vm: VM
  private(set) var database: SQLiteDatabase?
  /// The connection of Python's, owned.
  private(set) var connection = Slot.undefined
  private var statement: SQLiteStatement?
  /// Whether the statement stands at a row that nobody has read yet.
  private var hasRow = false
  /// What makes rows, owned; None: they are tuples.
  private var rowFactory = Slot.none
  private var arraySize = 1
  /// A tuple of tuples, owned, or None; undefined: to be made of the names.
  private var description = Slot.none
  /// The names of the columns, an owned tuple; None without.
  private var names = Slot.none
  /// A converter or None for each column.
  private var casts: TupleObject?
  private var rowCount = -1
  /// The number of the row inserted last.
  private var lastRow: Int?
  private var isClosed = false
  /// While a statement of this cursor runs.
  private var isLocked = false

  init(_ vm: VM, _ type: TypeObject) {
    self.vm = vm
    super.init(kind: .iterator, type: type, tracked: true)
  }
  deinit { drop() }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(connection)
    visit(rowFactory)
    visit(description)
    visit(names)
    if let database { visit(.held(database)) }
    if let casts { visit(.held(casts)) }
  }
  override func clearReferences() { drop() }
  private func drop() {
    release()
    let all = [connection, rowFactory, description, names]
    (connection, rowFactory, description, names) = (.undefined, .none, .none, .none)
    casts = nil
    database = nil
    for slot in all { slot.release() }
  }

  /// Begins with a connection whose database is open.
  func begin(_ connection: Slot, _ database: SQLiteDatabase) {
    connection.retain()
    let old = self.connection
    self.connection = connection
    old.release()
    self.database = database
  }

  static func of(_ value: Value) -> SQLiteCursor? { value.native(SQLiteCursor.self) }

  /// The names of the columns for a row: an owned tuple, empty without.
  func rowNames() -> Slot {
    if names.isNone { return .owned(vm.emptyTuple) }
    names.retain()
    return names
  }

  // MARK: Running

  private func fail(_ text: String) -> Raised { SQLiteModule.failure(vm, -2, text) }

  /// What every use looks at first.
  func check() throws(Raised) -> SQLiteDatabase {
    guard let database else { throw fail("Base Cursor.__init__ not called.") }
    try database.checkThread()
    if isClosed { throw fail("Cannot operate on a closed cursor.") }
    if isLocked { throw fail("Recursive use of cursors not allowed.") }
    if database.handle == nil { throw fail("Cannot operate on a closed database.") }
    return database
  }

  private func release() {
    hasRow = false
    guard let old = statement else { return }
    statement = nil
    old.reset()
    old.isBusy = false
  }
  private func clear() {
    let (a, b) = (description, names)
    (description, names) = (.none, .none)
    casts = nil
    rowCount = -1
    a.release()
    b.release()
  }

  /// `execute` and `executemany`.
  func run(_ name: String, _ sql: Value, _ parameters: Value, many: Bool) throws(Raised) {
    let database = try check()
    guard let text = sql.asStr else {
      throw vm.typeError("\(name)() argument 1 must be str, not \(sql.isNone ? "None" : vm.type(of: sql).name)")
    }
    let sets = many ? Value.object(try vm.iterator(parameters)) : parameters
    isLocked = true
    defer { isLocked = false }
    do throws(Raised) {
      release()
      clear()
      guard let statement = try database.statement(text) else {
        if many { throw fail("executemany() can only execute DML statements.") }
        return try SQLiteStatement.checkNone(vm, parameters)
      }
      statement.isBusy = true
      self.statement = statement
      if many && !statement.writes { throw fail("executemany() can only execute DML statements.") }
      if statement.writes { try database.beginIfNeeded() }
      if statement.columnCount > 0 { try describe(statement, database) }
      var changed = 0
      func once(_ values: Value) throws(Raised) {
        try statement.bind(vm, values)
        hasRow = try statement.step(vm)
        if many { while hasRow { hasRow = try statement.step(vm) } }
        if !hasRow && statement.writes { changed &+= database.changes }
      }
      if many {
        try vm.forEach(sets, once)
      } else {
        try once(sets)
      }
      if statement.writes { rowCount = changed }
      if !many { lastRow = database.lastRow }
      if !hasRow { release() }
    } catch {
      release()
      rowCount = -1
      throw error
    }
  }

  /// Takes names and converters of the columns.
  private func describe(_ statement: SQLiteStatement, _ database: SQLiteDatabase) throws(Raised) {
    let full = try statement.names(vm)
    var shown = full
    if database.detects & 2 != 0 {
      let cut: [Value] = full.values.map { name in
        guard let text = name.asStr?.string, let end = text.firstRange(of: " [") else { return name }
        return .object(vm.string(String(text[..<end.lowerBound])))
      }
      shown = TupleObject(vm, cut)
    }
    let old = (names, description)
    names = .owned(shown)
    description = .undefined
    old.0.release()
    old.1.release()
    if database.detects != 0 {
      var found: [Value] = []
      for at in 0..<full.count {
        var cast = Value.none
        if database.detects & 2 != 0, let name = full[at].asStr?.string, let start = name.firstIndex(of: "[") {
          let rest = name[name.index(after: start)...]
          cast = try database.converter(String(rest[..<(rest.firstIndex(of: "]") ?? rest.endIndex)]))
        }
        if cast.isNone, database.detects & 1 != 0, let kind = try statement.declaredType(vm, at) {
          cast = try database.converter(String(kind[..<(kind.firstIndex { $0 == " " || $0 == "(" } ?? kind.endIndex)]))
        }
        found.append(cast)
      }
      casts = TupleObject(vm, found)
    }
  }

  private func shownDescription() -> Value {
    if description.isUndefined {
      let rows = (names.asTuple?.values ?? []).map { name in
        Value.object(TupleObject(vm, [name, .none, .none, .none, .none, .none, .none]))
      }
      description = .owned(TupleObject(vm, rows))
    }
    return description.value
  }

  // MARK: Rows

  /// The next row, owned; undefined at the end.
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    let database = try check()
    guard hasRow, let statement else { return .undefined }
    return try made(try row(statement, database))
  }
  /// Reads the row that the statement stands at and steps on.
  private func row(_ statement: SQLiteStatement, _ database: SQLiteDatabase) throws(Raised) -> TupleObject {
    isLocked = true
    defer { isLocked = false }
    do throws(Raised) {
      let row = try statement.row(vm, casts, database.textFactory)
      hasRow = try statement.step(vm)
      if !hasRow {
        if statement.writes { rowCount = database.changes }
        release()
      }
      return row
    } catch {
      release()
      throw error
    }
  }
  /// What the factory makes of a row, owned.
  private func made(_ row: TupleObject) throws(Raised) -> Slot {
    if rowFactory.isNone { return .owned(row) }
    if let database, rowFactory.isSame(as: .borrowed(database.types.row)) {
      return .owned(SQLiteRow(database.types.row, values: .owned(row), names: rowNames()))
    }
    return try vm.call(rowFactory, [.object(self), .object(row)]).intoOwned()
  }

  private func rows(_ limit: Int) throws(Raised) -> Value {
    let list = ListObject.make(vm)
    _ = try check()
    // (A factory may close the cursor.)
    while list.count < limit {
      if vm.interruptPending { try vm.checkInterrupt() }
      let row = try stepSlot(vm)
      if row.isUndefined { break }
      list.append(owned: row)
    }
    return .object(list)
  }

  // MARK: What Python sees

  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.nativeType("Cursor", module: "sqlite3", kind: .iterator, isBase: true, populate: populate)
    type.showsModule = true
    type.new = { (vm, cls, _) in .object(SQLiteCursor(vm, cls)) }
    type.initialize = { (vm, object, args) throws(Raised) in
      guard let cursor = object as? SQLiteCursor else { return }
      try vm.bind(args, "Cursor(connection, /)") { (args) throws(Raised) in
        let module = try vm.importModule("sqlite3.dbapi2", fromList: .object(vm.emptyTuple))
        let native = try vm.call(try vm.getAttr(module, "_database_of"), [args[0]])
        guard let database = native.native(SQLiteDatabase.self) else { throw vm.typeError("a connection is needed") }
        cursor.begin(args.slot(0), database)
      }
    }
    return type
  }

  private static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> SQLiteCursor { unsafeDowncast(args.slot(0).object, to: SQLiteCursor.self) }
    type.specials(vm, [.iter, .next])
    type.method(vm, "execute(self, sql, parameters=(), /)", "Executes an SQL statement.") { (_, args) throws(Raised) in
      try me(args).run("execute", args[1], args[2], many: false)
      return args[0]
    }
    type.method(vm, "executemany(self, sql, seq_of_parameters, /)", "Repeatedly executes an SQL statement.") {
      (_, args) throws(Raised) in
      try me(args).run("executemany", args[1], args[2], many: true)
      return args[0]
    }
    type.method(vm, "executescript(self, sql_script, /)", "Executes multiple SQL statements at once.") {
      (vm, args) throws(Raised) in
      guard let script = args[1].asStr else {
        throw vm.typeError("executescript() argument must be str, not \(args[1].isNone ? "None" : vm.type(of: args[1]).name)")
      }
      try me(args).check().run(script: script)
      return args[0]
    }
    type.method(vm, "fetchone(self)", "Fetches one row from the resultset.") { (vm, args) throws(Raised) in
      vm.taken(try me(args).stepSlot(vm)) ?? .none
    }
    type.method(vm, "fetchmany(self, size=1)", "Fetches several rows from the resultset.") { (vm, args) throws(Raised) in
      try me(args).rows(args.has(1) ? vm.index(args[1]) : me(args).arraySize)
    }
    type.method(vm, "fetchall(self)", "Fetches all rows from the resultset.") { (vm, args) throws(Raised) in
      try me(args).rows(Int.max)
    }
    type.method(vm, "close(self)", "Closes the cursor.") { (vm, args) throws(Raised) in
      let cursor = me(args)
      guard let database = cursor.database else { throw cursor.fail("Base Cursor.__init__ not called.") }
      if cursor.isLocked { throw cursor.fail("Recursive use of cursors not allowed.") }
      try database.checkThread()
      if database.handle == nil { throw cursor.fail("Cannot operate on a closed database.") }
      cursor.release()
      cursor.isClosed = true
      return .none
    }
    type.method(vm, "setinputsizes(self, sizes, /)", "Does nothing.") { (_, _) in .none }
    type.method(vm, "setoutputsize(self, size, column=None, /)", "Does nothing.") { (_, _) in .none }
    addAttributes(type, vm)
  }

  private static func addAttributes(_ type: TypeObject, _ vm: VM) {
    type.attribute(vm, "connection", get: { (vm, v) throws(Raised) in
      guard let cursor = of(v), !cursor.connection.isUndefined else { throw vm.attributeError("connection") }
      return cursor.connection.value
    })
    type.attribute(vm, "description", get: { (_, v) in of(v)?.shownDescription() ?? .none })
    type.attribute(vm, "lastrowid", get: { (_, v) in of(v)?.lastRow.map { .int($0) } ?? .none })
    type.attribute(vm, "rowcount", get: { (_, v) in .int(of(v)?.rowCount ?? -1) })
    type.attribute(
      vm, "arraysize", get: { (_, v) in .int(of(v)?.arraySize ?? 1) },
      set: { (vm, v, new) throws(Raised) in
        guard let new else { throw vm.typeError("can't delete numeric/char attribute") }
        of(v)?.arraySize = try vm.index(new)
      })
    type.attribute(
      vm, "row_factory", get: { (_, v) in of(v)?.rowFactory.value ?? .none },
      set: { (_, v, new) in
        guard let cursor = of(v) else { return }
        let old = cursor.rowFactory
        cursor.rowFactory = (new ?? .none).owned
        old.release()
      })
  }
}
