"""Regular expressions as trees, for programs that look into patterns.

Matching does not need this: it has a parser of its own, which also says here what is wrong with a pattern, so that the one
below reads only patterns that are right.
"""
import re as _re
from re._constants import *

SPECIAL_CHARS, REPEAT_CHARS = ".\\[{()*+?^$|", "*+?{"
DIGITS, OCTDIGITS, HEXDIGITS, ASCIILETTERS, WHITESPACE = map(frozenset, (
    "0123456789", "01234567", "0123456789abcdefABCDEF", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    " \t\n\r\v\f"))
ESCAPES = {"\\" + letter: (LITERAL, ord(sign)) for letter, sign in zip("abfnrtv\\", "\a\b\f\n\r\t\v\\")}
CATEGORIES = {
    "\\A": (AT, AT_BEGINNING_STRING), "\\b": (AT, AT_BOUNDARY), "\\B": (AT, AT_NON_BOUNDARY), "\\Z": (AT, AT_END_STRING)}
CATEGORIES |= {"\\" + letter: (IN, [(CATEGORY, category)]) for letter, category in zip("dDsSwW", CHCODES)}
FLAGS = {"i": SRE_FLAG_IGNORECASE, "L": SRE_FLAG_LOCALE, "m": SRE_FLAG_MULTILINE, "s": SRE_FLAG_DOTALL,
         "x": SRE_FLAG_VERBOSE, "a": SRE_FLAG_ASCII, "t": SRE_FLAG_TEMPLATE, "u": SRE_FLAG_UNICODE}
TYPE_FLAGS = SRE_FLAG_ASCII | SRE_FLAG_LOCALE | SRE_FLAG_UNICODE
GLOBAL_FLAGS = SRE_FLAG_DEBUG | SRE_FLAG_TEMPLATE
MAXWIDTH = 1 << 64
_REPEATCODES = frozenset({MIN_REPEAT, MAX_REPEAT, POSSESSIVE_REPEAT})
_ONE_CHARACTER = frozenset({ANY, RANGE, IN, LITERAL, NOT_LITERAL, CATEGORY})


class State:
    """What is known of a whole pattern: flags and groups."""

    def __init__(self):
        self.str, self.flags, self.groupdict = "", 0, {}
        self.groupwidths = [None]  # of each group that is closed
        self.lookbehindgroups = None

    @property
    def groups(self):
        return len(self.groupwidths)

    def opengroup(self, name=None):
        number = self.groups
        self.groupwidths.append(None)
        if name is not None:
            self.groupdict[name] = number
        return number

    def closegroup(self, number, tree):
        self.groupwidths[number] = tree.getwidth()

    def checkgroup(self, number):
        return number < self.groups and self.groupwidths[number] is not None

    def checklookbehindgroup(self, number, source):
        pass


class SubPattern:
    """A sequence of operations, each a pair of its kind and what it works on."""

    def __init__(self, state, data=None):
        self.state, self.width = state, None
        self.data = [] if data is None else data

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        found = self.data[index]
        return SubPattern(self.state, found) if isinstance(index, slice) else found

    def __setitem__(self, index, code):
        self.data[index] = code

    def insert(self, index, code):
        """Puts an operation before another."""
        self.data.insert(index, code)

    def append(self, code):
        """Adds an operation at the end."""
        self.data.append(code)

    def __delitem__(self, index):
        del self.data[index]

    def getwidth(self):
        """The least and the greatest number of characters that match."""
        if self.width is None:
            low = high = 0
            for kind, value in self.data:
                least, most = self._width(kind, value)
                low, high = low + least, high + most
            self.width = min(low, MAXWIDTH), min(high, MAXWIDTH)
        return self.width

    def _width(self, kind, value):
        if kind in _ONE_CHARACTER:
            return 1, 1
        if kind in _REPEATCODES:
            least, most = value[2].getwidth()
            return least * value[0], MAXWIDTH if value[1] == MAXREPEAT and most else most * value[1]
        if kind is BRANCH:
            widths = [tree.getwidth() for tree in value[1]]
            return min(low for low, _ in widths), max(high for _, high in widths)
        if kind is ATOMIC_GROUP:
            return value.getwidth()
        if kind is SUBPATTERN:
            return value[-1].getwidth()
        if kind is GROUPREF:
            return self.state.groupwidths[value]
        if kind is GROUPREF_EXISTS:
            _, yes, no = value
            (low, high), (other, most) = yes.getwidth(), (0, 0) if no is None else no.getwidth()
            return min(low, other), max(high, most)
        return 0, 0

    def dump(self, level=0):
        """Prints the tree, one operation a line."""
        for kind, value in self.data:
            self._dump(kind, value, level)

    def _dump(self, kind, value, level):
        margin = level * "  "
        if kind is IN:
            print(f"{margin}{kind}")
            for inner, what in value:
                print(f"{margin}  {inner} {what}")
        elif kind is BRANCH:
            print(f"{margin}{kind}")
            for number, tree in enumerate(value[1]):
                if number:
                    print(margin + "OR")
                tree.dump(level + 1)
        elif kind is GROUPREF_EXISTS:
            print(f"{margin}{kind} {value[0]}")
            value[1].dump(level + 1)
            if value[2] is not None:
                print(margin + "ELSE")
                value[2].dump(level + 1)
        elif isinstance(value, SubPattern):
            print(f"{margin}{kind}")
            value.dump(level + 1)
        elif isinstance(value, tuple):
            numbers = [str(x) for x in value if not isinstance(x, SubPattern)]
            print(" ".join([f"{margin}{kind}", *numbers]))
            for tree in value:
                if isinstance(tree, SubPattern):
                    tree.dump(level + 1)
        else:
            print(f"{margin}{kind} {value}")


class _Reader:
    """Reads a pattern that is known to be right."""

    def __init__(self, text, state):
        self.text, self.place, self.state = text, 0, state

    def take(self, start):
        """Whether the text goes on with `start`, which is then passed."""
        if self.text.startswith(start, self.place):
            self.place += len(start)
            return True
        return False

    def next(self, count=1):
        self.place += count
        return self.text[self.place - count:self.place]

    def until(self, end):
        """The text up to `end`, which is passed."""
        start, self.place = self.place, self.text.index(end, self.place) + len(end)
        return self.text[start:self.place - len(end)]

    def digits(self, kinds, most):
        start = self.place
        while self.place < min(start + most, len(self.text)) and self.text[self.place] in kinds:
            self.place += 1
        return self.text[start:self.place]

    # Alternatives and sequences

    def alternatives(self, verbose):
        """The operations of alternatives: what they begin with alike comes before the branches."""
        trees = [self.sequence(verbose)]
        while self.take("|"):
            trees.append(self.sequence(verbose))
        if len(trees) == 1:
            return trees[0]
        made = SubPattern(self.state)
        while all(tree.data for tree in trees) and all(tree[0] == trees[0][0] for tree in trees):
            made.append(trees[0][0])
            for tree in trees:
                del tree[0]
        signs = []
        for tree in trees:
            if len(tree) != 1:
                break
            (kind, value), = tree.data
            if kind is LITERAL:
                signs.append((kind, value))
            elif kind is IN and value[0][0] is not NEGATE:
                signs += value
            else:
                break
        else:
            made.append((IN, [*dict.fromkeys(signs)]))
            return made
        made.append((BRANCH, (None, trees)))
        return made

    def sequence(self, verbose):
        made = SubPattern(self.state)
        while self.place < len(self.text) and self.text[self.place] not in "|)":
            if verbose and self.text[self.place] in WHITESPACE:
                self.place += 1
            elif verbose and self.take("#"):
                end = self.text.find("\n", self.place)
                self.place = len(self.text) if end < 0 else end + 1
            else:
                operations = self.atom(verbose)
                if operations is not None:
                    made.data += self.repeated(operations)
        return made

    # Repetition

    def repeated(self, operations):
        """The operations, or one that repeats them as what follows says."""
        low, high = self.bounds()
        if low is None:
            return operations
        kind = MIN_REPEAT if self.take("?") else POSSESSIVE_REPEAT if self.take("+") else MAX_REPEAT
        if isinstance(operations, list):
            operations = SubPattern(self.state, operations)
        return [(kind, (low, high, operations))]

    def bounds(self):
        for sign, low, high in (("*", 0, MAXREPEAT), ("+", 1, MAXREPEAT), ("?", 0, 1)):
            if self.take(sign):
                return low, high
        start = self.place
        if self.take("{"):
            low = self.digits(DIGITS, len(self.text))
            high = self.digits(DIGITS, len(self.text)) if self.take(",") else low
            comma = self.text[start:self.place].endswith(",") or "," in self.text[start:self.place]
            if self.take("}") and (low or comma):
                return int(low or 0), int(high) if high else MAXREPEAT
            self.place = start
        return None, None

    # Atoms

    def atom(self, verbose):
        """The operations of what may be repeated, or None where there is nothing."""
        sign = self.next()
        if sign == "(":
            return self.group(verbose)
        if sign == "[":
            return [self.charset()]
        if sign == "\\":
            return [self.escape()]
        if sign == ".":
            return [(ANY, None)]
        if sign in "^$":
            return [(AT, AT_BEGINNING if sign == "^" else AT_END)]
        return [(LITERAL, ord(sign))]

    def escape(self, within=False):
        sign = self.next()
        code = "\\" + sign
        if within and sign == "b":
            return LITERAL, 8
        if code in CATEGORIES:
            kind, value = CATEGORIES[code]
            return kind, list(value) if kind is IN else value
        if code in ESCAPES:
            return ESCAPES[code]
        if sign in "xuU" and (sign == "x" or isinstance(self.state.str, str)):
            return LITERAL, int(self.next({"x": 2, "u": 4, "U": 8}[sign]), 16)
        if sign == "N" and isinstance(self.state.str, str):
            from unicodedata import lookup
            self.place += 1
            return LITERAL, ord(lookup(self.until("}")))
        if sign == "0" or within and sign in OCTDIGITS:
            return LITERAL, int(sign + self.digits(OCTDIGITS, 2), 8)
        if sign in DIGITS:
            three = self.text[self.place - 1:self.place + 2]
            if len(three) == 3 and OCTDIGITS.issuperset(three):
                self.place += 2
                return LITERAL, int(three, 8)
            return GROUPREF, int(sign + self.digits(DIGITS, 1))
        return LITERAL, ord(sign)

    def charset(self):
        negated, signs, first = self.take("^"), [], True
        while first or not self.take("]"):
            first = False
            low = self.member()
            if self.text[self.place] == "-" and self.text[self.place + 1] != "]":
                self.place += 1
                signs.append((RANGE, (low[1], self.member()[1])))
            else:
                signs.append(low)
        signs = [*dict.fromkeys(signs)]
        if len(signs) == 1 and signs[0][0] is LITERAL:
            return (NOT_LITERAL if negated else LITERAL), signs[0][1]
        return IN, [(NEGATE, None), *signs] if negated else signs

    def member(self):
        sign = self.next()
        if sign != "\\":
            return LITERAL, ord(sign)
        kind, value = self.escape(within=True)
        return value[0] if kind is IN else (kind, value)

    # Groups

    def group(self, verbose):
        name, add, remove = None, 0, 0
        if self.take("?"):
            if self.take("#"):
                self.until(")")
                return None
            if self.take("P="):
                return [(GROUPREF, self.state.groupdict[self.until(")")])]
            for start, kind, way in (("=", ASSERT, 1), ("!", ASSERT_NOT, 1), ("<=", ASSERT, -1), ("<!", ASSERT_NOT, -1)):
                if self.take(start):
                    return [(kind, (way, self.inner(verbose)))]
            if self.take("("):
                return [self.conditional(verbose)]
            if self.take(">"):
                return [(ATOMIC_GROUP, self.inner(verbose))]
            if self.take("P<"):
                name = self.until(">")
            else:
                add, remove = self.letters(), self.letters() if self.take("-") else 0
                if self.take(")"):
                    return None  # flags of the whole pattern
                self.take(":")
                tree = self.inner((verbose or bool(add & SRE_FLAG_VERBOSE)) and not remove & SRE_FLAG_VERBOSE)
                return [(SUBPATTERN, (None, add, remove, tree))] if add or remove else tree.data
        number = self.state.opengroup(name)
        tree = self.inner(verbose)
        self.state.closegroup(number, tree)
        return [(SUBPATTERN, (number, 0, 0, tree))]

    def letters(self):
        flags = 0
        while (letter := self.text[self.place]) in FLAGS:
            flags |= FLAGS[letter]
            self.place += 1
        return flags

    def inner(self, verbose):
        """What stands up to the closing parenthesis."""
        tree = self.alternatives(verbose)
        self.place += 1
        return tree

    def conditional(self, verbose):
        name = self.until(")")
        number = self.state.groupdict[name] if name in self.state.groupdict else int(name)
        yes = self.sequence(verbose)
        no = self.sequence(verbose) if self.take("|") else None
        self.place += 1
        return GROUPREF_EXISTS, (number, yes, no)


def _checked(text, flags):
    """The flags of a pattern; raises what is wrong with it."""
    try:
        return _re.compile(text, flags & ~SRE_FLAG_DEBUG).flags
    except _re.error as problem:
        if problem.msg != "look-behind requires fixed-width pattern":
            raise
        start, flags = _re.match(b"\\(\\?[aiLmsux]+\\)" if isinstance(text, bytes) else r"\(\?[aiLmsux]+\)", text), int(flags)
        for letter in start[0][2:-1] if start else "":
            flags |= FLAGS[letter if isinstance(letter, str) else chr(letter)]
        return flags if isinstance(text, bytes) or flags & SRE_FLAG_ASCII else flags | SRE_FLAG_UNICODE


def parse(str, flags=0, state=None):
    """The tree of a pattern."""
    state = State() if state is None else state
    state.str, state.flags = str, _checked(str, flags)
    reader = _Reader(str.decode("latin-1") if isinstance(str, bytes) else str, state)
    tree = reader.alternatives(bool(state.flags & SRE_FLAG_VERBOSE))
    if flags & SRE_FLAG_DEBUG:
        tree.dump()
    return tree


def parse_template(source, pattern):
    """The text and, between, the numbers of groups that a replacement consists of."""
    parts, texts = _re._template(pattern, source), []
    empty = source[:0]
    for part in parts:
        if isinstance(part, int):
            texts += ([empty, part] if not texts or isinstance(texts[-1], int) else [part])
        else:
            texts.append(part if isinstance(source, type(part)) else part.encode("latin-1"))
    return texts if texts and not isinstance(texts[-1], int) else [*texts, empty]
