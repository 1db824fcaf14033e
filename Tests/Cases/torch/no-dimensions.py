# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A tensor without dimensions has no size to ask for.
import torch
import torch.nn as nn

t = torch.tensor(2.0)
for call in [
    lambda: t.size(0),
    lambda: t.size(-1),
    lambda: t.stride(3),
    lambda: t.size(),
    lambda: torch.ones(2, 3).size(5),
    lambda: torch.ones(2, 3).stride(-7),
    lambda: t.size('a'),
    lambda: t.stride(1.5),
    lambda: t.size(True),
    lambda: torch.utils.data.TensorDataset(t),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
# expect: IndexError Dimension specified as 0 but tensor has no dimensions
# expect: IndexError Dimension specified as -1 but tensor has no dimensions
# expect: IndexError Dimension specified as 3 but tensor has no dimensions
# expect: torch.Size([])
# expect: IndexError Dimension out of range (expected to be in range of [-2, 1], but got 5)
# expect: IndexError Dimension out of range (expected to be in range of [-2, 1], but got -7)
# expect: TypeError size(): argument 'dim' (position 1) must be int, not str
# expect: TypeError stride(): argument 'dim' (position 1) must be int, not float
# expect: TypeError size(): argument 'dim' (position 1) must be int, not bool
# expect: IndexError Dimension specified as 0 but tensor has no dimensions
