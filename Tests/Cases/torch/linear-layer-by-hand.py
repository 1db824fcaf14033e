# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

torch.manual_seed(7)
features = torch.randn(6, 3)
weight = torch.randn(3, 2, requires_grad=True)
bias = torch.zeros(2, requires_grad=True)
target = torch.tensor([0, 1, 1, 0, 1, 0])
for step in range(4):
    scores = features @ weight + bias
    logp = scores - scores.exp().sum(1, keepdim=True).log()
    loss = -logp[torch.arange(6), target].mean()
    loss.backward()
    print(f"{step} {loss.item():.5f}")
    with torch.no_grad():
        for p in (weight, bias):
            p -= 0.5 * p.grad
            p.grad = None
print(weight, bias)
print((scores.argmax(1) == target).float().mean(), scores.detach())
# expect: 0 1.99865
# expect: 1 1.57421
# expect: 2 1.20798
# expect: 3 0.93180
# expect: tensor([[-0.0805,  0.3898],
# expect:         [ 1.3629,  0.8155],
# expect:         [ 0.6236, -0.7514]], requires_grad=True) tensor([ 0.2027, -0.2027], requires_grad=True)
# expect: tensor(0.5000) tensor([[ 2.1187, -1.7568],
# expect:         [ 1.0346, -0.8043],
# expect:         [-1.5189,  0.3706],
# expect:         [-2.8787, -1.4092],
# expect:         [ 0.3638,  0.6362],
# expect:         [-1.5394, -0.6972]])
