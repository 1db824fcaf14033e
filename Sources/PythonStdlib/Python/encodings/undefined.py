"""The codec undefined."""
from encodings import _fill

_fill(globals(), "undefined")
