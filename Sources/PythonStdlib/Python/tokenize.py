"""Python source as tokens, comments included."""
import re as _re
from builtins import open as _builtin_open
from codecs import BOM_UTF8, lookup
from collections import namedtuple
from io import TextIOWrapper
from token import *
from token import EXACT_TOKEN_TYPES
import token as _token

cookie_re = _re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", _re.ASCII)
blank_re = _re.compile(br"^[ \t\f]*(?:[#\r\n]|$)", _re.ASCII)
__all__ = _token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open", "TokenError"]


class TokenInfo(namedtuple("TokenInfo", "type string start end line")):
    """A token: type, string, start, end, line."""

    def __repr__(self):
        return "TokenInfo(type=%s, string=%r, start=%r, end=%r, line=%r)" % (
            "%d (%s)" % (self.type, tok_name[self.type]), self.string, self.start, self.end, self.line)

    @property
    def exact_type(self):
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class TokenError(Exception):
    pass


class StopTokenizing(Exception):
    pass


def group(*choices): return "(" + "|".join(choices) + ")"
def any(*choices): return group(*choices) + "*"
def maybe(*choices): return group(*choices) + "?"


Whitespace = r"[ \f\t]*"
Comment = r"#[^\r\n]*"
Ignore = Whitespace + any(r"\\\r?\n" + Whitespace) + maybe(Comment)
Name = r"\w+"
Hexnumber = r"0[xX](?:_?[0-9a-fA-F])+"
Binnumber = r"0[bB](?:_?[01])+"
Octnumber = r"0[oO](?:_?[0-7])+"
Decnumber = r"(?:0(?:_?0)*|[1-9](?:_?[0-9])*)"
Intnumber = group(Hexnumber, Binnumber, Octnumber, Decnumber)
Exponent = r"[eE][-+]?[0-9](?:_?[0-9])*"
Pointfloat = group(r"[0-9](?:_?[0-9])*\.(?:[0-9](?:_?[0-9])*)?", r"\.[0-9](?:_?[0-9])*") + maybe(Exponent)
Expfloat = r"[0-9](?:_?[0-9])*" + Exponent
Floatnumber = group(Pointfloat, Expfloat)
Imagnumber = group(r"[0-9](?:_?[0-9])*[jJ]", Floatnumber + r"[jJ]")
Number = group(Imagnumber, Floatnumber, Intnumber)


def _all_string_prefixes():
    result = {""}
    for prefix in ("b", "r", "u", "f", "br", "rb", "fr", "rf"):
        for first in {prefix[0], prefix[0].upper()}:
            for second in ({prefix[1], prefix[1].upper()} if len(prefix) == 2 else {""}):
                result.add(first + second)
    return result


StringPrefix = group(*sorted(_all_string_prefixes(), key=lambda p: (-len(p), p)))
_ends = {
    "'": r"[^'\\]*(?:\\.[^'\\]*)*'", '"': r'[^"\\]*(?:\\.[^"\\]*)*"',
    "'''": r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''", '"""': r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""',
}
Triple = group(StringPrefix + "'''", StringPrefix + '"""')
Special = group(*[_re.escape(x) for x in sorted(EXACT_TOKEN_TYPES, reverse=True)])
Funny = group(r"\r?\n", Special)
ContStr = group(
    StringPrefix + r"'[^\n'\\]*(?:\\.[^\n'\\]*)*" + group("'", r"\\\r?\n"),
    StringPrefix + r'"[^\n"\\]*(?:\\.[^\n"\\]*)*' + group('"', r"\\\r?\n"))
PseudoExtras = group(r"\\\r?\n|\Z", Comment, Triple)
PseudoToken = Whitespace + group(PseudoExtras, Number, Funny, ContStr, Name)
_pseudo = _re.compile(PseudoToken)
_end_patterns = {quote: _re.compile(pattern, _re.DOTALL) for quote, pattern in _ends.items()}
single_quoted = {p + q for p in _all_string_prefixes() for q in ("'", '"')}
triple_quoted = {p + q for p in _all_string_prefixes() for q in ("'''", '"""')}
tabsize = 8


def _get_normal_name(orig_enc):
    enc = orig_enc[:12].lower().replace("_", "-")
    if enc == "utf-8" or enc.startswith("utf-8-"):
        return "utf-8"
    if enc in ("latin-1", "iso-8859-1", "iso-latin-1") or enc.startswith(("latin-1-", "iso-8859-1-", "iso-latin-1-")):
        return "iso-8859-1"
    return orig_enc


def detect_encoding(readline):
    """The encoding of a source file, and the lines read to find it."""
    try:
        filename = readline.__self__.name
    except AttributeError:
        filename = None
    bom_found = False
    default = "utf-8"

    def read_or_stop():
        try:
            return readline()
        except StopIteration:
            return b""

    def problem(text):
        return SyntaxError(text if filename is None else "%s for %r" % (text, filename))

    def find_cookie(line):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            raise problem("invalid or missing encoding declaration") from None
        match = cookie_re.match(text)
        if not match:
            return None
        encoding = _get_normal_name(match.group(1))
        try:
            lookup(encoding)
        except LookupError:
            raise SyntaxError("unknown encoding: " + encoding if filename is None else
                              "unknown encoding for %r: %s" % (filename, encoding)) from None
        if bom_found:
            if encoding != "utf-8":
                raise SyntaxError("encoding problem: utf-8" if filename is None else
                                  "encoding problem for %r: utf-8" % filename)
            encoding += "-sig"
        return encoding

    first = read_or_stop()
    if first.startswith(BOM_UTF8):
        bom_found = True
        first = first[3:]
        default = "utf-8-sig"
    if not first:
        return default, []
    encoding = find_cookie(first)
    if encoding:
        return encoding, [first]
    if not blank_re.match(first):
        return default, [first]
    second = read_or_stop()
    if not second:
        return default, [first]
    encoding = find_cookie(second)
    return (encoding or default), [first, second]


def open(filename):
    """Opens a source file with the encoding it declares."""
    buffer = _builtin_open(filename, "rb")
    try:
        encoding, lines = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = "r"
        return text
    except:
        buffer.close()
        raise


def tokenize(readline):
    """Tokens of the lines that readline gives as bytes; the first is the encoding."""
    encoding, consumed = detect_encoding(readline)

    def lines():
        yield from consumed
        while True:
            try:
                line = readline()
            except StopIteration:
                return
            if not line:
                return
            yield line
    return _tokenize(lines().__next__, encoding)


def generate_tokens(readline):
    """Tokens of the lines that readline gives as str."""
    return _tokenize(readline, None)


def _column(line, pos, limit):
    """Where the text of a line begins, and its indentation with tabs to the next multiple of eight."""
    column = 0
    while pos < limit:
        if line[pos] == " ":
            column += 1
        elif line[pos] == "\t":
            column = (column // tabsize + 1) * tabsize
        elif line[pos] == "\f":
            column = 0
        else:
            break
        pos += 1
    return pos, column


def _tokenize(readline, encoding):
    lnum = parenlev = 0
    continued = False
    contstr, needcont, contline, strstart, end_pattern = "", False, None, None, None
    indents = [0]
    if encoding is not None:
        if encoding == "utf-8-sig":
            encoding = "utf-8"
        yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), "")
    last_line = line = ""
    while True:
        last_line = line
        try:
            line = readline()
        except StopIteration:
            line = b""
        if encoding is not None:
            line = line.decode(encoding)
        lnum += 1
        pos, limit = 0, len(line)
        if contstr:
            if not line:
                raise TokenError("EOF in multi-line string", strstart)
            match = end_pattern.match(line)
            if match:
                pos = end = match.end(0)
                yield TokenInfo(STRING, contstr + line[:end], strstart, (lnum, end), contline + line)
                contstr, needcont, contline = "", False, None
            elif needcont and not line.endswith(("\\\n", "\\\r\n")):
                yield TokenInfo(ERRORTOKEN, contstr + line, strstart, (lnum, len(line)), contline)
                contstr, contline = "", None
                continue
            else:
                contstr += line
                contline += line
                continue
        elif parenlev == 0 and not continued:
            if not line:
                break
            pos, column = _column(line, pos, limit)
            if pos == limit:
                break
            if line[pos] in "#\r\n":
                if line[pos] == "#":
                    comment = line[pos:].rstrip("\r\n")
                    yield TokenInfo(COMMENT, comment, (lnum, pos), (lnum, pos + len(comment)), line)
                    pos += len(comment)
                yield TokenInfo(NL, line[pos:], (lnum, pos), (lnum, len(line)), line)
                continue
            if column > indents[-1]:
                indents.append(column)
                yield TokenInfo(INDENT, line[:pos], (lnum, 0), (lnum, pos), line)
            while column < indents[-1]:
                if column not in indents:
                    raise IndentationError(
                        "unindent does not match any outer indentation level", ("<tokenize>", lnum, pos, line))
                indents.pop()
                yield TokenInfo(DEDENT, "", (lnum, pos), (lnum, pos), line)
        else:
            if not line:
                raise TokenError("EOF in multi-line statement", (lnum, 0))
            continued = False
        while pos < limit:
            match = _pseudo.match(line, pos)
            if not match:
                yield TokenInfo(ERRORTOKEN, line[pos], (lnum, pos), (lnum, pos + 1), line)
                pos += 1
                continue
            start, end = match.span(1)
            spos, epos, pos = (lnum, start), (lnum, end), end
            if start == end:
                continue
            text, initial = line[start:end], line[start]
            if initial in "0123456789" or (initial == "." and text != "." and text != "..."):
                yield TokenInfo(NUMBER, text, spos, epos, line)
            elif initial in "\r\n":
                yield TokenInfo(NL if parenlev > 0 else NEWLINE, text, spos, epos, line)
            elif initial == "#":
                yield TokenInfo(COMMENT, text, spos, epos, line)
            elif text in triple_quoted:
                end_pattern = _end_patterns[text[-3:]]
                found = end_pattern.match(line, pos)
                if found:
                    pos = found.end(0)
                    yield TokenInfo(STRING, line[start:pos], spos, (lnum, pos), line)
                else:
                    strstart, contstr, contline = (lnum, start), line[start:], line
                    break
            elif initial in single_quoted or text[:2] in single_quoted or text[:3] in single_quoted:
                if text[-1] == "\n":
                    strstart = (lnum, start)
                    quote = next(c for c in text if c in "'\"")
                    end_pattern = _end_patterns[quote]
                    contstr, needcont, contline = line[start:], True, line
                    break
                yield TokenInfo(STRING, text, spos, epos, line)
            elif initial.isidentifier():
                yield TokenInfo(NAME, text, spos, epos, line)
            elif initial == "\\":
                continued = True
            else:
                if initial in "([{":
                    parenlev += 1
                elif initial in ")]}":
                    parenlev -= 1
                yield TokenInfo(OP, text, spos, epos, line)
    if last_line and last_line[-1] not in "\r\n" and not last_line.strip().startswith("#"):
        yield TokenInfo(NEWLINE, "", (lnum - 1, len(last_line)), (lnum - 1, len(last_line) + 1), "")
    for _ in indents[1:]:
        yield TokenInfo(DEDENT, "", (lnum, 0), (lnum, 0), "")
    yield TokenInfo(ENDMARKER, "", (lnum, 0), (lnum, 0), "")


class Untokenizer:
    """Makes source of tokens."""

    def __init__(self):
        self.tokens = []
        self.prev_row, self.prev_col = 1, 0
        self.encoding = None

    def add_whitespace(self, start):
        row, col = start
        if row < self.prev_row or row == self.prev_row and col < self.prev_col:
            raise ValueError("start ({},{}) precedes previous end ({},{})".format(row, col, self.prev_row, self.prev_col))
        rows = row - self.prev_row
        if rows:
            self.tokens.append("\\\n" * rows)
            self.prev_col = 0
        if col > self.prev_col:
            self.tokens.append(" " * (col - self.prev_col))

    def untokenize(self, iterable):
        it = iter(iterable)
        indents, startline = [], False
        for t in it:
            if len(t) == 2:
                self.compat(t, it)
                break
            kind, text, start, end, line = t
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
                continue
            if kind in (NEWLINE, NL):
                startline = True
            elif startline and indents:
                indent = indents[-1]
                if start[1] >= len(indent):
                    self.tokens.append(indent)
                    self.prev_col = len(indent)
                startline = False
            self.add_whitespace(start)
            self.tokens.append(text)
            self.prev_row, self.prev_col = end
            if kind in (NEWLINE, NL):
                self.prev_row += 1
                self.prev_col = 0
        return "".join(self.tokens)

    def compat(self, token, iterable):
        indents = []
        out = self.tokens
        startline = token[0] in (NEWLINE, NL)
        prevstring = False
        import itertools
        for tok in itertools.chain([token], iterable):
            kind, text = tok[:2]
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += " "
            if kind == STRING:
                if prevstring:
                    text = " " + text
                prevstring = True
            else:
                prevstring = False
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                startline = True
            elif startline and indents:
                out.append(indents[-1])
                startline = False
            out.append(text)


def untokenize(iterable):
    """Source of tokens, as bytes when they begin with an encoding."""
    maker = Untokenizer()
    out = maker.untokenize(iterable)
    return out if maker.encoding is None else out.encode(maker.encoding)


def _generate_tokens_from_c_tokenizer(source):
    """Tokens of a text, without comments and empty lines."""
    import io
    for tok in _tokenize(io.StringIO(source).readline, None):
        if tok.type not in (COMMENT, NL):
            yield tok._replace(type=tok.exact_type)
