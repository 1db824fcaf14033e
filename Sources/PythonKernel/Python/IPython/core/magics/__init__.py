"""Magics written in Python. The table in Swift names them; a module is imported when one of its magics is used first."""
import getopt
import shlex

import _wick_shell
from IPython.core.error import UsageError


class Table(dict):
    """Functions by the name of their magic: `@lines` uses the function's name, `@lines("name", ...)` others."""

    def __call__(self, *names):
        if len(names) == 1 and callable(names[0]):
            self[names[0].__name__] = names[0]
            return names[0]

        def add(function):
            self.update(dict.fromkeys(names, function))
            return function
        return add


def options(line, letters, *words):
    """Splits a line into its options and the words after them."""
    try:
        found, rest = getopt.getopt(split(line), letters, list(words))
    except getopt.GetoptError as error:
        known = letters + (" " + ", ".join(words) if words else "")
        raise UsageError("%s (allowed: %r)" % (error, known)) from None
    return {key.lstrip("-"): value for key, value in found}, rest


def split(line):
    """The words of a line; quotes that are not closed are letters."""
    try:
        return shlex.split(line)
    except ValueError:
        return line.split()


def page(text):
    """Shows text in the pager of the front end."""
    _wick_shell.payload({"source": "page", "data": {"text/plain": text}, "start": 0})


def ask(question, default=None):
    """Asks for yes or no; `default` is what an empty answer means."""
    while True:
        answer = input(question).strip().lower()
        if not answer and default is not None:
            return default
        if answer in ("y", "yes"):
            return True
        if answer in ("n", "no"):
            return False


def warn(text):
    _wick_shell.warn("UserWarning: " + text + "\n")
