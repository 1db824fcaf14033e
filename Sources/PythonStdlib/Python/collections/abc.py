"""Abstract base classes of containers."""
import sys as _sys
import _collections_abc

_sys.modules["collections.abc"] = _collections_abc
