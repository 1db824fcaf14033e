import Glibc
import Interpreter
import SQLiteShim

/// An open database.
///
/// SQLite is called with the interpreter lock held, but for waits for other processes and threads (`waitForOthers`). While one
/// thread waits so, others that want the same database wait for it here: SQLite's own mutex would stop them with the lock.
final class SQLiteDatabase: Object {
  unowned let vm: VM
  let types: SQLiteTypes
  let api: UnsafePointer<wick_sqlite_module>
  var handle: OpaquePointer?
  /// Functions of Python's that SQLite holds, by their address.
  var callbacks: [UnsafeMutableRawPointer: SQLiteCallback] = [:]
  /// Objects of aggregates that are at work, by number; SQLite keeps the number.
  var aggregates: [Int: Slot] = [:]
  private var aggregateCount = 0
  var authorizer: SQLiteCallback?
  var progress: SQLiteCallback?
  var tracer: SQLiteCallback?
  /// Steps until the progress handler is called.
  private var progressSteps: Int32 = 0
  private var progressCalls: Int32 = 0
  /// The error that stopped SQLite: an interrupt.
  var pending: Raised?
  private var timeout = 5.0
  private var user = pthread_t()
  private var depth = 0
  /// Whether errors of callbacks are told.
  var tellsErrors = false

  // What the connection of Python's says about itself.

  /// The one thread that may use it; nil: any.
  var thread: Int?
  /// What makes texts, owned; None: the usual.
  var textFactory = Slot.none
  /// Flags of what chooses converters: declared types (1), names of columns (2).
  var detects = 0
  /// Whether `autocommit` is True or False.
  var hasModes = false
  /// What begins a transaction before rows are changed; nil: nothing does.
  var opening: String?
  /// How many statements are kept.
  var cacheSize = 128
  /// Statements that are kept for their next use, by their text.
  private var cache: DictObject?
  /// All statements there are.
  private var statements: [ObjectIdentifier: Unmanaged<SQLiteStatement>] = [:]

  init(_ vm: VM, _ types: SQLiteTypes, _ api: UnsafePointer<wick_sqlite_module>) {
    self.vm = vm
    self.types = types
    self.api = api
    super.init(kind: .native, type: types.database, tracked: true)
  }
  deinit {
    for callback in callbacks.values { callback.isOrphan = true }
    close()
    for statement in statements.values { statement._withUnsafeGuaranteedRef { $0.database = nil } }
    for slot in aggregates.values { slot.release() }
    textFactory.release()
  }

  override func traverse(_ visit: (Slot) -> Void) {
    for callback in callbacks.values { visit(callback.function) }
    for slot in aggregates.values { visit(slot) }
    visit(textFactory)
    if let cache { visit(.held(cache)) }
    for callback in [authorizer, progress, tracer] { if let callback { visit(callback.function) } }
  }

  /// Sets the handlers that every database has.
  func begin(timeout: Double) {
    guard let handle else { return }
    self.timeout = timeout
    let me = Unmanaged.passUnretained(self).toOpaque()
    _ = api.pointee.busy_handler(
      handle,
      { me, count in
        guard let me else { return 0 }
        return Unmanaged<SQLiteDatabase>.fromOpaque(me).takeUnretainedValue().waitForOthers(count)
      }, me)
    watch()
    if vm.sandbox != nil { authorize() }
  }

  /// Looks every few thousand steps for an interrupt, and calls the progress handler of the user.
  func watch(steps: Int32 = 0) {
    guard let handle else { return }
    progressSteps = progress == nil ? 0 : max(1, steps)
    let me = Unmanaged.passUnretained(self).toOpaque()
    api.pointee.progress_handler(
      handle, progress == nil ? 5000 : progressSteps,
      { me in
        guard let me else { return 0 }
        return Unmanaged<SQLiteDatabase>.fromOpaque(me).takeUnretainedValue().step()
      }, me)
  }

  private func step() -> Int32 {
    progressCalls &+= 1
    if vm.interruptPending && vm.hearsInterrupts {
      do throws(Raised) { try vm.checkInterrupt() } catch {
        pending = error
        return 1
      }
    }
    guard let progress else { return 0 }
    do throws(Raised) {
      return try vm.truth(try vm.call(progress.function, [])) ? 1 : 0
    } catch {
      told(error)
      return 1
    }
  }

  /// Called while another connection holds the lock of the file; 0 gives up.
  private func waitForOthers(_ count: Int32) -> Int32 {
    let waited = Double(count) * 0.005
    if waited >= timeout { return 0 }
    vm.withoutLock { _ = usleep(5000) }
    return vm.interruptPending && vm.hearsInterrupts ? 0 : 1
  }

  /// Keeps other threads out while this one is inside of SQLite.
  func enter() throws(Raised) -> OpaquePointer {
    while depth > 0 && pthread_equal(user, pthread_self()) == 0 {
      vm.withoutLock { _ = usleep(500) }
      try vm.checkInterrupt()
    }
    guard let handle else { throw SQLiteModule.failure(vm, -2, "Cannot operate on a closed database.") }
    depth &+= 1
    user = pthread_self()
    return handle
  }
  func leave() { depth &-= 1 }

  /// Runs a call of SQLite.
  func use<R>(_ body: (OpaquePointer) -> R) throws(Raised) -> R {
    let handle = try enter()
    defer { leave() }
    let result = body(handle)
    if let error = pending {
      pending = nil
      throw error
    }
    return result
  }

  func close() {
    guard let open = handle else { return }
    cache = nil
    for statement in Array(statements.values) { statement.takeUnretainedValue().close() }
    handle = nil
    _ = api.pointee.close_v2(open)
  }

  /// The error of a status.
  func failure(_ vm: VM, _ status: Int32, _ text: String? = nil) -> Raised {
    if let error = pending {
      pending = nil
      return error
    }
    var code = status
    var message = text
    if message == nil, let handle {
      code = api.pointee.extended_errcode(handle)
      if code & 0xFF != status & 0xFF { code = status }
      message = api.pointee.errmsg(handle).map { String(cString: $0) }
    }
    return SQLiteModule.failure(
      vm, code, message ?? api.pointee.errstr(status).map { String(cString: $0) } ?? "unknown error")
  }

  /// An error in a function of the user, which SQLite knows as its own.
  func told(_ error: Raised) {
    if error.exception.type.isSubtype(of: vm.types.keyboardInterrupt) { pending = error }
    guard tellsErrors else { return }
    do throws(Raised) {
      let module = try vm.importModule("sqlite3.dbapi2", fromList: .object(vm.emptyTuple))
      _ = try vm.call(try vm.getAttr(module, vm.intern("_tell")), [.object(error.exception)])
    } catch {}
  }

  // MARK: Statements

  func add(_ statement: SQLiteStatement) { statements[ObjectIdentifier(statement)] = Unmanaged.passUnretained(statement) }
  func forget(_ statement: SQLiteStatement) { statements[ObjectIdentifier(statement)] = nil }

  /// The statement of a text, one that is kept if it is free; nil: the text has none.
  func statement(_ sql: StrObject) throws(Raised) -> SQLiteStatement? {
    let key = Slot.borrowed(sql)
    if let cache, !sql.hasHeapType {
      let found = try cache.get(vm, key)
      if !found.isUndefined {
        let kept = unsafeDowncast(found.object, to: SQLiteStatement.self)
        if !kept.isBusy {
          if cache.count >= cacheSize {
            // Those used last stay longest.
            _ = try cache.remove(vm, key)
            try cache.set(vm, .object(sql), .object(kept))
          }
          return kept
        }
      }
    }
    let bytes = try Codecs.encode(vm, sql)
    try checkLength(bytes.count)
    if bytes.contains(0) { throw SQLiteModule.failure(vm, -2, "the query contains a null character") }
    let (made, end) = try prepare(bytes, 0)
    guard let made else { return nil }
    if SQLText.hasMore(bytes[end...]) { throw SQLiteModule.failure(vm, -2, "You can only execute one statement at a time.") }
    if cacheSize > 0, !sql.hasHeapType {
      let cache = self.cache ?? DictObject.make(vm)
      self.cache = cache
      if try cache.get(vm, key).isUndefined {
        try cache.set(vm, .object(sql), .object(made))
        while cache.count > cacheSize, let first = cache.items.first { _ = try cache.remove(vm, first.key.borrowed) }
      }
    }
    return made
  }

  func checkLength(_ count: Int) throws(Raised) {
    let longest = try use { handle in api.pointee.limit(handle, 1, -1) }
    if count > Int(longest) { throw failure(vm, 18, "query string is too large") }
  }

  /// Prepares the first statement of a text from a place on: it, and where its text ends.
  func prepare(_ bytes: [UInt8], _ start: Int) throws(Raised) -> (SQLiteStatement?, Int) {
    guard start >= 0, start <= bytes.count, let count = Int32(exactly: bytes.count &- start) else {
      throw failure(vm, 18, "query string is too large")
    }
    var statement: OpaquePointer?
    var consumed = 0
    let status = try use { handle in
      bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { characters in
          guard let base = characters.baseAddress else { return Int32(0) }
          var tail: UnsafePointer<CChar>?
          let status = api.pointee.prepare_v2(handle, base + start, count, &statement, &tail)
          if let tail { consumed = tail - base }
          return status
        }
      }
    }
    if status != 0 { throw failure(vm, status) }
    if bytes.isEmpty { consumed = 0 }
    return (statement.map { SQLiteStatement(self, $0, writes: SQLText.writes(bytes[start...])) }, consumed)
  }

  /// Runs one statement of our own.
  func run(simple text: String) throws(Raised) {
    let (made, _) = try prepare(Array(text.utf8), 0)
    defer { made?.close() }
    _ = try made?.step(vm)
  }

  /// `executescript`: all statements of a text, outside of what is open.
  func run(script: StrObject) throws(Raised) {
    let bytes = try Codecs.encode(vm, script)
    if bytes.contains(0) { throw vm.valueError("embedded null character") }
    try checkLength(bytes.count)
    if isLegacy, !isAutocommitting { try run(simple: "COMMIT") }
    var at = 0
    while at < bytes.count {
      let (made, end) = try prepare(bytes, at)
      if let made {
        defer { made.close() }
        while try made.step(vm) {}
      }
      if end <= at { break }
      at = end
    }
  }

  /// Whether transactions begin and end as they did before `autocommit` was an attribute.
  var isLegacy: Bool { !hasModes }
  /// Begins a transaction, if the connection wants one and none is open.
  func beginIfNeeded() throws(Raised) {
    if let opening, isAutocommitting { try run(simple: opening) }
  }
  var isAutocommitting: Bool { handle.map { api.pointee.get_autocommit($0) != 0 } ?? true }
  var changes: Int { handle.map { Int(api.pointee.changes($0)) } ?? 0 }
  var lastRow: Int { handle.map { Int(api.pointee.last_insert_rowid($0)) } ?? 0 }

  func checkThread() throws(Raised) {
    guard let thread else { return }
    let here = Int(bitPattern: UInt(pthread_self()))
    if here == thread { return }
    throw SQLiteModule.failure(
      vm, -2,
      "SQLite objects created in a thread can only be used in that same thread. The object was created in thread id "
        + "\(thread) and this is thread id \(here).")
  }

  // MARK: Values

  /// What an adapter makes of a value; the value itself if there is none.
  func adapted(_ value: Value) throws(Raised) -> Value {
    guard let tools = types.interface else { return value }
    if value.isNone || value.kind == .bool || value.kind == .bytes, !(value.asObject?.hasHeapType ?? false) {
      let key = TupleObject.make(vm, pair: .owned(vm.type(of: value)), tools.proto.owned)
      if try tools.adapters.get(vm, .borrowed(key)).isUndefined { return value }
    }
    return try vm.call(tools.adapt, [value, tools.proto, value])
  }
  /// The converter of a type's name, or None.
  func converter(_ name: String) throws(Raised) -> Value {
    guard let tools = types.interface else { return .none }
    return try tools.converters.get(vm, .object(vm.string(name.uppercased()))) ?? .none
  }


  /// A text of SQLite's; nil when it is no UTF-8.
  static func decode(_ vm: VM, _ start: UnsafeRawPointer?, _ count: Int) -> Value? {
    let bytes = UnsafeRawBufferPointer(start: start, count: count).bindMemory(to: UInt8.self)
    if StrObject.isASCII(bytes) { return .object(StrObject.make(vm, ascii: bytes)) }
    if String(validating: bytes, as: UTF8.self) == nil { return nil }
    return .object(StrObject(vm, utf8: bytes))
  }

  func value(_ value: OpaquePointer?) -> Value {
    switch api.pointee.value_type(value) {
    case 1: return .int(Int(api.pointee.value_int64(value)))
    case 2: return .float(api.pointee.value_double(value))
    case 3:
      let start = api.pointee.value_text(value)
      return SQLiteDatabase.decode(vm, start, Int(api.pointee.value_bytes(value))) ?? .none
    case 4:
      let start = api.pointee.value_blob(value)
      return vm.makeBytes(Array(UnsafeRawBufferPointer(start: start, count: Int(api.pointee.value_bytes(value)))))
    default: return .none
    }
  }

  /// Gives a result to SQLite; false when it is of no type that SQLite has.
  func give(_ result: Value, to context: OpaquePointer) throws(Raised) -> Bool {
    let copies = UnsafeMutableRawPointer(bitPattern: -1)
    switch result {
    case .none: api.pointee.result_null(context)
    case .bool(let b): api.pointee.result_int64(context, b ? 1 : 0)
    case .int(let i): api.pointee.result_int64(context, Int64(i))
    case .float(let f): api.pointee.result_double(context, f)
    case .object(let o):
      if o.kind == .str, let text = result.asStr {
        let bytes = try Codecs.encode(vm, text)
        guard let count = Int32(exactly: bytes.count) else { return false }
        api.pointee.result_text(context, bytes, count, copies)
      } else if o.kind == .float {
        api.pointee.result_double(context, try vm.double(result))
      } else if let bytes = Codecs.buffer(result) {
        guard let count = Int32(exactly: bytes.count) else { return false }
        if bytes.isEmpty { api.pointee.result_blob(context, "", 0, copies) } else { api.pointee.result_blob(context, bytes, count, copies) }
      } else {
        return false
      }
    }
    return true
  }

  /// Keeps an object of an aggregate; returns its number, from 1 on.
  func keep(_ made: Value) -> Int {
    aggregateCount &+= 1
    aggregates[aggregateCount] = made.owned
    return aggregateCount
  }
}
