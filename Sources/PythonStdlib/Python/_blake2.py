"""BLAKE2."""
from hashlib import blake2b, blake2s
