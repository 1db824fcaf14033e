# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A subclass with attributes of its own: copied, pickled, saved in a module.
import copy
import pickle

import torch


class Tagged(torch.Tensor):
    @staticmethod
    def __new__(cls, data, tag=None):
        return torch.Tensor._make_subclass(cls, torch.as_tensor(data))

    def __init__(self, data, tag=None):
        self.tag = tag

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        result = super().__torch_function__(func, types, args, kwargs or {})
        if isinstance(result, cls) and not hasattr(result, "tag"):
            result.tag = next((a.tag for a in args if isinstance(a, cls)), None)
        return result


t = Tagged([1.0, 2.0], "first")
print(t, t.tag, (t + 1).tag, (t + 1).sum().tag, t[0].tag, torch.relu(t).tag)
again = pickle.loads(pickle.dumps(t))
print(again, again.tag, type(again).__name__, copy.copy(t).tag)
module = torch.nn.Module()
module.register_buffer("b", t)
print(type(module.b).__name__, list(module.state_dict()), type(module.state_dict()["b"]).__name__)
# expect: Tagged([1., 2.]) first first first first first
# expect: Tagged([1., 2.]) first Tagged first
# expect: Tagged ['b'] Tagged
