# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Forward-mode derivatives.
import torch, torch.autograd.forward_ad as fwAD
p = torch.tensor([1.0, 2.0, 3.0]); t = torch.tensor([1.0, 0.0, -1.0])
with fwAD.dual_level():
    d = fwAD.make_dual(p, t)
    o = (d ** 2).sin() * d.exp(); print(o); u = fwAD.unpack_dual(o); print(u); print(u.primal, u.tangent)
    print(fwAD.unpack_dual(p)); print(fwAD.unpack_dual(torch.ones(2)).tangent)
    print(o.sum()); print(fwAD.unpack_dual(d).tangent is t)
    m = torch.nn.Linear(3, 2); torch.nn.init.constant_(m.weight, 0.5); torch.nn.init.zeros_(m.bias); print(fwAD.unpack_dual(m(d)).tangent.detach())
try: fwAD.make_dual(p, t)
except Exception as e: print(type(e), e)
try:
    with fwAD.dual_level(): fwAD.make_dual(p, torch.ones(2))
except Exception as e: print(type(e), e)
try:
    with fwAD.dual_level(): fwAD.make_dual(torch.tensor([1]), torch.tensor([1]))
except Exception as e: print(type(e), e)
print(fwAD.unpack_dual(p) if True else 0)
class Fn(torch.autograd.Function):
    @staticmethod
    def forward(ctx, foo):
        r = torch.exp(foo); ctx.result = r; return r
    @staticmethod
    def jvp(ctx, gI):
        g = gI * ctx.result; del ctx.result; return g
    @staticmethod
    def backward(ctx, g): return g * ctx.result
with fwAD.dual_level():
    d = fwAD.make_dual(p, t); print(fwAD.unpack_dual(Fn.apply(d)).tangent)
# expect: tensor([ 2.2874, -5.5921,  8.2776],
# expect:        tangent=tensor([  5.2247,  -0.0000, 101.5256]))
# expect: UnpackedDualTensor(primal=tensor([ 2.2874, -5.5921,  8.2776]), tangent=tensor([  5.2247,  -0.0000, 101.5256]))
# expect: tensor([ 2.2874, -5.5921,  8.2776]) tensor([  5.2247,  -0.0000, 101.5256])
# expect: UnpackedDualTensor(primal=tensor([1., 2., 3.]), tangent=None)
# expect: None
# expect: tensor(4.9729, tangent=106.7503662109375)
# expect: True
# expect: tensor([0., 0.])
# expect: <class 'RuntimeError'> Trying to create a dual Tensor for forward AD but no level exists, make sure to enter_dual_level() first.
# expect: <class 'RuntimeError'> Trying to set a forward gradient that has a different size than that of the original Tensor, this is not supported. Tensor is of size [3] while the given forward gradient is of size [2].
# expect: <class 'ValueError'> Expected primal to be floating point or complex, but got: torch.int64
# expect: UnpackedDualTensor(primal=tensor([1., 2., 3.]), tangent=None)
# expect: tensor([  2.7183,   0.0000, -20.0855])
