"""Cells that other programs run."""
import _wick_shell
from IPython.core.error import UsageError
from IPython.core.magics import Table, split

cells = Table()
lines = Table()
running = []


def arguments(line):
    """Splits the options of %%script from the program and its arguments."""
    words, chosen = split(line), {}
    while words and words[0].startswith("--"):
        word = words.pop(0)
        if word in ("--bg", "--no-raise-error"):
            chosen[word[2:]] = True
            continue
        name, equals, value = word[2:].partition("=")
        if name not in ("out", "err", "proc"):
            raise UsageError("unrecognized arguments: " + word)
        if not equals:
            if not words:
                raise UsageError("argument --%s: expected one argument" % name)
            value = words.pop(0)
        chosen[name] = value
    return chosen, words


def run(program, line, cell):
    """Gives the cell to a program's standard input; --out, --err: names for what it writes; --bg: in the background."""
    chosen, words = arguments(line)
    program = program + words
    if not program:
        raise UsageError("the following arguments are required: script")
    code = cell.encode("utf-8", "replace")
    if not code.endswith(b"\n"):
        code += b"\n"
    space = _wick_shell.namespace()
    if "bg" in chosen:
        return background(program, code, chosen, space)
    try:
        status, out, err = _wick_shell.run_process(program, code, "out" in chosen, "err" in chosen)
    except FileNotFoundError:
        print("Couldn't find program: %r" % program[0])
        return None
    for name, text in (("out", out), ("err", err)):
        if name in chosen:
            space[chosen[name]] = text.decode("utf-8", "replace")
    if status and "no-raise-error" not in chosen:
        from subprocess import CalledProcessError
        raise CalledProcessError(status, code, *[part.decode("utf-8", "replace") if part else None for part in (out, err)])
    return None


def background(program, code, chosen, space):
    import subprocess
    made = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    made.stdin.write(code)
    made.stdin.close()
    running.append(made)
    for name, stream in (("out", made.stdout), ("err", made.stderr), ("proc", made)):
        if name in chosen:
            space[chosen[name]] = stream


@cells
def script(line, cell):
    return run([], line, cell)


script.__doc__ = run.__doc__
for _name in ("bash", "sh", "perl", "ruby", "python2", "pypy"):
    cells[_name] = lambda line, cell, _name=_name: run([_name], line, cell)


@cells("!", "sx", "system")
def sx(line, cell):
    """Runs the cell in a shell; returns the lines it wrote."""
    from IPython.core.interactiveshell import shell
    return shell.getoutput(line + "\n" + cell if line else cell)


@lines
def killbgscripts(line):
    """Ends the programs that %%script --bg started."""
    for made in running:
        if made.poll() is None:
            made.terminate()
    print("All background processes were killed." if running else "No background processes to kill.")
    del running[:]


@cells("python", "python3")
def python(line, cell):
    """Runs the cell in names of its own."""
    exec(compile(cell, "<script>", "exec"), {"__name__": "__main__"})
