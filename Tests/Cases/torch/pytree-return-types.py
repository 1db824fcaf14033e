# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# What functions return by name is a container, for trees and for vmap.
import torch
import torch.utils._pytree as pytree

made = torch.sort(torch.tensor([2.0, 1.0]))
leaves, spec = pytree.tree_flatten(made)
print(len(leaves), spec, type(pytree.tree_unflatten(leaves, spec)))
print(pytree.tree_map(lambda x: x + 1, torch.max(torch.eye(2), 0)))
a = torch.tensor([[3.0, 1.0, 2.0], [0.0, 5.0, 4.0]])
print(torch.vmap(torch.sort)(a))
print(torch.vmap(lambda x: torch.max(x, 0))(a)[1], torch.vmap(lambda x: x.topk(2))(a).values)
# expect: 2 TreeSpec(sort, None, [*,
# expect:   *]) <class 'torch.return_types.sort'>
# expect: torch.return_types.max(
# expect: values=tensor([2., 2.]),
# expect: indices=tensor([1, 2]))
# expect: torch.return_types.sort(
# expect: values=tensor([[1., 2., 3.],
# expect:         [0., 4., 5.]]),
# expect: indices=tensor([[1, 2, 0],
# expect:         [0, 2, 1]]))
# expect: tensor([0, 1]) tensor([[3., 2.],
# expect:         [5., 4.]])
