"""Runs modules and files as programs."""
import importlib.util as _util
import os as _os
import sys as _sys
import types as _types

__all__ = ["run_module", "run_path"]


def _find(name):
    """The name and specification of the module that runs for `name`: of a package its __main__."""
    package, _, _ = name.rpartition(".")
    if name.startswith("."):
        raise ImportError("Relative module names not supported")
    if package:
        try:
            __import__(package)
        except ImportError as e:
            # What is missing is told below, unless the package itself misses something.
            if e.name is None or e.name != package and not package.startswith(e.name + "."):
                raise
    try:
        spec = _util.find_spec(name)
    except (ImportError, AttributeError, TypeError, ValueError) as e:
        raise ImportError(f"Error while finding module specification for {name!r} ({type(e).__name__}: {e})") from e
    if spec is None:
        raise ImportError("No module named %s" % name)
    if spec.submodule_search_locations is not None:
        if name == "__main__" or name.endswith(".__main__"):
            raise ImportError("Cannot use package as __main__ module")
        try:
            return _find(name + ".__main__")
        except ImportError as e:
            if name not in _sys.modules:
                raise
            raise ImportError(("%s; %r is a package and cannot be directly executed") % (e, name)) from None
    return name, spec


def _code(spec, name):
    loader = spec.loader
    code = None
    if hasattr(loader, "get_code"):
        code = loader.get_code(name)
    if code is None and spec.origin and _os.path.isfile(spec.origin):
        with open(spec.origin, "rb") as file:
            code = compile(file.read(), spec.origin, "exec")
    if code is None:
        raise ImportError("No code object available for %s" % name)
    return code


def _run(code, names, more, run_name, spec, file, package):
    if more is not None:
        names.update(more)
    names.update(__name__=run_name, __file__=file, __cached__=None, __doc__=None,
                 __loader__=None if spec is None else spec.loader, __package__=package, __spec__=spec)
    exec(code, names)
    return names


def _run_apart(code, more, run_name, spec, file, package):
    """Runs with a module of its own in sys.modules: a copy of its names."""
    missing = object()
    module = _types.ModuleType(run_name)
    before, argument = _sys.modules.get(run_name, missing), _sys.argv[0] if _sys.argv else missing
    _sys.modules[run_name] = module
    if argument is not missing:
        _sys.argv[0] = file
    try:
        _run(code, module.__dict__, more, run_name, spec, file, package)
        return module.__dict__.copy()
    finally:
        if argument is not missing:
            _sys.argv[0] = argument
        if before is missing:
            _sys.modules.pop(run_name, None)
        else:
            _sys.modules[run_name] = before


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Runs a module by its name: the names that it leaves."""
    name, spec = _find(mod_name)
    code = _code(spec, name)
    run_name = name if run_name is None else run_name
    if alter_sys:
        return _run_apart(code, init_globals, run_name, spec, spec.origin, spec.parent)
    return _run(code, {}, init_globals, run_name, spec, spec.origin, spec.parent)


def _run_module_as_main(mod_name, alter_argv=True):
    """Runs a module as the program: what the option -m does."""
    try:
        name, spec = _find(mod_name)
        code = _code(spec, name)
    except ImportError as error:
        _sys.exit("%s: %s" % (_sys.executable, error))
    if alter_argv:
        _sys.argv[0] = spec.origin if spec.has_location else name.replace(".", "/") + ".py"
    return _run(code, _sys.modules["__main__"].__dict__, None, "__main__", spec, spec.origin, spec.parent)


def run_path(path_name, init_globals=None, run_name=None):
    """Runs a file, or the __main__ of a folder: the names that it leaves."""
    run_name = "<run_path>" if run_name is None else run_name
    path = _os.fsdecode(path_name)
    if _os.path.isdir(path):
        main = _os.path.join(path, "__main__.py")
        if not _os.path.isfile(main):
            raise ImportError("can't find '__main__' module in %r" % path)
        _sys.path.insert(0, path)
        try:
            with open(main, "rb") as file:
                code = compile(file.read(), main, "exec")
            return _run_apart(code, init_globals, run_name, None, main, "")
        finally:
            try:
                _sys.path.remove(path)
            except ValueError:
                pass
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec")
    return _run_apart(code, init_globals, run_name, None, path, run_name.rpartition(".")[0])
