"""Imports by name."""
import sys as _sys

__all__ = ["import_module", "invalidate_caches", "reload"]

def import_module(name, package=None):
    level = len(name) - len(name.lstrip("."))
    if level:
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        parts = package.rsplit(".", level - 1)
        if len(parts) < level:
            raise ImportError("attempted relative import beyond top-level package")
        name = parts[0] + "." + name[level:] if name[level:] else parts[0]
    __import__(name)
    return _sys.modules[name]

def invalidate_caches():
    """Tells the finders that there may be new files."""
    for finder in _sys.meta_path:
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()

def reload(module):
    name = getattr(module, "__name__", None)
    if name is None or not isinstance(module, type(_sys)):
        raise TypeError("reload() argument must be a module")
    if _sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    path = getattr(module, "__file__", None)
    # Modules of the binary do not change.
    if path is not None and not path.startswith("<"):
        with open(path, encoding="utf-8") as file:
            exec(compile(file.read(), path, "exec"), module.__dict__)
    return module
