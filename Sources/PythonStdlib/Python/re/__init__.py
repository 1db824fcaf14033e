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
Match, Pattern = _re.Match, _re.Pattern

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

def _pattern_repr(self):
    flags = self.flags
    if isinstance(self.pattern, str) and flags & 0x124 == 32:
        flags &= ~32
    flags = _flag_names(flags)
    return f"re.compile({repr(self.pattern)[:200]}{', ' + flags if flags else ''})"

def _pattern_reduce(self):
    return compile, (self.pattern, self.flags & ~32 if isinstance(self.pattern, str) else self.flags)

_re.set_up({"template": _template, "repr": _pattern_repr, "reduce": _pattern_reduce})
_cache = {}

def compile(pattern, flags=0):
    if flags == 0 and type(pattern) is str:
        made = _cache.get(pattern)
        if made is not None:
            return made
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
        made = result[0]
        if flags & 1 or result[-1]:
            return made             # is told of whenever it is compiled
        if len(_cache) >= 1024:
            _cache.clear()
        _cache[key] = made
        if flags == 0 and type(pattern) is str:
            _cache[pattern] = made
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


def __getattr__(name):
    """The modules that look into patterns are imported when they are asked for."""
    if name in ("_parser", "_constants", "_compiler"):
        from importlib import import_module
        return import_module("re." + name)
    raise AttributeError(f"module 're' has no attribute {name!r}")
