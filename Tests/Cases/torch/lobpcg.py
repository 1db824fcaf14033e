# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A few eigenvalues of a large symmetric matrix, and their vectors up to the sign.
import torch

torch.manual_seed(0)
A = torch.randn(40, 40, dtype=torch.float64)
A = A @ A.T + torch.diag(torch.arange(40.0).double())
every = torch.linalg.eigvalsh(A)
for options in (dict(k=1), dict(k=3), dict(k=2, largest=False), dict(k=2, method='basic'), dict(k=2, n=4), dict(k=2, iK=torch.linalg.inv(A), largest=False)):
    E, V = torch.lobpcg(A, **options)
    wanted = every[:len(E)] if options.get('largest') is False else every.flip(0)[:len(E)]
    print(E.shape, V.shape, torch.allclose(E, wanted, rtol=1e-6), torch.allclose(A @ V, V * E, atol=1e-2), torch.allclose(V.T @ V, torch.eye(len(E)).double(), atol=1e-6))
B = torch.diag(torch.linspace(1, 3, 40).double())
E, V = torch.lobpcg(A, B=B, k=2)
print(torch.allclose(A @ V, B @ V * E, atol=1e-2), torch.rand(1))
print(torch.lobpcg(torch.stack([A, 2 * A]), k=2)[0].shape, torch.lobpcg(torch.diag(torch.arange(1.0, 13)).to_sparse(), k=2)[0])
D = torch.diag(torch.arange(1.0, 13)).double().requires_grad_()
torch.lobpcg(D, k=2)[0].sum().backward()
print(D.grad.diagonal().round(decimals=3).abs())
for call in (lambda: torch.lobpcg(torch.eye(4), k=2), lambda: torch.lobpcg(torch.ones(12, 13), k=1)):
    try:
        call()
    except (ValueError, AssertionError) as e:
        print(type(e).__name__, e)
# expect: torch.Size([1]) torch.Size([40, 1]) True True True
# expect: torch.Size([3]) torch.Size([40, 3]) True True True
# expect: torch.Size([2]) torch.Size([40, 2]) True True True
# expect: torch.Size([2]) torch.Size([40, 2]) True True True
# expect: torch.Size([2]) torch.Size([40, 2]) True True True
# expect: torch.Size([2]) torch.Size([40, 2]) True True True
# expect: True tensor([0.0867])
# expect: torch.Size([2, 2]) tensor([12.0000, 11.0000])
# expect: tensor([0., 0., 0., 0., 0., 0., 0., 0., 0., 0., 1., 1.], dtype=torch.float64)
# expect: ValueError LOBPCG algorithm is not applicable when the number of A rows (=4) is smaller than 3 x the number of requested eigenpairs (=2)
# expect: AssertionError A must be square, got shape torch.Size([12, 13])
