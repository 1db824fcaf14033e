# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Taggers, a conditional random field, bags of words, n-grams; training that goes on from a file.
import torch, torch.nn as nn, torch.nn.functional as F, torch.optim as optim, copy, io
torch.manual_seed(1)
lstm = nn.LSTM(3, 3)
inputs = [torch.randn(1, 3) for _ in range(5)]
hidden = (torch.randn(1, 1, 3), torch.randn(1, 1, 3))
for i in inputs:
    out, hidden = lstm(i.view(1, 1, -1), hidden)
out, hidden = lstm(torch.cat(inputs).view(len(inputs), 1, -1), (torch.randn(1, 1, 3), torch.randn(1, 1, 3)))
print(out)
print(hidden)
training_data = [('The dog ate the apple'.split(), ['DET', 'NN', 'V', 'DET', 'NN']), ('Everybody read that book'.split(), ['NN', 'V', 'DET', 'NN'])]
w2i = {}
for s, t in training_data:
    for w in s:
        if w not in w2i:
            w2i[w] = len(w2i)
tag = {'DET': 0, 'NN': 1, 'V': 2}
prep = lambda seq, d: torch.tensor([d[w] for w in seq], dtype=torch.long)
print(w2i)

class LSTMTagger(nn.Module):

    def __init__(self, e, h, v, t):
        super(LSTMTagger, self).__init__()
        self.hidden_dim = h
        self.word_embeddings = nn.Embedding(v, e)
        self.lstm = nn.LSTM(e, h)
        self.hidden2tag = nn.Linear(h, t)

    def forward(self, s):
        o, _ = self.lstm(self.word_embeddings(s).view(len(s), 1, -1))
        return F.log_softmax(self.hidden2tag(o.view(len(s), -1)), dim=1)
m = LSTMTagger(6, 6, len(w2i), 3)
lf = nn.NLLLoss()
o = optim.SGD(m.parameters(), lr=0.1)
with torch.no_grad():
    print(m(prep(training_data[0][0], w2i)))
for e in range(30):
    for s, t in training_data:
        m.zero_grad()
        l = lf(m(prep(s, w2i)), prep(t, tag))
        l.backward()
        o.step()
with torch.no_grad():
    print(m(prep(training_data[0][0], w2i)).argmax(1), f'{l:.3f}')
START, STOP = ('<START>', '<STOP>')

def argmax(v):
    _, i = torch.max(v, 1)
    return i.item()

def lse(v):
    ms = v[0, argmax(v)]
    b = ms.view(1, -1).expand(1, v.size()[1])
    return ms + torch.log(torch.sum(torch.exp(v - b)))

class CRF(nn.Module):

    def __init__(self, v, t2i, e, h):
        super().__init__()
        self.t2i, self.n, self.h = (t2i, len(t2i), h)
        self.emb = nn.Embedding(v, e)
        self.lstm = nn.LSTM(e, h // 2, num_layers=1, bidirectional=True)
        self.h2t = nn.Linear(h, self.n)
        self.transitions = nn.Parameter(torch.randn(self.n, self.n))
        self.transitions.data[t2i[START], :] = -10000
        self.transitions.data[:, t2i[STOP]] = -10000

    def feats(self, s):
        h = (torch.randn(2, 1, self.h // 2), torch.randn(2, 1, self.h // 2))
        o, _ = self.lstm(self.emb(s).view(len(s), 1, -1), h)
        return self.h2t(o.view(len(s), self.h))

    def fwd(self, feats):
        a = torch.full((1, self.n), -10000.0)
        a[0][self.t2i[START]] = 0.0
        for f in feats:
            a = torch.cat([lse(a + self.transitions[t].view(1, -1) + f[t].view(1, -1).expand(1, self.n)).view(1) for t in range(self.n)]).view(1, -1)
        return lse(a + self.transitions[self.t2i[STOP]])

    def score(self, feats, tags):
        s = torch.zeros(1)
        tags = torch.cat([torch.tensor([self.t2i[START]], dtype=torch.long), tags])
        for i, f in enumerate(feats):
            s = s + self.transitions[tags[i + 1], tags[i]] + f[tags[i + 1]]
        return s + self.transitions[self.t2i[STOP], tags[-1]]

    def nll(self, s, t):
        f = self.feats(s)
        return self.fwd(f) - self.score(f, t)

    def forward(self, s):
        feats, bp = (self.feats(s), [])
        fv = torch.full((1, self.n), -10000.0)
        fv[0][self.t2i[START]] = 0
        for f in feats:
            b, v = ([], [])
            for t in range(self.n):
                nt = fv + self.transitions[t]
                i = argmax(nt)
                b.append(i)
                v.append(nt[0][i].view(1))
            fv = (torch.cat(v) + f).view(1, -1)
            bp.append(b)
        tv = fv + self.transitions[self.t2i[STOP]]
        best = argmax(tv)
        sc = tv[0][best]
        path = [best]
        for b in reversed(bp):
            best = b[best]
            path.append(best)
        assert path.pop() == self.t2i[START]
        path.reverse()
        return (sc, path)
t2i = {'DET': 0, 'NN': 1, 'V': 2, START: 3, STOP: 4}
crf = CRF(len(w2i), t2i, 5, 4)
o = optim.SGD(crf.parameters(), lr=0.01, weight_decay=0.0001)
for e in range(3):
    for s, t in training_data:
        crf.zero_grad()
        l = crf.nll(prep(s, w2i), prep(t, t2i))
        l.backward()
        o.step()
    print(f'{l.item():.3f}')
with torch.no_grad():
    s, p = crf(prep(training_data[0][0], w2i))
    print(f'{s:.3f}', p)

class TextCls(nn.Module):

    def __init__(self, v, e, c):
        super().__init__()
        self.embedding = nn.EmbeddingBag(v, e, sparse=False)
        self.fc = nn.Linear(e, c)
        self.init_weights()

    def init_weights(self):
        r = 0.5
        self.embedding.weight.data.uniform_(-r, r)
        self.fc.weight.data.uniform_(-r, r)
        self.fc.bias.data.zero_()

    def forward(self, t, off):
        return self.fc(self.embedding(t, off))

def collate(batch):
    labs, texts, offs = ([], [], [0])
    for l, t in batch:
        labs.append(l - 1)
        t = torch.tensor(t, dtype=torch.int64)
        texts.append(t)
        offs.append(t.size(0))
    return (torch.tensor(labs, dtype=torch.int64), torch.cat(texts), torch.tensor(offs[:-1]).cumsum(dim=0))
from torch.utils.data import DataLoader
from torch.utils.data.dataset import random_split
ds = [(1 + i % 3, [i % 7, i * 2 % 7, i % 3]) for i in range(30)]
tr, va = random_split(ds, [24, 6])
dl = DataLoader(tr, batch_size=8, shuffle=True, collate_fn=collate)
mod = TextCls(7, 4, 3)
crit = nn.CrossEntropyLoss()
op = optim.SGD(mod.parameters(), lr=5.0)
sch = optim.lr_scheduler.StepLR(op, 1.0, gamma=0.1)
for ep in range(3):
    mod.train()
    acc = n = 0
    for l, t, of in dl:
        op.zero_grad()
        p = mod(t, of)
        loss = crit(p, l)
        loss.backward()
        nn.utils.clip_grad_norm_(mod.parameters(), 0.1)
        op.step()
        acc += (p.argmax(1) == l).sum().item()
        n += l.size(0)
    sch.step()
    print('| epoch {:3d} | accuracy {:8.3f}'.format(ep, acc / n), sch.get_last_lr())
b = io.BytesIO()
torch.save({'m': mod.state_dict(), 'o': op.state_dict(), 's': sch.state_dict(), 'rng': torch.get_rng_state()}, b)
b.seek(0)
ck = torch.load(b, weights_only=True)
m2 = TextCls(7, 4, 3)
m2.load_state_dict(ck['m'])
sch.load_state_dict(ck['s'])
op.load_state_dict(ck['o'])
torch.set_rng_state(ck['rng'])
print(sch.last_epoch, op.param_groups[0]['lr'], torch.rand(1))
ngrams = [([a, b2], c) for a, b2, c in zip('when forty winters shall besiege'.split(), 'forty winters shall besiege thy'.split(), 'winters shall besiege thy brow'.split())]
voc = sorted({w for c, t in ngrams for w in c + [t]})
ix = {w: i for i, w in enumerate(voc)}
emb = nn.Embedding(len(voc), 4)
l1, l2 = (nn.Linear(8, 8), nn.Linear(8, len(voc)))
ps = [*emb.parameters(), *l1.parameters(), *l2.parameters()]
op = optim.SGD(ps, lr=0.05)
ls = []
for e in range(4):
    tot = 0
    for c, t in ngrams:
        op.zero_grad()
        lp = F.log_softmax(l2(F.relu(l1(emb(torch.tensor([ix[w] for w in c])).view((1, -1))))), dim=1)
        l = F.nll_loss(lp, torch.tensor([ix[t]]))
        l.backward()
        op.step()
        tot += l.item()
    ls.append(round(tot, 3))
print(ls, emb.weight[ix['forty']])
# expect: tensor([[[-0.0187,  0.1713, -0.2944]],
# expect:
# expect:         [[-0.3521,  0.1026, -0.2971]],
# expect:
# expect:         [[-0.3191,  0.0781, -0.1957]],
# expect:
# expect:         [[-0.1634,  0.0941, -0.1637]],
# expect:
# expect:         [[-0.3368,  0.0959, -0.0538]]], grad_fn=<MkldnnRnnLayerBackward0>)
# expect: (tensor([[[-0.3368,  0.0959, -0.0538]]], grad_fn=<StackBackward0>), tensor([[[-0.9825,  0.4715, -0.0633]]], grad_fn=<StackBackward0>))
# expect: {'The': 0, 'dog': 1, 'ate': 2, 'the': 3, 'apple': 4, 'Everybody': 5, 'read': 6, 'that': 7, 'book': 8}
# expect: tensor([[-1.1389, -1.2024, -0.9693],
# expect:         [-1.1065, -1.2200, -0.9834],
# expect:         [-1.1286, -1.2093, -0.9726],
# expect:         [-1.1190, -1.1960, -0.9916],
# expect:         [-1.0137, -1.2642, -1.0366]])
# expect: tensor([1, 1, 1, 1, 1]) 1.002
# expect: 5.403
# expect: 6.065
# expect: 5.562
# expect: 3.029 [0, 0, 0, 0, 1]
# expect: | epoch   0 | accuracy    0.458 [0.5]
# expect: | epoch   1 | accuracy    0.833 [0.05]
# expect: | epoch   2 | accuracy    0.833 [0.005000000000000001]
# expect: 3 0.005000000000000001 tensor([0.1174])
# expect: [10.223, 9.245, 8.422, 7.683] tensor([-0.8319,  0.6221, -0.7769, -0.0731], grad_fn=<SelectBackward0>)
