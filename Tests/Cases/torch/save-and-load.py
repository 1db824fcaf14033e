# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Files of tensors and modules.
import io
import torch
import torch.nn as nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.BatchNorm1d(3))
buffer = io.BytesIO()
torch.save({'model': model.state_dict(), 'epoch': 3, 'list': [torch.arange(3), 'text', 2.5]}, buffer)
buffer.seek(0)
state = torch.load(buffer)
print(list(state['model']), state['epoch'], state['list'])
other = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.BatchNorm1d(3))
print(other.load_state_dict(state['model']))
print(torch.equal(other[0].weight, model[0].weight))
base = torch.arange(6.).reshape(2, 3)
buffer = io.BytesIO()
torch.save((base, base[1], base.t()), buffer)
buffer.seek(0)
a, b, c = torch.load(buffer)
a[1, 0] = 10
print(b, c, c.stride())
buffer = io.BytesIO()
torch.save(model, buffer)
buffer.seek(0)
print(torch.load(buffer, weights_only=False))
buffer.seek(0)
try:
    torch.load(buffer)
except Exception as e:
    print(type(e).__name__, str(e)[:25])
# expect: ['0.weight', '0.bias', '2.weight', '2.bias', '2.running_mean', '2.running_var', '2.num_batches_tracked'] 3 [tensor([0, 1, 2]), 'text', 2.5]
# expect: <All keys matched successfully>
# expect: True
# expect: tensor([10.,  4.,  5.]) tensor([[ 0., 10.],
# expect:         [ 1.,  4.],
# expect:         [ 2.,  5.]]) (1, 3)
# expect: Sequential(
# expect:   (0): Linear(in_features=2, out_features=3, bias=True)
# expect:   (1): ReLU()
# expect:   (2): BatchNorm1d(3, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
# expect: )
# expect: UnpicklingError Weights only load failed.
