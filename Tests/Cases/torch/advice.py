# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Warnings that torch gives, at the line of the program.
import torch
import torch.nn as nn
import torch.nn.functional as F
import warnings


def show(name, function):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        function()
    for w in caught:
        print(f'{name}: {w.category.__name__}: {w.message}')


a, b = torch.ones(2, 1), torch.ones(2)
show('target', lambda: F.mse_loss(a, b))
show('target', lambda: F.huber_loss(a, b))
show('dim', lambda: F.softmax(b))
show('dim', lambda: F.log_softmax(b))
show('batchmean', lambda: F.kl_div(b, b))
show('channels', lambda: F.dropout2d(a))
show('T', lambda: torch.ones(2, 2, 2).T)
show('once', lambda: torch.ones(2, 2, 2).T)
show('copy', lambda: torch.tensor(b))
show('copy', lambda: b.new_tensor(b))
show('grad', lambda: (torch.ones(1, requires_grad=True) * 2).grad)
show('resized', lambda: torch.add(b, b, out=torch.ones(3)))
show('empty', lambda: torch.add(b, b, out=torch.empty(0)))
show('imaginary', lambda: torch.ones(1, dtype=torch.cfloat).float())
show('std', lambda: torch.ones(1).std())
show('var', lambda: torch.ones(2, 1).var(1))
show('fine', lambda: torch.ones(1).std(unbiased=False))
show('range', lambda: torch.range(0, 3))
show('qr', lambda: torch.qr(torch.eye(2)))
show('bytes', lambda: b[torch.tensor([1, 0], dtype=torch.uint8)])
show('encoder', lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2), 1))
show('upsample', lambda: F.upsample(torch.ones(1, 1, 2, 2), scale_factor=2))
show('grid', lambda: F.affine_grid(torch.ones(1, 2, 3), (1, 1, 2, 2)))
show('empty weight', lambda: nn.init.kaiming_normal_(torch.empty(0, 3)))
show('clip', lambda: nn.utils.clip_grad_norm([nn.Parameter(torch.ones(1))], 1))
show('weight norm', lambda: nn.utils.weight_norm(nn.Linear(2, 2)))
# expect: target: UserWarning: Using a target size (torch.Size([2])) that is different to the input size (torch.Size([2, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.
# expect: target: UserWarning: Using a target size (torch.Size([2])) that is different to the input size (torch.Size([2, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.
# expect: dim: UserWarning: Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an argument.
# expect: dim: UserWarning: Implicit dimension choice for log_softmax has been deprecated. Change the call to include dim=X as an argument.
# expect: batchmean: UserWarning: reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as 'batchmean' in the next major release.
# expect: channels: UserWarning: dropout2d: Received a 2-D input to dropout2d, which is deprecated and will result in an error in a future release. To retain the behavior and silence this warning, please use dropout instead. Note that dropout2d exists to provide channel-wise dropout on inputs with 2 spatial dimensions, a channel dimension, and an optional batch dimension (i.e. 3D or 4D inputs).
# expect: T: UserWarning: The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an error in a future release. Consider `x.mT` to transpose batches of matrices or `x.permute(*torch.arange(x.ndim - 1, -1, -1))` to reverse the dimensions of a tensor. (Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/native/TensorShape.cpp:4314.)
# expect: copy: UserWarning: To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).
# expect: copy: UserWarning: To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or sourceTensor.detach().clone().requires_grad_(True), rather than tensor.new_tensor(sourceTensor).
# expect: grad: UserWarning: The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more information. (Triggered internally at /__w/pytorch/pytorch/build/aten/src/ATen/core/TensorBody.h:493.)
# expect: resized: UserWarning: An output with one or more elements was resized since it had shape [3], which does not match the required output shape [2]. This behavior is deprecated, and in a future PyTorch release outputs will not be resized unless they have zero elements. You can explicitly reuse an out tensor t by resizing it, inplace, to zero elements with t.resize_(0). (Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/native/Resize.cpp:30.)
# expect: imaginary: UserWarning: Casting complex values to real discards the imaginary part (Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/native/Copy.cpp:307.)
# expect: std: UserWarning: std(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor (input numel divided by output numel). (Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/native/ReduceOps.cpp:1861.)
# expect: var: UserWarning: var(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor (input numel divided by output numel). (Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/native/ReduceOps.cpp:1861.)
# expect: range: UserWarning: torch.range is deprecated and will be removed in a future release because its behavior is inconsistent with Python's range builtin. Instead, use torch.arange, which produces values in [start, end).
# expect: qr: UserWarning: torch.qr is deprecated in favor of torch.linalg.qr and will be removed in a future PyTorch release.
# expect: The boolean parameter 'some' has been replaced with a string parameter 'mode'.
# expect: Q, R = torch.qr(A, some)
# expect: should be replaced with
# expect: Q, R = torch.linalg.qr(A, 'reduced' if some else 'complete') (Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/native/BatchLinearAlgebra.cpp:2505.)
# expect: bytes: UserWarning: indexing with dtype torch.uint8 is now deprecated, please use a dtype torch.bool instead. (Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/native/IndexingUtils.h:37.)
# expect: encoder: UserWarning: enable_nested_tensor is True, but self.use_nested_tensor is False because encoder_layer.self_attn.batch_first was not True(use batch_first for better inference performance)
# expect: upsample: UserWarning: `nn.functional.upsample` is deprecated. Use `nn.functional.interpolate` instead.
# expect: grid: UserWarning: Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. Please specify align_corners=True if the old behavior is desired. See the documentation of grid_sample for details.
# expect: empty weight: UserWarning: Initializing zero-element tensors is a no-op
# expect: clip: FutureWarning: `torch.nn.utils.clip_grad_norm` is now deprecated in favor of `torch.nn.utils.clip_grad_norm_`.
# expect: weight norm: FutureWarning: `torch.nn.utils.weight_norm` is deprecated in favor of `torch.nn.utils.parametrizations.weight_norm`.
