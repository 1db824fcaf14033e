"""Help for packages."""

import os
import sys
from collections import namedtuple

__all__ = ["iter_modules", "walk_packages", "get_data", "extend_path", "ModuleInfo", "resolve_name", "find_loader",
           "get_loader", "get_importer", "iter_importers"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")


def iter_modules(path=None, prefix=""):
    """The modules in folders."""
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for folder in sys.path if path is None else path:
        from importlib.machinery import FileFinder
        try:
            names = sorted(os.listdir(folder or "."))
        except OSError:
            continue
        for name in names:
            full = os.path.join(folder, name)
            package = os.path.isfile(os.path.join(full, "__init__.py"))
            module = name if package else name[:-3] if name.endswith(".py") else None
            if module and module != "__init__" and module not in seen and "." not in module:
                seen.add(module)
                yield ModuleInfo(FileFinder(folder), prefix + module, package)


def walk_packages(path=None, prefix="", onerror=None):
    """The modules in folders and in the packages there."""
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except Exception as error:
            if onerror is not None:
                onerror(info.name)
            elif not isinstance(error, ImportError):
                raise
        else:
            yield from walk_packages(getattr(sys.modules[info.name], "__path__", None) or [], info.name + ".", onerror)


def get_data(package, resource):
    """The bytes of a file beside a package."""
    from importlib.util import find_spec
    module = sys.modules.get(package) or __import__(package, fromlist=["*"])
    spec = getattr(module, "__spec__", None) or find_spec(package)
    loader = getattr(spec, "loader", None)
    file = getattr(module, "__file__", None)
    if file is None or not hasattr(loader, "get_data"):
        return None
    return loader.get_data(os.path.join(os.path.dirname(file), *resource.split("/")))


def extend_path(path, name):
    if not isinstance(path, list):
        return path
    path = path[:]
    for folder in sys.path:
        if isinstance(folder, str):
            sub = os.path.join(folder, *name.split("."))
            if os.path.isdir(sub) and sub not in path:
                path.append(sub)
    return path


def get_importer(path_item):
    """The finder of an entry of a search path: what a hook makes of it, or None."""
    from importlib.machinery import FileFinder
    from importlib.util import _finder_of
    path_item = os.fsdecode(path_item)
    return FileFinder(path_item) if os.path.isdir(path_item or ".") else _finder_of(path_item)


def iter_importers(fullname=""):
    """The finders that are asked for a module: those of all modules, or those of its package's folders."""
    if fullname.startswith("."):
        raise ImportError("Relative module name %r not supported" % fullname)
    package = fullname.rpartition(".")[0]
    if package:
        path = getattr(__import__(package, fromlist=["*"]), "__path__", None)
        if path is None:
            return
    else:
        yield from sys.meta_path
        path = sys.path
    for entry in path:
        yield get_importer(entry)


def get_loader(module_or_name):
    from importlib.util import find_spec
    name = module_or_name if isinstance(module_or_name, str) else module_or_name.__name__
    spec = find_spec(name)
    return spec.loader if spec is not None else None


find_loader = get_loader


def resolve_name(name):
    """The object of a name such as `package.module:object`."""
    module, colon, rest = name.partition(":")
    parts = module.split(".")
    if not all(p.isidentifier() for p in parts) or colon and rest and not all(p.isidentifier() for p in rest.split(".")):
        raise ValueError("invalid format: %r" % name)
    if colon:
        obj = __import__(module, fromlist=["*"])
        for part in rest.split(".") if rest else ():
            obj = getattr(obj, part)
        return obj
    path = parts.pop(0)
    obj = __import__(path)
    while parts:
        part = parts[0]
        try:
            obj = __import__(path + "." + part, fromlist=["*"])
            path += "." + part
            parts.pop(0)
        except ImportError:
            break
    for part in parts:
        obj = getattr(obj, part)
    return obj
