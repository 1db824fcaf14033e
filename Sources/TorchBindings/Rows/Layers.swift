import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Layers as functions.
  static var layers: [Operator] {
    var rows: [Operator] = []
    layers0(&rows)
    layers1(&rows)
    layers2(&rows)
    layers3(&rows)
    return rows
  }

  private static func layers0(_ rows: inout [Operator]) {
    rows.append(row(
      "linear(Tensor input, Tensor weight, Tensor? bias=None)",
      .functional, "Linear map."
    ) { (a) throws(TorchError) in
      a.wrap(try linear(a.tensor(0), a.tensor(1), a.optionalTensor(2)))
    })
    rows.append(row(
      "conv1d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, any padding=0, int[1] dilation=1, int groups=1)",
      [.function, .functional], "Convolution."
    ) { (a) throws(TorchError) in
      a.wrap(try conv(dims: 1, a.tensor(0), a.tensor(1), a.optionalTensor(2), stride: a.ints(3, [1]), padding: a.convolutionPadding(4), dilation: a.ints(5, [1]), groups: a.int(6, 1)))
    })
    rows.append(row(
      "conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, int[1] padding=0, int[1] output_padding=0, int groups=1, int[1] dilation=1)",
      [.function, .functional], "Transposed convolution."
    ) { (a) throws(TorchError) in
      a.wrap(try convTranspose(dims: 1, a.tensor(0), a.tensor(1), a.optionalTensor(2), stride: a.ints(3, [1]), padding: a.ints(4, [0]), outputPadding: a.ints(5, [0]), groups: a.int(6, 1), dilation: a.ints(7, [1])))
    })
    rows.append(row(
      "max_pool1d(Tensor input, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, int[1] dilation=1, bool ceil_mode=False, bool return_indices=False)",
      .functional, "Maximum of windows."
    ) { (a) throws(TorchError) in
      let r = try maxPool(a.tensor(0), kernel: a.ints(1), stride: a.ints(2), padding: a.ints(3, [0]), dilation: a.ints(4, [1]), ceilMode: a.bool(5, false), dims: 1, withIndices: a.bool(6, false))
      return a.bool(6, false) ? a.tuple([r.values, r.indices]) : a.wrap(r.values)
    })
    rows.append(row(
      "avg_pool1d(Tensor input, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, bool ceil_mode=False, bool count_include_pad=True)",
      [.function, .functional], "Mean of windows."
    ) { (a) throws(TorchError) in
      a.wrap(try avgPool(a.tensor(0), kernel: a.ints(1), stride: a.ints(2), padding: a.ints(3, [0]), ceilMode: a.bool(4, false), countIncludePad: a.bool(5, true), dims: 1))
    })
    rows.append(row(
      "adaptive_avg_pool1d(Tensor input, any output_size)",
      .functional, "Mean of windows that give a size."
    ) { (a) throws(TorchError) in
      a.wrap(try adaptiveAvgPool(a.tensor(0), a.outputSizes(1, 1, "adaptive_avg_pool"), dims: 1))
    })
    rows.append(row(
      "adaptive_max_pool1d(Tensor input, any output_size, bool return_indices=False)",
      .functional, "Maximum of windows that give a size."
    ) { (a) throws(TorchError) in
      let r = try adaptiveMaxPool(a.tensor(0), a.outputSizes(1, 1, "adaptive_max_pool"), dims: 1)
      return a.bool(2, false) ? a.tuple([r.values, r.indices]) : a.wrap(r.values)
    })
    rows.append(row(
      "conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, any padding=0, int[1] dilation=1, int groups=1)",
      [.function, .functional], "Convolution."
    ) { (a) throws(TorchError) in
      a.wrap(try inOrder(of: a.tensor(0), a.tensor(1), conv(dims: 2, a.tensor(0), a.tensor(1), a.optionalTensor(2), stride: a.ints(3, [1]), padding: a.convolutionPadding(4), dilation: a.ints(5, [1]), groups: a.int(6, 1))))
    })
    rows.append(row(
      "conv_transpose2d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, int[1] padding=0, int[1] output_padding=0, int groups=1, int[1] dilation=1)",
      [.function, .functional], "Transposed convolution."
    ) { (a) throws(TorchError) in
      a.wrap(try inOrder(of: a.tensor(0), a.tensor(1), convTranspose(dims: 2, a.tensor(0), a.tensor(1), a.optionalTensor(2), stride: a.ints(3, [1]), padding: a.ints(4, [0]), outputPadding: a.ints(5, [0]), groups: a.int(6, 1), dilation: a.ints(7, [1]))))
    })
    rows.append(row(
      "max_pool2d(Tensor input, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, int[1] dilation=1, bool ceil_mode=False, bool return_indices=False)",
      .functional, "Maximum of windows."
    ) { (a) throws(TorchError) in
      let r = try maxPool(a.tensor(0), kernel: a.ints(1), stride: a.ints(2), padding: a.ints(3, [0]), dilation: a.ints(4, [1]), ceilMode: a.bool(5, false), dims: 2)
      return try a.bool(6, false) ? a.tuple([inOrder(of: a.tensor(0), r.values), inOrder(of: a.tensor(0), r.indices)]) : a.wrap(inOrder(of: a.tensor(0), r.values))
    })
    rows.append(row(
      "avg_pool2d(Tensor input, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None)",
      [.function, .functional], "Mean of windows."
    ) { (a) throws(TorchError) in
      a.wrap(try inOrder(of: a.tensor(0), avgPool(a.tensor(0), kernel: a.ints(1), stride: a.ints(2), padding: a.ints(3, [0]), ceilMode: a.bool(4, false), countIncludePad: a.bool(5, true), divisorOverride: a.optionalInt(6), dims: 2)))
    })
    rows.append(row(
      "adaptive_avg_pool2d(Tensor input, any output_size)",
      .functional, "Mean of windows that give a size."
    ) { (a) throws(TorchError) in
      a.wrap(try inOrder(of: a.tensor(0), adaptiveAvgPool(a.tensor(0), a.outputSizes(1, 2, "adaptive_avg_pool"), dims: 2)))
    })
  }

  private static func layers1(_ rows: inout [Operator]) {
    rows.append(row(
      "adaptive_max_pool2d(Tensor input, any output_size, bool return_indices=False)",
      .functional, "Maximum of windows that give a size."
    ) { (a) throws(TorchError) in
      let r = try adaptiveMaxPool(a.tensor(0), a.outputSizes(1, 2, "adaptive_max_pool"), dims: 2)
      return try a.bool(2, false) ? a.tuple([inOrder(of: a.tensor(0), r.values), inOrder(of: a.tensor(0), r.indices)]) : a.wrap(inOrder(of: a.tensor(0), r.values))
    })
    rows.append(row(
      "conv3d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, any padding=0, int[1] dilation=1, int groups=1)",
      [.function, .functional], "Convolution."
    ) { (a) throws(TorchError) in
      a.wrap(try conv(dims: 3, a.tensor(0), a.tensor(1), a.optionalTensor(2), stride: a.ints(3, [1]), padding: a.convolutionPadding(4), dilation: a.ints(5, [1]), groups: a.int(6, 1)))
    })
    rows.append(row(
      "conv_transpose3d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, int[1] padding=0, int[1] output_padding=0, int groups=1, int[1] dilation=1)",
      [.function, .functional], "Transposed convolution."
    ) { (a) throws(TorchError) in
      a.wrap(try convTranspose(dims: 3, a.tensor(0), a.tensor(1), a.optionalTensor(2), stride: a.ints(3, [1]), padding: a.ints(4, [0]), outputPadding: a.ints(5, [0]), groups: a.int(6, 1), dilation: a.ints(7, [1])))
    })
    rows.append(row(
      "max_pool3d(Tensor input, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, int[1] dilation=1, bool ceil_mode=False, bool return_indices=False)",
      .functional, "Maximum of windows."
    ) { (a) throws(TorchError) in
      let r = try maxPool(a.tensor(0), kernel: a.ints(1), stride: a.ints(2), padding: a.ints(3, [0]), dilation: a.ints(4, [1]), ceilMode: a.bool(5, false), dims: 3)
      return try a.bool(6, false) ? a.tuple([inOrder(of: a.tensor(0), r.values), inOrder(of: a.tensor(0), r.indices)]) : a.wrap(inOrder(of: a.tensor(0), r.values))
    })
    rows.append(row(
      "avg_pool3d(Tensor input, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None)",
      [.function, .functional], "Mean of windows."
    ) { (a) throws(TorchError) in
      a.wrap(try inOrder(of: a.tensor(0), avgPool(a.tensor(0), kernel: a.ints(1), stride: a.ints(2), padding: a.ints(3, [0]), ceilMode: a.bool(4, false), countIncludePad: a.bool(5, true), divisorOverride: a.optionalInt(6), dims: 3)))
    })
    rows.append(row(
      "adaptive_avg_pool3d(Tensor input, any output_size)",
      .functional, "Mean of windows that give a size."
    ) { (a) throws(TorchError) in
      a.wrap(try inOrder(of: a.tensor(0), adaptiveAvgPool(a.tensor(0), a.outputSizes(1, 3, "adaptive_avg_pool"), dims: 3)))
    })
    rows.append(row(
      "adaptive_max_pool3d(Tensor input, any output_size, bool return_indices=False)",
      .functional, "Maximum of windows that give a size."
    ) { (a) throws(TorchError) in
      let r = try adaptiveMaxPool(a.tensor(0), a.outputSizes(1, 3, "adaptive_max_pool"), dims: 3)
      return try a.bool(2, false) ? a.tuple([inOrder(of: a.tensor(0), r.values), inOrder(of: a.tensor(0), r.indices)]) : a.wrap(inOrder(of: a.tensor(0), r.values))
    })
    rows.append(row(
      "_lstm_layer(Tensor input, Tensor h, Tensor c, Tensor w_ih, Tensor w_hh, Tensor? b_ih, Tensor? b_hh, bool reverse)",
      .function, "One direction of a layer of long short-term memory; None: not for these tensors."
    ) { (a) throws(TorchError) in
      let made = try lstmLayer(
        a.tensor(0), state: a.tensor(1), cell: a.tensor(2), inputWeight: a.tensor(3), recurrentWeight: a.tensor(4),
        inputBias: a.optionalTensor(5), recurrentBias: a.optionalTensor(6), isReverse: a.bool(7, false))
      return made.map { a.tuple($0) } ?? .none
    })
    rows.append(row(
      "batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight=None, Tensor? bias=None, bool training=False, float momentum=0.1, float eps=1e-05)",
      .functional, "Normalises over the batch."
    ) { (a) throws(TorchError) in
      a.wrap(try inOrder(of: a.tensor(0), batchNorm(a.tensor(0), runningMean: a.optionalTensor(1), runningVar: a.optionalTensor(2), weight: a.optionalTensor(3), bias: a.optionalTensor(4), training: a.bool(5, false), momentum: a.double(6, 0.1), eps: a.double(7, 1e-05))))
    })
    rows.append(row(
      "instance_norm(Tensor input, Tensor? running_mean=None, Tensor? running_var=None, Tensor? weight=None, Tensor? bias=None, bool use_input_stats=True, float momentum=0.1, float eps=1e-05)",
      .functional, "Normalises over each instance."
    ) { (a) throws(TorchError) in
      a.wrap(try instanceNorm(a.tensor(0), runningMean: a.optionalTensor(1), runningVar: a.optionalTensor(2), weight: a.optionalTensor(3), bias: a.optionalTensor(4), useInputStats: a.bool(5, true), momentum: a.double(6, 0.1), eps: a.double(7, 1e-05)))
    })
    rows.append(row(
      "layer_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05)",
      [.function, .functional], "Normalises over last dimensions."
    ) { (a) throws(TorchError) in
      a.wrap(try layerNorm(a.tensor(0), a.ints(1), weight: a.optionalTensor(2), bias: a.optionalTensor(3), eps: a.double(4, 1e-05)))
    })
    rows.append(row(
      "group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05)",
      [.function, .functional], "Normalises over groups of channels."
    ) { (a) throws(TorchError) in
      a.wrap(try inOrder(of: a.tensor(0), groupNorm(a.tensor(0), a.int(1), weight: a.optionalTensor(2), bias: a.optionalTensor(3), eps: a.double(4, 1e-05))))
    })
    rows.append(row(
      "rms_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, float? eps=None)",
      [.function, .functional], "Divides by the root mean square."
    ) { (a) throws(TorchError) in
      a.wrap(try rmsNorm(a.tensor(0), a.ints(1), weight: a.optionalTensor(2), eps: a.optionalDouble(3)))
    })
  }

  private static func layers2(_ rows: inout [Operator]) {
    rows.append(row(
      "local_response_norm(Tensor input, int size, float alpha=0.0001, float beta=0.75, float k=1.0)",
      .functional, "Normalises over neighbouring channels."
    ) { (a) throws(TorchError) in
      a.wrap(try localResponseNorm(a.tensor(0), a.int(1), alpha: a.double(2, 0.0001), beta: a.double(3, 0.75), k: a.double(4, 1.0)))
    })
    rows.append(row(
      "normalize(Tensor input, any p=2.0, int[1]? dim=1, float eps=1e-12, Tensor out=None)",
      .functional, "Divides by the norm."
    ) { (a) throws(TorchError) in
      a.wrap(try normalize(a.tensor(0), a.base[1].isUndefined ? 2 : a.order(1), dims: a.base[2].isUndefined ? [1] : a.ints(2), eps: a.double(3, 1e-12)))
    })
    rows.append(row(
      "embedding(Tensor input, Tensor weight, int? padding_idx=None, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, bool sparse=False)",
      .functional, "Rows of a table."
    ) { (a) throws(TorchError) in
      if let most = a.optionalDouble(3) { try shortenRows(a.tensor(1), a.tensor(0), to: most, a.double(4, 2)) }
      return a.wrap(try embedding(a.tensor(0), a.tensor(1), paddingIndex: a.optionalInt(2), scaleGradByFreq: a.bool(5, false)))
    })
    rows.append(row(
      "one_hot(Tensor input, int num_classes=-1)",
      .functional, "Classes as vectors of 0 and 1."
    ) { (a) throws(TorchError) in
      a.wrap(try oneHot(a.tensor(0), classes: a.int(1, -1)))
    })
    rows.append(row(
      "pad(Tensor input, int[] pad, str mode=constant, float? value=None)",
      .functional, "Pads."
    ) { (a) throws(TorchError) in
      guard let mode = PaddingMode(rawValue: a.string(2, "constant")) else { throw TorchError(.notImplemented, "Unrecognised padding mode " + a.string(2)) }
      if mode != .constant, let value = a.optionalDouble(3), value != 0 {
        throw TorchError(.runtime, "Padding mode \"\(mode.rawValue)\" doesn't take in value argument")
      }
      return a.wrap(try pad(a.tensor(0), a.ints(1), mode: mode, value: a.optionalDouble(3) ?? 0))
    })
    rows.append(row(
      "constant_pad_nd(Tensor self, int[] pad, Number value=0)",
      .function, "Pads with a value."
    ) { (a) throws(TorchError) in
      a.wrap(try constantPad(a.tensor(0), a.ints(1), a.number(2, 0).doubleValue))
    })
    rows.append(row(
      "_grid_sampler(Tensor input, Tensor grid, int padding, bool aligns, bool nearest)",
      .function, "Samples of images at grid points, by a kernel."
    ) { (a) throws(TorchError) in
      guard let made = try a.tensor(0).array.gridSample(a.tensor(1).array, a.gridRule(2)) else {
        throw .unsupported("grid_sampler_2d_cpu_kernel_impl", a.tensor(0).dtype)
      }
      return a.wrap(Tensor(made))
    })
    rows.append(row(
      "_grid_gradients(Tensor input, Tensor grid, Tensor gradient, int padding, bool aligns, bool nearest, bool image, bool places)",
      .function, "The gradients of image and grid, None where they are not asked for."
    ) { (a) throws(TorchError) in
      let (image, places) = try a.tensor(0).array.gridGradients(
        a.tensor(1).array, a.tensor(2).array, a.gridRule(3), image: a.bool(6), grid: a.bool(7))
      return .object(TupleObject(a.vm, [image, places].map { $0.map { a.wrap(Tensor($0)) } ?? .none }))
    })
    rows.append(row(
      "interpolate(Tensor input, any size=None, any scale_factor=None, any mode=nearest, bool? align_corners=None, bool? recompute_scale_factor=None, bool antialias=False)",
      .functional, "Resizes."
    ) { (a) throws(TorchError) in
      try a.checkResizing()
      let chosen = a.base[3].isUndefined || a.base[3].isKind(.str) ? a.string(3, "nearest") : ""
      guard let mode = InterpolationMode(rawValue: chosen) else {
        let shown = a.base[3].isKind(.tensor) ? (try? a.vm.getAttr(a.value(3), "item")).flatMap { try? a.vm.str(a.vm.call($0, [])).string } ?? ""
          : (try? a.vm.str(a.value(3)).string) ?? ""
        throw TorchError(
          .notImplemented,
          "Input Error: Only 3D, 4D and 5D input Tensors supported (got \(a.tensor(0).dim)D) for the modes: nearest | linear | "
            + "bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got \(shown))")
      }
      let spatial = Swift.max(a.tensor(0).dim - 2, 1)
      var size = a.optionalInts(1)
      if let s = size, s.count == 1, spatial > 1 { size = Array(repeating: s[0], count: spatial) }
      var factor: [Double]? = a.has(2) ? a.doubles(2) : nil
      if let f = factor, f.count == 1, spatial > 1 { factor = Array(repeating: f[0], count: spatial) }
      return a.wrap(try inOrder(of: a.tensor(0), interpolate(a.tensor(0), size: size, scaleFactor: factor, mode: mode, alignCorners: a.has(4) ? a.bool(4) : nil, recomputeScaleFactor: a.bool(5), antialias: a.bool(6))))
    })
    rows.append(row(
      "pixel_shuffle(Tensor input, int upscale_factor)",
      [.function, .functional], "Channels to pixels."
    ) { (a) throws(TorchError) in
      a.wrap(try inOrder(of: a.tensor(0), pixelShuffle(a.tensor(0), a.int(1))))
    })
    rows.append(row(
      "pixel_unshuffle(Tensor input, int downscale_factor)",
      [.function, .functional], "Pixels to channels."
    ) { (a) throws(TorchError) in
      a.wrap(try pixelUnshuffle(a.tensor(0), a.int(1)))
    })
    rows.append(row(
      "unfold(Tensor input, int[1] kernel_size, int[1] dilation=1, int[1] padding=0, int[1] stride=1)",
      .functional, "Windows as columns."
    ) { (a) throws(TorchError) in
      a.wrap(try im2col(a.tensor(0), kernel: a.spatial(1, 2), dilation: a.ints(2, [1]), padding: a.ints(3, [0]), stride: a.ints(4, [1])))
    })
    rows.append(row(
      "fold(Tensor input, int[1] output_size, int[1] kernel_size, int[1] dilation=1, int[1] padding=0, int[1] stride=1)",
      .functional, "Sums windows of columns."
    ) { (a) throws(TorchError) in
      a.wrap(try col2im(a.tensor(0), output: a.spatial(1, 2), kernel: a.spatial(2, 2), dilation: a.ints(3, [1]), padding: a.ints(4, [0]), stride: a.ints(5, [1])))
    })
    rows.append(row(
      "scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, float? scale=None, bool enable_gqa=False)",
      .functional, "Attention."
    ) { (a) throws(TorchError) in
      a.wrap(try scaledDotProductAttention(a.tensor(0), a.tensor(1), a.tensor(2), mask: a.optionalTensor(3), dropout: a.double(4, 0.0), isCausal: a.bool(5, false), scale: a.optionalDouble(6), enableGqa: a.bool(7, false)))
    })
  }

  private static func layers3(_ rows: inout [Operator]) {
    rows.append(row(
      "dropout(Tensor input, float p=0.5, bool training=True, bool inplace=False)",
      .functional, "Drops elements."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 3) { (x) throws(TorchError) in try dropout(x, a.double(1, 0.5), training: a.bool(2, true)) }
    })
    rows.append(row(
      "dropout1d(Tensor input, float p=0.5, bool training=True, bool inplace=False)",
      .functional, "Drops channels."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 3) { (x) throws(TorchError) in try featureDropout(x, a.double(1, 0.5), training: a.bool(2, true)) }
    })
    rows.append(row(
      "dropout2d(Tensor input, float p=0.5, bool training=True, bool inplace=False)",
      .functional, "Drops channels."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 3) { (x) throws(TorchError) in try featureDropout(x, a.double(1, 0.5), training: a.bool(2, true)) }
    })
    rows.append(row(
      "dropout3d(Tensor input, float p=0.5, bool training=True, bool inplace=False)",
      .functional, "Drops channels."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 3) { (x) throws(TorchError) in try featureDropout(x, a.double(1, 0.5), training: a.bool(2, true)) }
    })
    rows.append(row(
      "feature_dropout(Tensor input, float p=0.5, bool training=True, bool inplace=False)",
      .functional, "Drops channels."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 3) { (x) throws(TorchError) in try featureDropout(x, a.double(1, 0.5), training: a.bool(2, true)) }
    })
    rows.append(row(
      "dropout(Tensor input, float p, bool train)",
      .function, "Drops elements."
    ) { (a) throws(TorchError) in
      guard a.double(1) >= 0, a.double(1) <= 1 else {
        throw TorchError(.runtime, "dropout probability has to be between 0 and 1, but got \(Convert.shortText(a.double(1)))")
      }
      return a.wrap(try dropout(a.tensor(0), a.double(1), training: a.bool(2)))
    })
    rows.append(row(
      "alpha_dropout(Tensor input, float p=0.5, bool training=False, bool inplace=False)",
      .functional, "Drops elements, keeping mean and variance."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 3) { (x) throws(TorchError) in try alphaDropout(x, a.double(1, 0.5), training: a.bool(2, false)) }
    })
    rows.append(row(
      "max_unpool1d(Tensor input, Tensor indices, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, int[]? output_size=None)",
      .functional, "Undoes max_pool1d."
    ) { (a) throws(TorchError) in
      let output = a.unpoolSize(a.tensor(0), 1, kernel: a.spatial(2, 1), stride: a.optionalInts(3), padding: a.ints(4, [0]), given: a.optionalInts(5))
      return a.wrap(try maxUnpool(a.tensor(0), a.tensor(1), output: output))
    })
    rows.append(row(
      "max_unpool2d(Tensor input, Tensor indices, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, int[]? output_size=None)",
      .functional, "Undoes max_pool2d."
    ) { (a) throws(TorchError) in
      let output = a.unpoolSize(a.tensor(0), 2, kernel: a.spatial(2, 2), stride: a.optionalInts(3), padding: a.ints(4, [0]), given: a.optionalInts(5))
      return a.wrap(try maxUnpool(a.tensor(0), a.tensor(1), output: output))
    })
    rows.append(row(
      "max_unpool3d(Tensor input, Tensor indices, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, int[]? output_size=None)",
      .functional, "Undoes max_pool3d."
    ) { (a) throws(TorchError) in
      let output = a.unpoolSize(a.tensor(0), 3, kernel: a.spatial(2, 3), stride: a.optionalInts(3), padding: a.ints(4, [0]), given: a.optionalInts(5))
      return a.wrap(try maxUnpool(a.tensor(0), a.tensor(1), output: output))
    })
  }
}
