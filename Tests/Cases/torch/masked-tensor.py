# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""`MaskedTensor`: printing, arithmetic, reductions, gradients."""
import warnings

import torch
from torch.masked import as_masked_tensor, is_masked_tensor, masked_tensor

warnings.simplefilter('ignore')
x = torch.arange(6.).reshape(2, 3)
t = masked_tensor(x, torch.tensor([[True, False, True], [False, False, True]]))
print(t, t.get_data(), t.get_mask(), is_masked_tensor(t))
print(t + t, t * 2, 1 + t, -t, t > 1)
print(t.sum(), t.sum(1), t.mean(0), t.amax(1), t.std())
print(t.to_tensor(0), t.shape, t[0], t.t(), t.exp())
print(masked_tensor(torch.tensor([1, 2]), torch.tensor([True, False])))
for call in ("masked_tensor(x, x)", "masked_tensor(x, torch.ones(3).bool())", "t + masked_tensor(x, torch.ones(2, 3).bool())"):
    try:
        print(eval(call))
    except Exception as error:
        print(type(error).__name__, error)
leaf = masked_tensor(torch.tensor([1., 2., 3.]), torch.tensor([True, False, True]), requires_grad=True)
(leaf * 2).sum().backward()
print(leaf.grad)
# expect: MaskedTensor(
# expect:   [
# expect:     [  0.0000,       --,   2.0000],
# expect:     [      --,       --,   5.0000]
# expect:   ]
# expect: ) tensor([[0., 1., 2.],
# expect:         [3., 4., 5.]]) tensor([[ True, False,  True],
# expect:         [False, False,  True]]) True
# expect: MaskedTensor(
# expect:   [
# expect:     [  0.0000,       --,   4.0000],
# expect:     [      --,       --,  10.0000]
# expect:   ]
# expect: ) MaskedTensor(
# expect:   [
# expect:     [  0.0000,       --,   4.0000],
# expect:     [      --,       --,  10.0000]
# expect:   ]
# expect: ) MaskedTensor(
# expect:   [
# expect:     [  1.0000,       --,   3.0000],
# expect:     [      --,       --,   6.0000]
# expect:   ]
# expect: ) MaskedTensor(
# expect:   [
# expect:     [ -0.0000,       --,  -2.0000],
# expect:     [      --,       --,  -5.0000]
# expect:   ]
# expect: ) MaskedTensor(
# expect:   [
# expect:     [False,       --, True],
# expect:     [      --,       --, True]
# expect:   ]
# expect: )
# expect: MaskedTensor(  7.0000, True) MaskedTensor(
# expect:   [  2.0000,   5.0000]
# expect: ) MaskedTensor(
# expect:   [  0.0000,       --,   3.5000]
# expect: ) MaskedTensor(
# expect:   [  2.0000,   5.0000]
# expect: ) MaskedTensor(  2.5166, True)
# expect: tensor([[0., 0., 2.],
# expect:         [0., 0., 5.]]) torch.Size([2, 3]) MaskedTensor(
# expect:   [  0.0000,       --,   2.0000]
# expect: ) MaskedTensor(
# expect:   [
# expect:     [  0.0000,       --],
# expect:     [      --,       --],
# expect:     [  2.0000,   5.0000]
# expect:   ]
# expect: ) MaskedTensor(
# expect:   [
# expect:     [  1.0000,       --,   7.3891],
# expect:     [      --,       --, 148.4132]
# expect:   ]
# expect: )
# expect: MaskedTensor(
# expect:   [1,       --]
# expect: )
# expect: TypeError mask must have dtype bool.
# expect: ValueError data.dim() must equal mask.dim()
# expect: ValueError Input masks must match. If you need support for this, please open an issue on Github.
# expect: MaskedTensor(
# expect:   [  2.0000,       --,   2.0000]
# expect: )
