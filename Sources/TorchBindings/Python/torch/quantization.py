"""The older name of `torch.ao.quantization`."""
from torch.ao.quantization import *
from torch.ao.quantization import QConfig, default_qconfig, get_default_qat_qconfig


def __getattr__(name):
    import torch.ao.quantization
    return getattr(torch.ao.quantization, name)
