# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Layers of long short-term memory, forwards and backwards, with gradients of everything.
import torch
import torch.nn as nn

torch.manual_seed(0)
for options in (dict(), dict(num_layers=2, batch_first=True), dict(bidirectional=True), dict(bias=False)):
    m = nn.LSTM(5, 7, **options)
    x = torch.randn(3, 4, 5, requires_grad=True)
    out, (h, c) = m(x)
    (out.sum() + h.square().sum() + 2 * c.sum()).backward()
    print(out[0, 0], h[0, 0, :3], c[-1, -1, :3])
    print(x.grad[0, 0].round(decimals=3), [f"{p.grad.square().mean():.4g}" for p in m.parameters()])
m = nn.LSTM(5, 7)
h = torch.randn(1, 2, 7, requires_grad=True)
c = torch.randn(1, 2, 7, requires_grad=True)
out, last = m(torch.randn(6, 2, 5), (h, c))
out[-1].sum().backward()
print(out.grad_fn.name(), h.grad[0, 0], c.grad[0, 1])
with torch.no_grad():
    print(m(torch.randn(2, 5))[0].shape, m(torch.ones(1, 1, 5))[0])
# expect: tensor([ 0.1546,  0.2351, -0.2139,  0.0880,  0.1164, -0.0151, -0.0090],
# expect:        grad_fn=<SelectBackward0>) tensor([ 0.4696, -0.3534,  0.3479], grad_fn=<SliceBackward0>) tensor([ 0.1390,  0.3671, -0.3323], grad_fn=<SliceBackward0>)
# expect: tensor([-0.1230,  0.5340,  0.1550, -0.0010, -0.3460]) ['2.424', '0.07333', '18.97', '18.97']
# expect: tensor([-0.0630,  0.0328,  0.1460,  0.0525,  0.1198,  0.0152, -0.0977],
# expect:        grad_fn=<SelectBackward0>) tensor([0.0477, 0.2694, 0.0930], grad_fn=<SliceBackward0>) tensor([-0.2135,  0.0926,  0.5128], grad_fn=<SliceBackward0>)
# expect: tensor([-0.0260, -0.0390, -0.0810, -0.2180, -0.1710]) ['0.9725', '0.07076', '7.757', '7.757', '0.3703', '0.2266', '27.17', '27.17']
# expect: tensor([ 0.1589,  0.0536,  0.0572, -0.1952,  0.1574,  0.0457, -0.1959,  0.0545,
# expect:         -0.1912,  0.0974, -0.1807, -0.0397,  0.0222,  0.0503],
# expect:        grad_fn=<SelectBackward0>) tensor([-0.0393, -0.2812,  0.2878], grad_fn=<SliceBackward0>) tensor([ 0.3211, -0.4505,  0.2013], grad_fn=<SliceBackward0>)
# expect: tensor([ 0.4780, -0.3230,  0.7500,  0.0920,  0.8700]) ['2.303', '0.06864', '18.44', '18.44', '1.177', '0.09099', '19.56', '19.56']
# expect: tensor([-0.0670, -0.1205, -0.0523,  0.0405, -0.0325,  0.1689,  0.2584],
# expect:        grad_fn=<SelectBackward0>) tensor([-0.0395, -0.0743,  0.0043], grad_fn=<SliceBackward0>) tensor([ 0.0597, -0.0142,  0.1702], grad_fn=<SliceBackward0>)
# expect: tensor([-0.2340,  0.2980, -0.1020,  0.0020,  0.1590]) ['4.016', '0.07849']
# expect: MkldnnRnnLayerBackward0 tensor([ 0.0012,  0.0014,  0.0003, -0.0038,  0.0011, -0.0013,  0.0048]) tensor([ 0.0089,  0.0022,  0.0014, -0.0013,  0.0084,  0.0223,  0.0075])
# expect: torch.Size([2, 7]) tensor([[[-0.1455, -0.1026,  0.0489, -0.1975,  0.1690, -0.0484, -0.0823]]])
