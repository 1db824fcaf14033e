"""Batch normalisation taken into the layer before it, for evaluation."""
import copy

import torch

__all__ = ['fuse_conv_bn_eval', 'fuse_conv_bn_weights', 'fuse_linear_bn_eval', 'fuse_linear_bn_weights']


def _fused(weight, bias, bn_mean, bn_var, bn_eps, bn_weight, bn_bias, shape):
    bias = torch.zeros_like(bn_mean) if bias is None else bias
    bn_weight = torch.ones_like(bn_mean) if bn_weight is None else bn_weight
    bn_bias = torch.zeros_like(bn_mean) if bn_bias is None else bn_bias
    scale = bn_weight * torch.rsqrt(bn_var + bn_eps)
    return (torch.nn.Parameter((weight * scale.reshape(shape)).to(weight.dtype), weight.requires_grad),
            torch.nn.Parameter(((bias - bn_mean) * scale + bn_bias).to(bias.dtype), bias.requires_grad))


def fuse_conv_bn_weights(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, transpose=False):
    shape = [1, -1] + [1] * (conv_w.dim() - 2) if transpose else [-1] + [1] * (conv_w.dim() - 1)
    return _fused(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, shape)


def fuse_linear_bn_weights(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b):
    return _fused(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, [-1, 1])


def fuse_conv_bn_eval(conv, bn, transpose=False):
    if conv.training or bn.training:
        raise AssertionError('Fusion only for eval!')
    made = copy.deepcopy(conv)
    made.weight, made.bias = fuse_conv_bn_weights(made.weight, made.bias, bn.running_mean, bn.running_var, bn.eps, bn.weight,
                                                  bn.bias, transpose)
    return made


def fuse_linear_bn_eval(linear, bn):
    if linear.training or bn.training:
        raise AssertionError('Fusion only for eval!')
    if linear.out_features != bn.num_features and bn.num_features != 1:
        raise AssertionError('To fuse, linear.out_features == bn.num_features or bn.num_features == 1')
    made = copy.deepcopy(linear)
    made.weight, made.bias = fuse_linear_bn_weights(made.weight, made.bias, bn.running_mean, bn.running_var, bn.eps, bn.weight,
                                                    bn.bias)
    return made
