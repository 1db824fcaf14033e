"""The former name of re._constants."""
import re._constants as _module
from warnings import warn as _warn

_warn(f"module {__name__!r} is deprecated", DeprecationWarning, stacklevel=2)
globals().update((name, value) for name, value in vars(_module).items() if name[:2] != "__")
