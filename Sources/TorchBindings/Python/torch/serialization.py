"""torch.save and torch.load: a zip archive of a pickle and the bytes of the storages, readable by PyTorch."""
import binascii
import collections
import io
import os
import pickle
import struct
import torch
import torch._storages as _storages
import torch._utils as _utils

_ENTRY = struct.Struct('<4sHHHHHIIIHH')
_CENTRAL = struct.Struct('<4sHHHHHHIIIHHHHHII')
_END = struct.Struct('<4sHHHHIIH')
_END64 = struct.Struct('<4sQHHIIQQQQ')
_LOCATE64 = struct.Struct('<4sIQI')
_BIG = 0xFFFFFFFF


class _Writer:
    """Stored entries, each aligned to 64 bytes as PyTorch's own."""

    def __init__(self, file):
        self.file, self.entries, self.place = file, [], 0

    def _put(self, data):
        self.file.write(data)
        self.place += len(data)

    def add(self, name, data):
        name = name.encode()
        check, start, size = binascii.crc32(data), self.place, len(data)
        big = struct.pack('<HHQQ', 1, 16, size, size) if size >= _BIG else b''
        missing = -(start + 30 + len(name) + len(big) + 4) % 64
        extra = big + struct.pack('<2sH', b'FB', missing) + b'Z' * missing
        shown = _BIG if big else size
        self._put(_ENTRY.pack(b'PK\3\4', 45 if big else 0, 0x800, 0, 0, 0, check, shown, shown, len(name), len(extra)))
        self._put(name + extra)
        self._put(data)
        self.entries.append((name, check, size, start))

    def close(self):
        start = self.place
        for name, check, size, offset in self.entries:
            numbers = [n for n in (size, size) if size >= _BIG] + ([offset] if offset >= _BIG else [])
            extra = struct.pack(f'<HH{len(numbers)}Q', 1, 8 * len(numbers), *numbers) if numbers else b''
            shown = min(size, _BIG)
            self._put(_CENTRAL.pack(b'PK\1\2', 0, 45 if extra else 0, 0x800, 0, 0, 0, check, shown, shown, len(name),
                                    len(extra), 0, 0, 0, 0, min(offset, _BIG)) + name + extra)
        size, count = self.place - start, len(self.entries)
        if start >= _BIG or count >= 0xFFFF:
            end = self.place
            self._put(_END64.pack(b'PK\6\6', 44, 45, 45, 0, 0, count, count, size, start))
            self._put(_LOCATE64.pack(b'PK\6\7', 0, end, 1))
        self._put(_END.pack(b'PK\5\6', 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), size, min(start, _BIG), 0))


class _Reader:
    def __init__(self, data):
        self.data, self.entries = data, {}
        end = data.rfind(b'PK\5\6')
        if end < 0:
            raise RuntimeError('PytorchStreamReader failed reading zip archive: failed finding central directory')
        fields = _END.unpack_from(data, end)
        count, place = fields[4], fields[6]
        if place == _BIG:
            wide = data.rfind(b'PK\6\6', 0, end)
            fields = _END64.unpack_from(data, wide)
            count, place = fields[7], fields[9]
        for _ in range(count):
            f = _CENTRAL.unpack_from(data, place)
            size, names, extras, notes, offset = f[9], f[10], f[11], f[12], f[16]
            name = data[place + 46:place + 46 + names].decode()
            extra = data[place + 46 + names:place + 46 + names + extras]
            if (size == _BIG or offset == _BIG) and len(extra) >= 4:
                numbers = list(struct.unpack_from(f'<{(len(extra) - 4) // 8}Q', extra, 4))
                if size == _BIG:
                    size = numbers.pop(0)
                    numbers.pop(0)
                if offset == _BIG:
                    offset = numbers.pop(0)
            if f[4] != 0:
                raise RuntimeError('compressed archives of tensors are not supported')
            self.entries[name] = (offset, size)
            place += 46 + names + extras + notes
        pickles = [name for name in self.entries if name.endswith('/data.pkl')]
        if not pickles:
            raise RuntimeError('PytorchStreamReader failed locating file data.pkl: file not found')
        self.root = pickles[0][:-len('data.pkl')]

    def get(self, name):
        if self.root + name not in self.entries:
            raise RuntimeError(f'PytorchStreamReader failed locating file {name}: file not found')
        offset, size = self.entries[self.root + name]
        f = _ENTRY.unpack_from(self.data, offset)
        start = offset + 30 + f[9] + f[10]
        return self.data[start:start + size]


class _Saved:
    """A storage on its way into a file."""

    def __init__(self, tensor):
        self.tensor = tensor


def _reduce_tensor(tensor):
    if tensor.grad_fn is not None and tensor.requires_grad:
        tensor = tensor.detach().requires_grad_()
    args = (_Saved(tensor), tensor.storage_offset(), tuple(tensor.shape), tuple(tensor.stride()), tensor.requires_grad,
            collections.OrderedDict())
    return _utils._rebuild_tensor_v2, args


def _reduce_parameter(parameter):
    return _utils._rebuild_parameter, (parameter.detach(), parameter.requires_grad, collections.OrderedDict())


def save(obj, f, pickle_module=pickle, pickle_protocol=2, _use_new_zipfile_serialization=True):
    if isinstance(f, (str, os.PathLike)):
        path = os.fspath(f)
        parent = os.path.dirname(path)
        if parent and not os.path.isdir(parent):
            raise RuntimeError(f'Parent directory {parent} does not exist.')
        with open(path, 'wb') as file:
            _save(obj, file, os.path.basename(path).rsplit('.', 1)[0] or 'archive', pickle_protocol)
    else:
        if not hasattr(f, 'write'):
            raise AttributeError("expected 'f' to be string, path, or a file-like object with a 'write' attribute")
        _save(obj, f, 'archive', pickle_protocol)


def _save(obj, file, name, protocol):
    storages = {}

    class Pickler(pickle.Pickler):
        def persistent_id(self, value):
            if not isinstance(value, _Saved):
                return None
            key = torch._storage_key(value.tensor)
            place = storages.setdefault(key, (str(len(storages)), value.tensor))[0]
            kind = _storages.by_dtype[value.tensor.dtype]
            size = torch._storage_bytes(value.tensor, False) // value.tensor.element_size()
            return ('storage', kind, place, 'cpu', size)

        def reducer_override(self, value):
            if isinstance(value, torch.nn.Parameter):
                return _reduce_parameter(value)
            if isinstance(value, torch.Tensor):
                return _reduce_tensor(value)
            if isinstance(value, torch.Size):
                return torch.Size, (tuple(value),)
            if isinstance(value, torch.dtype):
                return repr(value).split('.')[1]
            if isinstance(value, torch.device):
                return torch.device, (str(value),)
            return NotImplemented
    buffer = io.BytesIO()
    Pickler(buffer, protocol).dump(obj)
    writer = _Writer(file)
    writer.add(f'{name}/data.pkl', buffer.getvalue())
    writer.add(f'{name}/byteorder', b'little')
    for place, tensor in storages.values():
        data = torch._storage_bytes(tensor, True)
        writer.add(f'{name}/data/{place}', bytes(len(data)) if _skips else data)
    writer.add(f'{name}/version', b'3\n')
    writer.close()


_safe_modules = ('torch', 'collections', '_codecs')
_safe_builtins = {'set', 'frozenset', 'dict', 'list', 'tuple', 'int', 'float', 'str', 'bool', 'bytes', 'bytearray', 'complex',
                  'slice', 'range'}


def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args):
    if isinstance(f, (str, os.PathLike)):
        with open(f, 'rb') as file:
            data = file.read()
    else:
        if not hasattr(f, 'read') or not hasattr(f, 'seek'):
            raise AttributeError(f"{torch._type_name(f)!r} object has no attribute 'seek'. You can only torch.load from a file that "
                                 'is seekable. Please pre-load the data into a buffer like io.BytesIO and try to load from it '
                                 'instead.')
        data = f.read()
    if not data:
        raise EOFError
    for name in pickle_load_args:
        raise TypeError(f"Unpickler.__init__() got an unexpected keyword argument '{name}'")
    if data[:2] != b'PK':
        raise pickle.UnpicklingError('Weights only load failed. The file is no archive that torch.save has written.')
    reader = _Reader(data)
    strict = weights_only is None or weights_only
    storages = {}

    class Unpickler(pickle.Unpickler):
        def persistent_load(self, pid):
            _, kind, key, location, size = pid
            if key not in storages:
                made = _storages._Storage(torch._tensor_of_bytes(reader.get(f'data/{key}'), kind.dtype))
                storages[key] = made
            return storages[key]

        def find_class(self, module, name):
            if module in ('torch.storage', 'torch') and name in _storages.all:
                return _storages.all[name]
            if module == 'torch._utils':
                return getattr(_utils, name)
            if module == 'torch' and hasattr(torch, name):
                return getattr(torch, name)
            shown = name if module in ('builtins', '__builtin__') else f'{module}.{name}'
            allowed = (module == 'collections' or module in ('builtins', '__builtin__') and name in _safe_builtins
                       or f'{module}.{name}' in _allowed)
            if strict and not allowed:
                raise pickle.UnpicklingError(
                    'Weights only load failed. This file can still be loaded, to do so you have two options, \033[1mdo those '
                    'steps only if you trust the source of the checkpoint\033[0m. \n\t(1) In PyTorch 2.6, we changed the '
                    'default value of the `weights_only` argument in `torch.load` from `False` to `True`. Re-running '
                    '`torch.load` with `weights_only` set to `False` will likely succeed, but it can result in arbitrary code '
                    'execution. Do it only if you got the file from a trusted source.\n\t(2) Alternatively, to load with '
                    '`weights_only=True` please check the recommended steps in the following error message.\n\t'
                    f'WeightsUnpickler error: Unsupported global: GLOBAL {shown} was not an allowed global by default. Please '
                    f'use `torch.serialization.add_safe_globals([{shown}])` or the `torch.serialization.safe_globals([{shown}])` '
                    'context manager to allowlist this global if you trust this class/function.\n\nCheck the documentation of '
                    'torch.load to learn more about types accepted by default with weights_only '
                    'https://pytorch.org/docs/stable/generated/torch.load.html.')
            if module.startswith('torch.nn') and hasattr(torch.nn, name):
                return getattr(torch.nn, name)
            return super().find_class(module, name)
    return Unpickler(io.BytesIO(reader.get('data.pkl'))).load()


_allowed = {}


def add_safe_globals(safe_globals):
    """Classes and functions that files may name when `weights_only` is set."""
    for value in safe_globals:
        value, name = value if isinstance(value, tuple) else (value, f'{value.__module__}.{value.__qualname__}')
        _allowed[name] = value


def get_safe_globals():
    return list(_allowed.values())


def clear_safe_globals():
    _allowed.clear()


class safe_globals:
    """`add_safe_globals` for the time of a `with`."""

    def __init__(self, safe_globals):
        self._values = safe_globals

    def __enter__(self):
        self._before = dict(_allowed)
        add_safe_globals(self._values)

    def __exit__(self, *args):
        _allowed.clear()
        _allowed.update(self._before)


class skip_data:
    """Files of tensors without their numbers."""

    def __init__(self, materialize_fake_tensors=False):
        pass

    def __enter__(self):
        global _skips
        _skips = True

    def __exit__(self, *args):
        global _skips
        _skips = False


_skips = False


def register_package(priority, tagger, deserializer):
    return None


def get_default_load_endianness():
    return None
