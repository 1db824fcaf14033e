# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""Wrong arguments of operators: types in the words of the argument parser, keywords in its order."""
import torch, torch.nn as nn, torch.nn.functional as F

torch.manual_seed(0)
x, y5, v3, v5 = torch.randn(2, 3), torch.ones(4, 5), torch.ones(3), torch.ones(5)
w, w2 = torch.ones(2, 3, requires_grad=True), torch.ones(2, requires_grad=True)
for call in (
        'torch.max(x, (0, 0))',
        'torch.max(x, dim=(0, 0))',
        'torch.argmax(x, (0, 0))',
        'torch.add(x, [1, 2])',
        'torch.pow(x, [1, 2, 3])',
        'torch.remainder(x, [1, 2, 3])',
        'torch.max(x, aa=1, bb=2, cc=3)',
        'torch.mean(x, dim=0, foo=1)',
        "x.permute(0, 'a')",
        "torch.zeros(2, 'a')",
        'x.view(1, 2.5)',
        "torch.roll(x, (1, 'a'))",
        'torch.ones(x)',
        'F.relu()',
        'F.cross_entropy(x)',
        'F.mse_loss(x, 3)',
        'F.softmax([1.0], 0)',
        'F.max_pool2d(x)',
        'torch.tensor([x, x])',
        'torch.tensor(object())',
        'torch.tensor([torch.ones(1), torch.ones(1, 1)])',
        'x.exp_(1)',
        "x.eq_('a')",
        'x.numel(1)',
        'x.float(1)',
        'x.type_as(1)',
        "x.size('a')",
        'x.type(5)',
):
    try:
        print(call, '->', eval(call))
    except Exception as error:
        print(call, '->', type(error).__name__, str(error))
# expect: torch.max(x, (0, 0)) -> TypeError max() received an invalid combination of arguments - got (Tensor, tuple), but expected one of:
# expect:  * (Tensor input, *, Tensor out = None)
# expect:  * (Tensor input, Tensor other, *, Tensor out = None)
# expect:  * (Tensor input, int dim, bool keepdim = False, *, tuple of Tensors out = None)
# expect:
# expect: torch.max(x, dim=(0, 0)) -> TypeError max() received an invalid combination of arguments - got (Tensor, dim=tuple), but expected one of:
# expect:  * (Tensor input, *, Tensor out = None)
# expect:  * (Tensor input, Tensor other, *, Tensor out = None)
# expect:  * (Tensor input, int dim, bool keepdim = False, *, tuple of Tensors out = None)
# expect:
# expect: torch.argmax(x, (0, 0)) -> TypeError argmax(): argument 'dim' (position 2) must be int, not tuple
# expect: torch.add(x, [1, 2]) -> TypeError add(): argument 'other' (position 2) must be Tensor, not list
# expect: torch.pow(x, [1, 2, 3]) -> TypeError pow() received an invalid combination of arguments - got (Tensor, list), but expected one of:
# expect:  * (Tensor input, Tensor exponent, *, Tensor out = None)
# expect:  * (Number self, Tensor exponent, *, Tensor out = None)
# expect:  * (Tensor input, Number exponent, *, Tensor out = None)
# expect:
# expect: torch.remainder(x, [1, 2, 3]) -> TypeError remainder() received an invalid combination of arguments - got (Tensor, list), but expected one of:
# expect:  * (Tensor input, Tensor other, *, Tensor out = None)
# expect:  * (Number self, Tensor other)
# expect:       didn't match because some of the arguments have invalid types: (!Tensor!, !list of [int, int, int]!)
# expect:  * (Tensor input, Number other, *, Tensor out = None)
# expect:
# expect: torch.max(x, aa=1, bb=2, cc=3) -> TypeError max() missing 1 required positional arguments: "dim"
# expect: torch.mean(x, dim=0, foo=1) -> TypeError mean() received an invalid combination of arguments - got (Tensor, foo=int, dim=int), but expected one of:
# expect:  * (Tensor input, *, torch.dtype dtype = None, Tensor out = None)
# expect:  * (Tensor input, tuple of ints dim, bool keepdim = False, *, torch.dtype dtype = None, Tensor out = None)
# expect:
# expect: x.permute(0, 'a') -> TypeError permute(): argument 'dims' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got str"
# expect: torch.zeros(2, 'a') -> TypeError zeros(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got str"
# expect: x.view(1, 2.5) -> TypeError view(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got float"
# expect: torch.roll(x, (1, 'a')) -> TypeError roll(): argument 'shifts' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got str"
# expect: torch.ones(x) -> TypeError ones(): argument 'size' (position 1) must be tuple of ints, not Tensor
# expect: F.relu() -> TypeError relu() missing 1 required positional argument: 'input'
# expect: F.cross_entropy(x) -> TypeError cross_entropy() missing 1 required positional argument: 'target'
# expect: F.mse_loss(x, 3) -> AttributeError 'int' object has no attribute 'size'
# expect: F.softmax([1.0], 0) -> AttributeError 'list' object has no attribute 'softmax'
# expect: F.max_pool2d(x) -> TypeError _max_pool2d() missing 1 required positional argument: 'kernel_size'
# expect: torch.tensor([x, x]) -> ValueError only one element tensors can be converted to Python scalars
# expect: torch.tensor(object()) -> RuntimeError Could not infer dtype of object
# expect: torch.tensor([torch.ones(1), torch.ones(1, 1)]) -> tensor([1., 1.])
# expect: x.exp_(1) -> TypeError TensorBase.exp_() takes no arguments (1 given)
# expect: x.eq_('a') -> TypeError eq_() received an invalid combination of arguments - got (str), but expected one of:
# expect:  * (Tensor other)
# expect:       didn't match because some of the arguments have invalid types: (!str!)
# expect:  * (Number other)
# expect:       didn't match because some of the arguments have invalid types: (!str!)
# expect:
# expect: x.numel(1) -> TypeError TensorBase.numel() takes no arguments (1 given)
# expect: x.float(1) -> TypeError float() takes 0 positional arguments but 1 was given
# expect: x.type_as(1) -> TypeError type_as(): argument 'other' (position 1) must be Tensor, not int
# expect: x.size('a') -> TypeError size(): argument 'dim' (position 1) must be int, not str
# expect: x.type(5) -> TypeError dtype must be a type, str, or dtype object
