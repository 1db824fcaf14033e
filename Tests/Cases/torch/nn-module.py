# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
from torch import nn

torch.manual_seed(0)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(2, 4)
        self.out = nn.Linear(4, 1)

    def forward(self, x):
        return self.out(torch.relu(self.hidden(x)))


net = Net()
print(net, sum(p.numel() for p in net.parameters()), [n for n, _ in net.named_parameters()])
x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
print(net(x))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
for _ in range(20):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(net(x), y)
    loss.backward()
    optimizer.step()
print(f"{loss.item():.4f}")
model = nn.Sequential(nn.Linear(3, 2), nn.ReLU(), nn.Linear(2, 1))
print(model, model[0].weight.shape, model(torch.ones(1, 3)), list(model.state_dict()))
# expect: Net(
# expect:   (hidden): Linear(in_features=2, out_features=4, bias=True)
# expect:   (out): Linear(in_features=4, out_features=1, bias=True)
# expect: ) 17 ['hidden.weight', 'hidden.bias', 'out.weight', 'out.bias']
# expect: tensor([[0.1357],
# expect:         [0.0543],
# expect:         [0.1977],
# expect:         [0.0565]], grad_fn=<AddmmBackward0>)
# expect: 0.1045
# expect: Sequential(
# expect:   (0): Linear(in_features=3, out_features=2, bias=True)
# expect:   (1): ReLU()
# expect:   (2): Linear(in_features=2, out_features=1, bias=True)
# expect: ) torch.Size([2, 3]) tensor([[-0.3402]], grad_fn=<AddmmBackward0>) ['0.weight', '0.bias', '2.weight', '2.bias']
