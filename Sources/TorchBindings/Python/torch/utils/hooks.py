"""`torch.utils.hooks`: what takes a hook away again."""
import torch

__all__ = ['RemovableHandle']


class RemovableHandle:
    next_id = 0

    def __init__(self, hooks_dict, *, extra_dict=None):
        self.hooks = hooks_dict
        self.id = RemovableHandle.next_id
        RemovableHandle.next_id += 1
        self.extra = [] if extra_dict is None else extra_dict if isinstance(extra_dict, list) else [extra_dict]

    def _named(self, key):
        self.id = key
        return self

    def remove(self):
        for hooks in (self.hooks, *self.extra):
            hooks.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.remove()
