"""What is known about installed distributions."""

import os
import sys

__all__ = ["PackageNotFoundError", "distribution", "distributions", "metadata", "requires", "version", "entry_points"]


class PackageNotFoundError(ModuleNotFoundError):
    """The distribution is not installed."""

    def __str__(self):
        return "No package metadata was found for %s" % self.args[0]

    @property
    def name(self):
        return self.args[0]


def _plain(name):
    return name.lower().replace("_", "-").replace(".", "-")


class Distribution:
    """An installed distribution."""

    def __init__(self, path):
        self._path = path
        self.metadata = {}
        with open(os.path.join(path, "METADATA"), encoding="utf-8") as file:
            for line in file:
                line = line.rstrip("\n")
                if not line:
                    break
                key, colon, value = line.partition(": ")
                if colon:
                    self.metadata.setdefault(key, value)

    @property
    def name(self):
        return self.metadata.get("Name")

    @property
    def version(self):
        return self.metadata.get("Version")

    def read_text(self, filename):
        try:
            with open(os.path.join(self._path, filename), encoding="utf-8") as file:
                return file.read()
        except OSError:
            return None

    @property
    def requires(self):
        text = self.read_text("METADATA") or ""
        return [line[15:] for line in text.splitlines() if line.startswith("Requires-Dist: ")] or None


def distributions(**kwargs):
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            path = os.path.join(folder, name)
            if name.endswith(".dist-info") and os.path.isfile(os.path.join(path, "METADATA")):
                yield Distribution(path)


def distribution(distribution_name):
    for found in distributions():
        if found.name and _plain(found.name) == _plain(distribution_name):
            return found
    raise PackageNotFoundError(distribution_name)


def version(distribution_name):
    """The version of an installed distribution."""
    own = {"torch": "torch", "numpy": "numpy", "matplotlib": "matplotlib"}.get(distribution_name)
    try:
        return distribution(distribution_name).version
    except PackageNotFoundError:
        if own is None:
            raise
        try:
            return str(__import__(own).__version__)
        except (ImportError, AttributeError):
            raise PackageNotFoundError(distribution_name) from None


def metadata(distribution_name):
    return distribution(distribution_name).metadata


def requires(distribution_name):
    return distribution(distribution_name).requires


def entry_points(**params):
    return []
