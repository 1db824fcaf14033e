"""Where a program spends its time, by sys.setprofile."""
import sys
from time import perf_counter

__all__ = ["run", "runctx", "Profile"]


def run(statement, filename=None, sort=-1):
    """Runs a statement and prints where the time went, or writes it to a file."""
    import __main__
    runctx(statement, __main__.__dict__, __main__.__dict__, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    profile = Profile()
    try:
        profile.runctx(statement, globals, locals)
    except SystemExit:
        pass
    finally:
        if filename is not None:
            profile.dump_stats(filename)
        else:
            profile.print_stats(sort)


def label(code):
    """File, line and name of a function; a native one has no file."""
    if hasattr(code, "co_filename"):
        return code.co_filename, code.co_firstlineno, code.co_name
    owner = getattr(code, "__self__", None)
    module, name = getattr(code, "__module__", None), getattr(code, "__qualname__", repr(code))
    if owner is not None and not isinstance(owner, type(sys)):
        return "~", 0, "<method %r of %r objects>" % (code.__name__, type(owner).__name__)
    return "~", 0, "<built-in method %s.%s>" % (module or "builtins", name)


class Profile:
    """Counts calls and measures how long they take."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._timer = timer or perf_counter
        self._unit = timeunit or 1.0
        self._builtins = builtins
        self.clear()

    def clear(self):
        # By function: calls, those that are not recursive, time in it, time with what it calls, and by caller.
        self._entries = {}
        self._stack = []
        self._depths = {}

    def enable(self, subcalls=True, builtins=True):
        self._stack, self._depths = [], {}
        sys.setprofile(self._hear)

    def disable(self):
        sys.setprofile(None)
        while self._stack:
            self._leave(self._timer())

    def _hear(self, frame, event, arg):
        now = self._timer()
        if frame.f_code is Profile.disable.__code__:
            # The end of the measuring, not what it consists of.
            if event == "call":
                self._enter(("~", 0, "<method 'disable' of '_lsprof.Profiler' objects>"), now)
        elif event == "call":
            self._enter(label(frame.f_code), now)
        elif event == "return":
            # The function that began the profile has no entry.
            if self._stack and self._stack[-1][0] == label(frame.f_code):
                self._leave(now)
        elif self._builtins:
            if event == "c_call":
                self._enter(label(arg), now)
            elif self._stack:
                self._leave(now)

    def _enter(self, name, now):
        edge = (self._stack[-1][0] if self._stack else None, name)
        for key in (name, edge):
            self._depths[key] = self._depths.get(key, 0) + 1
        # Name, start, time of what it calls.
        self._stack.append([name, now, 0.0])

    def _leave(self, now):
        name, start, inner = self._stack.pop()
        total = (now - start) * self._unit
        own = total - inner
        caller = self._stack[-1] if self._stack else None
        depths = []
        for key in (name, (caller[0] if caller is not None else None, name)):
            self._depths[key] -= 1
            depths.append(self._depths[key])
        if caller is not None:
            caller[2] += total
        entry = self._entries.get(name)
        if entry is None:
            entry = self._entries[name] = [0, 0, 0.0, 0.0, {}]
        rows = [entry]
        if caller is not None:
            rows.append(entry[4].setdefault(caller[0], [0, 0, 0.0, 0.0]))
        for row, depth in zip(rows, depths):
            row[0] += 1
            row[2] += own
            if not depth:
                row[1] += 1
                row[3] += total

    def create_stats(self):
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        self.stats = {name: (plain, calls, own, total, {
            caller: (row[1], row[0], row[2], row[3]) for caller, row in callers.items()})
            for name, (calls, plain, own, total, callers) in self._entries.items()}

    def getstats(self):
        self.snapshot_stats()
        return list(self.stats.items())

    def print_stats(self, sort=-1):
        import pstats
        pstats.Stats(self).strip_dirs().sort_stats(*(sort if isinstance(sort, tuple) else (sort,))).print_stats()

    def dump_stats(self, file):
        import pickle
        self.create_stats()
        with open(file, "wb") as out:
            pickle.dump(self.stats, out)

    def run(self, cmd):
        import __main__
        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals, locals):
        if isinstance(cmd, str):
            cmd = compile(cmd, "<string>", "exec")
        self.runcall(exec, cmd, globals, locals)
        return self

    def runcall(self, func, /, *args, **kw):
        """Measures one call and gives what it gives."""
        try:
            self.enable()
            return func(*args, **kw)
        finally:
            self.disable()

    def __exit__(self, *exc_info):
        self.disable()

    def __enter__(self):
        self.enable()
        return self


if __name__ == "__main__":
    from _programs.cProfile import main
    main()
