# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""`torch.testing.assert_close`: what is close, and how a difference is told."""
import torch, torch.nn as nn, torch.nn.functional as F
from torch.testing import assert_close as close

torch.manual_seed(0)
x, y5, v3, v5 = torch.randn(2, 3), torch.ones(4, 5), torch.ones(3), torch.ones(5)
w, w2 = torch.ones(2, 3, requires_grad=True), torch.ones(2, requires_grad=True)
for call in (
        'close(x, x + 1)',
        'close(w2, w2.double())',
        'close(x, x[0])',
        'close(1, 2)',
        'close(1.0, 2.0)',
        'close(True, False)',
        'close([1, x], [1, x + 1])',
        "close({'a': 1}, {'b': 1})",
        'close([1, 2], [1])',
        'close(x, 3)',
        'close(None, x)',
        "close(x, x + 1, msg='boo')",
        'close(x, x + 1, rtol=1)',
        'close(torch.arange(4), torch.arange(4) + 1)',
        'close(x, x + 1e-9)',
        'close(torch.tensor(1.5), torch.tensor(2.5))',
        'close(x > 0, x > 1)',
        'close((1, 2), [1, 2])',
):
    try:
        print(call, '->', eval(call))
    except Exception as error:
        print(call, '->', type(error).__name__, str(error))
# expect: close(x, x + 1) -> AssertionError Tensor-likes are not close!
# expect:
# expect: Mismatched elements: 6 / 6 (100.0%)
# expect: Greatest absolute difference: 1.0 at index (0, 0) (up to 1e-05 allowed)
# expect: Greatest relative difference: 11.831188201904297 at index (1, 1) (up to 1.3e-06 allowed)
# expect: close(w2, w2.double()) -> AssertionError The values for attribute 'dtype' do not match: torch.float32 != torch.float64.
# expect: close(x, x[0]) -> AssertionError The values for attribute 'shape' do not match: torch.Size([2, 3]) != torch.Size([3]).
# expect: close(1, 2) -> AssertionError Scalars are not equal!
# expect:
# expect: Expected 2 but got 1.
# expect: Absolute difference: 1
# expect: Relative difference: 0.5
# expect: close(1.0, 2.0) -> AssertionError Scalars are not close!
# expect:
# expect: Expected 2.0 but got 1.0.
# expect: Absolute difference: 1.0 (up to 1e-07 allowed)
# expect: Relative difference: 0.5 (up to 1e-07 allowed)
# expect: close(True, False) -> AssertionError Booleans mismatch: True is not False
# expect: close([1, x], [1, x + 1]) -> AssertionError Tensor-likes are not close!
# expect:
# expect: Mismatched elements: 6 / 6 (100.0%)
# expect: Greatest absolute difference: 1.0 at index (0, 0) (up to 1e-05 allowed)
# expect: Greatest relative difference: 11.831188201904297 at index (1, 1) (up to 1.3e-06 allowed)
# expect:
# expect: The failure occurred for item [1]
# expect: close({'a': 1}, {'b': 1}) -> AssertionError The keys of the mappings do not match:
# expect: Missing keys in the actual mapping: ['b']
# expect: Additional keys in the actual mapping: ['a']
# expect: close([1, 2], [1]) -> AssertionError The length of the sequences mismatch: 2 != 1
# expect: close(x, 3) -> TypeError No comparison pair was able to handle inputs of type <class 'torch.Tensor'> and <class 'int'>.
# expect: close(None, x) -> AssertionError None mismatch: None is not tensor([[ 1.5410, -0.2934, -2.1788],
# expect:         [ 0.5684, -1.0845, -1.3986]])
# expect: close(x, x + 1, msg='boo') -> AssertionError boo
# expect: close(x, x + 1, rtol=1) -> ValueError Both 'rtol' and 'atol' must be either specified or omitted, but got no atol.
# expect: close(torch.arange(4), torch.arange(4) + 1) -> AssertionError Tensor-likes are not equal!
# expect:
# expect: Mismatched elements: 4 / 4 (100.0%)
# expect: Greatest absolute difference: 1 at index (0,)
# expect: Greatest relative difference: 1.0 at index (0,)
# expect: close(x, x + 1e-9) -> None
# expect: close(torch.tensor(1.5), torch.tensor(2.5)) -> AssertionError Scalars are not close!
# expect:
# expect: Expected 2.5 but got 1.5.
# expect: Absolute difference: 1.0 (up to 1e-05 allowed)
# expect: Relative difference: 0.4 (up to 1.3e-06 allowed)
# expect: close(x > 0, x > 1) -> AssertionError Tensor-likes are not equal!
# expect:
# expect: Mismatched elements: 1 / 6 (16.7%)
# expect: Greatest absolute difference: 1 at index (1, 0)
# expect: Greatest relative difference: inf at index (1, 0)
# expect: close((1, 2), [1, 2]) -> None
