# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Types and names of old programs.
import torch, torch.nn as nn, torch.nn.functional as F
from torch.autograd import Variable
import torch.utils.data as Data
dtype = torch.FloatTensor
N, D_in, H, D_out = (8, 10, 5, 2)
torch.manual_seed(1)
x = torch.randn(N, D_in).type(dtype)
y = torch.randn(N, D_out).type(dtype)
w1 = torch.randn(D_in, H).type(dtype)
w2 = torch.randn(H, D_out).type(dtype)
for t in range(3):
    h = x.mm(w1)
    hr = h.clamp(min=0)
    yp = hr.mm(w2)
    loss = (yp - y).pow(2).sum()
    print(t, f'{loss.item():.2f}')
    g = 2.0 * (yp - y)
    gw2 = hr.t().mm(g)
    gh = g.mm(w2.t()).clone()
    gh[h < 0] = 0
    w1 -= 0.0001 * x.t().mm(gh)
    w2 -= 0.0001 * gw2
print(isinstance(x, torch.FloatTensor), torch.LongTensor([1, 2]), torch.FloatTensor(2, 3).zero_())
print(torch.ByteTensor([1, 0]), torch.FloatTensor, x.type(torch.LongTensor).dtype, x.type('torch.DoubleTensor').dtype)
v = Variable(torch.FloatTensor([[1, 2], [3, 4]]), requires_grad=True)
o = torch.mean(v * v)
o.backward()
print(v.grad, v.data, o.data)
try:
    print(o.data[0])
except IndexError as e:
    print(e)
x = torch.unsqueeze(torch.linspace(-1, 1, 20), dim=1)
y = x.pow(2) + 0.2 * torch.rand(x.size())

class Net(torch.nn.Module):

    def __init__(self, n_feature, n_hidden, n_output):
        super(Net, self).__init__()
        self.hidden = torch.nn.Linear(n_feature, n_hidden)
        self.predict = torch.nn.Linear(n_hidden, n_output)

    def forward(self, x):
        return self.predict(F.relu(self.hidden(x)))
net = Net(1, 10, 1)
print(net)
opt = torch.optim.SGD(net.parameters(), lr=0.2)
lf = torch.nn.MSELoss()
for t in range(20):
    p = net(x)
    loss = lf(p, y)
    opt.zero_grad()
    loss.backward()
    opt.step()
print('%.4f' % loss.data.item(), loss.data.numpy if False else '')
loader = Data.DataLoader(dataset=Data.TensorDataset(x, y), batch_size=5, shuffle=True, num_workers=0)
for epoch in range(2):
    for step, (bx, by) in enumerate(loader):
        print('Epoch: ', epoch, '| Step: ', step, '| batch x: ', bx.view(-1))
n_data = torch.ones(4, 2)
x0 = torch.normal(2 * n_data, 1)
y0 = torch.zeros(4)
x1 = torch.normal(-2 * n_data, 1)
y1 = torch.ones(4)
x = torch.cat((x0, x1), 0).type(torch.FloatTensor)
y = torch.cat((y0, y1)).type(torch.LongTensor)
print(x.shape, y)
out = F.softmax(x, dim=1)
print(torch.max(out, 1)[1], torch.max(out, 1)[1].data.squeeze())
print(F.sigmoid(torch.zeros(1)), F.tanh(torch.zeros(1)))
print(torch.max(torch.tensor([[1, 5], [7, 2]]), 1), torch.sum(x, 1).size())
print(torch.nn.init.xavier_uniform(torch.zeros(2, 2)).shape if hasattr(torch.nn.init, 'xavier_uniform') else '')
print(torch.nn.utils.clip_grad_norm(net.parameters(), 1.0) if hasattr(torch.nn.utils, 'clip_grad_norm') else '')
print(x.new(2, 3).fill_(1), x.new_zeros(2), torch.Tensor(2, 3).shape, torch.Tensor([1, 2]), torch.Tensor().shape)
s = torch.nn.Sequential()
s.add_module('fc', nn.Linear(2, 2))
s.add_module('relu', nn.ReLU())
print(s, s.fc, s[0] is s.fc)
for name, p in s.named_parameters():
    if 'weight' in name:
        nn.init.normal(p, std=0.1) if hasattr(nn.init, 'normal') else None
    if 'bias' in name:
        nn.init.constant_(p, 0.0)
print(torch.is_tensor(x), torch.numel(x), x.byte().dtype, torch.equal(x.cpu(), x), (x > 0).sum().item())
print(x.data.storage().size(), torch.get_rng_state().shape, torch.initial_seed())
print(torch.addmv(torch.zeros(2), torch.ones(2, 3), torch.ones(3)), torch.ger(torch.ones(2), torch.ones(2)))
print(torch.svd(torch.eye(2))[1])
try:
    torch.symeig(torch.eye(2))
except Exception as e:
    print(type(e).__name__, str(e)[:120])
try:
    torch.gels(torch.eye(2), torch.eye(2))
except Exception as e:
    print(type(e).__name__, str(e)[:120])
ck = {'state_dict': net.state_dict(), 'best': torch.tensor(0.5)}
print(ck.keys(), sorted(net.state_dict().keys()))
print(nn.DataParallel(net).module is net)
net = nn.DataParallel(net)
print(net(x[:2, :1]).shape, list(net.state_dict())[:1])

class Lin(torch.autograd.Function):

    @staticmethod
    def forward(ctx, x, w):
        ctx.save_for_backward(x, w)
        return x.mm(w.t())

    @staticmethod
    def backward(ctx, g):
        x, w = ctx.saved_tensors
        return (g.mm(w), g.t().mm(x))
w = torch.ones(2, 2, requires_grad=True)
Lin.apply(x, w).sum().backward()
print(w.grad)
# expect: 0 1594.57
# expect: 1 1371.30
# expect: 2 1191.08
# expect: True tensor([1, 2]) tensor([[0., 0., 0.],
# expect:         [0., 0., 0.]])
# expect: tensor([1, 0], dtype=torch.uint8) <class 'torch.FloatTensor'> torch.int64 torch.float64
# expect: tensor([[0.5000, 1.0000],
# expect:         [1.5000, 2.0000]]) tensor([[1., 2.],
# expect:         [3., 4.]]) tensor(7.5000)
# expect: invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number
# expect: Net(
# expect:   (hidden): Linear(in_features=1, out_features=10, bias=True)
# expect:   (predict): Linear(in_features=10, out_features=1, bias=True)
# expect: )
# expect: 0.1035 
# expect: Epoch:  0 | Step:  0 | batch x:  tensor([ 0.2632,  0.7895, -0.8947,  0.6842, -0.3684])
# expect: Epoch:  0 | Step:  1 | batch x:  tensor([ 1.0000, -0.0526,  0.0526,  0.1579, -0.6842])
# expect: Epoch:  0 | Step:  2 | batch x:  tensor([ 0.5789, -0.7895, -1.0000, -0.2632, -0.4737])
# expect: Epoch:  0 | Step:  3 | batch x:  tensor([-0.5789, -0.1579,  0.8947,  0.3684,  0.4737])
# expect: Epoch:  1 | Step:  0 | batch x:  tensor([-0.3684, -0.1579,  0.2632, -0.4737, -0.0526])
# expect: Epoch:  1 | Step:  1 | batch x:  tensor([-0.8947,  0.6842,  0.1579,  0.4737,  0.7895])
# expect: Epoch:  1 | Step:  2 | batch x:  tensor([ 0.3684, -0.6842, -0.5789,  0.8947,  0.0526])
# expect: Epoch:  1 | Step:  3 | batch x:  tensor([ 0.5789, -0.7895, -0.2632,  1.0000, -1.0000])
# expect: torch.Size([8, 2]) tensor([0, 0, 0, 0, 1, 1, 1, 1])
# expect: tensor([0, 0, 1, 0, 1, 1, 1, 1]) tensor([0, 0, 1, 0, 1, 1, 1, 1])
# expect: tensor([0.5000]) tensor([0.])
# expect: torch.return_types.max(
# expect: values=tensor([5, 7]),
# expect: indices=tensor([1, 0])) torch.Size([8])
# expect: torch.Size([2, 2])
# expect: tensor(0.0334)
# expect: tensor([[1., 1., 1.],
# expect:         [1., 1., 1.]]) tensor([0., 0.]) torch.Size([2, 3]) tensor([1., 2.]) torch.Size([0])
# expect: Sequential(
# expect:   (fc): Linear(in_features=2, out_features=2, bias=True)
# expect:   (relu): ReLU()
# expect: ) Linear(in_features=2, out_features=2, bias=True) True
# expect: True 16 torch.uint8 True 7
# expect: 16 torch.Size([5056]) 1
# expect: tensor([3., 3.]) tensor([[1., 1.],
# expect:         [1., 1.]])
# expect: tensor([1., 1.])
# expect: RuntimeError This function was deprecated since version 1.9 and is now removed. The default behavior has changed from using the upper
# expect: AttributeError module 'torch' has no attribute 'gels'
# expect: dict_keys(['state_dict', 'best']) ['hidden.bias', 'hidden.weight', 'predict.bias', 'predict.weight']
# expect: True
# expect: torch.Size([2, 1]) ['module.hidden.weight']
# expect: tensor([[-4.4650, -2.4996],
# expect:         [-4.4650, -2.4996]])
