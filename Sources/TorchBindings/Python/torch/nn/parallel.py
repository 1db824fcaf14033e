"""Layers over several devices: there is one."""
from torch.nn.modules.module import Module


class DataParallel(Module):
    """Without devices the module itself, under the name `module`."""

    def __init__(self, module, device_ids=None, output_device=None, dim=0):
        super().__init__()
        self.module = module
        self.device_ids = []

    def forward(self, *args, **kwargs):
        return self.module(*args, **kwargs)


DistributedDataParallel = DataParallel
