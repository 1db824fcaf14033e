"""The codec utf_7."""
from encodings import _fill

_fill(globals(), "utf_7")
