# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

# A module that changes its dtype gets gradients in the new one.
model = torch.nn.Linear(3, 2).double()
optimizer = torch.optim.AdamW(model.parameters())
for _ in range(2):
    optimizer.zero_grad()
    model(torch.ones(4, 3, dtype=torch.float64)).sum().backward()
    optimizer.step()
print(model.weight.grad.dtype, model.bias.grad.dtype, optimizer.state[model.bias]["exp_avg"].dtype)
p = torch.nn.Parameter(torch.ones(3))
p.data = p.data.to(torch.bfloat16)
(p * 2).sum().backward()
print(p.grad)
p = torch.nn.Parameter(torch.ones(3))
p.data = torch.ones(2, 2)
(p * 3).sum().backward()
print(p.grad)
# expect: torch.float64 torch.float64 torch.float64
# expect: tensor([2., 2., 2.], dtype=torch.bfloat16)
# expect: tensor([[3., 3.],
# expect:         [3., 3.]])
