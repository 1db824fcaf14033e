import Interpreter

/// All operators, one row each (`Rows/`). The rows give the functions of `torch`, the methods of `Tensor`, the in-place
/// twins, `torch.nn.functional`, `torch.linalg` and so on.
enum OperatorTable {
  /// All rows.
  static func all() -> [Operator] {
    Rows.creation + Rows.pointwise + Rows.arithmetic + Rows.comparison + Rows.reductions + Rows.shapes + Rows.indexing
      + Rows.matrices + Rows.linearAlgebra + Rows.activations + Rows.losses + Rows.layers + Rows.random + Rows.special
  }

  /// Defines the operators of a namespace as functions.
  static func install(_ vm: VM, _ place: Places, into namespace: DictObject) {
    let torch = TorchState.of(vm)
    for row in torch.operators where row.places.contains(place) {
      let holder = place == .linalg ? "torch.linalg" : place == .special ? "torch.special" : place == .functional ? "F" : "torch"
      var prefix = place == .linalg ? "linalg_" : place == .special ? "special_" : ""
      if place == .functional, PythonFunctions.contains(row.name) { prefix = PythonFunctions.prefix }
      let made = function(vm, torch, row, isMethod: false, shownName: prefix + row.name)
      made.moduleName = holder
      made.shownRepr = shown(place, row.name, isPython: prefix == PythonFunctions.prefix)
      namespace.set(vm, row.name, .object(made))
    }
  }

  /// How torch shows a function: those in C++ are methods of a type or plain functions, those of `F` mostly Python's.
  private static func shown(_ place: Places, _ name: String, isPython: Bool) -> (VM, NativeFunction) -> String {
    if place == .linalg || place == .special || place == .fft {
      let module = place == .linalg ? "linalg" : place == .special ? "special" : "fft"
      return { (_, _) in "<built-in function \(module)_\(name)>" }
    }
    let plain = ["one_hot", "linear", "gelu", "softplus", "avg_pool2d", "scaled_dot_product_attention", "avg_pool3d", "logsigmoid"]
    if place == .functional, plain.contains(name) {
      return { (_, _) in "<built-in function \(name == "logsigmoid" ? "log_sigmoid" : name)>" }
    }
    return { (vm, function) in
      let address = vm.addressText(isPython ? function : function.type)
      return isPython ? "<function \(name) at \(address)>" : "<built-in method \(name) of type object at \(address)>"
    }
  }

  /// Defines the methods of `Tensor`, in-place twins included.
  static func installMethods(_ vm: VM, _ torch: TorchState, _ type: TypeObject) {
    for row in torch.operators {
      if row.places.contains(.method) {
        type.namespace.set(vm, row.name, .object(function(vm, torch, row, isMethod: true)))
      }
      if row.places.contains(.inPlace) {
        type.namespace.set(vm, row.name + "_", .object(inPlaceTwin(vm, torch, row)))
      }
    }
  }

  private static func function(
    _ vm: VM, _ torch: TorchState, _ row: Operator, isMethod: Bool, shownName: String? = nil
  ) -> NativeFunction {
    let made = NativeFunction(
      vm, row.overloads.first?.schemaText ?? row.name, row.doc, owner: isMethod ? torch.tensorType : nil,
      isMethod: isMethod, isRaw: true,
      { (vm, args) throws(Raised) in try row.call(vm, torch, args, shownName: shownName, isMethod: isMethod) })
    made.description = OperatorText.description
    return made
  }

  /// `x.name_(...)`: the operator's result moves into `x`.
  private static func inPlaceTwin(_ vm: VM, _ torch: TorchState, _ row: Operator) -> NativeFunction {
    NativeFunction(
      vm, row.name + "_(self)", row.doc, owner: torch.tensorType, isMethod: true, isRaw: true,
      { (vm, args) throws(Raised) in
        try InPlaceTwin.call(vm, torch, row, args)
        return args[0]
      })
  }
}
