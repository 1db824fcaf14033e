# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

torch.manual_seed(0)
print(torch.rand(2, 3), torch.randn(2, 3), torch.randint(0, 10, (5,)), torch.randint(5, (2, 2)), torch.randperm(8), torch.rand(1), torch.randn(20))
torch.manual_seed(42)
a = torch.rand(3)
torch.manual_seed(42)
print(torch.equal(a, torch.rand(3)), torch.initial_seed(), torch.rand_like(a), torch.randn_like(a), torch.randint_like(a, 5), torch.empty(3).uniform_(-1, 1), torch.empty(4).normal_(5, 2), torch.bernoulli(torch.full((5,), 0.5)), torch.normal(0.0, 1.0, (2, 2)))
g = torch.Generator().manual_seed(7)
print(torch.rand(2, generator=g), torch.randn(3, generator=g), torch.randperm(5, generator=g), torch.multinomial(torch.tensor([0.1, 0.9]), 5, replacement=True), torch.rand(2, dtype=torch.float64), torch.randn(17, dtype=torch.float64)[-3:])
s = torch.get_rng_state()
a = torch.rand(2)
torch.set_rng_state(s)
print(torch.equal(a, torch.rand(2)), torch.rand(2, 2, requires_grad=True), torch.rand(0), torch.randn(()), torch.rand(5, 5))
for bad in (lambda: torch.randint(5, 1, (2,)), lambda: torch.rand(-1), lambda: torch.randperm(-1), lambda: torch.rand("a"), lambda: torch.randint(10)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])
# expect: tensor([[0.4963, 0.7682, 0.0885],
# expect:         [0.1320, 0.3074, 0.6341]]) tensor([[ 1.2645, -0.6874,  0.1604],
# expect:         [-0.6065, -0.7831,  1.0622]]) tensor([4, 3, 6, 9, 1]) tensor([[4, 4],
# expect:         [1, 4]]) tensor([1, 2, 0, 4, 3, 7, 6, 5]) tensor([0.1507]) tensor([ 0.2484,  0.4397,  0.1124,  0.6408, -0.3952,  0.2055, -0.4503, -0.5731,
# expect:         -0.5554,  0.5943,  1.5419,  0.5073, -0.5515, -1.3253,  0.1886, -0.0691,
# expect:         -0.4949, -1.4959, -0.1938,  0.4455])
# expect: True 42 tensor([0.9593, 0.3904, 0.6009]) tensor([ 1.1561,  0.3965, -2.4661]) tensor([1., 2., 0.]) tensor([ 0.1478, -0.4668,  0.2549]) tensor([5.7246, 6.0698, 6.6187, 7.2206]) tensor([0., 1., 0., 1., 0.]) tensor([[-1.6898, -0.5710],
# expect:         [-0.9749,  0.1863]])
# expect: tensor([0.5349, 0.1988]) tensor([-0.2952,  1.9685, -1.2514]) tensor([3, 4, 1, 2, 0]) tensor([1, 1, 1, 1, 1]) tensor([0.4546, 0.2822], dtype=torch.float64) tensor([-0.4595,  0.4665, -0.2768], dtype=torch.float64)
# expect: True tensor([[0.1612, 0.1568],
# expect:         [0.2083, 0.3289]], requires_grad=True) tensor([]) tensor(1.6273) tensor([[0.1054, 0.9192, 0.4008, 0.9302, 0.6558],
# expect:         [0.0766, 0.8460, 0.3624, 0.3083, 0.0850],
# expect:         [0.0029, 0.6431, 0.3908, 0.6947, 0.0897],
# expect:         [0.8712, 0.1330, 0.4137, 0.6044, 0.7581],
# expect:         [0.9037, 0.9555, 0.1035, 0.6258, 0.2849]])
# expect: RuntimeError random_ expects 'from' to be less than 'to', but got from=5 >= to=1
# expect: RuntimeError Trying to create tensor with negative dimension -1: [-1]
# expect: RuntimeError Trying to create tensor with negative dimension -1: [-1]
# expect: TypeError rand(): argument 'size' (position 1) must be tuple of ints, not str
# expect: TypeError randint() received an invalid combination of arguments - got (int), but expected one of:
