# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Transformers, packed sequences, lazy layers, hooks of gradients, rare losses and optimisers.
import torch
import torch.nn as nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

torch.manual_seed(0)
model = nn.Transformer(4, 2, 1, 1, 8, dropout=0.0, batch_first=True)
print(model(torch.randn(1, 3, 4), torch.randn(1, 2, 4)).shape, sum(p.numel() for p in model.parameters()))
rows = [torch.arange(3.), torch.arange(2.), torch.arange(1.)]
padded = pad_sequence(rows, batch_first=True)
print(padded)
packed = pack_padded_sequence(padded.unsqueeze(-1), torch.tensor([3, 2, 1]), batch_first=True)
print(packed.batch_sizes, packed.data.flatten())
lstm = nn.LSTM(1, 2, batch_first=True, bidirectional=True)
out, (h, c) = lstm(packed)
full, lengths = pad_packed_sequence(out, batch_first=True)
print(full.shape, lengths)
print(h)
lazy = nn.Sequential(nn.LazyLinear(3), nn.ReLU())
lazy(torch.ones(2, 5))
print(lazy)
layer = nn.Linear(2, 1)
layer.register_full_backward_hook(lambda m, i, o: print('hook', [tuple(g.shape) for g in i], o[0].flatten()))
layer(torch.ones(3, 2, requires_grad=True)).sum().backward()
log_probs = torch.randn(6, 2, 4).log_softmax(2).requires_grad_()
loss = nn.CTCLoss()(log_probs, torch.tensor([[1, 2], [3, 1]]), torch.tensor([6, 5]), torch.tensor([2, 2]))
loss.backward()
print(loss, log_probs.grad[0])
bag = nn.EmbeddingBag(5, 3, mode='sum')
print(bag(torch.tensor([0, 1, 2, 4]), torch.tensor([0, 2])).shape)
for make in (torch.optim.NAdam, torch.optim.RAdam, torch.optim.Rprop, torch.optim.ASGD):
    p = nn.Parameter(torch.tensor([1.0, -2.0]))
    opt = make([p], lr=0.1)
    for _ in range(3):
        opt.zero_grad()
        (p ** 2).sum().backward()
        opt.step()
    print(make.__name__, p.data)
p = nn.Parameter(torch.tensor([1.0, -2.0]))
opt = torch.optim.LBFGS([p], lr=0.5, line_search_fn='strong_wolfe')


def closure():
    opt.zero_grad()
    value = ((p - 3) ** 4).sum()
    value.backward()
    return value


for _ in range(3):
    opt.step(closure)
print((p - 3).abs().max() < 0.1)
sgd = torch.optim.SGD([p], lr=0.1, momentum=0.9)
one = torch.optim.lr_scheduler.OneCycleLR(sgd, max_lr=1.0, total_steps=6)
rates = []
for _ in range(5):
    sgd.step()
    one.step()
    rates.append(round(one.get_last_lr()[0], 4))
print(rates)
# expect: torch.Size([1, 2, 4]) 448
# expect: tensor([[0., 1., 2.],
# expect:         [0., 1., 0.],
# expect:         [0., 0., 0.]])
# expect: tensor([3, 2, 1]) tensor([0., 0., 0., 1., 1., 2.])
# expect: torch.Size([3, 3, 4]) tensor([3, 2, 1])
# expect: tensor([[[ 0.3203,  0.1126],
# expect:          [ 0.2483,  0.1659],
# expect:          [ 0.1494,  0.1624]],
# expect:
# expect:         [[ 0.0738,  0.0266],
# expect:          [ 0.0616,  0.0098],
# expect:          [ 0.0373, -0.0188]]], grad_fn=<StackBackward0>)
# expect: Sequential(
# expect:   (0): Linear(in_features=5, out_features=3, bias=True)
# expect:   (1): ReLU()
# expect: )
# expect: hook [(3, 2)] tensor([1., 1., 1.])
# expect: tensor(2.1795, grad_fn=<MeanBackward0>) tensor([[-0.0674, -0.0759,  0.1233,  0.0201],
# expect:         [-0.0558,  0.1550,  0.0361, -0.1353]])
# expect: torch.Size([2, 3])
# expect: NAdam tensor([ 0.7527, -1.7475])
# expect: RAdam tensor([ 0.4623, -0.9246])
# expect: Rprop tensor([ 0.6360, -1.6360])
# expect: ASGD tensor([ 0.5120, -1.0240])
# expect: tensor(True)
# expect: [0.9944, 0.8117, 0.4626, 0.1335, 0.0]
