# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Recurrent nets over letters; packed sequences.
import torch, torch.nn as nn, random, unicodedata, string
torch.manual_seed(1)
random.seed(1)
all_letters = string.ascii_letters + " .,;'"
n_letters = len(all_letters)

def unicodeToAscii(s):
    return ''.join((c for c in unicodedata.normalize('NFD', s) if unicodedata.category(c) != 'Mn' and c in all_letters))
print(unicodeToAscii('Ślusàrski'))
cats = {'English': ['Smith', 'Jones', 'Taylor'], 'Czech': ['Novák', 'Dvořák', 'Černý'], 'Greek': ['Pappas', 'Vlahos', 'Adamou']}
cats = {k: [unicodeToAscii(x) for x in v] for k, v in cats.items()}
print(cats)
all_categories = list(cats)

def lineToTensor(line):
    t = torch.zeros(len(line), 1, n_letters)
    for li, l in enumerate(line):
        t[li][0][all_letters.find(l)] = 1
    return t
print(lineToTensor('Jones').size(), lineToTensor('J').argmax())

class RNN(nn.Module):

    def __init__(self, i, h, o):
        super(RNN, self).__init__()
        self.hidden_size = h
        self.i2h = nn.Linear(i, h)
        self.h2h = nn.Linear(h, h)
        self.h2o = nn.Linear(h, o)
        self.softmax = nn.LogSoftmax(dim=1)

    def forward(self, x, hidden):
        hidden = torch.tanh(self.i2h(x) + self.h2h(hidden))
        return (self.softmax(self.h2o(hidden)), hidden)

    def initHidden(self):
        return torch.zeros(1, self.hidden_size)
rnn = RNN(n_letters, 16, 3)
crit = nn.NLLLoss()

def categoryFromOutput(output):
    top_n, top_i = output.topk(1)
    i = top_i[0].item()
    return (all_categories[i], i)
for it in range(1, 61):
    c = random.choice(all_categories)
    line = random.choice(cats[c])
    ct = torch.tensor([all_categories.index(c)], dtype=torch.long)
    lt = lineToTensor(line)
    h = rnn.initHidden()
    rnn.zero_grad()
    for i in range(lt.size()[0]):
        output, h = rnn(lt[i], h)
    loss = crit(output, ct)
    loss.backward()
    for p in rnn.parameters():
        p.data.add_(p.grad.data, alpha=-0.05)
    if it % 20 == 0:
        g, gi = categoryFromOutput(output)
        print('%d %.4f %s / %s %s' % (it, loss, line, g, '✓' if g == c else '✗ (%s)' % c))
from torch.nn.utils.rnn import pad_sequence, pack_padded_sequence, pad_packed_sequence, pack_sequence
seqs = [torch.tensor([all_letters.find(ch) for ch in w]) for w in ['Smith', 'Novak', 'Li']]
lens = torch.tensor([len(s) for s in seqs])
padded = pad_sequence(seqs, batch_first=True, padding_value=0)
print(padded, lens)
emb = nn.Embedding(n_letters, 6, padding_idx=0)
lstm = nn.LSTM(6, 8, num_layers=2, batch_first=True, bidirectional=True, dropout=0.0)
packed = pack_padded_sequence(emb(padded), lens, batch_first=True, enforce_sorted=False)
print(packed.batch_sizes, packed.sorted_indices, packed.data.shape)
out, (hn, cn) = lstm(packed)
out, l = pad_packed_sequence(out, batch_first=True)
print(out.shape, hn.shape, cn.shape, l)
print(out[2, :, 0])
out.sum().backward()
print([(n, f'{p.grad.norm():.3f}') for n, p in lstm.named_parameters()][:4])
print(emb.weight.grad[0].abs().sum())
gru = nn.GRU(6, 5)
o, h = gru(torch.randn(4, 2, 6), torch.zeros(1, 2, 5))
print(o.shape, h.shape, torch.allclose(o[-1], h[0]))
print(lstm, gru)
cell = nn.LSTMCell(6, 5)
hx, cx = (torch.zeros(2, 5), torch.zeros(2, 5))
for x in torch.randn(3, 2, 6):
    hx, cx = cell(x, (hx, cx))
print(hx)
print(pack_sequence([torch.tensor([1, 2, 3]), torch.tensor([4, 5])]))
torch.manual_seed(3)
r = nn.RNN(3, 4, nonlinearity='relu')
print(r(torch.ones(2, 1, 3))[0])
print(r.all_weights[0][0].shape, r._flat_weights_names)
# expect: Slusarski
# expect: {'English': ['Smith', 'Jones', 'Taylor'], 'Czech': ['Novak', 'Dvorak', 'Cerny'], 'Greek': ['Pappas', 'Vlahos', 'Adamou']}
# expect: torch.Size([5, 1, 57]) tensor(35)
# expect: 20 1.0890 Pappas / English ✗ (Greek)
# expect: 40 1.1348 Taylor / Greek ✗ (English)
# expect: 60 0.7873 Pappas / Greek ✓
# expect: tensor([[44, 12,  8, 19,  7],
# expect:         [39, 14, 21,  0, 10],
# expect:         [37,  8,  0,  0,  0]]) tensor([5, 5, 2])
# expect: tensor([3, 3, 2, 2, 2]) tensor([0, 1, 2]) torch.Size([12, 6])
# expect: torch.Size([3, 5, 16]) torch.Size([4, 3, 8]) torch.Size([4, 3, 8]) tensor([5, 5, 2])
# expect: tensor([-0.0081, -0.0168,  0.0000,  0.0000,  0.0000],
# expect:        grad_fn=<SelectBackward0>)
# expect: [('weight_ih_l0', '1.848'), ('weight_hh_l0', '0.403'), ('bias_ih_l0', '2.532'), ('bias_hh_l0', '2.532')]
# expect: tensor(0.)
# expect: torch.Size([4, 2, 5]) torch.Size([1, 2, 5]) True
# expect: LSTM(6, 8, num_layers=2, batch_first=True, bidirectional=True) GRU(6, 5)
# expect: tensor([[-0.0137,  0.1335,  0.1396,  0.0231,  0.0975],
# expect:         [-0.0107, -0.0021,  0.3927, -0.0337, -0.0415]], grad_fn=<MulBackward0>)
# expect: PackedSequence(data=tensor([1, 4, 2, 5, 3]), batch_sizes=tensor([2, 2, 1]), sorted_indices=None, unsorted_indices=None)
# expect: tensor([[[0.0000, 0.0000, 0.0000, 0.6975]],
# expect:
# expect:         [[0.0000, 0.0000, 0.0000, 0.7670]]], grad_fn=<StackBackward0>)
# expect: torch.Size([4, 3]) ['weight_ih_l0', 'weight_hh_l0', 'bias_ih_l0', 'bias_hh_l0']
