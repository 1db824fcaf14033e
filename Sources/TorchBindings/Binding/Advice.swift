import Arrays
import Autograd
import Interpreter

/// torch's warnings: the texts and when they are given. They name the line of the program that called.
enum Advice {
  /// What an operator may warn of before it runs, by the arguments of its first overload that fits.
  typealias Check = (Call) throws(Raised) -> Void

  /// Warns in the words of C++, which tell where in torch the warning comes from; once in the life of a machine if asked.
  static func warn(_ vm: VM, _ text: String, from place: String? = nil, once: Bool = false) throws(Raised) {
    let torch = TorchState.of(vm)
    if once {
      if torch.given.contains(text) { return }
      torch.given.insert(text)
    }
    let told = text + (place.map { " (Triggered internally at /__w/pytorch/pytorch/\($0).)" } ?? "")
    let module = try vm.importModule("warnings")
    _ = try vm.call(try vm.getAttr(module, "warn"), [.object(vm.string(told))])
  }

  /// The check of an operator; nil, as for most: it warns of nothing.
  static func find(_ name: String, _ places: Places) -> Check? {
    if places == .functional {
      let check = functional(name)
      guard let flags = oldFlags[name] else { return check ?? convolution(name) }
      return { (call) throws(Raised) in
        if call.has(flags.average) || call.has(flags.reduce) {
          let name = call.reductionName(0, old: flags)
          try warn(call.vm, "size_average and reduce args will be deprecated, please use reduction='\(name)' instead.")
        }
        try check?(call)
      }
    }
    switch name {
    case "conv1d", "conv2d", "conv3d": return convolution(name)
    case "chain_matmul":
      return deprecated(
        "torch.chain_matmul is deprecated and will be removed in a future PyTorch release. Use torch.linalg.multi_dot instead, "
          + "which accepts a list of two or more tensors rather than multiple parameters.", "LinearAlgebra.cpp:1102")
    case "cross" where places != .linalg:
      return { (call) throws(Raised) in
        guard !call.has(2) else { return }
        try warn(
          call.vm,
          "Using torch.cross without specifying the dim arg is deprecated.\nPlease either pass the dim explicitly or simply use "
            + "torch.linalg.cross.\nThe default value of dim will change to agree with that of linalg.cross in a future release.",
          from: "aten/src/ATen/native/Cross.cpp:63", once: true)
      }
    case "std", "var", "std_mean", "var_mean": return { (call) throws(Raised) in try freedom(call, name) }
    case "qr" where places.contains(.function): return deprecated(qr, "BatchLinearAlgebra.cpp:2505")
    case "cholesky" where places.contains(.function): return deprecated(cholesky, "BatchLinearAlgebra.cpp:1765")
    case "range":
      return { (call) throws(Raised) in
        try warn(
          call.vm,
          "torch.range is deprecated and will be removed in a future release because its behavior is inconsistent with "
            + "Python's range builtin. Instead, use torch.arange, which produces values in [start, end).")
      }
    case "where":
      return { (call) throws(Raised) in
        guard call.base[0].isKind(.tensor), call.tensor(0).dtype == .uint8 else { return }
        try warn(
          call.vm,
          "where received a uint8 condition tensor. This behavior is deprecated and will be removed in a future version of "
            + "PyTorch. Use a boolean condition instead.", from: "aten/src/ATen/native/TensorCompare.cpp:621", once: true)
      }
    default: return nil
    }
  }

  /// Where the losses have the two flags that `reduction` took the place of.
  private static let oldFlags: [String: (average: Int, reduce: Int)] = [
    "mse_loss": (2, 3), "l1_loss": (2, 3), "smooth_l1_loss": (2, 3), "soft_margin_loss": (2, 3), "kl_div": (2, 3),
    "binary_cross_entropy": (3, 4), "binary_cross_entropy_with_logits": (3, 4), "hinge_embedding_loss": (3, 4),
    "cross_entropy": (3, 5), "nll_loss": (3, 5), "poisson_nll_loss": (4, 6), "margin_ranking_loss": (4, 5),
    "cosine_embedding_loss": (4, 5), "triplet_margin_loss": (7, 8),
  ]

  /// `padding='same'` that cannot be shared evenly between both ends.
  private static func convolution(_ name: String) -> Check? {
    guard ["conv1d", "conv2d", "conv3d"].contains(name) else { return nil }
    return { (call) throws(Raised) in
      guard call.base[4].isKind(.str), call.string(4) == "same" else { return }
      let kernel = call.tensor(1).shape.dropFirst(2)
      let dilation = call.has(5) ? call.spatial(5, kernel.count) : []
      for (index, size) in kernel.enumerated() where size % 2 == 0 && (index >= dilation.count || dilation[index] % 2 != 0) {
        return try warn(
          call.vm,
          "Using padding='same' with even kernel lengths and odd dilation may require a zero-padded copy of the input be created",
          from: "aten/src/ATen/native/Convolution.cpp:1101", once: true)
      }
    }
  }

  private static func functional(_ name: String) -> Check? {
    switch name {
    case "mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss":
      return { (call) throws(Raised) in
        let (x, y) = (call.tensor(0), call.tensor(1))
        guard x.shape != y.shape else { return }
        try warn(
          call.vm,
          "Using a target size (\(size(y))) that is different to the input size (\(size(x))). This will likely lead to "
            + "incorrect results due to broadcasting. Please ensure they have the same size.")
      }
    case "softmax", "log_softmax", "softmin":
      return { (call) throws(Raised) in
        guard !call.has(1) else { return }
        try warn(
          call.vm,
          "Implicit dimension choice for \(name) has been deprecated. Change the call to include dim=X as an argument.")
      }
    case "kl_div":
      return { (call) throws(Raised) in
        guard call.string(4, "mean") == "mean", !call.has(2), !call.has(3) else { return }
        try warn(
          call.vm,
          "reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by "
            + "the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as "
            + "'batchmean' in the next major release.")
      }
    case "dropout2d", "dropout3d":
      return { (call) throws(Raised) in try channels(call, name) }
    default: return nil
    }
  }

  private static func size(_ x: Tensor) -> String { "torch.Size(\(Dims(x.shape).text))" }

  private static func channels(_ call: Call, _ name: String) throws(Raised) {
    let (rank, spatial) = (call.tensor(0).dim, name == "dropout2d" ? 2 : 3)
    if rank == 3, spatial == 2 {
      return try warn(
        call.vm,
        "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout behavior is desired - input is "
          + "interpreted as shape (N, C, L), where C is the channel dim. This behavior will change in a future release to "
          + "interpret the input as one without a batch dimension, i.e. shape (C, H, W). To maintain the 1D channel-wise "
          + "dropout behavior, please switch to using dropout1d instead.")
    }
    guard rank != spatial + 1, rank != spatial + 2 else { return }
    try warn(
      call.vm,
      "\(name): Received a \(rank)-D input to \(name), which is deprecated and will result in an error in a future release. To "
        + "retain the behavior and silence this warning, please use dropout instead. Note that \(name) exists to provide "
        + "channel-wise dropout on inputs with \(spatial) spatial dimensions, a channel dimension, and an optional batch dimension "
        + "(i.e. \(spatial + 1)D or \(spatial + 2)D inputs).")
  }

  /// Whether as many numbers are reduced as the correction takes away.
  private static func freedom(_ call: Call, _ name: String) throws(Raised) {
    let x = call.tensor(0)
    guard x.dtype.isDifferentiable else { return }
    // The overloads differ in what is behind the tensor: dimensions, or the flag of the old form.
    var (dims, correction): ([Int], Double) = ([], 1)
    if call.base[1].isBool {
      correction = call.bool(1) ? 1 : 0
    } else if call.has(1) {
      dims = call.ints(1)
      if call.base[2].isBool { correction = call.bool(2) ? 1 : 0 } else if call.has(2) { correction = call.double(2) }
    } else if call.has(2) {
      correction = call.base[2].isBool ? (call.bool(2) ? 1 : 0) : call.double(2)
    }
    let kept = x.shape
    var count = 1
    if dims.isEmpty {
      count = x.count
    } else {
      for dim in dims where dim >= -x.dim && dim < Swift.max(x.dim, 1) {
        if x.dim > 0 { count &*= kept[dim < 0 ? dim + x.dim : dim] }
      }
    }
    guard Double(count) <= correction else { return }
    try warn(
      call.vm,
      "\(name)(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor (input numel divided "
        + "by output numel).", from: "aten/src/ATen/native/ReduceOps.cpp:1861")
  }

  private static func deprecated(_ text: String, _ place: String) -> Check {
    { (call) throws(Raised) in try warn(call.vm, text, from: "aten/src/ATen/native/\(place)", once: true) }
  }

  private static let qr = """
    torch.qr is deprecated in favor of torch.linalg.qr and will be removed in a future PyTorch release.
    The boolean parameter 'some' has been replaced with a string parameter 'mode'.
    Q, R = torch.qr(A, some)
    should be replaced with
    Q, R = torch.linalg.qr(A, 'reduced' if some else 'complete')
    """

  private static let cholesky = """
    torch.cholesky is deprecated in favor of torch.linalg.cholesky and will be removed in a future PyTorch release.
    L = torch.cholesky(A)
    should be replaced with
    L = torch.linalg.cholesky(A)
    and
    U = torch.cholesky(A, upper=True)
    should be replaced with
    U = torch.linalg.cholesky(A).mH
    This transform will produce equivalent results for all valid (symmetric positive definite) inputs.
    """
}

extension Advice {
  /// A gradient is asked for where none is kept.
  static func gradientOfResult(_ vm: VM) throws(Raised) {
    try warn(
      vm,
      "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during "
        + "autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on "
        + "the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. See "
        + "github.com/pytorch/pytorch/pull/30531 for more information.", from: "build/aten/src/ATen/core/TensorBody.h:493")
  }

  /// `x.T` of a tensor that is no matrix.
  static func transposition(_ vm: VM, rank: Int) throws(Raised) {
    guard rank != 2 else { return }
    if rank == 0 {
      return try warn(
        vm, "Tensor.T is deprecated on 0-D tensors. This function is the identity in these cases.",
        from: "aten/src/ATen/native/TensorShape.cpp:4321", once: true)
    }
    try warn(
      vm,
      "The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an error in a "
        + "future release. Consider `x.mT` to transpose batches of matrices or `x.permute(*torch.arange(x.ndim - 1, -1, -1))` to "
        + "reverse the dimensions of a tensor.", from: "aten/src/ATen/native/TensorShape.cpp:4314", once: true)
  }

  /// `x.mT` of a number.
  static func matrixTransposition(_ vm: VM) throws(Raised) {
    try warn(
      vm, "Tensor.mT is deprecated on 0-D tensors. This function is the identity in these cases.",
      from: "aten/src/ATen/native/TensorShape.cpp:4373", once: true)
  }

  /// `torch.tensor` of a tensor.
  static func copyConstruction(_ vm: VM, _ function: String) throws(Raised) {
    try warn(
      vm,
      "To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or "
        + "sourceTensor.detach().clone().requires_grad_(True), rather than \(function)(sourceTensor).")
  }

  /// Complex numbers that become real ones.
  static func discardedImaginary(_ vm: VM) throws(Raised) {
    try warn(
      vm, "Casting complex values to real discards the imaginary part", from: "aten/src/ATen/native/Copy.cpp:307", once: true)
  }

  /// A mask of bytes as a key.
  static func byteMask(_ vm: VM) throws(Raised) {
    try warn(
      vm, "indexing with dtype torch.uint8 is now deprecated, please use a dtype torch.bool instead.",
      from: "aten/src/ATen/native/IndexingUtils.h:37")
  }

  /// A target that had elements and gets another size.
  static func resizedTarget(_ vm: VM, _ own: Dims, _ needed: Dims) throws(Raised) {
    try warn(
      vm,
      "An output with one or more elements was resized since it had shape \(own.text), which does not match the required output "
        + "shape \(needed.text). This behavior is deprecated, and in a future PyTorch release outputs will not be resized unless "
        + "they have zero elements. You can explicitly reuse an out tensor t by resizing it, inplace, to zero elements with "
        + "t.resize_(0).", from: "aten/src/ATen/native/Resize.cpp:30")
  }

  /// A graph that is kept by gradients it leads to.
  static func graphOfGradients(_ vm: VM) throws(Raised) {
    try warn(
      vm,
      "Using backward() with create_graph=True will create a reference cycle between the parameter and its gradient which can "
        + "cause a memory leak. We recommend using autograd.grad when creating the graph to avoid this. If you have to use this "
        + "function, make sure to reset the .grad fields of your parameters to None after use to break the cycle and avoid the "
        + "leak.", from: "torch/csrc/autograd/engine.cpp:1307", once: true)
  }

  /// `meshgrid` without its mode.
  static func gridIndexing(_ vm: VM) throws(Raised) {
    try warn(
      vm, "torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument.",
      from: "aten/src/ATen/native/TensorShape.cpp:4215", once: true)
  }

  /// A number read from a tensor that is being differentiated.
  static func scalarOfGraph(_ vm: VM) throws(Raised) {
    try warn(
      vm,
      "Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior.\nConsider using tensor.detach() "
        + "first.", from: "torch/csrc/autograd/generated/python_variable_methods.cpp:822", once: true)
  }
}
