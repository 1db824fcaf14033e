# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A variational autoencoder; saved states that do not fit.
import torch
from torch import nn, optim
from torch.nn import functional as F
from torch.distributions import Normal, kl_divergence, Independent
torch.manual_seed(0)

class VAE(nn.Module):

    def __init__(self, d=36, h=16, z=4):
        super(VAE, self).__init__()
        self.fc1, self.fc21, self.fc22, self.fc3, self.fc4 = (nn.Linear(d, h), nn.Linear(h, z), nn.Linear(h, z), nn.Linear(z, h), nn.Linear(h, d))

    def encode(self, x):
        h1 = F.relu(self.fc1(x))
        return (self.fc21(h1), self.fc22(h1))

    def reparameterize(self, mu, logvar):
        std = torch.exp(0.5 * logvar)
        return mu + torch.randn_like(std) * std

    def decode(self, z):
        return torch.sigmoid(self.fc4(F.relu(self.fc3(z))))

    def forward(self, x):
        mu, lv = self.encode(x.view(-1, 36))
        return (self.decode(self.reparameterize(mu, lv)), mu, lv)

def loss_function(r, x, mu, lv):
    BCE = F.binary_cross_entropy(r, x.view(-1, 36), reduction='sum')
    KLD = -0.5 * torch.sum(1 + lv - mu.pow(2) - lv.exp())
    return BCE + KLD
model = VAE()
opt = optim.Adam(model.parameters(), lr=0.01)
x = (torch.rand(64, 1, 6, 6) > 0.6).float()
for epoch in range(5):
    tl = 0
    for b in x.split(16):
        opt.zero_grad()
        r, mu, lv = model(b)
        loss = loss_function(r, b, mu, lv)
        loss.backward()
        tl += loss.item()
        opt.step()
    print(f'====> Epoch: {epoch} Average loss: {tl / len(x):.3f}')
q = Independent(Normal(mu, (0.5 * lv).exp()), 1)
p = Independent(Normal(torch.zeros_like(mu), torch.ones_like(mu)), 1)
print(q)
print(f'{kl_divergence(q, p).sum():.3f}', q.event_shape, q.batch_shape)
z = q.rsample()
print(z.requires_grad, z.shape, q.log_prob(z).shape, q.entropy().shape)
with torch.no_grad():
    s = model.decode(torch.randn(3, 4))
    print(s.shape, ((s > 0) & (s < 1)).all())
state = model.state_dict()
print(list(state))
print({k: tuple(v.shape) for k, v in state.items()})
m2 = VAE()
print(m2.load_state_dict(state))
print(all((torch.equal(a, b) for a, b in zip(model.parameters(), m2.parameters()))))
try:
    VAE(h=8).load_state_dict(state)
except RuntimeError as e:
    print(e)
state.pop('fc1.bias')
state['extra'] = torch.zeros(1)
print(m2.load_state_dict(state, strict=False))
try:
    m2.load_state_dict(state)
except RuntimeError as e:
    print(e)
a, b = torch.randn(2, 4)
grid = torch.stack([torch.lerp(a, b, t) for t in torch.linspace(0, 1, 5)])
print(grid[[0, -1]].allclose(torch.stack([a, b])), grid.std(0).shape)
# expect: ====> Epoch: 0 Average loss: 25.493
# expect: ====> Epoch: 1 Average loss: 24.714
# expect: ====> Epoch: 2 Average loss: 24.429
# expect: ====> Epoch: 3 Average loss: 24.267
# expect: ====> Epoch: 4 Average loss: 24.022
# expect: Independent(Normal(loc: torch.Size([16, 4]), scale: torch.Size([16, 4])), 1)
# expect: 0.484 torch.Size([4]) torch.Size([16])
# expect: True torch.Size([16, 4]) torch.Size([16]) torch.Size([16])
# expect: torch.Size([3, 36]) tensor(True)
# expect: ['fc1.weight', 'fc1.bias', 'fc21.weight', 'fc21.bias', 'fc22.weight', 'fc22.bias', 'fc3.weight', 'fc3.bias', 'fc4.weight', 'fc4.bias']
# expect: {'fc1.weight': (16, 36), 'fc1.bias': (16,), 'fc21.weight': (4, 16), 'fc21.bias': (4,), 'fc22.weight': (4, 16), 'fc22.bias': (4,), 'fc3.weight': (16, 4), 'fc3.bias': (16,), 'fc4.weight': (36, 16), 'fc4.bias': (36,)}
# expect: <All keys matched successfully>
# expect: True
# expect: Error(s) in loading state_dict for VAE:
# expect: 	size mismatch for fc1.weight: copying a param with shape torch.Size([16, 36]) from checkpoint, the shape in current model is torch.Size([8, 36]).
# expect: 	size mismatch for fc1.bias: copying a param with shape torch.Size([16]) from checkpoint, the shape in current model is torch.Size([8]).
# expect: 	size mismatch for fc21.weight: copying a param with shape torch.Size([4, 16]) from checkpoint, the shape in current model is torch.Size([4, 8]).
# expect: 	size mismatch for fc22.weight: copying a param with shape torch.Size([4, 16]) from checkpoint, the shape in current model is torch.Size([4, 8]).
# expect: 	size mismatch for fc3.weight: copying a param with shape torch.Size([16, 4]) from checkpoint, the shape in current model is torch.Size([8, 4]).
# expect: 	size mismatch for fc3.bias: copying a param with shape torch.Size([16]) from checkpoint, the shape in current model is torch.Size([8]).
# expect: 	size mismatch for fc4.weight: copying a param with shape torch.Size([36, 16]) from checkpoint, the shape in current model is torch.Size([36, 8]).
# expect: _IncompatibleKeys(missing_keys=['fc1.bias'], unexpected_keys=['extra'])
# expect: Error(s) in loading state_dict for VAE:
# expect: 	Missing key(s) in state_dict: "fc1.bias". 
# expect: 	Unexpected key(s) in state_dict: "extra". 
# expect: True torch.Size([4])
