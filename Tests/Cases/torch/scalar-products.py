# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Scalar products to the bit, and the optimiser that lives by them.
import struct
import torch

torch.manual_seed(0)
for dtype, letter in ((torch.float32, 'f'), (torch.float64, 'd')):
    for n in (1, 3, 4, 6, 7, 9, 12, 15, 16, 18, 28, 33, 100, 255):
        a, b = torch.randn(n, dtype=dtype), torch.randn(n, dtype=dtype)
        print(n, struct.pack('>' + letter, a.dot(b).item()).hex())
w = torch.tensor([-1.5, 2.0], requires_grad=True)
optimizer = torch.optim.LBFGS([w], lr=0.1)


def closure():
    optimizer.zero_grad()
    loss = (1 - w[0]) ** 2 + 100 * (w[1] - w[0] ** 2) ** 2
    loss.backward()
    return loss


for i in range(6):
    print(optimizer.step(closure).item())
print(w, sorted(optimizer.state[w]))
p = torch.nn.Parameter(torch.ones(2))
adam = torch.optim.Adam([p])
p.sum().backward()
adam.step()
print(adam.state[p]['step'], type(adam.state).__name__, len(adam.state), list(adam.state)[0] is p)
# expect: 1 bee78331
# expect: 3 401787c5
# expect: 4 3f556cde
# expect: 6 c07ce866
# expect: 7 bf38b94e
# expect: 9 c0a98b12
# expect: 12 403befe9
# expect: 15 c015d784
# expect: 16 4066fb02
# expect: 18 40bd5a26
# expect: 28 c08566c9
# expect: 33 c1672dc7
# expect: 100 c1072c40
# expect: 255 c152cdc2
# expect: 1 bfefcde545c414ec
# expect: 3 3f9f406294cf2378
# expect: 4 c0098079dbefd236
# expect: 6 bffa4912ff501ca0
# expect: 7 c013ce52f549d99d
# expect: 9 bfe9fc9d669ed0ac
# expect: 12 3ff608268d8686e7
# expect: 15 3ffb0022c708d14a
# expect: 16 40063361e88b7883
# expect: 18 c02836f4e12f23b9
# expect: 28 3fe32013940e003c
# expect: 33 bfdf947c0db8da10
# expect: 100 c020a40020eb63a0
# expect: 255 c02222eb61401dbe
# expect: 12.5
# expect: 5.8160400390625
# expect: 11.537975311279297
# expect: 3.4362239837646484
# expect: 3.1778976917266846
# expect: 365.1006774902344
# expect: tensor([ 0.1332, -0.3519], requires_grad=True) ['H_diag', 'al', 'd', 'func_evals', 'n_iter', 'old_dirs', 'old_stps', 'prev_flat_grad', 'prev_loss', 'ro', 't']
# expect: tensor(1.) defaultdict 1 True
