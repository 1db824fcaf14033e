# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A small GPT over characters: batches, attention, a schedule by hand, clipping, sampling.
import torch, torch.nn as nn, math
from torch.nn import functional as F
from dataclasses import dataclass
torch.manual_seed(1337)
text = 'First Citizen:\nBefore we proceed any further, hear me speak.\n\nAll:\nSpeak, speak.\n' * 20
chars = sorted(list(set(text)))
vocab_size = len(chars)
print(''.join(chars), vocab_size)
stoi = {c: i for i, c in enumerate(chars)}
itos = {i: c for i, c in enumerate(chars)}
encode = lambda s: [stoi[c] for c in s]
decode = lambda l: ''.join((itos[i] for i in l))
data = torch.tensor(encode(text), dtype=torch.long)
print(data.shape, data.dtype, data[:20])
n = int(0.9 * len(data))
train_data, val_data = (data[:n], data[n:])

@dataclass
class Config:
    block_size: int = 16
    n_embd: int = 32
    n_head: int = 4
    n_layer: int = 2
    dropout: float = 0.0
cfg = Config()
print(cfg)

def get_batch(split, B=8):
    d = train_data if split == 'train' else val_data
    ix = torch.randint(len(d) - cfg.block_size, (B,))
    return (torch.stack([d[i:i + cfg.block_size] for i in ix]), torch.stack([d[i + 1:i + cfg.block_size + 1] for i in ix]))

class Head(nn.Module):

    def __init__(self, hs):
        super().__init__()
        self.key = nn.Linear(cfg.n_embd, hs, bias=False)
        self.query = nn.Linear(cfg.n_embd, hs, bias=False)
        self.value = nn.Linear(cfg.n_embd, hs, bias=False)
        self.register_buffer('tril', torch.tril(torch.ones(cfg.block_size, cfg.block_size)))
        self.dropout = nn.Dropout(cfg.dropout)

    def forward(self, x):
        B, T, C = x.shape
        k, q = (self.key(x), self.query(x))
        wei = q @ k.transpose(-2, -1) * k.shape[-1] ** (-0.5)
        wei = wei.masked_fill(self.tril[:T, :T] == 0, float('-inf'))
        return self.dropout(F.softmax(wei, dim=-1)) @ self.value(x)

class MHA(nn.Module):

    def __init__(self):
        super().__init__()
        self.heads = nn.ModuleList([Head(cfg.n_embd // cfg.n_head) for _ in range(cfg.n_head)])
        self.proj = nn.Linear(cfg.n_embd, cfg.n_embd)

    def forward(self, x):
        return self.proj(torch.cat([h(x) for h in self.heads], dim=-1))

class Block(nn.Module):

    def __init__(self):
        super().__init__()
        self.sa = MHA()
        self.ffwd = nn.Sequential(nn.Linear(cfg.n_embd, 4 * cfg.n_embd), nn.GELU(), nn.Linear(4 * cfg.n_embd, cfg.n_embd), nn.Dropout(cfg.dropout))
        self.ln1 = nn.LayerNorm(cfg.n_embd)
        self.ln2 = nn.LayerNorm(cfg.n_embd)

    def forward(self, x):
        x = x + self.sa(self.ln1(x))
        return x + self.ffwd(self.ln2(x))

class GPT(nn.Module):

    def __init__(self):
        super().__init__()
        self.tok = nn.Embedding(vocab_size, cfg.n_embd)
        self.pos = nn.Embedding(cfg.block_size, cfg.n_embd)
        self.blocks = nn.Sequential(*[Block() for _ in range(cfg.n_layer)])
        self.ln_f = nn.LayerNorm(cfg.n_embd)
        self.lm_head = nn.Linear(cfg.n_embd, vocab_size)
        self.apply(self._init_weights)

    def _init_weights(self, m):
        if isinstance(m, nn.Linear):
            torch.nn.init.normal_(m.weight, mean=0.0, std=0.02)
            if m.bias is not None:
                torch.nn.init.zeros_(m.bias)
        elif isinstance(m, nn.Embedding):
            torch.nn.init.normal_(m.weight, mean=0.0, std=0.02)

    def forward(self, idx, targets=None):
        B, T = idx.shape
        x = self.tok(idx) + self.pos(torch.arange(T, device=idx.device))
        logits = self.lm_head(self.ln_f(self.blocks(x)))
        if targets is None:
            return (logits, None)
        B, T, C = logits.shape
        return (logits, F.cross_entropy(logits.view(B * T, C), targets.view(B * T)))

    @torch.no_grad()
    def generate(self, idx, n, temperature=1.0, top_k=None):
        for _ in range(n):
            logits, _ = self(idx[:, -cfg.block_size:])
            logits = logits[:, -1, :] / temperature
            if top_k is not None:
                v, _ = torch.topk(logits, min(top_k, logits.size(-1)))
                logits[logits < v[:, [-1]]] = -float('Inf')
            idx = torch.cat((idx, torch.multinomial(F.softmax(logits, dim=-1), num_samples=1)), dim=1)
        return idx
model = GPT()
print(model)
print(sum((p.numel() for p in model.parameters())) / 1000000.0, 'M parameters')
decay = [p for p in model.parameters() if p.dim() >= 2]
nodecay = [p for p in model.parameters() if p.dim() < 2]
opt = torch.optim.AdamW([{'params': decay, 'weight_decay': 0.1}, {'params': nodecay, 'weight_decay': 0.0}], lr=0.001, betas=(0.9, 0.95))

def lr_at(it):
    return 0.001 * (it + 1) / 5 if it < 5 else 0.0001 + 0.5 * (1 + math.cos(math.pi * (it - 5) / 15)) * 0.0009
for it in range(20):
    for g in opt.param_groups:
        g['lr'] = lr_at(it)
    xb, yb = get_batch('train')
    _, loss = model(xb, yb)
    opt.zero_grad(set_to_none=True)
    loss.backward()
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    opt.step()
    if it % 5 == 0:
        print(f'step {it}: loss {loss.item():.4f} norm {norm:.3f} lr {lr_at(it):.2e}')

@torch.no_grad()
def estimate():
    model.eval()
    out = {}
    for s in ['train', 'val']:
        out[s] = torch.tensor([model(*get_batch(s))[1].item() for _ in range(3)]).mean()
    model.train()
    return out
print({k: round(v.item(), 3) for k, v in estimate().items()})
out = model.generate(torch.zeros((1, 1), dtype=torch.long), 30, top_k=5)
print(out.shape, repr(decode(out[0].tolist())))
# expect:
# expect:  ,.:ABCFSacdefhiklmnoprstuwyz 30
# expect: torch.Size([1620]) torch.int64 tensor([ 8, 16, 23, 24, 25,  1,  7, 16, 25, 16, 29, 13, 20,  4,  0,  6, 13, 14,
# expect:         21, 23])
# expect: Config(block_size=16, n_embd=32, n_head=4, n_layer=2, dropout=0.0)
# expect: GPT(
# expect:   (tok): Embedding(30, 32)
# expect:   (pos): Embedding(16, 32)
# expect:   (blocks): Sequential(
# expect:     (0): Block(
# expect:       (sa): MHA(
# expect:         (heads): ModuleList(
# expect:           (0-3): 4 x Head(
# expect:             (key): Linear(in_features=32, out_features=8, bias=False)
# expect:             (query): Linear(in_features=32, out_features=8, bias=False)
# expect:             (value): Linear(in_features=32, out_features=8, bias=False)
# expect:             (dropout): Dropout(p=0.0, inplace=False)
# expect:           )
# expect:         )
# expect:         (proj): Linear(in_features=32, out_features=32, bias=True)
# expect:       )
# expect:       (ffwd): Sequential(
# expect:         (0): Linear(in_features=32, out_features=128, bias=True)
# expect:         (1): GELU(approximate='none')
# expect:         (2): Linear(in_features=128, out_features=32, bias=True)
# expect:         (3): Dropout(p=0.0, inplace=False)
# expect:       )
# expect:       (ln1): LayerNorm((32,), eps=1e-05, elementwise_affine=True, bias=True)
# expect:       (ln2): LayerNorm((32,), eps=1e-05, elementwise_affine=True, bias=True)
# expect:     )
# expect:     (1): Block(
# expect:       (sa): MHA(
# expect:         (heads): ModuleList(
# expect:           (0-3): 4 x Head(
# expect:             (key): Linear(in_features=32, out_features=8, bias=False)
# expect:             (query): Linear(in_features=32, out_features=8, bias=False)
# expect:             (value): Linear(in_features=32, out_features=8, bias=False)
# expect:             (dropout): Dropout(p=0.0, inplace=False)
# expect:           )
# expect:         )
# expect:         (proj): Linear(in_features=32, out_features=32, bias=True)
# expect:       )
# expect:       (ffwd): Sequential(
# expect:         (0): Linear(in_features=32, out_features=128, bias=True)
# expect:         (1): GELU(approximate='none')
# expect:         (2): Linear(in_features=128, out_features=32, bias=True)
# expect:         (3): Dropout(p=0.0, inplace=False)
# expect:       )
# expect:       (ln1): LayerNorm((32,), eps=1e-05, elementwise_affine=True, bias=True)
# expect:       (ln2): LayerNorm((32,), eps=1e-05, elementwise_affine=True, bias=True)
# expect:     )
# expect:   )
# expect:   (ln_f): LayerNorm((32,), eps=1e-05, elementwise_affine=True, bias=True)
# expect:   (lm_head): Linear(in_features=32, out_features=30, bias=True)
# expect: )
# expect: 0.027742 M parameters
# expect: step 0: loss 3.4189 norm 1.752 lr 2.00e-04
# expect: step 5: loss 3.2677 norm 1.124 lr 1.00e-03
# expect: step 10: loss 3.1120 norm 1.383 lr 7.75e-04
# expect: step 15: loss 3.0545 norm 1.270 lr 3.25e-04
# expect: {'train': 3.005, 'val': 2.994}
# expect: torch.Size([1, 31]) '\nspefuakAl:t, l:pririo \nBea hro'
