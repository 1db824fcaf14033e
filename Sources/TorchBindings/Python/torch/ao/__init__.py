"""`torch.ao`: quantisation."""


def __getattr__(name):
    if name in ('quantization', 'nn'):
        import importlib
        return importlib.import_module('torch.ao.' + name)
    raise AttributeError(f"module 'torch.ao' has no attribute '{name}'")
