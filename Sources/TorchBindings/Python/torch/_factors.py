"""Factors of matrices and what is solved by them, made of other functions: LU, LDL, Cholesky, Householder."""
import torch


def _same_dtype(b, A):
    if b.dtype != A.dtype:
        raise RuntimeError(f'Expected b and A to have the same dtype, but found b of type {b.type()[6:-6]} and A of type '
                           f'{A.type()[6:-6]} instead.')


def triangular_solve(input, A, upper=True, transpose=False, unitriangular=False, *, out=None):
    _same_dtype(input, A)
    matrix = A.transpose(-2, -1) if transpose else A
    solution = torch.linalg.solve_triangular(matrix, input, upper=upper != transpose, unitriangular=unitriangular)
    return torch._named('triangular_solve', ('solution', 'cloned_coefficient'), (solution, A.clone()))


def _eye_like(matrix, rows, columns):
    return torch.eye(rows, columns, dtype=matrix.dtype)


def _lu_parts(A):
    """P, L and U of A = P L U."""
    rows, columns = A.shape[-2], A.shape[-1]
    k = min(rows, columns)
    LU, pivots, info = torch.linalg._lu_factor(A if rows == columns else A.detach())
    P = torch.linalg._permutation(pivots, rows, LU)
    if rows == columns:
        return P, LU.tril(-1) + _eye_like(LU, rows, rows), LU.triu()
    # The square part again, by itself, so that it is differentiable; the rest are solutions of triangular systems.
    turned = P.transpose(-2, -1) @ A
    square = torch.linalg._lu_factor(turned[..., :k, :k])[0]
    L, U = square.tril(-1) + _eye_like(square, k, k), square.triu()
    if rows > columns:
        below = torch.linalg.solve_triangular(U, turned[..., k:, :], upper=True, left=False)
        return P, torch.cat([L, below], -2), U
    beside = torch.linalg.solve_triangular(L, turned[..., :, k:], upper=False, unitriangular=True)
    return P, L, torch.cat([U, beside], -1)


def _check_pivot(pivot):
    if not pivot:
        raise RuntimeError('linalg.lu_factor: LU without pivoting is not implemented on the CPU')


def linalg_lu(A, *, pivot=True, out=None):
    _check_pivot(pivot)
    P, L, U = _lu_parts(A)
    return torch._named('linalg_lu', ('P', 'L', 'U'), (P, L, U))


def _compact(L, U):
    k = min(L.shape[-1], U.shape[-2])
    rows, columns = L.shape[-2], U.shape[-1]
    lower, upper = L.tril(-1), U.triu()
    if rows > k:
        upper = torch.cat([upper, upper.new_zeros(*upper.shape[:-2], rows - k, columns)], -2)
    if columns > k:
        lower = torch.cat([lower, lower.new_zeros(*lower.shape[:-2], rows, columns - k)], -1)
    return lower + upper


def _lu_factor(A):
    if A.shape[-2] == A.shape[-1]:
        return torch.linalg._lu_factor(A)
    _, pivots, info = torch.linalg._lu_factor(A.detach())
    P, L, U = _lu_parts(A)
    return _compact(L, U), pivots, info


def lu_factor(A, *, pivot=True, out=None):
    _check_pivot(pivot)
    LU, pivots, info = _lu_factor(A)
    return torch._named('linalg_lu_factor', ('LU', 'pivots'), (LU, pivots))


def _ldl_factor(name, A, hermitian, check_errors):
    LD, pivots, info = torch.linalg._ldl_factor(A, hermitian)
    if check_errors and info.any():
        raise torch.linalg.LinAlgError(f'torch.linalg.{name}: the factorization could not be completed '
                                       f'(LAPACK answers {info[info != 0][0].item()})')
    return LD, pivots, info


def ldl_factor(input, *, hermitian=False, out=None):
    LD, pivots, _ = _ldl_factor('ldl_factor', input, hermitian, True)
    return torch._named('linalg_ldl_factor', ('LD', 'pivots'), (LD, pivots))


def ldl_factor_ex(input, *, hermitian=False, check_errors=False, out=None):
    return torch._named('linalg_ldl_factor_ex', ('LD', 'pivots', 'info'), _ldl_factor('ldl_factor_ex', input, hermitian, check_errors))


def lu_factor_ex(A, *, pivot=True, check_errors=False, out=None):
    _check_pivot(pivot)
    LU, pivots, info = _lu_factor(A)
    return torch._named('linalg_lu_factor_ex', ('LU', 'pivots', 'info'), (LU, pivots, info))


_LU = """torch.lu is deprecated in favor of torch.linalg.lu_factor / torch.linalg.lu_factor_ex and will be removed in a \
future PyTorch release.
LU, pivots = torch.lu(A, compute_pivots)
should be replaced with
LU, pivots = torch.linalg.lu_factor(A, compute_pivots)
and
LU, pivots, info = torch.lu(A, compute_pivots, get_infos=True)
should be replaced with
LU, pivots, info = torch.linalg.lu_factor_ex(A, compute_pivots) (Triggered internally at \
/__w/pytorch/pytorch/aten/src/ATen/native/BatchLinearAlgebra.cpp:2073.)"""


def lu(A, pivot=True, get_infos=False, out=None):
    torch._warn_once(_LU)
    LU, pivots, info = _lu_factor(A)
    return (LU, pivots, info) if get_infos else (LU, pivots)


def lu_unpack(LU_data, LU_pivots, unpack_data=True, unpack_pivots=True, *, out=None):
    rows, columns = LU_data.shape[-2], LU_data.shape[-1]
    k = min(rows, columns)
    L = LU_data[..., :, :k].tril(-1) + _eye_like(LU_data, rows, k)
    U = LU_data[..., :k, :].triu()
    P = torch.linalg._permutation(LU_pivots, rows, LU_data)
    return torch._named('lu_unpack', ('P', 'L', 'U'), (P, L, U))


def linalg_lu_solve(LU, pivots, B, *, left=True, adjoint=False, out=None):
    if LU.dtype != B.dtype:
        raise RuntimeError(f'linalg.lu_solve: Expected LU and B to have the same dtype, but found LU of type {LU.type()[6:-6]} '
                           f'and B of type {B.type()[6:-6]} instead')
    P, L, U = lu_unpack(LU, pivots)
    if not left:
        return linalg_lu_solve(LU, pivots, B.mH, left=True, adjoint=not adjoint).mH
    solve = torch.linalg.solve_triangular
    if adjoint:
        return P @ solve(L.mH, solve(U.mH, B, upper=False), upper=True, unitriangular=True)
    return solve(U, solve(L, P.mT @ B, upper=False, unitriangular=True), upper=True)


def lu_solve(input, LU_data, LU_pivots, *, out=None):
    return linalg_lu_solve(LU_data, LU_pivots, input)


def cholesky_solve(input, input2, upper=False, *, out=None):
    L = input2
    _same_dtype(input, L)
    if L.requires_grad and torch.is_grad_enabled():
        # torch's derivative takes L for a whole matrix.
        whole = (L.triu() if upper else L.tril()).detach() + (L - L.detach())
        return torch.linalg.solve(whole.mH @ whole if upper else whole @ whole.mH, input)
    solve = torch.linalg.solve_triangular
    if upper:
        return solve(L, solve(L.mH, input, upper=False), upper=True)
    return solve(L.mH, solve(L, input, upper=False), upper=True)


def cholesky_inverse(input, upper=False, *, out=None):
    if input.dim() < 2:
        raise RuntimeError('cholesky_inverse: The input tensor A must have at least 2 dimensions.')
    if input.shape[-1] != input.shape[-2]:
        raise RuntimeError(f'cholesky_inverse: A must be batches of square matrices, but they are {input.shape[-2]} by '
                           f'{input.shape[-1]} matrices')
    return cholesky_solve(_eye_like(input, input.shape[-1], input.shape[-1]).expand(input.shape), input, upper)


def inv_ex(A, *, check_errors=False, out=None):
    info = torch.zeros(A.shape[:-2], dtype=torch.int32)
    return torch._named('linalg_inv_ex', ('inverse', 'info'), (torch.linalg.inv(A), info))


def cholesky_ex(input, *, upper=False, check_errors=False, out=None):
    A = input
    info = torch.zeros(A.shape[:-2], dtype=torch.int32)
    try:
        made = torch.linalg.cholesky(A, upper=upper)
    except torch.linalg.LinAlgError:
        if check_errors:
            raise
        pairs = [_partial_cholesky(m) for m in A.detach().reshape((-1,) + A.shape[-2:])]
        made = torch.stack([p[0] for p in pairs]).reshape(A.shape)
        made = made.mT.conj() if upper else made
        info = torch.tensor([p[1] for p in pairs], dtype=torch.int32).reshape(A.shape[:-2])
    return torch._named('linalg_cholesky_ex', ('L', 'info'), (made, info))


def _partial_cholesky(matrix):
    """The factor up to the first pivot that is not positive, and the order of that, 0 when there is none."""
    made = matrix.tril().clone()
    for k in range(made.shape[0]):
        pivot = (made[k, k] - (made[k, :k] * made[k, :k].conj()).sum()).real
        if not pivot > 0:
            made[k, k] = pivot
            return made, k + 1
        made[k, k] = pivot.sqrt()
        made[k + 1:, k] = (made[k + 1:, k] - made[k + 1:, :k] @ made[k, :k].conj()) / made[k, k]
    return made, 0


def solve_ex(A, B, *, left=True, check_errors=False, out=None):
    info = torch.zeros(A.shape[:-2], dtype=torch.int32)
    return torch._named('linalg_solve_ex', ('result', 'info'), (torch.linalg.solve(A, B, left=left), info))


def tensorinv(input, ind=2, *, out=None):
    A = input
    if ind <= 0:
        raise RuntimeError('Expected a strictly positive integer for \'ind\'')
    front, back = tuple(A.shape[:ind]), tuple(A.shape[ind:])
    size = 1
    for n in back:
        size *= n
    return torch.linalg.inv(A.reshape(size, -1)).reshape(back + front)


def tensorsolve(input, other, dims=None, *, out=None):
    A, B = input, other
    if dims is not None:
        rest = [d for d in range(A.dim()) if d not in [k % A.dim() for k in dims]]
        A = A.permute(rest + [k % A.dim() for k in dims])
    shape = tuple(A.shape[B.dim():])
    return torch.linalg.solve(A.reshape(B.numel(), -1), B.reshape(-1)).reshape(shape)


def householder_product(input, tau, *, out=None):
    A = input
    if tau.dtype != A.dtype:
        raise RuntimeError(f'torch.linalg.householder_product: tau dtype {tau.type()[6:-6]} does not match input dtype '
                           f'{A.type()[6:-6]}')
    rows, columns = A.shape[-2], A.shape[-1]
    result = _eye_like(A, rows, columns).expand(*A.shape[:-2], rows, columns)
    for i in reversed(range(tau.shape[-1])):
        v = torch.cat([A.new_zeros(*A.shape[:-2], i, 1), A.new_ones(*A.shape[:-2], 1, 1), A[..., i + 1:, i:i + 1]], -2)
        result = result - tau[..., i, None, None] * (v @ (v.mH @ result))
    return result


# MARK: Functional


functions = dict(
    triangular_solve=triangular_solve, lu=lu, lu_unpack=lu_unpack, lu_solve=lu_solve, cholesky_solve=cholesky_solve,
    cholesky_inverse=cholesky_inverse)
methods = dict(
    triangular_solve=triangular_solve, lu=lu, lu_solve=lu_solve, cholesky_solve=cholesky_solve,
    cholesky_inverse=cholesky_inverse)
linalg = dict(
    lu=linalg_lu, lu_factor=lu_factor, lu_factor_ex=lu_factor_ex, lu_solve=linalg_lu_solve, inv_ex=inv_ex,
    cholesky_ex=cholesky_ex, solve_ex=solve_ex, tensorinv=tensorinv, tensorsolve=tensorsolve, ldl_factor=ldl_factor,
    ldl_factor_ex=ldl_factor_ex, householder_product=householder_product)
