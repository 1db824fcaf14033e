"""What is known about installed distributions: their `.dist-info` and `.egg-info` folders on `sys.path`."""

import os
import re
import sys
from collections import defaultdict, namedtuple
from importlib import import_module
from pathlib import Path, PurePosixPath

__all__ = [
    "Distribution", "DistributionFinder", "PackageMetadata", "PackageNotFoundError", "distribution", "distributions",
    "entry_points", "files", "metadata", "packages_distributions", "requires", "version",
]


class PackageNotFoundError(ModuleNotFoundError):
    """The distribution is not installed."""

    def __str__(self):
        return "No package metadata was found for %s" % self.args[0]

    @property
    def name(self):
        return self.args[0]


def _plain(name):
    return re.sub("[-_.]+", "-", name).lower()


class EntryPoint(namedtuple("EntryPointBase", "name value group")):
    """A name under which a distribution offers an object: `module:attribute [extras]`."""

    pattern = re.compile(r"(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$")
    dist = None

    def __init__(self, name, value, group):
        vars(self).update(name=name, value=value, group=group)

    def load(self):
        """The object; without an attribute, the module."""
        found = import_module(self.module)
        for name in (self.attr or "").split("."):
            if name:
                found = getattr(found, name)
        return found

    def _part(self, name):
        return self.pattern.match(self.value).group(name)

    @property
    def module(self):
        return self._part("module")

    @property
    def attr(self):
        return self._part("attr")

    @property
    def extras(self):
        return re.findall(r"\w+", self._part("extras") or "")

    def _for(self, dist):
        vars(self).update(dist=dist)
        return self

    def matches(self, **params):
        """Whether all of these attributes have these values."""
        return all([getattr(self, name) == wanted for name, wanted in params.items()])

    def __repr__(self):
        return "EntryPoint(name=%r, value=%r, group=%r)" % tuple(self)

    def __setattr__(self, name, value):
        raise AttributeError("EntryPoint objects are immutable.")

    def __hash__(self):
        return hash(tuple(self))


class EntryPoints(tuple):
    """Entry points that can be chosen by their attributes."""

    __slots__ = ()

    def __getitem__(self, name):
        for found in self.select(name=name):
            return found
        raise KeyError(name)

    def __repr__(self):
        return "EntryPoints(%s)" % super().__repr__()

    def select(self, **params):
        return EntryPoints([entry for entry in self if entry.matches(**params)])

    @property
    def names(self):
        return {entry.name for entry in self}

    @property
    def groups(self):
        return {entry.group for entry in self}


def _read_entry_points(text, dist):
    """The entry points of the lines of an `entry_points.txt`."""
    group = None
    for line in (text or "").splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line[0] == "[" and line[-1] == "]":
            group = line[1:-1].strip()
        elif group is not None:
            name, _, value = line.partition("=")
            yield EntryPoint(name.strip(), value.strip(), group)._for(dist)


class PackagePath(PurePosixPath):
    """A file of a distribution, relative to the folder that it is installed in."""

    def read_text(self, encoding="utf-8"):
        return self.locate().read_text(encoding=encoding)

    def read_binary(self):
        return self.locate().read_bytes()

    def locate(self):
        return self.dist.locate_file(self)


class FileHash:
    """The sum that a RECORD gives for a file."""

    def __init__(self, spec):
        self.mode, _, self.value = spec.partition("=")

    def __repr__(self):
        return "<FileHash mode: %s value: %s>" % (self.mode, self.value)


def _read_metadata(text):
    """The headers of a METADATA file, with the description as one of them."""
    from email import message_from_string
    message = message_from_string(text or "")
    body = message.get_payload()
    if body and "Description" not in message:
        message["Description"] = body
    message.json = _json(message)
    return message


def _json(message):
    """The headers as values: lists of those that may be repeated."""
    several = {
        "Classifier", "Obsoletes-Dist", "Platform", "Project-URL", "Provides-Dist", "Provides-Extra", "Requires-Dist",
        "Requires-External", "Supported-Platform", "Dynamic", "License-File",
    }
    made = {}
    for name in message.keys():
        key = name.lower().replace("-", "_")
        value = message.get_all(name) if name in several else message[name]
        made[key] = re.split(r"\s+", value) if name == "Keywords" else value
    return made


class PackageMetadata:
    """What `metadata` answers: a message with `get_all` and `json`."""


class Distribution:
    """An installed distribution: subclasses know how its files are read."""

    def read_text(self, filename):
        """The text of a file of the metadata; None when there is no such file."""
        raise NotImplementedError

    def locate_file(self, path):
        """The path of an installed file."""
        raise NotImplementedError

    @classmethod
    def from_name(cls, name):
        if not name:
            raise ValueError("A distribution name is required.")
        for found in cls.discover(name=name):
            return found
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, **kwargs):
        """All distributions of `path` (`sys.path`), or those of a name."""
        context = kwargs.pop("context", None)
        if context and kwargs:
            raise ValueError("cannot accept context and kwargs")
        context = context or DistributionFinder.Context(**kwargs)
        for finder in sys.meta_path:
            find = getattr(finder, "find_distributions", None)
            if find is not None:
                yield from find(context)

    @staticmethod
    def at(path):
        return PathDistribution(Path(path))

    @property
    def metadata(self):
        return _read_metadata(self.read_text("METADATA") or self.read_text("PKG-INFO") or self.read_text(""))

    @property
    def name(self):
        return self.metadata["Name"]

    @property
    def version(self):
        return self.metadata["Version"]

    @property
    def entry_points(self):
        return EntryPoints(_read_entry_points(self.read_text("entry_points.txt"), self))

    @property
    def files(self):
        """The files that RECORD lists; None when there is no such list."""
        text = self.read_text("RECORD")
        if text is None:
            return None
        import csv
        return [self._file(*row) for row in csv.reader(text.splitlines())]

    def _file(self, name, sum=None, size=None):
        path = PackagePath(name)
        path.hash = FileHash(sum) if sum else None
        path.size = int(size) if size else None
        path.dist = self
        return path

    @property
    def requires(self):
        return self.metadata.get_all("Requires-Dist") or None


class DistributionFinder:
    """Finders of `sys.meta_path` that know distributions inherit from it."""

    class Context:
        """What is looked for."""

        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        @property
        def path(self):
            return vars(self).get("path", sys.path)

    def find_distributions(self, context=Context()):
        raise NotImplementedError


class MetadataPathFinder(DistributionFinder):
    """Finds the metadata folders that lie in folders."""

    @classmethod
    def find_distributions(cls, context=DistributionFinder.Context()):
        wanted = context.name and _plain(context.name)
        for folder in context.path:
            try:
                names = os.listdir(folder or ".")
            except OSError:
                continue
            for name in names:
                stem, ending = os.path.splitext(name)
                if ending in (".dist-info", ".egg-info") and wanted in (None, _plain(stem.partition("-")[0])):
                    yield PathDistribution(Path(folder or ".", name))


class PathDistribution(Distribution):
    """A distribution whose metadata lies in a folder."""

    def __init__(self, path):
        self._path = path

    def read_text(self, filename):
        try:
            return self._path.joinpath(filename).read_text(encoding="utf-8")
        except OSError:
            return None

    def locate_file(self, path):
        return self._path.parent / path

    def _header(self, name):
        """A header of the metadata, without reading the others."""
        text = self.read_text("METADATA") or self.read_text("PKG-INFO") or ""
        for line in text.splitlines():
            if not line:
                break
            if line.startswith(name + ":"):
                return line[len(name) + 1:].strip()
        return None

    @property
    def name(self):
        return self._header("Name")

    @property
    def version(self):
        return self._header("Version")


def distribution(distribution_name):
    """The distribution of a name."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """All distributions, or those of `name` and `path`."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """The headers of a distribution's metadata."""
    return Distribution.from_name(distribution_name).metadata


def version(distribution_name):
    """The version of an installed distribution; of torch's and its kin's, that which is spoken here."""
    try:
        return Distribution.from_name(distribution_name).version
    except PackageNotFoundError:
        if distribution_name not in ("torch", "numpy", "matplotlib"):
            raise
        try:
            return str(import_module(distribution_name).__version__)
        except (ImportError, AttributeError):
            raise PackageNotFoundError(distribution_name) from None


def entry_points(**params):
    """The entry points of all distributions, of two of a name the first; `group`, `name` and the like choose."""
    seen = set()
    found = []
    for dist in distributions():
        name = _plain(dist.name or "")
        if name not in seen:
            seen.add(name)
            found.extend(dist.entry_points)
    return EntryPoints(found).select(**params)


def files(distribution_name):
    """The files of a distribution."""
    return distribution(distribution_name).files


def requires(distribution_name):
    """The requirements of a distribution."""
    return distribution(distribution_name).requires


def packages_distributions():
    """For each package that can be imported, the names of the distributions that hold it."""
    found = defaultdict(list)
    for dist in distributions():
        top = (dist.read_text("top_level.txt") or "").split()
        if not top:
            paths = [path for path in dist.files or () if path.suffix == ".py" or len(path.parts) > 1]
            top = {path.parts[0] if len(path.parts) > 1 else path.stem for path in paths}
            top = [name for name in top if name.isidentifier()]
        for name in top:
            found[name].append(dist.name)
    return dict(found)
