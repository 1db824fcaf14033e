import Interpreter

/// Makes types of tuples with named fields, such as `time.struct_time` and `sys.version_info`.
enum StructSequence {
  /// A type whose instances hold the fields. `isOpen`: Python code may call it.
  static func type(_ vm: VM, _ name: String, module: String, fields: [String], isOpen: Bool) -> TypeObject {
    let type = TypeObject(
      name: name, module: module, bases: [vm.types.tuple], instanceKind: .tuple, isHeap: true, metatype: vm.types.type,
      namespace: DictObject(vm))
    type.setMRO([type] + vm.types.tuple.mroTypes)
    type.isBase = false
    type.hasAttributes = false
    type.constant(vm, "__module__", .object(vm.string(module)))
    for (k, field) in fields.enumerated() {
      type.attribute(vm, field, get: { (_, v) in
        guard let tuple = v.asTuple, k < tuple.count else { return .none }
        return tuple[k]
      })
    }
    for counter in ["n_fields", "n_sequence_fields"] { type.constant(vm, counter, .int(fields.count)) }
    type.constant(vm, "n_unnamed_fields", .int(0))
    type.constant(vm, "__match_args__", .object(TupleObject.make(vm, fields.map { .object(vm.string($0)) })))
    type.new = { (vm, cls, args) throws(Raised) in
      if !isOpen { throw vm.typeError("cannot create '\(module).\(name)' instances") }
      return try vm.bind(args, "structseq(sequence, dict=None)") { (args) throws(Raised) in
        guard (try? vm.iterator(args[0])) != nil else { throw vm.typeError("constructor requires a sequence") }
        if !args[1].isNone && args[1].asDict == nil {
          throw vm.typeError("\(module).\(name)() takes a dict as second arg, if any")
        }
        let items = try vm.list(of: args[0])
        if items.count != fields.count {
          throw vm.typeError("\(module).\(name)() takes a \(fields.count)-sequence (\(items.count)-sequence given)")
        }
        return .object(TupleObject(vm, items, type: cls))
      }
    }
    methods(type, vm, "\(module).\(name)", fields)
    return type
  }

  private static func methods(_ type: TypeObject, _ vm: VM, _ name: String, _ fields: [String]) {
    type.method(vm, "__repr__(self, /)", "Names and values.") { (vm, args) throws(Raised) in
      var parts: [String] = []
      for (k, value) in (args[0].asTuple?.values ?? []).enumerated() {
        parts.append("\(k < fields.count ? fields[k] : "")=\(try vm.repr(value).string)")
      }
      return .object(vm.string("\(name)(\(parts.joined(separator: ", ")))"))
    }
    type.method(vm, "__reduce__(self, /)", "Helper for pickle.") { (vm, args) throws(Raised) in
      let plain = TupleObject.make(vm, args[0].asTuple?.values ?? [])
      return .object(
        TupleObject.make(
          vm, [
            .object(vm.type(of: args[0])),
            .object(TupleObject.make(vm, [.object(plain), .object(DictObject(vm))])),
          ]))
    }
    type.method(vm, "__reduce_ex__(self, protocol, /)", "Helper for pickle.") { (vm, args) throws(Raised) in
      try vm.callMethod(args[0], "__reduce__", [])
    }
    type.method(vm, "__replace__(self, /, **changes)", "A copy with fields exchanged.") { (vm, args) throws(Raised) in
      var items = args[0].asTuple?.values ?? []
      for item in args[1].asDict?.items ?? [] {
        guard let key = item.key.asStr?.string, let k = fields.firstIndex(of: key) else {
          throw vm.typeError("Got unexpected field name(s): [\(try vm.repr(item.key).string)]")
        }
        items[k] = item.value
      }
      return .object(TupleObject(vm, items, type: vm.type(of: args[0])))
    }
  }
}
