"""Layers over several devices: there is one."""
from torch.nn.modules.module import Module


class DataParallel(Module):
    """Without devices the module itself, under the name `module`."""

    def __init__(self, module, device_ids=None, output_device=None, dim=0):
        super().__init__()
        self.module = module
        self.device_ids = [] if device_ids is None else list(device_ids)

    def forward(self, *args, **kwargs):
        return self.module(*args, **kwargs)


class DistributedDataParallel(Module):
    """The module of the only process: there are no gradients to exchange."""

    def __init__(self, module, device_ids=None, output_device=None, dim=0, broadcast_buffers=True, init_sync=True,
                 process_group=None, bucket_cap_mb=None, find_unused_parameters=False, check_reduction=False,
                 gradient_as_bucket_view=False, static_graph=False, **options):
        super().__init__()
        import torch.distributed as dist
        dist._world(process_group)
        if not any(p.requires_grad for p in module.parameters()):
            raise RuntimeError("DistributedDataParallel is not needed when a module doesn't have any parameters that require a "
                               'gradient.')
        self.module, self.device_ids = module, None

    def forward(self, *args, **kwargs):
        return self.module(*args, **kwargs)

    def no_sync(self):
        import contextlib
        return contextlib.nullcontext()

    join = lambda self, *args, **kwargs: self.no_sync()


def scatter(inputs, target_gpus, dim=0):
    raise AssertionError('Torch not compiled with CUDA enabled')


def data_parallel(module, inputs, device_ids=None, output_device=None, dim=0, module_kwargs=None):
    inputs = inputs if isinstance(inputs, tuple) else (inputs,)
    return module(*inputs, **(module_kwargs or {}))
