# Recorded from CPython 3.11.7.
try:
    raise ExceptionGroup("many", [ValueError("a"), TypeError("b"), ValueError("c")])
except* ValueError as group:
    print("values", [str(e) for e in group.exceptions])
except* TypeError as group:
    print("types", [str(e) for e in group.exceptions])
try:
    try:
        raise ExceptionGroup("rest", [KeyError("k"), OSError("o")])
    except* OSError:
        print("os handled")
except ExceptionGroup as group:
    print(repr(group))
g = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2)])])
match, rest = g.split(TypeError)
print(repr(match), repr(rest))
print(g.message, len(g.exceptions), g)
# expect: values ['a', 'c']
# expect: types ['b']
# expect: os handled
# expect: ExceptionGroup('rest', [KeyError('k')])
# expect: ExceptionGroup('outer', [ExceptionGroup('inner', [TypeError(2)])]) ExceptionGroup('outer', [ValueError(1)])
# expect: outer 2 outer (2 sub-exceptions)
