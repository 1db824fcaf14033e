/// The part of `torch` that is written in Python: context managers, decorators, wrappers.
enum TorchSource {
  static let torch = #"""
    class _GradMode:
        def __init__(self, mode):
            self.mode = mode
        def __enter__(self):
            self.prev = is_grad_enabled()
            _set_grad_enabled(self.mode)
        def __exit__(self, exc_type, exc_value, traceback):
            _set_grad_enabled(self.prev)
        def __call__(self, func):
            mode = self.mode
            def wrapper(*args, **kwargs):
                with _GradMode(mode):
                    return func(*args, **kwargs)
            for name in ('__module__', '__name__', '__qualname__', '__doc__', '__dict__'):
                try:
                    setattr(wrapper, name, getattr(func, name))
                except AttributeError:
                    pass
            wrapper.__wrapped__ = func
            return wrapper

    class no_grad(_GradMode):
        def __new__(cls, orig_func=None):
            if orig_func is not None:
                return cls()(orig_func)
            return object.__new__(cls)
        def __init__(self):
            self.mode = False
        def clone(self):
            return self.__class__()

    class enable_grad(_GradMode):
        def __new__(cls, orig_func=None):
            if orig_func is not None:
                return cls()(orig_func)
            return object.__new__(cls)
        def __init__(self):
            self.mode = True

    class set_grad_enabled(_GradMode):
        def __init__(self, mode):
            self.prev = is_grad_enabled()
            self.mode = mode
            _set_grad_enabled(mode)
        def __enter__(self):
            _set_grad_enabled(self.mode)
    """#
}
