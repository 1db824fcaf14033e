"""Runs programs in one process of Wick:  WICK run inside.py SECONDS PROGRAM …

Writes `@N` before it runs program N, so that a run that died names its program. Whatever a program raises is swallowed;
one that outlasts its time gets a TimeoutError, again and again, and in the end takes the process with it (status 3: the
machine still looked at its signals, so that is no finding).
"""

import builtins
import gc
import os
import signal
import sys
import threading
import time
import traceback
import warnings


class Silence:
    encoding, errors, closed = "utf-8", "strict", False

    def write(self, text):
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False


seconds = float(sys.argv[1])
leave, write, timer, now = os._exit, os.write, signal.setitimer, time.monotonic
collect, enable, settrace, setprofile, recursion = gc.collect, gc.enable, sys.settrace, sys.setprofile, sys.setrecursionlimit
threads, current, describe, ignore = (
    threading.enumerate,
    threading.current_thread,
    traceback.format_exception,
    warnings.simplefilter,
)
built, loaded, system = vars(builtins), sys.modules, vars(sys)
names, modules, hooks = (
    dict(built),
    dict(loaded),
    {
        name: getattr(sys, name)
        for name in ("displayhook", "excepthook", "unraisablehook", "stdin", "path_hooks", "meta_path")
    },
)
patience = 0


def late(*_):
    global patience
    patience -= 1
    if patience < 0:
        leave(3)
    raise TimeoutError("the program's time is over")


def restore():
    settrace(None)
    setprofile(None)
    built.update(names)
    loaded.update(modules)
    system.update(hooks, modules=loaded, stdout=Silence(), stderr=Silence())
    recursion(1000)
    enable()
    ignore("ignore")


def run(path, text):
    global patience
    patience = 6
    timer(signal.ITIMER_REAL, seconds, 0.3)
    try:
        space = {"__name__": "__main__"}
        exec(compile(text, path, "exec"), space)
    except BaseException as error:
        try:
            describe(error)
        except BaseException:
            pass
    finally:
        timer(signal.ITIMER_REAL, 0)


signal.signal(signal.SIGALRM, late)
for number, path in enumerate(sys.argv[2:]):
    with open(path, encoding="utf-8", errors="surrogatepass") as file:
        text = file.read()
    write(1, b"@%d\n" % number)
    try:
        restore()
        run(path, text)
        restore()
    except BaseException:
        pass
    collect()
    # A thread that goes on would take part in what comes next.
    until = now() + 0.5
    for thread in threads():
        if thread is not current() and thread.is_alive():
            thread.join(max(0, until - now()))
            if thread.is_alive():
                leave(3)
write(1, b"@end\n")
