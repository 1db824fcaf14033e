# Recorded from CPython 3.11.7.
# Which module says that it pickles.
import pickle
import _pickle

for name in ("Pickler", "Unpickler", "PickleError", "PicklingError", "UnpicklingError", "_Pickler", "PickleBuffer"):
    print(name, getattr(pickle, name).__module__, getattr(_pickle, name, None) is getattr(pickle, name))
for name in ("dump", "dumps", "load", "loads"):
    print(name, getattr(pickle, name).__module__, getattr(_pickle, name) is getattr(pickle, name))
print(pickle.loads(pickle.dumps(pickle.PicklingError)), _pickle.loads(_pickle.dumps([1, {2}])))
# expect: Pickler _pickle True
# expect: Unpickler _pickle True
# expect: PickleError _pickle True
# expect: PicklingError _pickle True
# expect: UnpicklingError _pickle True
# expect: _Pickler pickle False
# expect: PickleBuffer pickle True
# expect: dump _pickle True
# expect: dumps _pickle True
# expect: load _pickle True
# expect: loads _pickle True
# expect: <class '_pickle.PicklingError'> [1, {2}]
