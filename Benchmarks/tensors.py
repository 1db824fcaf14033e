"""Small tensor operations, a training step, a matrix product. Prints `name seconds` (per operation)."""
import time

import torch

torch.manual_seed(0)
x = torch.rand(5, 5, requires_grad=True)
y = torch.rand(5, 5, requires_grad=True)
a = torch.rand(256, 256)
b = torch.rand(256, 256)
big = torch.rand(1_000_000)
w = torch.rand(10, 1, requires_grad=True)
inputs, targets = torch.rand(64, 10), torch.rand(64, 1)


def backward():
    z = torch.sum(x**2 + y**3)
    z.backward()


def step():
    loss = ((inputs @ w - targets) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w.sub_(0.01 * w.grad)
        w.grad.zero_()


work = [
    ("add 5x5", lambda: x + y, 20_000),
    ("backward 5x5", backward, 3_000),
    ("train step", step, 2_000),
    ("matmul 256", lambda: a @ b, 50),
    ("exp 1e6", lambda: big.exp(), 20),
    ("sum 1e6", lambda: big.sum(), 50),
]
for name, run, n in work:
    best = 1e9
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(n):
            run()
        best = min(best, (time.perf_counter() - start) / n)
    print(name, best)
