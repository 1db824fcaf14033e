"""Dropout."""
import torch.nn.functional as F
from torch.nn.modules.module import Module
from torch.nn.modules.utils import own_forward


class _Dropout(Module):
    def __init__(self, p=0.5, inplace=False):
        super().__init__()
        if p < 0 or p > 1:
            raise ValueError(f'dropout probability has to be between 0 and 1, but got {p}')
        self.p = p
        self.inplace = inplace

    def forward(self, input):
        return self.function(input, self.p, self.training, self.inplace)

    def extra_repr(self):
        return f'p={self.p}, inplace={self.inplace}'


@own_forward
class Dropout(_Dropout):
    function = staticmethod(F.dropout)


@own_forward
class Dropout1d(_Dropout):
    function = staticmethod(F.dropout1d)


@own_forward
class Dropout2d(_Dropout):
    function = staticmethod(F.dropout2d)


@own_forward
class Dropout3d(_Dropout):
    function = staticmethod(F.dropout3d)


@own_forward
class AlphaDropout(_Dropout):
    def forward(self, input):
        return F.alpha_dropout(input, self.p, self.training)


@own_forward
class FeatureAlphaDropout(_Dropout):
    def forward(self, input):
        return F.feature_alpha_dropout(input, self.p, self.training)
