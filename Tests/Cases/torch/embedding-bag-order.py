# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# The arguments of old versions are turned around, with a warning.
import warnings

import torch
import torch.nn.functional as F

weight, indices = torch.arange(12.0).reshape(4, 3), torch.tensor([[1, 2], [0, 3]])
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(F.embedding_bag(indices, weight), len(seen))
    print(F.embedding_bag(weight, indices), len(seen), seen[-1].category.__name__)
    print(F.embedding_bag(weight, indices.flatten(), offsets=torch.tensor([0, 2]), mode="sum"))
print(seen[-1].message)
try:
    F.embedding_bag(weight, weight)
except RuntimeError as error:
    print(error)

# What each weighs is compared with the indices, wherever they were given.
warnings.simplefilter("ignore")
halves = torch.full((2, 2), 0.5)
print(F.embedding_bag(weight, indices, mode="sum", per_sample_weights=halves))
try:
    F.embedding_bag(weight, indices, mode="sum", per_sample_weights=halves[0])
except ValueError as error:
    print(error)
# expect: tensor([[4.5000, 5.5000, 6.5000],
# expect:         [4.5000, 5.5000, 6.5000]]) 0
# expect: tensor([[4.5000, 5.5000, 6.5000],
# expect:         [4.5000, 5.5000, 6.5000]]) 1 UserWarning
# expect: tensor([[ 9., 11., 13.],
# expect:         [ 9., 11., 13.]])
# expect: Argument order of nn.functional.embedding_bag was changed. Usage `embedding_bag(weight, input, ...)` is deprecated, and should now be `embedding_bag(input, weight, ...)`.
# expect: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead (while checking arguments for embedding_bag)
# expect: tensor([[4.5000, 5.5000, 6.5000],
# expect:         [4.5000, 5.5000, 6.5000]])
# expect: embedding_bag: If per_sample_weights (torch.Size([2])) is not None, then it must have the same shape as the input (torch.Size([2, 2]))
