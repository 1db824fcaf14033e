"""Tables of what cProfile has measured."""
import re
import sys
from enum import StrEnum

__all__ = ["Stats", "SortKey"]


class SortKey(StrEnum):
    """What tables can be sorted by."""
    # Times
    CUMULATIVE = "cumulative", "cumtime"
    TIME = "time", "tottime"
    # Counts
    CALLS = "calls", "ncalls"
    PCALLS = "pcalls"
    # Names
    FILENAME = "filename", "module"
    NAME = "name"
    LINE = "line"
    NFL = "nfl"
    STDNAME = "stdname"

    def __new__(cls, *values):
        made = str.__new__(cls, values[0])
        made._value_ = values[0]
        for other in values[1:]:
            cls._value2member_map_[other] = made
        made._all_values = values
        return made


def func_std_string(func):
    """A function as tables show it."""
    file, line, name = func
    if func[:2] == ("~", 0):
        return "{%s}" % name[1:-1] if name.startswith("<") and name.endswith(">") else name
    return "%s:%d(%s)" % func


def func_get_function_name(func):
    return func[2]


# What is compared: (position in the row, greatest first).
_KEYS = {
    "calls": ("call count", [(1, True)]), "ncalls": ("call count", [(1, True)]),
    "cumtime": ("cumulative time", [(3, True)]), "cumulative": ("cumulative time", [(3, True)]),
    "filename": ("file name", [(4, False)]), "line": ("line number", [(5, False)]),
    "module": ("file name", [(4, False)]), "name": ("function name", [(6, False)]),
    "nfl": ("name/file/line", [(6, False), (4, False), (5, False)]), "pcalls": ("primitive call count", [(0, True)]),
    "stdname": ("standard name", [(7, False)]), "time": ("internal time", [(2, True)]),
    "tottime": ("internal time", [(2, True)]),
}


class Stats:
    """What profiles have measured, added up."""

    def __init__(self, *args, stream=None):
        self.stream = sys.stdout if stream is None else stream
        self.files, self.stats = [], {}
        self.fcn_list = None
        self.sort_type = None
        self.all_callees = None
        self._sums()
        self.add(*args)

    def _sums(self):
        self.total_calls = sum(row[1] for row in self.stats.values())
        self.prim_calls = sum(row[0] for row in self.stats.values())
        self.total_tt = sum(row[2] for row in self.stats.values())
        self.max_name_len = max([len(func_std_string(name)) for name in self.stats], default=0)
        self.top_level = {name for name, row in self.stats.items() if not row[4]}

    def add(self, *args):
        for arg in args:
            if isinstance(arg, str):
                import pickle
                with open(arg, "rb") as file:
                    found = pickle.load(file)
                self.files.append(arg)
            elif isinstance(arg, Stats):
                found = arg.stats
            elif hasattr(arg, "create_stats"):
                arg.create_stats()
                found = arg.stats
            else:
                raise TypeError("Cannot create or construct a %r object from %r" % (self.__class__, arg))
            for name, row in found.items():
                self.stats[name] = _added(self.stats[name], row) if name in self.stats else row
        self.fcn_list = self.all_callees = None
        self._sums()
        return self

    def dump_stats(self, filename):
        import pickle
        with open(filename, "wb") as file:
            pickle.dump(self.stats, file)

    def strip_dirs(self):
        """File names without folders."""
        def short(func):
            return func[0].rsplit("/", 1)[-1], func[1], func[2]
        old, self.stats = self.stats, {}
        for name, row in old.items():
            callers = {}
            for caller, numbers in row[4].items():
                key = short(caller)
                callers[key] = _plus(callers[key], numbers) if key in callers else numbers
            row = row[:4] + (callers,)
            name = short(name)
            self.stats[name] = _added(self.stats[name], row) if name in self.stats else row
        self.fcn_list = self.all_callees = None
        self._sums()
        return self

    def get_sort_arg_defs(self):
        return {name: keys for name, (_, keys) in _KEYS.items()}

    def sort_stats(self, *field):
        """Sorts by one or several fields."""
        if not field:
            self.fcn_list = None
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = [{-1: "stdname", 0: "calls", 1: "time", 2: "cumulative"}[field[0]]]
        elif len({type(word) is SortKey for word in field}) > 1:
            raise TypeError("Can't have mixed argument type")
        keys, titles = [], []
        for word in field:
            found = [name for name in _KEYS if name == word] or [name for name in _KEYS if name.startswith(word)]
            if not found or len({_KEYS[name][0] for name in found}) > 1:
                raise KeyError(word)
            titles.append(_KEYS[found[0]][0])
            keys += _KEYS[found[0]][1]
        self.sort_type = ", ".join(titles)
        rows = [row[:4] + name + (func_std_string(name), name) for name, row in self.stats.items()]
        for position, greatest_first in reversed(keys):
            rows.sort(key=lambda row: row[position], reverse=greatest_first)
        self.fcn_list = [row[-1] for row in rows]
        return self

    def reverse_order(self):
        """Turns the order of the rows round."""
        self.fcn_list = self.fcn_list and self.fcn_list[::-1]
        return self

    def calc_callees(self):
        if self.all_callees is None:
            self.all_callees = {}
            for name, row in self.stats.items():
                self.all_callees.setdefault(name, {})
                for caller, numbers in row[4].items():
                    self.all_callees.setdefault(caller, {})[name] = numbers

    def _say(self, *words):
        print(*words, file=self.stream)

    def _selected(self, amount):
        """The functions to print, and what was said about leaving some out."""
        names = list(self.fcn_list or self.stats)
        text = ("   Ordered by: " + self.sort_type if self.fcn_list else "   Random listing order was used") + "\n"
        for restriction in amount:
            before = len(names)
            if isinstance(restriction, str):
                pattern = re.compile(restriction)
                names = [name for name in names if pattern.search(func_std_string(name))]
            elif isinstance(restriction, float) and 0.0 <= restriction < 1.0:
                names = names[:int(before * restriction + .5)]
            elif isinstance(restriction, int) and 0 <= restriction:
                names = names[:restriction]
            if len(names) != before:
                text += "   List reduced from %r to %r due to restriction <%r>\n" % (before, len(names), restriction)
        return names, text

    def print_stats(self, *amount):
        for filename in self.files:
            self._say(filename)
        if self.files:
            self._say()
        primitive = "" if self.total_calls == self.prim_calls else "(%d primitive calls) " % self.prim_calls
        self._say(" " * 8, self.total_calls, "function calls", primitive + "in %.3f seconds" % self.total_tt)
        self._say()
        names, text = self._selected(amount)
        if names:
            self._say(text)
            self._say("   ncalls  tottime  percall  cumtime  percall filename:lineno(function)")
            for name in names:
                self._line(name)
            self._say()
            self._say()
        return self

    def _line(self, name):
        plain, calls, own, total, _ = self.stats[name]
        count = str(calls) if calls == plain else "%d/%d" % (calls, plain)
        self._say(" ".join([count.rjust(9), "%8.3f" % own, "%8.3f" % (own / calls) if calls else " " * 8,
                            "%8.3f" % total, "%8.3f" % (total / plain) if plain else " " * 8,
                            func_std_string(name)]))

    def print_callees(self, *amount):
        self.calc_callees()
        self._related(amount, "called...", "->", lambda name: self.all_callees.get(name, {}))
        return self

    def print_callers(self, *amount):
        self._related(amount, "was called by...", "<-", lambda name: self.stats[name][4])
        return self

    def _related(self, amount, title, arrow, others):
        names, text = self._selected(amount)
        if not names:
            return
        self._say(text)
        width = max(len(func_std_string(name)) for name in names) + 2
        self._say("Function ".ljust(width) + title)
        self._say(" " * width + "    ncalls  tottime  cumtime")
        for name in names:
            head = func_std_string(name).ljust(width) + arrow
            found = others(name)
            if not found:
                self._say(head)
            for other in sorted(found):
                plain, calls, own, total = found[other]
                count = str(calls) if calls == plain else "%d/%d" % (calls, plain)
                self._say("%s %s %8.3f %8.3f  %s" % (head, count.rjust(7), own, total,
                                                     func_std_string(other)))
                head = " " * len(head)
        self._say()
        self._say()


def _plus(a, b):
    return tuple(x + y for x, y in zip(a, b))


def _added(a, b):
    callers = dict(a[4])
    for name, numbers in b[4].items():
        callers[name] = _plus(callers[name], numbers) if name in callers else numbers
    return _plus(a[:4], b[:4]) + (callers,)
