"""Finding and loading modules by hand."""

import _library
import os as _os
import sys as _sys
from importlib.machinery import ModuleSpec, SourceFileLoader, BuiltinImporter

__all__ = ["find_spec", "module_from_spec", "spec_from_file_location", "spec_from_loader", "resolve_name",
           "decode_source", "source_hash", "cache_from_source", "source_from_cache", "LazyLoader", "MAGIC_NUMBER"]
MAGIC_NUMBER = b"\xcb\r\r\n"


def resolve_name(name, package):
    """An absolute name from a relative one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError("no package specified for %r (required for relative module names)" % name)
    level = len(name) - len(name.lstrip("."))
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return parts[0] + "." + name[level:] if name[level:] else parts[0]


def find_spec(name, package=None):
    """Where a module would come from; None when there is none."""
    full = resolve_name(name, package)
    module = _sys.modules.get(full)
    if module is not None:
        spec = getattr(module, "__spec__", None)
        return spec if spec is not None else _spec_of_module(full, module)
    parent, _, last = full.rpartition(".")
    path = _sys.path
    if parent:
        above = __import__(parent, fromlist=["__path__"])
        path = getattr(above, "__path__", None)
        if path is None:
            raise ModuleNotFoundError("__path__ attribute not found on %r while trying to find %r" % (parent, full),
                                      name=full)
    for finder in _sys.meta_path:
        find = getattr(finder, "find_spec", None)
        if find is not None and finder is not BuiltinImporter:
            spec = find(full, path if parent else None, None)
            if spec is not None:
                return spec
    # (A program of the library must not run because somebody asks for it.)
    if full in _sys.builtin_module_names or full in getattr(_sys, "stdlib_module_names", ()) or \
            _library.has(full):
        return ModuleSpec(full, BuiltinImporter, origin="built-in", is_package=BuiltinImporter.is_package(full))
    # Modules in the binary are known by importing them.
    if parent and getattr(above, "__file__", "<").startswith("<") or not parent:
        try:
            __import__(full)
        except ImportError:
            return None
        return _spec_of_module(full, _sys.modules[full])
    return None


def _load_by(finder, name, path):
    """The module that a finder of sys.meta_path knows, loaded; None when it knows none."""
    find = getattr(finder, "find_spec", None)
    spec = None if find is None else find(name, path, None)
    return None if spec is None else _load(spec)


def _load_in(entry, name):
    """The module that lies in an entry of a search path, loaded; None when there is none."""
    spec = _spec_in(entry, name)
    return None if spec is None else _load(spec)


def _spec_in(entry, name):
    """What the finder of an entry of a search path says of a module."""
    finder = _finder_of(entry)
    return None if finder is None else finder.find_spec(name)


def _finder_of(entry):
    """What the first hook that accepts an entry of a search path makes of it; None: no hook does."""
    if entry not in _sys.path_importer_cache:
        finder = _sys.path_importer_cache[entry] = None         # for what the hooks import themselves
        from zipimport import zipimporter
        for hook in [*_sys.path_hooks, zipimporter]:
            try:
                finder = hook(entry)
                break
            except ImportError:
                pass
        _sys.path_importer_cache[entry] = finder
    return _sys.path_importer_cache[entry]


def _load(spec):
    """A new module of a description, executed."""
    module = module_from_spec(spec)
    loader = spec.loader
    _sys.modules[spec.name] = module
    try:
        if hasattr(loader, "exec_module"):
            loader.exec_module(module)
        elif loader is not None:
            loader.load_module(spec.name)
        elif spec.submodule_search_locations is None:
            raise ImportError("missing loader", name=spec.name)
    except BaseException:
        _sys.modules.pop(spec.name, None)
        raise
    return _sys.modules.setdefault(spec.name, module)


def _spec_of_module(name, module):
    file = getattr(module, "__file__", None)
    if file is None or file.startswith("<"):
        return ModuleSpec(name, BuiltinImporter, origin="built-in", is_package=hasattr(module, "__path__"))
    return spec_from_file_location(name, file, submodule_search_locations=list(getattr(module, "__path__", [])) or None)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """The description of a module in a file."""
    location = _os.fspath(location) if location is not None else None
    if location is not None and loader is None and not location.endswith((".py", ".pyw")):
        return None
    spec = ModuleSpec(name, SourceFileLoader(name, location) if loader is None else loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is not None:
        spec.submodule_search_locations = submodule_search_locations
    elif location is not None and _os.path.basename(location) == "__init__.py":
        spec.submodule_search_locations = [_os.path.dirname(location)]
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """The description of a module that a loader loads."""
    if is_package is None and hasattr(loader, "is_package"):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = False
    if origin is None and hasattr(loader, "get_filename"):
        places = [] if is_package else None
        spec = spec_from_file_location(name, loader.get_filename(name), loader=loader, submodule_search_locations=places)
        if is_package and not places:
            spec.submodule_search_locations = [_os.path.dirname(spec.origin)]
        return spec
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def module_from_spec(spec):
    """A new module that `spec.loader.exec_module` can fill."""
    module = None
    if hasattr(spec.loader, "create_module"):
        module = spec.loader.create_module(spec)
    if module is None:
        module = type(_sys)(spec.name)
    attributes = {"__spec__": spec, "__loader__": spec.loader, "__package__": spec.parent}
    if spec.submodule_search_locations is not None:
        attributes["__path__"] = spec.submodule_search_locations
    if spec.origin is not None and spec.has_location:
        attributes["__file__"] = spec.origin
    for name, value in attributes.items():
        try:
            setattr(module, name, value)
        except AttributeError:      # what a loader makes need not be a module
            pass
    return module


def decode_source(source_bytes):
    return source_bytes.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def source_hash(source_bytes):
    import hashlib
    return hashlib.sha256(source_bytes).digest()[:8]


def cache_from_source(path, debug_override=None, *, optimization=None):
    head, tail = _os.path.split(path)
    return _os.path.join(head, "__pycache__", tail.rpartition(".")[0] + ".wick-312.pyc")


def source_from_cache(path):
    head, tail = _os.path.split(path)
    return _os.path.join(_os.path.dirname(head), tail.split(".")[0] + ".py")


class LazyLoader:
    """Loads at once; there is no gain in waiting."""

    def __init__(self, loader):
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        self.loader.exec_module(module)
