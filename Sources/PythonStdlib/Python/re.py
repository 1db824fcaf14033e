"""Regular expressions; the matching itself is Swift."""
import _re
import enum as _enum

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge",
           "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE",
           "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag"]

class RegexFlag(_enum.IntFlag, boundary=_enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
    def __repr__(self):
        return _flag_names(self._value_) or "re.NOFLAG"
    __str__ = object.__str__

for _m, _f in RegexFlag.__members__.items():
    globals()[_m] = _f

def _flag_names(flags):
    """Flags as they are written in a program; bits without a name in hexadecimal."""
    names = []
    for name in ("ASCII", "IGNORECASE", "LOCALE", "UNICODE", "MULTILINE", "DOTALL", "VERBOSE", "TEMPLATE", "DEBUG"):
        bit = RegexFlag[name]._value_
        if flags & bit:
            names.append("re." + name)
            flags &= ~bit
    if flags:
        names.append(hex(flags))
    return "|".join(names)

def _warn(message, category):
    """Warns of something in the program that called this module."""
    from sys import _getframe
    from warnings import warn
    level, frame = 1, _getframe()
    while frame is not None and frame.f_globals.get("__name__") == "re":
        level, frame = level + 1, frame.f_back
    warn(message, category, stacklevel=level)

def _plain(string):
    """The text or the bytes that are searched: slices of it are of the builtin types."""
    if isinstance(string, str):
        return str.__str__(string) if type(string) is not str else string
    return string if type(string) is bytes else bytes(string)

class _Live:
    """A buffer whose parts are bytes, also after it changed."""
    def __init__(self, buffer):
        self._buffer = buffer
    def __getitem__(self, part):
        return bytes(self._buffer)[part]

class error(Exception):
    __module__ = "re"
    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)

PatternError = error
_most = (1 << 63) - 1
_match = _re.match

class Match:
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, pattern, string, pos, endpos, bounds, text=None):
        self.re = pattern
        self.string = string
        self._text = string if text is None else text
        self.pos = pos
        self.endpos = endpos
        self._bounds = bounds
    def _index(self, group):
        if isinstance(group, str):
            if group in self.re.groupindex:
                return self.re.groupindex[group]
            raise IndexError("no such group")
        if hasattr(group, "__index__"):
            group = group.__index__()
            if 0 <= group <= self.re.groups:
                return group
        raise IndexError("no such group")
    def _get(self, i, default=None):
        start = self._bounds[2 * i]
        end = self._bounds[2 * i + 1]
        return default if start < 0 or end < 0 else self._text[start:end]
    def group(self, group=0, /, *more):
        if more:
            return tuple([self._get(self._index(g)) for g in (group, *more)])
        bounds = self._bounds
        if type(group) is not int or group < 0 or 2 * group >= len(bounds):
            group = self._index(group)
        start, end = bounds[2 * group], bounds[2 * group + 1]
        return None if start < 0 or end < 0 else self._text[start:end]
    def __getitem__(self, group):
        return self._get(self._index(group))
    def groups(self, default=None):
        bounds, string = self._bounds, self._text
        return tuple([default if bounds[i] < 0 or bounds[i + 1] < 0 else string[bounds[i]:bounds[i + 1]]
                      for i in range(2, len(bounds), 2)])
    def groupdict(self, default=None):
        return {name: self._get(i, default) for name, i in self.re.groupindex.items()}
    def start(self, group=0, /):
        i = self._index(group)
        return self._bounds[2 * i] if self._bounds[2 * i + 1] >= 0 else -1
    def end(self, group=0, /):
        return self._bounds[2 * self._index(group) + 1]
    def span(self, group=0, /):
        return self.start(group), self.end(group)
    @property
    def regs(self):
        return tuple(self.span(i) for i in range(self.re.groups + 1))
    @property
    def lastindex(self):
        best, last = -1, None
        for i in range(1, self.re.groups + 1):
            if self._bounds[2 * i + 1] >= 0 and self._bounds[2 * i + 1] > best:
                best, last = self._bounds[2 * i + 1], i
        return last
    @property
    def lastgroup(self):
        last = self.lastindex
        for name, i in self.re.groupindex.items():
            if i == last:
                return name
        return None
    def expand(self, template):
        return _expand(_template(self.re, template), self)
    def __bool__(self):
        return True
    def __copy__(self):
        return self
    def __deepcopy__(self, memo):
        return self
    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self._get(0)!r}>"

def _expand(parts, match):
    empty = match._text[:0]
    return empty.join(p if not isinstance(p, int) else match._get(p, empty) or empty for p in parts)

def _template(pattern, template):
    """The parts of a replacement: texts, and numbers of groups."""
    binary = not isinstance(template, str)
    text = template.decode("latin-1") if binary else template
    parts, i, n, piece = [], 0, len(text), []
    def flush():
        if piece:
            s = "".join(piece)
            parts.append(s.encode("latin-1") if binary else s)
            piece.clear()
    def group(number, at):
        if number > pattern.groups:
            raise error(f"invalid group reference {number}", template, at)
        flush()
        parts.append(number)
    while i < n:
        c = text[i]
        if c != "\\":
            j = text.find("\\", i)
            j = n if j < 0 else j
            piece.append(text[i:j])
            i = j
            continue
        if i + 1 >= n:
            raise error("bad escape (end of pattern)", template, i)
        d = text[i + 1]
        if d == "g":
            if text[i + 2:i + 3] != "<":
                raise error("missing <", template, i + 2)
            j = text.find(">", i)
            if j < 0:
                raise error("missing >, unterminated name" if text[i + 3:] else "missing group name", template, i + 3)
            name = text[i + 3:j]
            if not name:
                raise error("missing group name", template, i + 3)
            if name.isdigit() and name.isascii():
                group(int(name), i + 3)
            elif name.isidentifier():
                if binary and not name.isascii():
                    _warn(f"bad character in group name {ascii(name)} at position {i + 3}", DeprecationWarning)
                if name not in pattern.groupindex:
                    raise IndexError(f"unknown group name {name!r}")
                group(pattern.groupindex[name], i + 3)
            else:
                try:
                    number = int(name)
                except ValueError:
                    number = -1
                if number < 0:
                    raise error(f"bad character in group name {name!r}", template, i + 3)
                shown = ascii(name) if binary else repr(name)
                _warn(f"bad character in group name {shown} at position {i + 3}", DeprecationWarning)
                group(number, i + 3)
            i = j + 1
        elif d == "0":
            j = i + 2
            while j < n and j < i + 4 and text[j] in "01234567":
                j += 1
            piece.append(chr(int(text[i + 1:j], 8) & 0xff))
            i = j
        elif d in "123456789":
            j = i + 2
            if j < n and text[j].isdigit() and text[j].isascii():
                if d in "01234567" and text[j] in "01234567" and text[j + 1:j + 2] and text[j + 1] in "01234567":
                    code = int(text[i + 1:j + 2], 8)
                    if code > 0o377:
                        raise error(f"octal escape value {text[i:j + 2]} outside of range 0-0o377", template, i)
                    piece.append(chr(code))
                    i = j + 2
                    continue
                j += 1
            group(int(text[i + 1:j]), i + 1)
            i = j
        else:
            k = "abfnrtv\\".find(d)
            if k >= 0:
                piece.append("\a\b\f\n\r\t\v\\"[k])
            elif d.isalpha() and d.isascii():
                raise error(f"bad escape \\{d}", template, i)
            else:
                piece.append("\\" + d)
            i += 2
    flush()
    return parts

_Names = type(type.__dict__)

class Pattern:
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, pattern, flags, program, groups, names):
        self.pattern = pattern
        self.flags = flags
        self.groups = groups
        self.groupindex = _Names(names)
        self._program = program
        self._is_text = isinstance(pattern, str)
        self._templates = {}
    def _check(self, string):
        if isinstance(self.pattern, str):
            if not isinstance(string, str):
                if isinstance(string, (bytes, bytearray, memoryview)):
                    raise TypeError("cannot use a string pattern on a bytes-like object")
                raise TypeError(f"expected string or bytes-like object, got {type(string).__name__!r}")
        elif isinstance(string, str):
            raise TypeError("cannot use a bytes pattern on a string-like object")
        elif not isinstance(string, (bytes, bytearray, memoryview)):
            try:
                memoryview(string)
            except TypeError:
                raise TypeError(f"expected string or bytes-like object, got {type(string).__name__!r}") from None
        return _plain(string)
    def _run(self, string, pos, endpos, mode):
        if pos == 0 and endpos == _most and type(string) is str and self._is_text:
            bounds = _match(self._program, string, 0, _most, mode)
            return None if bounds is None else Match(self, string, 0, len(string), bounds)
        text = self._check(string)
        bounds = _re.match(self._program, text, pos, endpos, mode)
        if bounds is None:
            return None
        n = len(text)
        return Match(self, string, max(0, min(pos, n)), max(0, min(endpos, n)), bounds,
                     text if isinstance(string, (str, bytes)) else _Live(string))
    def match(self, string, pos=0, endpos=_most):
        return self._run(string, pos, endpos, 0)
    def fullmatch(self, string, pos=0, endpos=_most):
        return self._run(string, pos, endpos, 1)
    def search(self, string, pos=0, endpos=_most):
        return self._run(string, pos, endpos, 2)
    def _bounds(self, string, pos=0, endpos=_most):
        """Bounds of all matches in a plain text; after an empty one the next must move on."""
        n = len(string)
        endpos = max(0, min(endpos, n))
        pos = max(0, pos)
        run, program, mode = _re.match, self._program, 2
        while pos <= endpos:
            bounds = run(program, string, pos, endpos, mode)
            if bounds is None:
                return
            yield bounds
            pos = bounds[1]
            mode = 3 if pos == bounds[0] else 2
    def finditer(self, string, pos=0, endpos=_most):
        return self._matches(string, self._check(string), pos, endpos)
    def _matches(self, string, text, pos, endpos):
        n = len(text)
        limit = max(0, min(endpos, n))
        for bounds in self._bounds(text, pos, endpos):
            yield Match(self, string, max(0, min(pos, n)), limit, bounds, text)
    def findall(self, string, pos=0, endpos=_most):
        if type(string) is str and isinstance(self.pattern, str):
            n = len(string)
            return _re.find_all(self._program, string, max(0, min(pos, n)), max(0, min(endpos, n)))
        string = self._check(string)
        result = []
        empty = string[:0]
        groups = self.groups
        for b in self._bounds(string, pos, endpos):
            if groups == 0:
                result.append(string[b[0]:b[1]])
            elif groups == 1:
                result.append(string[b[2]:b[3]] if b[2] >= 0 and b[3] >= 0 else empty)
            else:
                result.append(tuple(string[b[2 * i]:b[2 * i + 1]] if b[2 * i] >= 0 and b[2 * i + 1] >= 0 else empty
                                    for i in range(1, groups + 1)))
        return result
    def split(self, string, maxsplit=0):
        string = self._check(string)
        parts, last, done = [], 0, 0
        for b in self._bounds(string):
            if maxsplit and done >= maxsplit:
                break
            parts.append(string[last:b[0]])
            for i in range(1, self.groups + 1):
                parts.append(string[b[2 * i]:b[2 * i + 1]] if b[2 * i] >= 0 and b[2 * i + 1] >= 0 else None)
            last = b[1]
            done += 1
        parts.append(string[last:])
        return parts
    def subn(self, repl, string, count=0):
        if type(string) is str and type(repl) is str and "\\" not in repl and count >= 0 and isinstance(self.pattern, str):
            return _re.replace(self._program, string, repl, count)
        parts, last, done = [], 0, 0
        template = None
        original, string = string, self._check(string)
        if not callable(repl):
            if not self._is_text and not isinstance(repl, str) and type(repl) is not bytes:
                repl = bytes(repl)
            template = self._templates.get(repl)
            if template is None:
                template = self._templates[repl] = _template(self, repl)
        n = len(string)
        for b in self._bounds(string):
            if count and done >= count:
                break
            parts.append(string[last:b[0]])
            m = Match(self, original, 0, n, b, string)
            if template is None:
                parts.append(repl(m))
            else:
                parts.append(_expand(template, m))
            last = b[1]
            done += 1
        parts.append(string[last:])
        return string[:0].join(parts), done
    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]
    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str) and flags & 0x124 == 32:
            flags &= ~32
        flags = _flag_names(flags)
        return f"re.compile({repr(self.pattern)[:200]}{', ' + flags if flags else ''})"
    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags
    def __hash__(self):
        return hash((self.pattern, self.flags))
    def __copy__(self):
        return self
    def __deepcopy__(self, memo):
        return self
    def __reduce__(self):
        return compile, (self.pattern, self.flags & ~32 if isinstance(self.pattern, str) else self.flags)
    def scanner(self, string, pos=0, endpos=_most):
        return _PatternScanner(self, string, pos, endpos)

class _PatternScanner:
    """Matches one after the other."""
    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._string, self._pos, self._end, self._empty = string, pos, endpos, False
    def _next(self, mode):
        if self._pos is None or self._pos > len(self._string):
            return None
        m = self.pattern._run(self._string, self._pos, self._end, 3 if self._empty and mode == 2 else mode)
        if m is None:
            self._pos = None
            return None
        self._pos, self._empty = m.end(), m.end() == m.start()
        if mode == 0 and self._empty:
            self._pos += 1
        return m
    def match(self):
        return self._next(0)
    def search(self):
        return self._next(2)

Pattern.__module__ = Match.__module__ = "re"
_cache = {}

def compile(pattern, flags=0):
    flags = int(flags)
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    key = (type(pattern), pattern, flags)
    made = _cache.get(key)
    if made is None:
        if flags & 1:
            _warn("The re.TEMPLATE/re.T flag is deprecated as it is an undocumented flag without an obvious purpose."
                  " Don't use it.", DeprecationWarning)
        result = _re.compile(pattern, flags)
        for message, is_deprecation in result[-1]:
            _warn(message, DeprecationWarning if is_deprecation else FutureWarning)
        if len(result) == 4:
            if result[2] == "error":
                raise error(result[0], pattern, result[1])
            raise (ValueError if result[2] == "ValueError" else OverflowError)(result[0])
        made = Pattern(pattern, result[3], result[0], result[1], result[2])
        if flags & 1 or result[-1]:
            return made             # is told of whenever it is compiled
        if len(_cache) >= 512:
            _cache.clear()
        _cache[key] = made
    return made

_compile = compile

def template(pattern, flags=0):
    _warn("The re.template() function is deprecated as it is an undocumented function without an obvious purpose."
          " Use re.compile() instead.", DeprecationWarning)
    from warnings import catch_warnings, simplefilter
    with catch_warnings():
        simplefilter("ignore")
        return compile(pattern, flags | 1)

def purge():
    _cache.clear()
def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)
def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)
def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)
def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)
def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)
def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)
def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)
def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)

_special = {c: "\\" + chr(c) for c in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}
def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin-1").translate(_special).encode("latin-1")


class Scanner:
    """Splits text by a list of patterns, each with an action."""

    def __init__(self, lexicon, flags=0):
        self.lexicon, self._flags = lexicon, flags
        parts = []
        for k, (phrase, action) in enumerate(lexicon):
            parts.append((compile(phrase, flags), action))
        self._parts = parts
        self.match = self.pattern = None

    @property
    def scanner(self):
        """One pattern for all of them."""
        return compile("|".join([f"({pattern.pattern})" for pattern, _ in self._parts]), self._flags)

    def scan(self, string):
        """The results of the actions, and the rest that no pattern matches."""
        result, i = [], 0
        while True:
            for pattern, action in self._parts:
                m = pattern.match(string, i)
                if m is not None:
                    break
            else:
                break
            j = m.end()
            if i == j:
                break
            if callable(action):
                self.match = m
                action = action(self, m.group())
            if action is not None:
                result.append(action)
            i = j
        return result, string[i:]
