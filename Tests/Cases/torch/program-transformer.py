# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Attention by hand and by module; rotary places, experts.
import torch, torch.nn as nn, torch.nn.functional as F, math, copy, warnings
warnings.simplefilter('ignore')
torch.manual_seed(0)

class PositionalEncoding(nn.Module):

    def __init__(self, d_model, dropout=0.1, max_len=50):
        super().__init__()
        self.dropout = nn.Dropout(p=dropout)
        pe = torch.zeros(max_len, d_model)
        position = torch.arange(0, max_len, dtype=torch.float).unsqueeze(1)
        div = torch.exp(torch.arange(0, d_model, 2).float() * (-math.log(10000.0) / d_model))
        pe[:, 0::2] = torch.sin(position * div)
        pe[:, 1::2] = torch.cos(position * div)
        self.register_buffer('pe', pe.unsqueeze(0))

    def forward(self, x):
        return self.dropout(x + self.pe[:, :x.size(1)].requires_grad_(False))

def clones(m, N):
    return nn.ModuleList([copy.deepcopy(m) for _ in range(N)])

def subsequent_mask(size):
    return torch.triu(torch.ones(1, size, size), diagonal=1).type(torch.uint8) == 0
print(subsequent_mask(4))

def attention(q, k, v, mask=None, dropout=None):
    s = torch.matmul(q, k.transpose(-2, -1)) / math.sqrt(q.size(-1))
    if mask is not None:
        s = s.masked_fill(mask == 0, -1000000000.0)
    p = s.softmax(dim=-1)
    return (torch.matmul(dropout(p) if dropout is not None else p, v), p)

class MultiHeadedAttention(nn.Module):

    def __init__(self, h, d_model, dropout=0.0):
        super().__init__()
        assert d_model % h == 0
        self.d_k = d_model // h
        self.h = h
        self.linears = clones(nn.Linear(d_model, d_model), 4)
        self.attn = None
        self.dropout = nn.Dropout(p=dropout)

    def forward(self, q, k, v, mask=None):
        if mask is not None:
            mask = mask.unsqueeze(1)
        nb = q.size(0)
        q, k, v = [l(x).view(nb, -1, self.h, self.d_k).transpose(1, 2) for l, x in zip(self.linears, (q, k, v))]
        x, self.attn = attention(q, k, v, mask, self.dropout)
        return self.linears[-1](x.transpose(1, 2).contiguous().view(nb, -1, self.h * self.d_k))

class LayerNorm(nn.Module):

    def __init__(self, f, eps=1e-06):
        super().__init__()
        self.a_2 = nn.Parameter(torch.ones(f))
        self.b_2 = nn.Parameter(torch.zeros(f))
        self.eps = eps

    def forward(self, x):
        m = x.mean(-1, keepdim=True)
        s = x.std(-1, keepdim=True)
        return self.a_2 * (x - m) / (s + self.eps) + self.b_2
pe = PositionalEncoding(8, 0.0)
x = torch.randn(2, 5, 8)
m = MultiHeadedAttention(2, 8)
ln = LayerNorm(8)
y = ln(m(pe(x), x, x, subsequent_mask(5)))
print(y.shape, y.mean().abs() < 1e-05, m.attn[0, 0])
y.pow(2).sum().backward()
print(m.linears[0].weight.grad.shape)
mha = nn.MultiheadAttention(8, 2, batch_first=True)
o, w = mha(x, x, x, need_weights=True, average_attn_weights=False)
print(o.shape, w.shape, w.sum(-1)[0, 0])
o, w = mha(x, x, x, key_padding_mask=torch.tensor([[False] * 5, [False, False, False, True, True]]), attn_mask=nn.Transformer.generate_square_subsequent_mask(5))
print(w[1])
print(nn.Transformer.generate_square_subsequent_mask(3))
enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0, batch_first=True, activation='gelu', norm_first=True), 2, norm=nn.LayerNorm(8))
print(enc)
print(enc(x, src_key_padding_mask=torch.zeros(2, 5, dtype=torch.bool)).shape, f'{enc(x).abs().sum():.3f}')
tr = nn.Transformer(8, 2, 1, 1, 16, 0.0, batch_first=True)
o = tr(x, x[:, :3], tgt_mask=tr.generate_square_subsequent_mask(3))
print(o.shape, f'{o.abs().sum():.3f}', sum((p.numel() for p in tr.parameters())))
dec = nn.TransformerDecoder(nn.TransformerDecoderLayer(8, 2, 16, 0.0), 1)
print(dec(torch.randn(3, 2, 8), torch.randn(4, 2, 8)).shape)
print(dec)
q = torch.randn(1, 2, 4, 8)
print(torch.allclose(F.scaled_dot_product_attention(q, q, q, is_causal=True), attention(q, q, q, torch.tril(torch.ones(4, 4)))[0], atol=1e-05))
tr.eval()
print(f'{tr(x, x).sum():.3f}')

class LabelSmoothing(nn.Module):

    def __init__(self, size, pad, s=0.0):
        super().__init__()
        self.criterion = nn.KLDivLoss(reduction='sum')
        self.pad, self.conf, self.s, self.size = (pad, 1 - s, s, size)

    def forward(self, x, t):
        d = x.data.clone()
        d.fill_(self.s / (self.size - 2))
        d.scatter_(1, t.data.unsqueeze(1), self.conf)
        d[:, self.pad] = 0
        mask = torch.nonzero(t.data == self.pad)
        if mask.dim() > 0:
            d.index_fill_(0, mask.squeeze(), 0.0)
        self.d = d
        return self.criterion(x, d.clone().detach())
crit = LabelSmoothing(5, 0, 0.4)
print(crit(torch.FloatTensor([[0, 0.2, 0.7, 0.1, 0]] * 3).add(1e-09).log(), torch.LongTensor([2, 1, 0])), crit.d)
print(F.cross_entropy(torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([2]), label_smoothing=0.1))

def rope(x, theta=10000.0):
    d = x.shape[-1]
    f = 1.0 / theta ** (torch.arange(0, d, 2)[:d // 2].float() / d)
    fr = torch.outer(torch.arange(x.shape[1]), f)
    c = torch.polar(torch.ones_like(fr), fr)
    xc = torch.view_as_complex(x.float().reshape(*x.shape[:-1], -1, 2))
    return torch.view_as_real(xc * c).flatten(2).type_as(x)
print(rope(torch.ones(1, 3, 4)))
rn = nn.RMSNorm(8, eps=1e-06)
print(rn, rn(x).pow(2).mean(-1)[0])

class SwiGLU(nn.Module):

    def __init__(self, d, h):
        super().__init__()
        self.w1, self.w2, self.w3 = (nn.Linear(d, h, bias=False), nn.Linear(h, d, bias=False), nn.Linear(d, h, bias=False))

    def forward(self, x):
        return self.w2(F.silu(self.w1(x)) * self.w3(x))
print(SwiGLU(8, 16)(x).shape)
gate = torch.randn(6, 4)
wts, idx = torch.topk(F.softmax(gate, 1), 2)
print(idx, (wts / wts.sum(-1, keepdim=True)).sum(-1))
out = torch.zeros(6, 8)
h = torch.randn(6, 8)
for e in range(4):
    r, c = torch.where(idx == e)
    out.index_add_(0, r, h[r] * wts[r, c, None])
print(torch.allclose(out, h * wts.sum(1, keepdim=True), atol=1e-05))
cache = torch.zeros(1, 4, 2)
for t in range(3):
    cache[:, t] = t
    print(cache[:, :t + 1].sum().item(), end=' ')
print()
lora_A, lora_B = (nn.Parameter(torch.randn(2, 8) * 0.01), nn.Parameter(torch.zeros(8, 2)))
print((x @ (m.linears[0].weight + lora_B @ lora_A).T).shape)
idx = torch.tril(torch.ones(3, 3)).bool()
print(idx.logical_not().float().masked_fill(~idx, float('-inf')))
emb = nn.Embedding.from_pretrained(torch.eye(4), freeze=True)
print(emb(torch.tensor([1, 3])), emb, emb.weight.requires_grad)
tied = nn.Linear(4, 4, bias=False)
tied.weight = emb.weight
print(tied.weight is emb.weight, len(list(nn.ModuleList([emb, tied]).parameters())))
# expect: tensor([[[ True, False, False, False],
# expect:          [ True,  True, False, False],
# expect:          [ True,  True,  True, False],
# expect:          [ True,  True,  True,  True]]])
# expect: torch.Size([2, 5, 8]) tensor(True) tensor([[1.0000, 0.0000, 0.0000, 0.0000, 0.0000],
# expect:         [0.2834, 0.7166, 0.0000, 0.0000, 0.0000],
# expect:         [0.1466, 0.3959, 0.4575, 0.0000, 0.0000],
# expect:         [0.1628, 0.2803, 0.1006, 0.4562, 0.0000],
# expect:         [0.1402, 0.2123, 0.2479, 0.1802, 0.2193]], grad_fn=<SelectBackward0>)
# expect: torch.Size([8, 8])
# expect: torch.Size([2, 5, 8]) torch.Size([2, 2, 5, 5]) tensor([1.0000, 1.0000, 1.0000, 1.0000, 1.0000], grad_fn=<SelectBackward0>)
# expect: tensor([[1.0000, 0.0000, 0.0000, 0.0000, 0.0000],
# expect:         [0.5215, 0.4785, 0.0000, 0.0000, 0.0000],
# expect:         [0.5098, 0.3253, 0.1649, 0.0000, 0.0000],
# expect:         [0.5498, 0.3129, 0.1373, 0.0000, 0.0000],
# expect:         [0.2893, 0.2963, 0.4144, 0.0000, 0.0000]], grad_fn=<SelectBackward0>)
# expect: tensor([[0., -inf, -inf],
# expect:         [0., 0., -inf],
# expect:         [0., 0., 0.]])
# expect: TransformerEncoder(
# expect:   (layers): ModuleList(
# expect:     (0-1): 2 x TransformerEncoderLayer(
# expect:       (self_attn): MultiheadAttention(
# expect:         (out_proj): NonDynamicallyQuantizableLinear(in_features=8, out_features=8, bias=True)
# expect:       )
# expect:       (linear1): Linear(in_features=8, out_features=16, bias=True)
# expect:       (dropout): Dropout(p=0.0, inplace=False)
# expect:       (linear2): Linear(in_features=16, out_features=8, bias=True)
# expect:       (norm1): LayerNorm((8,), eps=1e-05, elementwise_affine=True, bias=True)
# expect:       (norm2): LayerNorm((8,), eps=1e-05, elementwise_affine=True, bias=True)
# expect:       (dropout1): Dropout(p=0.0, inplace=False)
# expect:       (dropout2): Dropout(p=0.0, inplace=False)
# expect:     )
# expect:   )
# expect:   (norm): LayerNorm((8,), eps=1e-05, elementwise_affine=True, bias=True)
# expect: )
# expect: torch.Size([2, 5, 8]) 65.910
# expect: torch.Size([2, 3, 8]) 39.497 1536
# expect: torch.Size([3, 2, 8])
# expect: TransformerDecoder(
# expect:   (layers): ModuleList(
# expect:     (0): TransformerDecoderLayer(
# expect:       (self_attn): MultiheadAttention(
# expect:         (out_proj): NonDynamicallyQuantizableLinear(in_features=8, out_features=8, bias=True)
# expect:       )
# expect:       (multihead_attn): MultiheadAttention(
# expect:         (out_proj): NonDynamicallyQuantizableLinear(in_features=8, out_features=8, bias=True)
# expect:       )
# expect:       (linear1): Linear(in_features=8, out_features=16, bias=True)
# expect:       (dropout): Dropout(p=0.0, inplace=False)
# expect:       (linear2): Linear(in_features=16, out_features=8, bias=True)
# expect:       (norm1): LayerNorm((8,), eps=1e-05, elementwise_affine=True, bias=True)
# expect:       (norm2): LayerNorm((8,), eps=1e-05, elementwise_affine=True, bias=True)
# expect:       (norm3): LayerNorm((8,), eps=1e-05, elementwise_affine=True, bias=True)
# expect:       (dropout1): Dropout(p=0.0, inplace=False)
# expect:       (dropout2): Dropout(p=0.0, inplace=False)
# expect:       (dropout3): Dropout(p=0.0, inplace=False)
# expect:     )
# expect:   )
# expect: )
# expect: True
# expect: -0.000
# expect: tensor(5.3571) tensor([[0.0000, 0.1333, 0.6000, 0.1333, 0.1333],
# expect:         [0.0000, 0.6000, 0.1333, 0.1333, 0.1333],
# expect:         [0.0000, 0.0000, 0.0000, 0.0000, 0.0000]])
# expect: tensor(0.5076)
# expect: tensor([[[ 1.0000,  1.0000,  1.0000,  1.0000],
# expect:          [-0.3012,  1.3818,  0.9900,  1.0099],
# expect:          [-1.3254,  0.4932,  0.9798,  1.0198]]])
# expect: RMSNorm((8,), eps=1e-06, elementwise_affine=True) tensor([1.0000, 1.0000, 1.0000, 1.0000, 1.0000], grad_fn=<SelectBackward0>)
# expect: torch.Size([2, 5, 8])
# expect: tensor([[3, 2],
# expect:         [0, 1],
# expect:         [0, 1],
# expect:         [0, 3],
# expect:         [2, 3],
# expect:         [3, 0]]) tensor([1., 1., 1., 1., 1., 1.])
# expect: True
# expect: 0.0 2.0 6.0 
# expect: torch.Size([2, 5, 8])
# expect: tensor([[0., -inf, -inf],
# expect:         [0., 0., -inf],
# expect:         [0., 0., 0.]])
# expect: tensor([[0., 1., 0., 0.],
# expect:         [0., 0., 0., 1.]]) Embedding(4, 4) False
# expect: True 1
