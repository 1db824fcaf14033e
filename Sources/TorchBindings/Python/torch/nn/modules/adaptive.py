"""A softmax over many classes, of which the rare ones share small layers."""
from collections import namedtuple

import torch
import torch.nn.functional as F
from torch.nn.modules.container import ModuleList, Sequential
from torch.nn.modules.linear import Linear
from torch.nn.modules.module import Module

_ASMoutput = namedtuple('_ASMoutput', ['output', 'loss'])


class AdaptiveLogSoftmaxWithLoss(Module):
    def __init__(self, in_features, n_classes, cutoffs, div_value=4.0, head_bias=False, device=None, dtype=None):
        super().__init__()
        cutoffs = list(cutoffs)
        if len(cutoffs) == 0:
            raise ValueError('cutoffs should be a sequence of length larger than 0')
        if (cutoffs != sorted(cutoffs) or min(cutoffs) <= 0 or max(cutoffs) > n_classes - 1
                or len(set(cutoffs)) != len(cutoffs) or any(int(c) != c for c in cutoffs)):
            raise ValueError('cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each '
                             'value is between 1 and n_classes-1')
        self.in_features, self.n_classes, self.div_value, self.head_bias = in_features, n_classes, div_value, head_bias
        self.cutoffs = cutoffs + [n_classes]
        self.shortlist_size, self.n_clusters = self.cutoffs[0], len(self.cutoffs) - 1
        self.head_size = self.shortlist_size + self.n_clusters
        self.head = Linear(in_features, self.head_size, bias=head_bias, dtype=dtype)
        self.tail = ModuleList()
        for k, (low, high) in enumerate(zip(self.cutoffs, self.cutoffs[1:])):
            inner = int(in_features // div_value ** (k + 1))
            self.tail.append(Sequential(Linear(in_features, inner, bias=False, dtype=dtype),
                                        Linear(inner, high - low, bias=False, dtype=dtype)))

    def reset_parameters(self):
        self.head.reset_parameters()
        for first, second in self.tail:
            first.reset_parameters()
            second.reset_parameters()

    def forward(self, input_, target_):
        batched = target_.dim() > 0
        if batched and input_.shape[0] != target_.shape[0]:
            raise RuntimeError('Input and target should have the same size in the batch dimension.')
        if not batched and input_.dim() != 1:
            raise RuntimeError('0D target tensor expects 1D input tensor')
        input, target = (input_, target_) if batched else (input_.unsqueeze(0), target_.unsqueeze(0))
        used, count = 0, target.shape[0]
        output, gather = input.new_zeros(count), target.new_empty(count)
        for k, (low, high) in enumerate(zip([0] + self.cutoffs, self.cutoffs)):
            rows = ((target >= low) & (target < high)).nonzero().squeeze(1)
            if rows.numel() == 0:
                continue
            if k == 0:
                gather.index_copy_(0, rows, target[rows])
            else:
                of = F.log_softmax(self.tail[k - 1](input.index_select(0, rows)), dim=1)
                relative = (target[rows] - low).unsqueeze(1)
                gather.index_fill_(0, rows, self.shortlist_size + k - 1)
                output = output.index_copy(0, rows, of.gather(1, relative).squeeze(1))
            used += rows.numel()
        if used != count:
            raise RuntimeError(f'Target values should be in [0, {self.n_classes - 1}], but values in range '
                               f'[{target.min().item()}, {target.max().item()}] were found. ')
        head = F.log_softmax(self.head(input), dim=1)
        output = output + head.gather(1, gather.unsqueeze(1)).squeeze()
        loss = (-output).mean()
        return _ASMoutput(output if batched else output.squeeze(0), loss)

    def _all(self, input, head):
        start = F.log_softmax(head, dim=1)
        parts = [start[:, :self.shortlist_size]]
        for k in range(self.n_clusters):
            inner = F.log_softmax(self.tail[k](input), dim=1)
            parts.append(inner + start[:, self.shortlist_size + k].unsqueeze(1))
        return torch.cat(parts, 1)

    def log_prob(self, input):
        return self._all(input, self.head(input))

    def predict(self, input):
        return self.log_prob(input).argmax(1)
