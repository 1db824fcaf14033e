"""Python source as tokens, comments included."""
import re as _re
import token as _token
from builtins import open as _builtin_open
from codecs import BOM_UTF8, lookup as _lookup
from collections import namedtuple as _namedtuple
from io import TextIOWrapper as _TextIOWrapper
from token import *

__all__ = [*_token.__all__, "tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open",
           "TokenError"]
tabsize = 8


class TokenError(Exception):
    """The source ends within a string or a statement."""


class StopTokenizing(Exception):
    """Kept for its name."""


class TokenInfo(_namedtuple("TokenInfo", "type string start end line")):
    """A token: type, string, start, end, line."""

    @property
    def exact_type(self):
        """The kind of operator where `type` is only OP."""
        return EXACT_TOKEN_TYPES.get(self.string, OP) if self.type == OP else self.type

    def __repr__(self):
        return (f"TokenInfo(type={self.type} ({tok_name[self.type]}), string={self.string!r}, start={self.start!r}, "
                f"end={self.end!r}, line={self.line!r})")


# The shapes of tokens

_PREFIX = "(?:[uU]|[bB][rR]?|[rR][bB]?)?"
_DIGITS = "[0-9](?:_?[0-9])*"
_EXPONENT = f"(?:[eE][-+]?{_DIGITS})"
_SHAPES = {
    "continuation": r"\\\r?\n|\Z",
    "comment": r"#[^\r\n]*",
    "fstring": "(?:[fF][rR]?|[rR][fF])(?:'''|\"\"\"|'|\")",
    "triple": rf"{_PREFIX}(?:'''|\"\"\")",
    "number": "|".join([
        rf"(?:{_DIGITS}\.(?:{_DIGITS})?|\.{_DIGITS}){_EXPONENT}?[jJ]?",
        rf"{_DIGITS}(?:{_EXPONENT}[jJ]?|[jJ])",
        "0[xX](?:_?[0-9a-fA-F])+", "0[bB](?:_?[01])+", "0[oO](?:_?[0-7])+", "0(?:_?0)*|[1-9](?:_?[0-9])*"]),
    "newline": r"\r?\n",
    "operator": "|".join(map(_re.escape, sorted(EXACT_TOKEN_TYPES, reverse=True))),
    "string": "|".join([
        _PREFIX + r"'[^\n'\\]*(?:\\.[^\n'\\]*)*(?:'|\\\r?\n)", _PREFIX + r'"[^\n"\\]*(?:\\.[^\n"\\]*)*(?:"|\\\r?\n)']),
    "word": r"\w+",
}
_next_token = _re.compile(r"[ \f\t]*(?:%s)" % "|".join(f"(?P<{kind}>{shape})" for kind, shape in _SHAPES.items())).match
_string_end = {quote: _re.compile(rest, _re.DOTALL).match for quote, rest in {
    "'": r"(?:[^'\\]|\\.)*'", '"': r'(?:[^"\\]|\\.)*"',
    "'''": r"(?:[^'\\]|\\.|'(?!''))*'''", '"""': r'(?:[^"\\]|\\.|"(?!""))*"""'}.items()}
_PLAIN = {"comment": COMMENT, "number": NUMBER, "operator": OP}
Whitespace, Comment, Name, Number = r"[ \f\t]*", _SHAPES["comment"], r"\w+", f"(?:{_SHAPES['number']})"
PseudoToken = Whitespace + "(%s)" % "|".join([
    r"\\\r?\n|\Z", Comment, _SHAPES["fstring"], _SHAPES["triple"], Number, _SHAPES["newline"], _SHAPES["operator"],
    _SHAPES["string"], Name])


# Encodings

cookie_re = _re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", _re.ASCII)
blank_re = _re.compile(br"^[ \t\f]*(?:[#\r\n]|$)", _re.ASCII)


def _usual_name(encoding):
    """The name of UTF-8 and Latin-1 however they are spelled; others stay."""
    text = encoding[:12].lower().replace("_", "-") + "-"
    for usual, spellings in (("utf-8", "utf-8-"), ("iso-8859-1", ("latin-1-", "iso-8859-1-", "iso-latin-1-"))):
        if text.startswith(spellings):
            return usual
    return encoding


def _declared(line, marked, filename):
    """The encoding a line declares, or None."""
    def problem(text, detail=""):
        return SyntaxError(text + (f" for {filename!r}" if filename is not None else "") + detail)
    try:
        found = cookie_re.match(line.decode())
    except UnicodeDecodeError:
        raise problem("invalid or missing encoding declaration") from None
    if found is None:
        return None
    encoding = _usual_name(found[1])
    try:
        _lookup(encoding)
    except LookupError:
        raise problem("unknown encoding", ": " + encoding) from None
    if not marked:
        return encoding
    if encoding == "utf-8":
        return "utf-8-sig"
    raise problem("encoding problem", ": utf-8")


def _lines(readline):
    """The lines of a function that ends with an empty line or with StopIteration."""
    try:
        while line := readline():
            yield line
    except StopIteration:
        pass


def detect_encoding(readline):
    """The encoding of a source file, and the lines read to find it."""
    filename = getattr(getattr(readline, "__self__", None), "name", None)
    taken, usual = [], "utf-8"
    for line in _lines(readline):
        if not taken and line.startswith(BOM_UTF8):
            usual, line = "utf-8-sig", line[3:]
            if not line:
                break
        taken.append(line)
        if (encoding := _declared(line, usual != "utf-8", filename)) is not None:
            return encoding, taken
        if len(taken) == 2 or not blank_re.match(line):
            break
    return usual, taken


def open(filename):
    """Opens a source file with the encoding it declares."""
    file = _builtin_open(filename, "rb")
    try:
        encoding = detect_encoding(file.readline)[0]
        file.seek(0)
        source = _TextIOWrapper(file, encoding, line_buffering=True)
    except BaseException:
        file.close()
        raise
    source.mode = "r"
    return source


# Source to tokens

def tokenize(readline):
    """Tokens of the lines that readline gives as bytes; the first is the encoding."""
    from itertools import chain, repeat
    encoding, taken = detect_encoding(readline)
    return _tokenize(chain(taken, _lines(readline), repeat(b"")).__next__, encoding)


def generate_tokens(readline):
    """Tokens of the lines that readline gives as str."""
    return _tokenize(readline, None)


def _tokenize(readline, encoding):
    if encoding is not None:
        encoding = "utf-8" if encoding == "utf-8-sig" else encoding
        yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), "")
    scanner = _Scanner()
    for line in _lines(readline):
        if (tokens := scanner.take(line if encoding is None else line.decode(encoding))) is None:
            break
        yield from tokens
    else:
        scanner.take("")
    yield from scanner.finish()


class _Scanner:
    """Takes the lines of a source one by one."""

    def __init__(self):
        self.row, self.depth, self.indents = 0, 0, [0]
        self.line = self.before = ""
        self.continued = False  # by a backslash
        self.string = None  # the string begun on a line before: what it holds, its lines, start, end
        self.one_line = False  # whether such a string goes on only after a backslash
        self.fstrings = []  # those begun, the innermost last

    def take(self, line):
        """The tokens of a line, or None when it is the last; an empty line is the end of the source."""
        self.before, self.line = self.line, line
        self.row += 1
        if self.string is not None:
            if not line:
                raise TokenError("EOF in multi-line string", self.string[2])
            return self._string_goes_on()
        if self.fstrings and self.fstrings[-1].in_text:
            if not line:
                raise self.fstrings[-1].unterminated(self.row - 1)
            return self._tokens(0)
        if self.depth or self.continued:
            if not line:
                raise TokenError("EOF in multi-line statement", (self.row, 0))
            self.continued = False
            return self._tokens(0)
        place, column = self._indentation()
        return self._statement(place, column) if place < len(line) else None

    def finish(self):
        """The tokens that stand for the end."""
        before, row = self.before, self.row
        if before and before[-1] not in "\r\n" and not before.strip().startswith("#"):
            yield TokenInfo(NEWLINE, "", (row - 1, len(before)), (row - 1, len(before) + 1), "")
        for kind in [DEDENT] * (len(self.indents) - 1) + [ENDMARKER]:
            yield TokenInfo(kind, "", (row, 0), (row, 0), "")

    def _token(self, kind, start, end):
        return TokenInfo(kind, self.line[start:end], (self.row, start), (self.row, end), self.line)

    def _indentation(self):
        """Where the text of the line begins, and its column: a tab goes to the next multiple of eight."""
        column = 0
        for place, c in enumerate(self.line):
            if c == " ":
                column += 1
            elif c == "\t":
                column += tabsize - column % tabsize
            elif c == "\f":
                column = 0
            else:
                return place, column
        return len(self.line), column

    def _statement(self, place, column):
        """The tokens of a line that begins a statement, or that is empty."""
        line = self.line
        if line[place] in "#\r\n":
            end = place
            if line[place] == "#":
                end = place + len(line[place:].rstrip("\r\n"))
                yield self._token(COMMENT, place, end)
            yield self._token(NL, end, len(line))
            return
        if column > self.indents[-1]:
            self.indents.append(column)
            yield self._token(INDENT, 0, place)
        elif column < self.indents[-1]:
            while column < self.indents[-1] and column in self.indents:
                self.indents.pop()
                yield self._token(DEDENT, place, place)
            if column != self.indents[-1]:
                raise IndentationError("unindent does not match any outer indentation level",
                                       ("<tokenize>", self.row, place, line))
        yield from self._tokens(place)

    def _tokens(self, place):
        """The tokens from a place on."""
        line = self.line
        while place < len(line):
            if self.fstrings and self.fstrings[-1].in_text:
                place = yield from self._text_of_fstring(self.fstrings[-1], place)
                continue
            found = _next_token(line, place)
            if found is None:
                yield self._token(ERRORTOKEN, place, place + 1)
                place += 1
                continue
            kind = found.lastgroup
            start, place = found.span(kind)
            if kind == "continuation":
                self.continued = start < place
            elif kind == "fstring":
                self.fstrings.append(_FString(line[start:place], (self.row, start)))
                yield self._token(FSTRING_START, start, place)
            elif kind == "operator" and self.fstrings and line[start] in ":}" and self.fstrings[-1].fields[-1] == self.depth:
                place = start + 1
                yield self._token(OP, start, place)
                self._part_of_field(self.fstrings[-1], line[start])
            elif kind == "triple":
                end = _string_end[line[place - 3:place]]
                if (closed := end(line, place)) is None:
                    self.string = line[start:], line, (self.row, start), end
                    return
                place = closed.end()
                yield self._token(STRING, start, place)
            elif kind == "string" and line[place - 1] == "\n":
                quote = line[start:].lstrip("bBfFrRuU")[0]
                self.string, self.one_line = (line[start:], line, (self.row, start), _string_end[quote]), True
                return
            else:
                yield self._token(self._kind(kind, line[start]), start, place)

    def _part_of_field(self, string, sign):
        """Goes on after a field, or after the colon within it."""
        if sign == ":":
            string.specs += 1
        else:
            self.depth -= 1
            string.fields.pop()
            string.specs = min(string.specs, len(string.fields))

    def _text_of_fstring(self, string, place):
        """The tokens from a place in the text of an f-string up to its end or to a field; gives the place after them."""
        line, spec, end = self.line, bool(string.fields), string.text_end(self.line, place)
        if string.begun is None:
            string.begun = "", "", (self.row, place)
        text, lines, start = string.begun
        sign = line[end:end + 1]
        if not sign:  # the string goes on in the next line
            if len(string.quote) == 1 and not line.endswith(("\\\n", "\\\r\n")):
                raise string.unterminated(self.row)
            string.begun = text + line[place:], lines + line, start
            return end
        string.begun = None
        double = not spec and sign in "{}" and line.startswith(sign, end + 1)
        text, stop = text + line[place:end] + sign * double, end + double
        if text or sign == "}":
            yield TokenInfo(FSTRING_MIDDLE, text, start, (self.row, stop), lines + line)
        if double:
            return end + 2
        if sign == "}" and not spec:
            raise TokenError("f-string: single '}' is not allowed", (self.row, end + 1))
        if sign in "{}":
            yield self._token(OP, end, end + 1)
            if sign == "{":
                self.depth += 1
                string.fields.append(self.depth)
            else:
                self._part_of_field(string, sign)
            return end + 1
        if spec:
            raise TokenError("f-string: expecting '}'", (self.row, end + 1))
        self.fstrings.pop()
        yield self._token(FSTRING_END, end, end + len(string.quote))
        return end + len(string.quote)

    def _kind(self, kind, first):
        if kind == "operator":
            self.depth += (first in "([{") - (first in ")]}")
        elif kind == "newline":
            return NL if self.depth > 0 else NEWLINE
        elif kind == "string":
            return STRING
        elif kind == "word":
            return NAME if first.isidentifier() else OP
        return _PLAIN[kind]

    def _string_goes_on(self):
        """The tokens of a line that begins within a string."""
        line, (text, lines, start, end) = self.line, self.string
        if (closed := end(line)) is not None:
            self.string, self.one_line, place = None, False, closed.end()
            yield TokenInfo(STRING, text + line[:place], start, (self.row, place), lines + line)
            yield from self._tokens(place)
        elif self.one_line and not line.endswith(("\\\n", "\\\r\n")):
            self.string = None
            yield TokenInfo(ERRORTOKEN, text + line, start, (self.row, len(line)), lines)
        else:
            self.string = text + line, lines + line, start, end


class _FString:
    """An f-string that has begun."""

    def __init__(self, head, start):
        self.quote, self.is_raw, self.start = head.lstrip("fFrR"), "r" in head.lower(), start
        self.fields, self.specs = [], 0  # the depth of parentheses in each field that is open, how many are past their colon
        self.begun = None  # text begun: what it holds, the lines before, where it starts

    @property
    def in_text(self):
        """Whether text comes next, and not an expression."""
        return self.specs == len(self.fields)

    def text_end(self, line, place):
        """Where text that begins at a place ends: at the quote, at a brace, or with the line."""
        while place < len(line):
            if line[place] == "\\":
                named = None if self.is_raw else _named(line, place)
                if named is not None:
                    place = named.end()
                else:
                    place += 1 if line[place + 1:place + 2] in ("{", "}") else 3 if line.startswith("\r\n", place + 1) else 2
            elif line[place] in "{}" or line.startswith(self.quote, place):
                return place
            else:
                place += 1
        return len(line)

    def unterminated(self, row):
        """The error that the string does not end."""
        kind = "triple-quoted f-string" if len(self.quote) == 3 else "f-string"
        return TokenError(f"unterminated {kind} literal (detected at line {row})", (self.start[0], self.start[1] + 1))


_named = _re.compile(r"\\N\{[^{}\n]*\}").match


# Tokens to source

def _doubled(text):
    """The text of an f-string as it is written, and how many braces were added to its last line."""
    made = _re.sub(r"(\\N\{[^{}]*\})|([{}])", lambda found: found[1] or found[2] * 2, text)
    return made, len(made.rpartition("\n")[2]) - len(text.rpartition("\n")[2])


class Untokenizer:
    """Makes source of tokens."""

    def __init__(self):
        self.tokens, self.encoding = [], None
        self.prev_row, self.prev_col = 1, 0

    def add_whitespace(self, start):
        """Goes on to a place."""
        row, col = start
        if start < (self.prev_row, self.prev_col):
            raise ValueError(f"start ({row},{col}) precedes previous end ({self.prev_row},{self.prev_col})")
        if row > self.prev_row:
            self.tokens.append("\\\n" * (row - self.prev_row))
            self.prev_col = 0
        if col > self.prev_col:
            self.tokens.append(" " * (col - self.prev_col))

    def untokenize(self, iterable):
        """The source of tokens with places; from the first token without places on, see `compat`."""
        rest, indents, fresh = iter(iterable), [], False
        for token in rest:
            if len(token) == 2:
                self.compat(token, rest)
                break
            kind, text, start, end, _ = token
            if kind == ENDMARKER:
                break
            if kind == ENCODING:
                self.encoding = text
            elif kind == INDENT:
                indents.append(text)
            elif kind == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
            else:
                ends_line = kind in (NEWLINE, NL)
                if fresh and not ends_line and indents:
                    if start[1] >= len(indents[-1]):
                        self.tokens.append(indents[-1])
                        self.prev_col = len(indents[-1])
                    fresh = False
                self.add_whitespace(start)
                if kind == FSTRING_MIDDLE:
                    text, braces = _doubled(text)
                    end = end[0], end[1] + braces
                self.tokens.append(text)
                self.prev_row, self.prev_col = (end[0] + 1, 0) if ends_line else end
                fresh = fresh or ends_line
        return "".join(self.tokens)

    def compat(self, token, iterable):
        """Adds tokens of which only kind and text count."""
        indents, fresh, last = [], token[0] in (NEWLINE, NL), None
        from itertools import chain
        for kind, text, *_ in chain([token], iterable):
            if kind == ENCODING:
                self.encoding = text
            elif kind == INDENT:
                indents.append(text)
            elif kind == DEDENT:
                indents.pop()
            else:
                if kind in (NEWLINE, NL):
                    fresh = True
                elif fresh and indents:
                    self.tokens.append(indents[-1])
                    fresh = False
                if kind == FSTRING_MIDDLE:
                    text, _ = _doubled(text)
                between = " " if kind in (STRING, FSTRING_START) and last in (STRING, FSTRING_END) else ""
                self.tokens.append(between + text + (" " if kind in (NAME, NUMBER) else ""))
            last = last if kind == ENCODING else kind


def untokenize(iterable):
    """Source of tokens, as bytes when they begin with an encoding."""
    maker = Untokenizer()
    source = maker.untokenize(iterable)
    return source if maker.encoding is None else source.encode(maker.encoding)


def _generate_tokens_from_c_tokenizer(source):
    """The tokens the parser sees: no comments and empty lines, kinds of operators told apart."""
    from io import StringIO
    if not source.endswith("\n"):
        source += "\n"
    words = {"async": ASYNC, "await": AWAIT}
    try:
        for kind, text, start, end, line in _tokenize(StringIO(source).readline, None):
            if kind == ERRORTOKEN:
                raise TokenError
            if kind in (INDENT, DEDENT):
                yield TokenInfo(kind, "", (start[0], -1), (start[0], -1), line)
            elif kind == NEWLINE:
                yield TokenInfo(kind, "", start, start, line)
            elif kind not in (COMMENT, NL, ENDMARKER):
                kind = words.get(text, kind) if kind == NAME else EXACT_TOKEN_TYPES.get(text, kind)
                yield TokenInfo(kind, text, start, end, line)
    except TokenError:
        compile(source, "<string>", "exec")


if __name__ == "__main__":
    from _programs.tokenize import main
    main()
