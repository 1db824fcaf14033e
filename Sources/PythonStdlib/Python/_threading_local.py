"""threading.local by its old name."""
from threading import local

__all__ = ["local"]
