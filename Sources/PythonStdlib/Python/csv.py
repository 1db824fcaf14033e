"""Tables as comma-separated values."""

import _tables
from io import StringIO as _StringIO

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error",
           "Dialect", "excel", "excel_tab", "field_size_limit", "reader", "writer", "register_dialect",
           "get_dialect", "list_dialects", "Sniffer", "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]

__version__ = "1.0"
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
_dialects = {}
_limit = 128 * 1024


class Error(Exception):
    """Something is wrong with a table."""


class _Format:
    """A dialect whose parts were checked."""

    __slots__ = ("_delimiter", "_doublequote", "_escapechar", "_lineterminator", "_quotechar", "_quoting",
                 "_skipinitialspace", "_strict")

    def __init__(self, dialect=None, **options):
        for name in options:
            if name not in _DEFAULTS:
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)

        def get(name):
            if name in options:
                return options[name]
            return getattr(dialect, name, _DEFAULTS[name]) if dialect is not None else _DEFAULTS[name]
        quoting = get("quoting")
        delimiter = self._char("delimiter", get("delimiter"), False)
        escape = self._char("escapechar", get("escapechar"), True)
        quotechar = get("quotechar")
        explicit = "quoting" in options or dialect is not None and hasattr(dialect, "quoting")
        quotechar = self._char("quotechar", quotechar, True)
        if type(quoting) is bool or not isinstance(quoting, int):
            raise TypeError('"quoting" must be an integer' + (", not %s" % type(quoting).__name__ if False else ""))
        if not 0 <= quoting <= 5:
            raise TypeError('bad "quoting" value')
        if quotechar is None and not explicit:
            quoting = QUOTE_NONE
        terminator = get("lineterminator")
        if not isinstance(terminator, str):
            raise TypeError('"lineterminator" must be a string, not %s' % type(terminator).__name__
                            if terminator is not None else "lineterminator must be set")
        if quoting != QUOTE_NONE and quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        self._delimiter, self._escapechar, self._quotechar, self._quoting = delimiter, escape, quotechar, quoting
        self._lineterminator = terminator
        self._doublequote, self._skipinitialspace = bool(get("doublequote")), bool(get("skipinitialspace"))
        self._strict = bool(get("strict"))

    @staticmethod
    def _char(name, value, optional):
        if value is None and optional:
            return None
        if not isinstance(value, str):
            raise TypeError('"%s" must be string%s, not %s' % (
                name, " or None" if optional else "", type(value).__name__))
        if len(value) != 1:
            raise TypeError('"%s" must be a 1-character string' % name)
        return value

    delimiter = property(lambda self: self._delimiter)
    doublequote = property(lambda self: self._doublequote)
    escapechar = property(lambda self: self._escapechar)
    lineterminator = property(lambda self: self._lineterminator)
    quotechar = property(lambda self: self._quotechar)
    quoting = property(lambda self: self._quoting)
    skipinitialspace = property(lambda self: self._skipinitialspace)
    strict = property(lambda self: self._strict)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' object")


_DEFAULTS = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"',
             "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False}


class Dialect:
    """Base of the descriptions of tables."""

    _name = ""
    _valid = False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _checked(self, {})
        except TypeError as e:
            raise Error(str(e)) from None


class excel(Dialect):
    """What Excel writes."""

    delimiter, quotechar, doublequote = ",", '"', True
    skipinitialspace, lineterminator, quoting = False, "\r\n", QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter, quotechar, doublequote = ",", '"', True
    skipinitialspace, lineterminator, quoting = False, "\n", QUOTE_ALL


def _checked(dialect, options):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    if isinstance(dialect, _Format) and not options:
        return dialect
    return _Format(dialect, **options)


def register_dialect(name, dialect=None, /, **fmtparams):
    """Gives a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _checked(dialect, fmtparams)


def unregister_dialect(name, /):
    try:
        del _dialects[name]
    except (KeyError, TypeError):
        raise Error("unknown dialect") from None


def get_dialect(name, /):
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    return list(_dialects)


def field_size_limit(*limit):
    """The longest field allowed; sets it when a number is given."""
    global _limit
    old = _limit
    if len(limit) > 1:
        raise TypeError("field_size_limit expected at most 1 argument, got %d" % len(limit))
    if limit:
        if not isinstance(limit[0], int):
            raise TypeError("limit must be an integer")
        _limit = limit[0]
        _tables.set_limit(_limit)
    return old


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


def reader(iterable, /, dialect="excel", **fmtparams):
    """The rows of a table as lists."""
    return _tables.reader(iterable, _checked(dialect, fmtparams))


def writer(fileobj, /, dialect="excel", **fmtparams):
    """An object that writes rows to a file."""
    write = getattr(fileobj, "write", None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return _tables.writer(write, _checked(dialect, fmtparams))


Reader, Writer = _tables.Reader, _tables.Writer
_tables.set_up(Error)


class DictReader:
    """The rows of a table as dictionaries."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect, self.line_num = dialect, 0

    def _get_fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    def _set_fieldnames(self, value):
        self._fieldnames = value

    fieldnames = property(_get_fieldnames, _set_fieldnames, doc="The names of the columns.")

    def __iter__(self):
        return self

    def __next__(self):
        if not self.line_num:
            self._get_fieldnames()
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while not row:
            row = next(self.reader)
        names = self.fieldnames
        made = dict(zip(names, row))
        if len(names) < len(row):
            made[self.restkey] = row[len(names):]
        elif len(names) > len(row):
            for key in names[len(row):]:
                made[key] = self.restval
        return made

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class DictWriter:
    """Writes dictionaries as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames, self.restval = fieldnames, restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction.lower()
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [k for k in rowdict if k not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return (rowdict.get(key, self.restval) for key in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class Sniffer:
    """Guesses the dialect of a sample."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        quotechar, doublequote, delimiter, skip = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skip = self._by_counts(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator, quoting = "\r\n", QUOTE_MINIMAL
        dialect.doublequote, dialect.delimiter = doublequote, delimiter
        dialect.quotechar, dialect.skipinitialspace = quotechar or '"', skip
        return dialect

    def _by_quotes(self, data, delimiters):
        """Looks for quoted fields and what stands beside them."""
        import re
        matches = []
        for pattern in (r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?P=delim)',
                        r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?P<delim>[^\w\n"\'])(?P<space> ?)',
                        r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?:$|\n)',
                        r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?:$|\n)'):
            regexp = re.compile(pattern, re.DOTALL | re.MULTILINE)
            matches = [m.groupdict() for m in regexp.finditer(data)]
            if matches:
                break
        if not matches:
            return "", False, None, 0
        quotes, delims, spaces = {}, {}, 0
        for m in matches:
            if m["quote"]:
                quotes[m["quote"]] = quotes.get(m["quote"], 0) + 1
            key = m.get("delim")
            if key and (delimiters is None or key in delimiters):
                delims[key] = delims.get(key, 0) + 1
            if m.get("space"):
                spaces += 1
        quotechar = max(quotes, key=quotes.get)
        if delims:
            delim = max(delims, key=delims.get)
            skip = delims[delim] == spaces
            if delim == "\n":
                delim = ""
        else:
            delim, skip = "", 0
        d, q = re.escape(delim), quotechar
        double = re.compile(r"((%s)|^)\W*%s[^%s\n]*%s[^%s\n]*%s\W*((%s)|$)" % (d, q, d, q, d, q, d), re.MULTILINE)
        return quotechar, bool(double.search(data)), delim, skip

    def _by_counts(self, data, delimiters):
        """Looks for the character that comes equally often in every line."""
        lines = [line for line in data.split("\n") if line]
        ascii = [chr(c) for c in range(127)]
        tables, modes, delims = {}, {}, {}
        step = min(10, len(lines))
        start, end, iteration = 0, step, 0
        while start < len(lines):
            iteration += 1
            for line in lines[start:end]:
                for char in ascii:
                    counts = tables.setdefault(char, {})
                    n = line.count(char)
                    counts[n] = counts.get(n, 0) + 1
            for char, counts in tables.items():
                items = list(counts.items())
                if len(items) == 1 and items[0][0] == 0:
                    continue
                if len(items) > 1:
                    best = max(items, key=lambda x: x[1])
                    items.remove(best)
                    modes[char] = (best[0], best[1] - sum(i[1] for i in items))
                else:
                    modes[char] = items[0]
            total = float(min(step * iteration, len(lines)))
            consistency = 1.0
            while not delims and consistency >= 0.9:
                for char, (count, times) in modes.items():
                    if count > 0 and times > 0 and times / total >= consistency and \
                            (delimiters is None or char in delimiters):
                        delims[char] = (count, times)
                consistency -= 0.01
            if len(delims) == 1:
                delim = next(iter(delims))
                return delim, lines[0].count(delim) == lines[0].count("%c " % delim)
            start = end
            end += step
        if not delims:
            return "", 0
        for delim in self.preferred:
            if delim in delims:
                return delim, lines[0].count(delim) == lines[0].count("%c " % delim)
        delim = max((count, char) for char, count in delims.items())[1]
        return delim, lines[0].count(delim) == lines[0].count("%c " % delim)

    def has_header(self, sample):
        """Whether the first row looks like names."""
        rows = reader(_StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        checked = 0
        for row in rows:
            if checked > 20:
                break
            checked += 1
            if len(row) != len(header):
                continue
            for col in list(kinds):
                try:
                    complex(row[col])
                    kind = complex
                except (ValueError, OverflowError):
                    kind = len(row[col])
                if kind != kinds[col]:
                    if kinds[col] is None:
                        kinds[col] = kind
                    else:
                        del kinds[col]
        votes = 0
        for col, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[col]) != kind else -1
            else:
                try:
                    kind(header[col])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0
