"""Dynamic quantisation: weights as whole numbers, inputs quantised as they come.

What needs a calibrated or traced model (`prepare`, `convert`, `fx`) is refused.
"""
import copy

import torch
import torch.nn as nn
from torch._quantized import _range, per_tensor_affine, qint8, quantize_per_tensor, quint8

__all__ = ['quantize_dynamic', 'QuantStub', 'DeQuantStub', 'QuantWrapper', 'default_dynamic_qconfig', 'get_default_qconfig']


class DynamicQuantizedLinear(nn.Module):
    """A linear layer with weights of 8 bits."""

    def __init__(self, in_features, out_features, weight=None, bias=None, dtype=qint8):
        super().__init__()
        self.in_features, self.out_features, self.dtype = in_features, out_features, dtype
        self._weight, self._bias, self.scale, self.zero_point = weight, bias, 1.0, 0

    def _get_name(self):
        return 'DynamicQuantizedLinear'

    @classmethod
    def from_float(cls, module, dtype=qint8):
        weight = module.weight.detach()
        if dtype is torch.float16:
            quantized = weight.half()
        else:
            # Symmetric: zero is zero.
            scale = (weight.abs().max() / 127.5).clamp(min=1.1920928955078125e-07)
            quantized = quantize_per_tensor(weight, scale.item(), 0, qint8)
        return cls(module.in_features, module.out_features, quantized, module.bias, dtype)

    def weight(self):
        return self._weight

    def bias(self):
        return self._bias

    def forward(self, x):
        if self.dtype is torch.float16:
            return nn.functional.linear(x.detach(), self._weight.float(), None if self._bias is None else self._bias.detach())
        scale, zero = _range(x.min().item(), x.max().item(), quint8, True)
        x = quantize_per_tensor(x, scale, zero, quint8).dequantize()
        return nn.functional.linear(x, self._weight.dequantize(), None if self._bias is None else self._bias.detach())

    def extra_repr(self):
        text = f'in_features={self.in_features}, out_features={self.out_features}, dtype={self.dtype}'
        return text if self.dtype is torch.float16 else text + f', qscheme={self._weight.qscheme()}'

    def state_dict(self, *, destination=None, prefix='', keep_vars=False):
        destination = {} if destination is None else destination
        destination[prefix + 'scale'], destination[prefix + 'zero_point'] = torch.tensor(self.scale), torch.tensor(self.zero_point)
        destination[prefix + '_packed_params.dtype'] = self.dtype
        destination[prefix + '_packed_params._packed_params'] = (self._weight, self._bias)
        return destination


def quantize_dynamic(model, qconfig_spec=None, dtype=qint8, mapping=None, inplace=False):
    """A copy of a model in which linear layers have weights of 8 bits; other layers stay as they are."""
    kinds = qconfig_spec.keys() if isinstance(qconfig_spec, dict) else qconfig_spec
    kinds = {nn.Linear} if kinds is None else set(kinds)
    if not inplace:
        model = copy.deepcopy(model)

    def wanted(name, module):
        return type(module) is nn.Linear and (nn.Linear in kinds or name in kinds)

    def convert(module, prefix):
        for name, child in list(module.named_children()):
            path = f'{prefix}.{name}' if prefix else name
            if wanted(path, child):
                setattr(module, name, DynamicQuantizedLinear.from_float(child, dtype))
            else:
                convert(child, path)
    if wanted('', model):
        return DynamicQuantizedLinear.from_float(model, dtype)
    convert(model, '')
    return model


class QuantStub(nn.Module):
    """Marks where numbers would be quantised."""

    def __init__(self, qconfig=None):
        super().__init__()

    def forward(self, x):
        return x


class DeQuantStub(QuantStub):
    pass


class QuantWrapper(nn.Module):
    def __init__(self, module):
        super().__init__()
        self.quant, self.dequant, self.module = QuantStub(), DeQuantStub(), module

    def forward(self, x):
        return self.dequant(self.module(self.quant(x)))


class QConfig:
    """What would observe activations and weights."""

    def __init__(self, activation, weight):
        self.activation, self.weight = activation, weight


default_qconfig = default_dynamic_qconfig = QConfig(None, None)


def get_default_qconfig(backend='x86', version=0):
    return default_qconfig


get_default_qat_qconfig = get_default_qconfig


def __getattr__(name):
    if name in ('prepare', 'convert', 'prepare_qat', 'quantize', 'quantize_qat', 'fuse_modules', 'quantize_fx', 'quantize_jit'):
        raise NotImplementedError(f'torch.ao.quantization.{name}: Wick has dynamic quantisation only; use quantize_dynamic')
    raise AttributeError(f"module 'torch.ao.quantization' has no attribute '{name}'")
