"""History and settings of a line editor. Wick's prompt reads lines as the terminal gives them: it edits and completes none, so
that completers and hooks that are set here are kept, but never called."""
import os as _os

_history, _longest = [], -1
_settings = {"completer": None, "startup": None, "pre_input": None, "matches": None, "auto": True}
_delims = " \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?"


def parse_and_bind(string, /):
    """A line of an init file; there is nothing to bind."""


def read_init_file(filename=None, /):
    """Reads an init file, whose lines bind nothing."""
    if filename is not None:
        with open(filename, "rb"):
            pass


def get_line_buffer():
    """The line that is edited: none is."""
    return ""


def insert_text(string, /):
    """Text for the line that is edited."""


def redisplay():
    """Shows the line again."""


def _home(filename):
    return _os.path.expanduser("~/.history") if filename is None else filename


def read_history_file(filename=None, /):
    """Adds the lines of a file to the history."""
    with open(_home(filename), encoding="utf-8", errors="surrogateescape") as file:
        _history.extend(line.rstrip("\n") for line in file)


def write_history_file(filename=None, /):
    """Writes the history, or the last lines that `set_history_length` allows."""
    kept = _history if _longest < 0 else _history[len(_history) - min(_longest, len(_history)):]
    with open(_home(filename), "w", encoding="utf-8", errors="surrogateescape") as file:
        file.writelines(line + "\n" for line in kept)


def append_history_file(nelements, filename=None, /):
    """Adds the last lines of the history to a file that exists."""
    path = _home(filename)
    _os.stat(path)
    with open(path, "a", encoding="utf-8", errors="surrogateescape") as file:
        file.writelines(line + "\n" for line in _history[max(0, len(_history) - nelements):])


def get_history_length():
    """How many lines a file is cut to; -1: all."""
    return _longest


def set_history_length(length, /):
    """Says how many lines a file is cut to."""
    global _longest
    _longest = length


def get_current_history_length():
    """How many lines there are."""
    return len(_history)


def get_history_item(index, /):
    """A line by its number, from 1; None where there is none."""
    return _history[index - 1] if 0 < index <= len(_history) else None


def _place(pos):
    if pos < 0:
        raise ValueError("History index cannot be negative")
    if pos >= len(_history):
        raise ValueError("No history item at position %d" % pos)
    return pos


def remove_history_item(pos, /):
    """Removes a line by its place, from 0."""
    del _history[_place(pos)]


def replace_history_item(pos, line, /):
    """Replaces a line by its place, from 0."""
    _history[_place(pos)] = line


def add_history(string, /):
    """Adds a line."""
    _history.append(string)


def clear_history():
    """Forgets all lines."""
    _history.clear()


def set_auto_history(enabled, /):
    """Whether lines that are read would be added."""
    _settings["auto"] = bool(enabled)


def set_startup_hook(function=None, /):
    """What would be called before a line is read."""
    _settings["startup"] = function


def set_pre_input_hook(function=None, /):
    """What would be called before the first letter of a line is read."""
    _settings["pre_input"] = function


def set_completer(function=None, /):
    """What would be asked for the rest of a word."""
    _settings["completer"] = function


def get_completer():
    """What would be asked for the rest of a word."""
    return _settings["completer"]


def get_completion_type():
    """The kind of completion under way."""
    return 0


def get_begidx():
    """Where the word to be completed begins."""
    return 0


def get_endidx():
    """Where the word to be completed ends."""
    return 0


def set_completer_delims(string, /):
    """The letters between words."""
    global _delims
    _delims = string


def get_completer_delims():
    """The letters between words."""
    return _delims


def set_completion_display_matches_hook(function=None, /):
    """What would show the matches."""
    _settings["matches"] = function
