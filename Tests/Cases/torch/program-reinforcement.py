# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Policy gradients and Q-learning on a pole.
import torch, torch.nn as nn, torch.nn.functional as F, torch.optim as optim, random, math
from torch.distributions import Categorical, Normal, Bernoulli
from collections import namedtuple, deque
from itertools import count
torch.manual_seed(543)
random.seed(543)
SavedAction = namedtuple('SavedAction', ['log_prob', 'value'])
Transition = namedtuple('Transition', ('state', 'action', 'next_state', 'reward'))

class CartPole:

    def reset(self):
        self.s = [random.uniform(-0.05, 0.05) for _ in range(4)]
        self.t = 0
        return list(self.s)

    def step(self, a):
        x, xd, th, thd = self.s
        f = 10.0 if a == 1 else -10.0
        c, s = (math.cos(th), math.sin(th))
        temp = (f + 0.05 * thd ** 2 * s) / 1.1
        tha = (9.8 * s - c * temp) / (0.5 * (4 / 3 - 0.1 * c ** 2 / 1.1))
        xa = temp - 0.05 * tha * c / 1.1
        self.s = [x + 0.02 * xd, xd + 0.02 * xa, th + 0.02 * thd, thd + 0.02 * tha]
        self.t += 1
        return (list(self.s), 1.0, abs(self.s[0]) > 2.4 or abs(self.s[2]) > 0.209 or self.t > 60)

class Policy(nn.Module):

    def __init__(self):
        super().__init__()
        self.affine1 = nn.Linear(4, 16)
        self.action_head = nn.Linear(16, 2)
        self.value_head = nn.Linear(16, 1)
        self.saved_actions = []
        self.rewards = []

    def forward(self, x):
        x = F.relu(self.affine1(x))
        return (F.softmax(self.action_head(x), dim=-1), self.value_head(x))
model = Policy()
optimizer = optim.Adam(model.parameters(), lr=0.03)
eps = torch.finfo(torch.float32).eps
env = CartPole()

def select_action(state):
    probs, v = model(torch.tensor(state).float())
    m = Categorical(probs)
    a = m.sample()
    model.saved_actions.append(SavedAction(m.log_prob(a), v))
    return a.item()

def finish():
    R, pl, vl, returns = (0, [], [], [])
    for r in model.rewards[::-1]:
        R = r + 0.99 * R
        returns.insert(0, R)
    returns = torch.tensor(returns)
    returns = (returns - returns.mean()) / (returns.std() + eps)
    for (lp, v), R in zip(model.saved_actions, returns):
        pl.append(-lp * (R - v.item()))
        vl.append(F.smooth_l1_loss(v, torch.tensor([R])))
    optimizer.zero_grad()
    loss = torch.stack(pl).sum() + torch.stack(vl).sum()
    loss.backward()
    optimizer.step()
    del model.rewards[:]
    del model.saved_actions[:]
    return loss.item()
running = 10
for ep in range(1, 6):
    s = env.reset()
    total = 0
    for t in range(1, 100):
        s, r, done = env.step(select_action(s))
        model.rewards.append(r)
        total += r
        if done:
            break
    running = 0.05 * total + 0.95 * running
    print(f'Episode {ep}\tLast reward: {total:.2f}\tAverage reward: {running:.2f} loss {finish():.2f}')

class ReplayMemory(object):

    def __init__(self, capacity):
        self.memory = deque([], maxlen=capacity)

    def push(self, *args):
        self.memory.append(Transition(*args))

    def sample(self, n):
        return random.sample(self.memory, n)

    def __len__(self):
        return len(self.memory)
policy, target = (nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2)), nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2)))
target.load_state_dict(policy.state_dict())
mem = ReplayMemory(200)
opt = optim.AdamW(policy.parameters(), lr=0.001, amsgrad=True)
state = torch.tensor(env.reset(), dtype=torch.float32).unsqueeze(0)
steps = 0

def act(state):
    global steps
    th = 0.05 + 0.85 * math.exp(-1.0 * steps / 100)
    steps += 1
    if random.random() > th:
        with torch.no_grad():
            return policy(state).max(1).indices.view(1, 1)
    return torch.tensor([[random.randrange(2)]], dtype=torch.long)
for t in count():
    a = act(state)
    obs, r, done = env.step(a.item())
    nxt = None if done else torch.tensor(obs, dtype=torch.float32).unsqueeze(0)
    mem.push(state, a, nxt, torch.tensor([r]))
    state = nxt if nxt is not None else torch.tensor(env.reset(), dtype=torch.float32).unsqueeze(0)
    if len(mem) >= 32:
        batch = Transition(*zip(*mem.sample(32)))
        mask = torch.tensor(tuple(map(lambda s: s is not None, batch.next_state)), dtype=torch.bool)
        nn_ = torch.cat([s for s in batch.next_state if s is not None])
        q = policy(torch.cat(batch.state)).gather(1, torch.cat(batch.action))
        v = torch.zeros(32)
        with torch.no_grad():
            v[mask] = target(nn_).max(1).values
        loss = nn.SmoothL1Loss()(q, (v * 0.99 + torch.cat(batch.reward)).unsqueeze(1))
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_value_(policy.parameters(), 100)
        opt.step()
        td, pd = (target.state_dict(), policy.state_dict())
        for k in pd:
            td[k] = pd[k] * 0.005 + td[k] * (1 - 0.005)
        target.load_state_dict(td)
    if t > 60:
        print(f'{loss.item():.3f}', len(mem), steps)
        break
d = Categorical(logits=torch.tensor([[0.1, 0.2, 0.7], [1.0, 1.0, 1.0]]))
print(d, d.probs, d.entropy(), d.sample((2,)).shape, d.log_prob(torch.tensor([2, 0])))
n = Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 2.0]))
a = n.sample()
print(n, a.shape, n.log_prob(torch.zeros(2)), n.cdf(torch.zeros(2)), n.entropy())
print(Bernoulli(torch.tensor([0.3])).sample((3,)).shape)
old = d.log_prob(torch.tensor([2, 0])).detach()
ratio = (d.log_prob(torch.tensor([2, 0])) - old).exp()
adv = torch.tensor([1.0, -1.0])
print(torch.min(ratio * adv, torch.clamp(ratio, 0.8, 1.2) * adv))
# expect: Episode 1	Last reward: 28.00	Average reward: 10.90 loss 16.33
# expect: Episode 2	Last reward: 12.00	Average reward: 10.96 loss 6.07
# expect: Episode 3	Last reward: 20.00	Average reward: 11.41 loss 9.20
# expect: Episode 4	Last reward: 30.00	Average reward: 12.34 loss 12.71
# expect: Episode 5	Last reward: 37.00	Average reward: 13.57 loss 16.38
# expect: 0.397 62 62
# expect: Categorical(probs: torch.Size([2, 3]), logits: torch.Size([2, 3])) tensor([[0.2546, 0.2814, 0.4640],
# expect:         [0.3333, 0.3333, 0.3333]]) tensor([1.0614, 1.0986]) torch.Size([2, 2]) tensor([-0.7679, -1.0986])
# expect: Normal(loc: torch.Size([2]), scale: torch.Size([2])) torch.Size([2]) tensor([-0.9189, -1.7371]) tensor([0.5000, 0.3085]) tensor([1.4189, 2.1121])
# expect: torch.Size([3, 1])
# expect: tensor([ 1., -1.])
