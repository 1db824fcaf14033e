"""Finders, loaders and descriptions of modules."""

import sys as _sys
import _library

SOURCE_SUFFIXES, BYTECODE_SUFFIXES, EXTENSION_SUFFIXES = [".py"], [".pyc"], [".so"]
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """What is known about a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location, self.cached, self._initializing = False, None, False

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    def __repr__(self):
        parts = ["name=%r" % self.name, "loader=%r" % (self.loader,)]
        if self.origin is not None:
            parts.append("origin=%r" % self.origin)
        if self.submodule_search_locations is not None:
            parts.append("submodule_search_locations=%r" % (self.submodule_search_locations,))
        return "ModuleSpec(%s)" % ", ".join(parts)

    def __eq__(self, other):
        try:
            return self.name == other.name and self.loader == other.loader and self.origin == other.origin
        except AttributeError:
            return NotImplemented


class _Loader:
    def create_module(self, spec):
        return None

    def load_module(self, fullname=None):
        from importlib.util import module_from_spec, spec_from_loader
        name = fullname or self.name
        if name in _sys.modules:
            return _sys.modules[name]
        module = module_from_spec(spec_from_loader(name, self))
        _sys.modules[name] = module
        self.exec_module(module)
        return module


class SourceFileLoader(_Loader):
    """Loads a module from a file of source."""

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def __repr__(self):
        return "<_frozen_importlib_external.SourceFileLoader object at %#x>" % id(self)

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    __hash__ = object.__hash__

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def get_source(self, fullname=None):
        from importlib.util import decode_source
        return decode_source(self.get_data(self.path))

    def is_package(self, fullname=None):
        import os
        return os.path.basename(self.path) == "__init__.py"

    def source_to_code(self, data, path="<string>"):
        return compile(data, path, "exec", dont_inherit=True)

    def get_code(self, fullname=None):
        return self.source_to_code(self.get_source(), self.path)

    def exec_module(self, module):
        module.__dict__.setdefault("__file__", self.path)
        exec(self.get_code(), module.__dict__)


class SourcelessFileLoader(SourceFileLoader):
    pass


class ExtensionFileLoader(SourceFileLoader):
    pass


class NamespaceLoader(_Loader):
    """What stands for the loader of a package without a file."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ""

    def get_code(self, fullname):
        return compile("", "<string>", "exec", dont_inherit=True)

    def exec_module(self, module):
        pass


# The first three of sys.meta_path; their methods are those of the classes below.
BuiltinImporter, FrozenImporter, PathFinder = _library.finders


class _BuiltinImporter(_Loader):
    """Modules that lie in the binary."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if fullname in _sys.builtin_module_names:
            return ModuleSpec(fullname, BuiltinImporter, origin="built-in")
        return None

    @classmethod
    def create_module(cls, spec):
        return __import__(spec.name, fromlist=["*"])

    @classmethod
    def exec_module(cls, module):
        pass

    @classmethod
    def get_source(cls, fullname):
        return _library.source(fullname)

    @classmethod
    def get_code(cls, fullname):
        return _library.code(fullname)

    @classmethod
    def is_package(cls, fullname):
        return _library.is_package(fullname)


class _FrozenImporter(_BuiltinImporter):
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None


class _PathFinder:
    """Finds modules on `sys.path`."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        from importlib.util import _spec_in, spec_from_file_location
        import os
        last = fullname.rpartition(".")[2]
        for folder in _sys.path if path is None else path:
            base = os.path.join(folder, last)
            if os.path.isfile(os.path.join(base, "__init__.py")):
                return spec_from_file_location(fullname, os.path.join(base, "__init__.py"))
            if os.path.isfile(base + ".py"):
                return spec_from_file_location(fullname, base + ".py")
            if _sys.path_hooks or os.path.isfile(folder):
                spec = _spec_in(folder, fullname)
                if spec is not None:
                    return spec
        return None

    @classmethod
    def invalidate_caches(cls):
        for finder in list(_sys.path_importer_cache.values()):
            if hasattr(finder, "invalidate_caches"):
                finder.invalidate_caches()

    @classmethod
    def find_distributions(cls, *args, **kwargs):
        from importlib.metadata import MetadataPathFinder
        return MetadataPathFinder.find_distributions(*args, **kwargs)


class FileFinder:
    def __init__(self, path, *loader_details):
        self.path = path

    def find_spec(self, fullname, target=None):
        return PathFinder.find_spec(fullname, [self.path])

    def invalidate_caches(self):
        pass


class WindowsRegistryFinder:
    pass
