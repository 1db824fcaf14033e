# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# The order in which products look at sizes and dtypes.
import torch


def told(name, f):
    try:
        r = f()
        print(name, r.dtype, tuple(r.shape))
    except Exception as e:
        print(name, type(e).__name__, str(e).split("\n")[0])


f, i, b = torch.float32, torch.int64, torch.bool
batches = [((4,), (1, 2, 3), (1, 3, 4)), ((1, 2, 4), (1, 2, 3), (1, 2, 4)), ((1, 2, 4), (1, 2, 0), (1, 0, 4)), ((5,), (1, 2, 3), (1, 3, 4))]
for shapes in batches:
    for dtypes in [(f, f, f), (f, f, i), (f, i, f), (i, f, f), (b, b, b), (b, b, f)]:
        x, y, z = (torch.ones(s, dtype=d) for s, d in zip(shapes, dtypes))
        told("baddbmm", lambda: torch.baddbmm(x, y, z))
        told("bmm", lambda: torch.bmm(y, z))
for shapes in [((), (2, 3), (3,)), ((2,), (2, 3), (3,)), ((), (2, 3), (4,)), ((2,), (), (3,))]:
    for dtypes in [(f, f, f), (f, f, i), (i, f, f)]:
        x, y, z = (torch.ones(s, dtype=d) for s, d in zip(shapes, dtypes))
        told("addmv", lambda: torch.addmv(x, y, z))
        told("mv", lambda: torch.mv(y, z))
told("inner", lambda: torch.inner(torch.ones(2, 3), torch.ones(3, 4, dtype=i)))
told("unflatten", lambda: torch.ones(()).unflatten(0, (-1, 2)))
told("addcmul", lambda: torch.addcmul(*[torch.ones(2, dtype=b)] * 3))
x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
y = torch.tensor(1.25, dtype=torch.float64, requires_grad=True)
g = torch.autograd.grad(torch.cosine_similarity(x, y.sigmoid(), dim=0), [x, y], create_graph=True)
print(g, torch.autograd.grad(sum((h * h).sum() for h in g), [x, y]))
# expect: baddbmm torch.float32 (1, 2, 4)
# expect: bmm torch.float32 (1, 2, 4)
# expect: baddbmm RuntimeError expected scalar type Float but found Long
# expect: bmm RuntimeError expected scalar type Float but found Long
# expect: baddbmm RuntimeError Input dtypes must be the same, got: input float, batch1: long int, batch2: float
# expect: bmm RuntimeError expected scalar type Long but found Float
# expect: baddbmm RuntimeError Input dtypes must be the same, got: input long int, batch1: float, batch2: float
# expect: bmm torch.float32 (1, 2, 4)
# expect: baddbmm NotImplementedError "baddbmm" not implemented for 'Bool'
# expect: bmm NotImplementedError "bmm" not implemented for 'Bool'
# expect: baddbmm NotImplementedError "baddbmm" not implemented for 'Bool'
# expect: bmm NotImplementedError "bmm" not implemented for 'Bool'
# expect: baddbmm RuntimeError Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [1, 2].
# expect: bmm RuntimeError Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [1, 2].
# expect: baddbmm RuntimeError Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [1, 2].
# expect: bmm RuntimeError Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [1, 2].
# expect: baddbmm RuntimeError Input dtypes must be the same, got: input float, batch1: long int, batch2: float
# expect: bmm RuntimeError Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [1, 2].
# expect: baddbmm RuntimeError Input dtypes must be the same, got: input long int, batch1: float, batch2: float
# expect: bmm RuntimeError Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [1, 2].
# expect: baddbmm RuntimeError Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [1, 2].
# expect: bmm RuntimeError Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [1, 2].
# expect: baddbmm RuntimeError Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [1, 2].
# expect: bmm RuntimeError Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [1, 2].
# expect: baddbmm torch.float32 (1, 2, 4)
# expect: bmm torch.float32 (1, 2, 4)
# expect: baddbmm torch.int64 (1, 2, 4)
# expect: bmm torch.int64 (1, 2, 4)
# expect: baddbmm RuntimeError Input dtypes must be the same, got: input float, batch1: long int, batch2: float
# expect: bmm torch.float32 (1, 2, 4)
# expect: baddbmm RuntimeError Input dtypes must be the same, got: input long int, batch1: float, batch2: float
# expect: bmm torch.float32 (1, 2, 4)
# expect: baddbmm RuntimeError result type Long can't be cast to the desired output type Bool
# expect: bmm torch.bool (1, 2, 4)
# expect: baddbmm torch.float32 (1, 2, 4)
# expect: bmm torch.float32 (1, 2, 4)
# expect: baddbmm RuntimeError The expanded size of the tensor (4) must match the existing size (5) at non-singleton dimension 2.  Target sizes: [1, 2, 4].  Tensor sizes: [5]
# expect: bmm torch.float32 (1, 2, 4)
# expect: baddbmm RuntimeError The expanded size of the tensor (4) must match the existing size (5) at non-singleton dimension 2.  Target sizes: [1, 2, 4].  Tensor sizes: [5]
# expect: bmm RuntimeError expected scalar type Float but found Long
# expect: baddbmm RuntimeError The expanded size of the tensor (4) must match the existing size (5) at non-singleton dimension 2.  Target sizes: [1, 2, 4].  Tensor sizes: [5]
# expect: bmm RuntimeError expected scalar type Long but found Float
# expect: baddbmm RuntimeError The expanded size of the tensor (4) must match the existing size (5) at non-singleton dimension 2.  Target sizes: [1, 2, 4].  Tensor sizes: [5]
# expect: bmm torch.float32 (1, 2, 4)
# expect: baddbmm RuntimeError The expanded size of the tensor (4) must match the existing size (5) at non-singleton dimension 2.  Target sizes: [1, 2, 4].  Tensor sizes: [5]
# expect: bmm NotImplementedError "bmm" not implemented for 'Bool'
# expect: baddbmm RuntimeError The expanded size of the tensor (4) must match the existing size (5) at non-singleton dimension 2.  Target sizes: [1, 2, 4].  Tensor sizes: [5]
# expect: bmm NotImplementedError "bmm" not implemented for 'Bool'
# expect: addmv torch.float32 (2,)
# expect: mv torch.float32 (2,)
# expect: addmv RuntimeError addmv input tensors must have the same dtype, but got Float, Float, and Long
# expect: mv RuntimeError addmv input tensors must have the same dtype, but got Long, Float, and Long
# expect: addmv RuntimeError addmv input tensors must have the same dtype, but got Long, Float, and Float
# expect: mv torch.float32 (2,)
# expect: addmv torch.float32 (2,)
# expect: mv torch.float32 (2,)
# expect: addmv RuntimeError addmv input tensors must have the same dtype, but got Float, Float, and Long
# expect: mv RuntimeError addmv input tensors must have the same dtype, but got Long, Float, and Long
# expect: addmv RuntimeError addmv input tensors must have the same dtype, but got Long, Float, and Float
# expect: mv torch.float32 (2,)
# expect: addmv IndexError Dimension specified as 0 but tensor has no dimensions
# expect: mv RuntimeError size mismatch, got input (2), mat (2x3), vec (4)
# expect: addmv IndexError Dimension specified as 0 but tensor has no dimensions
# expect: mv RuntimeError size mismatch, got input (2), mat (2x3), vec (4)
# expect: addmv IndexError Dimension specified as 0 but tensor has no dimensions
# expect: mv RuntimeError size mismatch, got input (2), mat (2x3), vec (4)
# expect: addmv RuntimeError vector + matrix @ vector expected, got 1, 0, 1
# expect: mv IndexError Dimension specified as 0 but tensor has no dimensions
# expect: addmv RuntimeError vector + matrix @ vector expected, got 1, 0, 1
# expect: mv IndexError Dimension specified as 0 but tensor has no dimensions
# expect: addmv RuntimeError vector + matrix @ vector expected, got 1, 0, 1
# expect: mv IndexError Dimension specified as 0 but tensor has no dimensions
# expect: inner RuntimeError inner() the last dimension must match on both input tensors but got shapes [2, 3] and [3, 4]
# expect: unflatten RuntimeError unflatten got an unexpected error:
# expect: addcmul NotImplementedError "addcmul_cpu_out" not implemented for 'Bool'
# expect: (tensor(100000000., dtype=torch.float64, grad_fn=<AddBackward0>), tensor(0., dtype=torch.float64, grad_fn=<SigmoidBackwardBackward0>)) (tensor(nan, dtype=torch.float64), tensor(0., dtype=torch.float64))
