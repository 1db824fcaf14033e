"""How futures, tasks and handles look in texts."""
import reprlib


def place(function):
    """` at file:line` of a function, as far as it is written in Python."""
    while True:
        inner = getattr(function, "__wrapped__", None) or getattr(function, "func", None)
        if inner is None:
            break
        function = inner
    code = getattr(function, "__code__", None)
    if code is None or code.co_filename.startswith("<frozen asyncio"):
        return None
    return (code.co_filename, code.co_firstlineno)


def call(function, args=None):
    """A callback with its arguments and its place; args None shows no arguments but parentheses."""
    inner, given = function, ""
    while hasattr(inner, "func") and hasattr(inner, "keywords"):
        given = arguments(inner.args, inner.keywords) + given
        inner = inner.func
    name = getattr(inner, "__qualname__", None) or getattr(inner, "__name__", None) or repr(inner)
    text = name + arguments(args or (), {})
    if given:
        text = name + given + arguments(args or (), {})
    at = place(function)
    return "%s at %s:%s" % ((text,) + at) if at else text


def arguments(args, keywords):
    """Arguments in parentheses, shortened."""
    shown = [reprlib.repr(a) for a in args]
    shown += ["%s=%s" % (k, reprlib.repr(v)) for k, v in keywords.items()]
    return "(" + ", ".join(shown) + ")"


def callbacks(listed):
    """` cb=[...]` of a future."""
    listed = [entry[0] if type(entry) is tuple else entry.task_wakeup for entry in listed]
    names = [call(function) for function in listed[:1]]
    if len(listed) == 2:
        names.append(call(listed[1]))
    elif len(listed) > 2:
        names.append("<%d more>" % (len(listed) - 2))
        names.append(call(listed[-1]))
    return "cb=[%s]" % ", ".join(names)


def _shown(one, words):
    """The repr of a future or a task that begins with some words."""
    if one._state == "FINISHED":
        if one._exception is not None:
            words.append("exception=%r" % (one._exception,))
        else:
            words.append("result=" + reprlib.repr(one._result))
    if one._callbacks:
        words.append(callbacks(one._callbacks))
    if one._source_traceback:
        frame = one._source_traceback[-1]
        words.append("created at %s:%s" % (frame[0], frame[1]))
    return "<%s %s>" % (type(one).__name__, " ".join(words))


@reprlib.recursive_repr()
def future(one):
    """What the repr of a future says."""
    return _shown(one, [one._state.lower()])


@reprlib.recursive_repr()
def task(one):
    """What the repr of a task says."""
    state = one._state.lower()
    if one._cancelling and state == "pending":
        state = "cancelling"
    words = [state, "name=%r" % one.get_name()]
    if one._coro is not None:
        words.append("coro=<%s>" % coroutine(one._coro))
    if one._fut_waiter is not None:
        words.append("wait_for=%r" % (one._fut_waiter,))
    return _shown(one, words)


def coroutine(coro):
    """A coroutine's name and where it stands."""
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    if name is None:
        name = "<%s without __name__>" % type(coro).__name__
    name += "()"
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    running = getattr(coro, "cr_running", False) or getattr(coro, "gi_running", False)
    if code is None:
        return name + " running" if running else name
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    if frame is not None:
        line = getattr(frame, "f_lineno", code.co_firstlineno)
        return "%s running at %s:%s" % (name, code.co_filename, line)
    return "%s done, defined at %s:%s" % (name, code.co_filename, code.co_firstlineno)
