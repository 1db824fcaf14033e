# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Dead tensors are handed out again: nothing of them may show.
import torch
import torch.nn.functional as F

x = torch.rand(5, 5, requires_grad=True)
for _ in range(300):
    y = (x * 2).sum()
    y.retain_grad()
    y.backward()
    del y
z = torch.ones(3)
print(z.requires_grad, z.grad, z.is_leaf, z.grad_fn, z._version, z._base is None)
view = z[1:]
del view
for _ in range(5):
    z.add_(1)
    w = z * 1
    print(w._version, w._base is None, w.is_inference(), w.retains_grad, end=" ")
print()
with torch.inference_mode():
    q = z + 1
    del q
print((z + 1).is_inference())
kept = [torch.full((n,), float(n)) for n in range(1, 40)]
del kept[::2]
fresh = [torch.zeros(n) for n in range(1, 40)]
print(all(int(t.sum()) == 0 for t in fresh), all(int(t[0]) == t.numel() for t in kept))
t = torch.tensor([1.0, 2.0])
t.mark = "mine"
also = t
del t
print(also.mark, hasattr(torch.tensor([1.0, 2.0]), "mark"))
import weakref
r = weakref.ref(also)
print(r() is also)
del also
print(r())

# Short ways for small tensors and the general ones.
a, b = torch.arange(6.0).reshape(2, 3), torch.arange(6.0, 12.0).reshape(2, 3)
print(torch.cat([a, b]), torch.cat([a, b], 1), torch.cat((a, b.t().reshape(2, 3)), -1), torch.stack([a, b], 2).shape)
g = a.clone().requires_grad_()
print(torch.cat([g, b]).grad_fn is not None, torch.stack([b, g]).grad_fn is not None, torch.cat([b, b]).grad_fn)
print(a.sum(0), a.sum(1, True), a.sum(-1, dtype=torch.float64), a.sum((0, 1)), a.mean(), a.double().mean(), a.sum())
print(a.t().sum(), a.t().mean(), a[:0].sum(), a[:0].mean(), torch.tensor(3.0).sum(), torch.tensor([True, True]).sum())
print(a ** 2, a ** 3, (a + 1) ** 0.5, a.long() ** 2, F.softmax(a, 1), F.log_softmax(a, -1), F.softmax(a, 0), a.softmax(1))
print(torch.tensor([1.5, 2.5]), torch.tensor((1, 2)), torch.tensor([1, 2.5]), torch.tensor([True, 2]), torch.tensor([]))
print(torch.tensor([1.5], dtype=torch.int32), torch.tensor([[1, 2], [3, 4]]), torch.tensor(range(3)), torch.tensor([1e39]))
print(F.linear(a, b, torch.ones(2)), F.linear(a, b, torch.ones(1)), a @ torch.ones(3), a.double() @ torch.ones(3).double())
print(torch.addmm(torch.ones(2), a, b.t()), torch.addmm(torch.ones(2), a, b.t(), beta=2, alpha=0.5))
torch.manual_seed(3)
print(torch.rand(2, 3), torch.randn(17)[-3:], torch.rand(700)[620:626], torch.randn(2000)[[0, 623, 624, 1999]])
print(torch.zeros(2, 3), torch.zeros([2]), torch.zeros(()), torch.ones(2, dtype=torch.int64), torch.zeros(0).shape)
for bad in (lambda: torch.zeros(-1), lambda: torch.ones(2, -3), lambda: torch.rand(-2), lambda: a.view(4), lambda: a.sum(3),
            lambda: torch.cat([a, torch.ones(3, 2)]), lambda: torch.stack([a, b[:1]]), lambda: a.view(2, 3, requires_grad=True)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])
# expect: False None True None 0 True
# expect: 0 True False False 0 True False False 0 True False False 0 True False False 0 True False False 
# expect: False
# expect: True True
# expect: mine False
# expect: True
# expect: None
# expect: tensor([[ 0.,  1.,  2.],
# expect:         [ 3.,  4.,  5.],
# expect:         [ 6.,  7.,  8.],
# expect:         [ 9., 10., 11.]]) tensor([[ 0.,  1.,  2.,  6.,  7.,  8.],
# expect:         [ 3.,  4.,  5.,  9., 10., 11.]]) tensor([[ 0.,  1.,  2.,  6.,  9.,  7.],
# expect:         [ 3.,  4.,  5., 10.,  8., 11.]]) torch.Size([2, 3, 2])
# expect: True True None
# expect: tensor([3., 5., 7.]) tensor([[ 3.],
# expect:         [12.]]) tensor([ 3., 12.], dtype=torch.float64) tensor(15.) tensor(2.5000) tensor(2.5000, dtype=torch.float64) tensor(15.)
# expect: tensor(15.) tensor(2.5000) tensor(0.) tensor(nan) tensor(3.) tensor(2)
# expect: tensor([[ 0.,  1.,  4.],
# expect:         [ 9., 16., 25.]]) tensor([[  0.,   1.,   8.],
# expect:         [ 27.,  64., 125.]]) tensor([[1.0000, 1.4142, 1.7321],
# expect:         [2.0000, 2.2361, 2.4495]]) tensor([[ 0,  1,  4],
# expect:         [ 9, 16, 25]]) tensor([[0.0900, 0.2447, 0.6652],
# expect:         [0.0900, 0.2447, 0.6652]]) tensor([[-2.4076, -1.4076, -0.4076],
# expect:         [-2.4076, -1.4076, -0.4076]]) tensor([[0.0474, 0.0474, 0.0474],
# expect:         [0.9526, 0.9526, 0.9526]]) tensor([[0.0900, 0.2447, 0.6652],
# expect:         [0.0900, 0.2447, 0.6652]])
# expect: tensor([1.5000, 2.5000]) tensor([1, 2]) tensor([1.0000, 2.5000]) tensor([1, 2]) tensor([])
# expect: tensor([1], dtype=torch.int32) tensor([[1, 2],
# expect:         [3, 4]]) tensor([0, 1, 2]) tensor([inf])
# expect: tensor([[ 24.,  33.],
# expect:         [ 87., 123.]]) tensor([[ 24.,  33.],
# expect:         [ 87., 123.]]) tensor([ 3., 12.]) tensor([ 3., 12.], dtype=torch.float64)
# expect: tensor([[ 24.,  33.],
# expect:         [ 87., 123.]]) tensor([[13.5000, 18.0000],
# expect:         [45.0000, 63.0000]])
# expect: tensor([[0.0043, 0.1056, 0.2858],
# expect:         [0.0270, 0.4716, 0.0601]]) tensor([0.3736, 0.0134, 0.7737]) tensor([0.3949, 0.2723, 0.5233, 0.5832, 0.2665, 0.9213]) tensor([-0.1126,  0.2366,  1.7550,  1.3859])
# expect: tensor([[0., 0., 0.],
# expect:         [0., 0., 0.]]) tensor([0., 0.]) tensor(0.) tensor([1, 1]) torch.Size([0])
# expect: RuntimeError zeros: Dimension size must be non-negative.
# expect: RuntimeError Trying to create tensor with negative dimension -3: [2, -3]
# expect: RuntimeError Trying to create tensor with negative dimension -2: [-2]
# expect: RuntimeError shape '[4]' is invalid for input of size 6
# expect: IndexError Dimension out of range (expected to be in range of [-2, 1], but got 3)
# expect: RuntimeError Sizes of tensors must match except in dimension 0. Expected size 3 but got size 2 for tensor number 1 in the list.
# expect: RuntimeError stack expects each tensor to be equal size, but got [2, 3] at entry 0 and [1, 3] at entry 1
# expect: TypeError view() received an invalid combination of arguments - got (int, int, requires_grad=bool), but expected one of:
