"""Quantised tensors: whole numbers with a scale and the number that stands for zero."""
import torch


class QDType:
    """A dtype of quantised tensors."""

    def __init__(self, name, storage, low, high):
        self.name, self.storage, self.low, self.high = name, storage, low, high

    is_floating_point = is_complex = False
    is_signed = property(lambda self: self.low < 0)
    itemsize = property(lambda self: self.storage.itemsize)

    def __repr__(self):
        return f'torch.{self.name}'

    def __reduce__(self):
        return self.name


class QScheme:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'torch.{self.name}'

    def __reduce__(self):
        return self.name


qint8 = QDType('qint8', torch.int8, -128, 127)
quint8 = QDType('quint8', torch.uint8, 0, 255)
qint32 = QDType('qint32', torch.int32, -2 ** 31, 2 ** 31 - 1)
per_tensor_affine, per_channel_affine = QScheme('per_tensor_affine'), QScheme('per_channel_affine')
per_tensor_symmetric, per_channel_symmetric = QScheme('per_tensor_symmetric'), QScheme('per_channel_symmetric')


class QTensor:
    """Numbers `(int - zero_point) * scale`."""
    is_quantized, requires_grad, grad_fn = True, False, None
    layout, device = torch.strided, torch.device('cpu')

    def __init__(self, ints, scale, zero_point, dtype, axis=None):
        self._ints, self._scale, self._zero_point, self.dtype, self._axis = ints, scale, zero_point, dtype, axis

    shape = property(lambda self: self._ints.shape)
    ndim = property(lambda self: self._ints.ndim)

    def _spread(self, value):
        if self._axis is None:
            return value
        shape = [1] * self.ndim
        shape[self._axis] = -1
        return value.reshape(shape)

    def dequantize(self):
        scale = self._spread(self._scale)
        made = (self._ints.to(torch.float64) - self._spread(self._zero_point)) * scale
        return made.to(torch.float32)

    def int_repr(self):
        return self._ints.clone()

    def qscheme(self):
        return per_tensor_affine if self._axis is None else per_channel_affine

    def q_scale(self):
        return self._scale

    def q_zero_point(self):
        return self._zero_point

    def q_per_channel_scales(self):
        return self._scale

    def q_per_channel_zero_points(self):
        return self._zero_point

    def q_per_channel_axis(self):
        return self._axis

    def size(self, dim=None):
        return self._ints.size() if dim is None else self._ints.size(dim)

    def dim(self):
        return self._ints.dim()

    def numel(self):
        return self._ints.numel()

    def element_size(self):
        return self._ints.element_size()

    def is_floating_point(self):
        return False

    def __len__(self):
        return len(self._ints)

    def _same(self, ints):
        return QTensor(ints, self._scale, self._zero_point, self.dtype, self._axis)

    def __getitem__(self, index):
        return self._same(self._ints[index])

    def __eq__(self, other):
        return self.dequantize() == (other.dequantize() if isinstance(other, QTensor) else other)

    __hash__ = object.__hash__

    def tolist(self):
        return self.dequantize().tolist()

    def item(self):
        return self.dequantize().item()

    def __repr__(self):
        text = repr(self.dequantize())[:-1]
        pieces = [f'size={tuple(self.shape)}', f'dtype={self.dtype}', f'quantization_scheme={self.qscheme()}',
                  f'scale={self._scale}', f'zero_point={self._zero_point}']
        if self._axis is not None:
            pieces.append(f'axis={self._axis}')
        for piece in pieces:
            fits = len(text) - text.rfind('\n') - 1 + len(piece) + 2 <= 80
            text += (', ' if fits else ',\n       ') + piece
        return text + ')'

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        """An operation on the numbers; the result is quantised as the first argument is."""
        name = getattr(func, '__name__', '')
        first = next(a for a in args if isinstance(a, QTensor))
        made = func(*[a.dequantize() if isinstance(a, QTensor) else a for a in args], **(kwargs or {}))
        if name in ('dequantize', 'equal', 'allclose') or not torch.is_tensor(made) or not made.is_floating_point():
            return made
        return quantize_per_tensor(made, first._scale, first._zero_point, first.dtype) if first._axis is None else made


for _name in ('reshape', 'view', 'contiguous', 'clone', 'detach', 'flatten', 'squeeze', 'unsqueeze', 'transpose', 'permute', 't'):
    def _shaped(self, *args, _name=_name, **kwargs):
        return self._same(getattr(self._ints, _name)(*args, **kwargs))
    setattr(QTensor, _name, _shaped)


def _whole(x, scale, zero_point, dtype):
    made = torch.round(x.detach().to(torch.float32) * (1.0 / scale)).to(torch.float64) + zero_point
    return made.clamp(dtype.low, dtype.high).to(dtype.storage)


def quantize_per_tensor(input, scale, zero_point, dtype):
    if isinstance(input, (list, tuple)):
        return tuple(quantize_per_tensor(x, s, z, dtype) for x, s, z in zip(input, scale, zero_point))
    scale, zero_point = float(scale), int(zero_point)
    return QTensor(_whole(input, scale, zero_point, dtype), scale, zero_point, dtype)


def quantize_per_channel(input, scales, zero_points, axis, dtype):
    shape = [1] * input.dim()
    shape[axis] = -1
    scales, zero_points = scales.to(torch.float64), zero_points.to(torch.int64)
    ints = _whole(input.to(torch.float64), scales.reshape(shape), zero_points.reshape(shape), dtype)
    return QTensor(ints, scales, zero_points, dtype, axis)


def _range(low, high, dtype, reduce_range=False):
    """Scale and zero point for numbers from low to high, 0 among them."""
    least, most = dtype.low, dtype.high
    if reduce_range:
        least, most = least // 2, most // 2
    low, high = min(low, 0.0), max(high, 0.0)
    scale = (high - low) / (most - least)
    if scale == 0:
        scale = 0.1
    zero = min(max(round(least - low / scale), least), most)
    return scale, zero


def quantize_per_tensor_dynamic(input, dtype, reduce_range):
    scale, zero = _range(input.min().item(), input.max().item(), dtype, reduce_range)
    return quantize_per_tensor(input, scale, zero, dtype)


def dequantize(tensor):
    if isinstance(tensor, (list, tuple)):
        return [dequantize(t) for t in tensor]
    return tensor.dequantize() if isinstance(tensor, QTensor) else tensor.to(torch.float32)


def fake_quantize_per_tensor_affine(input, scale, zero_point, quant_min, quant_max):
    scale, zero = torch.as_tensor(scale, dtype=torch.float32), torch.as_tensor(zero_point).to(torch.float32)
    return _fake(input, scale, zero, quant_min, quant_max)


def fake_quantize_per_channel_affine(input, scale, zero_point, axis, quant_min, quant_max):
    shape = [1] * input.dim()
    shape[axis] = -1
    return _fake(input, scale.reshape(shape), zero_point.to(torch.float32).reshape(shape), quant_min, quant_max)


def _fake(input, scale, zero, low, high):
    """Rounds as quantising would; the gradient passes where nothing was cut off."""
    place = torch.round(input.detach() / scale + zero)
    made = (place.clamp(low, high) - zero) * scale
    if not input.requires_grad:
        return made
    inside = ((place >= low) & (place <= high)).to(input.dtype)
    return made + (input - input.detach()) * inside


functions = dict(qint8=qint8, quint8=quint8, qint32=qint32, per_tensor_affine=per_tensor_affine,
                 per_channel_affine=per_channel_affine, per_tensor_symmetric=per_tensor_symmetric,
                 per_channel_symmetric=per_channel_symmetric, quantize_per_tensor=quantize_per_tensor,
                 quantize_per_channel=quantize_per_channel, quantize_per_tensor_dynamic=quantize_per_tensor_dynamic,
                 dequantize=dequantize, fake_quantize_per_tensor_affine=fake_quantize_per_tensor_affine,
                 fake_quantize_per_channel_affine=fake_quantize_per_channel_affine)
