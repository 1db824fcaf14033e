"""`torch.FloatTensor` and its kin: classes no tensor is an instance of, that make tensors and stand for dtypes."""
import torch


class tensortype(type):
    __module__ = 'torch'
    is_cuda = False
    is_sparse = False
    layout = torch.strided

    def __call__(cls, *args, **kwargs):
        device = kwargs.pop('device', None)
        if device is not None and torch.device(device).type != 'cpu':
            raise RuntimeError('legacy constructor expects device type: cpu but device type: '
                               f'{torch.device(device).type} was passed')
        if len(args) == 1 and torch.is_tensor(args[0]) and args[0].dtype is not cls.dtype:
            raise TypeError(f'expected {_options(cls.dtype)} (got {_options(args[0].dtype)})')
        return cls._make(*args, **kwargs)

    def __instancecheck__(cls, instance):
        return torch.is_tensor(instance) and instance.dtype is cls.dtype


def _options(dtype):
    return (f'TensorOptions(dtype={torch._c_names[dtype]}, device=cpu, layout=Strided, requires_grad=false (default), '
            'pinned_memory=false (default), memory_format=(nullopt))')


def _made(name, dtype):
    return tensortype(name, (), {'__module__': 'torch', 'dtype': dtype, '_make': staticmethod(getattr(torch, '_' + name))})


all = {name: _made(name, dtype) for name, dtype in dict(
    FloatTensor=torch.float32, DoubleTensor=torch.float64, HalfTensor=torch.float16, BFloat16Tensor=torch.bfloat16,
    LongTensor=torch.int64, IntTensor=torch.int32, ShortTensor=torch.int16, CharTensor=torch.int8, ByteTensor=torch.uint8,
    BoolTensor=torch.bool).items()}
