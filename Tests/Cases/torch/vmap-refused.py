# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# What vmap refuses of its dimensions, its inputs and what the function returns, and dimensions given for dicts.
import torch
from torch import vmap

x, y = torch.arange(12.0).reshape(3, 4), torch.arange(3.0)


def total(a):
    return a.sum()


def twice(a):
    return a * 2


for call in (lambda: vmap(total)(), lambda: vmap(total, in_dims='a')(x), lambda: vmap(total, in_dims=[0])(x), lambda: vmap(total, in_dims=(1.5,))(x),
             lambda: vmap(total, in_dims=(0, 0))(x), lambda: vmap(total, in_dims=((0, 0),))(x), lambda: vmap(total, in_dims=2)(x), lambda: vmap(total)(3),
             lambda: vmap(twice)([x, 3]), lambda: vmap(total, in_dims=None)(x), lambda: vmap(total, out_dims='a')(x), lambda: vmap(twice, out_dims=(0, 0))(x),
             lambda: vmap(twice, out_dims=None)(x), lambda: vmap(lambda a: 3)(x), lambda: vmap(lambda a: [a, None])(x), lambda: vmap(twice, randomness='x')(x),
             lambda: vmap(twice, chunk_size=0)(x), lambda: vmap(lambda d: d['a'], in_dims=({'c': 0},))({'a': x}), lambda: torch.func.grad(total, argnums=3)(y),
             lambda: torch.func.jvp(total, (y,), (torch.ones(4),)), lambda: torch.func.jvp(total, (y, y), (y,))):
    try:
        print(call())
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__, e)
print(vmap(lambda d: d['a'] + d['b'], in_dims=({'a': 0, 'b': None},))({'a': x, 'b': torch.ones(4)}))
print(vmap(twice)(torch.ones(0, 4)).shape, [t.shape for t in vmap(lambda a: (a, a.sum()), out_dims=(1, 0))(x)])
w = torch.ones(3, requires_grad=True)
z = w * y
print(vmap(lambda v: torch.autograd.grad(z, w, v)[0])(torch.eye(3)))
print(torch.func.hessian(lambda a: a ** 3)(y).sum(), torch.func.hessian(twice)(y).shape)
# expect: ValueError vmap(total)(<inputs>): got no inputs. Maybe you forgot to add inputs, or you are trying to vmap over a function with no inputs. The latter is unsupported.
# expect: ValueError vmap(total, in_dims=a, ...)(<inputs>): expected `in_dims` to be int or a (potentially nested) tuple matching the structure of inputs, got: <class 'str'>.
# expect: ValueError vmap(total, in_dims=[0], ...)(<inputs>): expected `in_dims` to be int or a (potentially nested) tuple matching the structure of inputs, got: <class 'list'>.
# expect: ValueError vmap(total, in_dims=(1.5,), ...)(<inputs>): Got in_dim=1.5 for an input but in_dim must be either an integer dimension or None.
# expect: ValueError vmap(total, in_dims=(0, 0), ...)(<inputs>): in_dims is not compatible with the structure of `inputs`. in_dims has structure TreeSpec(tuple, None, [*,
# expect:   *]) but inputs has structure TreeSpec(tuple, None, [*]).
# expect: ValueError vmap(total, in_dims=((0, 0),), ...)(<inputs>): in_dims is not compatible with the structure of `inputs`. in_dims has structure TreeSpec(tuple, None, [TreeSpec(tuple, None, [*,
# expect:     *])]) but inputs has structure TreeSpec(tuple, None, [*]).
# expect: ValueError vmap(total, in_dims=2, ...)(<inputs>): Got in_dim=2 for some input, but that input is a Tensor of dimensionality 2 so expected in_dim to satisfy -2 <= in_dim < 2.
# expect: ValueError vmap(total, in_dims=0, ...)(<inputs>): Got in_dim=0 for an input but the input is of type <class 'int'>. We cannot vmap over non-Tensor arguments, please use None as the respective in_dim
# expect: ValueError vmap(twice, in_dims=0, ...)(<inputs>): Got in_dim=0 for an input but the input is of type <class 'int'>. We cannot vmap over non-Tensor arguments, please use None as the respective in_dim
# expect: ValueError vmap(total, in_dims=None, ...)(<inputs>): expected `in_dims` to be int or a (potentially nested) tuple matching the structure of inputs, got: <class 'NoneType'>.
# expect: ValueError vmap(total, ..., out_dims=a): `out_dims` must be an int, None or a python collection of ints representing where in the outputs the vmapped dimension should appear.
# expect: ValueError vmap(twice, ..., out_dims=(0, 0))(<inputs>): out_dims is not compatible with the structure of `outputs`. out_dims has structure TreeSpec(tuple, None, [*,
# expect:   *]) but outputs has structure *.
# expect: ValueError vmap(twice, ...): `twice` can not return a BatchedTensor when out_dim is None
# expect: ValueError vmap(<lambda>, ...): `<lambda>` must only return Tensors, got type <class 'int'>. Did you mean to set out_dims= to None for output?
# expect: ValueError vmap(<lambda>, ...): `<lambda>` must only return Tensors, got type <class 'NoneType'>. Did you mean to set out_dims= to None for output?
# expect: RuntimeError Only allowed values for randomness are 'error', 'different', or 'same'. Got x
# expect: ValueError vmap: chunk_size should be None or greater than 0. (got 0)
# expect: ValueError vmap(<lambda>, in_dims=({'c': 0},), ...)(<inputs>): in_dims is not compatible with the structure of `inputs`. in_dims has structure TreeSpec(tuple, None, [TreeSpec(dict, ['c'], [*])]) but inputs has structure TreeSpec(tuple, None, [TreeSpec(dict, ['a'], [*])]).
# expect: RuntimeError Got argnum=3, but only 1 positional inputs
# expect: RuntimeError Trying to set a forward gradient that has a different size than that of the original Tensor, this is not supported. Tensor is of size [3] while the given forward gradient is of size [4].
# expect: RuntimeError jvp(f, primals, tangents): Expected primals and tangents to have the same python structure. For example, if primals is a tuple of 3 tensors, tangents also must be. Got primals with structure TreeSpec(tuple, None, [*,
# expect:   *]) and tangents with structure TreeSpec(tuple, None, [*])
# expect: tensor([[ 1.,  2.,  3.,  4.],
# expect:         [ 5.,  6.,  7.,  8.],
# expect:         [ 9., 10., 11., 12.]])
# expect: torch.Size([0, 4]) [torch.Size([4, 3]), torch.Size([3])]
# expect: tensor([[0., 0., 0.],
# expect:         [0., 1., 0.],
# expect:         [0., 0., 2.]])
# expect: tensor(18.) torch.Size([3, 3, 3])
