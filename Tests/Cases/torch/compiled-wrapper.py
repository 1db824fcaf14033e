# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# What torch.compile gives, packed sequences as tuples, tensors of any sequence.
import collections
import torch
import torch.nn as nn
from torch.nn.utils.rnn import pack_sequence

m = nn.Sequential(nn.Linear(2, 3), nn.ReLU())
c = torch.compile(m)
print(c, list(c.state_dict()), type(c).__name__, c._orig_mod is m)
c.eval()
print(m.training, c.training, [n for n, _ in c.named_parameters()], c(torch.ones(1, 2)).shape)


@torch.compile
def f(x):
    return x.sin()


print(f(torch.zeros(2)), f.__name__)
packed = pack_sequence([torch.tensor([1, 2, 3]), torch.tensor([4, 5])])
data, sizes, order, back = packed
print(isinstance(packed, tuple), data, sizes, order, back, packed)


class Halves:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return i + 0.5


print(torch.tensor(collections.deque([1., 2.])), torch.tensor(bytearray(b'ab')), torch.tensor(Halves()))
for wrong in (b'ab', {1, 2}, {1: 2}, int, (k for k in [1])):
    try:
        torch.tensor(wrong)
    except Exception as e:
        print(type(e).__name__, e)
# expect: OptimizedModule(
# expect:   (_orig_mod): Sequential(
# expect:     (0): Linear(in_features=2, out_features=3, bias=True)
# expect:     (1): ReLU()
# expect:   )
# expect: ) ['_orig_mod.0.weight', '_orig_mod.0.bias'] OptimizedModule True
# expect: False False ['_orig_mod.0.weight', '_orig_mod.0.bias'] torch.Size([1, 3])
# expect: tensor([0., 0.]) f
# expect: True tensor([1, 4, 2, 5, 3]) tensor([2, 2, 1]) None None PackedSequence(data=tensor([1, 4, 2, 5, 3]), batch_sizes=tensor([2, 2, 1]), sorted_indices=None, unsorted_indices=None)
# expect: tensor([1., 2.]) tensor([97, 98]) tensor([0.5000, 1.5000])
# expect: TypeError new(): invalid data type 'bytes'
# expect: RuntimeError Could not infer dtype of set
# expect: RuntimeError Could not infer dtype of dict
# expect: RuntimeError Could not infer dtype of type
# expect: RuntimeError Could not infer dtype of generator
