// How `pickle` and `copy` take iterators apart. An iterator answers a callable, its arguments and, when these do not tell
// where it stands, a state for `__setstate__`; nothing is taken out of it.

/// An iterator that can be taken apart and made again.
package protocol Reducible: Object {
  /// What `__reduce__` answers.
  func reduced(_ vm: VM) throws(Raised) -> Value
  /// Does what `__setstate__` asks for.
  func restore(_ vm: VM, _ state: Value) throws(Raised)
}

extension Reducible {
  package func restore(_ vm: VM, _ state: Value) throws(Raised) {}
}

extension TypeObject {
  /// Declares `__reduce__` and `__setstate__`.
  package func reducible(_ vm: VM) {
    method(vm, "__reduce__(self, /)", "Return state information for pickling.") { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let iterator = o as? any Reducible else {
        throw vm.typeError("cannot pickle '\(vm.type(of: args[0]).name)' object")
      }
      return try iterator.reduced(vm)
    }
    method(vm, "__setstate__(self, state, /)", "Set state information for unpickling.") { (vm, args) throws(Raised) in
      if case .object(let o) = args[0], let iterator = o as? any Reducible { try iterator.restore(vm, args[1]) }
      return .none
    }
  }
}

extension VM {
  /// The answer of `__reduce__`: `callable(*arguments)`, then the state unless it is nil.
  package func reduction(_ callable: Value, _ arguments: [Value], _ state: Value? = nil) -> Value {
    let made = Value.object(TupleObject.make(self, arguments))
    return .object(TupleObject.make(self, state.map { [callable, made, $0] } ?? [callable, made]))
  }
  /// The same by a builtin function.
  package func reduction(builtin name: String, _ arguments: [Value], _ state: Value? = nil) throws(Raised) -> Value {
    guard let maker = builtins.get(self, name) else {
      throw attributeError("module 'builtins' has no attribute '\(name)'")
    }
    return reduction(maker, arguments, state)
  }
  /// A place in a sequence of `count` items, from a number that anybody may have made.
  func restoredPlace(_ state: Value, _ count: Int, from first: Int = 0) throws(Raised) -> Int {
    min(max(try index(state), first), count)
  }
}
