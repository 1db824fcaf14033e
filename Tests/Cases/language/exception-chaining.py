# Recorded from CPython 3.11.7.
try:
    try:
        {}["missing"]
    except KeyError as error:
        raise ValueError("bad key") from error
except ValueError as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("while handling")
except TypeError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("hidden") from None
except TypeError as error:
    print(error.__cause__, error.__suppress_context__, repr(error.__context__))
try:
    try:
        raise OSError("first")
    except OSError:
        raise
except OSError as error:
    print("again:", error)
try:
    raise
except RuntimeError as error:
    print(error)


def reraise():
    try:
        int("q")
    except ValueError as e:
        kept = e
    raise kept


try:
    reraise()
except ValueError as error:
    print(error)
try:
    error
except NameError as gone:
    print(gone)
e = ValueError("note")
e.add_note("more")
print(e.__notes__)
# expect: ValueError('bad key') KeyError('missing') True
# expect: ZeroDivisionError('division by zero') None False
# expect: None True ZeroDivisionError('division by zero')
# expect: again: first
# expect: No active exception to reraise
# expect: invalid literal for int() with base 10: 'q'
# expect: name 'error' is not defined
# expect: ['more']
