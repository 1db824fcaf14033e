"""The codec utf_8."""
from encodings import _fill

_fill(globals(), "utf_8")
