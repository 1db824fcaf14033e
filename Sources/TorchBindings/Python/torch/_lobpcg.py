"""A few eigenpairs of a large symmetric matrix by locally optimal block conjugate gradients (A. Knyazev, 2001).

Each step takes the best of three subspaces: the vectors so far, their preconditioned residuals and where they last moved to.
"""
import torch

__all__ = ['lobpcg']


def _basis(S, B):
    """An orthonormal basis, in the scalar product of B, of what the columns span; nearly dependent ones fall out."""
    S = S / S.norm(dim=0).clamp(min=torch.finfo(S.dtype).tiny)
    gram = S.mT @ (S if B is None else B @ S)
    weights, turned = torch.linalg.eigh((gram + gram.mT) / 2)
    kept = weights > torch.finfo(S.dtype).eps * S.shape[1] * weights[-1]
    return S @ (turned[:, kept] / weights[kept].sqrt())


def _pairs(A, B, S, count, largest):
    """The Ritz pairs of a subspace, the wanted ones first."""
    S = _basis(S, B)
    projected = S.mT @ (A @ S)
    values, turned = torch.linalg.eigh((projected + projected.mT) / 2)
    if largest:
        values, turned = values.flip(0), turned.flip(1)
    return values[:count], S @ turned[:, :count]


def _solve(A, k, B, X, iK, niter, tol, largest):
    n = X.shape[1]
    values, X = _pairs(A, B, X, n, largest)
    moved = None
    size = A.norm() if not A.is_sparse else A.to_dense().norm()
    weight = 1 if B is None else B.norm()
    for _ in range(niter):
        BX = X if B is None else B @ X
        R = A @ X - BX * values
        errors = R.norm(dim=0) / (X.norm(dim=0) * (size + values.abs() * weight))
        if bool((errors[:k] < tol).all()):
            break
        R = R if iK is None else iK @ R
        before = X
        values, X = _pairs(A, B, torch.cat([X, R] if moved is None else [X, R, moved], 1), n, largest)
        moved = X - before @ (before.mT @ (X if B is None else B @ X))
    return values[:k], X[:, :k]


def _differentiable(A, values, X):
    """The pairs as parts of a graph: those of a whole decomposition that are nearest, with the signs of those found."""
    every, vectors = torch.linalg.eigh((A + A.mT) / 2)
    places = (every.detach() - values.unsqueeze(-1)).abs().argmin(-1)
    chosen = vectors.index_select(-1, places)
    signs = (chosen.detach() * X).sum(0).sign()
    return every.index_select(-1, places), chosen * torch.where(signs == 0, 1, signs)


def lobpcg(A, k=None, B=None, X=None, n=None, iK=None, niter=None, tol=None, largest=None, method=None, tracker=None,
           ortho_iparams=None, ortho_fparams=None, ortho_bparams=None):
    if A.shape[-2] != A.shape[-1]:
        raise AssertionError(f'A must be square, got shape {A.shape}')
    m = A.shape[-1]
    k = (1 if X is None else X.shape[-1]) if k is None else k
    n = (k if X is None else X.shape[-1]) if n is None else n
    if m < 3 * n:
        raise ValueError(f'LOBPCG algorithm is not applicable when the number of A rows (={m}) is smaller than 3 x the number of '
                         f'requested eigenpairs (={n})')
    dtype = A.dtype if A.dtype.is_floating_point else torch.get_default_dtype()
    if X is None:
        X = torch.randn((*A.shape[:-2], m, n), dtype=dtype)
    if tol is None:
        tol = {torch.float32: 2 ** -12, torch.float64: 2 ** -24}[dtype] ** 1.5
    niter = 1000 if niter is None or niter < 0 else niter
    options = (iK, niter, tol, largest is None or largest)
    if A.dim() > 2:
        parts = [lobpcg(A[i], k, None if B is None else B[i] if B.dim() > 2 else B, X[i] if X.dim() > 2 else X, n, *options)
                 for i in range(A.shape[0])]
        return torch.stack([part[0] for part in parts]), torch.stack([part[1] for part in parts])
    with torch.no_grad():
        values, vectors = _solve(A, k, B, X, *options)
    if A.requires_grad and torch.is_grad_enabled() and B is None:
        return _differentiable(A, values, vectors)
    return values, vectors
