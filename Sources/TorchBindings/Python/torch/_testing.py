"""`torch.testing`: comparing results, and tensors to test with."""
import math
from collections.abc import Mapping, Sequence

import torch

_tolerances = {torch.float16: (1e-3, 1e-5), torch.bfloat16: (1.6e-2, 1e-5), torch.float32: (1.3e-6, 1e-5),
               torch.float64: (1e-7, 1e-7), torch.complex64: (1.3e-6, 1e-5), torch.complex128: (1e-7, 1e-7)}
_number_dtypes = {bool: torch.bool, int: torch.int64, float: torch.float64, complex: torch.complex128}


class _Mismatch(Exception):
    """Two parts that differ, and the way to them."""

    def __init__(self, text, path=()):
        super().__init__(text)
        self.text, self.path = text, path


class _Comparison:
    def __init__(self, rtol, atol, equal_nan, device, dtype, layout, stride, allow_subclasses):
        self.rtol, self.atol, self.equal_nan = rtol, atol, equal_nan
        self.device, self.dtype, self.layout, self.stride = device, dtype, layout, stride
        self.allow_subclasses = allow_subclasses

    def compare(self, actual, expected, path=()):
        if isinstance(actual, torch.Tensor) and isinstance(expected, torch.Tensor):
            return self.tensors(actual, expected, path)
        if isinstance(actual, bool) and isinstance(expected, bool):
            if actual is not expected:
                raise _Mismatch(f'Booleans mismatch: {actual} is not {expected}', path)
            return None
        if actual is None or expected is None:
            if actual is not expected:
                raise _Mismatch(f'None mismatch: {actual} is not {expected}', path)
            return None
        numbers = (int, float, complex)
        if isinstance(actual, numbers) and isinstance(expected, numbers):
            return self.numbers(actual, expected, path)
        if isinstance(actual, Mapping) and isinstance(expected, Mapping):
            return self.mappings(actual, expected, path)
        if self.is_sequence(actual) and self.is_sequence(expected):
            if len(actual) != len(expected):
                raise _Mismatch(f'The length of the sequences mismatch: {len(actual)} != {len(expected)}', path)
            for k, (a, b) in enumerate(zip(actual, expected)):
                self.compare(a, b, path + (k,))
            return None
        raise TypeError(f'No comparison pair was able to handle inputs of type {type(actual)} and {type(expected)}.'
                        + self.where(path))

    @staticmethod
    def is_sequence(value):
        return isinstance(value, Sequence) and not isinstance(value, str)

    @staticmethod
    def where(path):
        return '\n\nThe failure occurred for item ' + ''.join(f'[{k!r}]' for k in path) if path else ''

    def mappings(self, actual, expected, path):
        missing = [key for key in expected if key not in actual]
        additional = [key for key in actual if key not in expected]
        if missing or additional:
            raise _Mismatch('The keys of the mappings do not match:\n'
                            f'Missing keys in the actual mapping: {sorted(missing)}\n'
                            f'Additional keys in the actual mapping: {sorted(additional)}', path)
        keys = list(actual)
        try:
            keys = sorted(keys)
        except TypeError:
            pass
        for key in keys:
            self.compare(actual[key], expected[key], path + (key,))

    def limits(self, *dtypes):
        if self.rtol is not None:
            return self.rtol, self.atol
        pairs = [_tolerances.get(dtype, (0.0, 0.0)) for dtype in dtypes]
        return max(p[0] for p in pairs), max(p[1] for p in pairs)

    def numbers(self, actual, expected, path):
        rtol, atol = self.limits(_number_dtypes[type(actual)], _number_dtypes[type(expected)])
        if self.dtype and type(actual) is not type(expected):
            raise _Mismatch(f'The (d)types do not match: {type(actual)} != {type(expected)}.', path)
        self.scalars(actual, expected, rtol, atol, path)

    def scalars(self, actual, expected, rtol, atol, path):
        if actual == expected or self.equal_nan and actual != actual and expected != expected:
            return
        difference = abs(actual - expected)
        if abs(difference) < math.inf and difference <= atol + rtol * abs(expected):
            return
        if expected == 0:
            relative = math.inf
        else:
            relative = abs(difference / abs(expected))
        exact = rtol == 0 and atol == 0
        lines = [f'Scalars are not {"equal" if exact else "close"}!', '', f'Expected {expected} but got {actual}.',
                 f'Absolute difference: {difference}' + ('' if exact else f' (up to {atol} allowed)'),
                 f'Relative difference: {relative}' + ('' if exact else f' (up to {rtol} allowed)')]
        raise _Mismatch('\n'.join(lines), path)

    def tensors(self, actual, expected, path):
        if not self.allow_subclasses and type(actual) is not type(expected):
            raise TypeError(f'No comparison pair was able to handle inputs of type {type(actual)} and {type(expected)}.')

        def differs(name, a, b):
            raise _Mismatch(f'The values for attribute {name!r} do not match: {a} != {b}.', path)
        actual, expected = actual.detach(), expected.detach()
        if actual.shape != expected.shape:
            differs('shape', actual.shape, expected.shape)
        if self.layout and actual.layout != expected.layout:
            differs('layout', actual.layout, expected.layout)
        if self.dtype and actual.dtype != expected.dtype:
            differs('dtype', actual.dtype, expected.dtype)
        if self.stride and actual.layout is torch.strided and actual.stride() != expected.stride():
            differs('stride()', actual.stride(), expected.stride())
        rtol, atol = self.limits(actual.dtype, expected.dtype)
        if actual.layout is not torch.strided:
            actual, expected = actual.to_dense(), expected.to_dense()
        if actual.dtype != expected.dtype:
            dtype = torch.promote_types(actual.dtype, expected.dtype)
            actual, expected = actual.to(dtype), expected.to(dtype)
        matches = torch.isclose(actual, expected, rtol=rtol, atol=atol, equal_nan=self.equal_nan)
        if matches.all():
            return
        if actual.numel() == 1 and actual.dim() == 0:
            return self.scalars(actual.item(), expected.item(), rtol, atol, path)
        raise _Mismatch(self.report(actual, expected, matches, rtol, atol), path)

    @staticmethod
    def report(actual, expected, matches, rtol, atol):
        wrong, count = int((~matches).sum()), matches.numel()
        if not (actual.dtype.is_floating_point or actual.dtype.is_complex):
            actual, expected = actual.to(torch.int64), expected.to(torch.int64)
        absolute = torch.abs(actual - expected)
        absolute[matches] = 0
        relative = absolute / torch.abs(expected)
        relative[matches] = 0

        def largest(values):
            place = int(values.flatten().argmax())
            index = []
            for size in reversed(values.shape):
                place, rest = divmod(place, size)
                index.insert(0, rest)
            return values[tuple(index)].item(), tuple(index)
        exact = rtol == 0 and atol == 0
        lines = [f'Tensor-likes are not {"equal" if exact else "close"}!', '',
                 f'Mismatched elements: {wrong} / {count} ({wrong / count:.1%})']
        for name, values, limit in (('absolute', absolute, atol), ('relative', relative, rtol)):
            value, index = largest(values)
            lines.append(f'Greatest {name} difference: {value} at index {index}' + ('' if exact else f' (up to {limit} allowed)'))
        return '\n'.join(lines)


def assert_close(actual, expected, *, allow_subclasses=True, rtol=None, atol=None, equal_nan=False, check_device=True,
                 check_dtype=True, check_layout=True, check_stride=False, msg=None):
    """Raises AssertionError when two tensors, numbers, or containers of them are not close."""
    if (rtol is None) != (atol is None):
        raise ValueError("Both 'rtol' and 'atol' must be either specified or omitted, but got no "
                         f'{"rtol" if rtol is None else "atol"}.')
    comparison = _Comparison(rtol, atol, equal_nan, check_device, check_dtype, check_layout, check_stride, allow_subclasses)
    try:
        comparison.compare(actual, expected)
        return
    except _Mismatch as mismatch:
        text = mismatch.text + comparison.where(mismatch.path)
    if msg is not None:
        text = msg(text) if callable(msg) else msg
    raise AssertionError(text)


def assert_allclose(actual, expected, rtol=None, atol=None, equal_nan=True, msg=''):
    """What `assert_close` was before."""
    if not isinstance(actual, torch.Tensor):
        actual = torch.tensor(actual)
    if not isinstance(expected, torch.Tensor):
        expected = torch.tensor(expected, dtype=actual.dtype)
    if rtol is None and atol is None:
        rtol, atol = _tolerances.get(actual.dtype, (0.0, 0.0))
    assert_close(actual, expected, rtol=rtol, atol=atol, equal_nan=equal_nan, check_dtype=False, check_stride=False,
                 msg=msg or None)


def make_tensor(*shape, dtype, device='cpu', low=None, high=None, requires_grad=False, noncontiguous=False, exclude_zero=False,
                memory_format=None):
    """A tensor of random numbers of a dtype within [low, high)."""
    if len(shape) == 1 and not isinstance(shape[0], int):
        shape = tuple(shape[0])
    if dtype is torch.bool:
        low, high = 0 if low is None else low, 2 if high is None else high
        made = torch.randint(int(low), int(high), shape).to(dtype)
    elif not (dtype.is_floating_point or dtype.is_complex):
        info = torch.iinfo(dtype)
        low = max(-9, info.min) if low is None else max(math.floor(low), info.min)
        high = 10 if high is None else min(math.ceil(high), info.max)
        made = torch.randint(low, high, shape, dtype=dtype)
    else:
        low, high = -9 if low is None else low, 9 if high is None else high
        if dtype.is_complex:
            part = torch.float32 if dtype is torch.complex64 else torch.float64
            made = torch.view_as_complex(torch.empty(tuple(shape) + (2,), dtype=part).uniform_(low, high))
        else:
            made = torch.empty(shape, dtype=dtype).uniform_(low, high)
    if noncontiguous and made.numel() > 1:
        made = torch.repeat_interleave(made, 2, dim=-1)[..., ::2]
    if exclude_zero:
        made[made == 0] = 1 if not dtype.is_floating_point else torch.finfo(dtype).tiny
    return made.requires_grad_(requires_grad) if requires_grad else made


names = dict(assert_close=assert_close, assert_allclose=assert_allclose, make_tensor=make_tensor)
