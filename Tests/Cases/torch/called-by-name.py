# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Functions and methods that are no operators fail in the words of torch's parser, or of Python where torch has them in Python.
import torch
import torch.nn as nn

x = torch.ones(2, 3)


def refused(function):
    try:
        print('=', function())
    except Exception as e:
        print(type(e).__name__, e)


refused(lambda: x.size(0, 1))
refused(lambda: x.size(dims=0))
refused(lambda: x.stride(0, dim=1))
refused(lambda: x.float(1))
refused(lambda: x.type(torch.int, bogus=1))
refused(lambda: x.type_as())
refused(lambda: x.type_as(torch.float64))
refused(lambda: x.new_tensor(None))
refused(lambda: x.backward(bogus=1))
refused(lambda: x.register_hook())
refused(lambda: torch.manual_seed())
refused(lambda: torch.manual_seed(1, bogus=1))
refused(lambda: torch.set_default_dtype(d=torch.float))
refused(lambda: torch.is_tensor(1, 2))
refused(lambda: torch.promote_types(torch.int))
refused(lambda: torch.unique(None))
refused(lambda: torch.unique(x, bogus=1))
refused(lambda: torch.einsum('i', x, bogus=1))
refused(lambda: torch.reshape(x, 6))
refused(lambda: torch.tile(x, 2))
refused(lambda: torch.add(1.5, x))
refused(lambda: torch.max(x, 1, out=x))
refused(lambda: torch.median(x, 1, out=x))
refused(lambda: torch.argmax(x, 1, out=torch.ones(2)))
y = torch.ones(2, 3)
refused(lambda: torch.cat([y, y], out=y))
refused(lambda: nn.Linear(3, 2)(x, 1))
refused(lambda: nn.Linear(3, 2)(x, bogus=1))
refused(lambda: nn.Sequential(nn.ReLU())())
refused(lambda: nn.Linear(3, 2).load_state_dict())
refused(lambda: nn.ZeroPad2d(1)(x, 1))
refused(lambda: nn.functional.interpolate(torch.ones(1, 1, 2, 2), 'text', mode='bilinear'))
refused(lambda: nn.ModuleDict('text'))
print(nn.functional.relu(x, 7).shape, torch.unique(torch.tensor([3, 1, 3]), return_counts=True))
# expect: TypeError size() takes from 0 to 1 positional arguments but 2 were given
# expect: TypeError size() got an unexpected keyword argument 'dims'
# expect: TypeError stride() got multiple values for argument 'dim'
# expect: TypeError float() takes 0 positional arguments but 1 was given
# expect: TypeError type() got an unexpected keyword argument 'bogus'
# expect: TypeError type_as() missing 1 required positional arguments: "other"
# expect: TypeError type_as(): argument 'other' (position 1) must be Tensor, not torch.dtype
# expect: TypeError must be real number, not NoneType
# expect: TypeError Tensor.backward() got an unexpected keyword argument 'bogus'
# expect: TypeError Tensor.register_hook() missing 1 required positional argument: 'hook'
# expect: TypeError manual_seed() missing 1 required positional argument: 'seed'
# expect: TypeError manual_seed() got an unexpected keyword argument 'bogus'
# expect: TypeError set_default_dtype() got some positional-only arguments passed as keyword arguments: 'd'
# expect: TypeError is_tensor() takes 1 positional argument but 2 were given
# expect: TypeError promote_types() missing 1 required positional arguments: "type2"
# expect: TypeError _unique2(): argument 'input' (position 1) must be Tensor, not NoneType
# expect: TypeError _return_output() got an unexpected keyword argument 'bogus'
# expect: TypeError einsum() got an unexpected keyword argument 'bogus'
# expect: TypeError reshape(): argument 'shape' (position 2) must be tuple of ints, not int
# expect: TypeError tile(): argument 'dims' (position 2) must be tuple of ints, not int
# expect: = tensor([[2.5000, 2.5000, 2.5000],
# expect:         [2.5000, 2.5000, 2.5000]])
# expect: TypeError max() received an invalid combination of arguments - got (Tensor, int, out=Tensor), but expected one of:
# expect:  * (Tensor input, *, Tensor out = None)
# expect:       didn't match because some of the keywords were incorrect: out
# expect:  * (Tensor input, Tensor other, *, Tensor out = None)
# expect:  * (Tensor input, int dim, bool keepdim = False, *, tuple of Tensors out = None)
# expect:
# expect: TypeError median(): argument 'out' must be tuple of Tensors, not Tensor
# expect: RuntimeError Expected out tensor to have dtype long int, but got float instead
# expect: RuntimeError unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. Please clone() the tensor before performing the operation.
# expect: TypeError Linear.forward() takes 2 positional arguments but 3 were given
# expect: TypeError Linear.forward() got an unexpected keyword argument 'bogus'
# expect: TypeError Sequential.forward() missing 1 required positional argument: 'input'
# expect: TypeError Module.load_state_dict() missing 1 required positional argument: 'state_dict'
# expect: TypeError _ConstantPadNd.forward() takes 2 positional arguments but 3 were given
# expect: TypeError upsample_bilinear2d() received an invalid combination of arguments - got (Tensor, list, bool, NoneType), but expected one of:
# expect:  * (Tensor input, tuple of ints output_size, bool align_corners, tuple of floats scale_factors)
# expect:       didn't match because some of the arguments have invalid types: (Tensor, !list of [str, str]!, bool, !NoneType!)
# expect:  * (Tensor input, tuple of ints output_size, bool align_corners, float scales_h = None, float scales_w = None, *, Tensor out = None)
# expect:
# expect: ValueError ModuleDict update sequence element #0 has length 1; 2 is required
# expect: torch.Size([2, 3]) (tensor([1, 3]), tensor([1, 2]))
