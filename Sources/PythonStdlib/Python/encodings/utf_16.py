"""The codec utf_16."""
from encodings import _fill

_fill(globals(), "utf_16")
