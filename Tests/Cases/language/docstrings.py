# Recorded from CPython 3.11.7.
"""The module."""


def f():
    """Does a thing.

    More.
    """


class C:
    "A class."

    def m(self):
        r"""Raw \d."""


def none():
    pass


print(__doc__)
print(repr(f.__doc__), C.__doc__, repr(C.m.__doc__), none.__doc__, C().m.__doc__)
print(f.__name__, C.m.__qualname__, C.__module__, __name__)


def outer():
    def inner():
        pass

    return inner


print(outer().__qualname__, (lambda: 0).__name__)
f.note = "attribute"
print(f.note, f.__dict__)
# expect: The module.
# expect: 'Does a thing.\n\n    More.\n    ' A class. 'Raw \\d.' None Raw \d.
# expect: f C.m __main__ __main__
# expect: outer.<locals>.inner <lambda>
# expect: attribute {'note': 'attribute'}
