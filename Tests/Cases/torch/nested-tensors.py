# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Tensors of different lengths together.
import torch, torch.nn as nn, torch.nn.functional as F
a, b = (torch.arange(3.0), torch.arange(5.0) + 1)
nt = torch.nested.nested_tensor([a, b])
print(nt)
print(nt.is_nested, nt.layout, nt.dtype, nt.device, nt.dim(), nt.size(0), nt.ndim, nt.numel(), nt.requires_grad)
print(nt.is_contiguous())
print(nt.unbind(), nt[0], nt[1])
print(torch.nested.to_padded_tensor(nt, 0.0), nt.to_padded_tensor(-1, (2, 6)))
for f in [
        lambda: nt.size(), lambda: nt.shape, lambda: nt.size(1), lambda: torch.nested.nested_tensor(3),
        lambda: torch.nested.nested_tensor([1, 2]), lambda: torch.nested.nested_tensor([[1, 2], [3]]),
        lambda: torch.nested.nested_tensor([]), lambda: torch.nested.nested_tensor([a, b.reshape(5, 1)]),
        lambda: nt.view(2), lambda: nt + torch.ones(2)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e)[:150])
m = torch.nested.nested_tensor([torch.ones(2, 3), torch.ones(1, 3)])
print(m, m.size(2), m.dim())
print(m * 2, m + m, -m, m.sin(), torch.relu(m), F.dropout(m, 0.5, False))
lin = nn.Linear(3, 2)
nn.init.ones_(lin.weight)
nn.init.zeros_(lin.bias)
o = lin(m)
print(o.unbind()[0].detach(), o.size(2), o.is_nested)
print(F.softmax(m, -1), m.transpose(1, 2).size(1), torch.matmul(m, m.transpose(1, 2)))
print(nn.LayerNorm(3)(m).is_nested, nt.clone(), nt.detach().is_nested, nt.double().dtype, nt.to(torch.float16).dtype)
p = torch.ones(2, 3, requires_grad=True)
n2 = torch.nested.as_nested_tensor([p, torch.ones(1, 3)])
torch.nested.to_padded_tensor(n2 * 2, 0).sum().backward()
print(p.grad, n2.requires_grad, n2.is_leaf)
j = torch.nested.nested_tensor([torch.arange(3.0), torch.arange(2.0)], layout=torch.jagged)
print(j, j.shape[0], j.layout, j.offsets(), j.values(), j.unbind(), j.is_nested, j.dim(), j.sum())
print([t.tolist() for t in j])
print((j * 2).values(), torch.nested.nested_tensor_from_jagged(torch.arange(6.0), torch.tensor([0, 2, 6])).unbind())
print(torch.nested.to_padded_tensor(j, 0.0))
print(type(j).__name__)
g = torch.nested.nested_tensor([a], requires_grad=True)
print(g, g.requires_grad)
print(torch.nested.nested_tensor([a, b], dtype=torch.float64).dtype)
print(torch.nested.nested_tensor([a.tolist(), b.tolist()]))
# expect: nested_tensor([
# expect:   tensor([0., 1., 2.]),
# expect:   tensor([1., 2., 3., 4., 5.])
# expect: ])
# expect: True torch.strided torch.float32 cpu 2 2 2 8 False
# expect: True
# expect: (tensor([0., 1., 2.]), tensor([1., 2., 3., 4., 5.])) tensor([0., 1., 2.]) tensor([1., 2., 3., 4., 5.])
# expect: tensor([[0., 1., 2., 0., 0.],
# expect:         [1., 2., 3., 4., 5.]]) tensor([[ 0.,  1.,  2., -1., -1., -1.],
# expect:         [ 1.,  2.,  3.,  4.,  5., -1.]])
# expect: RuntimeError Internal error: NestedTensorImpl doesn't support sizes. Please file an issue.
# expect: RuntimeError Internal error: NestedTensorImpl doesn't support sizes. Please file an issue.
# expect: RuntimeError Given dimension 1 is irregular and does not have a size.
# expect: TypeError Only lists (List[Tensor] and List[List...[Scalar]]) are accepted in nested_tensor
# expect: nested_tensor([
# expect:   tensor(1),
# expect:   tensor(2)
# expect: ])
# expect: nested_tensor([
# expect:   tensor([1, 2]),
# expect:   tensor([3])
# expect: ])
# expect: nested_tensor([
# expect:
# expect: ])
# expect: RuntimeError All Tensors given to nested_tensor must have the same dimension. Found dimension 2 for Tensor at index 1 and dimension 1 for Tensor at index 0.
# expect: RuntimeError shape '[2]' is invalid for input of size 3
# expect: RuntimeError Expected both self and other to be nested, but got a nested self and non-nested other
# expect: nested_tensor([
# expect:   tensor([[1., 1., 1.],
# expect:           [1., 1., 1.]]),
# expect:   tensor([[1., 1., 1.]])
# expect: ]) 3 3
# expect: nested_tensor([
# expect:   tensor([[2., 2., 2.],
# expect:           [2., 2., 2.]]),
# expect:   tensor([[2., 2., 2.]])
# expect: ]) nested_tensor([
# expect:   tensor([[2., 2., 2.],
# expect:           [2., 2., 2.]]),
# expect:   tensor([[2., 2., 2.]])
# expect: ]) nested_tensor([
# expect:   tensor([[-1., -1., -1.],
# expect:           [-1., -1., -1.]]),
# expect:   tensor([[-1., -1., -1.]])
# expect: ]) nested_tensor([
# expect:   tensor([[0.8415, 0.8415, 0.8415],
# expect:           [0.8415, 0.8415, 0.8415]]),
# expect:   tensor([[0.8415, 0.8415, 0.8415]])
# expect: ]) nested_tensor([
# expect:   tensor([[1., 1., 1.],
# expect:           [1., 1., 1.]]),
# expect:   tensor([[1., 1., 1.]])
# expect: ]) nested_tensor([
# expect:   tensor([[1., 1., 1.],
# expect:           [1., 1., 1.]]),
# expect:   tensor([[1., 1., 1.]])
# expect: ])
# expect: tensor([[3., 3.],
# expect:         [3., 3.]]) 2 True
# expect: nested_tensor([
# expect:   tensor([[0.3333, 0.3333, 0.3333],
# expect:           [0.3333, 0.3333, 0.3333]]),
# expect:   tensor([[0.3333, 0.3333, 0.3333]])
# expect: ]) 3 nested_tensor([
# expect:   tensor([[3., 3.],
# expect:           [3., 3.]]),
# expect:   tensor([[3.]])
# expect: ])
# expect: True nested_tensor([
# expect:   tensor([0., 1., 2.]),
# expect:   tensor([1., 2., 3., 4., 5.])
# expect: ]) True torch.float64 torch.float16
# expect: tensor([[2., 2., 2.],
# expect:         [2., 2., 2.]]) True False
# expect: NestedTensor(size=(2, j1), offsets=tensor([0, 3, 5]), contiguous=True) 2 torch.jagged tensor([0, 3, 5]) tensor([0., 1., 2., 0., 1.]) (tensor([0., 1., 2.]), tensor([0., 1.])) True 2 tensor(4.)
# expect: [[0.0, 1.0, 2.0], [0.0, 1.0]]
# expect: tensor([0., 2., 4., 0., 2.]) (tensor([0., 1.]), tensor([2., 3., 4., 5.]))
# expect: tensor([[0., 1., 2.],
# expect:         [0., 1., 0.]])
# expect: NestedTensor
# expect: nested_tensor([
# expect:   tensor([0., 1., 2.], requires_grad=True)
# expect: ], requires_grad=True) True
# expect: torch.float64
# expect: nested_tensor([
# expect:   tensor([0., 1., 2.]),
# expect:   tensor([1., 2., 3., 4., 5.])
# expect: ])
