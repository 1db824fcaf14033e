"""The codec cp1252."""
from encodings import _fill

_fill(globals(), "cp1252")
