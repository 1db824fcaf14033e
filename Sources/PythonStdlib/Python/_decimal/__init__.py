"""The parts of `decimal`, by what they compute. Asked for a name, it answers as CPython's `_decimal` does."""


def __getattr__(name):
    import decimal
    return getattr(decimal, name)
