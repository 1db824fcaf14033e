import Interpreter

/// `xml.etree.ElementTree.TreeBuilder`: makes a tree of what opens and closes.
final class TreeBuilderObject: Object {
  unowned(unsafe) let tools: TreeTools
  /// The outermost element, owned.
  private var root = Slot.undefined
  /// The elements that are open, owned.
  private var open: [Slot] = []
  /// The element that text belongs to, owned: into it, or behind it.
  private var last = Slot.undefined
  private var isBehind = false
  /// Text that waits: of libexpat, or what `data` was given (owned).
  private var bytes = TextBytes()
  private var pieces: [Slot] = []
  /// What makes elements, comments and instructions, owned; undefined: the usual.
  private var factories = [Slot](repeating: .undefined, count: 3)
  private var insertsComments = false
  private var insertsInstructions = false

  /// What events a pull parser wants.
  enum Event: Int, CaseIterable {
    case start, end, startNamespace, endNamespace, comment, instruction
    var name: String {
      switch self {
      case .start: return "start"
      case .end: return "end"
      case .startNamespace: return "start-ns"
      case .endNamespace: return "end-ns"
      case .comment: return "comment"
      case .instruction: return "pi"
      }
    }
  }
  /// What takes events (owned), undefined: nobody asks.
  private var events = Slot.undefined
  /// The queue that they go to, when that is a plain deque.
  private var queue: DequeObject?
  /// The names of the events that are wanted (owned), as the user gave them.
  private var wanted = [Slot](repeating: .undefined, count: Event.allCases.count)

  init(_ tools: TreeTools, _ type: TypeObject) {
    self.tools = tools
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit { drop() }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(root)
    visit(last)
    visit(events)
    if let queue { visit(.held(queue)) }
    for slot in open { visit(slot) }
    for slot in pieces { visit(slot) }
    for slot in factories { visit(slot) }
    for slot in wanted { visit(slot) }
  }
  override func clearReferences() { drop() }
  private func drop() {
    let all = [root, last, events] + open + pieces + factories + wanted
    (root, last, events) = (.undefined, .undefined, .undefined)
    queue = nil
    open = []
    pieces = []
    for i in factories.indices { factories[i] = .undefined }
    for i in wanted.indices { wanted[i] = .undefined }
    for slot in all { slot.release() }
  }

  static func initialize(_ vm: VM, _ object: Object, _ args: Arguments) throws(Raised) {
    guard let me = object as? TreeBuilderObject else { return }
    try vm.bind(
      args,
      "TreeBuilder(element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False)"
    ) { (args) throws(Raised) in
      me.insertsComments = try vm.truth(args[3])
      me.insertsInstructions = try vm.truth(args[4])
      for i in 0..<3 {
        let old = me.factories[i]
        me.factories[i] = args[i].isNone ? .undefined : args[i].owned
        old.release()
      }
    }
  }

  // MARK: Building

  /// An element opens; tag and attributes (undefined: none) are owned and handed over. The answer is owned.
  func start(_ vm: VM, _ tag: Slot, _ attributes: Slot) throws(Raised) -> Slot {
    let made: Slot
    if factories[0].isUndefined {
      made = .owned(ElementObject(tools, tag: tag, attributes: attributes))
    } else {
      made = try vm.call(factories[0], 2) {
        $0[0] = tag
        $0[1] = attributes.isUndefined ? .owned(DictObject.make(vm)) : attributes
      }.intoOwned()
    }
    do throws(Raised) {
      try flush(vm)
      if let parent = open.last {
        try add(vm, made, to: parent)
      } else if root.isUndefined {
        made.retain()
        root = made
      } else {
        throw tools.failure("multiple elements on top level", nil)
      }
      made.retain()
      open.append(made)
      place(made, isBehind: false)
      try send(vm, .start, made)
      return made
    } catch {
      made.release()
      throw error
    }
  }
  /// The innermost element closes; the answer is borrowed.
  @discardableResult
  func end(_ vm: VM) throws(Raised) -> Slot {
    try flush(vm)
    guard let closed = open.last else { throw vm.indexError("pop from empty stack") }
    open.removeLast()
    place(closed, isBehind: true)
    closed.release()
    try send(vm, .end, closed)
    return closed
  }
  /// Takes text of libexpat.
  func data(_ start: UnsafePointer<CChar>, _ count: Int) {
    if last.isUndefined { return }
    if pieces.isEmpty { bytes.append(start, count) } else {
      pieces.append(.owned(ExpatNames.text(tools.vm, start, count)))
    }
  }
  /// Takes what somebody says is text.
  func data(_ vm: VM, _ value: Value) {
    if last.isUndefined { return }
    if !bytes.isEmpty {
      pieces.append(.owned(bytes.take(vm)))
    }
    pieces.append(value.owned)
  }
  /// A comment, or an instruction: a text each, for an instruction its target first. The answer is owned.
  func aside(_ vm: VM, _ event: Event, _ texts: [Value]) throws(Raised) -> Slot {
    let isComment = event == .comment
    let factory = factories[isComment ? 1 : 2]
    let usual = isComment ? tools.makeComment : tools.makeInstruction
    try flush(vm)
    let made = try factory.isUndefined ? vm.call(usual, texts) : vm.call(factory, texts)
    if isComment ? insertsComments : insertsInstructions {
      let slot = made.borrowed
      if let parent = open.last { try add(vm, slot, to: parent) }
      place(slot, isBehind: true)
    }
    try send(vm, event, made.borrowed)
    return made.owned
  }
  /// Whether a comment or an instruction leaves a trace.
  func takes(_ event: Event) -> Bool {
    let isComment = event == .comment
    return !wanted[event.rawValue].isUndefined || !factories[isComment ? 1 : 2].isUndefined
      || (isComment ? insertsComments : insertsInstructions)
  }
  /// The root; None: there is none.
  func close() -> Value { root.isUndefined ? .none : root.value }

  private func place(_ slot: Slot, isBehind: Bool) {
    slot.retain()
    let old = last
    last = slot
    self.isBehind = isBehind
    old.release()
  }
  private func add(_ vm: VM, _ child: Slot, to parent: Slot) throws(Raised) {
    guard let element = ElementObject.of(parent), !element.hasHeapType else {
      _ = try vm.callMethod(parent.value, "append", [child.value])
      return
    }
    try ElementObject.check(vm, child.value)
    child.retain()
    element.childList(vm).append(owned: child)
  }

  /// Gives the text that waits to the element it belongs to.
  private func flush(_ vm: VM) throws(Raised) {
    guard !bytes.isEmpty || !pieces.isEmpty, !last.isUndefined else { return }
    let text = try taken(vm)
    let (element, isBehind) = (last.value, self.isBehind)
    guard let own = element.native(ElementObject.self), !own.hasHeapType else {
      let name = isBehind ? "tail" : "text"
      let before = try vm.getAttr(element, name)
      return try vm.setAttr(element, name, before.isNone ? text : try vm.binary(.add, before, text))
    }
    let part: ElementObject.Part = isBehind ? .tail : .text
    let before = own.part(part)
    own.set(part, owned: before.isNone ? text.owned : try vm.binary(.add, before.value, text).owned)
  }
  private func taken(_ vm: VM) throws(Raised) -> Value {
    if pieces.isEmpty { return .object(bytes.take(vm)) }
    let values = pieces.map(\.value)
    for slot in pieces { slot.release() }
    pieces = []
    if values.count == 1 { return values[0] }
    return try vm.callMethod(.object(vm.string("")), "join", [.object(ListObject.make(vm, values))])
  }

  // MARK: Events

  /// Sends events to a method from now on.
  func setEvents(_ vm: VM, _ queue: Value) throws(Raised) {
    let append = try vm.getAttr(queue, "append")
    let old = [events] + wanted
    events = append.owned
    let deque = queue.native(DequeObject.self)
    self.queue = deque?.hasHeapType == false && deque?.limit == nil ? deque : nil
    for i in wanted.indices { wanted[i] = .undefined }
    for slot in old { slot.release() }
  }
  /// Wants an event, by the name that a user gave.
  func want(_ event: Event, _ name: Value) {
    let old = wanted[event.rawValue]
    wanted[event.rawValue] = name.owned
    old.release()
  }
  func wants(_ event: Event) -> Bool { !wanted[event.rawValue].isUndefined }
  /// Sends an event with what belongs to it (borrowed).
  func send(_ vm: VM, _ event: Event, _ value: Slot) throws(Raised) {
    let name = wanted[event.rawValue]
    if name.isUndefined || events.isUndefined { return }
    let pair = withUnsafeTemporaryAllocation(of: Slot.self, capacity: 2) { (pair) -> TupleObject in
      pair.initialize(repeating: .undefined)
      pair[0] = name
      pair[1] = value
      return pair.baseAddress.map { TupleObject.make(vm, copying: $0, count: 2) } ?? vm.emptyTuple
    }
    let slot = Slot.owned(pair)
    if let queue {
      queue.append(owned: slot)
      return
    }
    defer { slot.release() }
    (try vm.callOne(events, slot)).release()
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> TreeBuilderObject { unsafeDowncast(args.slot(0).object, to: TreeBuilderObject.self) }
    type.specials(vm, [.`init`])
    type.method(vm, "start(self, tag, attrs, /)", "An element opens.") { (vm, args) throws(Raised) in
      guard args[2].asDict != nil else {
        throw vm.typeError("start() argument 2 must be dict, not \(args[2].isNone ? "None" : vm.type(of: args[2]).name)")
      }
      return vm.taken(try me(args).start(vm, args[1].owned, args[2].owned)) ?? .none
    }
    type.method(vm, "end(self, tag, /)", "An element closes.") { (vm, args) throws(Raised) in
      try me(args).end(vm).value
    }
    type.method(vm, "data(self, data, /)", "Text of the element that is open.") { (vm, args) in
      me(args).data(vm, args[1])
      return .none
    }
    type.method(vm, "comment(self, text, /)", "A comment.") { (vm, args) throws(Raised) in
      vm.taken(try me(args).aside(vm, .comment, [args[1]])) ?? .none
    }
    type.method(vm, "pi(self, target, text=None, /)", "An instruction.") { (vm, args) throws(Raised) in
      vm.taken(try me(args).aside(vm, .instruction, [args[1], args[2]])) ?? .none
    }
    type.method(vm, "close(self, /)", "The outermost element.") { (_, args) in me(args).close() }
  }
}
