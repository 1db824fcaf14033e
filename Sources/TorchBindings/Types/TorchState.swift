import Arrays
import Autograd
import Interpreter

/// What the binding keeps for one machine: its types, dtype objects and print options.
package final class TorchState {
  /// Whether new tensors are inference tensors, as `GradMode.isInference` says.
  package var isInference = false
  /// Who takes functions of torch over (`__torch_function__`).
  var overrides = Overrides()
  /// Whether a class or a mode may take functions over just now.
  var intercepts = false
  /// Whether a mode does, which plain tensors meet as well.
  /// Warnings that are given once.
  var given: Set<String> = []
  var hasModes = false
  /// A Python function that says how a tensor prints while forward-mode derivatives are taken; None: as ever.
  package var printer: Value?
  /// The dtype that `autocast` computes matrix products in; nil: it is off.
  package var autocast: DType?
  package let tensorType: TypeObject
  package let dtypeType: TypeObject
  package let deviceType: TypeObject
  package let sizeType: TypeObject
  package let generatorType: TypeObject
  package let layoutType: TypeObject
  package let memoryFormatType: TypeObject
  package let nodeType: TypeObject
  /// `torch.float32` and its relatives, by raw value of the dtype.
  package private(set) var dtypes: [DType: DTypeObject] = [:]
  package private(set) var cpu: DeviceObject
  package private(set) var strided: NamedConstant
  package var printOptions = PrintOptions()
  /// The `torch` module once imported.
  package var module: ModuleObject?
  /// All operators, made at first use.
  private(set) lazy var operators: [Operator] = OperatorTable.all()
  /// The class `Parameter`, whose operators are those of `Tensor`.
  var parameterClass: UnsafeMutableRawPointer?
  /// Names that modules keep their parameters, buffers and children under, and those of their hooks.
  private var moduleNames: ModuleNames?
  @inline(__always)
  func names(_ vm: VM) -> ModuleNames {
    if let moduleNames { return moduleNames }
    let made = ModuleNames(vm)
    moduleNames = made
    return made
  }
  /// `torch.utils.hooks.RemovableHandle`.
  var handleType: TypeObject?
  /// `torch.return_types`, by name.
  var returnTypes: [String: TypeObject] = [:]
  /// Names of the fields of the types made.
  var returnFields: [String: [String]] = [:]
  /// Types of nodes by name.
  private var nodeTypes: [String: TypeObject] = [:]
  /// Node objects by node, so that `x.grad_fn is x.grad_fn`.
  private static let key = "torch.state"

  private init(_ vm: VM) {
    func make(_ name: String, module: String = "torch", kind: Kind = .native, base: TypeObject? = nil, isHeap: Bool = false)
      -> TypeObject
    {
      let made = TypeObject(
        name: name, module: module, bases: [base ?? vm.types.object], instanceKind: kind, isHeap: isHeap,
        metatype: vm.types.type,
        namespace: DictObject(vm))
      made.setMRO([made] + (base ?? vm.types.object).mroTypes)
      return made
    }
    tensorType = make("Tensor", kind: .tensor)
    tensorType.methodOwner = "TensorBase"
    tensorType.methodOwnerModule = "torch._C"
    tensorType.hasAttributes = true
    dtypeType = make("dtype")
    deviceType = make("device")
    sizeType = make("Size", kind: .tuple, base: vm.types.tuple, isHeap: true)
    generatorType = make("Generator", module: "torch._C")
    layoutType = make("layout")
    memoryFormatType = make("memory_format")
    nodeType = make("Node", module: "torch.autograd.graph")
    for type in [dtypeType, deviceType, sizeType, generatorType, layoutType, memoryFormatType] { type.showsModule = true }
    cpu = DeviceObject(vm, type: deviceType, kind: "cpu", index: nil)
    strided = NamedConstant(vm, type: layoutType, text: "torch.strided")
    for dtype in DType.allCases { dtypes[dtype] = DTypeObject(vm, type: dtypeType, dtype: dtype) }
  }

  /// The type of nodes of a name, a subclass of `Node`.
  func nodeType(_ vm: VM, _ name: String) -> TypeObject {
    if let known = nodeTypes[name] { return known }
    let made = TypeObject(
      name: name, module: "", bases: [nodeType], instanceKind: .native, isHeap: false, metatype: vm.types.type,
      namespace: DictObject(vm))
    made.setMRO([made] + nodeType.mroTypes)
    nodeTypes[name] = made
    return made
  }

  /// The state of a machine, made at first use.
  package static func of(_ vm: VM) -> TorchState {
    // Only this function sets the state, so it needs no checked cast, which every operator would pay for.
    if let known = vm.bindingState { return unsafeDowncast(known, to: TorchState.self) }
    let made = TorchState(vm)
    vm.bindingState = made
    TensorObject.usePool(vm, made)
    TorchTypes.populate(vm, made)
    return made
  }

  /// The dtype object of a dtype.
  package func object(of dtype: DType) -> Value {
    dtypes[dtype].map { .object($0) } ?? .none
  }
  /// The object of a tensor as a value.
  @inline(__always)
  package func value(_ vm: VM, _ tensor: Tensor) -> Value { .object(TensorObject.wrap(vm, self, tensor)) }
  /// The object of a tensor, or None.
  package func value(_ vm: VM, optional tensor: Tensor?) -> Value { tensor.map { value(vm, $0) } ?? .none }
  /// `torch.Size` of a shape.
  package func size(_ vm: VM, _ shape: [Int]) -> Value { size(vm, Dims(shape)) }
  /// `torch.Size` of a shape. The last ones made are handed out again: nothing can change them.
  package func size(_ vm: VM, _ shape: Dims) -> Value {
    let place = sizes + (shape.mixed & 63)
    if let known = place.pointee, known.shape == shape { return .object(known.size) }
    let made = TupleObject(vm, shape.map { .int($0) }, type: sizeType)
    place.pointee = (shape, made)
    return .object(made)
  }
  private let sizes: UnsafeMutablePointer<(shape: Dims, size: TupleObject)?> = {
    let made = UnsafeMutablePointer<(shape: Dims, size: TupleObject)?>.allocate(capacity: 64)
    made.initialize(repeating: nil, count: 64)
    return made
  }()
  deinit {
    sizes.deinitialize(count: 64)
    sizes.deallocate()
  }
}

/// `torch.float32` and its relatives.
package final class DTypeObject: Object {
  package let dtype: DType
  init(_ vm: VM, type: TypeObject, dtype: DType) {
    self.dtype = dtype
    super.init(kind: .native, type: type)
  }
  package override func repr(_ vm: VM) throws(Raised) -> StrObject { vm.string("torch.\(dtype.name)") }
}

/// `torch.device`.
package final class DeviceObject: Object {
  package let kindName: String
  package let index: Int?
  init(_ vm: VM, type: TypeObject, kind: String, index: Int?) {
    kindName = kind
    self.index = index
    super.init(kind: .native, type: type)
  }
  package override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("device(type='\(kindName)'" + (index.map { ", index=\($0)" } ?? "") + ")")
  }
  package override func str(_ vm: VM) throws(Raised) -> StrObject? {
    vm.string(kindName + (index.map { ":\($0)" } ?? ""))
  }
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual else { return nil }
    guard case .object(let o) = other, let device = o as? DeviceObject else { return nil }
    return .bool((device.kindName == kindName && device.index == index) == (comparison == .equal))
  }
  package override func hash(_ vm: VM) throws(Raised) -> Int { kindName.hashValue &+ (index ?? -1) }
}

/// A constant that only has a text: `torch.strided`, `torch.contiguous_format`.
package final class NamedConstant: Object {
  let text: String
  init(_ vm: VM, type: TypeObject, text: String) {
    self.text = text
    super.init(kind: .native, type: type)
  }
  package override func repr(_ vm: VM) throws(Raised) -> StrObject { vm.string(text) }
}

/// `torch.Generator`.
package final class GeneratorBox: Object {
  package let generator: Generator
  init(_ vm: VM, _ torch: TorchState, _ generator: Generator) {
    self.generator = generator
    super.init(kind: .native, type: torch.generatorType)
  }
}

/// A node of the graph (`x.grad_fn`).
package final class NodeObject: Object {
  package let node: Node
  init(_ vm: VM, _ torch: TorchState, _ node: Node) {
    self.node = node
    super.init(kind: .native, type: torch.nodeType(vm, node.shortName))
  }
  package override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let place = node is FunctionNode ? "torch.autograd.function." : ""
    return vm.string("<\(place)\(node.shortName) object at \(vm.addressText(self))>")
  }
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual else { return nil }
    guard case .object(let o) = other, let box = o as? NodeObject else { return nil }
    return .bool((box.node === node) == (comparison == .equal))
  }
  package override func hash(_ vm: VM) throws(Raised) -> Int { ObjectIdentifier(node).hashValue }
}
