# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# The drivers of lstsq: solutions, residuals, ranks and singular values, vectors, batches, and what is refused.
import torch

torch.manual_seed(0)
A, B = torch.randn(5, 3, dtype=torch.float64), torch.randn(5, 2, dtype=torch.float64)


def show(r):
    print([tuple(x.shape) for x in r], r.rank, r.solution.flatten()[:3].tolist() and [f'{v:.6f}' for v in r.solution.flatten()[:3].tolist()],
          [f'{v:.6f}' for v in r.residuals.flatten().tolist()], [f'{v:.6f}' for v in r.singular_values.flatten().tolist()])


for driver in (None, 'gelsy', 'gels', 'gelsd', 'gelss'):
    print(driver)
    show(torch.linalg.lstsq(A, B, driver=driver))
    show(torch.linalg.lstsq(A.t(), B[:3], driver=driver))
    show(torch.linalg.lstsq(A, B[:, 0], driver=driver))
    show(torch.linalg.lstsq(A.expand(2, 5, 3), B.expand(2, 5, 2), driver=driver))
    if driver != 'gels':
        show(torch.linalg.lstsq(torch.ones(4, 3, dtype=torch.float64), torch.arange(8.0, dtype=torch.float64).reshape(4, 2), driver=driver))
        print(torch.linalg.lstsq(A, B, 0.5, driver=driver).rank)
for wrong in (lambda: torch.linalg.lstsq(A, B, driver='x'), lambda: torch.linalg.lstsq(A.half(), B.half()), lambda: torch.linalg.lstsq(A, B.float()),
              lambda: torch.linalg.lstsq(A[0], B), lambda: torch.linalg.lstsq(torch.ones(3, 3), torch.ones(3, 1), driver='gels'),
              lambda: torch.linalg.lstsq(A, B[:4]), lambda: torch.linalg.lstsq(A, B, 'a')):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
# expect: None
# expect: [(3, 2), (0,), (), (0,)] tensor(3) ['-1.286339', '-0.264760', '-0.967711'] [] []
# expect: [(5, 2), (0,), (), (0,)] tensor(3) ['0.253210', '-0.265360', '0.216286'] [] []
# expect: [(3,), (0,), (), (0,)] tensor(3) ['-1.286339', '-0.967711', '-0.552324'] [] []
# expect: [(2, 3, 2), (0,), (2,), (0,)] tensor([3, 3]) ['-1.286339', '-0.264760', '-0.967711'] [] []
# expect: [(3, 2), (0,), (), (0,)] tensor(1) ['1.000000', '1.333333', '1.000000'] [] []
# expect: tensor(2)
# expect: gelsy
# expect: [(3, 2), (0,), (), (0,)] tensor(3) ['-1.286339', '-0.264760', '-0.967711'] [] []
# expect: [(5, 2), (0,), (), (0,)] tensor(3) ['0.253210', '-0.265360', '0.216286'] [] []
# expect: [(3,), (0,), (), (0,)] tensor(3) ['-1.286339', '-0.967711', '-0.552324'] [] []
# expect: [(2, 3, 2), (0,), (2,), (0,)] tensor([3, 3]) ['-1.286339', '-0.264760', '-0.967711'] [] []
# expect: [(3, 2), (0,), (), (0,)] tensor(1) ['1.000000', '1.333333', '1.000000'] [] []
# expect: tensor(2)
# expect: gels
# expect: [(3, 2), (2,), (0,), (0,)] tensor([], dtype=torch.int64) ['-1.286339', '-0.264760', '-0.967711'] ['1.462674', '1.188503'] []
# expect: [(5, 2), (0,), (0,), (0,)] tensor([], dtype=torch.int64) ['0.253210', '-0.265360', '0.216286'] [] []
# expect: [(3,), (1,), (0,), (0,)] tensor([], dtype=torch.int64) ['-1.286339', '-0.967711', '-0.552324'] ['1.462674'] []
# expect: [(2, 3, 2), (2, 2), (0,), (0,)] tensor([], dtype=torch.int64) ['-1.286339', '-0.264760', '-0.967711'] ['1.462674', '1.188503', '1.462674', '1.188503'] []
# expect: gelsd
# expect: [(3, 2), (2,), (), (3,)] tensor(3) ['-1.286339', '-0.264760', '-0.967711'] ['1.462674', '1.188503'] ['3.238160', '1.996052', '1.104593']
# expect: [(5, 2), (0,), (), (3,)] tensor(3) ['0.253210', '-0.265360', '0.216286'] [] ['3.238160', '1.996052', '1.104593']
# expect: [(3,), (1,), (), (3,)] tensor(3) ['-1.286339', '-0.967711', '-0.552324'] ['1.462674'] ['3.238160', '1.996052', '1.104593']
# expect: [(2, 3, 2), (2, 2), (2,), (2, 3)] tensor([3, 3]) ['-1.286339', '-0.264760', '-0.967711'] ['1.462674', '1.188503', '1.462674', '1.188503'] ['3.238160', '1.996052', '1.104593', '3.238160', '1.996052', '1.104593']
# expect: [(3, 2), (0,), (), (3,)] tensor(1) ['1.000000', '1.333333', '1.000000'] [] ['3.464102', '0.000000', '0.000000']
# expect: tensor(2)
# expect: gelss
# expect: [(3, 2), (2,), (), (3,)] tensor(3) ['-1.286339', '-0.264760', '-0.967711'] ['1.462674', '1.188503'] ['3.238160', '1.996052', '1.104593']
# expect: [(5, 2), (0,), (), (3,)] tensor(3) ['0.253210', '-0.265360', '0.216286'] [] ['3.238160', '1.996052', '1.104593']
# expect: [(3,), (1,), (), (3,)] tensor(3) ['-1.286339', '-0.967711', '-0.552324'] ['1.462674'] ['3.238160', '1.996052', '1.104593']
# expect: [(2, 3, 2), (2, 2), (2,), (2, 3)] tensor([3, 3]) ['-1.286339', '-0.264760', '-0.967711'] ['1.462674', '1.188503', '1.462674', '1.188503'] ['3.238160', '1.996052', '1.104593', '3.238160', '1.996052', '1.104593']
# expect: [(3, 2), (0,), (), (3,)] tensor(1) ['1.000000', '1.333333', '1.000000'] [] ['3.464102', '0.000000', '0.000000']
# expect: tensor(2)
# expect: RuntimeError torch.linalg.lstsq: parameter `driver` should be one of (gels, gelsy, gelsd, gelss)
# expect: RuntimeError This function doesn't handle types other than float and double
# expect: RuntimeError torch.linalg.lstsq: Expected input and other to have the same dtype, but got input's dtype Double and other's dtype Float
# expect: RuntimeError torch.linalg.lstsq: input must have at least 2 dimensions.
# expect: _LinAlgError torch.linalg.lstsq: The least squares solution could not be computed because the input matrix does not have full rank (error code: 2).
# expect: RuntimeError torch.linalg.lstsq: input.size(-2) should match other.size(-2)
# expect: TypeError linalg_lstsq(): argument 'rcond' (position 3) must be float, not str
