"""Magics that take code from the history, from files and from names, and put it back there."""
import os
import re
import sys

import _wick_shell
from IPython.core.error import UsageError
from IPython.core.magics import Table, ask, options, split, warn

lines = Table()


class Macro:
    """Cells under a name: the name alone in a cell runs them."""

    def __init__(self, code):
        self.value = code

    def __str__(self):
        return self.value

    def __repr__(self):
        return "IPython.macro.Macro(%r)" % self.value

    def __add__(self, other):
        return Macro(self.value + (other.value if isinstance(other, Macro) else str(other)))


Macro.__module__ = "IPython.core.macro"
RANGE = re.compile(r"(~?\d+/)?\d*(-(~?\d+/)?\d*)?")


def inputs(ranges, raw):
    """The cells that ranges like `3`, `2-5` or `~1/4` name."""
    return [text for _, _, text in _wick_shell.history_inputs(ranges, raw)]


def are_ranges(text):
    return all(RANGE.fullmatch(word) and any(c.isdigit() for c in word) for word in text.split())


def decoded(path):
    """The text of a file without the comment that names its encoding."""
    import tokenize
    with open(path, "rb") as file:
        encoding, _ = tokenize.detect_encoding(file.readline)
    with open(path, encoding=encoding, newline=None) as file:
        rows = file.read().splitlines(keepends=True)
    cookie = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+")
    return "".join(row for number, row in enumerate(rows) if number > 1 or not cookie.match(row))


def find_code(target, raw=True):
    """Code of the history, of a file, of an address or of a name."""
    if not target or are_ranges(target):
        found = inputs(target.split(), raw)
        if found:
            return "\n".join(text.rstrip("\n") for text in found) + "\n"
    if target.startswith(("http://", "https://", "ftp://")):
        from urllib.request import urlopen
        with urlopen(target) as answer:
            return answer.read().decode("utf-8", "replace")
    for path in (target, target + ".py"):
        path = os.path.expanduser(path)
        if os.path.isfile(path):
            return decoded(path)
        if os.path.isdir(path):
            raise ValueError("'%s' is a directory. Cannot read source." % target)
    try:
        value = eval(target, _wick_shell.namespace())
    except Exception as error:
        raise ValueError("'%s' was not found in history, as a file, url, nor in the user namespace." % target) from error
    if isinstance(value, str):
        return value
    if isinstance(value, Macro):
        return value.value
    raise TypeError("%s is neither a string nor a macro." % target, value)


def named(text, symbols):
    """The definitions of these names in a source, and the names that are not there."""
    import ast
    rows, found = text.splitlines(keepends=True), {}
    for node in ast.parse(text).body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and node.name in symbols:
            start = min([node.lineno] + [decorator.lineno for decorator in node.decorator_list])
            found.setdefault(node.name, []).append("".join(rows[start - 1:node.end_lineno]))
    blocks = [block for name in symbols for block in found.get(name, [])]
    return blocks, [name for name in symbols if name not in found]


@lines
def load(line):
    """Puts code into the cell: of a file, an address, the history, a name. -r 3-5,8: lines; -s names; -n: of a name."""
    chosen, words = options(line, "yns:r:")
    text = find_code(" ".join(words))
    if "s" in chosen:
        try:
            blocks, missing = named(text, chosen["s"].split(","))
        except SyntaxError:
            raise UsageError("Unable to parse the input as valid Python code") from None
        if missing:
            warn("The symbol `%s` was not found" % missing[0] if len(missing) == 1 else
                 "The symbols %s were not found" % " and ".join("`%s`" % name for name in missing))
        text = "\n".join(blocks)
    if "r" in chosen:
        rows, kept = text.splitlines(), []
        for part in chosen["r"].replace(" ", "").split(","):
            first, dash, last = part.replace(":", "-").partition("-")
            start = int(first or 1)
            kept += rows[start - 1:(int(last) if last else len(rows)) if dash else start]
        text = "\n".join(kept)
    shell().set_next_input("# %load " + line + "\n" + text, replace=True)


lines["loadpy"] = load


def shell():
    from IPython.core.interactiveshell import shell as made
    return made


@lines
def save(line):
    """Writes cells to a file: `%save name 1-4 7`. -r: as typed, -f: without a question, -a: at its end."""
    chosen, words = options(line, "rfa")
    if not words:
        raise UsageError("Missing filename.")
    raw = "r" in chosen
    path, ranges = os.path.expanduser(words[0]), words[1:]
    suffix = ".ipy" if raw else ".py"
    if not path.endswith((".py", ".ipy")):
        path += suffix
    exists = os.path.isfile(path)
    if exists and "f" not in chosen and "a" not in chosen and not ask("File `%s` exists. Overwrite (y/[N])? " % path, False):
        print("Operation cancelled.")
        return
    try:
        text = find_code(" ".join(ranges), raw)
    except (TypeError, ValueError) as error:
        print(error.args[0])
        return
    if not text.endswith("\n"):
        text += "\n"
    if "a" in chosen and exists:
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)
    else:
        with open(path, "w", encoding="utf-8") as file:
            file.write("# coding: utf-8\n" + text)
    print("The following commands were written to file `%s`:" % path)
    print(text, end="")


@lines
def macro(line):
    """Names cells, so that the name runs them: `%macro name 1-3 5`. -r: as typed, -q: silently."""
    chosen, words = options(line, "rq")
    space = _wick_shell.namespace()
    if not words:
        return sorted(name for name, value in space.items() if isinstance(value, Macro))
    if len(words) == 1:
        raise UsageError("%macro insufficient args; usage '%macro name n1-n2 n3-4...")
    try:
        text = find_code(" ".join(words[1:]), "r" in chosen)
    except (TypeError, ValueError) as error:
        print(error.args[0])
        return None
    space[words[0]] = Macro(text)
    if "q" not in chosen:
        print("Macro `%s` created. To execute, type its name (without quotes)." % words[0])
        print("=== Macro contents: ===")
        print(text, end=" ")
    return None


@lines("recall", "rep")
def recall(line):
    """Puts cells of the history, or the value of a name, into the next cell; alone the last output."""
    space = _wick_shell.namespace()
    if not line.strip():
        shell().set_next_input(str(space.get("_", "")))
        return
    if line.strip() in space:
        shell().set_next_input(str(space[line.strip()]))
        return
    found = inputs(line.split(), True) if are_ranges(line) else []
    if not found and not are_ranges(line):
        found = [text for text in space["In"][:-1] if line.strip() in text][-1:]
    if found:
        shell().set_next_input("\n".join(found))
    else:
        print("Couldn't evaluate or find in history:", line)


@lines
def rerun(line):
    """Runs cells again: the last one, those of ranges, -l n: the last n, -g text: the last one with that text."""
    chosen, words = options(line, "l:g:")
    past = _wick_shell.history_inputs([], True)[:-1]
    if "l" in chosen:
        found = [text for _, _, text in past][-int(chosen["l"]):]
    elif "g" in chosen:
        pattern = chosen["g"]
        found = [text for _, _, text in past if pattern in text and not text.startswith("%rerun")][-1:]
    elif words:
        found = inputs(words, True)
    else:
        found = [text for _, _, text in past][-1:]
    if not found:
        print("No lines in history match specification")
        return
    text = "\n".join(found)
    print("=== Executing: ===")
    print(text)
    print("=== Output: ===")
    shell().run_cell(text, store_history=False)


@lines("edit", "ed")
def edit(line):
    """Asks the front end to open a file, or code of the history, in an editor."""
    chosen, words = options(line, "xprn:")
    target = " ".join(words)
    path = os.path.expanduser(target)
    if not target or not os.path.isfile(path):
        text = ""
        if target:
            try:
                text = find_code(target)
            except (ValueError, TypeError):
                if not re.fullmatch(r"[\w./~-]+", target):
                    raise
        if not target or text:
            path = shell().mktempfile(text)
            print("IPython will make a temporary file named:", path)
        elif not path.endswith(".py"):
            path += ".py"
    _wick_shell.payload({"source": "edit_magic", "filename": os.path.abspath(path),
                         "line_number": int(chosen["n"]) if "n" in chosen else None})


@lines
def notebook(line):
    """Writes the cells of this session to a notebook."""
    import json
    words = split(line)
    if not words:
        raise UsageError("the following arguments are required: filename")
    outputs = _wick_shell.namespace()["_oh"]
    made = []
    for _, number, source in _wick_shell.history_inputs([], True):
        shown = []
        if number in outputs:
            shown = [{"output_type": "execute_result", "execution_count": number, "metadata": {},
                      "data": _wick_shell.format(outputs[number], None, None)[0]}]
        made.append({"cell_type": "code", "id": "%08x" % number, "execution_count": number, "metadata": {},
                     "outputs": shown, "source": source})
    whole = {"cells": made, "metadata": {"kernelspec": {"display_name": "Wick", "language": "python", "name": "wick"},
                                         "language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
    with open(os.path.expanduser(words[-1]), "w", encoding="utf-8") as file:
        json.dump(whole, file, indent=1)


# %run


@lines
def run(line):
    """Runs a file as a program and takes over its names. -i: in the user's names; -n: not as __main__; -e: without
    a word about sys.exit(); -t: with its time, -N how often; -m: a module; -G: no * in the arguments."""
    import glob
    import time
    words = split(line)
    flags, count, module = set(), 1, None
    while words and words[0].startswith("-") and len(words[0]) > 1:
        word = words.pop(0)
        if word.startswith("-N"):
            count = int(word[2:] or words.pop(0))
        elif word == "-m":
            module = words.pop(0) if words else None
            break
        else:
            flags.update(word[1:])
    if module is None and not words:
        raise Exception("you must provide at least a filename.") from IndexError("list index out of range")
    if module is not None:
        path = find_module(module)
    else:
        path = os.path.expanduser(words.pop(0))
        if not os.path.isfile(path) and not path.endswith(".py") and os.path.isfile(path + ".py"):
            path += ".py"
        if not os.path.isfile(path):
            raise Exception("File `%r` not found." % (path if path.endswith((".py", ".ipy", ".ipynb")) else path + ".py"))
    arguments = words
    if "G" not in flags:
        arguments = [found for word in words for found in (sorted(glob.glob(os.path.expanduser(word))) or [word])]
    if path.endswith((".ipy", ".ipynb")):
        return run_cells(path)
    user = _wick_shell.namespace()
    name = os.path.splitext(os.path.basename(path))[0] if "n" in flags else "__main__"
    old_arguments, old_path = sys.argv, sys.path[:]
    sys.argv = [path] + arguments
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    space, before = user, dict(user)
    if "i" not in flags:
        space = {"__builtins__": user["__builtins__"] if "__builtins__" in user else __builtins__}
    space["__name__"], space["__file__"] = name, path
    try:
        clock = os.times()
        start = time.perf_counter()
        for _ in range(count):
            execute(path, space, quiet="e" in flags)
        wall = time.perf_counter() - start
        if "t" in flags:
            tell_times(clock, os.times(), wall, count)
    finally:
        sys.argv, sys.path = old_arguments, old_path
        if space is user:
            for key in ("__name__", "__file__"):
                if key in before:
                    user[key] = before[key]
                else:
                    user.pop(key, None)
        else:
            user.update({key: value for key, value in space.items() if not (key.startswith("__") and key.endswith("__"))})
    return None


def find_module(name):
    import importlib.util
    spec = importlib.util.find_spec(name)
    if spec is None or not getattr(spec, "origin", None):
        raise Exception("%r is not a valid modulename on sys.path" % name)
    return spec.origin


def run_cells(path):
    if path.endswith(".ipynb"):
        import json
        with open(path, encoding="utf-8") as file:
            found = [cell["source"] for cell in json.load(file)["cells"] if cell["cell_type"] == "code"]
    else:
        with open(path, encoding="utf-8") as file:
            found = [file.read()]
    for source in found:
        shell().run_cell(source if isinstance(source, str) else "".join(source), silent=True)


def execute(path, space, quiet):
    """Runs a file; its error is shown here and is no error of the cell."""
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec")
        exec(code, space)
    except SystemExit as error:
        if error.code not in (None, 0) and not quiet:
            _wick_shell.show_traceback(error)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        _wick_shell.show_traceback(error)


def tell_times(before, after, wall, count):
    user, system = after.user - before.user, after.system - before.system
    print("\nIPython CPU timings (estimated):")
    if count == 1:
        print("  User   : %10.2f s." % user)
        print("  System : %10.2f s." % system)
    else:
        print("Total runs performed:", count)
        print("  Times  : %10s   %10s" % ("Total", "Per run"))
        print("  User   : %10.2f s, %10.2f s." % (user, user / count))
        print("  System : %10.2f s, %10.2f s." % (system, system / count))
    print("Wall time: %10.2f s." % wall)
