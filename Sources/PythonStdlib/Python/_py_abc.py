"""The module `abc` under another name."""
from abc import ABCMeta, get_cache_token
