"""SQLite databases, as Python's DB-API 2.0 has them."""
from sqlite3.dbapi2 import *
from sqlite3.dbapi2 import _names as __all__
