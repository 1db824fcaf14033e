import Arrays
import Autograd

extension Rows {
  /// Functions of layers.
  static var layers: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row("linear(Tensor input, Tensor weight, Tensor? bias=None)", .functional, "input @ weight.T + bias.") { (a) throws(TorchError) in
        a.wrap(try linear(a.tensor(0), a.tensor(1), a.optionalTensor(2)))
      })
    rows.append(
      row("embedding(Tensor input, Tensor weight, int? padding_idx=None, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, bool sparse=False)", .functional, "Rows of weight by index.") { (a) throws(TorchError) in
        a.wrap(try embedding(a.tensor(0), a.tensor(1), paddingIndex: a.optionalInt(2), scaleGradByFreq: a.bool(5)))
      })
    rows.append(
      row("dropout(Tensor input, float p=0.5, bool training=True, bool inplace=False)", [.function, .functional], "Zeroes elements at random.") { (a) throws(TorchError) in
        a.wrap(try dropout(a.tensor(0), a.double(1, 0.5), training: a.bool(2, true)))
      })
    rows.append(
      row("dropout1d(Tensor input, float p=0.5, bool training=True, bool inplace=False)", .functional, "Zeroes channels at random.") { (a) throws(TorchError) in
        a.wrap(try featureDropout(a.tensor(0), a.double(1, 0.5), training: a.bool(2, true)))
      })
    rows.append(
      row("dropout2d(Tensor input, float p=0.5, bool training=True, bool inplace=False)", .functional, "Zeroes channels at random.") { (a) throws(TorchError) in
        a.wrap(try featureDropout(a.tensor(0), a.double(1, 0.5), training: a.bool(2, true)))
      })
    rows.append(
      row("dropout3d(Tensor input, float p=0.5, bool training=True, bool inplace=False)", .functional, "Zeroes channels at random.") { (a) throws(TorchError) in
        a.wrap(try featureDropout(a.tensor(0), a.double(1, 0.5), training: a.bool(2, true)))
      })
    rows.append(
      row("alpha_dropout(Tensor input, float p=0.5, bool training=False, bool inplace=False)", .functional, "Dropout that keeps mean and variance.") { (a) throws(TorchError) in
        a.wrap(try alphaDropout(a.tensor(0), a.double(1, 0.5), training: a.bool(2)))
      })
    rows.append(
      row("conv1d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, any padding=0, int[1] dilation=1, int groups=1)", [.function, .functional], "Convolution in one dimension.") { (a) throws(TorchError) in
        a.wrap(try conv(dims: 1, a.tensor(0), a.tensor(1), a.optionalTensor(2), stride: a.optionalInts(3) ?? [1], padding: padding(a, 4), dilation: a.optionalInts(5) ?? [1], groups: a.int(6, 1)))
      })
    rows.append(
      row("conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[2] stride=1, any padding=0, int[2] dilation=1, int groups=1)", [.function, .functional], "Convolution in two dimensions.") { (a) throws(TorchError) in
        a.wrap(try conv(dims: 2, a.tensor(0), a.tensor(1), a.optionalTensor(2), stride: a.optionalInts(3) ?? [1], padding: padding(a, 4), dilation: a.optionalInts(5) ?? [1], groups: a.int(6, 1)))
      })
    rows.append(
      row("conv3d(Tensor input, Tensor weight, Tensor? bias=None, int[3] stride=1, any padding=0, int[3] dilation=1, int groups=1)", [.function, .functional], "Convolution in three dimensions.") { (a) throws(TorchError) in
        a.wrap(try conv(dims: 3, a.tensor(0), a.tensor(1), a.optionalTensor(2), stride: a.optionalInts(3) ?? [1], padding: padding(a, 4), dilation: a.optionalInts(5) ?? [1], groups: a.int(6, 1)))
      })
    rows.append(
      row("conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, int[1] padding=0, int[1] output_padding=0, int groups=1, int[1] dilation=1)", [.function, .functional], "Transposed convolution.") { (a) throws(TorchError) in
        a.wrap(try convTranspose(dims: 1, a.tensor(0), a.tensor(1), a.optionalTensor(2), stride: a.optionalInts(3) ?? [1], padding: a.optionalInts(4) ?? [0], outputPadding: a.optionalInts(5) ?? [0], groups: a.int(6, 1), dilation: a.optionalInts(7) ?? [1]))
      })
    rows.append(
      row("conv_transpose2d(Tensor input, Tensor weight, Tensor? bias=None, int[2] stride=1, int[2] padding=0, int[2] output_padding=0, int groups=1, int[2] dilation=1)", [.function, .functional], "Transposed convolution.") { (a) throws(TorchError) in
        a.wrap(try convTranspose(dims: 2, a.tensor(0), a.tensor(1), a.optionalTensor(2), stride: a.optionalInts(3) ?? [1], padding: a.optionalInts(4) ?? [0], outputPadding: a.optionalInts(5) ?? [0], groups: a.int(6, 1), dilation: a.optionalInts(7) ?? [1]))
      })
    rows.append(
      row("max_pool1d(Tensor input, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, int[1] dilation=1, bool ceil_mode=False, bool return_indices=False)", .functional, "Greatest elements of windows.") { (a) throws(TorchError) in
        pooled(a, 6, try maxPool(a.tensor(0), kernel: window(a, 1, 1), stride: a.ints(2).isEmpty ? [] : window(a, 2, 1), padding: window(a, 3, 1, 0), dilation: window(a, 4, 1, 1), ceilMode: a.bool(5)))
      })
    rows.append(
      row("max_pool2d(Tensor input, int[2] kernel_size, int[2]? stride=None, int[2] padding=0, int[2] dilation=1, bool ceil_mode=False, bool return_indices=False)", .functional, "Greatest elements of windows.") { (a) throws(TorchError) in
        pooled(a, 6, try maxPool(a.tensor(0), kernel: window(a, 1, 2), stride: a.ints(2).isEmpty ? [] : window(a, 2, 2), padding: window(a, 3, 2, 0), dilation: window(a, 4, 2, 1), ceilMode: a.bool(5)))
      })
    rows.append(
      row("avg_pool1d(Tensor input, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, bool ceil_mode=False, bool count_include_pad=True)", .functional, "Means of windows.") { (a) throws(TorchError) in
        a.wrap(try avgPool(a.tensor(0), kernel: window(a, 1, 1), stride: a.ints(2).isEmpty ? [] : window(a, 2, 1), padding: window(a, 3, 1, 0), ceilMode: a.bool(4), countIncludePad: a.bool(5, true)))
      })
    rows.append(
      row("avg_pool2d(Tensor input, int[2] kernel_size, int[2]? stride=None, int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None)", .functional, "Means of windows.") { (a) throws(TorchError) in
        a.wrap(try avgPool(a.tensor(0), kernel: window(a, 1, 2), stride: a.ints(2).isEmpty ? [] : window(a, 2, 2), padding: window(a, 3, 2, 0), ceilMode: a.bool(4), countIncludePad: a.bool(5, true), divisorOverride: a.optionalInt(6)))
      })
    rows.append(
      row("adaptive_avg_pool1d(Tensor input, any output_size)", .functional, "Means of windows, output of a size.") { (a) throws(TorchError) in
        a.wrap(try adaptiveAvgPool(a.tensor(0), outputSize(a, 1, 1)))
      })
    rows.append(
      row("adaptive_avg_pool2d(Tensor input, any output_size)", .functional, "Means of windows, output of a size.") { (a) throws(TorchError) in
        a.wrap(try adaptiveAvgPool(a.tensor(0), outputSize(a, 1, 2)))
      })
    rows.append(
      row("adaptive_max_pool1d(Tensor input, any output_size, bool return_indices=False)", .functional, "Greatest elements, output of a size.") { (a) throws(TorchError) in
        pooled(a, 2, try adaptiveMaxPool(a.tensor(0), outputSize(a, 1, 1)))
      })
    rows.append(
      row("adaptive_max_pool2d(Tensor input, any output_size, bool return_indices=False)", .functional, "Greatest elements, output of a size.") { (a) throws(TorchError) in
        pooled(a, 2, try adaptiveMaxPool(a.tensor(0), outputSize(a, 1, 2)))
      })
    rows.append(
      row("batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight=None, Tensor? bias=None, bool training=False, float momentum=0.1, float eps=1e-05)", .functional, "Batch normalisation.") { (a) throws(TorchError) in
        a.wrap(try batchNorm(a.tensor(0), runningMean: a.optionalTensor(1), runningVar: a.optionalTensor(2), weight: a.optionalTensor(3), bias: a.optionalTensor(4), training: a.bool(5), momentum: a.double(6, 0.1), eps: a.double(7, 1e-5)))
      })
    rows.append(
      row("layer_norm(Tensor input, int[1] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05)", .functional, "Layer normalisation.") { (a) throws(TorchError) in
        a.wrap(try layerNorm(a.tensor(0), a.ints(1), weight: a.optionalTensor(2), bias: a.optionalTensor(3), eps: a.double(4, 1e-5)))
      })
    rows.append(
      row("group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05)", .functional, "Group normalisation.") { (a) throws(TorchError) in
        a.wrap(try groupNorm(a.tensor(0), a.int(1), weight: a.optionalTensor(2), bias: a.optionalTensor(3), eps: a.double(4, 1e-5)))
      })
    rows.append(
      row("instance_norm(Tensor input, Tensor? running_mean=None, Tensor? running_var=None, Tensor? weight=None, Tensor? bias=None, bool use_input_stats=True, float momentum=0.1, float eps=1e-05)", .functional, "Instance normalisation.") { (a) throws(TorchError) in
        a.wrap(try instanceNorm(a.tensor(0), runningMean: a.optionalTensor(1), runningVar: a.optionalTensor(2), weight: a.optionalTensor(3), bias: a.optionalTensor(4), useInputStats: a.bool(5, true), momentum: a.double(6, 0.1), eps: a.double(7, 1e-5)))
      })
    rows.append(
      row("rms_norm(Tensor input, int[1] normalized_shape, Tensor? weight=None, float? eps=None)", .functional, "Root mean square normalisation.") { (a) throws(TorchError) in
        a.wrap(try rmsNorm(a.tensor(0), a.ints(1), weight: a.optionalTensor(2), eps: a.optionalDouble(3)))
      })
    rows.append(
      row("pad(Tensor input, int[] pad, str mode='constant', float? value=None)", .functional, "Pads.") { (a) throws(TorchError) in
        a.wrap(try pad(a.tensor(0), a.ints(1), mode: PaddingMode(rawValue: a.string(2, "constant")) ?? .constant, value: a.double(3)))
      })
    rows.append(
      row("interpolate(Tensor input, int[1]? size=None, any scale_factor=None, str mode='nearest', bool? align_corners=None, bool? recompute_scale_factor=None, bool antialias=False)", .functional, "Scales to another size.") { (a) throws(TorchError) in
        a.wrap(try interpolate(a.tensor(0), size: a.optionalInts(1), scaleFactor: a.has(2) ? a.doubles(2) : nil, mode: InterpolationMode(rawValue: a.string(3, "nearest")) ?? .nearest, alignCorners: a.has(4) ? a.bool(4) : nil))
      })
    rows.append(
      row("normalize(Tensor input, float p=2.0, int[1] dim=1, float eps=1e-12)", .functional, "Scales vectors to norm one.") { (a) throws(TorchError) in
        a.wrap(try normalize(a.tensor(0), a.double(1, 2), dims: a.optionalInts(2) ?? [1], eps: a.double(3, 1e-12)))
      })
    rows.append(
      row("one_hot(Tensor tensor, int num_classes=-1)", .functional, "One-hot vectors.") { (a) throws(TorchError) in
        a.wrap(try oneHot(a.tensor(0), classes: a.int(1, -1)))
      })
    rows.append(
      row("unfold(Tensor input, int[2] kernel_size, int[2] dilation=1, int[2] padding=0, int[2] stride=1)", .functional, "Sliding windows as columns.") { (a) throws(TorchError) in
        a.wrap(try im2col(a.tensor(0), kernel: window(a, 1, 2), dilation: window(a, 2, 2, 1), padding: window(a, 3, 2, 0), stride: window(a, 4, 2, 1)))
      })
    rows.append(
      row("fold(Tensor input, int[2] output_size, int[2] kernel_size, int[2] dilation=1, int[2] padding=0, int[2] stride=1)", .functional, "Columns back to images.") { (a) throws(TorchError) in
        a.wrap(try col2im(a.tensor(0), output: window(a, 1, 2), kernel: window(a, 2, 2), dilation: window(a, 3, 2, 1), padding: window(a, 4, 2, 0), stride: window(a, 5, 2, 1)))
      })
    rows.append(
      row("pixel_shuffle(Tensor input, int upscale_factor)", [.function, .functional], "Moves channels into space.") { (a) throws(TorchError) in
        a.wrap(try pixelShuffle(a.tensor(0), a.int(1)))
      })
    rows.append(
      row("pixel_unshuffle(Tensor input, int downscale_factor)", [.function, .functional], "Moves space into channels.") { (a) throws(TorchError) in
        a.wrap(try pixelUnshuffle(a.tensor(0), a.int(1)))
      })
    rows.append(
      row("scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, float? scale=None, bool enable_gqa=False)", .functional, "Attention.") { (a) throws(TorchError) in
        a.wrap(try scaledDotProductAttention(a.tensor(0), a.tensor(1), a.tensor(2), mask: a.optionalTensor(3), dropout: a.double(4), isCausal: a.bool(5), scale: a.optionalDouble(6), enableGqa: a.bool(7)))
      })
    return rows
  }
}
