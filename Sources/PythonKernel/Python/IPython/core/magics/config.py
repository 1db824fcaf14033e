"""Magics about the shell itself."""
import _wick_shell
from IPython.core.error import UsageError
from IPython.core.magics import Table, options, page, split, warn

lines = Table()
cells = Table()


def shell():
    from IPython.core.interactiveshell import shell as made
    return made


class MagicsDisplay:
    """What %lsmagic returns."""

    def __init__(self):
        self.names = _wick_shell.magic_names()

    def __str__(self):
        line_names, cell_names = self.names
        return "\n".join([
            "Available line magics:", "  ".join("%" + name for name in line_names), "",
            "Available cell magics:", "  ".join("%%" + name for name in cell_names), "", automagic_status()])

    def _repr_pretty_(self, p, cycle):
        p.text(str(self))

    def _repr_json_(self):
        line_names, cell_names = self.names
        return {"line": {name: "" for name in line_names}, "cell": {name: "" for name in cell_names}}


def automagic_status():
    if _wick_shell.setting("automagic", None):
        return "Automagic is ON, % prefix IS NOT needed for line magics."
    return "Automagic is OFF, % prefix IS needed for line magics."


@lines
def lsmagic(line):
    """Lists the magics."""
    return MagicsDisplay()


@lines
def magic(line):
    """Explains the magics."""
    page("Magics are commands of the shell. %name acts on the rest of its line, %%name on the whole cell.\n"
         "%name? explains one of them.\n\n" + str(MagicsDisplay()))


@lines
def quickref(line):
    """Shows what a cell can hold besides Python."""
    page("Wick - quick reference\n======================\n\n"
         "obj?, obj??        describes an object; shows its source\n"
         "foo.*abc*?         names that match\n"
         "%magic, %lsmagic   what magics are; which there are\n"
         "%name, %%name      a magic of a line; of a cell\n"
         "!command           runs a command of the system; {name} and $name are replaced\n"
         "lines = !command   keeps the lines it writes\n"
         "_, __, ___, _5     the last results; the one of cell 5 (also Out[5])\n"
         "_i, _ii, _i5       the last inputs; the one of cell 5 (also In[5])\n"
         "%history           the cells so far\n"
         "%debug             looks at the frames of the last error\n")


@lines
def xmode(line):
    """Chooses how errors are shown: Context, Plain, Verbose, Minimal; alone the next of these."""
    known = ["Context", "Verbose", "Plain", "Minimal"]
    wanted = line.strip().capitalize()
    if not wanted:
        order = ["Plain", "Context", "Verbose", "Minimal"]
        wanted = order[(order.index(_wick_shell.setting("xmode", None)) + 1) % 4]
    elif wanted in ("Docs", "Doctest"):
        wanted = "Plain"
    if wanted not in known:
        warn("Error changing user exception modes.\nUnrecognized mode in FormattedTB: <%s>\nValid modes: %s" % (
            wanted, ["Plain", "Context", "Verbose", "Minimal", "Docs", "Doctest"]))
        return
    _wick_shell.setting("xmode", wanted)
    shell().xmode = wanted
    print("Exception reporting mode:", wanted)


@lines
def precision(line):
    """Sets how floats are shown: a number of digits or a format; alone as Python does."""
    text = line.strip()
    if "%" in text:
        try:
            text % 3.14159
        except Exception as error:
            raise ValueError("Precision must be int or format string, not %r" % text) from error
        form = text
    elif text:
        try:
            digits = int(text)
            if digits < 0:
                raise ValueError("negative")
        except ValueError as error:
            raise ValueError("Precision must be int or format string, not %r" % text) from error
        form = "%%.%df" % digits
    else:
        form = "%r"
    _wick_shell.setting("precision", form)
    return form


@lines
def pprint(line):
    """Turns pretty printing on or off."""
    on = not _wick_shell.setting("pprint", None)
    _wick_shell.setting("pprint", on)
    print("Pretty printing has been turned", "ON" if on else "OFF")


@lines
def automagic(line):
    """Lets magics be called without %, or no more: on, off, alone the other one."""
    word = line.strip().lower()
    now = _wick_shell.setting("automagic", None)
    wanted = True if word in ("on", "1", "true") else False if word in ("off", "0", "false") else not now
    _wick_shell.setting("automagic", wanted)
    shell().automagic = wanted
    print("\n" + automagic_status())


_calling = [0]


@lines
def autocall(line):
    """Tells that functions are not called without brackets."""
    words = {"0": 0, "1": 1, "2": 2, "off": 0, "smart": 1, "full": 2}
    word = line.strip().lower()
    if word and word not in words:
        print("Valid modes: 0->Off, 1->Smart, 2->Full")
        return
    _calling[0] = words[word] if word else (0 if _calling[0] else 1)
    print("Automatic calling is:", ["OFF", "Smart", "Full"][_calling[0]])


@lines
def doctest_mode(line):
    """Shows errors and results as the prompt of Python does, or no more."""
    on = _wick_shell.setting("pprint", None) or _wick_shell.setting("xmode", None) != "Plain"
    _wick_shell.setting("pprint", not on)
    xmode("Plain" if on else "Context")
    print("Doctest mode is:", "ON" if on else "OFF")


@lines
def colors(line):
    """Takes the name of a colour scheme."""
    if not line.strip():
        raise UsageError("%colors: you must specify a color theme. See '%colors?'. Available themes: ['nocolor', "
                         "'linux', 'neutral', 'lightbg']")


_debugs = [False]


@lines
def pdb(line):
    """Remembers whether an error should start the debugger; `%debug` does."""
    word = line.strip().lower()
    if word and word not in ("on", "off", "0", "1"):
        print("Incorrect argument. Use on/1, off/0, or nothing for a toggle.")
        return
    _debugs[0] = word in ("on", "1") if word else not _debugs[0]
    print("Automatic pdb calling has been turned", "ON" if _debugs[0] else "OFF")


CLASSES = ["AliasManager", "DisplayFormatter", "HistoryManager", "IPCompleter", "IPKernelApp", "InlineBackend",
           "LoggingMagics", "MagicsManager", "OSMagics", "PrefilterManager", "ScriptMagics", "StoreMagics",
           "ZMQDisplayPublisher", "ZMQInteractiveShell"]


@lines
def config(line):
    """Sets an option of the shell: `%config InteractiveShell.ast_node_interactivity = "all"`."""
    text = line.strip()
    if not text:
        print("Available objects for config:")
        for name in CLASSES:
            print("   ", name)
        return None
    owner, dot, rest = text.partition(".")
    if owner not in CLASSES + ["InteractiveShell", "Completer", "TerminalInteractiveShell"]:
        raise UsageError("Invalid configurable: '%s'" % owner if not dot else "Invalid config statement: '%s', should be "
                         "`Class.trait = value`" % text if "=" not in text else "Invalid configurable: '%s'" % owner)
    if "=" not in rest:
        return getattr(shell(), rest.strip(), None) if owner.endswith("InteractiveShell") and dot else None
    name, _, value = rest.partition("=")
    if owner.endswith("InteractiveShell"):
        found = eval(value.strip(), dict(_wick_shell.namespace()))
        setattr(type(shell()), name.strip(), found)
        shell().__dict__.pop(name.strip(), None)
        if name.strip() == "xmode":
            _wick_shell.setting("xmode", str(found).capitalize())
    return None


@lines
def connect_info(line):
    """Shows how other front ends reach this kernel."""
    import json
    with open("/proc/self/cmdline", "rb") as file:
        words = file.read().decode().split("\0")
    path = words[words.index("-f") + 1] if "-f" in words else ""
    try:
        with open(path) as file:
            info = json.load(file)
    except OSError:
        print("No connection file.")
        return
    print(json.dumps(info, indent=2))
    print("\nPaste the above JSON into a file, and connect with:\n    $> jupyter <app> --existing <file>\n"
          "or, if you are local, you can connect with just:\n    $> jupyter <app> --existing %s\n"
          "or even just:\n    $> jupyter <app> --existing\n"
          "if this is the most recent Jupyter kernel you have started." % path)


@lines
def pip(line):
    """Runs pip."""
    _wick_shell.system("pip " + line)
    print("Note: you may need to restart the kernel to use updated packages.")


@lines
def conda(line):
    """Tells that there is no conda here."""
    raise ValueError("The python kernel does not appear to be a conda environment.  "
                     "Please use ``%pip install`` instead.")


@lines
def tb(line):
    """Shows the last error again, in another mode if one is named."""
    old = _wick_shell.setting("xmode", None)
    if line.strip():
        _wick_shell.setting("xmode", line.strip().capitalize())
    try:
        _wick_shell.show_traceback(None)
    finally:
        _wick_shell.setting("xmode", old)


# Logging.

log = {}


def tell_log():
    if not log:
        print("Logging has not been activated.")
        return
    for name, value in (("Filename", log["path"]), ("Mode", log["mode"]), ("Output logging", log["output"]),
                        ("Raw input log", log["raw"]), ("Timestamping", log["time"]),
                        ("State", "active" if log["on"] else "temporarily suspended")):
        print("%-14s : %s" % (name, value))


def write_log(result=None):
    if log and log["on"]:
        space = _wick_shell.namespace()
        with open(log["path"], "a", encoding="utf-8") as file:
            file.write(space["_i%d" % (len(space["In"]) - 1)] if log["raw"] else space["In"][-1])
            file.write("\n")
            number = len(space["In"]) - 1
            if log["output"] and number in space["_oh"]:
                file.write("#[Out]# " + repr(space["_oh"][number]).replace("\n", "\n#[Out]# ") + "\n")


@lines
def logstart(line):
    """Writes the cells from now on, and those before, to a file. -o: results too, -r: as typed, -t: with times."""
    import os
    import time
    chosen, words = options(line, "ortq")
    path, mode = (words + ["ipython_log.py"])[0] if words else "ipython_log.py", words[1] if len(words) > 1 else "rotate"
    if log:
        raise RuntimeError("Log file is already active: %s" % log["path"])
    if os.path.exists(path) and mode == "rotate":
        os.replace(path, path + ".001~")
    if mode not in ("append",):
        open(path, "w").close()
    log.update(path=path, mode=mode, output="o" in chosen, raw="r" in chosen, time="t" in chosen, on=True)
    with open(path, "a", encoding="utf-8") as file:
        file.write("# IPython log file\n\n" if mode != "append" else "")
        for _, _, text in _wick_shell.history_inputs([], log["raw"]):
            file.write((time.strftime("# %a, %d %b %Y %H:%M:%S\n") if log["time"] else "") + text + "\n")
    shell().events.register("post_run_cell", write_log)
    if "q" not in chosen:
        print("Activating auto-logging. Current session state plus future input saved.")
        tell_log()


@lines
def logstop(line):
    """Ends the log."""
    if not log:
        print("Logging hadn't been started.")
        return
    shell().events.unregister("post_run_cell", write_log)
    log.clear()


@lines
def logstate(line):
    """Tells about the log."""
    tell_log()


def switch_log(on):
    if not log:
        print("Logging hasn't been started yet (use logstart for that).\n\n%logon/%logoff are for temporarily "
              "starting and stopping logging for a logfile\nwhich already exists. But you must first start the logging "
              "process with\n%logstart (optionally giving a logfile name).")
    elif log["on"] == on:
        print("Logging is already", "on" if on else "off")
    else:
        print("Switching logging", "ON" if on else "OFF")
        log["on"] = on


lines["logon"] = lambda line: switch_log(True)
lines["logoff"] = lambda line: switch_log(False)
