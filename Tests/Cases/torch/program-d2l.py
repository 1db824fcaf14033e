# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# The idioms of a well-known book.
import math, time, random, collections, re, sys, inspect
import torch
from torch import nn
from torch.nn import functional as F
torch.manual_seed(0)
random.seed(0)

class Accumulator:

    def __init__(self, n):
        self.data = [0.0] * n

    def add(self, *args):
        self.data = [a + float(b) for a, b in zip(self.data, args)]

    def __getitem__(self, i):
        return self.data[i]

class Timer:

    def __init__(self):
        self.times = []
        self.start()

    def start(self):
        self.tik = time.time()

    def stop(self):
        self.times.append(time.time() - self.tik)
        return self.times[-1]

def synthetic_data(w, b, n):
    X = torch.normal(0, 1, (n, len(w)))
    y = torch.matmul(X, w) + b
    y += torch.normal(0, 0.01, y.shape)
    return (X, y.reshape((-1, 1)))
true_w = torch.tensor([2, -3.4])
X, y = synthetic_data(true_w, 4.2, 100)
print('features:', X[0], '\nlabel:', y[0])

def data_iter(bs, f, l):
    idx = list(range(len(f)))
    random.shuffle(idx)
    for i in range(0, len(f), bs):
        j = torch.tensor(idx[i:min(i + bs, len(f))])
        yield (f[j], l[j])
w = torch.normal(0, 0.01, size=(2, 1), requires_grad=True)
b = torch.zeros(1, requires_grad=True)

def sgd(params, lr, bs):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / bs
            p.grad.zero_()
for e in range(3):
    for Xb, yb in data_iter(10, X, y):
        l = (torch.matmul(Xb, w) + b - yb) ** 2 / 2
        l.sum().backward()
        sgd([w, b], 0.03, 10)
    with torch.no_grad():
        print(f'epoch {e + 1}, loss {float(((X @ w + b - y) ** 2 / 2).mean()):f}'[:22])
print(f'w err {(true_w - w.reshape(true_w.shape)).abs().max() < 0.1}')

def softmax(X):
    e = torch.exp(X)
    return e / e.sum(1, keepdim=True)

def cross_entropy(yh, y):
    return -torch.log(yh[range(len(yh)), y])

def accuracy(yh, y):
    if len(yh.shape) > 1 and yh.shape[1] > 1:
        yh = yh.argmax(axis=1)
    return float((yh.type(y.dtype) == y).type(y.dtype).sum())
yh = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]])
yy = torch.tensor([0, 2])
print(yh[[0, 1], yy], cross_entropy(yh, yy), accuracy(yh, yy) / 2, softmax(yh))

def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
print(corr2d(torch.arange(9.0).view(3, 3), torch.tensor([[0.0, 1.0], [2.0, 3.0]])))
X = torch.ones((6, 8))
X[:, 2:6] = 0
K = torch.tensor([[1.0, -1.0]])
Y = corr2d(X, K)
c = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
X = X.reshape((1, 1, 6, 8))
Y = Y.reshape((1, 1, 6, 7))
for i in range(10):
    l = (c(X) - Y) ** 2
    c.zero_grad()
    l.sum().backward()
    c.weight.data[:] -= 0.03 * c.weight.grad
    if (i + 1) % 5 == 0:
        print(f'epoch {i + 1}, loss {l.sum():.3f}')
print(c.weight.data.reshape((1, 2)))

class Residual(nn.Module):

    def __init__(self, i, n, use_1x1conv=False, strides=1):
        super().__init__()
        self.conv1 = nn.Conv2d(i, n, kernel_size=3, padding=1, stride=strides)
        self.conv2 = nn.Conv2d(n, n, kernel_size=3, padding=1)
        self.conv3 = nn.Conv2d(i, n, kernel_size=1, stride=strides) if use_1x1conv else None
        self.bn1, self.bn2 = (nn.BatchNorm2d(n), nn.BatchNorm2d(n))

    def forward(self, X):
        Y = F.relu(self.bn1(self.conv1(X)))
        Y = self.bn2(self.conv2(Y))
        if self.conv3:
            X = self.conv3(X)
        Y += X
        return F.relu(Y)
net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.Sequential(Residual(4, 4), Residual(4, 8, True, 2)), nn.AdaptiveAvgPool2d((1, 1)), nn.Flatten(), nn.Linear(8, 10))
X = torch.rand(1, 1, 8, 8)
for layer in net:
    X = layer(X)
    print(layer.__class__.__name__, 'output shape:\t', X.shape)

def tokenize(lines, token='word'):
    return [l.split() if token == 'word' else list(l) for l in lines]

class Vocab:

    def __init__(self, tokens, min_freq=0, reserved=[]):
        c = collections.Counter((t for l in tokens for t in l))
        self.freqs = sorted(c.items(), key=lambda x: (-x[1], x[0]))
        self.itos = ['<unk>'] + reserved + [t for t, f in self.freqs if f >= min_freq]
        self.stoi = {t: i for i, t in enumerate(self.itos)}

    def __len__(self):
        return len(self.itos)

    def __getitem__(self, t):
        return self.stoi.get(t, 0) if not isinstance(t, (list, tuple)) else [self[x] for x in t]
v = Vocab(tokenize(['the time machine by h g wells', 'the time traveller']), 0, ['<pad>'])
print(len(v), v[['the', 'time', 'zzz']], v.freqs[:3])

def masked_softmax(X, valid_lens):
    shape = X.shape
    valid_lens = torch.repeat_interleave(valid_lens, shape[1]) if valid_lens.dim() == 1 else valid_lens.reshape(-1)
    X = X.reshape(-1, shape[-1])
    mask = torch.arange(X.size(1), dtype=torch.float32)[None, :] < valid_lens[:, None]
    X[~mask] = -1000000.0
    return F.softmax(X.reshape(shape), dim=-1)
print(masked_softmax(torch.zeros(2, 2, 4), torch.tensor([2, 3])))

class AdditiveAttention(nn.Module):

    def __init__(self, k, q, h, dropout=0):
        super().__init__()
        self.W_k, self.W_q, self.w_v, self.dropout = (nn.LazyLinear(h, bias=False), nn.LazyLinear(h, bias=False), nn.LazyLinear(1, bias=False), nn.Dropout(dropout))

    def forward(self, q, k, v, vl):
        q, k = (self.W_q(q), self.W_k(k))
        f = torch.tanh(q.unsqueeze(2) + k.unsqueeze(1))
        s = self.w_v(f).squeeze(-1)
        self.aw = masked_softmax(s, vl)
        return torch.bmm(self.dropout(self.aw), v)
q, k = (torch.normal(0, 1, (2, 1, 20)), torch.ones((2, 10, 2)))
vals = torch.arange(40, dtype=torch.float32).reshape(1, 10, 4).repeat(2, 1, 1)
att = AdditiveAttention(2, 20, 8)
att.eval()
print(att(q, k, vals, torch.tensor([2, 6])), att)

class HyperParameters:

    def save_hyperparameters(self, ignore=[]):
        frame = inspect.currentframe().f_back
        _, _, _, lv = inspect.getargvalues(frame)
        self.hparams = {k: v for k, v in lv.items() if k not in set(ignore + ['self']) and (not k.startswith('_'))}
        [setattr(self, k, v) for k, v in self.hparams.items()]

class B(HyperParameters):

    def __init__(self, a, b, c):
        self.save_hyperparameters(ignore=['c'])
        print('self.a =', self.a, 'self.b =', self.b, hasattr(self, 'c'))
B(1, 2, 3)

def multibox_prior(data, sizes, ratios):
    ih, iw = data.shape[-2:]
    nb = len(sizes) + len(ratios) - 1
    st, rt = (torch.tensor(sizes), torch.tensor(ratios))
    ch, cw = ((torch.arange(ih) + 0.5) / ih, (torch.arange(iw) + 0.5) / iw)
    sy, sx = torch.meshgrid(ch, cw, indexing='ij')
    sy, sx = (sy.reshape(-1), sx.reshape(-1))
    w = torch.cat((st * torch.sqrt(rt[0]), sizes[0] * torch.sqrt(rt[1:]))) * ih / iw
    h = torch.cat((st / torch.sqrt(rt[0]), sizes[0] / torch.sqrt(rt[1:])))
    man = torch.stack((-w, -h, w, h)).T.repeat(ih * iw, 1) / 2
    return (torch.stack([sx, sy, sx, sy], dim=1).repeat_interleave(nb, dim=0) + man).unsqueeze(0)
A = multibox_prior(torch.rand(1, 3, 4, 5), [0.75, 0.5], [1, 2])
print(A.shape, A[0, 7])

def box_iou(a, b):
    area = lambda x: (x[:, 2] - x[:, 0]) * (x[:, 3] - x[:, 1])
    ul = torch.max(a[:, None, :2], b[:, :2])
    lr = torch.min(a[:, None, 2:], b[:, 2:])
    i = (lr - ul).clamp(min=0)
    i = i[:, :, 0] * i[:, :, 1]
    return i / (area(a)[:, None] + area(b) - i)
print(box_iou(A[0, :2], A[0, 3:6]))
print(torch.trapz(torch.tensor([1.0, 2, 3])), nn.Module.__call__ is not None)
# expect: features: tensor([-1.1258, -1.1524]) 
# expect: label: tensor([5.8707])
# expect: epoch 1, loss 8.628433
# expect: epoch 2, loss 4.831008
# expect: epoch 3, loss 2.736999
# expect: w err False
# expect: tensor([0.1000, 0.5000]) tensor([2.3026, 0.6931]) 0.5 tensor([[0.2584, 0.3156, 0.4260],
# expect:         [0.3199, 0.2894, 0.3907]])
# expect: tensor([[19., 25.],
# expect:         [37., 43.]])
# expect: epoch 5, loss 4.273
# expect: epoch 10, loss 0.421
# expect: tensor([[ 1.0541, -0.9209]])
# expect: Conv2d output shape:	 torch.Size([1, 4, 8, 8])
# expect: BatchNorm2d output shape:	 torch.Size([1, 4, 8, 8])
# expect: ReLU output shape:	 torch.Size([1, 4, 8, 8])
# expect: Sequential output shape:	 torch.Size([1, 8, 4, 4])
# expect: AdaptiveAvgPool2d output shape:	 torch.Size([1, 8, 1, 1])
# expect: Flatten output shape:	 torch.Size([1, 8])
# expect: Linear output shape:	 torch.Size([1, 10])
# expect: 10 [2, 3, 0] [('the', 2), ('time', 2), ('by', 1)]
# expect: tensor([[[0.5000, 0.5000, 0.0000, 0.0000],
# expect:          [0.5000, 0.5000, 0.0000, 0.0000]],
# expect:
# expect:         [[0.3333, 0.3333, 0.3333, 0.0000],
# expect:          [0.3333, 0.3333, 0.3333, 0.0000]]])
# expect: tensor([[[ 2.0000,  3.0000,  4.0000,  5.0000]],
# expect:
# expect:         [[10.0000, 11.0000, 12.0000, 13.0000]]], grad_fn=<BmmBackward0>) AdditiveAttention(
# expect:   (W_k): Linear(in_features=2, out_features=8, bias=False)
# expect:   (W_q): Linear(in_features=20, out_features=8, bias=False)
# expect:   (w_v): Linear(in_features=8, out_features=1, bias=False)
# expect:   (dropout): Dropout(p=0, inplace=False)
# expect: )
# expect: self.a = 1 self.b = 2 False
# expect: torch.Size([1, 60, 4]) tensor([ 0.3000, -0.1250,  0.7000,  0.3750])
# expect: tensor([[0.5000, 0.3000, 0.4470],
# expect:         [0.3000, 0.3333, 0.4444]])
# expect: tensor(4.) True
