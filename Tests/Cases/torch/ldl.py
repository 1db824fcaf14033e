# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Factors of symmetric matrices that need not be definite.
import torch

torch.manual_seed(0)
a = torch.randn(4, 4, dtype=torch.float64)
a = a + a.mT
batch = torch.randn(2, 3, 3)
batch = batch + batch.mT
c = torch.randn(3, 3, dtype=torch.complex128)
b = torch.randn(4, 2, dtype=torch.float64)
factor, solve = torch.linalg.ldl_factor, torch.linalg.ldl_solve
print(factor(a), torch.linalg.ldl_factor_ex(a), factor(batch), factor(c + c.mT), factor(c + c.mH, hermitian=True))
print(solve(*factor(a), b), (a @ solve(*factor(a), b) - b).abs().max() < 1e-12, solve(*factor(batch), torch.ones(3, 1)))
print((solve(*factor(c + c.mH, hermitian=True), c, hermitian=True) - torch.linalg.solve(c + c.mH, c)).abs().max() < 1e-12)
print(torch.linalg.ldl_factor_ex(torch.zeros(3, 3)), factor(torch.ones(0, 0)), factor(torch.ones(0, 3, 3)).pivots.shape)
print(factor(batch).LD.stride(), solve(*factor(torch.eye(3) + 1), torch.ones(5, 3, 2)).shape)
x = a.clone().requires_grad_()
for bad in (lambda: factor(torch.ones(2, 3)), lambda: factor(torch.ones(3)), lambda: factor(torch.ones(2, 2, dtype=torch.int64)),
            lambda: solve(*factor(a), torch.ones(3, 1, dtype=torch.float64)), lambda: solve(factor(a)[0], torch.ones(4), b),
            lambda: solve(factor(a)[0], torch.ones(3, dtype=torch.int32), b), lambda: solve(*factor(a), torch.ones(4, 1)),
            lambda: factor(x).LD.sum().backward(), lambda: solve(factor(x)[0], factor(x)[1], b).sum().backward()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: torch.return_types.linalg_ldl_factor(
# expect: LD=tensor([[-4.6208,  0.0000,  0.0000,  0.0000],
# expect:         [ 0.2721, -2.2090,  0.0000,  0.0000],
# expect:         [ 0.5100, -0.6979,  2.9248,  0.0000],
# expect:         [-0.4621,  1.2106, -0.2961,  4.6439]], dtype=torch.float64),
# expect: pivots=tensor([1, 2, 3, 4], dtype=torch.int32)) torch.return_types.linalg_ldl_factor_ex(
# expect: LD=tensor([[-4.6208,  0.0000,  0.0000,  0.0000],
# expect:         [ 0.2721, -2.2090,  0.0000,  0.0000],
# expect:         [ 0.5100, -0.6979,  2.9248,  0.0000],
# expect:         [-0.4621,  1.2106, -0.2961,  4.6439]], dtype=torch.float64),
# expect: pivots=tensor([1, 2, 3, 4], dtype=torch.int32),
# expect: info=tensor(0, dtype=torch.int32)) torch.return_types.linalg_ldl_factor(
# expect: LD=tensor([[[-1.2272,  0.0000,  0.0000],
# expect:          [-0.1707, -0.4249,  0.0000],
# expect:          [-1.3027,  1.2098,  3.1156]],
# expect:
# expect:         [[-0.9007,  0.0000,  0.0000],
# expect:          [ 2.8590,  0.3771,  0.0000],
# expect:          [ 0.1665,  0.0489, -2.4907]]]),
# expect: pivots=tensor([[ 1,  2,  3],
# expect:         [-3, -3,  3]], dtype=torch.int32)) torch.return_types.linalg_ldl_factor(
# expect: LD=tensor([[ 0.7868-0.0134j,  0.0000+0.0000j,  0.0000+0.0000j],
# expect:         [ 2.6295+1.6898j,  1.8738+0.0826j,  0.0000+0.0000j],
# expect:         [-0.0258-0.0121j, -0.1384-0.3457j,  1.6114-0.3304j]],
# expect:        dtype=torch.complex128),
# expect: pivots=tensor([-3, -3,  3], dtype=torch.int32)) torch.return_types.linalg_ldl_factor(
# expect: LD=tensor([[ 0.7868+0.0000j,  0.0000+0.0000j,  0.0000+0.0000j],
# expect:         [ 2.6295+0.4114j,  1.8738+0.0000j,  0.0000+0.0000j],
# expect:         [-0.2225+0.2490j,  0.1091-0.2138j,  1.6056+0.0000j]],
# expect:        dtype=torch.complex128),
# expect: pivots=tensor([-3, -3,  3], dtype=torch.int32))
# expect: tensor([[-0.1766,  0.4608],
# expect:         [-0.0404,  0.0384],
# expect:         [ 0.1555, -0.5744],
# expect:         [-0.0857,  0.2138]], dtype=torch.float64) tensor(True) tensor([[[-0.9732],
# expect:          [-3.0992],
# expect:          [ 0.2845]],
# expect:
# expect:         [[ 0.3440],
# expect:          [-0.3150],
# expect:          [ 0.4570]]])
# expect: tensor(True)
# expect: torch.return_types.linalg_ldl_factor_ex(
# expect: LD=tensor([[0., 0., 0.],
# expect:         [0., 0., 0.],
# expect:         [0., 0., 0.]]),
# expect: pivots=tensor([1, 2, 3], dtype=torch.int32),
# expect: info=tensor(1, dtype=torch.int32)) torch.return_types.linalg_ldl_factor(
# expect: LD=tensor([], size=(0, 0)),
# expect: pivots=tensor([], dtype=torch.int32)) torch.Size([0, 3])
# expect: (9, 1, 3) torch.Size([5, 3, 2])
# expect: RuntimeError torch.linalg.ldl_factor_ex: A must be batches of square matrices, but they are 2 by 3 matrices
# expect: RuntimeError torch.linalg.ldl_factor_ex: The input tensor A must have at least 2 dimensions.
# expect: RuntimeError torch.linalg.ldl_factor_ex: Expected a floating point or complex tensor as input. Got Long
# expect: RuntimeError Incompatible matrix sizes for torch.linalg.ldl_solve: each A matrix is 4 by 4 but each b matrix is 3 by 1
# expect: RuntimeError torch.linalg.ldl_solve: Expected pivots to be integers. Got Float
# expect: RuntimeError torch.linalg.ldl_solve: Expected LD.shape[:-1] and pivots.shape to be the same, but got pivots with shape [3] instead
# expect: RuntimeError Expected b and A to have the same dtype, but found b of type Float and A of type Double instead.
# expect: RuntimeError derivative for aten::linalg_ldl_factor_ex is not implemented
# expect: RuntimeError derivative for aten::linalg_ldl_solve is not implemented
