"""Decorators that describe the arguments of magics; accepted and not used."""
def magic_arguments(name=None):
    return lambda func: func
def argument(*args, **kwargs):
    return lambda func: func
