# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
from torch import nn, optim

torch.set_num_threads(1)
MADE = {
    "SGD": lambda p: optim.SGD(p, lr=1e-2, momentum=0.9, nesterov=True, weight_decay=1e-3),
    "Adam": lambda p: optim.Adam(p, lr=1e-2),
    "AMSGrad": lambda p: optim.Adam(p, lr=1e-2, amsgrad=True, weight_decay=0.01),
    "AdamW": lambda p: optim.AdamW(p, lr=1e-2),
    "RMSprop": lambda p: optim.RMSprop(p, lr=1e-3, centered=True, momentum=0.9),
    "Adagrad": lambda p: optim.Adagrad(p, lr=1e-2, lr_decay=1e-2),
    "Adadelta": lambda p: optim.Adadelta(p, lr=0.5),
    "NAdam": lambda p: optim.NAdam(p, lr=1e-2),
    "RAdam": lambda p: optim.RAdam(p, lr=1e-2),
    "Adamax": lambda p: optim.Adamax(p, lr=1e-2),
    "ASGD": lambda p: optim.ASGD(p, lr=1e-2, t0=20),
    "Rprop": lambda p: optim.Rprop(p, lr=1e-2),
}
for name, make in MADE.items():
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(10, 32), nn.ReLU(), nn.Linear(32, 1))
    x, y = torch.randn(64, 10), torch.randn(64, 1)
    optimizer = make(model.parameters())
    for _ in range(60):
        optimizer.zero_grad()
        loss = ((model(x) - y) ** 2).mean()
        loss.backward()
        optimizer.step()
    print(name, loss.item().hex())
# expect: SGD 0x1.267c660000000p-1
# expect: Adam 0x1.74b3000000000p-6
# expect: AMSGrad 0x1.742fc60000000p-5
# expect: AdamW 0x1.7f65ce0000000p-6
# expect: RMSprop 0x1.2fff1e0000000p-9
# expect: Adagrad 0x1.4a23340000000p-1
# expect: Adadelta 0x1.504da60000000p-1
# expect: NAdam 0x1.234dec0000000p-4
# expect: RAdam 0x1.bb7c780000000p-1
# expect: Adamax 0x1.a5e32e0000000p-3
# expect: ASGD 0x1.fefcba0000000p-1
# expect: Rprop 0x1.02be7e0000000p-8
