extension PythonLibrary {
  /// `contextlib`.
  static let contextlibModule = #"""
    from functools import wraps as _wraps

    __all__ = ["AbstractContextManager", "ContextDecorator", "ExitStack", "chdir", "closing", "contextmanager",
               "asynccontextmanager", "nullcontext", "redirect_stderr", "redirect_stdout", "suppress"]

    class AbstractContextManager:
        def __enter__(self):
            return self
        def __exit__(self, exc_type, exc_value, traceback):
            return None

    class ContextDecorator:
        def _recreate_cm(self):
            return self
        def __call__(self, func):
            @_wraps(func)
            def inner(*args, **kwds):
                with self._recreate_cm():
                    return func(*args, **kwds)
            return inner

    class _GeneratorContextManager(ContextDecorator):
        def __init__(self, func, args, kwds):
            self.gen = func(*args, **kwds)
            self.func, self.args, self.kwds = func, args, kwds
            self.__doc__ = getattr(func, "__doc__", None)
        def _recreate_cm(self):
            return type(self)(self.func, self.args, self.kwds)
        def __enter__(self):
            try:
                return next(self.gen)
            except StopIteration:
                raise RuntimeError("generator didn't yield") from None
        def __exit__(self, typ, value, traceback):
            if typ is None:
                try:
                    next(self.gen)
                except StopIteration:
                    return False
                raise RuntimeError("generator didn't stop")
            if value is None:
                value = typ()
            try:
                self.gen.throw(value)
            except StopIteration as exc:
                return exc is not value
            except RuntimeError as exc:
                if exc is value:
                    return False
                if isinstance(value, StopIteration) and exc.__cause__ is value:
                    return False
                raise
            except BaseException as exc:
                if exc is not value:
                    raise
                return False
            raise RuntimeError("generator didn't stop after throw()")

    def contextmanager(func):
        @_wraps(func)
        def helper(*args, **kwds):
            return _GeneratorContextManager(func, args, kwds)
        return helper

    class _AsyncGeneratorContextManager:
        def __init__(self, func, args, kwds):
            self.gen = func(*args, **kwds)
        async def __aenter__(self):
            try:
                return await self.gen.__anext__()
            except StopAsyncIteration:
                raise RuntimeError("generator didn't yield") from None
        async def __aexit__(self, typ, value, traceback):
            if typ is None:
                try:
                    await self.gen.__anext__()
                except StopAsyncIteration:
                    return False
                raise RuntimeError("generator didn't stop")
            try:
                await self.gen.athrow(value)
            except StopAsyncIteration as exc:
                return exc is not value
            except BaseException as exc:
                if exc is not value:
                    raise
                return False
            raise RuntimeError("generator didn't stop after athrow()")

    def asynccontextmanager(func):
        @_wraps(func)
        def helper(*args, **kwds):
            return _AsyncGeneratorContextManager(func, args, kwds)
        return helper

    class closing(AbstractContextManager):
        def __init__(self, thing):
            self.thing = thing
        def __enter__(self):
            return self.thing
        def __exit__(self, *exc_info):
            self.thing.close()

    class suppress(AbstractContextManager):
        def __init__(self, *exceptions):
            self._exceptions = exceptions
        def __exit__(self, exctype, excinst, exctb):
            return exctype is not None and issubclass(exctype, self._exceptions)

    class nullcontext(AbstractContextManager):
        def __init__(self, enter_result=None):
            self.enter_result = enter_result
        def __enter__(self):
            return self.enter_result
        async def __aenter__(self):
            return self.enter_result
        async def __aexit__(self, *excinfo):
            pass

    class _Redirect(AbstractContextManager):
        _stream = None
        def __init__(self, new_target):
            self._new_target = new_target
            self._old = []
        def __enter__(self):
            import sys
            self._old.append(getattr(sys, self._stream))
            setattr(sys, self._stream, self._new_target)
            return self._new_target
        def __exit__(self, exctype, excinst, exctb):
            import sys
            setattr(sys, self._stream, self._old.pop())

    class redirect_stdout(_Redirect):
        _stream = "stdout"
    class redirect_stderr(_Redirect):
        _stream = "stderr"

    class chdir(AbstractContextManager):
        def __init__(self, path):
            self.path = path
            self._old = []
        def __enter__(self):
            import os
            self._old.append(os.getcwd())
            os.chdir(self.path)
        def __exit__(self, *excinfo):
            import os
            os.chdir(self._old.pop())

    class ExitStack(AbstractContextManager):
        def __init__(self):
            self._callbacks = []
        def pop_all(self):
            new = type(self)()
            new._callbacks, self._callbacks = self._callbacks, []
            return new
        def push(self, exit):
            method = getattr(type(exit), "__exit__", None)
            if method is None:
                self._callbacks.append(exit)
            else:
                self._callbacks.append(lambda *details: method(exit, *details))
            return exit
        def enter_context(self, cm):
            cls = type(cm)
            try:
                enter, exit = cls.__enter__, cls.__exit__
            except AttributeError:
                raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support "
                                "the context manager protocol") from None
            result = enter(cm)
            self._callbacks.append(lambda *details: exit(cm, *details))
            return result
        def callback(self, callback, /, *args, **kwds):
            def run(*details):
                callback(*args, **kwds)
            self._callbacks.append(run)
            return callback
        def close(self):
            self.__exit__(None, None, None)
        def __exit__(self, *details):
            received = details[0] is not None
            suppressed = False
            pending = details[1]
            while self._callbacks:
                callback = self._callbacks.pop()
                try:
                    if callback(*((None, None, None) if pending is None else (type(pending), pending, pending.__traceback__))):
                        suppressed = True
                        pending = None
                except BaseException as exc:
                    pending = exc
                    suppressed = False
            if pending is not None and pending is not details[1]:
                raise pending
            return received and suppressed
    """#
}
