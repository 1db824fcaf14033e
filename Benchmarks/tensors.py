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
plain, other = torch.rand(5, 5), torch.rand(5, 5)
c, d = torch.rand(64, 64), torch.rand(64, 64)
e, f = torch.rand(512, 512), torch.rand(512, 512)
layer = torch.nn.Linear(5, 5)
model = torch.nn.Sequential(torch.nn.Linear(10, 32), torch.nn.ReLU(), torch.nn.Linear(32, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
batch, wanted = torch.rand(32, 10), torch.rand(32, 1)
images, kernels = torch.rand(8, 16, 32, 32, requires_grad=True), torch.rand(32, 16, 3, 3, requires_grad=True)
planes, norm = torch.rand(32, 16, 32, 32, requires_grad=True), torch.nn.BatchNorm2d(16)
lstm, letters = torch.nn.LSTM(32, 64), torch.rand(40, 16, 32)
places = torch.randint(0, 1_000_000, (1_000_000,))
heads = torch.rand(16, 4, 32, 16)


def backward():
    z = torch.sum(x**2 + y**3)
    z.backward()


def step():
    loss = ((inputs @ w - targets) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w.sub_(0.01 * w.grad)
        w.grad.zero_()


def train():
    optimizer.zero_grad()
    torch.nn.functional.mse_loss(model(batch), wanted).backward()
    optimizer.step()


def convolve():
    torch.nn.functional.conv2d(images, kernels, padding=1).sum().backward()


def remember():
    lstm(letters)[0].sum().backward()


def without_grad():
    with torch.no_grad():
        pass


work = [
    ("plain add 5x5", lambda: plain + other, 20_000),
    ("torch.add 5x5", lambda: torch.add(plain, other), 20_000),
    ("times 2 5x5", lambda: plain * 2, 20_000),
    ("sum 5x5", lambda: plain.sum(), 20_000),
    ("view 5x5", lambda: plain.view(25), 20_000),
    ("row 5x5", lambda: plain[0], 20_000),
    ("item 5x5", lambda: plain[0, 1].item(), 20_000),
    ("linear 5x5", lambda: layer(plain), 5_000),
    ("no_grad", without_grad, 20_000),
    ("mlp sgd step 32", train, 1_000),
    ("matmul 64", lambda: c @ d, 2_000),
    ("add 5x5", lambda: x + y, 20_000),
    ("backward 5x5", backward, 3_000),
    ("train step", step, 2_000),
    ("matmul 256", lambda: a @ b, 50),
    ("matmul 512", lambda: e @ f, 20),
    ("add 1e6", lambda: big + big, 50),
    ("exp 1e6", lambda: big.exp(), 20),
    ("sum 1e6", lambda: big.sum(), 50),
    ("conv2d 16-32 3x3, 8 of 32x32", lambda: torch.nn.functional.conv2d(images, kernels, padding=1), 50),
    ("the same with gradients", convolve, 20),
    ("max_pool2d 512 of 32x32", lambda: torch.nn.functional.max_pool2d(planes, 2), 50),
    ("batch_norm with gradients", lambda: norm(planes).sum().backward(), 20),
    ("lstm 40 steps with gradients", remember, 10),
    ("batch of 64 matmuls", lambda: heads @ heads.transpose(-2, -1), 200),
    ("sort 1e6", lambda: big.sort(), 2),
    ("index_select 1e6", lambda: big.index_select(0, places), 20),
    ("arange 1e6", lambda: torch.arange(1_000_000), 50),
]
for name, run, n in work:
    best = 1e9
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(n):
            run()
        best = min(best, (time.perf_counter() - start) / n)
    print(name, best)
