"""Module."""
import torch
from torch.nn.modules import _hooks, _state
from torch.nn.parameter import Parameter


def _addindent(text, count):
    lines = text.split('\n')
    if len(lines) == 1:
        return text
    first = lines.pop(0)
    return first + '\n' + '\n'.join([count * ' ' + line for line in lines])


_HOOKS = ('_backward_pre_hooks', '_backward_hooks', '_forward_hooks', '_forward_hooks_with_kwargs',
          '_forward_hooks_always_called', '_forward_pre_hooks', '_forward_pre_hooks_with_kwargs', '_state_dict_hooks',
          '_state_dict_pre_hooks', '_load_state_dict_pre_hooks', '_load_state_dict_post_hooks')


class Module:
    dump_patches = False
    call_super_init = False
    training = True
    _version = 1

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            if kwargs:
                raise TypeError(f"{type(self).__name__}.__init__() got an unexpected keyword argument '{next(iter(kwargs))}'")
            raise TypeError(f"{type(self).__name__}.__init__() takes 1 positional argument but {len(args) + 1} were given")
        d = self.__dict__
        d['training'] = True
        d['_parameters'] = {}
        d['_buffers'] = {}
        d['_non_persistent_buffers_set'] = set()
        for name in _HOOKS:
            d[name] = {}
        d['_modules'] = {}

    def forward(self, *args):
        raise NotImplementedError(f'Module [{type(self).__name__}] is missing the required "forward" function')

    __call__ = torch._module_call
    __getattr__ = torch._module_getattr

    _call_with_hooks = _hooks.call_with_hooks

    def __setstate__(self, state):
        self.__dict__.update(state)
        for name in _HOOKS:
            self.__dict__.setdefault(name, {})
        self.__dict__.setdefault('_non_persistent_buffers_set', set())

    def _drop(self, name, but):
        d = self.__dict__
        for key in ('_parameters', '_buffers', '_modules'):
            if key != but and name in d[key]:
                del d[key][name]
        d.pop(name, None)

    def __setattr__(self, name, value):
        d = self.__dict__
        if isinstance(value, Parameter):
            if '_parameters' not in d:
                raise AttributeError('cannot assign parameters before Module.__init__() call')
            self._drop(name, '_parameters')
            self.register_parameter(name, value)
        elif isinstance(value, Module):
            if '_modules' not in d:
                raise AttributeError('cannot assign module before Module.__init__() call')
            self._drop(name, '_modules')
            d['_modules'][name] = value
        elif name in d.get('_parameters', ()):
            if value is not None:
                raise TypeError(f"cannot assign '{torch.typename(value)}' as parameter '{name}' (torch.nn.Parameter or None expected)")
            d['_parameters'][name] = None
        elif name in d.get('_modules', ()):
            if value is not None:
                raise TypeError(f"cannot assign '{torch.typename(value)}' as child module '{name}' (torch.nn.Module or None expected)")
            d['_modules'][name] = None
        elif name in d.get('_buffers', ()):
            if value is not None and not torch.is_tensor(value):
                raise TypeError(f"cannot assign '{torch.typename(value)}' as buffer '{name}' (torch.nn.Buffer, torch.Tensor or None expected)")
            d['_buffers'][name] = value
        else:
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        d = self.__dict__
        for key in ('_parameters', '_buffers', '_modules'):
            if name in d[key]:
                del d[key][name]
                return
        object.__delattr__(self, name)

    def __dir__(self):
        return sorted(set(dir(type(self))) | set(self.__dict__) | set(self._parameters) | set(self._modules) | set(self._buffers))

    def register_parameter(self, name, param):
        if '_parameters' not in self.__dict__:
            raise AttributeError('cannot assign parameter before Module.__init__() call')
        if not isinstance(name, str):
            raise TypeError(f'parameter name should be a string. Got {torch.typename(name)}')
        if '.' in name:
            raise KeyError('parameter name can\'t contain "."')
        if name == '':
            raise KeyError('parameter name can\'t be empty string ""')
        if hasattr(self, name) and name not in self._parameters:
            raise KeyError(f"attribute '{name}' already exists")
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(f"cannot assign '{torch.typename(param)}' object to parameter '{name}' (torch.nn.Parameter or None required)")
        if param is not None and param.grad_fn is not None:
            raise ValueError(f"Cannot assign non-leaf Tensor to parameter '{name}'. Model parameters must be created explicitly. To express '{name}' as a function of another Tensor, compute the value in the forward() method.")
        self._parameters[name] = param

    @staticmethod
    def _check_name(kind, name):
        if not isinstance(name, str):
            raise TypeError(f'{kind} name should be a string. Got {torch.typename(name)}')
        if '.' in name:
            raise KeyError(f'{kind} name can\'t contain "."' + (f', got: {name}' if kind == 'module' else ''))
        if name == '':
            raise KeyError(f'{kind} name can\'t be empty string ""')

    def register_buffer(self, name, tensor, persistent=True):
        if '_buffers' not in self.__dict__:
            raise AttributeError('cannot assign buffer before Module.__init__() call')
        self._check_name('buffer', name)
        if hasattr(self, name) and name not in self._buffers:
            raise KeyError(f"attribute '{name}' already exists")
        if tensor is not None and not torch.is_tensor(tensor):
            raise TypeError(f"cannot assign '{torch.typename(tensor)}' object to buffer '{name}' (torch Tensor or None required)")
        self._buffers[name] = tensor
        if persistent:
            self._non_persistent_buffers_set.discard(name)
        else:
            self._non_persistent_buffers_set.add(name)

    def add_module(self, name, module):
        if not isinstance(module, Module) and module is not None:
            raise TypeError(f'{torch.typename(module)} is not a Module subclass')
        self._check_name('module', name)
        if hasattr(self, name) and name not in self._modules:
            raise KeyError(f"attribute '{name}' already exists")
        self._modules[name] = module
    register_module = add_module

    def register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False):
        beside = [(self._forward_hooks_with_kwargs, True)] * with_kwargs
        beside += [(self._forward_hooks_always_called, True)] * always_call
        return _hooks.keep(self._forward_hooks, hook, prepend, beside)

    def register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False):
        beside = [(self._forward_pre_hooks_with_kwargs, True)] * with_kwargs
        return _hooks.keep(self._forward_pre_hooks, hook, prepend, beside)

    def register_full_backward_hook(self, hook, prepend=False):
        return self._register_backward(hook, prepend, True)

    def register_backward_hook(self, hook):
        return self._register_backward(hook, False, False)

    def _register_backward(self, hook, prepend, full):
        if self.__dict__.get('_is_full_backward_hook', full) is not full:
            raise RuntimeError('Cannot use both regular backward hooks and full backward hooks on a single Module. Please use '
                               'only one of them.')
        self._is_full_backward_hook = full
        return _hooks.keep(self._backward_hooks, hook, prepend)

    def register_full_backward_pre_hook(self, hook, prepend=False):
        # The mark among the other hooks makes the call take the long way.
        return _hooks.keep(self._backward_pre_hooks, hook, prepend, [(self._backward_hooks, None)])

    def named_modules(self, memo=None, prefix='', remove_duplicate=True):
        if memo is None:
            memo = set()
        if id(self) not in memo:
            if remove_duplicate:
                memo.add(id(self))
            yield prefix, self
            for name, module in self._modules.items():
                if module is not None:
                    for m in module.named_modules(memo, prefix + ('.' if prefix else '') + name, remove_duplicate):
                        yield m

    def modules(self):
        for _, module in self.named_modules():
            yield module

    def named_children(self):
        memo = set()
        for name, module in self._modules.items():
            if module is not None and id(module) not in memo:
                memo.add(id(module))
                yield name, module

    def children(self):
        for _, module in self.named_children():
            yield module

    def _named_members(self, key, prefix='', recurse=True, remove_duplicate=True):
        memo = set()
        modules = self.named_modules(prefix=prefix, remove_duplicate=remove_duplicate) if recurse else [(prefix, self)]
        for module_prefix, module in modules:
            for name, value in list(module.__dict__[key].items()):
                if value is None or id(value) in memo:
                    continue
                if remove_duplicate:
                    memo.add(id(value))
                yield module_prefix + ('.' if module_prefix else '') + name, value

    def named_parameters(self, prefix='', recurse=True, remove_duplicate=True):
        return self._named_members('_parameters', prefix, recurse, remove_duplicate)

    def parameters(self, recurse=True):
        for _, p in self._named_members('_parameters', '', recurse):
            yield p

    def named_buffers(self, prefix='', recurse=True, remove_duplicate=True):
        return self._named_members('_buffers', prefix, recurse, remove_duplicate)

    def buffers(self, recurse=True):
        for _, b in self._named_members('_buffers', '', recurse):
            yield b

    def get_submodule(self, target):
        if target == '':
            return self
        module = self
        for part in target.split('.'):
            if part not in module._modules:
                raise AttributeError(f'{module._get_name()} has no attribute `{part}`')
            module = module._modules[part]
        return module

    def get_parameter(self, target):
        path, _, name = target.rpartition('.')
        module = self.get_submodule(path)
        if not hasattr(module, name):
            raise AttributeError(f'{module._get_name()} has no attribute `{name}`')
        found = getattr(module, name)
        if not isinstance(found, Parameter):
            raise AttributeError(f'`{name}` is not an nn.Parameter')
        return found

    def get_buffer(self, target):
        path, _, name = target.rpartition('.')
        module = self.get_submodule(path)
        if not hasattr(module, name):
            raise AttributeError(f'{module._get_name()} has no attribute `{name}`')
        if name not in module._buffers:
            raise AttributeError(f'`{name}` is not a buffer')
        return module._buffers[name]

    def set_submodule(self, target, module, strict=False):
        if target == '':
            raise ValueError('Cannot set the submodule without a target name!')
        path, _, name = target.rpartition('.')
        if strict and not hasattr(self.get_submodule(path), name):
            raise AttributeError(f'{self.get_submodule(path)._get_name()} has no attribute `{name}`')
        if not isinstance(module, Module):
            raise ValueError(f'`module` is not an nn.Module, found {type(module)}')
        setattr(self.get_submodule(path), name, module)

    get_extra_state = _state.get_extra_state
    set_extra_state = _state.set_extra_state
    state_dict = _state.state_dict
    load_state_dict = _state.load_state_dict
    _save_to_state_dict = _state._save_to_state_dict
    _load_from_state_dict = _state._load_from_state_dict
    register_state_dict_pre_hook = _state.register_state_dict_pre_hook
    register_state_dict_post_hook = _state.register_state_dict_post_hook
    _register_state_dict_hook = _state._register_state_dict_hook
    _register_load_state_dict_pre_hook = _state._register_load_state_dict_pre_hook
    register_load_state_dict_pre_hook = _state.register_load_state_dict_pre_hook
    register_load_state_dict_post_hook = _state.register_load_state_dict_post_hook

    def apply(self, fn):
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    def _apply(self, fn):
        for module in self.children():
            module._apply(fn)
        with torch.no_grad():
            for p in self._parameters.values():
                if p is not None:
                    p.data = fn(p.data)
                    if p.grad is not None:
                        p.grad = fn(p.grad)
            for name, b in self._buffers.items():
                if b is not None:
                    self._buffers[name] = fn(b)
        return self

    def to(self, *args, **kwargs):
        if 'meta' in (str(a) for a in (*args, kwargs.get('device')) if isinstance(a, (str, torch.device))):
            # Tensors without data are for models too large for memory; here the parameters stay as they are.
            return self
        kwargs = dict(kwargs)
        order = kwargs.pop('memory_format', None)
        # The arguments are looked at even when there is nothing to move.
        dtype = torch.empty(0).to(*args, **kwargs).dtype
        if not (dtype.is_floating_point or dtype.is_complex):
            raise TypeError(f'nn.Module.to only accepts floating point or complex dtypes, but got desired dtype={dtype}')

        def moved(t):
            own = kwargs if order is None or t.dim() not in (4, 5) else dict(kwargs, memory_format=order)
            if not (t.is_floating_point() or t.is_complex()):
                return t if own is kwargs else t.to(memory_format=order)
            return t.to(*args, **own)
        return self._apply(moved)

    def float(self):
        return self.to(torch.float32)

    def double(self):
        return self.to(torch.float64)

    def half(self):
        return self.to(torch.float16)

    def bfloat16(self):
        return self.to(torch.bfloat16)

    def type(self, dtype):
        return self._apply(lambda t: t.type(dtype))

    def cpu(self):
        return self

    def cuda(self, device=None):
        return self._apply(lambda t: t.cuda())

    def to_empty(self, *, device, recurse=True):
        return self._apply(lambda t: torch.empty_like(t, device=device))

    def train(self, mode=True):
        if not isinstance(mode, bool):
            raise ValueError('training mode is expected to be boolean')
        self.training = mode
        for module in self.children():
            module.train(mode)
        return self

    def eval(self):
        return self.train(False)

    def requires_grad_(self, requires_grad=True):
        for p in self.parameters():
            p.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none=True):
        for p in self.parameters():
            if p.grad is not None:
                if set_to_none:
                    p.grad = None
                else:
                    p.grad.detach_()
                    p.grad.zero_()

    def share_memory(self):
        return self

    def compile(self, *args, **kwargs):
        return None

    def _get_name(self):
        return type(self).__name__

    def extra_repr(self):
        return ''

    def __repr__(self):
        extra = self.extra_repr()
        extra_lines = extra.split('\n') if extra else []
        child_lines = []
        for key, module in self._modules.items():
            child_lines.append('(' + key + '): ' + _addindent(repr(module), 2))
        lines = extra_lines + child_lines
        main = self._get_name() + '('
        if lines:
            if len(extra_lines) == 1 and not child_lines:
                main += extra_lines[0]
            else:
                main += '\n  ' + '\n  '.join(lines) + '\n'
        return main + ')'


def register_module_forward_hook(hook, *, with_kwargs=False, always_call=False):
    return _hooks._for_all('forward', hook, Module)


def register_module_forward_pre_hook(hook):
    return _hooks._for_all('pre', hook, Module)


def register_module_full_backward_hook(hook):
    return _hooks._for_all('backward', hook, Module)


def register_module_full_backward_pre_hook(hook):
    return _hooks._for_all('backward_pre', hook, Module)


register_module_backward_hook = register_module_full_backward_hook


for _name, _function in vars(_state).items():
    if vars(Module).get(_name) is _function and hasattr(_function, '__code__'):
        _function.__qualname__ = f'Module.{_name}'
