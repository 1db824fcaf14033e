"""`decimal` under the name that CPython's version in Python has; its parts, by what they compute."""


def __getattr__(name):
    import decimal
    return getattr(decimal, name)
