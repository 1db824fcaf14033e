import Glibc
import Interpreter
import SQLiteShim

// What SQLite calls: functions, aggregates, collations and handlers of the user. An error in them becomes an error of SQLite.

extension SQLiteDatabase {
  fileprivate func fail(_ context: OpaquePointer, _ text: String) { api.pointee.result_error(context, text, -1) }

  /// Forgets a callback that SQLite has given up.
  fileprivate static let forget: wick_sqlite_destroy = { pointer in
    guard let pointer, !SQLiteCallback.at(pointer).isOrphan else { return }
    SQLiteCallback.at(pointer).database.callbacks[pointer] = nil
  }

  private func remember(_ function: Value) -> UnsafeMutableRawPointer {
    let made = SQLiteCallback(self, function)
    callbacks[made.pointer] = made
    return made.pointer
  }

  func createFunction(_ name: String, _ count: Int32, _ flags: Int32, _ function: Value) throws(Raised) -> Int32 {
    let data = function.isNone ? nil : remember(function)
    return try use { handle in
      guard let data else { return api.pointee.create_function(handle, name, count, flags, nil, nil, nil, nil, nil) }
      return api.pointee.create_function(
        handle, name, count, flags, data, SQLiteCalls.function, nil, nil, SQLiteDatabase.forget)
    }
  }

  func createAggregate(_ name: String, _ count: Int32, _ maker: Value, isWindow: Bool) throws(Raised) -> Int32 {
    let data = maker.isNone ? nil : remember(maker)
    return try use { handle in
      if isWindow {
        guard let data else { return api.pointee.create_window(handle, name, count, 1, nil, nil, nil, nil, nil, nil) }
        return api.pointee.create_window(
          handle, name, count, 1, data, SQLiteCalls.step, SQLiteCalls.finalize, SQLiteCalls.value, SQLiteCalls.inverse,
          SQLiteDatabase.forget)
      }
      guard let data else { return api.pointee.create_function(handle, name, count, 1, nil, nil, nil, nil, nil) }
      return api.pointee.create_function(
        handle, name, count, 1, data, nil, SQLiteCalls.step, SQLiteCalls.finalize, SQLiteDatabase.forget)
    }
  }

  func createCollation(_ name: String, _ function: Value) throws(Raised) -> Int32 {
    let data = function.isNone ? nil : remember(function)
    return try use { handle in
      guard let data else { return api.pointee.create_collation(handle, name, 1, nil, nil, nil) }
      let status = api.pointee.create_collation(handle, name, 1, data, SQLiteCalls.compare, SQLiteDatabase.forget)
      // Alone of its kin this function does not give the data up when it fails.
      if status != 0 { callbacks[data] = nil }
      return status
    }
  }

  /// Calls a function of the user for one row.
  fileprivate func run(_ callback: SQLiteCallback, _ context: OpaquePointer, _ values: [Value]) {
    do throws(Raised) {
      if try give(try vm.call(callback.function, values), to: context) { return }
    } catch {
      told(error)
    }
    fail(context, "user-defined function raised exception")
  }

  /// The object of an aggregate for this group of rows; made at its first row.
  fileprivate func object(_ callback: SQLiteCallback, _ context: OpaquePointer, makes: Bool) -> Slot? {
    guard let place = api.pointee.aggregate_context(context, makes ? Int32(MemoryLayout<Int>.size) : 0) else { return nil }
    let number = place.assumingMemoryBound(to: Int.self)
    if number.pointee == 0 {
      guard makes else { return nil }
      do throws(Raised) {
        number.pointee = keep(try vm.call(callback.function, []))
      } catch {
        told(error)
        number.pointee = -1
      }
    }
    return aggregates[number.pointee]
  }

  fileprivate func aggregate(_ callback: SQLiteCallback, _ context: OpaquePointer, _ name: String, _ values: [Value]) {
    guard let object = object(callback, context, makes: true) else {
      return fail(context, "user-defined aggregate's '__init__' method raised error")
    }
    call(object, name, values, context)
  }

  private func method(_ object: Slot, _ name: String) -> Value? {
    do throws(Raised) {
      return try vm.getAttrOrNil(object.value, vm.intern(name))
    } catch {
      return nil
    }
  }

  @discardableResult
  private func call(_ object: Slot, _ name: String, _ values: [Value], _ context: OpaquePointer, gives: Bool = false) -> Bool {
    guard let method = method(object, name) else {
      fail(context, "user-defined aggregate's '\(name)' method not defined")
      return false
    }
    do throws(Raised) {
      let result = try vm.call(method, values)
      if !gives { return true }
      if try give(result, to: context) { return true }
    } catch {
      told(error)
    }
    fail(context, "user-defined aggregate's '\(name)' method raised error")
    return false
  }

  fileprivate func finish(_ callback: SQLiteCallback, _ context: OpaquePointer, isLast: Bool) {
    // Without rows there is no object: the result is NULL.
    guard let place = api.pointee.aggregate_context(context, 0) else { return }
    let number = place.assumingMemoryBound(to: Int.self)
    guard let object = object(callback, context, makes: false) else {
      return fail(context, "user-defined aggregate's '__init__' method raised error")
    }
    call(object, isLast ? "finalize" : "value", [], context, gives: true)
    if isLast, let slot = aggregates.removeValue(forKey: number.pointee) { slot.release() }
  }

  // MARK: Handlers

  /// What may be done, asked when a statement is prepared.
  func authorize() {
    guard let handle else { return }
    if authorizer == nil && vm.sandbox == nil {
      _ = api.pointee.set_authorizer(handle, nil, nil)
      return
    }
    _ = api.pointee.set_authorizer(handle, SQLiteCalls.authorize, Unmanaged.passUnretained(self).toOpaque())
  }

  fileprivate func allows(_ action: Int32, _ texts: [UnsafePointer<CChar>?]) -> Int32 {
    let words = texts.map { $0.map { String(cString: $0) } }
    if vm.sandbox != nil {
      if action == 24 {
        do throws(Raised) {
          // A name that is computed is not told.
          guard let name = words[0] else { throw vm.valueError("the sandbox attaches databases by a literal name only") }
          try SQLiteModule.check(vm, name, isAddress: true)
        } catch {
          pending = error
          return 1
        }
      }
      // Where SQLite puts its temporary files is not for programs in a sandbox to say.
      if action == 19, ["temp_store_directory", "data_store_directory"].contains(words[0]?.lowercased() ?? "") { return 1 }
    }
    guard let authorizer else { return 0 }
    do throws(Raised) {
      let values: [Value] = words.map { $0.map { .object(vm.string($0)) } ?? .none }
      let answer = try vm.call(authorizer.function, [.int(Int(action))] + values)
      return answer.asInt.flatMap { Int32(exactly: $0) } ?? 1
    } catch {
      told(error)
      return 1
    }
  }

  func trace() {
    guard let handle else { return }
    if tracer == nil {
      _ = api.pointee.trace_v2(handle, 0, nil, nil)
    } else {
      _ = api.pointee.trace_v2(handle, 1, SQLiteCalls.trace, Unmanaged.passUnretained(self).toOpaque())
    }
  }

  fileprivate func traced(_ statement: OpaquePointer, _ text: UnsafePointer<CChar>?) {
    guard let tracer else { return }
    var shown = text.map { String(cString: $0) } ?? ""
    // A comment stands for a trigger that begins.
    if !shown.hasPrefix("--"), let expanded = api.pointee.expanded_sql(statement) {
      shown = String(cString: expanded)
      api.pointee.free(expanded)
    }
    do throws(Raised) { _ = try vm.call(tracer.function, [.object(vm.string(shown))]) } catch { told(error) }
  }

  fileprivate func compare(_ callback: SQLiteCallback, _ a: Value, _ b: Value) -> Int32 {
    do throws(Raised) {
      let result = try vm.call(callback.function, [a, b])
      guard let order = result.asInt else { return 0 }
      return order > 0 ? 1 : order < 0 ? -1 : 0
    } catch {
      told(error)
      return 0
    }
  }
}

/// The functions whose addresses SQLite gets.
private enum SQLiteCalls {
  /// The functions are loaded before anything can call back.
  private static func callback(_ context: OpaquePointer) -> SQLiteCallback? {
    wick_sqlite_module_load()?.pointee.user_data(context).map { SQLiteCallback.at($0) }
  }
  private static func database(_ pointer: UnsafeMutableRawPointer) -> SQLiteDatabase {
    Unmanaged<SQLiteDatabase>.fromOpaque(pointer).takeUnretainedValue()
  }
  private static func values(
    _ database: SQLiteDatabase, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
  ) -> [Value] {
    (0..<Int(count)).map { database.value(values?[$0]) }
  }

  static let function: wick_sqlite_function = { context, count, given in
    guard let callback = callback(context) else { return }
    callback.database.run(callback, context, values(callback.database, count, given))
  }
  static let step: wick_sqlite_function = { context, count, given in
    guard let callback = callback(context) else { return }
    callback.database.aggregate(callback, context, "step", values(callback.database, count, given))
  }
  static let inverse: wick_sqlite_function = { context, count, given in
    guard let callback = callback(context) else { return }
    callback.database.aggregate(callback, context, "inverse", values(callback.database, count, given))
  }
  static let finalize: wick_sqlite_final = { context in
    guard let callback = callback(context) else { return }
    callback.database.finish(callback, context, isLast: true)
  }
  static let value: wick_sqlite_final = { context in
    guard let callback = callback(context) else { return }
    callback.database.finish(callback, context, isLast: false)
  }
  static let compare:
    @convention(c) (UnsafeMutableRawPointer?, Int32, UnsafeRawPointer?, Int32, UnsafeRawPointer?) -> Int32 = {
      data, firstCount, first, secondCount, second in
      guard let data else { return 0 }
      let callback = SQLiteCallback.at(data)
      let vm = callback.database.vm
      guard let a = SQLiteDatabase.decode(vm, first, Int(firstCount)),
        let b = SQLiteDatabase.decode(vm, second, Int(secondCount))
      else { return 0 }
      return callback.database.compare(callback, a, b)
    }
  static let authorize:
    @convention(c) (
      UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
      UnsafePointer<CChar>?
    ) -> Int32 = { me, action, a, b, c, d in
      guard let me else { return 0 }
      return database(me).allows(action, [a, b, c, d])
    }
  static let trace:
    @convention(c) (UInt32, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) -> Int32 = {
      _, me, statement, text in
      guard let me, let statement else { return 0 }
      database(me).traced(OpaquePointer(statement), text?.assumingMemoryBound(to: CChar.self))
      return 0
    }
}
