import Interpreter

/// `sqlite3.Row`: a row whose columns have names as well as numbers.
final class SQLiteRow: Object {
  /// A tuple each, owned.
  private let values: Slot
  private let names: Slot

  /// Both are owned and handed over.
  init(_ type: TypeObject, values: Slot, names: Slot) {
    self.values = values
    self.names = names
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    values.release()
    names.release()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(values)
    visit(names)
  }

  private var tuple: TupleObject { unsafeDowncast(values.object, to: TupleObject.self) }
  private var nameTuple: TupleObject { unsafeDowncast(names.object, to: TupleObject.self) }

  override func length(_ vm: VM) throws(Raised) -> Int? { tuple.count }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { try vm.iterator(values.value) }
  override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    if let name = key.asStr { return try item(vm, named: name) }
    if vm.hasIndex(key) || key.kind == .slice { return try vm.getItem(values.value, key) }
    throw vm.indexError("Index must be int or string")
  }
  private func item(_ vm: VM, named name: StrObject) throws(Raised) -> Value {
    let names = nameTuple
    for at in 0..<min(names.count, tuple.count) {
      guard let own = names[at].asStr, own.count == name.count else { continue }
      if own === name || own.order(name) == 0 { return tuple[at] }
      // Case counts beyond ASCII only.
      guard own.isASCII, name.isASCII else { continue }
      if zip(own.bytes, name.bytes).allSatisfy({ SQLiteRow.lower($0) == SQLiteRow.lower($1) }) { return tuple[at] }
    }
    throw vm.indexError("No item with that key")
  }
  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  override func hash(_ vm: VM) throws(Raised) -> Int { try vm.hash(names.value) ^ vm.hash(values.value) }
  override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual, let other = other.native(SQLiteRow.self) else { return nil }
    var same = try vm.equal(names.value, other.names.value)
    if same { same = try vm.equal(values.value, other.values.value) }
    return .bool(same == (comparison == .equal))
  }

  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.nativeType("Row", module: "sqlite3", isBase: true) { (type, vm) in
      type.specials(vm, [.len, .getitem, .iter, .hash, .eq, .ne])
      type.method(vm, "keys(self, /)", "Returns the keys of the row.") { (vm, args) in
        let row = unsafeDowncast(args.slot(0).object, to: SQLiteRow.self)
        return .object(ListObject(vm, row.nameTuple.values))
      }
    }
    type.showsModule = true
    type.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "Row(cursor, data, /)") { (args) throws(Raised) in
        guard let cursor = SQLiteCursor.of(args[0]) else {
          throw vm.typeError("Row() argument 1 must be sqlite3.Cursor, not \(args[0].isNone ? "None" : vm.type(of: args[0]).name)")
        }
        guard args[1].asTuple != nil else {
          throw vm.typeError("Row() argument 2 must be tuple, not \(args[1].isNone ? "None" : vm.type(of: args[1]).name)")
        }
        return .object(SQLiteRow(cls, values: args[1].owned, names: cursor.rowNames()))
      }
    }
    type.initialize = { (_, _, _) in }
    return type
  }
}
