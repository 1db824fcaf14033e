import Arrays
import Autograd
import Interpreter

/// `repr(tensor)`.
enum TensorText {
  static func repr(_ vm: VM, _ torch: TorchState, _ object: TensorObject) -> String {
    let isPlain = object.type === torch.tensorType
    let bases = object.type.mroTypes.map { Unmanaged.passUnretained($0).toOpaque() }
    let isParameter = !isPlain && bases.contains { $0 == torch.parameterClass }
    let prefix = isPlain || bases.first == torch.parameterClass ? "tensor(" : object.type.name + "("
    let text = object.tensor.text(prefix: prefix, options: torch.printOptions)
    if !isPlain, !isParameter, let mark = try? vm.getAttr(.object(object), "_is_param"), case .bool(true) = mark {
      return "Parameter(\(text))"
    }
    return isParameter ? "Parameter containing:\n" + text : text
  }
}

/// Structures such as `torch.return_types.max(values=..., indices=...)`.
enum ReturnTypes {
  static func make(_ vm: VM, _ torch: TorchState, _ name: String, _ fields: [(String, Value)]) -> Object {
    ReturnTuple(vm, name: name, fields: fields.map(\.0), values: fields.map(\.1))
      .tuple(vm, torch)
  }
}

/// Builds the named tuples of reductions; their types are made once per name.
struct ReturnTuple {
  let name: String
  let fields: [String]
  let values: [Value]

  init(_ vm: VM, name: String, fields: [String], values: [Value]) {
    self.name = name
    self.fields = fields
    self.values = values
  }

  func tuple(_ vm: VM, _ torch: TorchState) -> Object {
    TupleObject(vm, values, type: torch.returnType(vm, name, fields))
  }
}

extension TorchState {
  /// The type `torch.return_types.<name>`: a tuple with names.
  func returnType(_ vm: VM, _ name: String, _ fields: [String]) -> TypeObject {
    if let known = returnTypes[name] { return known }
    returnFields[name] = fields
    let made = TypeObject(
      name: name, module: "torch.return_types", bases: [vm.types.tuple], instanceKind: .tuple, isHeap: true, metatype: vm.types.type,
      namespace: DictObject(vm))
    made.setMRO([made] + vm.types.tuple.mroTypes)
    for (k, field) in fields.enumerated() {
      made.attribute(vm, field, get: { (_, v) throws(Raised) in
        if case .object(let o) = v, let tuple = o as? TupleObject, k < tuple.count { return tuple[k] }
        return .none
      })
    }
    made.method(vm, "__repr__(self, /)", "Names and values.") { (vm, args) throws(Raised) in
      var text = "torch.return_types.\(name)("
      if case .object(let o) = args[0], let tuple = o as? TupleObject {
        for (k, field) in fields.enumerated() where k < tuple.count {
          text += "\n\(field)=" + (try vm.repr(tuple[k]).string) + (k + 1 < fields.count ? "," : "")
        }
      }
      return .object(vm.string(text + ")"))
    }
    returnTypes[name] = made
    return made
  }
}
