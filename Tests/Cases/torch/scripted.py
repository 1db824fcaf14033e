# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""Scripted and traced functions and modules run as they are; `torch.hub` from a folder; files and what they may name."""
import io
import os
import tempfile

import torch
import torch.nn as nn


@torch.jit.script
def double(x):
    return x * 2


net = nn.Sequential(nn.Linear(2, 1), nn.ReLU())
traced = torch.jit.trace(net, torch.ones(1, 2))
print(double(torch.ones(2)), torch.equal(traced(torch.ones(1, 2)), net(torch.ones(1, 2))), isinstance(traced, torch.jit.ScriptModule))
print(torch.jit.script(net).eval().training, list(traced.state_dict()))
with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, 'hubconf.py'), 'w') as file:
        file.write('def answer(n=1):\n    """Entry."""\n    return n * 42\n')
    print(torch.hub.load(folder, 'answer', 2, source='local'))
    for call in ("torch.hub.load('a/b', 'c', source='foo')", "torch.jit.load('/nonexistent.pt')", "torch.jit.script(3)",
                 "torch.hub.load(folder, 'other', source='local')", "torch.load(3)", "torch.load(io.BytesIO())"):
        try:
            print(eval(call))
        except Exception as error:
            print(type(error).__name__, error)
file = io.BytesIO()
torch.save(net, file)
file.seek(0)
try:
    torch.load(file)
except Exception as error:
    print(type(error).__name__, error)
# expect: tensor([2., 2.]) True True
# expect: False ['0.weight', '0.bias']
# expect: 84
# expect: ValueError Unknown source: "foo". Allowed values: "github" | "local".
# expect: ValueError The provided filename /nonexistent.pt does not exist
# expect: TypeError <class 'int'> is a built-in class
# expect: RuntimeError Cannot find callable other in hubconf
# expect: AttributeError 'int' object has no attribute 'seek'. You can only torch.load from a file that is seekable. Please pre-load the data into a buffer like io.BytesIO and try to load from it instead.
# expect: EOFError 
# expect: UnpicklingError Weights only load failed. This file can still be loaded, to do so you have two options, [1mdo those steps only if you trust the source of the checkpoint[0m. 
# expect: 	(1) In PyTorch 2.6, we changed the default value of the `weights_only` argument in `torch.load` from `False` to `True`. Re-running `torch.load` with `weights_only` set to `False` will likely succeed, but it can result in arbitrary code execution. Do it only if you got the file from a trusted source.
# expect: 	(2) Alternatively, to load with `weights_only=True` please check the recommended steps in the following error message.
# expect: 	WeightsUnpickler error: Unsupported global: GLOBAL torch.nn.modules.container.Sequential was not an allowed global by default. Please use `torch.serialization.add_safe_globals([torch.nn.modules.container.Sequential])` or the `torch.serialization.safe_globals([torch.nn.modules.container.Sequential])` context manager to allowlist this global if you trust this class/function.
# expect:
# expect: Check the documentation of torch.load to learn more about types accepted by default with weights_only https://pytorch.org/docs/stable/generated/torch.load.html.
