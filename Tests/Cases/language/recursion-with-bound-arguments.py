# Recorded from CPython 3.11.7.
# A call that is refused for its depth leaves nothing of what it had bound.
# Recorded from CPython 3.11.7.
def spread(*args, **names): return spread(*args, **names)
def named(a, b=[], *rest, c=(), **names): return named(a, c=c)
def plain(*args): return plain()
class K:
    def __init__(self, *a, **k): K(*a, **k)
    def method(self, *a, **k): return self.method(1)
    def __call__(self, a=[], *rest, **k): return self()
for f in (spread, lambda: named(1), plain, K, K.method and object.__new__(K).method, object.__new__(K)):
    try: f()
    except RecursionError as e: print(e)
def undefined():
    try: x
    except UnboundLocalError as e: print(e)
    x = 1
undefined()
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: cannot access local variable 'x' where it is not associated with a value
