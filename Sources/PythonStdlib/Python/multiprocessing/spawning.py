"""Processes that begin afresh: the program is started again and gets a pickle of what to do."""
import os
import sys
import threading

executable = sys.executable
_passing = threading.local()


def passed(fd):
    """Called while an object is pickled: the descriptor will be open in the new process, under the same number."""
    kept = getattr(_passing, "fds", None)
    if kept is None:
        raise RuntimeError("objects of multiprocessing should only be shared between processes through inheritance")
    kept.append(fd)
    return fd


def _main_path():
    """The file of the program, which the new process runs once more under another name."""
    main = sys.modules.get("__main__")
    path = getattr(main, "__file__", None)
    return os.path.abspath(path) if path and os.path.isfile(path) and path.endswith(".py") else None


def launch(process):
    """Starts a process and gives it the pickle of its object."""
    import pickle
    import subprocess
    from multiprocessing import process as processes
    ready, alive = os.pipe(), os.pipe()
    _passing.fds = []
    try:
        state = {"name": process._name, "authkey": bytes(processes.current_process().authkey), "path": sys.path,
                 "argv": sys.argv, "folder": os.getcwd(), "main": _main_path(), "parent": os.getpid()}
        sentinel, process._sentinel = process._sentinel, None
        authkey = process._config.pop("authkey", None)
        data = pickle.dumps(state) + pickle.dumps(process)
        process._sentinel = sentinel
        if authkey is not None:
            process._config["authkey"] = authkey
        fds = _passing.fds + [ready[0], alive[1]]
    finally:
        _passing.fds = None
    code = "from multiprocessing.spawning import begin; begin(%d, %d)" % (ready[0], alive[1])
    made = subprocess.Popen([executable, "-c", code], pass_fds=fds)
    os.close(ready[0])
    os.close(alive[1])
    process._pid, process._sentinel = made.pid, alive[0]
    made.returncode = 0
    with open(ready[1], "wb") as file:
        file.write(data)


def begin(reading, alive):
    """What a new process does: it runs the program's file for its names, then the process."""
    import pickle
    import types
    from multiprocessing import process as processes
    with open(reading, "rb") as file:
        state = pickle.load(file)
        sys.path[:], sys.argv[:] = state["path"], state["argv"]
        os.chdir(state["folder"])
        processes.current_process()._config["authkey"] = processes.AuthenticationString(state["authkey"])
        processes.current_process()._name = state["name"]
        if state["main"]:
            main = types.ModuleType("__mp_main__")
            main.__file__ = state["main"]
            with open(state["main"], "rb") as program:
                code = compile(program.read(), state["main"], "exec")
            sys.modules["__main__"] = sys.modules["__mp_main__"] = main
            exec(code, main.__dict__)
        process = pickle.load(file)
    os._exit(process._bootstrap())
