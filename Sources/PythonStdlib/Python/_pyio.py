"""The streams of `io` under the name of CPython's version in Python."""
import io as _io
from io import *
from io import text_encoding, open_code
globals().update({k: v for k, v in vars(_io).items() if not k.startswith("__")})
