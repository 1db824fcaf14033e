# Recorded from CPython 3.11.7.
# What except* raises in the end, and how groups are split, derived and refused.
def shown(e, depth=0):
    tb = e.__traceback__
    print("  " * depth + repr(e), getattr(e, "__notes__", None), tb is None or tb.tb_lineno > 0)
    for sub in getattr(e, "exceptions", ()):
        shown(sub, depth + 1)


def group():
    e = ExceptionGroup("eg", [TypeError(1), ValueError(2), ExceptionGroup("in", [TypeError(3), OSError(4)])])
    e.add_note("noted")
    return e


def run(f):
    try:
        f(group())
    except BaseException as e:
        shown(e)


def reraised(e):
    try:
        raise e
    except* TypeError:
        raise
    except* ValueError:
        pass


def replaced(e):
    try:
        raise e
    except* (TypeError, ValueError) as part:
        raise SyntaxError("bad") from part
    except* OSError:
        raise KeyError("two")


def one(e):
    try:
        raise e
    except* Exception:
        raise SyntaxError("alone")


def naked(e):
    try:
        raise ValueError("naked")
    except* ValueError as part:
        print(repr(part))
        raise


def refused(e):
    try:
        raise e
    except* ExceptionGroup:
        pass


def also_refused(e):
    try:
        raise e
    except* (TypeError, int):
        pass


for f in reraised, replaced, one, naked, refused, also_refused:
    print("-", f.__name__)
    run(f)


class Own(ExceptionGroup):
    def __new__(cls, message, members, code):
        made = super().__new__(cls, message, members)
        made.code = code
        return made

    def derive(self, members):
        return Own(self.message, members, self.code)


try:
    raise Own("own", [TypeError(1), ValueError(2)], 42)
except* TypeError as part:
    print(type(part).__name__, part.code, part.exceptions)
except* ValueError as part:
    print(type(part).__name__, part.code, part.__traceback__ is not None)

e = group()
for condition in (TypeError, lambda x: isinstance(x, OSError), (TypeError, OSError), 3, int):
    try:
        print(e.split(condition), e.subgroup(condition))
    except TypeError as error:
        print(error)
for bad in (ExceptionGroup, "m", 3), (ExceptionGroup, 3, [ValueError()]), (ExceptionGroup, "m", []), (
        ExceptionGroup, "m", [KeyboardInterrupt()]), (BaseExceptionGroup, "m", [3]):
    try:
        bad[0](*bad[1:])
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: - reraised
# expect: ExceptionGroup('eg', [TypeError(1), ExceptionGroup('in', [TypeError(3), OSError(4)])]) ['noted'] True
# expect:   TypeError(1) None True
# expect:   ExceptionGroup('in', [TypeError(3), OSError(4)]) None True
# expect:     TypeError(3) None True
# expect:     OSError(4) None True
# expect: - replaced
# expect: ExceptionGroup('', [SyntaxError('bad'), KeyError('two')]) None True
# expect:   SyntaxError('bad') None True
# expect:   KeyError('two') None True
# expect: - one
# expect: SyntaxError('alone') None True
# expect: - naked
# expect: ExceptionGroup('', (ValueError('naked'),))
# expect: ExceptionGroup('', (ValueError('naked'),)) None True
# expect:   ValueError('naked') None True
# expect: - refused
# expect: TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.') None True
# expect: - also_refused
# expect: TypeError('catching classes that do not inherit from BaseException is not allowed') None True
# expect: Own 42 (TypeError(1),)
# expect: Own 42 True
# expect: (ExceptionGroup('eg', [TypeError(1), ExceptionGroup('in', [TypeError(3)])]), ExceptionGroup('eg', [ValueError(2), ExceptionGroup('in', [OSError(4)])])) eg (2 sub-exceptions)
# expect: (ExceptionGroup('eg', [ExceptionGroup('in', [OSError(4)])]), ExceptionGroup('eg', [TypeError(1), ValueError(2), ExceptionGroup('in', [TypeError(3)])])) eg (1 sub-exception)
# expect: (ExceptionGroup('eg', [TypeError(1), ExceptionGroup('in', [TypeError(3), OSError(4)])]), ExceptionGroup('eg', [ValueError(2)])) eg (2 sub-exceptions)
# expect: expected a function, exception type or tuple of exception types
# expect: expected a function, exception type or tuple of exception types
# expect: TypeError second argument (exceptions) must be a sequence
# expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: ValueError second argument (exceptions) must be a non-empty sequence
# expect: TypeError Cannot nest BaseExceptions in an ExceptionGroup
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
