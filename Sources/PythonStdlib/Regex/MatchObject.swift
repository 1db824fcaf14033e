import Interpreter

/// `re.Match`: where a pattern matched.
final class MatchObject: Object {
  /// The pattern, owned.
  private let owner: Slot
  /// The text or bytes, owned.
  let subject: Slot
  private let pos: Int
  private let endpos: Int
  /// Begin and end of each group, -1 where it took no part.
  let bounds: [Int]

  init(_ type: TypeObject, _ pattern: PatternObject, _ subject: Slot, _ pos: Int, _ endpos: Int, _ bounds: [Int]) {
    owner = .owned(pattern)
    subject.retain()
    self.subject = subject
    self.pos = pos
    self.endpos = endpos
    self.bounds = bounds
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    owner.release()
    subject.release()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(owner)
    visit(subject)
  }

  var pattern: PatternObject { unsafeDowncast(owner.object, to: PatternObject.self) }
  private var groups: Int { bounds.count / 2 &- 1 }

  /// What a group matched, or the default.
  func part(_ vm: VM, _ group: Int, _ missing: Value = .none) throws(Raised) -> Value {
    let (from, to) = (bounds[2 &* group], bounds[2 &* group &+ 1])
    if from < 0 || to < 0 { return missing }
    return try PatternObject.part(vm, subject, from, max(from, to))
  }
  /// The number of a group that a caller names.
  private func index(_ vm: VM, _ group: Slot) throws(Raised) -> Int {
    if group.isInt {
      let i = group.asInt
      if i >= 0 && i <= groups { return i }
    } else if let name = group.asStr {
      let found = try pattern.names.get(vm, .borrowed(name))
      if found.isInt { return found.asInt }
    } else if vm.hasIndex(group.value) {
      // Numbers too large are no groups either.
      if case .int(let i) = try vm.indexValue(group.value), i >= 0, i <= groups { return i }
    }
    throw vm.indexError("no such group")
  }
  private func start(_ group: Int) -> Int { bounds[2 &* group &+ 1] >= 0 ? bounds[2 &* group] : -1 }
  private func span(_ vm: VM, _ group: Int) -> Value {
    .object(TupleObject.make(vm, numbers: .int(start(group)), .int(bounds[2 &* group &+ 1])))
  }
  private var lastIndex: Int? {
    var best = -1
    var last: Int?
    for i in 1..<max(1, groups &+ 1) where bounds[2 &* i &+ 1] > best {
      best = bounds[2 &* i &+ 1]
      last = i
    }
    return last
  }

  override func truth(_ vm: VM) throws(Raised) -> Bool? { true }
  override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    try part(vm, try index(vm, key.borrowed))
  }
  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let shown = try vm.repr(try part(vm, 0)).string
    return vm.string("<re.Match object; span=(\(bounds[0]), \(bounds[1])), match=\(shown)>")
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> MatchObject { unsafeDowncast(args.slot(0).object, to: MatchObject.self) }
    func of(_ value: Value) -> MatchObject? {
      value.native(MatchObject.self)
    }
    type.specials(vm, [.repr, .getitem])
    type.rawMethod(vm, "group(self, /, *groups)", "Return subgroup(s) of the match by indices or names.") {
      (vm, args) throws(Raised) in
      if args.keywordNames != nil { throw vm.typeError("Match.group() takes no keyword arguments") }
      guard args.count > 0, let match = of(args[0]) else {
        throw vm.typeError("unbound method Match.group() needs an argument")
      }
      if args.count == 1 { return try match.part(vm, 0) }
      if args.count == 2 { return try match.part(vm, try match.index(vm, args.slot(1))) }
      var parts: [Value] = []
      for i in 1..<args.count { parts.append(try match.part(vm, try match.index(vm, args.slot(i)))) }
      return .object(TupleObject.make(vm, parts))
    }
    type.method(vm, "groups(self, /, default=None)", "Return a tuple containing all the subgroups of the match, from 1.") {
      (vm, args) throws(Raised) in
      let match = me(args)
      var parts: [Value] = []
      parts.reserveCapacity(match.groups)
      for i in 1..<(match.groups &+ 1) { parts.append(try match.part(vm, i, args[1])) }
      return .object(TupleObject.make(vm, parts))
    }
    type.method(
      vm, "groupdict(self, /, default=None)", "Return a dictionary containing all the named subgroups of the match."
    ) { (vm, args) throws(Raised) in
      let match = me(args)
      let names = match.pattern.names
      let made = DictObject(vm, capacity: names.count)
      var at = names.nextEntry(0)
      while at >= 0 {
        let (key, number) = (names.entries[at].key, names.entries[at].value)
        try made.set(vm, key.value, try match.part(vm, number.asInt, args[1]))
        at = names.nextEntry(at &+ 1)
      }
      return .object(made)
    }
    type.method(vm, "start(self, group=0, /)", "Return index of the start of the substring matched by group.") {
      (vm, args) throws(Raised) in .int(me(args).start(try me(args).index(vm, args.slot(1))))
    }
    type.method(vm, "end(self, group=0, /)", "Return index of the end of the substring matched by group.") {
      (vm, args) throws(Raised) in .int(me(args).bounds[2 &* (try me(args).index(vm, args.slot(1))) &+ 1])
    }
    type.method(vm, "span(self, group=0, /)", "For match object m, return the 2-tuple (m.start(group), m.end(group)).") {
      (vm, args) throws(Raised) in me(args).span(vm, try me(args).index(vm, args.slot(1)))
    }
    type.method(
      vm, "expand(self, /, template)", "Return the string obtained by doing backslash substitution on the string template."
    ) { (vm, args) throws(Raised) in
      let match = me(args)
      return try match.pattern.expand(vm, try match.pattern.template(vm, args[1]), match)
    }
    for name in ["__copy__(self, /)", "__deepcopy__(self, memo, /)"] { type.method(vm, name, "Itself.") { (_, args) in args[0] } }
    type.genericClass(vm)
    type.attribute(vm, "re", "The regular expression object.", get: { (_, v) in of(v)?.owner.value ?? .none })
    type.attribute(vm, "string", "The string passed to match() or search().", get: { (_, v) in of(v)?.subject.value ?? .none })
    type.attribute(vm, "pos", get: { (_, v) in .int(of(v)?.pos ?? 0) })
    type.attribute(vm, "endpos", get: { (_, v) in .int(of(v)?.endpos ?? 0) })
    type.attribute(vm, "regs", get: { (vm, v) in
      guard let match = of(v) else { return .none }
      return .object(TupleObject.make(vm, (0...max(0, match.groups)).map { match.span(vm, $0) }))
    })
    type.attribute(vm, "lastindex", "The integer index of the last matched capturing group.", get: { (_, v) in
      of(v)?.lastIndex.map { .int($0) } ?? .none
    })
    type.attribute(vm, "lastgroup", "The name of the last matched capturing group.", get: { (_, v) in
      guard let match = of(v), let last = match.lastIndex else { return .none }
      return match.pattern.names.items.first { $0.value.asInt == last }?.key ?? .none
    })
  }
}
