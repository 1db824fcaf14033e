# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Hooks of modules and tensors; containers; what modules refuse.
import torch, torch.nn as nn, copy
from functools import partial
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))
acts, grads = ({}, {})

def save(name, m, i, o):
    acts[name] = o.detach()
hs = [m.register_forward_hook(partial(save, n)) for n, m in net.named_children()]
hb = net[0].register_full_backward_hook(lambda m, gi, go: grads.update(go=go[0].clone(), gi=gi))
pre = net[2].register_forward_pre_hook(lambda m, inp: (inp[0] * 2,))
x = torch.ones(2, 4, requires_grad=True)
out = net(x)
out.sum().backward()
print({k: v.shape for k, v in acts.items()}, grads['go'].shape, [g.shape for g in grads['gi']])
for h in hs:
    h.remove()
pre.remove()
hb.remove()
acts.clear()
net(x)
print(acts, len(net[0]._forward_hooks))

def change(m, i, o):
    return o * 10
h = net.register_forward_hook(change)
print(net(x).shape)
h.remove()
h2 = net.register_forward_hook(lambda m, a, k, o: print('kw', k), with_kwargs=True)
net(x)
h2.remove()

class Tap(nn.Module):

    def __init__(self, m):
        super().__init__()
        self.m = m
        self.hook = m.register_forward_hook(self.fn)

    def fn(self, m, i, o):
        self.out = o

    def forward(self, x):
        return self.m(x)
t = Tap(net[0])
t(x)
print(t.out.shape, t)
w = torch.randn(3, requires_grad=True)
hh = w.register_hook(lambda g: g * 2)
(w * 3).sum().backward()
print(w.grad)
hh.remove()
y = w * 2
y.retain_grad()
y.register_hook(lambda g: print('grad', g))
y.sum().backward()
print(y.grad, w.grad, y.is_leaf, w.is_leaf)
print(list(dict(net.named_modules())), [type(m).__name__ for m in net.modules()])
print([n for n, _ in net.named_parameters(prefix='net')])
print(net.get_submodule('2'), net.get_parameter('0.weight').shape)

class Scale(nn.Module):

    def __init__(self):
        super().__init__()
        self.g = nn.Parameter(torch.ones(1))
        self.register_buffer('count', torch.zeros((), dtype=torch.long))
        self.register_buffer('tmp', torch.zeros(2), persistent=False)
        self.register_parameter('none', None)

    def forward(self, x):
        self.count += 1
        return x * self.g

    def extra_repr(self):
        return f'count={self.count.item()}'
s = Scale()
s(x)
s(x)
print(s, s.state_dict(), [n for n, _ in s.named_buffers()], s.none)
s2 = copy.deepcopy(s)
s2.g.data.fill_(3.0)
print(s.g, s2.g, s2.count)
s.double()
print(s.g.dtype, s.count.dtype)
s.to(torch.float16)
print(s.g.dtype)
s.float().requires_grad_(False)
print(s.g.requires_grad, s.training, s.eval().training)
for p in net.parameters():
    p.requires_grad = False
net[2] = nn.Linear(3, 5)
print(net, [n for n, p in net.named_parameters() if p.requires_grad])
net.add_module('extra', nn.Tanh())
net.append(nn.Identity())
print(len(net), net[-1], net[:2], net.extra)
del net[0]
print(net)
ml = nn.ModuleList([nn.Linear(1, 1) for _ in range(3)])
ml.extend([nn.ReLU()])
ml.insert(0, nn.Tanh())
print(ml, len(ml), ml[1:3])
md = nn.ModuleDict({'a': nn.Linear(1, 2), 'b': nn.ReLU()})
md['c'] = nn.Tanh()
print(md, list(md.keys()), 'a' in md, md.pop('b'))
pl = nn.ParameterList([nn.Parameter(torch.zeros(2)) for _ in range(2)])
print(pl, len(list(pl.parameters())))
pd = nn.ParameterDict({'w': nn.Parameter(torch.ones(1))})
print(pd)

def init(m):
    if isinstance(m, nn.Linear):
        nn.init.xavier_uniform_(m.weight, gain=nn.init.calculate_gain('relu'))
        m.bias.data.fill_(0.01)
torch.manual_seed(0)
print(md.apply(init)['a'].weight)
for bad in [
        lambda: net(torch.ones(1, 9)), lambda: net.foo, lambda: setattr(s, 'g', 3),
        lambda: s.register_buffer('g', None), lambda: s.register_parameter('a.b', None),
        lambda: net.get_submodule('zz'), lambda: net.add_module('', nn.ReLU()), lambda: nn.Module()(1),
        lambda: nn.Sequential(3), lambda: md['zz'], lambda: net.load_state_dict(3)]:
    try:
        bad()
        print('ok')
    except Exception as e:
        print(type(e).__name__, str(e)[:300])

def count_parameters(m):
    return sum((p.numel() for p in m.parameters() if p.requires_grad))
print(count_parameters(md), hasattr(md, 'foo'), isinstance(md, nn.Module))

class Res(nn.Module):
    expansion = 2

    def __init__(self, c, stride=1, downsample=None):
        super().__init__()
        self.c1 = nn.Conv2d(c, c, 3, stride, 1, bias=False)
        self.bn = nn.BatchNorm2d(c)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = downsample

    def forward(self, x):
        i = x if self.downsample is None else self.downsample(x)
        return self.relu(self.bn(self.c1(x)) + i)
r = nn.Sequential(*[Res(2) for _ in range(2)], nn.AdaptiveAvgPool2d((1, 1)), nn.Flatten(), nn.Linear(2, 3))
print(r)
print(r(torch.randn(2, 2, 5, 5)).shape)
print(list(r.state_dict())[:8])
print(r._modules['0'].expansion, dict(r[0].named_children()).keys())
# expect: {'0': torch.Size([2, 3]), '1': torch.Size([2, 3]), '2': torch.Size([2, 2])} torch.Size([2, 3]) [torch.Size([2, 4])]
# expect: {} 0
# expect: torch.Size([2, 2])
# expect: kw {}
# expect: torch.Size([2, 3]) Tap(
# expect:   (m): Linear(in_features=4, out_features=3, bias=True)
# expect: )
# expect: tensor([6., 6., 6.])
# expect: grad tensor([1., 1., 1.])
# expect: tensor([1., 1., 1.]) tensor([8., 8., 8.]) False True
# expect: ['', '0', '1', '2'] ['Sequential', 'Linear', 'ReLU', 'Linear']
# expect: ['net.0.weight', 'net.0.bias', 'net.2.weight', 'net.2.bias']
# expect: Linear(in_features=3, out_features=2, bias=True) torch.Size([3, 4])
# expect: Scale(count=2) OrderedDict([('g', tensor([1.])), ('count', tensor(2))]) ['count', 'tmp'] None
# expect: Parameter containing:
# expect: tensor([1.], requires_grad=True) Parameter containing:
# expect: tensor([3.], requires_grad=True) tensor(2)
# expect: torch.float64 torch.int64
# expect: torch.float16
# expect: False True False
# expect: Sequential(
# expect:   (0): Linear(in_features=4, out_features=3, bias=True)
# expect:   (1): ReLU()
# expect:   (2): Linear(in_features=3, out_features=5, bias=True)
# expect: ) ['2.weight', '2.bias']
# expect: 5 Identity() Sequential(
# expect:   (0): Linear(in_features=4, out_features=3, bias=True)
# expect:   (1): ReLU()
# expect: ) Tanh()
# expect: Sequential(
# expect:   (0): ReLU()
# expect:   (1): Linear(in_features=3, out_features=5, bias=True)
# expect:   (2): Tanh()
# expect:   (3): Identity()
# expect: )
# expect: ModuleList(
# expect:   (0): Tanh()
# expect:   (1-3): 3 x Linear(in_features=1, out_features=1, bias=True)
# expect:   (4): ReLU()
# expect: ) 5 ModuleList(
# expect:   (0-1): 2 x Linear(in_features=1, out_features=1, bias=True)
# expect: )
# expect: ModuleDict(
# expect:   (a): Linear(in_features=1, out_features=2, bias=True)
# expect:   (c): Tanh()
# expect: ) ['a', 'b', 'c'] True ReLU()
# expect: ParameterList(
# expect:     (0): Parameter containing: [torch.float32 of size 2]
# expect:     (1): Parameter containing: [torch.float32 of size 2]
# expect: ) 2
# expect: ParameterDict(  (w): Parameter containing: [torch.FloatTensor of size 1])
# expect: Parameter containing:
# expect: tensor([[-0.0150],
# expect:         [ 1.0729]], requires_grad=True)
# expect: RuntimeError mat1 and mat2 shapes cannot be multiplied (1x9 and 3x5)
# expect: AttributeError 'Sequential' object has no attribute 'foo'
# expect: TypeError cannot assign 'int' as parameter 'g' (torch.nn.Parameter or None expected)
# expect: KeyError "attribute 'g' already exists"
# expect: KeyError 'parameter name can\'t contain "."'
# expect: AttributeError Sequential has no attribute `zz`
# expect: KeyError 'module name can\'t be empty string ""'
# expect: NotImplementedError Module [Module] is missing the required "forward" function
# expect: TypeError int is not a Module subclass
# expect: KeyError 'zz'
# expect: TypeError Expected state_dict to be dict-like, got <class 'int'>.
# expect: 4 False True
# expect: Sequential(
# expect:   (0): Res(
# expect:     (c1): Conv2d(2, 2, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
# expect:     (bn): BatchNorm2d(2, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
# expect:     (relu): ReLU(inplace=True)
# expect:   )
# expect:   (1): Res(
# expect:     (c1): Conv2d(2, 2, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
# expect:     (bn): BatchNorm2d(2, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
# expect:     (relu): ReLU(inplace=True)
# expect:   )
# expect:   (2): AdaptiveAvgPool2d(output_size=(1, 1))
# expect:   (3): Flatten(start_dim=1, end_dim=-1)
# expect:   (4): Linear(in_features=2, out_features=3, bias=True)
# expect: )
# expect: torch.Size([2, 3])
# expect: ['0.c1.weight', '0.bn.weight', '0.bn.bias', '0.bn.running_mean', '0.bn.running_var', '0.bn.num_batches_tracked', '1.c1.weight', '1.bn.weight']
# expect: 2 dict_keys(['c1', 'bn', 'relu'])
