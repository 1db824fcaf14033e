# The part of torch that is written in Python: context managers, decorators, wrappers. It runs in the namespace that
# TorchModule.swift filled with the native part.
import sys as _sys
import builtins as _builtins

def __getattr__(name):
    if name in ('nn', 'optim', 'fft', 'func', 'serialization', 'distributions', 'masked', 'signal', 'jit', 'amp', 'sparse',
                'multiprocessing', 'distributed', 'futures', 'hub', 'library', 'overrides', 'onnx', 'export', 'fx', 'nested', 'ao', 'quantization', 'profiler',
                '_C', 'quasirandom', 'types'):
        __import__('torch.' + name)
        return _sys.modules['torch.' + name]
    found = _from_file(name)
    return found if found is not None else _find_composed('functions', 'torch', name)

class _ReturnTypes:
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        examples = dict(max=lambda x: x.max(0), min=lambda x: x.min(0), sort=lambda x: x.sort(), topk=lambda x: x.topk(1),
                        median=lambda x: x.median(0), mode=lambda x: x.mode(0), kthvalue=lambda x: x.kthvalue(1),
                        cummax=lambda x: x.cummax(0), cummin=lambda x: x.cummin(0), aminmax=lambda x: x.aminmax(),
                        slogdet=lambda x: x.reshape(1, 1).slogdet(), qr=lambda x: x.reshape(1, 1).qr(),
                        svd=lambda x: x.reshape(1, 1).svd(), frexp=frexp, nanmedian=lambda x: x.nanmedian(0))
        if name not in examples:
            raise AttributeError(f"module 'torch.return_types' has no attribute '{name}'")
        return type(examples[name](ones(1)))
return_types = _ReturnTypes()

def _from_file(name):
    if name in ('has_mps', 'has_cuda', 'has_cudnn', 'has_mkldnn'):
        import warnings
        part = name[4:]
        asked = 'is_built' if part in ('mps', 'cuda') else 'is_available'
        warnings.warn(f"'{name}' is deprecated, please use 'torch.backends.{part}.{asked}()'", stacklevel=3)
        return False
    if name in ('save', 'load'):
        __import__('torch.serialization')
        return getattr(_sys.modules['torch.serialization'], name)
    if 'autocast' in name or name == 'GradScaler':
        __import__('torch.amp')
        return _sys.modules['torch.amp'].functions.get(name)
    if 'sparse' in name or name in ('spmm', 'dsmm', 'smm'):
        __import__('torch._sparse_tensor')
        found = _sys.modules['torch._sparse_tensor'].functions.get(name)
        if found is None and name.startswith('sparse_'):
            __import__('torch._sparse_compressed')
            found = _sys.modules['torch._sparse_compressed'].functions.get(name)
        return found
    if 'quantize' in name or name.startswith(('qint', 'quint', 'per_tensor', 'per_channel')):
        __import__('torch._quantized')
        return _sys.modules['torch._quantized'].functions.get(name)
    if name.endswith('Tensor'):
        __import__('torch._tensortypes')
        return _sys.modules['torch._tensortypes'].all.get(name)
    if name in ('Stream', 'Event'):
        __import__('torch._devices')
        return getattr(_sys.modules['torch._devices'], name)
    if name in ('from_dlpack', 'to_dlpack'):
        __import__('torch.utils.dlpack')
        return getattr(_sys.modules['torch.utils.dlpack'], name)
    if name == 'ops':
        __import__('torch._ops')
        return _sys.modules['torch._ops'].ops
    if name == 'jagged':
        __import__('torch.nested')
        return _sys.modules['torch.nested'].jagged
    if name == 'vmap':
        __import__('torch.func')
        return _sys.modules['torch.func'].vmap
    if name.endswith('Storage'):
        __import__('torch._storages')
        return _sys.modules['torch._storages'].all.get(name)
    return None

def _find_autograd(name):
    if name in ('function', 'graph', 'forward_ad', 'profiler'):
        __import__('torch.autograd.' + name)
        return _sys.modules['torch.autograd.' + name]
    if name == 'Function':
        __import__('torch.autograd.function')
        autograd.Function = _sys.modules['torch.autograd.function'].Function
        return autograd.Function
    return _find_composed('names', 'torch.autograd', name, 'torch._autograd')

def _find_utils(name):
    if name in ('data', 'checkpoint', 'hooks', 'benchmark', 'tensorboard', 'model_zoo', 'dlpack', '_pytree', '_workers'):
        __import__('torch.utils.' + name)
        return _sys.modules['torch.utils.' + name]
    raise AttributeError(f"module 'torch.utils' has no attribute '{name}'")

def _find_composed(table, module, name, source='torch._composed'):
    if not name.startswith('__'):
        __import__(source)
        found = getattr(_sys.modules[source], table).get(name)
        if found is None and table == 'functions':
            found = _sys.modules['torch._legacy'].find(name)
        if found is not None:
            if table in ('functions', 'linalg', 'special'):
                __import__('torch._schemas')
                prefix = '' if table == 'functions' else table + '_'
                found = _sys.modules['torch._schemas'].checked(prefix + name, found)
            return _looking(found, module)
    raise AttributeError(f"module '{module}' has no attribute '{name}'")

class _LinAlgError(RuntimeError):
    __module__ = 'torch._C'
linalg.LinAlgError = _LinAlgError

# What dtypes are called in C.
_c_names = {float32: 'float', float64: 'double', float16: 'c10::Half', bfloat16: 'c10::BFloat16', int64: 'long int',
            int32: 'int', int16: 'short int', int8: 'signed char', uint8: 'unsigned char', bool: 'bool',
            complex64: 'c10::complex<float>', complex128: 'c10::complex<double>', uint16: 'short unsigned int',
            uint32: 'unsigned int', uint64: 'long unsigned int', complex32: 'c10::complex<c10::Half>'}
_warned = set()

def _warn_once(text):
    """A warning of torch's C++ side, once."""
    if text not in _warned:
        _warned.add(text)
        _warn(text)

def _warn(text):
    """A warning at the line that called the library."""
    import warnings
    frame, level = _sys._getframe(1), 2
    while frame.f_back is not None and frame.f_globals.get('__name__', '').partition('.')[0] == 'torch':
        frame, level = frame.f_back, level + 1
    warnings.warn(text, stacklevel=level)

def _refuse_gradient(x, argument, function):
    if x is not None and x.requires_grad and is_grad_enabled():
        raise RuntimeError(f"The function '{function}' is not differentiable with respect to argument '{argument}'. This input "
                           'cannot have requires_grad True.')

def _type_name(value):
    """The name of a class as C gives it: with torch in front of its own."""
    kind = type(value)
    return f'torch.{kind.__name__}' if kind.__module__ == 'torch' and kind is not Tensor else kind.__name__

def _backend_type(x):
    """What messages call the class of a tensor."""
    return f'CPU{_scalar_names[x.dtype]}Type' if x.dtype in (bool, complex64, complex128) else x.type()

# And in messages.
_scalar_names = {float32: 'Float', float64: 'Double', float16: 'Half', bfloat16: 'BFloat16', int64: 'Long', int32: 'Int',
                 int16: 'Short', int8: 'Char', uint8: 'Byte', bool: 'Bool', complex64: 'ComplexFloat', complex128: 'ComplexDouble',
                 uint16: 'UInt16', uint32: 'UInt32', uint64: 'UInt64', complex32: 'ComplexHalf'}

def _takes_out(function):
    """A function written in Python whose parameter `out` says where the result goes."""
    code = function.__code__
    if 'out' not in code.co_varnames[:code.co_argcount + code.co_kwonlyargcount]:
        return function
    def wrapper(*args, out=None, **kwargs):
        result = function(*args, **kwargs)
        return result if out is None else _deliver(function.__name__, result, out)
    for name in ('__module__', '__name__', '__qualname__', '__doc__'):
        setattr(wrapper, name, getattr(function, name))
    wrapper.__wrapped__ = function
    return wrapper

class _GradMode:
    def __init__(self, mode):
        self.mode = mode
    __enter__ = _grad_mode_enter
    __exit__ = _grad_mode_exit
    def __call__(self, func):
        mode = self.mode
        def wrapper(*args, **kwargs):
            with _GradMode(mode):
                return func(*args, **kwargs)
        for name in ('__module__', '__name__', '__qualname__', '__doc__'):
            try:
                setattr(wrapper, name, getattr(func, name))
            except AttributeError:
                pass
        wrapper.__wrapped__ = func
        return wrapper

class no_grad(_GradMode):
    __new__ = _grad_mode_new
    mode = False
    __init__ = object.__init__
    def clone(self):
        return self.__class__()

class enable_grad(_GradMode):
    __new__ = _grad_mode_new
    mode = True
    __init__ = object.__init__

class set_grad_enabled(_GradMode):
    def __init__(self, mode):
        if not isinstance(mode, _builtins.bool):
            raise TypeError(f"set_grad_enabled(): argument 'enabled' (position 1) must be bool, not {_type_name(mode)}")
        self.prev = is_grad_enabled()
        self.mode = mode
        _set_grad_enabled(mode)
    def __enter__(self):
        _set_grad_enabled(self.mode)

class inference_mode(_GradMode):
    def __new__(cls, mode=True):
        if callable(mode):
            return cls()(mode)
        return object.__new__(cls)
    def __init__(self, mode=True):
        self.mode = mode
    def __enter__(self):
        self.prev = (is_grad_enabled(), _set_inference(self.mode))
        _set_grad_enabled(not self.mode)
    def __exit__(self, exc_type, exc_value, traceback):
        _set_grad_enabled(self.prev[0])
        _set_inference(self.prev[1])
    def __call__(self, func):
        mode = self.mode
        def wrapper(*args, **kwargs):
            with inference_mode(mode):
                return func(*args, **kwargs)
        wrapper.__name__ = func.__name__
        wrapper.__wrapped__ = func
        return wrapper

class finfo:
    def __init__(self, dtype=None):
        if dtype is not None and not isinstance(dtype, _sys.modules['torch'].dtype):
            raise TypeError(f"finfo(): argument 'type' (position 1) must be torch.dtype, not {_type_name(dtype)}")
        if dtype is not None and not (dtype.is_floating_point or dtype.is_complex):
            raise TypeError("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'")
        (self.bits, self.eps, self.max, self.min, self.tiny, self.resolution,
         self.dtype) = _finfo(dtype if dtype is not None else get_default_dtype())
        self.smallest_normal = self.tiny
    def __repr__(self):
        return (f'finfo(resolution={self.resolution:g}, min={self.min:g}, max={self.max:g}, eps={self.eps:g}, '
                f'smallest_normal={self.tiny:g}, tiny={self.tiny:g}, dtype={self.dtype})')

class iinfo:
    def __init__(self, dtype):
        if not isinstance(dtype, _sys.modules['torch'].dtype):
            raise TypeError(f"iinfo(): argument 'type' (position 1) must be torch.dtype, not {_type_name(dtype)}")
        if dtype.is_floating_point or dtype.is_complex or dtype is _sys.modules['torch'].bool:
            raise TypeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'")
        self.bits = dtype.itemsize * 8
        unsigned = not dtype.is_signed
        self.max = 2 ** (self.bits - (0 if unsigned else 1)) - 1
        self.min = 0 if unsigned else -2 ** (self.bits - 1)
        self.dtype = str(dtype)[6:]
    def __repr__(self):
        return f'iinfo(min={self.min:g}, max={self.max:g}, dtype={self.dtype})'

def _as_tensor(data, dtype=None, device=None):
    """A tensor of data; a tensor that fits is given back."""
    if is_tensor(data):
        return data if dtype is None or data.dtype is dtype else data.to(dtype)
    return tensor(data, dtype=dtype, device=device)

as_tensor = _checked('as_tensor(any data, *, ScalarType dtype=None, Device device=None)', _as_tensor)


def _result_type(*given, **named):
    return _promoted(*given, *named.values())

result_type = _checked('result_type(Tensor tensor, Tensor other)|result_type(Number scalar, Tensor tensor)'
                       '|result_type(Tensor tensor, Number other)|result_type(Number scalar1, Number scalar2)', _result_type)

def set_num_interop_threads(n):
    return None

def get_num_interop_threads():
    return 1

# What programs choose among, though here all of it is computed alike.
_chosen = {'deterministic': False, 'warn only': False, 'precision': 'highest'}

def use_deterministic_algorithms(mode, *, warn_only=False):
    _chosen['deterministic'], _chosen['warn only'] = _builtins.bool(mode), _builtins.bool(warn_only) and _builtins.bool(mode)

def are_deterministic_algorithms_enabled():
    return _chosen['deterministic']

def is_deterministic_algorithms_warn_only_enabled():
    return _chosen['warn only']

def set_deterministic_debug_mode(debug_mode):
    names = ('default', 'warn', 'error')
    if not isinstance(debug_mode, (int, str)):
        raise TypeError(f'debug_mode must be str or int, but got {type(debug_mode)}')
    if debug_mode not in names and debug_mode not in (0, 1, 2):
        kind = 'str' if isinstance(debug_mode, str) else 'int'
        raise RuntimeError(f'invalid value of debug_mode, expected one of `default`, `warn`, `error`, but got {debug_mode}'
                           if kind == 'str' else f'invalid value of debug_mode, expected 0, 1, or 2, but got {debug_mode}')
    level = names.index(debug_mode) if isinstance(debug_mode, str) else debug_mode
    use_deterministic_algorithms(level > 0, warn_only=level == 1)

def get_deterministic_debug_mode():
    return 0 if not _chosen['deterministic'] else 1 if _chosen['warn only'] else 2

def set_float32_matmul_precision(precision):
    if precision not in ('highest', 'high', 'medium'):
        import warnings
        warnings.warn(f'{precision} is not one of \'highest\', \'high\', or \'medium\'; the current setFloat32MatmulPrecision '
                      'call has no effect.', stacklevel=2)
        return
    _chosen['precision'] = precision

def get_float32_matmul_precision():
    return _chosen['precision']

def set_default_tensor_type(t):
    name = t if isinstance(t, str) else getattr(t, '__name__', '')
    name = name.rpartition('.')[2] if not isinstance(t, str) or t.startswith('torch.') else None
    kinds = dict(FloatTensor=float32, DoubleTensor=float64, HalfTensor=float16, BFloat16Tensor=bfloat16)
    if name not in kinds:
        if isinstance(t, str):
            __import__(t.rpartition('.')[0] or t)
        if not isinstance(t, type):
            raise TypeError('invalid type object: only floating-point types are supported as the default type')
        raise TypeError('only floating-point types are supported as the default type')
    set_default_dtype(kinds[name])
    _warn_once('torch.set_default_tensor_type() is deprecated as of PyTorch 2.1, please use torch.set_default_dtype() and '
               'torch.set_default_device() as alternatives. (Triggered internally at '
               '/__w/pytorch/pytorch/torch/csrc/tensor/python_tensor.cpp:434.)')

def set_default_device(device):
    return None

def compile(model=None, **kwargs):
    if model is None:
        return lambda m: compile(m, **kwargs)
    if not callable(model):
        raise AssertionError(f'A callable function is expected, but {type(model)} is provided.')
    if isinstance(model, type):
        return model
    __import__('torch._compiled')
    return _sys.modules['torch._compiled'].compiled(model)

def asarray(obj, *, dtype=None, device=None, copy=None, requires_grad=None):
    given = is_tensor(obj)
    made = as_tensor(obj, dtype=dtype)
    if given and copy is False and made is not obj:
        raise ValueError("can't alias tensor with dtype " + str(obj.dtype) + " into dtype=" + str(dtype) + '.')
    if copy and made is obj or copy and not given:
        made = made.clone()
    if given and requires_grad is False and made.requires_grad:
        made = made.detach()
    if requires_grad and not made.requires_grad:
        made = made.detach().requires_grad_()
    return made

def seed():
    manual_seed(67280421310721)
    return 67280421310721

def typename(o):
    if is_tensor(o):
        return o.type()
    kind = o if isinstance(o, type) or hasattr(o, '__qualname__') and hasattr(o, '__module__') else type(o)
    module = getattr(kind, '__module__', '')
    name = getattr(kind, '__qualname__', getattr(kind, '__name__', ''))
    return name if module in ('builtins', '__builtin__', '', None) else f'{module}.{name}'

def _tensors(value):
    if is_tensor(value):
        return [value]
    return list(value)

def _check_outputs(outputs):
    for x in outputs:
        if not is_tensor(x) and type(x).__name__ != 'GradientEdge':
            raise AssertionError('Expected output to be a torch.Tensor')

def _grad_of(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True,
                   allow_unused=None, is_grads_batched=False, materialize_grads=False):
    outs = _tensors(outputs)
    _check_outputs(outs)
    for x in _tensors(inputs):
        if not is_tensor(x) and type(x).__name__ != 'GradientEdge':
            raise RuntimeError(f'all inputs have to be Tensors or GradientEdges, but got {type(x).__name__}')
    if grad_outputs is not None:
        grad_outputs = _tensors(grad_outputs)
    if not retain_graph and 'torch.func' in _sys.modules and _sys.modules['torch.func']._Transform.keeps:
        retain_graph = True
    return _grad(outs, _tensors(inputs), grad_outputs, retain_graph, create_graph, allow_unused,
                 materialize_grads)

def _backward_function(tensors, grad_tensors=None, retain_graph=None, create_graph=False, inputs=None):
    tensors = _tensors(tensors)
    _check_outputs(tensors)
    grads = [None] * len(tensors) if grad_tensors is None else _tensors(grad_tensors)
    for i, (t, g) in enumerate(zip(tensors, grads)):
        keep = retain_graph if retain_graph is not None else create_graph
        t.backward(g, keep or i + 1 < len(tensors), create_graph, inputs)

class _VariableType(type):
    def __instancecheck__(cls, instance):
        return is_tensor(instance)

class Variable(metaclass=_VariableType):
    def __new__(cls, data=None, requires_grad=False, volatile=False):
        if data is None:
            data = empty(0)
        if not is_tensor(data):
            raise TypeError(f'Variable data has to be a tensor, but got {type(data).__name__}')
        t = data.detach() if data.requires_grad else data
        return t.requires_grad_() if requires_grad else t

def broadcast_shapes(*shapes):
    shapes = [tuple(s) if isinstance(s, (tuple, list)) else (s,) for s in shapes]
    made = []
    for index, shape in enumerate(shapes):
        made[:0] = [1] * (len(shape) - len(made))
        for back, size in enumerate(reversed(shape)):
            place = -1 - back
            if size in (1, made[place]):
                continue
            if made[place] != 1 or size < 0:
                raise RuntimeError('Attempting to broadcast a dimension of length %d at %d! Mismatching argument at index '
                                   '%d had %s; but expected shape should be broadcastable to %s'
                                   % (size, place, index, shape, made))
            made[place] = size
    return Size(made)

def _bilinear(input1, input2, weight, bias=None):
    if not input1.dtype == input2.dtype == weight.dtype:
        told = [('input1', input1), ('input2', input2), ('weight', weight)] + ([] if bias is None else [('bias', bias)])
        raise RuntimeError('All tensors must have the same dtype, got '
                           + ', '.join(f'{name}: {_c_names[x.dtype]}' for name, x in told))
    if input1.dim() != input2.dim():
        raise RuntimeError(f'bilinear(): input dimensions do not match: got {input1.dim()} and {input2.dim()}')
    for place, (a, b) in enumerate(zip(input1.shape[:-1], input2.shape[:-1])):
        if a != b:
            raise RuntimeError(f'bilinear(): input batch dimensions do not match at dim {place}: got {a} and {b}')
    for place, input in enumerate((input1, input2), 1):
        if input.size(-1) != weight.size(place):
            raise RuntimeError(f'bilinear(): input{place} size does not match weight size: got {input.size(-1)} but expected '
                               f'{weight.size(place)}')
    if bias is not None and bias.size(0) != weight.size(0):
        raise RuntimeError(f'bilinear(): bias size does not match weight size: got {bias.size(0)} but expected {weight.size(0)}')
    made = einsum('...i,oij,...j->...o', input1, weight, input2)
    return _titled(made, 'ViewBackward0') if bias is None else made + bias

_bilinear = _checked('bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None)', _bilinear)

_log_sigmoid = _checked('log_sigmoid(Tensor input)', lambda input: nn.functional.logsigmoid(input))

def _multilabel_soft_margin_loss(input, target, weight=None, size_average=None, reduce=None, reduction='mean'):
    if size_average is not None or reduce is not None:
        reduction = 'none' if reduce is False else 'sum' if size_average is False else 'mean'
    f = _log_sigmoid
    losses = -(target * f(input) + (1 - target) * f(-input))
    if weight is not None:
        losses = losses * weight
    losses = losses.sum(-1) / input.size(-1)
    if reduction == 'none':
        return losses
    return losses.mean() if reduction == 'mean' else losses.sum()

def _replaced(name):
    import warnings
    warnings.warn(f'`nn.functional.{name}` is deprecated. Use `nn.functional.interpolate` instead.', stacklevel=3)

def _upsample_nearest(input, size=None, scale_factor=None):
    _replaced('upsample_nearest')
    return nn.functional.interpolate(input, size, scale_factor, 'nearest')

def _upsample(input, size=None, scale_factor=None, mode='nearest', align_corners=None):
    _replaced('upsample')
    return nn.functional.interpolate(input, size, scale_factor, mode, align_corners)

def _upsample_bilinear(input, size=None, scale_factor=None):
    _replaced('upsample_bilinear')
    return nn.functional.interpolate(input, size, scale_factor, 'bilinear', align_corners=True)

def _functional(module):
    module.bilinear = _bilinear
    _multilabel_soft_margin_loss.__qualname__ = 'multilabel_soft_margin_loss'
    module.multilabel_soft_margin_loss = _multilabel_soft_margin_loss
    module.upsample_nearest = _upsample_nearest
    module.upsample = _upsample
    module.upsample_bilinear = _upsample_bilinear
_functional(_sys.modules['torch.nn.functional'])

def _jacobian(func, inputs, create_graph=False, strict=False, vectorize=False):
    many = isinstance(inputs, tuple)
    for x in inputs if many else (inputs,):
        if not is_tensor(x):
            raise TypeError('The inputs given to jacobian must be either a Tensor or a tuple of Tensors but the given inputs has '
                            f'type {type(inputs)}.')
    xs = tuple(x.view_as(x) if create_graph and x.requires_grad else x.detach().requires_grad_()
               for x in (inputs if many else (inputs,)))
    with enable_grad():
        out = func(*xs)
        if isinstance(out, tuple) and _builtins.all(is_tensor(o) for o in out):
            made = tuple(_jacobian(lambda *a, k=k: func(*a)[k], inputs, create_graph) for k in _builtins.range(len(out)))
            return made
        if not is_tensor(out):
            raise TypeError('The outputs of the user-provided function given to jacobian must be either a Tensor or a tuple of '
                            f'Tensors but the given outputs of the user-provided function has type {type(out)}.')
        flat = out.reshape(-1)
        rows = [[] for _ in xs]
        for value in flat:
            grads = (_grad_of(value, xs, retain_graph=True, create_graph=create_graph, allow_unused=True) if value.requires_grad
                     else [None] * len(xs))
            for k, g in enumerate(grads):
                rows[k].append(zeros_like(xs[k]) if g is None else g)
        made = tuple(stack(r).reshape(tuple(out.shape) + tuple(x.shape)) if r
                     else zeros(tuple(out.shape) + tuple(x.shape), dtype=x.dtype) for r, x in zip(rows, xs))
    return made if many else made[0]

def _hessian(func, inputs, create_graph=False, strict=False, vectorize=False):
    def gradient(x):
        value = func(x)
        if not is_tensor(value):
            raise TypeError('The outputs of the user-provided function given to hessian must be either a Tensor or a tuple of '
                            f'Tensors but the given outputs of the user-provided function has type {type(value)}.')
        if value.numel() != 1:
            raise RuntimeError('The Tensor returned by the function given to hessian should contain a single element')
        return _grad_of(value.reshape(()), x, create_graph=True)[0]
    return _jacobian(gradient, inputs, create_graph)

def _vjp(func, inputs, v=None, create_graph=False, strict=False):
    many = isinstance(inputs, tuple)
    xs = tuple(x.detach().requires_grad_() for x in (inputs if many else (inputs,)))
    with enable_grad():
        out = func(*xs)
        if v is None and (not is_tensor(out) or out.numel() != 1):
            raise RuntimeError('The vector v can only be None if the user-provided function returns a single Tensor with a '
                               'single element.')
        grads = _grad_of(out, xs, v, create_graph=create_graph, allow_unused=True)
    grads = tuple(zeros_like(x) if g is None else g for g, x in zip(grads, xs))
    return out if create_graph else out.detach(), grads if many else grads[0]

def _jvp(func, inputs, v=None, create_graph=False, strict=False):
    __import__('torch.func')
    many = isinstance(inputs, tuple)
    xs = inputs if many else (inputs,)
    vs = tuple(ones_like(x) for x in xs) if v is None else v if isinstance(v, tuple) else (v,)
    return _sys.modules['torch.func'].jvp(func, xs, vs)

def _gradcheck(func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, **kwargs):
    inputs = inputs if isinstance(inputs, tuple) else (inputs,)
    if not _builtins.any(is_tensor(x) and x.requires_grad for x in inputs):
        raise ValueError('gradcheck expects at least one input tensor to require gradient, but none of them have '
                         'requires_grad=True.')
    out = func(*inputs)
    outs = out if isinstance(out, tuple) else (out,)
    for n, o in enumerate(outs):
        if not o.requires_grad:
            continue
        flat = o.reshape(-1)
        for k, x in enumerate(inputs):
            if not (is_tensor(x) and x.requires_grad):
                continue
            rows = [_grad_of(value, x, retain_graph=True, allow_unused=True)[0] for value in flat]
            exact = stack([zeros_like(x).reshape(-1) if r is None else r.reshape(-1) for r in rows])
            columns = []
            with no_grad():
                place = x.data.view(-1)
                for i in _builtins.range(place.numel()):
                    kept = place[i].item()
                    ends = []
                    for sign in (1, -1):
                        place[i] = kept + sign * eps
                        made = func(*inputs)
                        ends.append((made if isinstance(made, tuple) else (made,))[n].detach().reshape(-1).clone())
                    place[i] = kept
                    columns.append((ends[0] - ends[1]) / (2 * eps))
            numeric = stack(columns, 1) if columns else exact
            if not allclose(exact, numeric, rtol, atol):
                if raise_exception:
                    raise RuntimeError(f'Jacobian mismatch for output {n} with respect to input {k},\n'
                                       f'numerical:{numeric.t()}\nanalytical:{exact.t()}\n')
                return False
    return True

autograd.functional.vjp = _vjp
autograd.functional.jvp = _jvp
class _GradCheck:
    def __call__(self, *args, **kwargs):
        return _gradcheck(*args, **kwargs)
    gradcheck = staticmethod(_gradcheck)
autograd.gradcheck = _GradCheck()
_jacobian.__name__ = _jacobian.__qualname__ = 'jacobian'
_hessian.__name__ = _hessian.__qualname__ = 'hessian'
_vjp.__name__ = _vjp.__qualname__ = 'vjp'
_jvp.__name__ = _jvp.__qualname__ = 'jvp'
autograd.functional.jacobian = _jacobian
autograd.functional.hessian = _hessian
_grad_of.__name__ = _grad_of.__qualname__ = 'grad'
autograd.grad = _grad_of
_backward_function.__name__ = _backward_function.__qualname__ = 'backward'
autograd.backward = _backward_function
autograd.Variable = Variable
autograd.no_grad = no_grad
autograd.enable_grad = enable_grad
autograd.set_grad_enabled = set_grad_enabled
autograd.inference_mode = inference_mode
autograd.variable = autograd

random.manual_seed = manual_seed
random.get_rng_state = get_rng_state
random.set_rng_state = set_rng_state
random.initial_seed = initial_seed
random.default_generator = default_generator

class _ForkRNG(_GradMode):
    def __init__(self, devices=None, enabled=True, **kwargs):
        self.enabled = enabled
    def __enter__(self):
        self.state = get_rng_state()
    def __exit__(self, *args):
        if self.enabled:
            set_rng_state(self.state)
random.fork_rng = _ForkRNG

def thread_safe_generator():
    """The generator of a loader's thread; elsewhere None, which stands for the default one."""
    return None

random.thread_safe_generator = thread_safe_generator

class _Namespace:
    def __init__(self, **values):
        self.__dict__.update(values)

def _no(*args, **kwargs):
    return False

def _nothing(*args, **kwargs):
    return None

cuda.is_available = _no
cuda.device_count = lambda: 0
cuda.manual_seed = _nothing
cuda.manual_seed_all = _nothing
cuda.synchronize = lambda *args: _no_cuda()
cuda.empty_cache = _nothing
cuda.is_initialized = _no
cuda.memory_allocated = lambda *a: 0
cuda.max_memory_allocated = lambda *a: 0
cuda.memory_reserved = cuda.memory_cached = cuda.max_memory_reserved = lambda *a: 0
cuda.reset_peak_memory_stats = _nothing
cuda.manual_seed = _nothing
cuda.is_bf16_supported = _no

def _no_cuda(*args, **kwargs):
    raise AssertionError('Torch not compiled with CUDA enabled')

for _name in ('get_device_name', 'get_device_capability', 'get_device_properties', 'current_device', 'set_device', 'Event',
              'current_stream', 'mem_get_info'):
    setattr(cuda, _name, _no_cuda)

def _no_cuda_type(name, text, error):
    def __new__(cls, *args, **kwargs):
        raise error(text)
    return type(name, (), {'__new__': __new__, '__module__': 'torch.cuda'})

class OutOfMemoryError(RuntimeError):
    """What a GPU without room for more raises; here only a name to catch."""

cuda.OutOfMemoryError = OutOfMemoryError
cuda.ipc_collect = cuda.reset_max_memory_allocated = cuda.reset_max_memory_cached = cuda.reset_accumulated_memory_stats = _nothing
cuda.memory_summary = lambda *a, **k: ''
cuda.get_rng_state_all = lambda: []
cuda.set_rng_state_all = _nothing

for _name in ('FloatTensor', 'LongTensor', 'DoubleTensor', 'HalfTensor', 'BFloat16Tensor', 'IntTensor', 'ShortTensor', 'CharTensor',
              'ByteTensor', 'BoolTensor'):
    setattr(cuda, _name, _no_cuda_type(_name, f'type torch.cuda.{_name} not available. Torch not compiled with CUDA enabled.',
                                       TypeError))
cuda.Event = _no_cuda_type('Event', 'Tried to instantiate dummy base class Event', RuntimeError)
cuda.Stream = _no_cuda_type('Stream', 'torch.cuda.Stream requires CUDA support', RuntimeError)

def is_anomaly_enabled():
    enabled = _set_anomaly(False)
    _set_anomaly(enabled)
    return enabled

is_anomaly_check_nan_enabled = is_anomaly_enabled

def is_nonzero(input):
    return _builtins.bool(input)

def get_default_device():
    return device('cpu')

def set_flush_denormal(mode):
    return True

def is_storage(obj):
    return hasattr(obj, 'nbytes') and hasattr(obj, 'tolist') and not is_tensor(obj)

def from_numpy(ndarray):
    if not hasattr(ndarray, '__array_interface__'):
        raise TypeError(f'expected np.ndarray (got {_type_name(ndarray)})')
    raise RuntimeError('Numpy is not available')

def frombuffer(buffer, *, dtype, count=-1, offset=0, requires_grad=False):
    try:
        view = memoryview(buffer)
    except TypeError:
        raise ValueError('object does not implement Python buffer protocol.') from None
    if not view.c_contiguous:
        raise RuntimeError('could not retrieve buffer from object')
    length, size = view.nbytes, dtype.itemsize
    if length == 0 or count == 0:
        raise ValueError(f'both buffer length ({length}) and count ({count}) must not be 0')
    if not 0 <= offset < length:
        raise ValueError(f'offset ({offset} bytes) must be non-negative and no greater than buffer length ({length} bytes) '
                         'minus 1')
    if count < 0:
        if (length - offset) % size:
            raise ValueError(f'buffer length ({length} bytes) after offset ({offset} bytes) must be a multiple of element '
                             f'size ({size})')
        count = (length - offset) // size
    elif offset + count * size > length:
        raise ValueError(f'requested buffer length ({count} * {size} bytes) after offset ({offset} bytes) must not be greater '
                         f'than actual buffer length ({length} bytes)')
    if requires_grad and not (dtype.is_floating_point or dtype.is_complex):
        raise RuntimeError('Only Tensors of floating point and complex dtype can require gradients')
    # What may not be written is copied.
    made = _lent(memoryview(bytearray(view)) if view.readonly else view, dtype, count, offset)
    return made.requires_grad_() if requires_grad else made

class _NoDevice:
    def __init__(self, device=None):
        pass
    def __enter__(self):
        return self
    def __exit__(self, *args):
        return False

cuda.device = _NoDevice
def _cuda_part(name):
    if name == 'amp':
        __import__('torch.amp')
        return _sys.modules['torch.amp'].cuda
    raise AttributeError(f"module 'torch.cuda' has no attribute '{name}'")

cuda.__getattr__ = lambda name: _cuda_part(name)

backends.cudnn = _Namespace(deterministic=False, benchmark=False, enabled=True, allow_tf32=True, is_available=_no,
                            version=_nothing)
backends.mps = _Namespace(is_available=_no, is_built=_no, is_macos_or_newer=_no)
backends.cuda = _Namespace(is_built=_no, matmul=_Namespace(allow_tf32=False, allow_fp16_reduced_precision_reduction=True,
                                                           allow_bf16_reduced_precision_reduction=True),
                           flash_sdp_enabled=lambda: True, math_sdp_enabled=lambda: True, mem_efficient_sdp_enabled=lambda: True,
                           enable_flash_sdp=_nothing, enable_math_sdp=_nothing, enable_mem_efficient_sdp=_nothing)
backends.mkldnn = _Namespace(is_available=_no, enabled=False)
backends.mkl = _Namespace(is_available=_no)
backends.openmp = _Namespace(is_available=_no)
backends.quantized = _Namespace(engine='none', supported_engines=['none'])
__config__ = _Namespace(show=lambda: 'Tensors by Wick: one process, the CPU, no library of PyTorch\n',
                        parallel_info=lambda: f'ATen/Parallel:\n\tat::get_num_threads() : {get_num_threads()}\n')
mps = _Namespace(is_available=_no, device_count=lambda: 0)
xpu = _Namespace(is_available=_no, device_count=lambda: 0)
class _Cpu(_Namespace):
    def __getattr__(self, name):
        if name != 'amp':
            raise AttributeError(f"module 'torch.cpu' has no attribute '{name}'")
        __import__('torch.amp')
        return _sys.modules['torch.amp'].cpu

cpu = _Cpu(is_available=lambda: True, device_count=lambda: 1, synchronize=_nothing)
accelerator = _Namespace(is_available=_no, device_count=lambda: 0, current_accelerator=_nothing, device_index=_NoDevice,
                         current_device_index=lambda: -1, current_stream=_nothing, synchronize=_nothing,
                         memory_allocated=lambda *a: 0, empty_cache=_nothing)
version = _Namespace(cuda=None, hip=None, xpu=None, git_version='', debug=False)
_dynamo = _Namespace(reset=_nothing, config=_Namespace(), disable=lambda fn=None, **kwargs: fn if fn else lambda f: f)
_logging = _Namespace(set_logs=_nothing)
compiler = _Namespace(disable=_dynamo.disable, is_compiling=_no, reset=_nothing, allow_in_graph=lambda fn: fn,
                      set_default_backend=_nothing, get_default_backend=lambda: 'inductor', list_backends=lambda *a: ['inductor'],
                      substitute_in_graph=lambda original, **options: lambda fn: fn, assume_constant_result=lambda fn: fn,
                      cudagraph_mark_step_begin=_nothing, is_dynamo_compiling=_no, is_exporting=_no,
                      compile=lambda *args, **kwargs: compile(*args, **kwargs),
                      set_stance=lambda *args, **kwargs: _NoDevice())

testing.__getattr__ = lambda name: _find_composed('names', 'torch.testing', name, 'torch._testing')

_sys.modules['torch.nn.functional'].__getattr__ = lambda name: _find_composed('functional', 'torch.nn.functional', name)
autograd.__getattr__ = lambda name: _find_autograd(name)
_sys.modules['torch.autograd.functional'].__getattr__ = lambda name: _find_composed(
    'functional', 'torch.autograd.functional', name, 'torch._autograd')
utils.__getattr__ = lambda name: _find_utils(name)
_sys.modules['torch.linalg'].__getattr__ = lambda name: _find_composed('linalg', 'torch.linalg', name)
_sys.modules['torch.special'].__getattr__ = lambda name: _find_composed('special', 'torch.special', name, 'torch._special')
