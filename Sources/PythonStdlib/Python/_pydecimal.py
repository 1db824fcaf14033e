"""The module `decimal` under the name of CPython's version in Python."""
from decimal import *
from decimal import __version__, __libmpdec_version__
