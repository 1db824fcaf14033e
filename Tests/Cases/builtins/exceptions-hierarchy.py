# Recorded from CPython 3.11.7.
names = ["BaseException", "Exception", "ArithmeticError", "ZeroDivisionError", "OverflowError", "LookupError", "IndexError"]
names += ["KeyError", "ValueError", "UnicodeError", "UnicodeDecodeError", "TypeError", "AttributeError", "NameError"]
names += ["UnboundLocalError", "RuntimeError", "RecursionError", "NotImplementedError", "OSError", "FileNotFoundError"]
names += ["TimeoutError", "StopIteration", "GeneratorExit", "KeyboardInterrupt", "SystemExit", "ImportError"]
names += ["ModuleNotFoundError", "AssertionError", "MemoryError", "SyntaxError", "IndentationError", "EOFError"]
names += ["UserWarning", "DeprecationWarning", "Warning", "BufferError", "FloatingPointError", "PermissionError"]
import builtins

for name in names:
    print(name, [k.__name__ for k in getattr(builtins, name).__mro__[1:-1]])
print(repr(ValueError()), repr(ValueError("a", 1)), str(ValueError("a", 1)), str(KeyError("k")), str(ValueError("v")))
print(IOError is OSError, EnvironmentError is OSError)
print(FileNotFoundError(2, "No such file").errno, OSError(2, "text", "name"))
e = StopIteration(5)
print(e.value, SystemExit(3).code, AttributeError("m", name="n", obj=1).name)
try:
    import no_such_module
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    from math import no_such_name
except ImportError as error:
    print(str(error).split(" (")[0])
# expect: BaseException []
# expect: Exception ['BaseException']
# expect: ArithmeticError ['Exception', 'BaseException']
# expect: ZeroDivisionError ['ArithmeticError', 'Exception', 'BaseException']
# expect: OverflowError ['ArithmeticError', 'Exception', 'BaseException']
# expect: LookupError ['Exception', 'BaseException']
# expect: IndexError ['LookupError', 'Exception', 'BaseException']
# expect: KeyError ['LookupError', 'Exception', 'BaseException']
# expect: ValueError ['Exception', 'BaseException']
# expect: UnicodeError ['ValueError', 'Exception', 'BaseException']
# expect: UnicodeDecodeError ['UnicodeError', 'ValueError', 'Exception', 'BaseException']
# expect: TypeError ['Exception', 'BaseException']
# expect: AttributeError ['Exception', 'BaseException']
# expect: NameError ['Exception', 'BaseException']
# expect: UnboundLocalError ['NameError', 'Exception', 'BaseException']
# expect: RuntimeError ['Exception', 'BaseException']
# expect: RecursionError ['RuntimeError', 'Exception', 'BaseException']
# expect: NotImplementedError ['RuntimeError', 'Exception', 'BaseException']
# expect: OSError ['Exception', 'BaseException']
# expect: FileNotFoundError ['OSError', 'Exception', 'BaseException']
# expect: TimeoutError ['OSError', 'Exception', 'BaseException']
# expect: StopIteration ['Exception', 'BaseException']
# expect: GeneratorExit ['BaseException']
# expect: KeyboardInterrupt ['BaseException']
# expect: SystemExit ['BaseException']
# expect: ImportError ['Exception', 'BaseException']
# expect: ModuleNotFoundError ['ImportError', 'Exception', 'BaseException']
# expect: AssertionError ['Exception', 'BaseException']
# expect: MemoryError ['Exception', 'BaseException']
# expect: SyntaxError ['Exception', 'BaseException']
# expect: IndentationError ['SyntaxError', 'Exception', 'BaseException']
# expect: EOFError ['Exception', 'BaseException']
# expect: UserWarning ['Warning', 'Exception', 'BaseException']
# expect: DeprecationWarning ['Warning', 'Exception', 'BaseException']
# expect: Warning ['Exception', 'BaseException']
# expect: BufferError ['Exception', 'BaseException']
# expect: FloatingPointError ['ArithmeticError', 'Exception', 'BaseException']
# expect: PermissionError ['OSError', 'Exception', 'BaseException']
# expect: ValueError() ValueError('a', 1) ('a', 1) 'k' v
# expect: True True
# expect: 2 [Errno 2] text: 'name'
# expect: 5 3 n
# expect: ModuleNotFoundError No module named 'no_such_module' no_such_module
# expect: cannot import name 'no_such_name' from 'math'
