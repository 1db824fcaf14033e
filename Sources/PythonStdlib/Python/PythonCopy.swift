extension PythonLibrary {
  /// `copy`.
  static let copyModule = #"""
    __all__ = ["Error", "copy", "deepcopy"]

    class Error(Exception):
        pass
    error = Error

    _atoms = (int, float, bool, complex, str, bytes, type, type(None), type(...), type(NotImplemented), type(len),
              type(lambda: 0), range, property)

    def _state(x, new, transform):
        state = getattr(x, "__dict__", None)
        if state:
            new.__dict__.update(transform(state))
        for cls in type(x).__mro__:
            slots = cls.__dict__.get("__slots__", ())
            for name in (slots,) if isinstance(slots, str) else slots:
                if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                    setattr(new, name, transform(getattr(x, name)))

    def _blank(x, transform):
        cls = type(x)
        for base, items in ((list, list), (dict, None), (set, set), (tuple, tuple), (str, str), (int, int), (float, float)):
            if isinstance(x, base):
                if base is dict:
                    new = cls.__new__(cls)
                    return new
                if base in (tuple, str, int, float):
                    return cls.__new__(cls, base(x) if base is not tuple else tuple(transform(i) for i in x))
                return cls.__new__(cls)
        if isinstance(x, BaseException):
            return cls.__new__(cls, *x.args)
        return cls.__new__(cls)

    def _reduced(x, how, memo):
        if isinstance(how, str):
            return x
        function, args = how[0], how[1]
        deep = memo is not None
        if deep:
            args = tuple(deepcopy(a, memo) for a in args)
        new = function(*args)
        if deep:
            memo[id(x)] = new
        if len(how) > 2 and how[2] is not None:
            state = deepcopy(how[2], memo) if deep else how[2]
            if hasattr(new, "__setstate__"):
                new.__setstate__(state)
            else:
                new.__dict__.update(state)
        return new

    def _custom(cls, name):
        found = getattr(cls, name, None)
        return found if found is not None and found is not getattr(object, name, None) else None

    def copy(x):
        cls = type(x)
        if isinstance(x, type) or cls in _atoms or cls in (tuple, frozenset):
            return x
        if cls in (list, dict, set, bytearray):
            return x.copy()
        hook = getattr(cls, "__copy__", None)
        if hook is not None:
            return hook(x)
        reduce = _custom(cls, "__reduce__")
        if reduce is not None:
            return _reduced(x, reduce(x), None)
        new = _blank(x, lambda v: v)
        if isinstance(x, list):
            new.extend(x)
        elif isinstance(x, (dict, set)):
            new.update(x)
        _state(x, new, lambda v: v)
        return new

    def deepcopy(x, memo=None):
        cls = type(x)
        if isinstance(x, type) or cls in _atoms:
            return x
        if memo is None:
            memo = {}
        key = id(x)
        if key in memo:
            return memo[key]
        if cls is list:
            new = memo[key] = []
            for item in x:
                new.append(deepcopy(item, memo))
            return new
        if cls is dict:
            new = memo[key] = {}
            for k, v in x.items():
                new[deepcopy(k, memo)] = deepcopy(v, memo)
            return new
        if cls is tuple:
            new = tuple([deepcopy(item, memo) for item in x])
            if key in memo:
                return memo[key]
            if all(a is b for a, b in zip(x, new)):
                new = x
            memo[key] = new
            return new
        if cls in (set, frozenset):
            new = memo[key] = cls([deepcopy(item, memo) for item in x])
            return new
        if cls is bytearray:
            return x.copy()
        hook = getattr(cls, "__deepcopy__", None)
        if hook is not None:
            new = memo[key] = hook(x, memo)
            return new
        reduce = _custom(cls, "__reduce__")
        if reduce is not None:
            return _reduced(x, reduce(x), memo)
        if hasattr(x, "__func__") and hasattr(x, "__self__"):
            return type(x)(x.__func__, deepcopy(x.__self__, memo))
        new = _blank(x, lambda v: deepcopy(v, memo))
        memo[key] = new
        if isinstance(x, list):
            new.extend(deepcopy(item, memo) for item in x)
        elif isinstance(x, dict):
            for k, v in x.items():
                new[deepcopy(k, memo)] = deepcopy(v, memo)
        elif isinstance(x, set):
            new.update(deepcopy(item, memo) for item in x)
        memo.setdefault("keep", []).append(x)
        _state(x, new, lambda v: deepcopy(v, memo))
        return new
    """#
}
