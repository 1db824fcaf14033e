# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""What loaders, samplers and data sets refuse."""
import torch, torch.nn as nn, torch.nn.functional as F
from torch.utils.data import *

torch.manual_seed(0)
x, y5, v3, v5 = torch.randn(2, 3), torch.ones(4, 5), torch.ones(3), torch.ones(5)
w, w2 = torch.ones(2, 3, requires_grad=True), torch.ones(2, requires_grad=True)
for call in (
        'DataLoader([1, 2], batch_size=1.5)',
        'DataLoader([1, 2], num_workers=-1)',
        'DataLoader([1, 2], batch_sampler=[[0]], batch_size=2)',
        'DataLoader([1, 2], batch_size=None, drop_last=True)',
        'DataLoader([], shuffle=True)',
        'list(DataLoader([[1, 2], [3]], batch_size=2))',
        'DataLoader([1], prefetch_factor=2)',
        'DataLoader([1], persistent_workers=True)',
        "setattr(DataLoader([1]), 'batch_size', 3)",
        'random_split([1, 2, 3], [-0.5, 1.5])',
        'ConcatDataset([])',
        'ConcatDataset([[1], [2]])[5]',
        'ConcatDataset([[1], [2]])[-5]',
        'RandomSampler([1], replacement=3)',
        'WeightedRandomSampler([1, 2], 0)',
        'WeightedRandomSampler([[1, 2]], 2)',
        'BatchSampler([1], 0, False)',
        'list(DataLoader([1, 2], batch_size=None))',
        'list(DataLoader(Subset([5, 6, 7], [2, 0]), batch_size=2))',
):
    try:
        print(call, '->', eval(call))
    except Exception as error:
        print(call, '->', type(error).__name__, str(error))
# expect: DataLoader([1, 2], batch_size=1.5) -> ValueError batch_size should be a positive integer value, but got batch_size=1.5
# expect: DataLoader([1, 2], num_workers=-1) -> ValueError num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.
# expect: DataLoader([1, 2], batch_sampler=[[0]], batch_size=2) -> ValueError batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last
# expect: DataLoader([1, 2], batch_size=None, drop_last=True) -> ValueError batch_size=None option disables auto-batching and is mutually exclusive with drop_last
# expect: DataLoader([], shuffle=True) -> ValueError num_samples should be a positive integer value, but got num_samples=0
# expect: list(DataLoader([[1, 2], [3]], batch_size=2)) -> RuntimeError each element in list of batch should be of equal size
# expect: DataLoader([1], prefetch_factor=2) -> ValueError prefetch_factor option could only be specified in multiprocessing.let num_workers > 0 to enable multiprocessing, otherwise set prefetch_factor to None.
# expect: DataLoader([1], persistent_workers=True) -> ValueError persistent_workers option needs num_workers > 0
# expect: setattr(DataLoader([1]), 'batch_size', 3) -> ValueError batch_size attribute should not be set after DataLoader is initialized
# expect: random_split([1, 2, 3], [-0.5, 1.5]) -> ValueError Fraction at index 0 is not between 0 and 1
# expect: ConcatDataset([]) -> AssertionError datasets should not be an empty iterable
# expect: ConcatDataset([[1], [2]])[5] -> IndexError list index out of range
# expect: ConcatDataset([[1], [2]])[-5] -> ValueError absolute value of index should not exceed dataset length
# expect: RandomSampler([1], replacement=3) -> TypeError replacement should be a boolean value, but got replacement=3
# expect: WeightedRandomSampler([1, 2], 0) -> ValueError num_samples should be a positive integer value, but got num_samples=0
# expect: WeightedRandomSampler([[1, 2]], 2) -> ValueError weights should be a 1d sequence but given weights have shape (1, 2)
# expect: BatchSampler([1], 0, False) -> ValueError batch_size should be a positive integer value, but got batch_size=0
# expect: list(DataLoader([1, 2], batch_size=None)) -> [1, 2]
# expect: list(DataLoader(Subset([5, 6, 7], [2, 0]), batch_size=2)) -> [tensor([7, 5])]
