import Interpreter

/// `_tables`: the reader and the writer under `csv`.
enum TableModule {
  /// What the module shares.
  final class Tools {
    /// `csv.Error`.
    var error: TypeObject?
    var limit = 128 * 1024
    func raise(_ vm: VM, _ message: String) -> Raised { vm.raised(error ?? vm.types.valueError, message) }
  }

  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_tables", doc: "Reads and writes tables.")
    let tools = Tools()
    module.function(vm, "set_up(error, /)", "Takes the exception.") { (_, args) in
      tools.error = args[0].asType
      return .none
    }
    module.function(vm, "set_limit(limit, /)", "The longest field.") { (vm, args) throws(Raised) in
      tools.limit = vm.clamped(try vm.indexValue(args[0]))
      return .none
    }
    let reader = vm.nativeType("reader", module: "_csv", populate: TableReader.populate)
    let writer = vm.nativeType("writer", module: "_csv", populate: TableWriter.populate)
    for type in [reader, writer] { type.showsModule = true }
    module.constant(vm, "Reader", .object(reader))
    module.constant(vm, "Writer", .object(writer))
    module.function(vm, "reader(lines, dialect, /)", "A reader of lines.") { (vm, args) throws(Raised) in
      .object(TableReader(reader, tools, try TableLayout(vm, args[1]), args[1], try vm.iterator(args[0])))
    }
    module.function(vm, "writer(write, dialect, /)", "A writer that calls `write`.") { (vm, args) throws(Raised) in
      .object(TableWriter(writer, tools, try TableLayout(vm, args[1]), args[1], args[0]))
    }
    return module
  }
}

/// The parts of a dialect.
struct TableLayout {
  static var none: UInt32 { UInt32.max }
  let delimiter: UInt32
  let quote: UInt32
  let escape: UInt32
  let terminator: StrObject
  /// `QUOTE_MINIMAL` and so on.
  let quoting: Int
  let doublesQuotes: Bool
  let skipsSpace: Bool
  let isStrict: Bool

  init(_ vm: VM, _ dialect: Value) throws(Raised) {
    func character(_ name: String) throws(Raised) -> UInt32 {
      guard let text = try vm.getAttr(dialect, name).asStr, text.count == 1 else { return TableLayout.none }
      return text[0]
    }
    delimiter = try character("delimiter")
    quote = try character("quotechar")
    escape = try character("escapechar")
    terminator = try vm.getAttr(dialect, "lineterminator").asStr ?? vm.string("\r\n")
    quoting = try vm.index(try vm.getAttr(dialect, "quoting"))
    doublesQuotes = try vm.truth(try vm.getAttr(dialect, "doublequote"))
    skipsSpace = try vm.truth(try vm.getAttr(dialect, "skipinitialspace"))
    isStrict = try vm.truth(try vm.getAttr(dialect, "strict"))
  }
  static var quoteAll: Int { 1 }
  static var quoteNonnumeric: Int { 2 }
  static var quoteNone: Int { 3 }
  static var quoteStrings: Int { 4 }
  static var quoteNotNull: Int { 5 }
}

/// `csv.reader`: the rows of a table.
final class TableReader: NativeIterator {
  private enum State { case startRecord, startField, inField, inQuoted, quoteInQuoted, escaped, escapedInQuoted, escapedNewline, eatNewline }
  private let tools: TableModule.Tools
  private let layout: TableLayout
  private let dialect: Slot
  private let source: Slot
  private var lineNumber = 0

  /// The field so far: a part of the line, and what is in front of it.
  private var field: [UInt32] = []
  private var part = 0..<0
  private var isNumeric = false

  init(_ type: TypeObject, _ tools: TableModule.Tools, _ layout: TableLayout, _ dialect: Value, _ source: Object) {
    self.tools = tools
    self.layout = layout
    self.dialect = dialect.owned
    self.source = .owned(source)
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    dialect.release()
    source.release()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(dialect)
    visit(source)
  }

  /// Adds the code point at a place of the line to the field.
  @inline(__always)
  private func add(_ vm: VM, _ line: StrObject, _ i: Int) throws(Raised) {
    if field.isEmpty && part.isEmpty {
      part = i..<(i &+ 1)
    } else if part.upperBound == i && !part.isEmpty {
      part = part.lowerBound..<(i &+ 1)
    } else {
      settle(line)
      part = i..<(i &+ 1)
    }
    if field.count &+ part.count > tools.limit {
      throw tools.raise(vm, "field larger than field limit (\(tools.limit))")
    }
  }
  private func settle(_ line: StrObject) {
    for k in part { field.append(line[k]) }
    part = 0..<0
  }
  private func save(_ vm: VM, _ line: StrObject, _ row: ListObject) throws(Raised) {
    let text: StrObject
    if field.isEmpty {
      text = part.isEmpty ? vm.emptyString : try line.part(vm, part, exact: true)
    } else {
      settle(line)
      text = StrObject(vm, codePoints: field)
      field.removeAll(keepingCapacity: true)
    }
    part = 0..<0
    if isNumeric {
      isNumeric = false
      row.append(try vm.call(.object(vm.types.float), [.object(text)]))
    } else {
      row.append(.object(text))
    }
  }

  override func next(_ vm: VM) throws(Raised) -> Value? {
    let row = ListObject.make(vm)
    var state = State.startRecord
    field.removeAll(keepingCapacity: true)
    part = 0..<0
    isNumeric = false
    while true {
      let item = try vm.step(source)
      if item.isUndefined {
        let isOpen = state == .inQuoted || state == .escapedInQuoted || state == .escaped
        if field.isEmpty && !isOpen && state != .startField { return nil }
        if layout.isStrict && isOpen { throw tools.raise(vm, "unexpected end of data") }
        if state == .escaped { field.append(10) }
        try save(vm, vm.emptyString, row)
        return .object(row)
      }
      let value = vm.taken(item) ?? .none
      guard let line = value.asStr else {
        throw tools.raise(
          vm, "iterator should return strings, not \(vm.type(of: value).name) (the file should be opened in text mode)")
      }
      lineNumber &+= 1
      try read(vm, line, row, &state)
      switch state {
      case .inField, .startField, .quoteInQuoted:
        try save(vm, line, row)
        return .object(row)
      case .escaped:
        settle(line)
        field.append(10)
        try save(vm, line, row)
        return .object(row)
      case .eatNewline, .startRecord: return .object(row)
      case .inQuoted, .escapedInQuoted, .escapedNewline: settle(line)
      }
      if vm.interruptPending { try vm.checkInterrupt() }
    }
  }

  private func read(_ vm: VM, _ line: StrObject, _ row: ListObject, _ state: inout State) throws(Raised) {
    let (delimiter, quote, escape) = (layout.delimiter, layout.quote, layout.escape)
    var i = 0
    func isEnd(_ c: UInt32) -> Bool { c == 10 || c == 13 }
    while i < line.count {
      let c = line[i]
      switch state {
      case .inField, .escapedNewline:
        if isEnd(c) {
          try save(vm, line, row)
          state = .eatNewline
        } else if c == escape {
          state = .escaped
        } else if c == delimiter {
          try save(vm, line, row)
          state = .startField
        } else {
          try add(vm, line, i)
          state = .inField
        }
      case .inQuoted:
        if c == escape {
          state = .escapedInQuoted
        } else if c == quote && layout.quoting != TableLayout.quoteNone {
          state = layout.doublesQuotes ? .quoteInQuoted : .inField
        } else {
          try add(vm, line, i)
        }
      case .startRecord, .startField:
        if isEnd(c) {
          if state == .startField { try save(vm, line, row) }
          state = .eatNewline
        } else if c == quote && layout.quoting != TableLayout.quoteNone {
          state = .inQuoted
        } else if c == escape {
          state = .escaped
        } else if c == 32 && layout.skipsSpace {
          state = .startField
        } else if c == delimiter {
          try save(vm, line, row)
          state = .startField
        } else {
          if layout.quoting == TableLayout.quoteNonnumeric { isNumeric = true }
          try add(vm, line, i)
          state = .inField
        }
      case .escaped:
        try add(vm, line, i)
        state = isEnd(c) ? .escapedNewline : .inField
      case .escapedInQuoted:
        try add(vm, line, i)
        state = .inQuoted
      case .quoteInQuoted:
        if c == quote {
          try add(vm, line, i)
          state = .inQuoted
        } else if c == delimiter {
          try save(vm, line, row)
          state = .startField
        } else if isEnd(c) {
          try save(vm, line, row)
          state = .eatNewline
        } else if !layout.isStrict {
          try add(vm, line, i)
          state = .inField
        } else {
          throw tools.raise(vm, "'\(vm.character(delimiter).string)' expected after '\(vm.character(quote).string)'")
        }
      case .eatNewline:
        if !isEnd(c) {
          throw tools.raise(
            vm, "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
        }
      }
      i &+= 1
    }
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.iter, .next])
    func of(_ value: Value) -> TableReader? {
      value.native(TableReader.self)
    }
    type.attribute(vm, "dialect", get: { (_, v) in of(v)?.dialect.value ?? .none })
    type.attribute(vm, "line_num", get: { (_, v) in .int(of(v)?.lineNumber ?? 0) })
  }
}

/// `csv.writer`: writes rows.
final class TableWriter: Object {
  private let tools: TableModule.Tools
  private let layout: TableLayout
  private let dialect: Slot
  private let write: Slot

  init(_ type: TypeObject, _ tools: TableModule.Tools, _ layout: TableLayout, _ dialect: Value, _ write: Value) {
    self.tools = tools
    self.layout = layout
    self.dialect = dialect.owned
    self.write = write.owned
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    dialect.release()
    write.release()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(dialect)
    visit(write)
  }

  private func isSpecial(_ c: UInt32) -> Bool {
    if c == layout.delimiter || c == layout.escape || c == layout.quote || c == 10 || c == 13 { return true }
    for i in 0..<layout.terminator.count where layout.terminator[i] == c { return true }
    return false
  }
  private func isNumber(_ vm: VM, _ item: Value) throws(Raised) -> Bool {
    switch item.kind {
    case .int, .float, .bool: return true
    case .str, .none: return false
    default: return try vm.getAttrOrNil(item, vm.intern("__float__")) != nil
    }
  }

  private func put(_ vm: VM, _ item: Value, _ isOnly: Bool, _ out: inout StrBuilder) throws(Raised) {
    let text: StrObject
    if let given = item.asStr, !given.hasHeapType { text = given } else if item.isNone { text = vm.emptyString } else {
      text = item.kind == .float ? try vm.repr(item) : try vm.str(item)
    }
    var isQuoted: Bool
    switch layout.quoting {
    case TableLayout.quoteAll: isQuoted = true
    case TableLayout.quoteNonnumeric: isQuoted = try !isNumber(vm, item)
    case TableLayout.quoteStrings: isQuoted = item.asStr != nil
    case TableLayout.quoteNotNull: isQuoted = !item.isNone
    default: isQuoted = false
    }
    var hasSpecial = false
    for i in 0..<text.count where isSpecial(text[i]) {
      hasSpecial = true
      break
    }
    if !hasSpecial {
      if text.count == 0 && !isQuoted && isOnly {
        if layout.quoting == TableLayout.quoteNone { throw tools.raise(vm, "single empty field record must be quoted") }
        isQuoted = true
      }
      if isQuoted { out.append(layout.quote) }
      out.append(text)
      if isQuoted { out.append(layout.quote) }
      return
    }
    var points: [UInt32] = []
    points.reserveCapacity(text.count &+ 8)
    for i in 0..<text.count {
      let c = text[i]
      if isSpecial(c) {
        var needsEscape = layout.quoting == TableLayout.quoteNone || c == layout.escape
        if !needsEscape && c == layout.quote {
          if layout.doublesQuotes { points.append(layout.quote) } else { needsEscape = true }
        }
        if !needsEscape { isQuoted = true }
        if needsEscape {
          if layout.escape == TableLayout.none { throw tools.raise(vm, "need to escape, but no escapechar set") }
          points.append(layout.escape)
        }
      }
      points.append(c)
    }
    if isQuoted { out.append(layout.quote) }
    for c in points { out.append(c) }
    if isQuoted { out.append(layout.quote) }
  }

  private func writeRow(_ vm: VM, _ row: Value) throws(Raised) -> Value {
    guard try vm.iteratorOrNil(row) != nil else {
      throw tools.raise(vm, "iterable expected, not \(vm.type(of: row).name)")
    }
    var out = StrBuilder(capacity: 64)
    if let list = row.asList, vm.isExact(list) {
      var i = 0
      while i < list.count {
        if i > 0 { out.append(layout.delimiter) }
        try put(vm, list[i], list.count == 1, &out)
        i &+= 1
      }
    } else {
      let items = try vm.list(of: row)
      for (i, item) in items.enumerated() {
        if i > 0 { out.append(layout.delimiter) }
        try put(vm, item, items.count == 1, &out)
      }
    }
    out.append(layout.terminator)
    return try vm.call(write, [.object(try out.finish(vm))])
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    func of(_ value: Value) -> TableWriter? {
      value.native(TableWriter.self)
    }
    type.method(vm, "writerow(self, row, /)", "writerow(iterable)") { (vm, args) throws(Raised) in
      try of(args[0])?.writeRow(vm, args[1]) ?? .none
    }
    type.method(vm, "writerows(self, rows, /)", "writerows(iterable of iterables)") { (vm, args) throws(Raised) in
      guard let writer = of(args[0]) else { return .none }
      try vm.forEach(args[1]) { (row) throws(Raised) in _ = try writer.writeRow(vm, row) }
      return .none
    }
    type.attribute(vm, "dialect", get: { (_, v) in of(v)?.dialect.value ?? .none })
  }
}
