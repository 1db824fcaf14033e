# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Who is asked first, and what happens when all refuse.
import torch
import torch.nn.functional as F


class A(torch.Tensor):
    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        print("  A", cls.__name__, func.__name__, [t.__name__ for t in types])
        return NotImplemented


class B(A):
    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        print("  B", cls.__name__, func.__name__, [t.__name__ for t in types])
        return super().__torch_function__(func, types, args, kwargs)


class C(torch.Tensor):
    pass


class D(torch.Tensor):
    pass


class E(C):
    pass


class Instance:
    def __torch_function__(self, func, types, args=(), kwargs=None):
        return func.__name__, [t.__name__ for t in types]


a, b, c, d, e = (torch.ones(2).as_subclass(kind) for kind in (A, B, C, D, E))
i = Instance()
for text in ("torch.add(a, b)", "a + b", "b + a", "torch.add(c, d)", "c + d", "torch.add(c, a)", "torch.stack([c, a, b])", "a.add(c)", "a.shape",
             "a.sum()", "a[0]", "F.mse_loss(c, d)", "F.relu(a)", "-a", "a > 1", "1 - a", "a.T", "a.foo", "a + 'x'", "a + None", "c + 'x'",
             "torch.add(c, 'x')", "type(e + c)", "type(c + e)", "type(torch.add(c, e))", "torch.add(i, 1)", "torch.ones(1) + i",
             "torch.ones(1).add(i)", "F.linear(a, b)"):
    try:
        print(text, "=>", eval(text))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)
# expect:   B B add ['B', 'A']
# expect:   A B add ['B', 'A']
# expect:   A A add ['B', 'A']
# expect: torch.add(a, b) !! TypeError Multiple dispatch failed for 'torch.add'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.B'>
# expect:   - tensor subclass <class '__main__.A'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect:   B B add ['B', 'A']
# expect:   A B add ['B', 'A']
# expect:   A A add ['B', 'A']
# expect:   B B add ['B', 'A']
# expect:   A B add ['B', 'A']
# expect:   A A add ['B', 'A']
# expect: a + b !! TypeError unsupported operand type(s) for +: 'A' and 'B'
# expect:   B B add ['B', 'A']
# expect:   A B add ['B', 'A']
# expect:   A A add ['B', 'A']
# expect:   B B add ['B', 'A']
# expect:   A B add ['B', 'A']
# expect:   A A add ['B', 'A']
# expect: b + a !! TypeError unsupported operand type(s) for +: 'B' and 'A'
# expect: torch.add(c, d) !! TypeError Multiple dispatch failed for 'torch.add'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.C'>
# expect:   - tensor subclass <class '__main__.D'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect: c + d !! TypeError unsupported operand type(s) for +: 'C' and 'D'
# expect:   A A add ['C', 'A']
# expect: torch.add(c, a) !! TypeError Multiple dispatch failed for 'torch.add'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.C'>
# expect:   - tensor subclass <class '__main__.A'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect:   B B stack ['C', 'B', 'A']
# expect:   A B stack ['C', 'B', 'A']
# expect:   A A stack ['C', 'B', 'A']
# expect: torch.stack([c, a, b]) !! TypeError Multiple dispatch failed for 'torch.stack'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.C'>
# expect:   - tensor subclass <class '__main__.B'>
# expect:   - tensor subclass <class '__main__.A'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect:   A A add ['A', 'C']
# expect: a.add(c) !! TypeError Multiple dispatch failed for 'torch.Tensor.add'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.A'>
# expect:   - tensor subclass <class '__main__.C'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect:   A A __get__ ['A']
# expect: a.shape !! TypeError Multiple dispatch failed for 'torch.Tensor.shape.__get__'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.A'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect:   A A sum ['A']
# expect: a.sum() !! TypeError Multiple dispatch failed for 'torch.Tensor.sum'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.A'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect:   A A __getitem__ ['A']
# expect: a[0] !! TypeError Multiple dispatch failed for 'torch.Tensor.__getitem__'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.A'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect: F.mse_loss(c, d) !! TypeError no implementation found for 'torch.nn.functional.mse_loss' on types that implement __torch_function__: [<class '__main__.C'>, <class '__main__.D'>]
# expect:   A A relu ['A']
# expect: F.relu(a) !! TypeError no implementation found for 'torch.nn.functional.relu' on types that implement __torch_function__: [<class '__main__.A'>]
# expect:   A A neg ['A']
# expect: -a !! TypeError Multiple dispatch failed for 'torch.Tensor.neg'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.A'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect:   A A gt ['A']
# expect: a > 1 !! TypeError '>' not supported between instances of 'A' and 'int'
# expect:   A A __rsub__ ['A']
# expect: 1 - a !! TypeError unsupported operand type(s) for -: 'int' and 'A'
# expect:   A A __get__ ['A']
# expect: a.T !! TypeError Multiple dispatch failed for 'torch.Tensor.T.__get__'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.A'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect: a.foo !! AttributeError 'A' object has no attribute 'foo'
# expect: a + 'x' !! TypeError unsupported operand type(s) for +: 'A' and 'str'
# expect: a + None !! TypeError unsupported operand type(s) for +: 'A' and 'NoneType'
# expect: c + 'x' !! TypeError unsupported operand type(s) for +: 'C' and 'str'
# expect: torch.add(c, 'x') !! TypeError add(): argument 'other' (position 2) must be Tensor, not str
# expect: type(e + c) => <class '__main__.E'>
# expect: type(c + e) => <class '__main__.E'>
# expect: type(torch.add(c, e)) => <class '__main__.E'>
# expect: torch.add(i, 1) => ('add', ['Instance'])
# expect: torch.ones(1) + i => ('add', ['Instance'])
# expect: torch.ones(1).add(i) => ('add', ['Instance'])
# expect:   B B linear ['B', 'A']
# expect:   A B linear ['B', 'A']
# expect:   A A linear ['B', 'A']
# expect: F.linear(a, b) !! TypeError Multiple dispatch failed for 'torch.nn.linear'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.B'>
# expect:   - tensor subclass <class '__main__.A'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
