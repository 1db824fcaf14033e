# Recorded from CPython 3.11.7.
def attempt(f):
    try:
        result = f()
    except ZeroDivisionError as error:
        return f"zero: {error}"
    except (KeyError, IndexError) as error:
        return f"lookup: {error!r}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    else:
        return f"fine: {result}"
    finally:
        print("finally", end=" ")


print(attempt(lambda: 1 / 0))
print(attempt(lambda: {}["k"]))
print(attempt(lambda: [][1]))
print(attempt(lambda: int("x")))
print(attempt(lambda: 42))
print(attempt(lambda: None.x))


class Custom(ValueError):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


try:
    raise Custom(3)
except ValueError as error:
    print(error, error.code, error.args, repr(error))
try:
    raise KeyError
except KeyError as error:
    print(repr(error), error.args)
try:
    raise 5
except TypeError as error:
    print(error)
try:
    try:
        1 / 0
    finally:
        print("cleanup")
except ArithmeticError as error:
    print(type(error).__mro__[1].__name__)
assert True
try:
    assert 1 == 2, "not equal"
except AssertionError as error:
    print("assertion:", error)
# expect: finally zero: division by zero
# expect: finally lookup: KeyError('k')
# expect: finally lookup: IndexError('list index out of range')
# expect: finally ValueError: invalid literal for int() with base 10: 'x'
# expect: finally fine: 42
# expect: finally AttributeError: 'NoneType' object has no attribute 'x'
# expect: code 3 3 ('code 3',) Custom('code 3')
# expect: KeyError() ()
# expect: exceptions must derive from BaseException
# expect: cleanup
# expect: ArithmeticError
# expect: assertion: not equal
