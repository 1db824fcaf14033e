"""Activations and losses."""
import torch
from torch.nn._module import Module, Parameter
import torch.nn.functional as F


def _activation(name, function, parameters=(), extra=None, check=None):
    """A module whose forward calls function with its parameters, in order."""
    names = [p[0] for p in parameters]
    defaults = [p[1] for p in parameters]

    def __init__(self, *args, **kwargs):
        Module.__init__(self)
        if len(args) > len(names):
            raise TypeError(f'{name}.__init__() takes from 1 to {len(names) + 1} positional arguments but {len(args) + 1} were given')
        for i, key in enumerate(names):
            if i < len(args):
                value = args[i]
            elif key in kwargs:
                value = kwargs.pop(key)
            elif defaults[i] is _required:
                raise TypeError(f"{name}.__init__() missing 1 required positional argument: '{key}'")
            else:
                value = defaults[i]
            setattr(self, key, value)
        if kwargs:
            raise TypeError(f"{name}.__init__() got an unexpected keyword argument '{next(iter(kwargs))}'")

    def forward(self, input):
        return function(input, **{key: getattr(self, key) for key in names})

    body = {'__init__': __init__, 'forward': forward, '__module__': 'torch.nn.modules.activation'}
    if extra is not None:
        body['extra_repr'] = extra
    return type(name, (Module,), body)


_required = object()


def _inplace(self):
    return 'inplace=True' if self.inplace else ''


def _show(*names, inplace=False):
    def extra_repr(self):
        parts = [f'{n}={getattr(self, n)}' for n in names]
        if inplace and self.inplace:
            parts.append('inplace=True')
        return ', '.join(parts)
    return extra_repr


ReLU = _activation('ReLU', F.relu, [('inplace', False)], _inplace)
SELU = _activation('SELU', F.selu, [('inplace', False)], _inplace)
SiLU = _activation('SiLU', F.silu, [('inplace', False)], _inplace)
Mish = _activation('Mish', F.mish, [('inplace', False)], _inplace)
Hardswish = _activation('Hardswish', F.hardswish, [('inplace', False)])
Hardsigmoid = _activation('Hardsigmoid', F.hardsigmoid, [('inplace', False)])
LeakyReLU = _activation('LeakyReLU', F.leaky_relu, [('negative_slope', 0.01), ('inplace', False)],
                        _show('negative_slope', inplace=True))
ELU = _activation('ELU', F.elu, [('alpha', 1.0), ('inplace', False)], _show('alpha', inplace=True))
CELU = _activation('CELU', F.celu, [('alpha', 1.0), ('inplace', False)], _show('alpha', inplace=True))
GELU = _activation('GELU', F.gelu, [('approximate', 'none')], lambda self: f'approximate={self.approximate!r}')
Sigmoid = _activation('Sigmoid', torch.sigmoid)
Tanh = _activation('Tanh', torch.tanh)
LogSigmoid = _activation('LogSigmoid', F.logsigmoid)
Softsign = _activation('Softsign', F.softsign)
Tanhshrink = _activation('Tanhshrink', F.tanhshrink)
Softmax = _activation('Softmax', F.softmax, [('dim', None)], _show('dim'))
Softmin = _activation('Softmin', F.softmin, [('dim', None)], _show('dim'))
LogSoftmax = _activation('LogSoftmax', F.log_softmax, [('dim', None)], _show('dim'))
Softplus = _activation('Softplus', F.softplus, [('beta', 1.0), ('threshold', 20.0)], _show('beta', 'threshold'))
Hardtanh = _activation('Hardtanh', F.hardtanh, [('min_val', -1.0), ('max_val', 1.0), ('inplace', False)],
                       _show('min_val', 'max_val', inplace=True))
Threshold = _activation('Threshold', F.threshold, [('threshold', _required), ('value', _required), ('inplace', False)],
                        _show('threshold', 'value', inplace=True))
Hardshrink = _activation('Hardshrink', F.hardshrink, [('lambd', 0.5)], lambda self: f'{self.lambd}')
Softshrink = _activation('Softshrink', F.softshrink, [('lambd', 0.5)], lambda self: str(self.lambd))
GLU = _activation('GLU', F.glu, [('dim', -1)], _show('dim'))


class ReLU6(Hardtanh):
    def __init__(self, inplace=False):
        super().__init__(0.0, 6.0, inplace)
    extra_repr = _inplace


class Softmax2d(Module):
    def forward(self, input):
        return F.softmax(input, -3)


class RReLU(Module):
    def __init__(self, lower=1.0 / 8, upper=1.0 / 3, inplace=False):
        super().__init__()
        self.lower, self.upper, self.inplace = lower, upper, inplace

    def forward(self, input):
        return F.rrelu(input, self.lower, self.upper, self.training, self.inplace)

    extra_repr = _show('lower', 'upper', inplace=True)


class PReLU(Module):
    def __init__(self, num_parameters=1, init=0.25, device=None, dtype=None):
        super().__init__()
        self.num_parameters = num_parameters
        self.init = init
        self.weight = Parameter(torch.full((num_parameters,), float(init), dtype=dtype))

    def forward(self, input):
        return F.prelu(input, self.weight)

    extra_repr = _show('num_parameters')


class _Loss(Module):
    def __init__(self, size_average=None, reduce=None, reduction='mean'):
        super().__init__()
        self.reduction = reduction


class _WeightedLoss(_Loss):
    def __init__(self, weight=None, size_average=None, reduce=None, reduction='mean'):
        super().__init__(reduction=reduction)
        self.register_buffer('weight', weight)


class MSELoss(_Loss):
    def forward(self, input, target):
        return F.mse_loss(input, target, reduction=self.reduction)


class L1Loss(_Loss):
    def forward(self, input, target):
        return F.l1_loss(input, target, reduction=self.reduction)


class SoftMarginLoss(_Loss):
    def forward(self, input, target):
        return F.soft_margin_loss(input, target, reduction=self.reduction)


class SmoothL1Loss(_Loss):
    def __init__(self, size_average=None, reduce=None, reduction='mean', beta=1.0):
        super().__init__(reduction=reduction)
        self.beta = beta

    def forward(self, input, target):
        return F.smooth_l1_loss(input, target, reduction=self.reduction, beta=self.beta)


class HuberLoss(_Loss):
    def __init__(self, reduction='mean', delta=1.0):
        super().__init__(reduction=reduction)
        self.delta = delta

    def forward(self, input, target):
        return F.huber_loss(input, target, reduction=self.reduction, delta=self.delta)


class BCELoss(_WeightedLoss):
    def forward(self, input, target):
        return F.binary_cross_entropy(input, target, weight=self.weight, reduction=self.reduction)


class BCEWithLogitsLoss(_Loss):
    def __init__(self, weight=None, size_average=None, reduce=None, reduction='mean', pos_weight=None):
        super().__init__(reduction=reduction)
        self.register_buffer('weight', weight)
        self.register_buffer('pos_weight', pos_weight)

    def forward(self, input, target):
        return F.binary_cross_entropy_with_logits(input, target, self.weight, pos_weight=self.pos_weight,
                                                  reduction=self.reduction)


class CrossEntropyLoss(_WeightedLoss):
    def __init__(self, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean', label_smoothing=0.0):
        super().__init__(weight, reduction=reduction)
        self.ignore_index, self.label_smoothing = ignore_index, label_smoothing

    def forward(self, input, target):
        return F.cross_entropy(input, target, weight=self.weight, ignore_index=self.ignore_index,
                               reduction=self.reduction, label_smoothing=self.label_smoothing)


class NLLLoss(_WeightedLoss):
    def __init__(self, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean'):
        super().__init__(weight, reduction=reduction)
        self.ignore_index = ignore_index

    def forward(self, input, target):
        return F.nll_loss(input, target, weight=self.weight, ignore_index=self.ignore_index, reduction=self.reduction)


class KLDivLoss(_Loss):
    def __init__(self, size_average=None, reduce=None, reduction='mean', log_target=False):
        super().__init__(reduction=reduction)
        self.log_target = log_target

    def forward(self, input, target):
        return F.kl_div(input, target, reduction=self.reduction, log_target=self.log_target)


class HingeEmbeddingLoss(_Loss):
    def __init__(self, margin=1.0, size_average=None, reduce=None, reduction='mean'):
        super().__init__(reduction=reduction)
        self.margin = margin

    def forward(self, input, target):
        return F.hinge_embedding_loss(input, target, margin=self.margin, reduction=self.reduction)


class PoissonNLLLoss(_Loss):
    def __init__(self, log_input=True, full=False, size_average=None, eps=1e-8, reduce=None, reduction='mean'):
        super().__init__(reduction=reduction)
        self.log_input, self.full, self.eps = log_input, full, eps

    def forward(self, input, target):
        return F.poisson_nll_loss(input, target, log_input=self.log_input, full=self.full, eps=self.eps,
                                  reduction=self.reduction)


class GaussianNLLLoss(_Loss):
    def __init__(self, *, full=False, eps=1e-6, reduction='mean'):
        super().__init__(reduction=reduction)
        self.full, self.eps = full, eps

    def forward(self, input, target, var):
        return F.gaussian_nll_loss(input, target, var, full=self.full, eps=self.eps, reduction=self.reduction)


class CosineEmbeddingLoss(_Loss):
    def __init__(self, margin=0.0, size_average=None, reduce=None, reduction='mean'):
        super().__init__(reduction=reduction)
        self.margin = margin

    def forward(self, input1, input2, target):
        return F.cosine_embedding_loss(input1, input2, target, margin=self.margin, reduction=self.reduction)


class MarginRankingLoss(CosineEmbeddingLoss):
    def forward(self, input1, input2, target):
        return F.margin_ranking_loss(input1, input2, target, margin=self.margin, reduction=self.reduction)


class TripletMarginLoss(_Loss):
    def __init__(self, margin=1.0, p=2.0, eps=1e-6, swap=False, size_average=None, reduce=None, reduction='mean'):
        super().__init__(reduction=reduction)
        self.margin, self.p, self.eps, self.swap = margin, p, eps, swap

    def forward(self, anchor, positive, negative):
        return F.triplet_margin_loss(anchor, positive, negative, margin=self.margin, p=self.p, eps=self.eps,
                                     swap=self.swap, reduction=self.reduction)
