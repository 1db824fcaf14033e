# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# `__torch_function__` of a subclass: which function it sees, with which types and arguments.
import torch
import torch.nn.functional as F


class Logging(torch.Tensor):
    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        print("  ", func.__name__, [t.__name__ for t in types], [type(a).__name__ for a in args], kwargs)
        return super().__torch_function__(func, types, args, kwargs or {})


def fresh():
    return torch.tensor([1, 2]).as_subclass(Logging)


p = torch.ones(2, dtype=torch.int64)
for text in ("x + 1", "1 + x", "x + p", "p + x", "x - 1", "1 - x", "p - x", "x * 2", "x / 2", "2 / x", "x // 2", "2 // x", "x % 2", "2 % x",
             "x ** 2", "2 ** x", "x @ p", "p @ x", "-x", "+x", "abs(x)", "~x", "x & 1", "1 & x", "x | p", "x ^ p", "x << 1", "1 << x",
             "x < 1", "1 < x", "p < x", "x == p", "p == x", "x != p", "x >= p", "x[0]", "x[0:1]", "x.__setitem__(0, 3)", "len(x)", "bool(x[0])",
             "int(x[0])", "float(x[0])", "2 in x", "repr(p)", "str(x)", "x.shape", "x.dtype", "x.grad", "x.T", "x.requires_grad", "x.size(0)",
             "x.dim()", "x.item", "x[0].item()", "x.tolist()", "x.add(1)", "x.add_(1)", "torch.add(x, p, alpha=2)", "torch.cat([p, x])",
             "torch.stack((x, p))", "x.sum(0)", "x.sum(dim=0)", "x.view(2, 1)", "x.float()", "x.to(torch.float64)",
             "F.relu(x)", "torch.relu(x)", "F.softmax(x.float(), 0)", "F.dropout(x.float(), 0.0)", "F.mse_loss(x, p)", "torch.linalg.norm(x.float())",
             "torch.where(x > 1, x, p)", "torch.zeros_like(x)", "torch.einsum('i,i->', x, x)", "torch.split(x, 1)", "x.split(1)", "p.copy_(x)"):
    x = fresh()
    print(text)
    result = eval(text)
    print("   gives", type(result).__name__)
# expect: x + 1
# expect:    add ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: 1 + x
# expect:    add ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: x + p
# expect:    add ['Logging'] ['Logging', 'Tensor'] None
# expect:    gives Logging
# expect: p + x
# expect:    add ['Logging'] ['Tensor', 'Logging'] None
# expect:    gives Logging
# expect: x - 1
# expect:    sub ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: 1 - x
# expect:    __rsub__ ['Logging'] ['Logging', 'int'] {}
# expect:    gives Logging
# expect: p - x
# expect:    sub ['Logging'] ['Tensor', 'Logging'] None
# expect:    gives Logging
# expect: x * 2
# expect:    mul ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: x / 2
# expect:    div ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: 2 / x
# expect:    __rdiv__ ['Logging'] ['Logging', 'int'] {}
# expect:    gives Logging
# expect: x // 2
# expect:    __floordiv__ ['Logging'] ['Logging', 'int'] {}
# expect:    gives Logging
# expect: 2 // x
# expect:    __rfloordiv__ ['Logging'] ['Logging', 'int'] {}
# expect:    gives Logging
# expect: x % 2
# expect:    remainder ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: 2 % x
# expect:    __rmod__ ['Logging'] ['Logging', 'int'] {}
# expect:    gives Logging
# expect: x ** 2
# expect:    pow ['Logging'] ['Logging', 'int'] {}
# expect:    gives Logging
# expect: 2 ** x
# expect:    __rpow__ ['Logging'] ['Logging', 'int'] {}
# expect:    gives Logging
# expect: x @ p
# expect:    matmul ['Logging'] ['Logging', 'Tensor'] None
# expect:    gives Logging
# expect: p @ x
# expect:    matmul ['Logging'] ['Tensor', 'Logging'] None
# expect:    gives Logging
# expect: -x
# expect:    neg ['Logging'] ['Logging'] None
# expect:    gives Logging
# expect: +x
# expect:    positive ['Logging'] ['Logging'] None
# expect:    gives Logging
# expect: abs(x)
# expect:    abs ['Logging'] ['Logging'] None
# expect:    gives Logging
# expect: ~x
# expect:    __invert__ ['Logging'] ['Logging'] None
# expect:    gives Logging
# expect: x & 1
# expect:    __and__ ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: 1 & x
# expect:    bitwise_and ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: x | p
# expect:    __or__ ['Logging'] ['Logging', 'Tensor'] None
# expect:    gives Logging
# expect: x ^ p
# expect:    __xor__ ['Logging'] ['Logging', 'Tensor'] None
# expect:    gives Logging
# expect: x << 1
# expect:    __lshift__ ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: 1 << x
# expect:    __rlshift__ ['Logging'] ['Logging', 'int'] {}
# expect:    gives Logging
# expect: x < 1
# expect:    lt ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: 1 < x
# expect:    gt ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: p < x
# expect:    gt ['Logging'] ['Logging', 'Tensor'] None
# expect:    gives Logging
# expect: x == p
# expect:    __eq__ ['Logging'] ['Logging', 'Tensor'] None
# expect:    gives Logging
# expect: p == x
# expect:    __eq__ ['Logging'] ['Logging', 'Tensor'] None
# expect:    gives Logging
# expect: x != p
# expect:    ne ['Logging'] ['Logging', 'Tensor'] None
# expect:    gives Logging
# expect: x >= p
# expect:    ge ['Logging'] ['Logging', 'Tensor'] None
# expect:    gives Logging
# expect: x[0]
# expect:    __getitem__ ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: x[0:1]
# expect:    __getitem__ ['Logging'] ['Logging', 'slice'] None
# expect:    gives Logging
# expect: x.__setitem__(0, 3)
# expect:    __setitem__ ['Logging'] ['Logging', 'int', 'int'] None
# expect:    gives NoneType
# expect: len(x)
# expect:    __len__ ['Logging'] ['Logging'] {}
# expect:    gives int
# expect: bool(x[0])
# expect:    __getitem__ ['Logging'] ['Logging', 'int'] None
# expect:    __bool__ ['Logging'] ['Logging'] None
# expect:    gives bool
# expect: int(x[0])
# expect:    __getitem__ ['Logging'] ['Logging', 'int'] None
# expect:    __int__ ['Logging'] ['Logging'] None
# expect:    gives int
# expect: float(x[0])
# expect:    __getitem__ ['Logging'] ['Logging', 'int'] None
# expect:    __float__ ['Logging'] ['Logging'] None
# expect:    gives float
# expect: 2 in x
# expect:    __contains__ ['Logging'] ['Logging', 'int'] {}
# expect:    gives bool
# expect: repr(p)
# expect:    gives str
# expect: str(x)
# expect:    __repr__ ['Logging'] ['Logging'] {'tensor_contents': None}
# expect:    gives str
# expect: x.shape
# expect:    __get__ ['Logging'] ['Logging'] None
# expect:    gives Size
# expect: x.dtype
# expect:    __get__ ['Logging'] ['Logging'] None
# expect:    gives dtype
# expect: x.grad
# expect:    __get__ ['Logging'] ['Logging'] None
# expect:    gives NoneType
# expect: x.T
# expect:    __get__ ['Logging'] ['Logging'] None
# expect:    gives Logging
# expect: x.requires_grad
# expect:    __get__ ['Logging'] ['Logging'] None
# expect:    gives bool
# expect: x.size(0)
# expect:    size ['Logging'] ['Logging', 'int'] None
# expect:    gives int
# expect: x.dim()
# expect:    dim ['Logging'] ['Logging'] None
# expect:    gives int
# expect: x.item
# expect:    gives builtin_function_or_method
# expect: x[0].item()
# expect:    __getitem__ ['Logging'] ['Logging', 'int'] None
# expect:    item ['Logging'] ['Logging'] None
# expect:    gives int
# expect: x.tolist()
# expect:    tolist ['Logging'] ['Logging'] None
# expect:    gives list
# expect: x.add(1)
# expect:    add ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: x.add_(1)
# expect:    add_ ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: torch.add(x, p, alpha=2)
# expect:    add ['Logging'] ['Logging', 'Tensor'] {'alpha': 2}
# expect:    gives Logging
# expect: torch.cat([p, x])
# expect:    cat ['Logging'] ['list'] None
# expect:    gives Logging
# expect: torch.stack((x, p))
# expect:    stack ['Logging'] ['tuple'] None
# expect:    gives Logging
# expect: x.sum(0)
# expect:    sum ['Logging'] ['Logging', 'int'] None
# expect:    gives Logging
# expect: x.sum(dim=0)
# expect:    sum ['Logging'] ['Logging'] {'dim': 0}
# expect:    gives Logging
# expect: x.view(2, 1)
# expect:    view ['Logging'] ['Logging', 'int', 'int'] None
# expect:    gives Logging
# expect: x.float()
# expect:    float ['Logging'] ['Logging'] None
# expect:    gives Logging
# expect: x.to(torch.float64)
# expect:    to ['Logging'] ['Logging', 'dtype'] None
# expect:    gives Logging
# expect: F.relu(x)
# expect:    relu ['Logging'] ['Logging'] {'inplace': False}
# expect:    gives Logging
# expect: torch.relu(x)
# expect:    relu ['Logging'] ['Logging'] None
# expect:    gives Logging
# expect: F.softmax(x.float(), 0)
# expect:    float ['Logging'] ['Logging'] None
# expect:    softmax ['Logging'] ['Logging'] {'dim': 0, '_stacklevel': 3, 'dtype': None}
# expect:    gives Logging
# expect: F.dropout(x.float(), 0.0)
# expect:    float ['Logging'] ['Logging'] None
# expect:    dropout ['Logging'] ['Logging'] {'p': 0.0, 'training': True, 'inplace': False}
# expect:    gives Logging
# expect: F.mse_loss(x, p)
# expect:    mse_loss ['Logging', 'Tensor'] ['Logging', 'Tensor'] {'size_average': None, 'reduce': None, 'reduction': 'mean', 'weight': None}
# expect-error: NotImplementedError: "mse_cpu" not implemented for 'Long'
