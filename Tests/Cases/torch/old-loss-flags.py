# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# `size_average` and `reduce` of old programs, rows shortened by an embedding, a sequence searched in the order of another.
import torch
import torch.nn.functional as F
import warnings

warnings.simplefilter('ignore')
a, b = torch.ones(2), torch.zeros(2)
print(F.mse_loss(a, b, reduce=False), F.mse_loss(a, b, size_average=False), F.mse_loss(a, b, True, False), F.l1_loss(a, b, False))
print(F.kl_div(a, a, size_average=False), F.binary_cross_entropy(a / 2, b, reduce=False))
print(F.cross_entropy(torch.zeros(2, 2), torch.tensor([0, 1]), reduce=False), F.hinge_embedding_loss(a, a, reduce=False))
print(F.multilabel_soft_margin_loss(torch.ones(2, 2), torch.ones(2, 2), size_average=False))
w = torch.ones(3, 2)
print(F.embedding(torch.tensor([0, 0, 2]), w, max_norm=1.0), w)
order = torch.tensor([1, 2, 0])
v = torch.tensor([3, 1, 2])
print(torch.searchsorted(v, torch.tensor([2]), sorter=order), torch.searchsorted(v, 2, sorter=order, right=True))


def refused(function):
    try:
        function()
    except Exception as e:
        print(type(e).__name__, e)


refused(lambda: torch.searchsorted(v, 2, sorter=order[:2]))
refused(lambda: torch.searchsorted(v, 2, sorter=order.float()))
refused(lambda: torch.searchsorted(v, 2, sorter=order + 1))
refused(lambda: torch.searchsorted(v, 2, side='left', right=True))
refused(lambda: torch.searchsorted(v, 2, side='middle'))
# expect: tensor([1., 1.]) tensor(2.) tensor([1., 1.]) tensor(2.)
# expect: tensor(-2.) tensor([0.6931, 0.6931])
# expect: tensor([0.6931, 0.6931]) tensor([1., 1.])
# expect: tensor(0.6265)
# expect: tensor([[0.7071, 0.7071],
# expect:         [0.7071, 0.7071],
# expect:         [0.7071, 0.7071]]) tensor([[0.7071, 0.7071],
# expect:         [1.0000, 1.0000],
# expect:         [0.7071, 0.7071]])
# expect: tensor([1]) tensor(2)
# expect: RuntimeError torch.searchsorted(): boundary and sorter must have the same size, but got boundary tensor [3]and got sorter tensor [2]
# expect: RuntimeError torch.searchsorted(): sorter must be a tensor of long dtype but got dtype Float
# expect: RuntimeError torch.searchsorted(): sorter index out of range
# expect: RuntimeError torch.searchsorted(): side and right can't be set to opposites, got side of left while right was True
# expect: RuntimeError torch.searchsorted(): side can only be 'left' or 'right' but got middle
