# Recorded from CPython 3.12.1.
# Filters, registries, categories and what is refused.
import warnings
import sys

sys.stderr = sys.stdout
print(warnings.filters)


def told(f, *args, **keywords):
    try:
        print(repr(f(*args, **keywords)))
    except Exception as e:
        print(type(e).__name__, e)


told(warnings.filterwarnings, "bad")
told(warnings.filterwarnings, "ignore", category=int)
told(warnings.simplefilter, "ignore", lineno=-1)
told(warnings.warn, "x", int)
told(warnings.warn_explicit, "x", UserWarning, "f", "3")
registry = {}
for action in "default", "always", "module", "once", "ignore", "error":
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter(action)
        for line in 1, 1, 2:
            told(warnings.warn_explicit, "again", UserWarning, "there.py", line, registry=registry)
        print(action, [w.lineno for w in log], sorted(str(k) for k in registry if k != "version"))

with warnings.catch_warnings():
    warnings.resetwarnings()
    warnings.filterwarnings("once", message="a.*b", category=UserWarning, module="m", lineno=3)
    warnings.filterwarnings("ignore", "Old.*", DeprecationWarning, append=True)
    print(warnings.filters)
    told(warnings.warn_explicit, "old things", DeprecationWarning, "f.py", 1)
    told(warnings.warn_explicit, "new things", DeprecationWarning, "f.py", 1)


def deep(level):
    warnings.warn("from above", stacklevel=level)


first = deep.__code__.co_firstlineno


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    deep(1)
    deep(2)
    deep(99)
    print([(w.lineno - first, w.filename == __file__) for w in log[:2]], log[2].lineno, log[2].filename)
    print(str(log[0]).split(", filename")[0], str(log[0].message), log[0].category)

cell = warnings.catch_warnings(record=True)
print(cell)
told(cell.__exit__)
with cell:
    told(cell.__enter__)
originals = warnings.formatwarning, warnings.showwarning
warnings.formatwarning = lambda message, category, *rest: "%s!\n" % message
warnings.warn("formatted")
warnings.showwarning = lambda message, category, *rest: print("shown", message, category.__name__)
warnings.warn("by a function", RuntimeWarning)
warnings.formatwarning, warnings.showwarning = originals
# expect: [('default', None, <class 'DeprecationWarning'>, '__main__', 0), ('ignore', None, <class 'DeprecationWarning'>, None, 0), ('ignore', None, <class 'PendingDeprecationWarning'>, None, 0), ('ignore', None, <class 'ImportWarning'>, None, 0), ('ignore', None, <class 'ResourceWarning'>, None, 0)]
# expect: AssertionError invalid action: 'bad'
# expect: AssertionError category must be a Warning subclass
# expect: AssertionError lineno must be an int >= 0
# expect: TypeError category must be a Warning subclass, not 'type'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: None
# expect: None
# expect: None
# expect: default [1, 2] ["('again', <class 'UserWarning'>, 1)", "('again', <class 'UserWarning'>, 2)"]
# expect: None
# expect: None
# expect: None
# expect: always [1, 1, 2] []
# expect: None
# expect: None
# expect: None
# expect: module [1] ["('again', <class 'UserWarning'>)", "('again', <class 'UserWarning'>, 1)", "('again', <class 'UserWarning'>, 2)"]
# expect: None
# expect: None
# expect: None
# expect: once [1] ["('again', <class 'UserWarning'>)", "('again', <class 'UserWarning'>, 1)", "('again', <class 'UserWarning'>, 2)"]
# expect: None
# expect: None
# expect: None
# expect: ignore [] []
# expect: UserWarning again
# expect: UserWarning again
# expect: UserWarning again
# expect: error [] []
# expect: [('once', re.compile('a.*b', re.IGNORECASE), <class 'UserWarning'>, re.compile('m'), 3), ('ignore', re.compile('Old.*', re.IGNORECASE), <class 'DeprecationWarning'>, None, 0)]
# expect: None
# expect: f.py:1: DeprecationWarning: new things
# expect: None
# expect: [(1, True), (10, True)] 1 sys
# expect: {message : UserWarning('from above'), category : 'UserWarning' from above <class 'UserWarning'>
# expect: catch_warnings(record=True)
# expect: RuntimeError Cannot exit catch_warnings(record=True) without entering first
# expect: RuntimeError Cannot enter catch_warnings(record=True) twice
# expect: formatted!
# expect: shown by a function RuntimeWarning
