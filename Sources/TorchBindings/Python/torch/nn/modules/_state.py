"""What a module saves and loads."""
import torch
from collections import OrderedDict
from torch.nn.modules._hooks import keep
from torch.nn.parameter import Parameter

_EXTRA = '_extra_state'


class IncompatibleKeys(tuple):
    def __new__(cls, missing_keys, unexpected_keys):
        return tuple.__new__(cls, (missing_keys, unexpected_keys))
    missing_keys = property(lambda self: self[0])
    unexpected_keys = property(lambda self: self[1])

    def __repr__(self):
        if not self[0] and not self[1]:
            return '<All keys matched successfully>'
        return f'_IncompatibleKeys(missing_keys={self[0]}, unexpected_keys={self[1]})'
    __str__ = __repr__


def _has_extra_state(module):
    from torch.nn.modules.module import Module
    return type(module).get_extra_state is not Module.get_extra_state


def get_extra_state(self):
    raise RuntimeError('Reached a code path in Module.get_extra_state() that should never be called. Please file an issue at '
                       'https://github.com/pytorch/pytorch/issues/new?template=bug-report.yml to report this bug.')


def set_extra_state(self, state):
    raise RuntimeError('Reached a code path in Module.set_extra_state() that should never be called. Please file an issue at '
                       'https://github.com/pytorch/pytorch/issues/new?template=bug-report.yml to report this bug.')


def _saved(self):
    """Names and values of what this module itself saves."""
    yield from self._parameters.items()
    for name, value in self._buffers.items():
        if name not in self._non_persistent_buffers_set:
            yield name, value


def _save_to_state_dict(self, destination, prefix, keep_vars):
    for name, value in _saved(self):
        if value is not None:
            destination[prefix + name] = value if keep_vars else value.detach()
    if _has_extra_state(self):
        destination[prefix + _EXTRA] = self.get_extra_state()


def state_dict(self, *args, destination=None, prefix='', keep_vars=False):
    if args:
        destination = args[0] if destination is None else destination
        prefix = args[1] if len(args) > 1 and prefix == '' else prefix
        keep_vars = args[2] if len(args) > 2 and keep_vars is False else keep_vars
    if destination is None:
        destination = OrderedDict()
        destination._metadata = OrderedDict()
    about = {'version': self._version}
    if hasattr(destination, '_metadata'):
        destination._metadata[prefix[:-1]] = about
    for hook in self._state_dict_pre_hooks.values():
        hook(self, prefix, keep_vars)
    self._save_to_state_dict(destination, prefix, keep_vars)
    for name, module in self._modules.items():
        if module is not None:
            module.state_dict(destination=destination, prefix=prefix + name + '.', keep_vars=keep_vars)
    for hook in self._state_dict_hooks.values():
        changed = hook(self, destination, prefix, about)
        if getattr(hook, '_from_public_api', False):
            if changed is not None:
                raise RuntimeError('state_dict post-hook must return None')
        elif changed is not None:
            destination = changed
    return destination


def _copied(key, value, new, errors):
    """Whether `new` may be put into `value`; if not, why is added to the errors."""
    if not torch.is_tensor(new):
        errors.append(f'While copying the parameter named "{key}", expected torch.Tensor or Tensor-like object from '
                      f'checkpoint but received {type(new)}')
        return None
    if value.dim() == 0 and new.dim() == 1:
        new = new[0]
    if new.shape != value.shape:
        errors.append(f'size mismatch for {key}: copying a param with shape {new.shape} from checkpoint, the shape in current '
                      f'model is {value.shape}.')
        return None
    return new


def _load_from_state_dict(self, state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs):
    for hook in self._load_state_dict_pre_hooks.values():
        hook(state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs)
    known = set()
    for name, value in _saved(self):
        key = prefix + name
        known.add(name)
        if value is None:
            if key in state_dict and strict:
                unexpected_keys.append(key)
        elif key not in state_dict:
            if strict:
                missing_keys.append(key)
        else:
            new = _copied(key, value, state_dict[key], error_msgs)
            if new is not None:
                _put(self, name, value, new, local_metadata.get('assign_to_params_buffers', False))
    if _has_extra_state(self):
        known.add(_EXTRA)
        if prefix + _EXTRA in state_dict:
            self.set_extra_state(state_dict[prefix + _EXTRA])
        elif strict:
            missing_keys.append(prefix + _EXTRA)
    if strict:
        for key in state_dict:
            if key.startswith(prefix):
                name, dot, _ = key[len(prefix):].partition('.')
                if name not in self._modules if dot else name not in known and key not in unexpected_keys:
                    unexpected_keys.append(key)


def _put(module, name, value, new, assign):
    with torch.no_grad():
        if not assign:
            value.copy_(new)
        elif isinstance(value, Parameter):
            made = new if isinstance(new, Parameter) else Parameter(new, requires_grad=value.requires_grad)
            setattr(module, name, made.requires_grad_(value.requires_grad))
        else:
            setattr(module, name, new)


def load_state_dict(self, state_dict, strict=True, assign=False):
    if not hasattr(state_dict, 'keys'):
        raise TypeError(f'Expected state_dict to be dict-like, got {type(state_dict)}.')
    metadata = getattr(state_dict, '_metadata', None)
    state_dict = OrderedDict(state_dict)
    if metadata is not None:
        state_dict._metadata = metadata
    missing, unexpected, errors = [], [], []

    def load(module, part, prefix):
        about = {} if metadata is None else metadata.get(prefix[:-1], {})
        if assign:
            about['assign_to_params_buffers'] = True
        module._load_from_state_dict(part, prefix, about, True, missing, unexpected, errors)
        for name, child in module._modules.items():
            if child is not None:
                start = prefix + name + '.'
                load(child, {k: v for k, v in part.items() if k.startswith(start)}, start)
        keys = IncompatibleKeys(missing, unexpected)
        for hook in module._load_state_dict_post_hooks.values():
            if hook(module, keys) is not None:
                raise AssertionError('Hooks registered with ``register_load_state_dict_post_hook`` are not expected to return '
                                     'new values, if incompatible_keys need to be modified, it should be done inplace.')
    load(self, state_dict, '')
    # In the order of the dict, whatever module found them.
    place = {key: k for k, key in enumerate(state_dict)}
    unexpected.sort(key=lambda key: place.get(key, len(place)))
    if strict:
        for keys, text in ((unexpected, 'Unexpected'), (missing, 'Missing')):
            if keys:
                errors.insert(0, f'{text} key(s) in state_dict: ' + ', '.join(f'"{k}"' for k in keys) + '. ')
    if errors:
        raise RuntimeError('Error(s) in loading state_dict for {}:\n\t{}'.format(type(self).__name__, '\n\t'.join(errors)))
    return IncompatibleKeys(missing, unexpected)


def register_state_dict_pre_hook(self, hook):
    return keep(self._state_dict_pre_hooks, hook)


def register_state_dict_post_hook(self, hook):
    hook._from_public_api = True
    return keep(self._state_dict_hooks, hook)


def _register_state_dict_hook(self, hook):
    if getattr(hook, '_from_public_api', False):
        raise RuntimeError('Cannot register the same function as the state dict post hook that was previously registered via '
                           'register_state_dict_post_hook')
    return keep(self._state_dict_hooks, hook)


def _register_load_state_dict_pre_hook(self, hook, with_module=False):
    return keep(self._load_state_dict_pre_hooks, (lambda *args: hook(self, *args)) if with_module else hook)


def register_load_state_dict_pre_hook(self, hook):
    return _register_load_state_dict_pre_hook(self, hook, with_module=True)


def register_load_state_dict_post_hook(self, hook):
    return keep(self._load_state_dict_post_hooks, hook)
