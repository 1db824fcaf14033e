"""Magics of folders, aliases and programs."""
import os
import re

import _wick_shell
from IPython.core.error import UsageError
from IPython.core.magics import Table, options, page, split
from IPython.core.magics import stored

lines = Table()
cells = Table()
folders = []

# Folders.


def expanded(path):
    path = path.strip()
    if len(path) > 1 and path[0] == path[-1] and path[0] in "'\"":
        path = path[1:-1]
    return os.path.expanduser(path)


def go(path, quiet=False):
    """Changes the folder; tells it, or why not."""
    visited = _wick_shell.namespace()["_dh"]
    try:
        os.chdir(path)
    except OSError as error:
        print(error)
    else:
        here = os.getcwd()
        if not visited or visited[-1] != here:
            visited.append(here)
    if not quiet:
        print(os.getcwd())


@lines
def cd(line):
    """Changes the folder: a path, -, -2 (by number of %dhist), -b and a bookmark, --part (one visited). -q: silently."""
    words = split(line)
    quiet = "-q" in words
    rest = re.sub(r"(^|\s)-q(\s|$)", " ", line).strip()
    visited = _wick_shell.namespace()["_dh"]
    if rest == "-":
        if len(visited) < 2:
            raise UsageError("%cd -: No previous directory to change to.")
        return go(visited[-2], quiet)
    if re.fullmatch(r"-\d+", rest):
        number = int(rest[1:])
        if number >= len(visited):
            print("The requested directory does not exist in history.")
            return None
        return go(visited[number], quiet)
    if rest.startswith("--"):
        for path in reversed(visited):
            if rest[2:] in path:
                return go(path, quiet)
        print("No matching directory.") if visited else print("No matching directory.")
        return None
    marks = stored.load("bookmarks", {})
    if rest.startswith("-b"):
        name = rest[2:].strip()
        if name not in marks:
            raise UsageError("Bookmark '%s' not found.  Use '%%bookmark -l' to see your bookmarks." % name)
        return go(marks[name], quiet)
    path = expanded(rest) or os.path.expanduser("~")
    if not os.path.isdir(path) and rest in marks:
        path = marks[rest]
    return go(path, quiet)


@lines
def dhist(line):
    """Prints the folders that were visited."""
    visited = _wick_shell.namespace()["_dh"]
    words = [int(word) for word in line.split()]
    start, stop = (max(0, len(visited) - words[0]), len(visited)) if len(words) == 1 else (
        (words[0], words[1]) if len(words) == 2 else (0, len(visited)))
    print("Directory history (kept in _dh)")
    for number in range(start, min(stop, len(visited))):
        print("%d: %s" % (number, visited[number]))


@lines
def dirs(line):
    """Returns the stack of folders."""
    return folders


@lines
def pushd(line):
    """Puts the folder on a stack and changes it."""
    home = os.path.expanduser("~")
    here = os.getcwd().replace(home, "~") if home != "/" else os.getcwd()
    if line.strip():
        cd(line)
    folders.insert(0, here)
    return folders


@lines
def popd(line):
    """Goes back to the folder on top of the stack."""
    if not folders:
        raise UsageError("%popd on empty stack")
    path = folders.pop(0)
    cd(path)
    print("popd ->", path)


@lines
def bookmark(line):
    """Names folders: a name alone marks this one. -l lists, -d deletes one, -r all."""
    chosen, words = options(line, "drl")
    marks = stored.load("bookmarks", {})
    if len(words) > 2:
        raise UsageError("%bookmark: too many arguments")
    if "d" in chosen:
        if not words:
            raise UsageError("%bookmark -d: must provide a bookmark to delete")
        if words[0] not in marks:
            raise UsageError("%%bookmark -d: Can't delete bookmark '%s'" % words[0])
        del marks[words[0]]
    elif "r" in chosen:
        marks = {}
    elif "l" in chosen:
        size = max(map(len, marks), default=0)
        print("Current bookmarks:")
        for name in sorted(marks):
            print("%-*s -> %s" % (size, name, marks[name]))
        return
    elif not words:
        raise UsageError("%bookmark: You must specify the bookmark name")
    else:
        marks[words[0]] = expanded(words[1]) if len(words) == 2 else os.getcwd()
    stored.save("bookmarks", marks)


# Aliases.

aliases = {
    "cat": "cat", "cp": "cp", "ldir": "ls -F -o --color %l | grep /$", "lf": "ls -F -o --color %l | grep ^-",
    "lk": "ls -F -o --color %l | grep ^l", "ll": "ls -F -o --color", "ls": "ls -F --color",
    "lx": "ls -F -o --color %l | grep ^-..x", "mkdir": "mkdir", "mv": "mv", "rm": "rm", "rmdir": "rmdir",
}


def call_alias(name, line):
    """Runs the command of an alias with the line in its place."""
    command = aliases[name]
    wanted = command.count("%s") - command.count("%%s")
    if "%l" in command:
        command, line = command.replace("%l", line), ""
    if wanted <= 0:
        command = (command.replace("%%s", "%s") + " " + line).rstrip()
    else:
        words = line.split(None, wanted)
        if len(words) < wanted:
            raise UsageError("Alias <%s> requires %d arguments, %d given." % (name, wanted, len(words)))
        command = command % tuple(words[:wanted]) + (" " + " ".join(words[wanted:]) if len(words) > wanted else "")
    _wick_shell.system(command)


for _name in ("cat", "cp", "ldir", "lf", "lk", "ll", "ls", "lx", "mkdir", "mv", "rm", "rmdir"):
    lines[_name] = lambda line, name=_name: call_alias(name, line)
lines["la"] = lambda line: _wick_shell.system("ls -F -a --color " + line)


@lines
def alias(line):
    """Makes a command of the system a magic: a name and the command, in which %l is the line and each %s a word."""
    name, _, command = line.strip().partition(" ")
    if not name:
        print("Total number of aliases:", len(aliases))
        return sorted(aliases.items())
    if not command.strip():
        if name not in aliases:
            print("No alias found: %s" % name)
        else:
            print("%s: %s" % (name, aliases[name]))
        return None
    aliases[name] = command.strip()
    _wick_shell.register_magic("line", name, lambda rest: call_alias(name, rest))
    return None


@lines
def unalias(line):
    """Removes an alias."""
    name = line.strip()
    if name not in aliases:
        raise ValueError("%s is not an alias" % name)
    del aliases[name]
    _wick_shell.forget_magic(name)


@lines
def alias_magic(line):
    """Gives a magic another name: `%alias_magic name magic`; -l and -c: the line or the cell form; -p: parameters."""
    chosen, words = options(line, "lcp:", "line", "cell", "params=")
    if len(words) != 2:
        raise UsageError("the following arguments are required: name, target")
    name, target = words[0].lstrip("%"), words[1].lstrip("%")
    line_names, cell_names = _wick_shell.magic_names()
    forms = [form for form in ("line", "cell") if form[0] in chosen or form in chosen]
    wanted = forms or [f for f, known in (("line", line_names), ("cell", cell_names)) if target in known]
    if not wanted:
        raise UsageError("unsupported magic: %s" % target)
    parameters = chosen.get("p", chosen.get("params", ""))
    extra = " " + parameters.strip("'\"") if parameters else ""

    def run_line(rest):
        return _wick_shell.run_line_magic(target, (extra.strip() + " " + rest).strip())

    def run_cell(rest, cell):
        return _wick_shell.run_cell_magic(target, (extra.strip() + " " + rest).strip(), cell)
    for form in wanted:
        known, sign = (line_names, "%") if form == "line" else (cell_names, "%%")
        if target not in known:
            raise UsageError("%s magic `%s%s` not found" % (form, sign, target))
        _wick_shell.register_magic(form, name, run_line if form == "line" else run_cell)
        print("Created `%s%s` as an alias for `%s%s%s`." % (sign, name, sign, target, extra))


@lines
def rehashx(line):
    """Does nothing: programs are not made magics."""


# Commands and files.

@lines("sx", "system")
def sx(line):
    """Runs a command; returns the lines it wrote."""
    from IPython.core.interactiveshell import shell
    return shell.getoutput(line)


@lines
def sc(line):
    """Captures what a command writes: `%sc -l name=command`, -v prints it."""
    chosen, _ = options(line.partition("=")[0], "lv")
    name, _, command = re.sub(r"^(\s*-[lv]+)+", "", line).strip().partition("=")
    if not command:
        return ""
    text = _wick_shell.getoutput(command)
    value = text.splitlines() if "l" in chosen else text.rstrip("\n")
    if "v" in chosen:
        print("%s ==\n%r" % (name, value))
    if not name.strip():
        return value
    _wick_shell.namespace()[name.strip()] = value
    return None


@lines("pycat", "more", "less", "page")
def pycat(line):
    """Shows a file in the pager, or the value of a name."""
    words = split(line)
    path = os.path.expanduser(words[-1]) if words else ""
    if not os.path.isfile(path):
        from IPython.core.magics.namespace import found
        exists, value = found(words[-1] if words else "")
        if exists:
            from pprint import pformat
            return page(str(value) if "-r" in words or isinstance(value, str) else pformat(value))
        print("Error: no such file or variable: %r" % path)
        return None
    with open(path) as file:
        page(_wick_shell.highlight(file.read()))
    return None


@lines
def man(line):
    """Shows the page of the manual about a program."""
    page(_wick_shell.getoutput("man %s | col -b" % line))
