"""The module `os.path` of this system under its own name."""
import sys as _sys
import os.path as _path
_sys.modules[__name__] = _path
