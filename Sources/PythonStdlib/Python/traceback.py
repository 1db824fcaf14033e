"""Tracebacks as text."""

import itertools
import linecache
import sys
from _collections_abc import Sequence as _Sequence

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb"]

_REPEATS = 3
_MAX_CANDIDATE_ITEMS, _MAX_STRING_SIZE = 750, 40
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class _Implicit:
    """What stands in signatures for an argument that may be left out."""

    def __repr__(self):
        return "<implicit>"


_implicit = _Implicit()


def _exception(exc, value, tb):
    """The exception and the traceback that a call means."""
    given = (value is not _implicit) + (tb is not _implicit)
    if given == 2:
        return value, tb
    if given == 1:
        raise ValueError("Both or neither of value and tb must be given")
    if exc is None or isinstance(exc, BaseException):
        return exc, getattr(exc, "__traceback__", None)
    raise TypeError("Exception expected for value, %s found" % type(exc).__name__)


def print_list(extracted_list, file=None):
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=sys.stderr if file is None else file, end="")


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    return StackSummary._extract(_tb_positions(tb), limit=limit)


def print_exception(exc, /, value=_implicit, tb=_implicit, limit=None, file=None, chain=True):
    value, tb = _exception(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_implicit, tb=_implicit, limit=None, chain=True):
    value, tb = _exception(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_implicit):
    if value is _implicit:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def _exc():
    return sys.exc_info()[1]


def print_exc(limit=None, file=None, chain=True):
    exc = _exc()
    print_exception(type(exc), exc, exc.__traceback__ if exc is not None else None, limit, file, chain)


def format_exc(limit=None, chain=True):
    exc = _exc()
    return "".join(format_exception(type(exc), exc, exc.__traceback__ if exc is not None else None, limit, chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(sys._getframe(1) if f is None else f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(sys._getframe(1) if f is None else f, limit=limit))


def extract_stack(f=None, limit=None):
    stack = StackSummary.extract(walk_stack(sys._getframe(1) if f is None else f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except (RuntimeError, AttributeError):
            pass
        tb = tb.tb_next


class FrameSummary:
    """A frame of a stack."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno = colno, end_colno
        self._line = line
        if lookup_line:
            self.line
        self.locals = {k: _safe(repr, v, "local", repr) for k, v in locals.items()} if locals else None

    @property
    def line(self):
        """The line of source without the white space around it."""
        source = self._original_line
        return source if source is None else source.strip()

    @property
    def _original_line(self):
        if self._line is None and self.lineno is not None:
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line

    def _four(self):
        return self.filename, self.lineno, self.name, self.line

    def __len__(self): return 4
    def __iter__(self): return iter(self._four())
    def __getitem__(self, pos): return self._four()[pos]

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __eq__(self, other):
        if isinstance(other, tuple):
            return self._four() == other
        if not isinstance(other, FrameSummary):
            return NotImplemented
        return (self.filename, self.lineno, self.name, self.locals) == (
            other.filename, other.lineno, other.name, other.locals)


def _safe(function, value, what, func=None):
    try:
        return function(value)
    except Exception:
        return "<%s %s() failed>" % (what, (func or function).__name__)


def _tb_positions(tb):
    while tb is not None:
        code = tb.tb_frame.f_code
        positions = (None, None, None, None)
        find = getattr(code, "co_positions", None)
        if find is not None and tb.tb_lasti >= 0:
            positions = next(itertools.islice(find(), tb.tb_lasti // 2, None), positions)
        yield tb.tb_frame, (tb.tb_lineno, *positions[1:])
        tb = tb.tb_next


def walk_stack(f):
    """The frames from one outwards, with line numbers."""
    if f is None:
        f = sys._getframe(1)
        while f is not None and f.f_globals is globals():
            f = f.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _limited(frames, limit):
    """The first frames, or the last ones if the limit is negative."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        limit = limit if limit is None else max(limit, 0)
    if limit is not None and limit < 0:
        return list(frames)[limit:]
    return itertools.islice(frames, limit)


class StackSummary(list):
    """The frames of a stack."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        return cls._extract(((f, (line, None, None, None)) for f, line in frame_gen), limit=limit,
                            lookup_lines=lookup_lines, capture_locals=capture_locals)

    @classmethod
    def _extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        result, names = cls(), set()
        for frame, (lineno, end_lineno, colno, end_colno) in _limited(frame_gen, limit):
            code = frame.f_code
            names.add(code.co_filename)
            linecache.lazycache(code.co_filename, frame.f_globals)
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False,
                                       locals=frame.f_locals if capture_locals else None, end_lineno=end_lineno,
                                       colno=colno, end_colno=end_colno))
        for name in names:
            linecache.checkcache(name)
        if lookup_lines:
            for frame in result:
                frame.line
        return result

    @classmethod
    def from_list(cls, a_list):
        def frame(entry):
            if isinstance(entry, FrameSummary):
                return entry
            *place, line = entry
            if len(place) != 3:
                filename, lineno, name = place
            return FrameSummary(*place, line=line)
        return cls(map(frame, a_list))

    def format_frame_summary(self, frame_summary):
        """The text of one frame; None leaves it out."""
        row = ['  File "%s", line %s, in %s\n' % (frame_summary.filename, frame_summary.lineno, frame_summary.name)]
        if frame_summary.line:
            stripped = frame_summary.line.strip()
            row.append("    %s\n" % stripped)
            marks = _marks(frame_summary, stripped)
            if marks:
                row.append("    %s\n" % marks)
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                row.append("    %s = %s\n" % (name, value))
        return "".join(row)

    def format(self):
        """The texts of the frames; a frame that repeats is told three times and then counted."""
        texts, last, count = [], None, 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is not None:
                place = frame.filename, frame.lineno, frame.name
                if place != last:
                    texts += _repeated(count)
                    last, count = place, 0
                count += 1
                if count <= _REPEATS:
                    texts.append(text)
        return texts + _repeated(count)


def _repeated(count):
    more = count - _REPEATS
    return ["  [Previous line repeated %d more time%s]\n" % (more, "s" if more > 1 else "")] if more > 0 else []


def _marks(frame, stripped):
    """The line of carets under a line of source."""
    if frame.colno is None or frame.end_colno is None:
        return ""
    original = frame._original_line.rstrip("\n")
    # (Columns of code are characters here.)
    start = frame.colno
    end = frame.end_colno if frame.lineno == frame.end_lineno else len(original.rstrip())
    indent = len(original) - len(original.lstrip())
    start, end = start - indent, end - indent
    if end <= start:
        return ""
    if start <= 0 and end >= len(stripped) and frame.lineno == frame.end_lineno:
        operator = _operator(stripped[max(0, start):end]) if start >= 0 else None
        if operator is None:
            return ""
    segment = stripped[max(start, 0):end]
    operator = _operator(segment) if frame.lineno == frame.end_lineno else None
    marks = ["^"] * len(segment)
    if operator is not None:
        left, right = operator
        marks = ["^" if left <= i < right else "~" for i in range(len(segment))]
    return " " * max(start, 0) + "".join(marks)


def _operator(segment):
    """Where the operator, the subscript or the call of an expression stands."""
    try:
        import ast
        tree = ast.parse("(\n%s\n)" % segment)
    except Exception:
        return _scan_operator(segment)
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.Expr):
        return None
    expr = tree.body[0].value
    if isinstance(expr, ast.BinOp):
        start = expr.left.end_col_offset
        end = expr.right.col_offset
        text = segment[start:end]
        first = len(text) - len(text.lstrip(" )\t"))
        width = 2 if text[first:first + 2] in ("**", "//", "<<", ">>") else 1
        return start + first, start + first + width
    if isinstance(expr, ast.Subscript):
        start = expr.value.end_col_offset
        while start < len(segment) and segment[start] != "[":
            start += 1
        return start, len(segment)
    return None


def _scan_operator(segment):
    depth, quote = 0, None
    for i, c in enumerate(segment):
        if quote:
            if c == quote:
                quote = None
        elif c in "'\"":
            quote = c
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        elif depth == 0 and c in "+-*/%@&|^<>" and 0 < i < len(segment) - 1:
            before = segment[:i].rstrip()[-1:]
            two = segment[i:i + 2]
            if not (before.isalnum() or before in ")]}_\"'"):
                continue
            if c in "<>" and two not in ("<<", ">>") or two[1:] == "=":
                return None
            return i, i + (2 if two in ("**", "//", "<<", ">>") else 1)
    return None


def _margin(texts, depth, edge="|"):
    """The texts with the margin that members of groups have."""
    if not depth:
        yield from texts
        return
    margin = "  " * depth + edge + " "
    for text in texts:
        yield "".join([margin + line for line in text.splitlines(True)])


class TracebackException:
    """An exception ready to be printed."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        is_outer = _seen is None
        _seen = set() if _seen is None else _seen
        _seen.add(id(exc_value))
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = StackSummary._extract(_tb_positions(exc_traceback), limit=limit, lookup_lines=lookup_lines,
                                           capture_locals=capture_locals)
        self.exc_type = exc_type
        self._str = _safe(str, exc_value, "exception")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self._is_syntax_error = False
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename, lineno = exc_value.filename, exc_value.lineno
            self.lineno = str(lineno) if lineno is not None else None
            end_lineno = getattr(exc_value, "end_lineno", None)
            self.end_lineno = str(end_lineno) if end_lineno is not None else None
            self.text, self.offset = exc_value.text, exc_value.offset
            self.end_offset, self.msg = getattr(exc_value, "end_offset", None), exc_value.msg
            self._is_syntax_error = True
        elif exc_type and issubclass(exc_type, ImportError) and getattr(exc_value, "name_from", None) is not None:
            self._hint(exc_value, exc_traceback, getattr(exc_value, "name_from"))
        elif exc_type and issubclass(exc_type, (NameError, AttributeError)) and \
                getattr(exc_value, "name", None) is not None:
            self._hint(exc_value, exc_traceback, exc_value.name)
            if issubclass(exc_type, NameError):
                name = exc_value.name
                import sys as _s
                if name in getattr(_s, "stdlib_module_names", ()):
                    self._str += (" Or did you forget to import '%s'" if " Did you mean" in self._str
                                  else ". Did you forget to import '%s'") % name
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if exc_value is None:
            return
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                       max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=_seen)
        cause, context = exc_value.__cause__, exc_value.__context__
        if cause is not None and id(cause) not in _seen:
            self.__cause__ = TracebackException(type(cause), cause, cause.__traceback__, **options)
        need = self.__cause__ is None and not exc_value.__suppress_context__ if compact else True
        if context is not None and need and id(context) not in _seen:
            self.__context__ = TracebackException(type(context), context, context.__traceback__, **options)
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException(type(e), e, e.__traceback__, **options)
                               for e in exc_value.exceptions]

    def _hint(self, value, tb, wrong):
        found = _suggestion(value, tb, wrong)
        if found:
            self._str += ". Did you mean: '%s'?" % found

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type_str(self):
        if self.exc_type is None:
            return None
        name, module = self.exc_type.__qualname__, self.exc_type.__module__
        return name if module in ("__main__", "builtins") else module + "." + name

    def __str__(self): return self._str

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def format_exception_only(self):
        """The lines that tell type and message."""
        if self.exc_type is None:
            yield _final_line(None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ("__main__", "builtins"):
            name = (module if isinstance(module, str) else "<unknown>") + "." + name
        if not self._is_syntax_error:
            yield _final_line(name, self._str)
        else:
            yield from self._format_syntax_error(name)
        notes = self.__notes__
        if isinstance(notes, _Sequence) and not isinstance(notes, (str, bytes)):
            for note in notes:
                for line in _safe(str, note, "note").split("\n"):
                    yield line + "\n"
        elif notes is not None:
            yield "%s\n" % _safe(repr, notes, "__notes__", repr)

    def _format_syntax_error(self, name):
        suffix = ""
        if self.lineno is not None:
            yield '  File "%s", line %s\n' % (self.filename or "<string>", self.lineno)
        elif self.filename is not None:
            suffix = " (%s)" % self.filename
        if self.text is not None:
            line = self.text.rstrip("\n")
            shown = line.lstrip(" \n\f")
            yield "    %s\n" % shown
            if self.offset is not None:
                first, end = self.offset, self.end_offset
                if end in (None, 0, -1, first):
                    end = first + 1
                start = first - 1 - (len(line) - len(shown))
                if start >= 0:
                    space = "".join([c if c.isspace() else " " for c in shown[:start]])
                    yield "    %s%s\n" % (space, "^" * (end - first))
        yield "%s: %s%s\n" % (name, self.msg or "<no detail available>", suffix)

    def format(self, *, chain=True, _ctx=None):
        """The lines of the traceback with those of its causes."""
        yield from self._lines(chain, 0)

    def _chain(self):
        """The exceptions that led to this one, the first one first, each with what is said before it."""
        links, exc = [], self
        while exc:
            if exc.__cause__ is not None:
                links.append((_CAUSE, exc))
                exc = exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                links.append((_CONTEXT, exc))
                exc = exc.__context__
            else:
                links.append((None, exc))
                break
        return reversed(links)

    def _lines(self, chain, depth):
        """Yields the lines at a depth of groups; returns whether a group among them drew its last line."""
        closed = False
        for link, exc in self._chain() if chain else [(None, self)]:
            if link is not None:
                yield from _margin([link], depth)
            if exc.exceptions is None:
                if exc.stack:
                    yield from _margin(["Traceback (most recent call last):\n", *exc.stack.format()], depth)
                yield from _margin(exc.format_exception_only(), depth)
            elif depth > self.max_group_depth:
                yield from _margin(["... (max_group_depth is %d)\n" % self.max_group_depth], depth)
            else:
                yield from exc._group_lines(chain, depth)
                closed = True
        return closed

    def _group_lines(self, chain, outer):
        """The lines of a group and its members."""
        depth = outer or 1
        if self.stack:
            yield from _margin(["Exception Group Traceback (most recent call last):\n"], depth, "|" if outer else "+")
            yield from _margin(self.stack.format(), depth)
        yield from _margin(self.format_exception_only(), depth)
        closed, space, bar = False, "  " * depth, "-" * 16
        for number, member in enumerate(self.exceptions):
            cut = self.max_group_width is not None and number >= self.max_group_width
            yield f"{space}{'  ' if number else '+-'}+{bar} {'...' if cut else number + 1} {bar}\n"
            if cut:
                more = len(self.exceptions) - number
                yield from _margin(["and %d more exception%s\n" % (more, "s" if more > 1 else "")], depth + 1)
                closed = False
                break
            closed = yield from member._lines(chain, depth + 1)
        if not closed:
            yield f"{space}  +{'-' * 36}\n"

    def print(self, *, file=None, chain=True):
        file = sys.stderr if file is None else file
        for line in self.format(chain=chain):
            print(line, file=file, end="")


def _final_line(name, text):
    return "%s: %s\n" % (name, text) if text else "%s\n" % name


def _suggestion(value, tb, wrong):
    if not isinstance(wrong, str):
        return None
    if isinstance(value, AttributeError):
        try:
            names = dir(value.obj)
        except Exception:
            return None
    elif isinstance(value, ImportError):
        try:
            names = dir(__import__(value.name))
        except Exception:
            return None
    else:
        if tb is None:
            return None
        while tb.tb_next is not None:
            tb = tb.tb_next
        frame = tb.tb_frame
        names = list(frame.f_locals) + list(frame.f_globals) + list(frame.f_builtins)
    if len(names) > _MAX_CANDIDATE_ITEMS or len(wrong) > _MAX_STRING_SIZE:
        return None
    best, best_distance = None, len(wrong)
    for name in names:
        if name == wrong or not isinstance(name, str):
            continue
        limit = min((len(name) + len(wrong) + 3) * 2 / 6, best_distance - 1)
        distance = _distance(wrong, name, limit)
        if distance <= limit:
            best, best_distance = name, distance
    return best


def _distance(a, b, limit):
    """What it costs to turn one name into another: two a letter, one for a change of case."""
    if a == b:
        return 0

    def cost(x, y):
        return 0 if x == y else 1 if x.lower() == y.lower() else 2
    if abs(len(a) - len(b)) * 2 > limit:
        return limit + 1
    row = list(range(0, 2 * len(b) + 1, 2))
    for i, x in enumerate(a):
        new = [2 * (i + 1)]
        for j, y in enumerate(b):
            new.append(min(row[j] + cost(x, y), row[j + 1] + 2, new[j] + 2))
        row = new
        if min(row) > limit:
            return limit + 1
    return row[-1]
