import Glibc
import Interpreter
import SQLiteShim

extension SQLiteDatabase {
  private static func me(_ args: Arguments) -> SQLiteDatabase { unsafeDowncast(args.slot(0).object, to: SQLiteDatabase.self) }

  private func check(_ status: Int32) throws(Raised) {
    if status != 0 { throw failure(vm, status) }
  }
  private static func int32(_ vm: VM, _ value: Value) throws(Raised) -> Int32 {
    guard let small = Int32(exactly: try vm.index(value)) else {
      throw vm.raised(vm.types.overflowError, "Python int too large to convert to C int")
    }
    return small
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "close(self, /)", "Closes the database.") { (_, args) throws(Raised) in
      let database = me(args)
      _ = try database.enter()
      database.leave()
      database.close()
      return .none
    }
    type.method(vm, "prepare(self, sql, /)", "Prepares a statement; None: there is none in the text.") {
      (vm, args) throws(Raised) in
      guard let text = args[1].asStr else { throw vm.typeError("prepare() needs a str") }
      return try me(args).prepare(try Codecs.encode(vm, text), 0).0.map { .object($0) } ?? .none
    }
    type.method(vm, "simple(self, sql, /)", "Runs one statement.") { (vm, args) throws(Raised) in
      try me(args).run(simple: try SQLiteModule.text(vm, args[1]))
      return .none
    }
    type.method(vm, "script(self, sql, /)", "Runs all statements of a text.") { (vm, args) throws(Raised) in
      guard let text = args[1].asStr else { throw vm.typeError("script() needs a str") }
      try me(args).run(script: text)
      return .none
    }
    type.method(
      vm, "set_up(self, thread, detects, opening, modes, kept, /)", "Takes what the connection says about itself."
    ) { (vm, args) throws(Raised) in
      let database = me(args)
      database.thread = args[1].asInt
      database.detects = try vm.index(args[2])
      database.opening = args[3].asStr?.string
      database.hasModes = try vm.truth(args[4])
      database.cacheSize = try vm.index(args[5])
      return .none
    }
    type.attribute(
      vm, "text_factory", get: { (_, v) in v.native(SQLiteDatabase.self)?.textFactory.value ?? .none },
      set: { (_, v, new) in
        guard let database = v.native(SQLiteDatabase.self) else { return }
        let old = database.textFactory
        database.textFactory = (new ?? .none).owned
        old.release()
      })
    type.attribute(
      vm, "opening", get: { (vm, v) in v.native(SQLiteDatabase.self)?.opening.map { .object(vm.string($0)) } ?? .none },
      set: { (_, v, new) in v.native(SQLiteDatabase.self)?.opening = new?.asStr?.string })
    type.method(vm, "facts(self, /)", "(rows changed last, last row number, in no transaction, rows changed at all).") {
      (vm, args) throws(Raised) in
      let api = me(args).api
      return try me(args).use { handle in
        .object(
          TupleObject.make(
            vm,
            [
              .int(Int(api.pointee.changes(handle))), .int(Int(api.pointee.last_insert_rowid(handle))),
              .bool(api.pointee.get_autocommit(handle) != 0), .int(Int(api.pointee.total_changes(handle))),
            ]))
      }
    }
    type.method(vm, "interrupt(self, /)", "Stops what runs.") { (_, args) throws(Raised) in
      let database = me(args)
      guard let handle = database.handle else { return .none }
      database.api.pointee.interrupt(handle)
      return .none
    }
    type.method(vm, "limit(self, category, value, /)", "Reads and sets a limit.") { (vm, args) throws(Raised) in
      let (category, value) = (try int32(vm, args[1]), try int32(vm, args[2]))
      return .int(Int(try me(args).use { handle in me(args).api.pointee.limit(handle, category, value) }))
    }
    addCallbacks(type, vm)
    addWholes(type, vm)
  }

  private static func addCallbacks(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "create_function(self, name, count, flags, function, /)", "Adds a function.") {
      (vm, args) throws(Raised) in
      let name = try SQLiteModule.text(vm, args[1])
      return .int(Int(try me(args).createFunction(name, try int32(vm, args[2]), try int32(vm, args[3]), args[4])))
    }
    type.method(vm, "create_aggregate(self, name, count, maker, window, /)", "Adds an aggregate.") {
      (vm, args) throws(Raised) in
      let name = try SQLiteModule.text(vm, args[1])
      let isWindow = try vm.truth(args[4])
      return .int(Int(try me(args).createAggregate(name, try int32(vm, args[2]), args[3], isWindow: isWindow)))
    }
    type.method(vm, "create_collation(self, name, function, /)", "Adds an order.") { (vm, args) throws(Raised) in
      try me(args).check(try me(args).createCollation(try SQLiteModule.text(vm, args[1]), args[2]))
      return .none
    }
    type.method(vm, "set_authorizer(self, function, /)", "Sets who is asked about statements.") { (_, args) throws(Raised) in
      let database = me(args)
      database.authorizer = args[1].isNone ? nil : SQLiteCallback(database, args[1])
      database.authorize()
      return .none
    }
    type.method(vm, "set_progress(self, function, steps, /)", "Sets what is called every few steps.") {
      (vm, args) throws(Raised) in
      let database = me(args)
      database.progress = args[1].isNone ? nil : SQLiteCallback(database, args[1])
      database.watch(steps: try int32(vm, args[2]))
      return .none
    }
    type.method(vm, "set_trace(self, function, /)", "Sets what is told each statement.") { (_, args) throws(Raised) in
      let database = me(args)
      database.tracer = args[1].isNone ? nil : SQLiteCallback(database, args[1])
      database.trace()
      return .none
    }
    type.method(vm, "tell_errors(self, on, /)", "Whether errors of functions are told.") { (vm, args) throws(Raised) in
      me(args).tellsErrors = try vm.truth(args[1])
      return .none
    }
  }

  private static func addWholes(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "backup(self, target, pages, name, progress, sleep, /)", "Copies the database into another one.") {
      (vm, args) throws(Raised) in
      guard case .object(let o) = args[1], let target = o as? SQLiteDatabase else {
        throw vm.typeError("backup() needs a database")
      }
      try me(args).backup(
        to: target, pages: try int32(vm, args[2]), name: try SQLiteModule.text(vm, args[3]), progress: args[4],
        sleep: try vm.double(args[5]))
      return .none
    }
    type.method(vm, "serialize(self, name, /)", "The bytes of the database.") { (vm, args) throws(Raised) in
      let database = me(args)
      let name = try SQLiteModule.text(vm, args[1])
      var count: Int64 = 0
      let start = try database.use { handle in database.api.pointee.serialize(handle, name, &count, 0) }
      guard let start else { throw database.failure(vm, 1, "unable to serialize '\(name)'") }
      defer { database.api.pointee.free(start) }
      return vm.makeBytes(Array(UnsafeRawBufferPointer(start: start, count: Int(count))))
    }
    type.method(vm, "deserialize(self, data, name, /)", "Takes the bytes of a database.") { (vm, args) throws(Raised) in
      let database = me(args)
      let bytes = try vm.bytesArgument(args[1])
      let name = try SQLiteModule.text(vm, args[2])
      guard let copy = database.api.pointee.malloc64(UInt64(max(1, bytes.count))) else {
        throw vm.raised(vm.types.memoryError, "")
      }
      bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
      let status = try database.use { handle in
        database.api.pointee.deserialize(
          handle, name, copy.assumingMemoryBound(to: UInt8.self), Int64(bytes.count), Int64(bytes.count), 3)
      }
      try database.check(status)
      return .none
    }
    type.method(vm, "blob(self, table, column, row, readonly, name, /)", "Opens a blob.") { (vm, args) throws(Raised) in
      let database = me(args)
      let (table, column) = (try SQLiteModule.text(vm, args[1]), try SQLiteModule.text(vm, args[2]))
      let (row, name) = (Int64(try vm.index(args[3])), try SQLiteModule.text(vm, args[5]))
      let writes: Int32 = try vm.truth(args[4]) ? 0 : 1
      var blob: OpaquePointer?
      let status = try database.use { handle in
        database.api.pointee.blob_open(handle, name, table, column, row, writes, &blob)
      }
      try database.check(status)
      guard let blob else { return .none }
      return .object(SQLiteBlob(database, blob))
    }
  }

  private func backup(to target: SQLiteDatabase, pages: Int32, name: String, progress: Value, sleep: Double) throws(Raised) {
    let other = try target.enter()
    defer { target.leave() }
    let backup = try use { handle in api.pointee.backup_init(other, "main", handle, name) }
    guard let backup else { throw target.failure(vm, api.pointee.extended_errcode(other)) }
    var status: Int32 = 0
    var failed: Raised?
    repeat {
      status = api.pointee.backup_step(backup, pages)
      do throws(Raised) {
        if !progress.isNone {
          let left = Int(api.pointee.backup_remaining(backup))
          _ = try vm.call(progress, [.int(Int(status)), .int(left), .int(Int(api.pointee.backup_pagecount(backup)))])
        }
        try vm.checkInterrupt()
      } catch {
        failed = error
        break
      }
      if status == 5 || status == 6 {
        let microseconds = UInt32(min(max(sleep, 0), 3600) * 1e6)
        vm.withoutLock { _ = usleep(microseconds) }
      }
    } while status == 0 || status == 5 || status == 6
    let end = api.pointee.backup_finish(backup)
    if let failed { throw failed }
    if end != 0 { throw target.failure(vm, end) }
  }
}

/// An open blob.
final class SQLiteBlob: Object {
  private let database: SQLiteDatabase
  private var handle: OpaquePointer?
  private var api: UnsafePointer<wick_sqlite_module> { database.api }

  init(_ database: SQLiteDatabase, _ handle: OpaquePointer) {
    self.database = database
    self.handle = handle
    super.init(kind: .native, type: database.types.blob, tracked: true)
  }
  deinit { if let handle { _ = api.pointee.blob_close(handle) } }
  override func traverse(_ visit: (Slot) -> Void) { visit(.held(database)) }

  private func open() throws(Raised) -> OpaquePointer {
    guard let handle, database.handle != nil else { throw SQLiteModule.failure(database.vm, -2, "Cannot operate on a closed blob.") }
    return handle
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> SQLiteBlob { unsafeDowncast(args.slot(0).object, to: SQLiteBlob.self) }
    type.method(vm, "close(self, /)", "Closes the blob.") { (_, args) throws(Raised) in
      let blob = me(args)
      if let handle = blob.handle { _ = blob.api.pointee.blob_close(handle) }
      blob.handle = nil
      return .none
    }
    type.method(vm, "size(self, /)", "Its length.") { (_, args) throws(Raised) in
      .int(Int(me(args).api.pointee.blob_bytes(try me(args).open())))
    }
    type.method(vm, "read(self, start, count, /)", "Bytes of the blob.") { (vm, args) throws(Raised) in
      let blob = me(args)
      let handle = try blob.open()
      let size = Int(blob.api.pointee.blob_bytes(handle))
      let start = min(max(0, try vm.index(args[1])), size)
      let count = min(max(0, try vm.index(args[2])), size &- start)
      if count == 0 { return vm.makeBytes([]) }
      var bytes = [UInt8](repeating: 0, count: count)
      let status = try blob.database.use { _ in
        blob.api.pointee.blob_read(handle, &bytes, Int32(truncatingIfNeeded: count), Int32(truncatingIfNeeded: start))
      }
      if status != 0 { throw blob.failure(vm, status) }
      return vm.makeBytes(bytes)
    }
    type.method(vm, "write(self, start, data, /)", "Replaces bytes of the blob.") { (vm, args) throws(Raised) in
      let blob = me(args)
      let handle = try blob.open()
      let bytes = try vm.bytesArgument(args[2])
      guard let start = Int32(exactly: try vm.index(args[1])), let count = Int32(exactly: bytes.count) else {
        throw vm.raised(vm.types.overflowError, "data longer than INT_MAX bytes")
      }
      let status = try blob.database.use { _ in blob.api.pointee.blob_write(handle, bytes, count, start) }
      if status != 0 { throw blob.failure(vm, status) }
      return .none
    }
  }

  private func failure(_ vm: VM, _ status: Int32) -> Raised {
    status == 4 ? database.failure(vm, 4, "Cannot operate on an expired blob") : database.failure(vm, status)
  }
}
