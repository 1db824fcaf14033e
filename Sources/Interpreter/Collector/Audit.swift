#if WICK_CHECKED
  import Glibc

  // The checked build (`-DWICK_CHECKED`, `make check`): counts are moved by hand, so they are audited. Together with
  // the address sanitizer, which finds uses after free, this finds a missing retain before it crashes somebody's
  // notebook and a missing release before it fills somebody's memory.
  //
  // Three nets: a count that goes below zero stops the program at once; after each case or cell `run` compares every
  // count with the slots that `traverse` finds; `livingByType` shows what grows when a program runs again.

  /// Compares every living object's count with the references that `traverse` finds.
  package enum Audit {
    /// Count of an object that has been freed.
    static let poison: Int32 = -0x0DEA_DBEF

    // Invariant: only the thread that holds the interpreter lock makes and drops objects.
    nonisolated(unsafe) private static var living: Set<UnsafeMutableRawPointer> = []

    static func born(_ object: Object) { living.insert(Unmanaged.passUnretained(object).toOpaque()) }

    /// Forgets the object and poisons its count, so that whoever moves it again is caught.
    static func died(_ object: Object) {
      living.remove(Unmanaged.passUnretained(object).toOpaque())
      object.refs = poison
    }

    /// Stops the program: `p` has a count that cannot be.
    @inline(never)
    static func stop(_ what: String, _ p: UnsafeMutableRawPointer) -> Never {
      let count = (p + ObjectLayout.refs).load(as: Int32.self)
      if count == poison { fatalError("audit: \(what) of an object that was freed") }
      let object = Unmanaged<Object>.fromOpaque(p).reference
      fatalError("audit: \(what) of a \(object.type.name) whose count is \(count)")
    }

    /// One line per type of object with a wrong count; empty when all is well. Runs when no Python code is active.
    ///
    /// A lower count than there are slots is a crash that waits, a higher one a leak. Interned names live for ever and
    /// are held by tables: only a lower count tells something about them.
    package static func run(_ vm: VM) -> [String] {
      let found = references(vm)
      var lines: [String: Int] = [:]
      for p in living {
        let object = Unmanaged<Object>.fromOpaque(p).reference
        let bits = UInt(bitPattern: p)
        let expected = found.slots[bits] ?? 0
        if Int(object.refs) < expected {
          lines["\(describe(object)): count \(object.refs), but \(expected) slots hold it", default: 0] += 1
        } else if Int(object.refs) > expected && object.flags & ObjectFlags.interned == 0 {
          lines["\(describe(object)): count \(object.refs), but only \(expected) slots hold it", default: 0] += 1
        }
      }
      return lines.map { $0.value == 1 ? "audit: \($0.key)" : "audit: \($0.key) (\($0.value) times)" }.sorted()
    }

    /// Types of tracked objects that Swift code holds beyond what `traverse` says: cycles through them stay.
    package static func held(_ vm: VM) -> [String: (count: Int, examples: [String])] {
      let found = references(vm)
      var result: [String: (count: Int, examples: [String])] = [:]
      for p in living {
        let owners = wickRetainCount(p)
        let object = Unmanaged<Object>.fromOpaque(p).reference
        guard object.gcIndex >= 0 else { continue }
        let expected = (found.held[UInt(bitPattern: p)] ?? 0) + (object.refs > 0 ? 1 : 0)
        guard owners > expected else { continue }
        var entry = result[object.type.name] ?? (0, [])
        entry.count += 1
        if entry.examples.count < 5 { entry.examples.append("\(describe(object)) \(owners)/\(expected)") }
        result[object.type.name] = entry
      }
      return result
    }

    /// Number of living objects by type.
    package static var livingByType: [String: Int] {
      var result: [String: Int] = [:]
      for p in living {
        let object = Unmanaged<Object>.fromOpaque(p).reference
        let isName = object.flags & ObjectFlags.interned != 0
        result[isName ? "interned \(object.type.name)" : object.type.name, default: 0] += 1
      }
      return result
    }

    private static func describe(_ object: Object) -> String {
      object.type.name + " " + shortText(object)
    }

    private static func shortText(_ object: Object) -> String {
      switch object.kind {
      case .str: return String(unsafeDowncast(object, to: StrObject.self).string.prefix(40))
      case .type: return unsafeDowncast(object, to: TypeObject.self).name
      case .function: return unsafeDowncast(object, to: FunctionObject.self).qualifiedName.string
      case .nativeFunction: return unsafeDowncast(object, to: NativeFunction.self).name
      case .module: return unsafeDowncast(object, to: ModuleObject.self).name
      case .code: return unsafeDowncast(object, to: Code.self).parts.name
      case .dict:
        let dict = unsafeDowncast(object, to: DictObject.self)
        return "{" + dict.items.prefix(4).map { $0.key.asStr?.string ?? "?" }.joined(separator: " ") + "}"
      case .tuple:
        let tuple = unsafeDowncast(object, to: TupleObject.self)
        return "(" + (0..<min(4, tuple.count)).map { i in
          let item = tuple.items[i]
          return item.isObject ? describe(item.object) : "\(item.bits)"
        }.joined(separator: " ") + ")"
      default: return ""
      }
    }

    /// How many slots of living objects and of the machine hold each object, and how many Swift references.
    private static func references(_ vm: VM) -> (slots: [UInt: Int], held: [UInt: Int]) {
      var slots: [UInt: Int] = [:]
      var held: [UInt: Int] = [:]
      slots.reserveCapacity(living.count)
      func visit(_ slot: Slot) {
        if slot.isObject {
          slots[slot.bits, default: 0] += 1
        } else if slot.isHeld {
          held[slot.bits, default: 0] += 1
        }
      }
      for p in living { Unmanaged<Object>.fromOpaque(p).reference.traverseAll(visit) }
      vm.traverseRoots(visit)
      return (slots, held)
    }
  }

  extension VM {
    /// Visits the slots that the machine itself owns.
    fileprivate func traverseRoots(_ visit: (Slot) -> Void) {
      var p = stack
      while p < top {
        visit(p.pointee)
        p += 1
      }
      for k in 0..<frameCount { visit(frames[k &+ 1].handled) }
      for state in threads + Array(languageThreads.values) where state !== thread { state.forEachSlot(visit) }
      importNames.forEachSlot(visit)
      for special in Special.allCases { visit(specialNames[Int(special.rawValue)]) }
    }

    /// Writes what `Audit.run` finds to the file that `WICK_AUDIT_LOG` begins the name of, else to stderr; true when
    /// there was something.
    package func reportAudit(_ occasion: String) -> Bool {
      _ = collectGarbage()
      let lines = Audit.run(self)
      if lines.isEmpty { return false }
      let text = lines.map { "\(occasion): \($0)\n" }.joined()
      var descriptor = STDERR_FILENO
      if let path = getenv("WICK_AUDIT_LOG") {
        let name = "\(String(cString: path)).\(getpid())"
        let opened = open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        if opened >= 0 { descriptor = opened }
      }
      let bytes = Array(text.utf8)
      _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if descriptor != STDERR_FILENO { _ = Glibc.close(descriptor) }
      return true
    }

    /// `_audit`: the nets, for experiments and for the leak check of `Scripts/check.sh`.
    package func installAuditModule() {
      registerModule("_audit") { (vm) throws(Raised) in
        let module = ModuleObject(vm, name: "_audit", doc: "Counts of the checked build.")
        func counts(_ table: [String: Int]) -> Value {
          let dict = DictObject(vm)
          for (name, count) in table { dict.set(vm, name, .int(count)) }
          return .object(dict)
        }
        func shown(_ table: [String: (count: Int, examples: [String])]) -> Value {
          let dict = DictObject(vm)
          for (name, entry) in table {
            dict.set(vm, name, .object(vm.string("\(entry.count): \(entry.examples.joined(separator: ", "))")))
          }
          return .object(dict)
        }
        module.function(vm, "living()", "Number of living objects by type.") { (vm, args) throws(Raised) in
          counts(Audit.livingByType)
        }
        module.function(vm, "held()", "Objects that Swift code holds.") { (vm, args) throws(Raised) in
          shown(Audit.held(vm))
        }
        module.function(vm, "run()", "Wrong counts.") { (vm, args) throws(Raised) in
          let lines = Audit.run(vm)
          return .object(ListObject.make(vm, lines.map { .object(vm.string($0)) }))
        }
        return module
      }
    }
  }
#endif
