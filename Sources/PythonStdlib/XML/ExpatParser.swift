import ExpatShim
import Glibc
import Interpreter

/// What handlers are set for, by the name of the attribute without `Handler`.
enum ExpatEvent: Int, CaseIterable {
  case startElement, endElement, processingInstruction, characterData, unparsedEntityDecl, notationDecl, startNamespaceDecl
  case endNamespaceDecl, comment, startCdataSection, endCdataSection, `default`, defaultExpand, notStandalone, externalEntityRef
  case startDoctypeDecl, endDoctypeDecl, entityDecl, xmlDecl, elementDecl, attlistDecl, skippedEntity

  /// The name of the attribute that holds the handler.
  var attribute: String {
    let text = "\(self)"
    if self == .defaultExpand { return "DefaultHandlerExpand" }
    return text.prefix(1).uppercased() + text.dropFirst() + "Handler"
  }
}

/// `pyexpat.xmlparser`: calls handlers for what stands in a document.
final class ExpatParser: Object {
  unowned(unsafe) let vm: VM
  let handle: ExpatHandle
  /// Handlers by event (owned), undefined where none is set.
  private var handlers = [Slot](repeating: .undefined, count: ExpatEvent.allCases.count)
  private var names = ExpatNames(isTree: false)
  /// The dict that keeps names; nil: names are not kept.
  let intern: DictObject?
  /// Attributes come as a list of names and values.
  var isOrdered = false
  /// Attributes that the document type alone declares are left out.
  var isSpecified = false
  var hasPrefixes = false
  /// Text that waits, when it is to come in as large pieces as possible.
  private var buffer: [UInt8] = []
  private(set) var isBuffered = false
  private(set) var bufferSize = 8192
  private(set) var inCallback = false

  init(_ vm: VM, _ type: TypeObject, _ handle: ExpatHandle, intern: DictObject?) {
    self.vm = vm
    self.handle = handle
    self.intern = intern
    super.init(kind: .native, type: type, tracked: true)
    let me = Unmanaged.passUnretained(self).toOpaque()
    handle.api.set_user(handle.parser, me)
    handle.api.set_external_argument(handle.parser, me)
    handle.api.on_encoding(handle.parser, ExpatCalls.encoding, me)
    for event in ExpatEvent.allCases { ExpatCalls.set(event, handle, false) }
    watchEntities()
  }
  deinit { for slot in handlers { slot.release() } }

  override func traverse(_ visit: (Slot) -> Void) {
    for slot in handlers { visit(slot) }
    names.traverse(visit)
    if let intern { visit(.held(intern)) }
  }
  override func clearReferences() {
    for i in handlers.indices {
      let old = handlers[i]
      handlers[i] = .undefined
      old.release()
    }
  }

  /// The handler of an event, borrowed.
  func handler(_ event: ExpatEvent) -> Slot { handlers[event.rawValue] }

  /// Sets a handler; None: there is none.
  func set(_ event: ExpatEvent, _ value: Value) throws(Raised) {
    if event == .characterData {
      // Text that waits is the former handler's.
      try flush()
    }
    let old = handlers[event.rawValue]
    handlers[event.rawValue] = value.isNone ? .undefined : value.owned
    ExpatCalls.set(event, handle, !value.isNone)
    if event == .entityDecl || event == .default || event == .defaultExpand { watchEntities() }
    old.release()
  }
  /// Entities are counted also where nobody wants to know of them, unless their text goes to a handler for all the rest.
  private func watchEntities() {
    let isFree = handler(.default).isUndefined && handler(.defaultExpand).isUndefined
    ExpatCalls.set(.entityDecl, handle, isFree || !handler(.entityDecl).isUndefined)
  }

  /// A parser for an entity, which begins with the handlers and settings of this one.
  func external(_ context: String?, _ encoding: String?) throws(Raised) -> ExpatParser {
    let made = ExpatParser(vm, type, try handle.external(vm, context: context, encoding: encoding), intern: intern)
    made.isOrdered = isOrdered
    made.isSpecified = isSpecified
    made.hasPrefixes = hasPrefixes
    made.isBuffered = isBuffered
    made.bufferSize = bufferSize
    for event in ExpatEvent.allCases {
      let slot = handler(event)
      if !slot.isUndefined { try made.set(event, slot.value) }
    }
    return made
  }

  // MARK: Text

  var bufferUsed: Int { buffer.count &+ flushing }
  /// Bytes that are being given to their handler.
  private var flushing = 0
  func setBuffered(_ on: Bool) throws(Raised) {
    if isBuffered && !on { try flush() }
    isBuffered = on
  }
  func setBufferSize(_ size: Int) throws(Raised) {
    if isBuffered { try flush() }
    bufferSize = size
  }
  /// Gives the text that waits to its handler.
  func flush() throws(Raised) {
    if buffer.isEmpty { return }
    let (text, count) = (buffer.withUnsafeBufferPointer { ExpatNames.text(vm, $0) }, buffer.count)
    buffer.removeAll(keepingCapacity: true)
    let handler = handler(.characterData)
    if handler.isUndefined { return }
    let was = inCallback
    inCallback = true
    flushing = count
    defer {
      inCallback = was
      flushing = 0
    }
    _ = try vm.call(handler, 1) { $0[0] = .owned(text) }
  }

  /// Parses a piece and hands out the text that waits.
  func parse(_ data: Value, isLast: Bool) throws(Raised) -> Value {
    if try !handle.parse(vm, data, isLast: isLast) { throw failure() }
    try flush()
    return .int(1)
  }
  /// The error that the parser is in.
  func failure() -> Raised {
    let found = handle.failure
    return ExpatModule.failure(vm, "\(found.text): line \(found.line), column \(found.column)", found)
  }

  // MARK: Called by libexpat

  static func at(_ user: UnsafeMutableRawPointer?) -> ExpatParser? {
    user.map { Unmanaged<ExpatParser>.fromOpaque($0).takeUnretainedValue() }
  }
  /// A name, owned.
  func name(_ start: UnsafePointer<CChar>?) -> Slot {
    guard let start else { return .none }
    let (text, isNew) = names.name(vm, start)
    guard isNew, let intern else { return text }
    let known = intern.find(name: text)
    if known.isUndefined {
      intern.set(name: text, text)
      return text
    }
    known.retain()
    text.release()
    return known
  }
  /// A text that may be missing, owned.
  func text(_ start: UnsafePointer<CChar>?, _ count: Int? = nil) -> Slot {
    guard let start else { return .none }
    return .owned(ExpatNames.text(vm, start, count ?? strlen(start)))
  }
  /// Calls a handler with arguments (owned); nil: it raised, or there is none to be called.
  @discardableResult
  func send(_ event: ExpatEvent, _ count: Int, _ fill: (UnsafeMutablePointer<Slot>) throws(Raised) -> Void) -> Value? {
    let handler = handler(event)
    if handler.isUndefined || handle.pending != nil { return nil }
    do throws(Raised) {
      try flush()
      let was = inCallback
      inCallback = true
      defer { inCallback = was }
      return try vm.call(handler, count, fill)
    } catch {
      handle.fail(error)
      return nil
    }
  }
  /// Calls a handler whose answer is a number; 0: it raised.
  func ask(_ event: ExpatEvent, _ count: Int, _ fill: (UnsafeMutablePointer<Slot>) throws(Raised) -> Void) -> Int32 {
    guard let answer = send(event, count, fill) else { return 0 }
    do throws(Raised) {
      return try vm.index(answer) == 0 ? 0 : 1
    } catch {
      handle.fail(error)
      return 0
    }
  }
  func start(_ tag: UnsafePointer<CChar>?, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?) {
    send(.startElement, 2) { (start) throws(Raised) in
      start[0] = name(tag)
      guard let attributes else { return }
      let limit = isSpecified ? Int(handle.api.specified_count(handle.parser)) : Int.max
      var i = 0
      if isOrdered {
        let list = ListObject.make(vm)
        while i < limit, let key = attributes[i], let value = attributes[i &+ 1] {
          list.append(owned: name(key))
          list.append(owned: text(value))
          i &+= 2
        }
        start[1] = .owned(list)
        return
      }
      let dict = DictObject.make(vm)
      while i < limit, let key = attributes[i], let value = attributes[i &+ 1] {
        let (key, value) = (name(key), text(value))
        dict.set(name: key, value)
        key.release()
        value.release()
        i &+= 2
      }
      start[1] = .owned(dict)
    }
  }
  func characters(_ start: UnsafePointer<CChar>, _ count: Int) {
    if handle.pending != nil { return }
    guard isBuffered else {
      send(.characterData, 1) { $0[0] = text(start, count) }
      return
    }
    do throws(Raised) {
      if buffer.count &+ count > bufferSize { try flush() }
    } catch {
      return handle.fail(error)
    }
    // (The handler may have been taken away, and the buffer made smaller.)
    if count > bufferSize {
      send(.characterData, 1) { $0[0] = text(start, count) }
    } else {
      buffer.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    }
  }
  /// The model of an element's content as tuples.
  func model(_ content: UnsafePointer<wick_expat_content>) throws(Raised) -> Value {
    try vm.enterNative()
    defer { vm.leaveNative() }
    let node = content.pointee
    var children: [Value] = []
    if let first = node.children {
      for i in 0..<Int(node.count) { children.append(try model(UnsafePointer(first + i))) }
    }
    let name = text(node.name)
    defer { name.release() }
    return .object(
      TupleObject.make(vm, [
        .int(Int(node.type)), .int(Int(node.quantifier)), name.value, .object(TupleObject.make(vm, children)),
      ]))
  }
}
