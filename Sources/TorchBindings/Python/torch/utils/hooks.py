"""`torch.utils.hooks`: what takes a hook away again."""
from torch import _RemovableHandle as RemovableHandle

__all__ = ['RemovableHandle']
