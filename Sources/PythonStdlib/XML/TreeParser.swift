import ExpatShim
import Glibc
import Interpreter

/// `xml.etree.ElementTree.XMLParser`: reads XML and calls a target, by itself where that is a plain `TreeBuilder`.
final class TreeParser: Object {
  unowned(unsafe) let tools: TreeTools
  private var handle: ExpatHandle?
  private var names = ExpatNames(isTree: true)
  /// The target and the entities of the user, owned.
  private var target = Slot.undefined
  private var entities = Slot.undefined
  /// The target, when no code of Python's has a say in what it does.
  private var builder: TreeBuilderObject?
  /// Methods of any other target, owned.
  private var methods = [Slot](repeating: .undefined, count: Method.allCases.count)

  /// The methods of a target.
  enum Method: Int, CaseIterable {
    case start, end, data, comment, pi, doctype, start_ns, end_ns, close
  }

  init(_ tools: TreeTools, _ type: TypeObject) {
    self.tools = tools
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit { drop() }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(target)
    visit(entities)
    for slot in methods { visit(slot) }
    names.traverse(visit)
    if let builder { visit(.held(builder)) }
  }
  override func clearReferences() { drop() }
  private func drop() {
    let all = [target, entities] + methods
    target = .undefined
    entities = .undefined
    builder = nil
    for i in methods.indices { methods[i] = .undefined }
    for slot in all { slot.release() }
  }

  static func initialize(_ vm: VM, _ object: Object, _ args: Arguments) throws(Raised) {
    guard let me = object as? TreeParser else { return }
    if args.positionalCount > 0 { throw vm.typeError("XMLParser() takes no positional arguments") }
    try vm.bind(args, "XMLParser(*, target=None, encoding=None)") { (args) throws(Raised) in
      try me.begin(vm, args[0], try ExpatModule.text(vm, args[1], "XMLParser() argument 'encoding'"))
    }
  }
  private func begin(_ vm: VM, _ given: Value, _ encoding: String?) throws(Raised) {
    if handle?.isParsing == true { throw vm.runtimeError("the parser is at work") }
    let made = try ExpatHandle.make(vm, encoding: encoding, separator: "}")
    drop()
    handle = made
    entities = .owned(DictObject(vm))
    let target = given.isNone ? Value.object(TreeBuilderObject(tools, tools.builder)) : given
    self.target = target.owned
    if let own = target.native(TreeBuilderObject.self), !own.hasHeapType {
      builder = own
    } else {
      for method in Method.allCases {
        let found = try vm.getAttrOrNil(target, vm.intern("\(method)"))
        methods[method.rawValue] = found?.owned ?? .undefined
      }
    }
    let (api, parser) = (made.api, made.parser)
    let me = Unmanaged.passUnretained(self).toOpaque()
    api.set_user(parser, me)
    api.on_encoding(parser, TreeCalls.encoding, me)
    api.on_start(parser, TreeCalls.start)
    api.on_end(parser, TreeCalls.end)
    api.on_data(parser, TreeCalls.data)
    api.on_default_expand(parser, TreeCalls.other)
    api.on_entity(parser, TreeCalls.entity)
    if has(.doctype) { api.on_start_doctype(parser, TreeCalls.doctype) }
    watch()
  }
  private func has(_ method: Method) -> Bool { !methods[method.rawValue].isUndefined }
  /// Lets libexpat call for what the target takes.
  private func watch() {
    guard let handle else { return }
    let (api, parser) = (handle.api, handle.parser)
    let takes = { (method: Method, event: TreeBuilderObject.Event) in self.builder?.takes(event) ?? self.has(method) }
    api.on_comment(parser, takes(.comment, .comment) ? TreeCalls.comment : nil)
    api.on_instruction(parser, takes(.pi, .instruction) ? TreeCalls.instruction : nil)
    let opens = builder.map { $0.wants(.startNamespace) } ?? has(.start_ns)
    let closes = builder.map { $0.wants(.endNamespace) } ?? has(.end_ns)
    api.on_start_namespace(parser, opens ? TreeCalls.startNamespace : nil)
    api.on_end_namespace(parser, closes ? TreeCalls.endNamespace : nil)
  }

  // MARK: Feeding

  private func opened(_ vm: VM) throws(Raised) -> ExpatHandle {
    guard let handle else { throw vm.valueError("XMLParser.__init__() wasn't called") }
    return handle
  }
  private func feed(_ vm: VM, _ data: Value, isLast: Bool = false) throws(Raised) {
    let handle = try opened(vm)
    if try handle.parse(vm, data, isLast: isLast) { return }
    let found = handle.failure
    throw tools.failure("\(found.text): line \(found.line), column \(found.column)", found)
  }
  private func close(_ vm: VM) throws(Raised) -> Value {
    try feed(vm, .object(vm.string("")), isLast: true)
    if let builder { return builder.close() }
    let method = methods[Method.close.rawValue]
    return method.isUndefined ? .none : try vm.call(method, [])
  }
  /// Parses all that a file gives, but for the end.
  private func feed(_ vm: VM, file: Value) throws(Raised) -> Value {
    let read = try vm.getAttr(file, "read")
    while true {
      let piece = try vm.call(read, [.int(64 * 1024)])
      if let text = piece.asStr {
        if text.count == 0 { break }
      } else if ByteView(piece)?.count ?? 0 == 0 {
        break
      }
      try feed(vm, piece)
    }
    return try close(vm)
  }
  private func setEvents(_ vm: VM, _ queue: Value, _ given: Value) throws(Raised) {
    guard let builder else {
      throw vm.typeError("event handling only supported for ElementTree.TreeBuilder targets")
    }
    try builder.setEvents(vm, queue)
    defer { watch() }
    if given.isNone { return builder.want(.end, .object(vm.string("end"))) }
    let names: [Value]
    do throws(Raised) { names = try vm.list(of: given) } catch {
      if !error.exception.type.isSubtype(of: vm.types.typeError) { throw error }
      throw vm.typeError("events must be a sequence")
    }
    for name in names {
      var text = name.asStr?.string
      if let bytes = name.asBytesObject { text = String(decoding: bytes.bytes, as: UTF8.self) }
      guard let text else { throw vm.valueError("invalid events sequence") }
      guard let event = TreeBuilderObject.Event.allCases.first(where: { $0.name == text }) else {
        throw vm.valueError("unknown event '\(text)'")
      }
      builder.want(event, name)
    }
  }

  // MARK: Called by libexpat

  static func at(_ user: UnsafeMutableRawPointer?) -> TreeParser? {
    user.map { Unmanaged<TreeParser>.fromOpaque($0).takeUnretainedValue() }
  }
  /// Runs what a callback does, unless one has raised.
  private func guarded(_ body: (VM) throws(Raised) -> Void) {
    guard let handle, handle.pending == nil else { return }
    do throws(Raised) { try body(tools.vm) } catch { handle.fail(error) }
  }
  private func call(_ method: Method, _ count: Int, _ fill: (UnsafeMutablePointer<Slot>) -> Void) {
    let function = methods[method.rawValue]
    if function.isUndefined { return }
    guarded { (vm) throws(Raised) in _ = try vm.call(function, count, fill) }
  }
  private func text(_ start: UnsafePointer<CChar>?) -> Slot {
    guard let start else { return .none }
    return .owned(ExpatNames.text(tools.vm, start, strlen(start)))
  }

  func start(_ name: UnsafePointer<CChar>, _ given: UnsafePointer<UnsafePointer<CChar>?>?) {
    guarded { (vm) throws(Raised) in
      let tag = names.name(vm, name).text
      var attributes = Slot.undefined
      if let given, given[0] != nil {
        let dict = DictObject.make(vm)
        var i = 0
        while let key = given[i], let value = given[i &+ 1] {
          // No name comes twice, and texts are hashed and compared by no code of Python's.
          let key = names.name(vm, key).text
          dict.set(name: key, value: .object(ExpatNames.text(vm, value, strlen(value))))
          key.release()
          i &+= 2
        }
        attributes = .owned(dict)
      }
      if let builder {
        try builder.start(vm, tag, attributes).release()
        return
      }
      let function = methods[Method.start.rawValue]
      if function.isUndefined {
        tag.release()
        attributes.release()
        return
      }
      _ = try vm.call(function, 2) {
        $0[0] = tag
        $0[1] = attributes.isUndefined ? .owned(DictObject.make(vm)) : attributes
      }
    }
  }
  func end(_ name: UnsafePointer<CChar>) {
    if let builder { return guarded { (vm) throws(Raised) in try builder.end(vm) } }
    call(.end, 1) { $0[0] = names.name(tools.vm, name).text }
  }
  func data(_ start: UnsafePointer<CChar>, _ count: Int) {
    if let builder { return builder.data(start, count) }
    call(.data, 1) { $0[0] = .owned(ExpatNames.text(tools.vm, start, count)) }
  }
  func entity(_ value: UnsafePointer<CChar>?, _ count: Int) { handle?.note(tools.vm, entity: value, count) }
  func comment(_ start: UnsafePointer<CChar>) {
    guard let builder else { return call(.comment, 1) { $0[0] = text(start) } }
    guarded { (vm) throws(Raised) in
      try builder.aside(vm, .comment, [.object(ExpatNames.text(vm, start, strlen(start)))]).release()
    }
  }
  func instruction(_ target: UnsafePointer<CChar>, _ data: UnsafePointer<CChar>) {
    guard let builder else {
      return call(.pi, 2) {
        $0[0] = text(target)
        $0[1] = text(data)
      }
    }
    guarded { (vm) throws(Raised) in
      let texts = [target, data].map { Value.object(ExpatNames.text(vm, $0, strlen($0))) }
      try builder.aside(vm, .instruction, texts).release()
    }
  }
  func startNamespace(_ prefix: UnsafePointer<CChar>?, _ uri: UnsafePointer<CChar>?) {
    let vm = tools.vm
    let texts = [prefix, uri].map { Value.object($0.map { ExpatNames.text(vm, $0, strlen($0)) } ?? vm.string("")) }
    guard let builder else {
      return call(.start_ns, 2) {
        $0[0] = texts[0].owned
        $0[1] = texts[1].owned
      }
    }
    let pair = Value.object(TupleObject.make(vm, texts))
    guarded { (vm) throws(Raised) in try builder.send(vm, .startNamespace, pair.borrowed) }
  }
  func endNamespace(_ prefix: UnsafePointer<CChar>?) {
    let vm = tools.vm
    guard let builder else {
      return call(.end_ns, 1) { $0[0] = .owned(prefix.map { ExpatNames.text(vm, $0, strlen($0)) } ?? vm.string("")) }
    }
    guarded { (vm) throws(Raised) in try builder.send(vm, .endNamespace, .none) }
  }
  func doctype(_ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?, _ identifier: UnsafePointer<CChar>?) {
    call(.doctype, 3) {
      $0[0] = text(name)
      $0[1] = text(identifier)
      $0[2] = text(system)
    }
  }
  /// What has no handler of its own: a reference to an entity that the document does not declare.
  func other(_ start: UnsafePointer<CChar>, _ count: Int) {
    guard count >= 2, start[0] == 0x26, let handle else { return }
    guarded { (vm) throws(Raised) in
      let name = ExpatNames.text(vm, start + 1, count &- 2)
      if let dict = entities.asDict {
        let found = try dict.get(vm, .borrowed(name))
        if !found.isUndefined {
          let value = found.value
          if let builder { return builder.data(vm, value) }
          let function = methods[Method.data.rawValue]
          if !function.isUndefined { _ = try vm.call(function, [value]) }
          return
        }
      }
      let (line, column) = (handle.line, handle.column)
      throw tools.failure(
        "undefined entity &\(name.string);: line \(line), column \(column)", (11, "undefined entity", line, column))
    }
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> TreeParser { unsafeDowncast(args.slot(0).object, to: TreeParser.self) }
    func of(_ value: Value) -> TreeParser? { value.native(TreeParser.self) }
    type.specials(vm, [.`init`])
    type.method(vm, "feed(self, data, /)", "Takes a piece of XML.") { (vm, args) throws(Raised) in
      try me(args).feed(vm, args[1])
      return .none
    }
    type.method(vm, "close(self, /)", "Ends the input; the answer is the target's.") { (vm, args) throws(Raised) in
      try me(args).close(vm)
    }
    type.method(vm, "flush(self, /)", "Nothing waits.") { (_, _) in .none }
    type.method(vm, "_parse_whole(self, file, /)", "Takes all that a file gives.") { (vm, args) throws(Raised) in
      try me(args).feed(vm, file: args[1])
    }
    type.method(vm, "_setevents(self, events_queue, events_to_report=None, /)", "Sends events to a queue.") {
      (vm, args) throws(Raised) in
      try me(args).setEvents(vm, args[1], args[2])
      return .none
    }
    type.attribute(vm, "target", get: { (_, v) in of(v)?.target.value ?? .none })
    type.attribute(vm, "entity", get: { (_, v) in of(v)?.entities.value ?? .none })
    type.attribute(vm, "version", get: { (vm, v) throws(Raised) in
      let version = try ExpatHandle.library(vm).version()
      return .object(vm.string("Expat \(version.major).\(version.minor).\(version.micro)"))
    })
  }
}

/// The functions whose addresses libexpat gets for `TreeParser`.
private enum TreeCalls {
  static let encoding: wick_expat_encoding = { user, name, map in TreeParser.at(user)?.fill(name, map) ?? 0 }
  static let start: wick_expat_start = { user, name, attributes in
    if let name { TreeParser.at(user)?.start(name, attributes) }
  }
  static let end: wick_expat_one = { user, name in if let name { TreeParser.at(user)?.end(name) } }
  static let data: wick_expat_data = { user, text, count in
    if let text { TreeParser.at(user)?.data(text, Int(count)) }
  }
  static let other: wick_expat_data = { user, text, count in
    if let text { TreeParser.at(user)?.other(text, Int(count)) }
  }
  static let entity: wick_expat_entity = { user, _, _, value, count, _, _, _, _ in
    TreeParser.at(user)?.entity(value, Int(count))
  }
  static let comment: wick_expat_one = { user, text in if let text { TreeParser.at(user)?.comment(text) } }
  static let instruction: wick_expat_two = { user, target, data in
    if let target, let data { TreeParser.at(user)?.instruction(target, data) }
  }
  static let startNamespace: wick_expat_two = { user, prefix, uri in TreeParser.at(user)?.startNamespace(prefix, uri) }
  static let endNamespace: wick_expat_one = { user, prefix in TreeParser.at(user)?.endNamespace(prefix) }
  static let doctype: wick_expat_doctype = { user, name, system, identifier, _ in
    TreeParser.at(user)?.doctype(name, system, identifier)
  }
}

extension TreeParser {
  fileprivate func fill(_ name: UnsafePointer<CChar>?, _ map: UnsafeMutablePointer<Int32>?) -> Int32 {
    handle?.fill(tools.vm, name, map) ?? 0
  }
}
