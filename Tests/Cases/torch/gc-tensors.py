# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Which tensors live: what people run when memory grows.
import gc
import torch

kept = [torch.ones(3), torch.zeros(2, 2)]
holder = {"weight": torch.full((4,), 2.0)}
model = torch.nn.Linear(3, 5)


def shapes():
    out = []
    for obj in gc.get_objects():
        try:
            if torch.is_tensor(obj) or hasattr(obj, "data") and torch.is_tensor(obj.data):
                out.append((type(obj).__name__, tuple(obj.size())))
        except Exception:
            pass
    return out


found = shapes()
for wanted in (("Tensor", (3,)), ("Tensor", (2, 2)), ("Tensor", (4,)), ("Parameter", (5, 3)), ("Parameter", (5,))):
    print(wanted, found.count(wanted))
del kept[0], model
gc.collect()
found = shapes()
print(found.count(("Tensor", (3,))), found.count(("Parameter", (5, 3))), found.count(("Tensor", (2, 2))))
# expect: ('Tensor', (3,)) 1
# expect: ('Tensor', (2, 2)) 1
# expect: ('Tensor', (4,)) 1
# expect: ('Parameter', (5, 3)) 1
# expect: ('Parameter', (5,)) 1
# expect: 0 0 1
