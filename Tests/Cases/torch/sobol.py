# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Sobol's sequence, plain and scrambled.
import torch
from torch.quasirandom import SobolEngine

e = SobolEngine(3)
print(e, e.draw(3), e.draw(2), e.num_generated)
e.reset()
e.fast_forward(5)
print(e.draw(2), SobolEngine(160).draw(4)[:, -3:], SobolEngine(2).draw_base2(3))
s = SobolEngine(3, scramble=True, seed=42)
print(s, s.draw(4), s.shift)
s.reset()
s.fast_forward(2)
print(s.draw(2, dtype=torch.float64))
torch.manual_seed(0)
print(SobolEngine(2, scramble=True).draw(2), torch.rand(1))
for wrong in (lambda: SobolEngine(0), lambda: e.draw_base2(2)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
# expect: SobolEngine(dimension=3) tensor([[0.0000, 0.0000, 0.0000],
# expect:         [0.5000, 0.5000, 0.5000],
# expect:         [0.7500, 0.2500, 0.2500]]) tensor([[0.2500, 0.7500, 0.7500],
# expect:         [0.3750, 0.3750, 0.6250]]) 5
# expect: tensor([[0.8750, 0.8750, 0.1250],
# expect:         [0.6250, 0.1250, 0.8750]]) tensor([[0.0000, 0.0000, 0.0000],
# expect:         [0.5000, 0.5000, 0.5000],
# expect:         [0.2500, 0.7500, 0.7500],
# expect:         [0.7500, 0.2500, 0.2500]]) tensor([[0.0000, 0.0000],
# expect:         [0.5000, 0.5000],
# expect:         [0.7500, 0.2500],
# expect:         [0.2500, 0.7500],
# expect:         [0.3750, 0.3750],
# expect:         [0.8750, 0.8750],
# expect:         [0.6250, 0.1250],
# expect:         [0.1250, 0.6250]])
# expect: SobolEngine(dimension=3, scramble=True, seed=42) tensor([[0.9975, 0.1044, 0.8230],
# expect:         [0.2227, 0.7370, 0.4476],
# expect:         [0.4809, 0.3563, 0.5104],
# expect:         [0.7393, 0.9889, 0.1352]]) tensor([1071071778,  112062556,  883666784])
# expect: tensor([[0.4809, 0.3563, 0.5104],
# expect:         [0.7393, 0.9889, 0.1352]], dtype=torch.float64)
# expect: tensor([[0.4751, 0.5925],
# expect:         [0.5788, 0.0371]]) tensor([0.2063])
# expect: ValueError Supported range of dimensionality for SobolEngine is [1, 21201]
# expect: ValueError The balance properties of Sobol' points require n to be a power of 2. 7 points have been previously generated, then: n=7+2**2=11. If you still want to do this, please use 'SobolEngine.draw()' instead.
