# Recorded from CPython 3.11.7.
# An error while comparing or while computing a key: nothing may stay behind (`make check` counts).
for call in [
    lambda: min([1, "a" * 3]),
    lambda: max("b" * 2, 3),
    lambda: min([1, 2], key=lambda x: x.nothing),
    lambda: max([[1], ["a" * 2]], key=lambda x: x + [0]),
    lambda: min(x for x in ("c" * 4, None)),
    lambda: max([], default="d" * 3),
    lambda: min([1.5, 2 + 1j]),
]:
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(error)
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '>' not supported between instances of 'int' and 'str'
# expect: 'int' object has no attribute 'nothing'
# expect: '>' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'NoneType' and 'str'
# expect: ddd
# expect: '<' not supported between instances of 'complex' and 'float'
