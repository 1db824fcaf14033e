# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.ones(2, 3)
attempts = [lambda: x.foo, lambda: torch.foo, lambda: x.view("a"), lambda: x.reshape(7), lambda: torch.zeros("a"), lambda: x.sum(dim="a"), lambda: x.to("nowhere"), lambda: x[3], lambda: torch.cat([]), lambda: torch.cat(x), lambda: torch.stack([]), lambda: x.squeeze(5), lambda: x.unsqueeze(4), lambda: torch.ones(2).item(), lambda: x.transpose(0), lambda: x.max(0, 1, 2), lambda: torch.add(1), lambda: torch.exp(), lambda: torch.exp(1), lambda: torch.exp([1]), lambda: x.exp(1), lambda: x @ x, lambda: torch.tensor(), lambda: torch.tensor([1]).backward(), lambda: x.clamp(), lambda: torch.where(1), lambda: torch.linspace(0, 1), lambda: torch.eye(-1), lambda: x.repeat(1), lambda: torch.full(2, 3)]
for attempt in attempts:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])
# expect: AttributeError 'Tensor' object has no attribute 'foo'
# expect: AttributeError module 'torch' has no attribute 'foo'
# expect: TypeError view() received an invalid combination of arguments - got (str), but expected one of:
# expect: RuntimeError shape '[7]' is invalid for input of size 6
# expect: TypeError zeros(): argument 'size' (position 1) must be tuple of ints, not str
# expect: TypeError sum() received an invalid combination of arguments - got (dim=str, ), but expected one of:
# expect: RuntimeError Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone device type at start of device string: nowhere
# expect: IndexError index 3 is out of bounds for dimension 0 with size 2
# expect: ValueError torch.cat(): expected a non-empty list of Tensors
# expect: TypeError cat(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor
# expect: RuntimeError stack expects a non-empty TensorList
# expect: IndexError Dimension out of range (expected to be in range of [-2, 1], but got 5)
# expect: IndexError Dimension out of range (expected to be in range of [-3, 2], but got 4)
# expect: RuntimeError a Tensor with 2 elements cannot be converted to Scalar
# expect: TypeError transpose() missing 1 required positional arguments: "dim1"
# expect: TypeError max() received an invalid combination of arguments - got (int, int, int), but expected one of:
# expect: TypeError add() received an invalid combination of arguments - got (int), but expected (Tensor input, Tensor other, *, Number alpha = 1, Tensor out = None)
# expect: TypeError exp() missing 1 required positional arguments: "input"
# expect: TypeError exp(): argument 'input' (position 1) must be Tensor, not int
# expect: TypeError exp(): argument 'input' (position 1) must be Tensor, not list
# expect: TypeError TensorBase.exp() takes no arguments (1 given)
# expect: RuntimeError mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
# expect: TypeError tensor() missing 1 required positional arguments: "data"
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn
# expect: RuntimeError torch.clamp: At least one of 'min' or 'max' must not be None
# expect: TypeError where(): argument 'condition' (position 1) must be Tensor, not int
# expect: TypeError linspace() received an invalid combination of arguments - got (int, int), but expected one of:
# expect: RuntimeError n must be greater or equal to 0, got -1
# expect: RuntimeError Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor
# expect: TypeError full(): argument 'size' (position 1) must be tuple of ints, not int
