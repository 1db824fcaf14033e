"""Lets a running loop be run once more."""


def apply(loop=None):
    """Allows it for a loop; for all of them without one."""
    from asyncio.base_events import BaseEventLoop
    if loop is not None and not isinstance(loop, BaseEventLoop):
        raise ValueError("Can't patch loop of type %s" % type(loop))
    (BaseEventLoop if loop is None else loop)._nesting = True
