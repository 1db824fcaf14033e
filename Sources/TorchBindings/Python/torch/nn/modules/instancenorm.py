"""Normalisation of every instance."""
import torch.nn.functional as F
from torch.nn.modules.batchnorm import _BatchNorm


class _InstanceNorm(_BatchNorm):
    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=False, track_running_stats=False, device=None, dtype=None):
        super().__init__(num_features, eps, momentum, affine, track_running_stats, device, dtype)

    def forward(self, input):
        self._check_input_dim(input)
        return F.instance_norm(input, self.running_mean, self.running_var, self.weight, self.bias,
                               self.training or not self.track_running_stats,
                               self.momentum if self.momentum is not None else 0.0, self.eps)


class InstanceNorm1d(_InstanceNorm):
    ranks = (2, 3)
    rank_text = '2D or 3D'


class InstanceNorm2d(_InstanceNorm):
    ranks = (3, 4)
    rank_text = '3D or 4D'


class InstanceNorm3d(_InstanceNorm):
    ranks = (4, 5)
    rank_text = '4D or 5D'
