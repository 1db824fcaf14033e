# Recorded from CPython 3.11.7.
# Import statements that run again: replaced, deleted and halted modules, names that come and go.
import builtins
import os
import sys
import types


def join():
    from os.path import join

    return join


def whole():
    import os.path

    return os


def renamed():
    import os.path as p

    return p


def wanted():
    from made import value, other

    return value, other


def relative(name):
    scope = {"__package__": "made", "__name__": "made.inner"}
    exec(f"def f():\n    from .{name} import value\n    return value", scope)
    return scope["f"]


for _ in range(3):
    print(join() is os.path.join, whole() is os, renamed() is os.path)


def module(name, **names):
    sys.modules[name] = made = types.ModuleType(name)
    made.__dict__.update(names)
    return made


def tries(function):
    try:
        return function()
    except ImportError as error:
        return f"{type(error).__name__}: {error}"


print(tries(wanted))
made = module("made", value=1, other=2, __path__=[])
print(tries(wanted), tries(wanted))
made.value = 3
print(tries(wanted))
del made.other
print(tries(wanted))
module("made", value=5, other=6)
print(tries(wanted), tries(wanted))
sys.modules["made"] = None
print(tries(wanted))
sys.modules["made"] = made
made.__getattr__ = lambda name: "computed " + name
print(tries(wanted), tries(wanted))
part = module("made.part", value="part's")
f = relative("part")
print(f(), f())
f.__globals__["__package__"] = "elsewhere"
print(tries(f))
module("elsewhere", __path__=[])
module("elsewhere.part", value="elsewhere's")
print(tries(f), tries(f))
f.__globals__["__package__"] = "made"
del sys.modules["made.part"]
print(tries(f))


class Lazy(types.ModuleType):
    def __getattr__(self, name):
        return "lazy " + name


sys.modules["made"] = Lazy("made")
print(tries(wanted), tries(wanted))
sys.modules["made"] = types.SimpleNamespace(value=8, other=9)
print(tries(wanted), tries(wanted))

seen = []
original = builtins.__import__


def hook(name, *rest):
    seen.append(name)
    return original(name, *rest)


builtins.__import__ = hook
join(), whole(), renamed()
builtins.__import__ = original
join()
print(seen)
# expect: True True True
# expect: True True True
# expect: True True True
# expect: ModuleNotFoundError: No module named 'made'
# expect: (1, 2) (1, 2)
# expect: (3, 2)
# expect: ImportError: cannot import name 'other' from 'made' (unknown location)
# expect: (5, 6) (5, 6)
# expect: ModuleNotFoundError: import of made halted; None in sys.modules
# expect: (3, 'computed other') (3, 'computed other')
# expect: part's part's
# expect: ModuleNotFoundError: No module named 'elsewhere'
# expect: elsewhere's elsewhere's
# expect: ModuleNotFoundError: No module named 'made.part'
# expect: ('lazy value', 'lazy other') ('lazy value', 'lazy other')
# expect: (8, 9) (8, 9)
# expect: ['os.path', 'os.path', 'os.path']
