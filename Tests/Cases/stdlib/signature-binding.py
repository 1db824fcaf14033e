# Recorded from CPython 3.11.7.
"""What Signature.bind takes and how it refuses."""
import inspect


def attempt(text, *args, **kwargs):
    signature = inspect.signature(eval(f"lambda {text}: 0"))
    for bind in (signature.bind, signature.bind_partial):
        try:
            bound = bind(*args, **dict(kwargs))
        except TypeError as error:
            print(signature, error)
        else:
            bound.apply_defaults()
            print(bound, bound.args, bound.kwargs)


attempt("a, /, b", 1, b=2)
attempt("a, /, b", a=1, b=2)
attempt("a=1, /", a=1)
attempt("a=1, /, **k", a=1, b=2)
attempt("a, b, /, c", 1, b=2, c=3)
attempt("a, b=2, *c, d, e=5, **f", 1, 2, 3, d=4, g=6)
attempt("a, *, b", 1, 2)
attempt("a, *, b", 1, c=2)
attempt("a, b", 1, a=2)
attempt("a, b")
attempt("*a, **k", 1, 2, x=3)
print(inspect.getdoc(type("C", (), {"__doc__": "  one\n    two\n\n      three\n  \n"})))
# expect: <BoundArguments (a=1, b=2)> (1, 2) {}
# expect: <BoundArguments (a=1, b=2)> (1, 2) {}
# expect: (a, /, b) 'a' parameter is positional only, but was passed as a keyword
# expect: (a, /, b) 'a' parameter is positional only, but was passed as a keyword
# expect: (a=1, /) 'a' parameter is positional only, but was passed as a keyword
# expect: (a=1, /) 'a' parameter is positional only, but was passed as a keyword
# expect: (a=1, /, **k) 'a' parameter is positional only, but was passed as a keyword
# expect: (a=1, /, **k) 'a' parameter is positional only, but was passed as a keyword
# expect: (a, b, /, c) 'b' parameter is positional only, but was passed as a keyword
# expect: (a, b, /, c) 'b' parameter is positional only, but was passed as a keyword
# expect: <BoundArguments (a=1, b=2, c=(3,), d=4, e=5, f={'g': 6})> (1, 2, 3) {'d': 4, 'e': 5, 'g': 6}
# expect: <BoundArguments (a=1, b=2, c=(3,), d=4, e=5, f={'g': 6})> (1, 2, 3) {'d': 4, 'e': 5, 'g': 6}
# expect: (a, *, b) too many positional arguments
# expect: (a, *, b) too many positional arguments
# expect: (a, *, b) missing a required argument: 'b'
# expect: (a, *, b) got an unexpected keyword argument 'c'
# expect: (a, b) multiple values for argument 'a'
# expect: (a, b) multiple values for argument 'a'
# expect: (a, b) missing a required argument: 'a'
# expect: <BoundArguments ()> () {}
# expect: <BoundArguments (a=(1, 2), k={'x': 3})> (1, 2) {'x': 3}
# expect: <BoundArguments (a=(1, 2), k={'x': 3})> (1, 2) {'x': 3}
# expect: one
# expect: two
# expect:
# expect:   three
