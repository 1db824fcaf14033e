"""The streams of `io` under the name of CPython's version in C."""
import io as _io
from io import *
from io import text_encoding, open_code
