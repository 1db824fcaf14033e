/// What builtins and containers keep per machine.
package struct BuiltinState {
  /// Parsed signatures of raw arguments, by the address of their text.
  var signatures: [UInt: NativeFunction] = [:]
  /// Those used last, by a few bits of the address.
  var recentSignatures = [(key: UInt, function: Unmanaged<NativeFunction>?)](repeating: (0, nil), count: 64)
  /// Containers whose text is being made: they print as `[...]` inside of themselves.
  var printing: [UnsafeMutableRawPointer] = []
  /// `compile`, `eval` and `exec`; set by the machine.
  package var compileSource:
    ((VM, _ source: Value, _ filename: String, _ mode: String, _ flags: Int) throws(Raised) -> Value)?
  package var evaluate:
    ((VM, _ code: Value, _ globals: DictObject, _ locals: Value?, _ mode: String) throws(Raised) -> Value)?
  /// The module `sys`, once it was made: `print` reads its `stdout`.
  package var sysModule: ModuleObject?
  /// Types that few programs need, made at first use.
  var extraTypes: ExtraTypes?
  /// Buffer of `print`.
  var printBuffer: [UInt8] = []

  init() {}
}

extension VM {
  @inline(never)
  private func parsed(_ signature: StaticString, _ key: UInt) -> NativeFunction {
    let function = builtin.signatures[key]
      ?? NativeFunction(self, signature.description, "") { (_, _) throws(Raised) in .none }
    builtin.signatures[key] = function
    builtin.recentSignatures[Int(truncatingIfNeeded: (key ^ key >> 6) & 63)] = (key, Unmanaged.passUnretained(function))
    return function
  }

  /// Binds raw arguments of a constructor to a signature such as `"int(x=0, /, base=...)"` and calls `body` with them:
  /// one slot per parameter, undefined where the default is `...` and nothing was given.
  package func bind<R>(
    _ arguments: Arguments, _ signature: StaticString, _ body: (Arguments) throws(Raised) -> R
  ) throws(Raised) -> R {
    let key = UInt(bitPattern: signature.utf8Start)
    let recent = builtin.recentSignatures[Int(truncatingIfNeeded: (key ^ key >> 6) & 63)]
    let function = recent.key == key ? recent.function?.takeUnretainedValue() ?? parsed(signature, key) : parsed(signature, key)
    let parsed = function.signature(self)
    let slots = parsed.parameters.count
    if arguments.keywordNames == nil, let defaults = parsed.positionalDefaults, arguments.count >= parsed.minimumPositional,
      arguments.count <= parsed.maximumPositional
    {
      // Nothing is counted: the caller keeps the arguments, and the signature the defaults.
      let start = top
      if start + slots >= stackLimit { throw recursionError() }
      for k in 0..<slots { start[k] = k < arguments.count ? arguments.base[k] : defaults[k] }
      top = start + slots
      defer {
        for k in 0..<slots { start[k] = .undefined }
        top = start
      }
      return try body(Arguments(base: start, count: slots))
    }
    let start = try reserveStack(slots)
    do throws(Raised) {
      try function.bind(self, arguments, parsed, into: start)
      let result = try body(Arguments(base: start, count: slots))
      releaseStack(start, count: slots)
      return result
    } catch {
      releaseStack(start, count: slots)
      throw error
    }
  }
}

extension VM {
  /// Types that few programs need.
  var extraTypes: ExtraTypes {
    if let made = builtin.extraTypes { return made }
    let made = ExtraTypes(self)
    builtin.extraTypes = made
    return made
  }

  /// Makes a native type outside of `Types`: of a library module, or one that few programs need.
  package func nativeType(
    _ name: String, module: String = "builtins", kind: Kind = .native, base: TypeObject? = nil, isBase: Bool = false,
    populate: ((TypeObject, VM) -> Void)? = nil
  ) -> TypeObject {
    let parent = base ?? types.object
    let made = TypeObject(
      name: name, module: module, bases: [parent], instanceKind: kind, metatype: types.type,
      namespace: DictObject(self))
    made.setMRO([made] + parent.mroTypes)
    made.isBase = isBase
    made.showsModule = module == "_io"
    if base == nil {
      // `object()` makes plain instances, which a native type has none of.
      made.new = nil
      made.initialize = nil
    }
    made.populate = populate
    return made
  }
}

/// Types that few programs need, each made at first use.
final class ExtraTypes {
  private unowned let vm: VM
  init(_ vm: VM) { self.vm = vm }

  lazy var listReverseIterator = vm.nativeType(
    "list_reverseiterator", kind: .iterator,
    populate: { (type, vm) in
      type.iteratorSpecials(vm) { unsafeDowncast($0, to: ListReverseIterator.self).remaining }
    })
  lazy var finders = vm.makeFinders()
  lazy var simpleNamespace = NamespaceObject.makeType(vm)
  lazy var coroutineWrapper = vm.nativeType("coroutine_wrapper", kind: .iterator, populate: CoroutineIterator.populate)
  lazy var asyncGeneratorSend = vm.nativeType(
    "async_generator_asend", kind: .iterator, populate: AsyncGeneratorStep.populate)
  lazy var asyncGeneratorThrow = vm.nativeType(
    "async_generator_athrow", kind: .iterator, populate: AsyncGeneratorStep.populate)
  lazy var anextAwaitable = vm.nativeType("anext_awaitable", kind: .iterator, populate: AnextAwaitable.populate)
  lazy var longRangeIterator = vm.nativeType(
    "longrange_iterator", kind: .iterator, populate: { (type, vm) in type.iteratorSpecials(vm) })
  lazy var dictReverseKeyIterator = vm.nativeType(
    "dict_reversekeyiterator", kind: .iterator, populate: { (type, vm) in type.iteratorSpecials(vm) })
  lazy var dictReverseValueIterator = vm.nativeType(
    "dict_reversevalueiterator", kind: .iterator, populate: { (type, vm) in type.iteratorSpecials(vm) })
  lazy var dictReverseItemIterator = vm.nativeType(
    "dict_reverseitemiterator", kind: .iterator, populate: { (type, vm) in type.iteratorSpecials(vm) })
}
