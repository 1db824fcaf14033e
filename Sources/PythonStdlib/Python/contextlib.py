"""Tools for the with statement."""
import abc
import sys
from _collections_abc import _recognised_by
from functools import update_wrapper
from types import GenericAlias, MethodType

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
    "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
    "redirect_stderr", "suppress", "aclosing", "AsyncContextDecorator", "chdir",
]


# Base classes

@_recognised_by("__enter__", "__exit__")
class AbstractContextManager(abc.ABC):
    """An object with __enter__ and __exit__."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Called at the end of the block; a true answer ends the exception."""


@_recognised_by("__aenter__", "__aexit__")
class AbstractAsyncContextManager(abc.ABC):
    """An object with __aenter__ and __aexit__."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Awaited at the end of the block; a true answer ends the exception."""


class _Recreated:
    """What is entered at each call of a decorated function."""

    def _recreate_cm(self):
        return self


class ContextDecorator(_Recreated):
    """Lets a context manager be a decorator."""

    def __call__(self, func):
        def decorated(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return update_wrapper(decorated, func)


class AsyncContextDecorator(_Recreated):
    """Lets an asynchronous context manager be a decorator."""

    def __call__(self, func):
        async def decorated(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return update_wrapper(decorated, func)


# Managers made of generators

_END = object()


async def _next(generator):
    async for value in generator:
        return value
    return _END


class _FromGenerator:
    """A generator that yields once: what is before the yield enters, what follows it leaves."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self._call = func, args, kwds  # gone once entered: they shall not live longer than the generator needs them
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return type(self)(*self._call)

    def _entered(self, value):
        if value is _END:
            raise RuntimeError("generator didn't yield")
        return value

    def _swallowed(self, raised, thrown, ending):
        """Whether what a generator raised is the end of what was thrown into it; None when it is a new exception.

        An end of iteration that is thrown into a generator comes back as the cause of a RuntimeError.
        """
        if raised is thrown:
            return False
        if isinstance(raised, ending[-1]):
            return True
        turned = isinstance(raised, RuntimeError) and isinstance(thrown, ending) and raised.__cause__ is thrown
        return False if turned else None


class _GeneratorContextManager(_FromGenerator, AbstractContextManager, ContextDecorator):
    """Helper for @contextmanager."""

    def __enter__(self):
        del self._call
        return self._entered(next(self.gen, _END))

    def __exit__(self, kind, value, traceback):
        if kind is None:
            if next(self.gen, _END) is _END:
                return False
            self.gen.close()
            raise RuntimeError("generator didn't stop")
        thrown = kind() if value is None else value
        try:
            self.gen.throw(thrown)
        except BaseException as raised:
            answer = self._swallowed(raised, thrown, (StopIteration,))
            if answer is None:
                raise
            if not answer:
                thrown.__traceback__ = traceback
            return answer
        self.gen.close()
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_FromGenerator, AbstractAsyncContextManager, AsyncContextDecorator):
    """Helper for @asynccontextmanager."""

    async def __aenter__(self):
        del self._call
        return self._entered(await _next(self.gen))

    async def __aexit__(self, kind, value, traceback):
        if kind is None:
            if await _next(self.gen) is _END:
                return False
            await self.gen.aclose()
            raise RuntimeError("generator didn't stop")
        thrown = kind() if value is None else value
        try:
            await self.gen.athrow(thrown)
        except BaseException as raised:
            answer = self._swallowed(raised, thrown, (StopIteration, StopAsyncIteration))
            if answer is None:
                raise
            if not answer:
                thrown.__traceback__ = traceback
            return answer
        await self.gen.aclose()
        raise RuntimeError("generator didn't stop after athrow()")


def _factory(manager, func):
    def helper(*args, **kwds):
        return manager(func, args, kwds)
    return update_wrapper(helper, func)


def contextmanager(func):
    """Makes a context manager of a generator function."""
    return _factory(_GeneratorContextManager, func)


def asynccontextmanager(func):
    """Makes an asynchronous context manager of an asynchronous generator function."""
    return _factory(_AsyncGeneratorContextManager, func)


# Small managers

class closing(AbstractContextManager):
    """Closes a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *error):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Closes a thing with an aclose() method at the end of the block."""

    __init__ = closing.__init__

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *error):
        await self.thing.aclose()


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """A context manager that does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.__enter__()

    def __exit__(self, *error):
        return None

    async def __aexit__(self, *error):
        return None


class suppress(AbstractContextManager):
    """Swallows the exceptions that are named."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        """Gives nothing: there is nothing to do with the manager."""

    def __exit__(self, kind, value, traceback):
        if kind is None or issubclass(kind, self._exceptions):
            return kind is not None
        if not issubclass(kind, BaseExceptionGroup):
            return False
        _, rest = value.split(self._exceptions)
        if rest is not None:
            raise rest
        return True


class _Exchange(AbstractContextManager):
    """Puts something else in a place; at the end of the block what was there comes back.

    `_exchange` puts it there and gives what was there before. A manager can be entered again before it is left.
    """

    def __init__(self, new):
        self._new, self._before = new, []

    def __enter__(self):
        self._before.append(self._exchange(self._new))
        return self._new

    def __exit__(self, *error):
        self._exchange(self._before.pop())


class _RedirectStream(_Exchange):
    _stream = ""

    def __init__(self, new_target):
        super().__init__(new_target)

    def _exchange(self, target):
        now = getattr(sys, self._stream)
        setattr(sys, self._stream, target)
        return now


class redirect_stdout(_RedirectStream):
    """Sends sys.stdout elsewhere for a while."""
    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends sys.stderr elsewhere for a while."""
    _stream = "stderr"


class chdir(_Exchange):
    """Works in another folder for a while."""

    def __init__(self, path):
        super().__init__(path)
        self.path = path

    def _exchange(self, folder):
        import os
        now = os.getcwd()
        os.chdir(folder)
        return now

    def __enter__(self):
        super().__enter__()


# Stacks

def _entering(manager, enter, leave, kind):
    """The methods of a manager that enter and leave it, as the statement finds them: in its class."""
    cls = type(manager)
    try:
        return getattr(cls, enter), getattr(cls, leave)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind} protocol") from None


class _BaseExitStack:
    """A stack of exit callbacks: pairs of "is it synchronous" and the callback."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """Moves the callbacks to a new stack."""
        moved = type(self)()
        moved._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return moved

    def _push(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))

    def _push_exit(self, exit, name, is_sync):
        """Registers the method of that name, or the object itself when its class has none."""
        method = getattr(type(exit), name, None)
        self._push(exit if method is None else MethodType(method, exit), is_sync)
        return exit

    def push(self, exit):
        """Registers a callback with the signature of __exit__, or a context manager's __exit__."""
        return self._push_exit(exit, "__exit__", True)

    def enter_context(self, cm):
        """Enters a context manager; its __exit__ is called at the end."""
        enter, leave = _entering(cm, "__enter__", "__exit__", "context manager")
        entered = enter(cm)
        self._push(MethodType(leave, cm))
        return entered

    def callback(self, callback, /, *args, **kwds):
        """Calls the function with the arguments at the end."""
        def call(*error):
            callback(*args, **kwds)
        call.__wrapped__ = callback
        self._push(call)
        return callback


class _Leaving:
    """The exception in flight while the callbacks of a stack are called, last first."""

    def __init__(self, exc):
        self.exc, self._received, self._outermost = exc, exc is not None, sys.exception()
        self._suppressed = self._pending = False

    def details(self):
        """The arguments of the next callback."""
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def answered(self, answer):
        """A callback returned; a true answer ends the exception."""
        if answer:
            self._suppressed, self._pending, self.exc = True, False, None

    def raised(self, exc):
        """A callback raised: what was being handled becomes the end of the contexts of the new exception."""
        last = exc
        while (context := last.__context__) is not self._outermost and context is not None and context is not self.exc:
            last = context
        if context is not None and context is not self.exc:
            last.__context__ = self.exc
        self._pending, self.exc, self._context = True, exc, exc.__context__

    def finish(self):
        """Raises what a callback raised last, or tells whether the exception of the block ends here."""
        if self._pending:
            try:
                raise self.exc
            finally:
                self.exc.__context__ = self._context
        return self._received and self._suppressed


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Context managers and callbacks to be left in reverse order."""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        leaving = _Leaving(error[1])
        while self._exit_callbacks:
            callback = self._exit_callbacks.pop()[1]
            try:
                leaving.answered(callback(*leaving.details()))
            except BaseException as new:
                leaving.raised(new)
        return leaving.finish()

    def close(self):
        """Leaves everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """ExitStack for asynchronous context managers too."""

    async def enter_async_context(self, cm):
        """Enters an asynchronous context manager; its __aexit__ is awaited at the end."""
        enter, leave = _entering(cm, "__aenter__", "__aexit__", "asynchronous context manager")
        entered = await enter(cm)
        self._push(MethodType(leave, cm), False)
        return entered

    def push_async_exit(self, exit):
        """Registers a coroutine function with the signature of __aexit__."""
        return self._push_exit(exit, "__aexit__", False)

    def push_async_callback(self, callback, /, *args, **kwds):
        """Awaits the function with the arguments at the end."""
        async def call(*error):
            await callback(*args, **kwds)
        call.__wrapped__ = callback
        self._push(call, False)
        return callback

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        leaving = _Leaving(error[1])
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                answer = callback(*leaving.details())
                leaving.answered(answer if is_sync else await answer)
            except BaseException as new:
                leaving.raised(new)
        return leaving.finish()

    async def aclose(self):
        """Leaves everything now."""
        await self.__aexit__(None, None, None)
