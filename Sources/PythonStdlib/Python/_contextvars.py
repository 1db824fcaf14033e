"""The part of `contextvars` that CPython has in C."""
from contextvars import Context, ContextVar, Token, copy_context
