# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Factorisations, real and complex, with gradients.
import torch

torch.manual_seed(0)
a = torch.randn(3, 3)
s = a @ a.T + torch.eye(3)
print(torch.linalg.inv(s))
print(torch.linalg.det(a), torch.linalg.slogdet(a))
print(torch.linalg.solve(s, torch.ones(3)))
print(torch.linalg.cholesky(s))
print(torch.linalg.eigvalsh(s))
print(torch.linalg.svdvals(torch.randn(4, 2)))
q, r = torch.linalg.qr(torch.randn(4, 3))
print((q.T @ q - torch.eye(3)).abs().max() < 1e-5, r.shape)
P, L, U = torch.linalg.lu(a)
print((P @ L @ U - a).abs().max() < 1e-5)
print(torch.linalg.matrix_rank(torch.ones(3, 3)), round(torch.linalg.cond(s).item(), 2))
print((torch.linalg.pinv(torch.randn(2, 3)) @ torch.zeros(2)).shape)
print(torch.linalg.norm(a, 'nuc', dim=(0, 1)))
x = s.clone().requires_grad_()
torch.linalg.inv(x).sum().backward()
print(x.grad)
x = s.clone().requires_grad_()
torch.logdet(x).backward()
print(x.grad)
c = torch.tensor([[2 + 1j, 1], [0, 1 - 1j]])
print((c @ torch.linalg.inv(c) - torch.eye(2)).abs())
print(torch.linalg.det(c))
for bad in (torch.zeros(2, 2),):
    try:
        torch.linalg.inv(bad)
    except torch.linalg.LinAlgError as e:
        print(type(e).__name__, e)
# expect: tensor([[ 0.3289, -0.2964, -0.2276],
# expect:         [-0.2964,  0.4939,  0.1741],
# expect:         [-0.2276,  0.1741,  0.5815]])
# expect: tensor(1.0628) torch.return_types.linalg_slogdet(
# expect: sign=tensor(1.),
# expect: logabsdet=tensor(0.0609))
# expect: tensor([-0.1951,  0.3715,  0.5280])
# expect: tensor([[ 2.8649,  0.0000,  0.0000],
# expect:         [ 1.4805,  1.5045,  0.0000],
# expect:         [ 0.6781, -0.4503,  1.3114]])
# expect: tensor([ 1.0665,  2.6426, 11.3365])
# expect: tensor([1.8125, 0.8338])
# expect: tensor(True) torch.Size([3, 3])
# expect: tensor(True)
# expect: tensor(1) 10.63
# expect: torch.Size([3])
# expect: tensor(4.7546)
# expect: tensor([[-0.0381,  0.0725,  0.1030],
# expect:         [ 0.0725, -0.1380, -0.1962],
# expect:         [ 0.1030, -0.1962, -0.2788]])
# expect: tensor([[ 0.3289, -0.2964, -0.2276],
# expect:         [-0.2964,  0.4939,  0.1741],
# expect:         [-0.2276,  0.1741,  0.5815]])
# expect: tensor([[0., 0.],
# expect:         [0., 0.]])
# expect: tensor(3.-1.j)
# expect: _LinAlgError linalg.inv: The diagonal element 1 is zero, the inversion could not be completed because the input matrix is singular.
