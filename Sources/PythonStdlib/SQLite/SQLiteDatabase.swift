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
  let api: wick_sqlite_module
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

  init(_ vm: VM, _ types: SQLiteTypes, _ api: wick_sqlite_module) {
    self.vm = vm
    self.types = types
    self.api = api
    super.init(kind: .native, type: types.database, tracked: true)
  }
  deinit {
    for callback in callbacks.values { callback.isOrphan = true }
    close()
    for slot in aggregates.values { slot.release() }
  }

  override func traverse(_ visit: (Slot) -> Void) {
    for callback in callbacks.values { visit(callback.function) }
    for slot in aggregates.values { visit(slot) }
    for callback in [authorizer, progress, tracer] { if let callback { visit(callback.function) } }
  }

  /// Sets the handlers that every database has.
  func begin(timeout: Double) {
    guard let handle else { return }
    self.timeout = timeout
    let me = Unmanaged.passUnretained(self).toOpaque()
    _ = api.busy_handler(
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
    api.progress_handler(
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
    guard let handle else { throw failure(vm, 21, "Cannot operate on a closed database.") }
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
    handle = nil
    _ = api.close_v2(open)
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
      code = api.extended_errcode(handle)
      if code & 0xFF != status & 0xFF { code = status }
      message = api.errmsg(handle).map { String(cString: $0) }
    }
    let words = message ?? api.errstr(status).map { String(cString: $0) } ?? "unknown error"
    do throws(Raised) {
      let module = try vm.importModule("sqlite3.dbapi2", fromList: .object(vm.emptyTuple))
      let maker = try vm.getAttr(module, vm.intern("_failure"))
      if let made = try vm.call(maker, [.int(Int(code)), .object(vm.string(words))]).asException { return Raised(made) }
      return vm.valueError(words)
    } catch {
      return error
    }
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

  // MARK: Values

  /// A text of SQLite's; nil when it is no UTF-8.
  static func decode(_ vm: VM, _ start: UnsafeRawPointer?, _ count: Int) -> Value? {
    let bytes = UnsafeRawBufferPointer(start: start, count: count).bindMemory(to: UInt8.self)
    if bytes.contains(where: { $0 > 0x7F }), String(validating: bytes, as: UTF8.self) == nil { return nil }
    return .object(StrObject(vm, utf8: bytes))
  }

  func value(_ value: OpaquePointer?) -> Value {
    switch api.value_type(value) {
    case 1: return .int(Int(api.value_int64(value)))
    case 2: return .float(api.value_double(value))
    case 3:
      let start = api.value_text(value)
      return SQLiteDatabase.decode(vm, start, Int(api.value_bytes(value))) ?? .none
    case 4:
      let start = api.value_blob(value)
      return vm.makeBytes(Array(UnsafeRawBufferPointer(start: start, count: Int(api.value_bytes(value)))))
    default: return .none
    }
  }

  /// Gives a result to SQLite; false when it is of no type that SQLite has.
  func give(_ result: Value, to context: OpaquePointer) throws(Raised) -> Bool {
    let copies = UnsafeMutableRawPointer(bitPattern: -1)
    switch result {
    case .none: api.result_null(context)
    case .bool(let b): api.result_int64(context, b ? 1 : 0)
    case .int(let i): api.result_int64(context, Int64(i))
    case .float(let f): api.result_double(context, f)
    case .object(let o):
      if o.kind == .str, let text = result.asStr {
        let bytes = try Codecs.encode(vm, text)
        guard let count = Int32(exactly: bytes.count) else { return false }
        api.result_text(context, bytes, count, copies)
      } else if o.kind == .float {
        api.result_double(context, try vm.double(result))
      } else if let bytes = Codecs.buffer(result) {
        guard let count = Int32(exactly: bytes.count) else { return false }
        if bytes.isEmpty { api.result_blob(context, "", 0, copies) } else { api.result_blob(context, bytes, count, copies) }
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
