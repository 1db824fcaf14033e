"""How long small pieces of code take."""

import gc
import sys
import time
import itertools

__all__ = ["timeit", "repeat", "default_timer", "Timer"]

dummy_src_name = "<timeit-src>"
default_number, default_repeat = 1000000, 5
default_timer = time.perf_counter
_globals = globals


def reindent(src, indent):
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """Runs a statement many times and says how long it took."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        space = {}
        names = _globals() if globals is None else globals
        header = ""
        if isinstance(setup, str):
            compile(setup, dummy_src_name, "exec")
            prefix, setup_text = setup + "\n", reindent(setup, 4)
        elif callable(setup):
            space["_setup"], header, prefix, setup_text = setup, ", _setup=_setup", "", "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(prefix + stmt, dummy_src_name, "exec")
            stmt_text = reindent(stmt, 8)
        elif callable(stmt):
            space["_stmt"] = stmt
            header += ", _stmt=_stmt"
            stmt_text = "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        source = ("def inner(_it, _timer%s):\n    %s\n    _t0 = _timer()\n    for _i in _it:\n        %s\n        pass\n"
                  "    _t1 = _timer()\n    return _t1 - _t0\n") % (header, setup_text, stmt_text)
        self.src = source
        exec(compile(source, dummy_src_name, "exec"), names, space)
        self.inner = space["inner"]

    def print_exc(self, file=None):
        import linecache
        import traceback
        if self.src is not None:
            linecache.cache[dummy_src_name] = (len(self.src), None, self.src.split("\n"), dummy_src_name)
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Seconds for so many runs."""
        counter = itertools.repeat(None, number)
        was_on = gc.isenabled()
        gc.disable()
        try:
            return self.inner(counter, self.timer)
        finally:
            if was_on:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """A number of runs that takes at least 0.2 s, and the time."""
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


def main(args=None, *, _wrap_timer=None):
    """The command line: `python -m timeit`."""
    args = sys.argv[1:] if args is None else args
    import getopt
    try:
        opts, args = getopt.getopt(args, "n:u:s:r:pvh", ["number=", "setup=", "repeat=", "process", "verbose", "unit=",
                                                         "help"])
    except getopt.error as e:
        print(e)
        print("use -h/--help for command line help")
        return 2
    timer, number, setup, repeat, verbose, unit, precision = default_timer, 0, [], default_repeat, 0, None, 3
    units = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}
    for o, a in opts:
        if o in ("-n", "--number"):
            number = int(a)
        elif o in ("-s", "--setup"):
            setup.append(a)
        elif o in ("-u", "--unit"):
            if a not in units:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            unit = a
        elif o in ("-r", "--repeat"):
            repeat = max(1, int(a))
        elif o in ("-p", "--process"):
            timer = time.process_time
        elif o in ("-v", "--verbose"):
            if verbose:
                precision += 1
            verbose += 1
        elif o in ("-h", "--help"):
            print(__doc__, end="")
            return 0
    t = Timer("\n".join(args) or "pass", "\n".join(setup) or "pass", _wrap_timer(timer) if _wrap_timer else timer)
    if number == 0:
        callback = None
        if verbose:
            def callback(number, taken):
                print("%d loop%s -> %.*g secs" % (number, "" if number == 1 else "s", precision, taken))
    try:
        if number == 0:
            number, _ = t.autorange(callback)
            print(end="\n" if verbose else "")
        timings = t.repeat(repeat, number)
    except Exception:
        t.print_exc()
        return 1

    def show(seconds):
        if unit is not None:
            scale, name = units[unit], unit
        else:
            for name, scale in sorted(units.items(), key=lambda kv: -kv[1]):
                if seconds >= scale:
                    break
        return "%.*g %s" % (precision, seconds / scale, name)
    if verbose:
        print("raw times: %s" % ", ".join([show(x) for x in timings]))
        print()
    timings = [x / number for x in timings]
    best, worst = min(timings), max(timings)
    print("%d loop%s, best of %d: %s per loop" % (number, "" if number == 1 else "s", repeat, show(best)))
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit("The test results are likely unreliable. The worst time (%s) was more than four times "
                               "slower than the best time (%s)." % (show(worst), show(best)), UserWarning, "", 0)
    return None


if __name__ == "__main__":
    sys.exit(main())
