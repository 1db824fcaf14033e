# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# The same wrong calls that learners make, in torch's words.
import re
import torch
import torch.nn.functional as F

x, y, n = torch.ones(3, 4), torch.ones(3, 4), torch.arange(12).view(3, 4)
for call in [
    lambda: torch.add(x, y, input=x),
    lambda: x.add(y, input=x),
    lambda: torch.cumsum(x, True),
    lambda: torch.topk(x, True),
    lambda: torch.cat([x, y], True),
    lambda: torch.zeros(n, 3),
    lambda: x.expand(n, 3),
    lambda: x.view(2, torch.float32),
    lambda: torch.block_diag(x, 7),
    lambda: torch.cartesian_prod(None, x),
    lambda: F.mse_loss(1.5, y),
    lambda: F.mse_loss(x, [1.0]),
    lambda: F.margin_ranking_loss(x, 2, y),
    lambda: F.group_norm(None, 2),
    lambda: F.interpolate((1, 2), scale_factor=2),
    lambda: F.softmax(3, 1),
    lambda: F.softmax(torch.float32, 1),
    lambda: torch.tensordot(x, 7, 1),
    lambda: torch.split(2, 1),
    lambda: torch.swapaxes(x, 'a', 1),
    lambda: torch.swapaxes(x, axis0=0, axis1=1).shape,
    lambda: torch.set_default_dtype('float'),
    lambda: torch.save(x, 3),
    lambda: torch.float32.itemsize,
    lambda: torch.float32.bits,
    lambda: torch.device('cpu') + 1,
    lambda: torch.float32 < 1,
    lambda: torch.ones(2, dtype=torch.bool).remainder_(True),
    lambda: re.sub('0x[0-9a-f]+', '0x', repr([torch.add, F.relu, F.linear, torch.linalg.inv, torch.Tensor.add])),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError add() got multiple values for argument 'input'
# expect: TypeError add() got an unexpected keyword argument 'input'
# expect: TypeError cumsum(): argument 'dim' (position 2) must be int, not bool
# expect: TypeError topk(): argument 'k' (position 2) must be int, not bool
# expect: TypeError cat(): argument 'dim' (position 2) must be int, not bool
# expect: TypeError zeros() takes 1 positional argument but 2 were given
# expect: TypeError expand() takes 1 positional argument but 2 were given
# expect: TypeError view(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got torch.dtype"
# expect: TypeError expected Tensor as element 1 in argument 0, but got int
# expect: TypeError expected Tensor as element 0 in argument 0, but got NoneType
# expect: AttributeError 'float' object has no attribute 'size'
# expect: AttributeError 'list' object has no attribute 'size'
# expect: AttributeError 'int' object has no attribute 'dim'
# expect: AttributeError 'NoneType' object has no attribute 'dim'
# expect: AttributeError 'tuple' object has no attribute 'dim'
# expect: AttributeError 'int' object has no attribute 'softmax'
# expect: AttributeError 'torch.dtype' object has no attribute 'softmax'
# expect: AttributeError 'int' object has no attribute 'dim'
# expect: AttributeError 'int' object has no attribute 'split'
# expect: TypeError swapaxes(): argument 'axis0' (position 2) must be int, not str
# expect: torch.Size([4, 3])
# expect: TypeError invalid dtype object: only floating-point types are supported as the default type
# expect: AttributeError expected 'f' to be string, path, or a file-like object with a 'write' attribute
# expect: 4
# expect: AttributeError 'torch.dtype' object has no attribute 'bits'
# expect: TypeError unsupported operand type(s) for +: 'torch.device' and 'int'
# expect: TypeError '<' not supported between instances of 'torch.dtype' and 'int'
# expect: NotImplementedError "remainder_cpu" not implemented for 'Bool'
# expect: [<built-in method add of type object at 0x>, <function relu at 0x>, <built-in function linear>, <built-in function linalg_inv>, <method 'add' of 'torch._C.TensorBase' objects>]
