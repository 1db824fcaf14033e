extension PythonSources {
  /// Source of the module `re`.
  static let reSource = #"""
    """Regular expressions: a backtracking matcher over a compiled tree of closures."""
    import functools as _functools

    A = ASCII = 256
    I = IGNORECASE = 2
    L = LOCALE = 4
    M = MULTILINE = 8
    S = DOTALL = 16
    U = UNICODE = 32
    X = VERBOSE = 64
    T = TEMPLATE = DEBUG = 0
    NOFLAG = 0


    class error(Exception):
        def __init__(self, msg, pattern=None, pos=None):
            self.msg, self.pattern, self.pos = msg, pattern, pos
            super().__init__(msg if pos is None else "%s at position %d" % (msg, pos))


    PatternError = error
    RegexFlag = int
    _REPEAT_LIMIT = 1 << 62


    def _is_word(c):
        return c.isalnum() or c == "_"


    _classes = {
        "d": str.isdecimal, "D": lambda c: not c.isdecimal(), "s": str.isspace, "S": lambda c: not c.isspace(),
        "w": _is_word, "W": lambda c: not _is_word(c),
    }
    _simple = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "0": "\0"}


    class _Parser:
        # Nodes are tuples: ("lit", c), ("set", test), ("seq", [...]), ("alt", [...]), ("rep", node, low, high, kind),
        # ("group", number, node), ("ref", number), ("at", what), ("look", node, ahead, negative), ("cond", n, yes, no),
        # ("atomic", node).
        def __init__(self, text, flags):
            self.text, self.flags, self.i = text, flags, 0
            self.groups = 0
            self.names = {}
            self.open = set()

        def fail(self, msg, pos=None):
            raise error(msg, self.text, self.i if pos is None else pos)

        def peek(self):
            return self.text[self.i:self.i + 1]

        def parse(self):
            node = self.alternatives()
            if self.i < len(self.text):
                self.fail("unbalanced parenthesis")
            return node

        def alternatives(self):
            options = [self.sequence()]
            while self.peek() == "|":
                self.i += 1
                options.append(self.sequence())
            return options[0] if len(options) == 1 else ("alt", options)

        def sequence(self):
            items = []
            while self.i < len(self.text):
                c = self.peek()
                if c in "|)":
                    break
                if self.flags & X:
                    if c.isspace():
                        self.i += 1
                        continue
                    if c == "#":
                        while self.i < len(self.text) and self.peek() != "\n":
                            self.i += 1
                        continue
                start = self.i
                node = self.atom()
                if node is None:
                    continue
                items.append(self.repeats(node, start))
            return items[0] if len(items) == 1 else ("seq", items)

        def repeats(self, node, start):
            while True:
                c = self.peek()
                at = self.i
                if c == "*":
                    low, high = 0, _REPEAT_LIMIT
                    self.i += 1
                elif c == "+":
                    low, high = 1, _REPEAT_LIMIT
                    self.i += 1
                elif c == "?":
                    low, high = 0, 1
                    self.i += 1
                elif c == "{":
                    end = self.text.find("}", self.i)
                    body = self.text[self.i + 1:end] if end > 0 else ""
                    a, comma, b = body.partition(",")
                    if end < 0 or not (a.isdigit() or a == "" and comma) or not (b.isdigit() or b == ""):
                        return node
                    low = int(a) if a else 0
                    high = (int(b) if b else _REPEAT_LIMIT) if comma else low
                    if high < low:
                        self.fail("min repeat greater than max repeat")
                    self.i = end + 1
                else:
                    return node
                if node[0] == "rep" and at != start and node[-1] is not None and self.text[at - 1] in "*+?}" and node[5]:
                    self.fail("multiple repeat", at)
                if node[0] == "at":
                    self.fail("nothing to repeat", at)
                kind = "greedy"
                if self.peek() == "?":
                    kind = "lazy"
                    self.i += 1
                elif self.peek() == "+":
                    kind = "possessive"
                    self.i += 1
                node = ("rep", node, low, high, kind, True)

        def atom(self):
            c = self.text[self.i]
            self.i += 1
            if c == ".":
                return ("set", (lambda ch: True) if self.flags & S else (lambda ch: ch != "\n"))
            if c == "^":
                return ("at", "line" if self.flags & M else "start")
            if c == "$":
                return ("at", "lineend" if self.flags & M else "end")
            if c == "(":
                return self.group()
            if c == "[":
                return self.charset()
            if c == "\\":
                return self.escape()
            if c in "*+?":
                self.fail("nothing to repeat", self.i - 1)
            return self.literal(c)

        def literal(self, c):
            if self.flags & I and c.lower() != c.upper():
                low, up = c.lower(), c.upper()
                return ("set", lambda ch: ch == low or ch == up or ch.lower() == low)
            return ("lit", c)

        def number(self, base, count):
            digits = self.text[self.i:self.i + count]
            try:
                value = int(digits, base)
            except ValueError:
                self.fail("incomplete escape")
            self.i += count
            return chr(value)

        def escape(self):
            if self.i >= len(self.text):
                self.fail("bad escape (end of pattern)", self.i - 1)
            c = self.text[self.i]
            self.i += 1
            if c in _classes:
                return ("set", self.klass(c))
            if c in "bBAZ":
                return ("at", {"b": "word", "B": "noword", "A": "start", "Z": "final"}[c])
            if c in "123456789":
                n = int(c)
                if self.peek().isdigit() and self.peek():
                    n = n * 10 + int(self.peek())
                    self.i += 1
                if n > self.groups:
                    self.fail("invalid group reference %d" % n, self.i - 1)
                return ("ref", n)
            return self.literal(self.character(c))

        def klass(self, c):
            if self.flags & A:
                word = lambda ch: ch.isascii() and _is_word(ch)
                digit = lambda ch: ch.isascii() and ch.isdecimal()
                space = lambda ch: ch in " \t\n\r\f\v"
                return {"w": word, "W": lambda ch: not word(ch), "d": digit, "D": lambda ch: not digit(ch),
                        "s": space, "S": lambda ch: not space(ch)}[c]
            return _classes[c]

        def character(self, c):
            if c in _simple:
                return _simple[c]
            if c == "x":
                return self.number(16, 2)
            if c == "u":
                return self.number(16, 4)
            if c == "U":
                return self.number(16, 8)
            if c.isascii() and c.isalpha():
                self.fail("bad escape \\%s" % c, self.i - 2)
            return c

        def charset(self):
            negative = self.peek() == "^"
            start = self.i - 1
            if negative:
                self.i += 1
            singles, ranges, tests = set(), [], []
            first = True
            while True:
                if self.i >= len(self.text):
                    self.fail("unterminated character set", start)
                c = self.text[self.i]
                self.i += 1
                if c == "]" and not first:
                    break
                first = False
                test = None
                if c == "\\":
                    e = self.text[self.i:self.i + 1]
                    self.i += 1
                    if e in _classes and e:
                        test = self.klass(e)
                    else:
                        c = "\b" if e == "b" else self.character(e)
                if test is None and self.peek() == "-" and self.text[self.i + 1:self.i + 2] not in ("]", ""):
                    self.i += 1
                    d = self.text[self.i]
                    self.i += 1
                    if d == "\\":
                        e = self.text[self.i]
                        self.i += 1
                        if e in _classes:
                            self.fail("bad character range %s-\\%s" % (c, e))
                        d = self.character(e)
                    if d < c:
                        self.fail("bad character range %s-%s" % (c, d), self.i - 3)
                    ranges.append((c, d))
                elif test is not None:
                    tests.append(test)
                else:
                    singles.add(c)
            fold = self.flags & I

            def inside(ch):
                if ch in singles:
                    return True
                for a, b in ranges:
                    if a <= ch <= b:
                        return True
                for t in tests:
                    if t(ch):
                        return True
                return False
            if fold:
                plain = inside
                inside = lambda ch: plain(ch) or plain(ch.lower()) or plain(ch.upper())
            if negative:
                return ("set", lambda ch: not inside(ch))
            return ("set", inside)

        def group(self):
            start = self.i - 1
            if self.peek() != "?":
                return self.capture(None, start)
            self.i += 1
            c = self.peek()
            self.i += 1
            if c == ":":
                return self.close(self.alternatives(), start)
            if c == ">":
                return ("atomic", self.close(self.alternatives(), start))
            if c == "#":
                end = self.text.find(")", self.i)
                if end < 0:
                    self.fail("missing ), unterminated comment", start)
                self.i = end + 1
                return None
            if c in "=!" and c:
                return ("look", self.close(self.alternatives(), start), True, c == "!")
            if c == "P":
                c = self.peek()
                self.i += 1
                if c == "<":
                    return self.capture(self.name(">"), start)
                if c == "=":
                    name = self.name(")")
                    if name not in self.names:
                        self.fail("unknown group name %r" % name)
                    return ("ref", self.names[name])
                self.fail("unknown extension ?P" + c, start + 1)
            if c == "<":
                c = self.peek()
                self.i += 1
                if c in "=!" and c:
                    return ("look", self.close(self.alternatives(), start), False, c == "!")
                self.fail("unknown extension ?<" + c, start + 1)
            if c == "(":
                name = self.name(")")
                n = int(name) if name.isdigit() else self.names.get(name)
                if n is None:
                    self.fail("unknown group name %r" % name)
                if n > self.groups:
                    self.fail("invalid group reference %d" % n, start + 3)
                yes = self.sequence()
                no = ("seq", [])
                if self.peek() == "|":
                    self.i += 1
                    no = self.sequence()
                return ("cond", n, self.close(yes, start), no)
            self.i -= 1
            add = remove = 0
            letters = {"a": A, "i": I, "L": L, "m": M, "s": S, "u": U, "x": X}
            target = True
            while self.peek() and self.peek() in "aiLmsux-":
                ch = self.peek()
                self.i += 1
                if ch == "-":
                    target = False
                elif target:
                    add |= letters[ch]
                else:
                    remove |= letters[ch]
            if self.peek() == ")":
                self.i += 1
                self.flags = (self.flags | add) & ~remove
                return None
            if self.peek() == ":":
                self.i += 1
                saved = self.flags
                self.flags = (saved | add) & ~remove
                node = self.close(self.alternatives(), start)
                self.flags = saved
                return node
            self.fail("unknown extension ?" + (c or ""), start + 1)

        def name(self, end):
            stop = self.text.find(end, self.i)
            if stop < 0:
                self.fail("missing %s, unterminated name" % end)
            name = self.text[self.i:stop]
            self.i = stop + 1
            if not name.isidentifier() and not name.isdigit():
                self.fail("bad character in group name %r" % name)
            return name

        def capture(self, name, start):
            self.groups += 1
            n = self.groups
            if name is not None:
                if name in self.names:
                    self.fail("redefinition of group name %r as group %d; was group %d" % (name, n, self.names[name]))
                self.names[name] = n
            return ("group", n, self.close(self.alternatives(), start))

        def close(self, node, start):
            if self.peek() != ")":
                self.fail("missing ), unterminated subpattern", start)
            self.i += 1
            return node


    # A compiled node is a function (s, i, groups, next) -> end or -1; `next(i)` matches the rest. Groups are a list of
    # starts and ends that is restored on the way back.
    def _compile(node, fold):
        kind = node[0]
        if kind == "lit":
            c = node[1]
            return lambda s, i, g, k: k(i + 1) if i < g[-1] and s[i] == c else -1
        if kind == "set":
            test = node[1]
            return lambda s, i, g, k: k(i + 1) if i < g[-1] and test(s[i]) else -1
        if kind == "seq":
            parts = [_compile(n, fold) for n in node[1]]
            if not parts:
                return lambda s, i, g, k: k(i)
            def sequence(s, i, g, k, n=0):
                if n == len(parts) - 1:
                    return parts[n](s, i, g, k)
                return parts[n](s, i, g, lambda j: sequence(s, j, g, k, n + 1))
            return sequence
        if kind == "alt":
            options = [_compile(n, fold) for n in node[1]]
            def alternatives(s, i, g, k):
                for option in options:
                    end = option(s, i, g, k)
                    if end >= 0:
                        return end
                return -1
            return alternatives
        if kind == "group":
            n = node[1]
            inner = _compile(node[2], fold)
            def group(s, i, g, k):
                a, b = g[2 * n], g[2 * n + 1]
                def done(j):
                    c, d = g[2 * n], g[2 * n + 1]
                    g[2 * n], g[2 * n + 1] = i, j
                    end = k(j)
                    if end < 0:
                        g[2 * n], g[2 * n + 1] = c, d
                    return end
                end = inner(s, i, g, done)
                if end < 0:
                    g[2 * n], g[2 * n + 1] = a, b
                return end
            return group
        if kind == "ref":
            n = node[1]
            def reference(s, i, g, k):
                a, b = g[2 * n], g[2 * n + 1]
                if b < 0:
                    return -1
                text = s[a:b]
                found = s[i:i + len(text)]
                if found == text or fold and found.lower() == text.lower():
                    return k(i + len(text)) if i + len(text) <= g[-1] else -1
                return -1
            return reference
        if kind == "at":
            return _place(node[1])
        if kind == "look":
            inner, ahead, negative = _compile(node[1], fold), node[2], node[3]
            width = None if ahead else _width(node[1])
            def look(s, i, g, k):
                saved = g[:]
                if ahead:
                    end = inner(s, i, g, lambda j: j)
                elif i < width:
                    end = -1
                else:
                    end = inner(s, i - width, g, lambda j: j if j == i else -1)
                if negative:
                    g[:] = saved
                    return k(i) if end < 0 else -1
                if end < 0:
                    return -1
                end = k(i)
                if end < 0:
                    g[:] = saved
                return end
            return look
        if kind == "cond":
            n, yes, no = node[1], _compile(node[2], fold), _compile(node[3], fold)
            return lambda s, i, g, k: (yes if g[2 * n + 1] >= 0 else no)(s, i, g, k)
        if kind == "atomic":
            inner = _compile(node[1], fold)
            def atomic(s, i, g, k):
                end = inner(s, i, g, lambda j: j)
                return k(end) if end >= 0 else -1
            return atomic
        return _repeat(node, fold)


    def _repeat(node, fold):
        inner_node, low, high, kind = node[1], node[2], node[3], node[4]
        if inner_node[0] in ("lit", "set"):
            # One character: count them, then give back.
            if inner_node[0] == "lit":
                c = inner_node[1]
                test = lambda ch: ch == c
            else:
                test = inner_node[1]
            if kind == "lazy":
                def lazy(s, i, g, k):
                    n = 0
                    stop = g[-1]
                    while n < low:
                        if i >= stop or not test(s[i]):
                            return -1
                        i += 1
                        n += 1
                    while True:
                        end = k(i)
                        if end >= 0:
                            return end
                        if n >= high or i >= stop or not test(s[i]):
                            return -1
                        i += 1
                        n += 1
                return lazy
            def greedy(s, i, g, k):
                stop = g[-1]
                if high < stop - i:
                    stop = i + high
                j = i
                while j < stop and test(s[j]):
                    j += 1
                if kind == "possessive":
                    return k(j) if j - i >= low else -1
                least = i + low
                while j >= least:
                    end = k(j)
                    if end >= 0:
                        return end
                    j -= 1
                return -1
            return greedy
        inner = _compile(inner_node, fold)
        if kind == "possessive":
            whole = _repeat(("rep", inner_node, low, high, "greedy", True), fold)
            def possessive(s, i, g, k):
                end = whole(s, i, g, lambda j: j)
                return k(end) if end >= 0 else -1
            return possessive
        def more(s, i, g, k, n):
            def again(j):
                if j == i and n >= low:
                    return -1
                return more(s, j, g, k, n + 1)
            if n < low:
                return inner(s, i, g, again)
            if kind == "lazy":
                end = k(i)
                if end >= 0 or n >= high:
                    return end
                return inner(s, i, g, again)
            if n < high:
                end = inner(s, i, g, again)
                if end >= 0:
                    return end
            return k(i)
        return lambda s, i, g, k: more(s, i, g, k, 0)


    def _place(what):
        if what == "start":
            return lambda s, i, g, k: k(i) if i == 0 else -1
        if what == "final":
            return lambda s, i, g, k: k(i) if i == g[-1] else -1
        if what == "end":
            return lambda s, i, g, k: k(i) if i == g[-1] or i == g[-1] - 1 and s[i] == "\n" else -1
        if what == "line":
            return lambda s, i, g, k: k(i) if i == 0 or s[i - 1] == "\n" else -1
        if what == "lineend":
            return lambda s, i, g, k: k(i) if i == g[-1] or s[i] == "\n" else -1
        wanted = what == "word"
        def boundary(s, i, g, k):
            before = i > 0 and _is_word(s[i - 1])
            after = i < g[-1] and _is_word(s[i])
            return k(i) if (before != after) == wanted else -1
        return boundary


    def _width(node):
        kind = node[0]
        if kind in ("lit", "set"):
            return 1
        if kind == "seq":
            return sum(map(_width, node[1]))
        if kind == "alt":
            widths = set(map(_width, node[1]))
            if len(widths) == 1:
                return widths.pop()
        elif kind == "group":
            return _width(node[2])
        elif kind == "atomic":
            return _width(node[1])
        elif kind in ("at", "look"):
            return 0
        elif kind == "rep" and node[2] == node[3]:
            return node[2] * _width(node[1])
        raise error("look-behind requires fixed-width pattern")


    def _prefix(node):
        while node[0] == "seq" and node[1]:
            node = node[1][0]
        return node[1] if node[0] == "lit" else None


    class Match:
        """What a pattern matched."""

        def __init__(self, pattern, string, groups, pos, endpos):
            self.re, self.string, self.pos, self.endpos = pattern, string, pos, endpos
            self._g = groups

        def _number(self, key):
            if isinstance(key, str):
                if key in self.re.groupindex:
                    return self.re.groupindex[key]
            elif hasattr(key, "__index__") and 0 <= key <= self.re.groups:
                return key
            raise IndexError("no such group")

        def _get(self, key, default=None):
            n = self._number(key)
            a, b = self._g[2 * n], self._g[2 * n + 1]
            return default if b < 0 else self.re._out(self.string, a, b)

        def group(self, *keys):
            if not keys:
                return self._get(0)
            if len(keys) == 1:
                return self._get(keys[0])
            return tuple([self._get(k) for k in keys])

        def __getitem__(self, key):
            return self._get(key)

        def groups(self, default=None):
            return tuple([self._get(n, default) for n in range(1, self.re.groups + 1)])

        def groupdict(self, default=None):
            return {name: self._get(n, default) for name, n in self.re.groupindex.items()}

        def start(self, group=0): return self._g[2 * self._number(group)]
        def end(self, group=0): return self._g[2 * self._number(group) + 1]
        def span(self, group=0): return self.start(group), self.end(group)

        def expand(self, template):
            return _expander(template, self.re)(self)

        @property
        def lastindex(self):
            best, last = -1, None
            for n in range(1, self.re.groups + 1):
                if self._g[2 * n + 1] > best or self._g[2 * n + 1] == best and last is None and best >= 0:
                    best, last = self._g[2 * n + 1], n
            return last

        @property
        def lastgroup(self):
            n = self.lastindex
            for name, number in self.re.groupindex.items():
                if number == n:
                    return name
            return None

        def __repr__(self):
            return "<re.Match object; span=%r, match=%r>" % (self.span(), self.group())

        def __bool__(self):
            return True

        def __copy__(self):
            return self


    class Pattern:
        """A compiled regular expression."""

        def __init__(self, pattern, flags):
            self.pattern = pattern
            self._bytes = isinstance(pattern, bytes)
            text = pattern.decode("latin-1") if self._bytes else pattern
            parser = _Parser(text, flags | (A if self._bytes else 0))
            node = parser.parse()
            self.flags = parser.flags if self._bytes else parser.flags | U
            self.groups = parser.groups
            self.groupindex = parser.names
            self._match = _compile(node, self.flags & I)
            self._first = _prefix(node)

        def _out(self, s, a, b):
            return s[a:b]

        def _text(self, string):
            if isinstance(string, str):
                if self._bytes:
                    raise TypeError("cannot use a bytes pattern on a string-like object")
                return string
            if isinstance(string, (bytes, bytearray)):
                if not self._bytes:
                    raise TypeError("cannot use a string pattern on a bytes-like object")
                return bytes(string).decode("latin-1")
            raise TypeError("expected string or bytes-like object, got %r" % type(string).__name__)

        def _try(self, s, i, end, last):
            g = [-1] * (2 * self.groups + 2) + [end]
            stop = self._match(s, i, g, last)
            if stop < 0:
                return None
            g[0], g[1] = i, stop
            return g

        def _scan(self, s, pos, end, last=None):
            if last is None:
                last = lambda j: j
            first = self._first
            i = pos
            while i <= end:
                if first is not None:
                    i = s.find(first, i, end)
                    if i < 0:
                        return None
                g = self._try(s, i, end, last)
                if g is not None:
                    return g
                i += 1
            return None

        def _bounds(self, s, pos, endpos):
            n = len(s)
            end = n if endpos is None else max(0, min(endpos, n))
            return max(0, min(pos, n)), end

        def match(self, string, pos=0, endpos=None):
            s = self._text(string)
            pos, end = self._bounds(s, pos, endpos)
            g = self._try(s, pos, end, lambda j: j)
            return None if g is None else Match(self, string, g, pos, end)

        def fullmatch(self, string, pos=0, endpos=None):
            s = self._text(string)
            pos, end = self._bounds(s, pos, endpos)
            g = self._try(s, pos, end, lambda j: j if j == end else -1)
            return None if g is None else Match(self, string, g, pos, end)

        def search(self, string, pos=0, endpos=None):
            s = self._text(string)
            pos, end = self._bounds(s, pos, endpos)
            g = self._scan(s, pos, end)
            return None if g is None else Match(self, string, g, pos, end)

        def finditer(self, string, pos=0, endpos=None):
            s = self._text(string)
            pos, end = self._bounds(s, pos, endpos)
            return self._all(string, s, pos, end)

        def _all(self, string, s, pos, end):
            i = pos
            advance = False
            while i <= end:
                g = None
                if advance:
                    # After an empty match the next one there must not be empty.
                    g = self._try(s, i, end, lambda j: j if j > i else -1)
                    if g is None:
                        i += 1
                        if i > end:
                            return
                if g is None:
                    g = self._scan(s, i, end)
                if g is None:
                    return
                yield Match(self, string, g, pos, end)
                i = g[1]
                advance = g[0] == g[1]

        def findall(self, string, pos=0, endpos=None):
            empty = b"" if self._bytes else ""
            out = []
            for m in self.finditer(string, pos, endpos):
                if self.groups == 0:
                    out.append(m.group())
                elif self.groups == 1:
                    out.append(m._get(1, empty))
                else:
                    out.append(m.groups(empty))
            return out

        def split(self, string, maxsplit=0):
            out = []
            last = 0
            for m in self.finditer(string):
                out.append(string[last:m.start()])
                out.extend(m.groups())
                last = m.end()
                maxsplit -= 1
                if maxsplit == 0:
                    break
            out.append(string[last:])
            return out

        def subn(self, repl, string, count=0):
            make = repl if callable(repl) else _expander(repl, self)
            out = []
            last = n = 0
            for m in self.finditer(string):
                out.append(string[last:m.start()])
                out.append(make(m))
                last = m.end()
                n += 1
                if n == count:
                    break
            out.append(string[last:])
            return (b"" if self._bytes else "").join(out), n

        def sub(self, repl, string, count=0):
            return self.subn(repl, string, count)[0]

        def __repr__(self):
            names = [n for bit, n in ((I, "re.IGNORECASE"), (M, "re.MULTILINE"), (S, "re.DOTALL"), (X, "re.VERBOSE"),
                                      (A, "re.ASCII")) if self.flags & bit and not (bit == A and self._bytes)]
            return "re.compile(%r%s)" % (self.pattern, ", " + "|".join(names) if names else "")

        def __eq__(self, other):
            return isinstance(other, Pattern) and self.pattern == other.pattern and self.flags == other.flags

        def __hash__(self):
            return hash((self.pattern, self.flags))

        def __copy__(self):
            return self

        def __deepcopy__(self, memo):
            return self


    def _expander(template, pattern):
        is_bytes = isinstance(template, bytes)
        text = template.decode("latin-1") if is_bytes else template
        if "\\" not in text:
            return lambda m: template
        parts = []
        i = 0
        while i < len(text):
            c = text[i]
            i += 1
            if c != "\\":
                parts.append(c)
                continue
            c = text[i:i + 1]
            i += 1
            if c == "g":
                end = text.find(">", i)
                if text[i:i + 1] != "<" or end < 0:
                    raise error("missing <", template, i)
                name = text[i + 1:end]
                i = end + 1
                if name.isdigit():
                    parts.append(int(name))
                elif name in pattern.groupindex:
                    parts.append(pattern.groupindex[name])
                else:
                    raise IndexError("unknown group name %r" % name)
                if parts[-1] > pattern.groups:
                    raise error("invalid group reference %d" % parts[-1], template, i)
            elif c.isdigit() and c != "0":
                n = int(c)
                if text[i:i + 1].isdigit():
                    n = n * 10 + int(text[i])
                    i += 1
                if n > pattern.groups:
                    raise error("invalid group reference %d" % n, template, i - 1)
                parts.append(n)
            elif c in _simple and c:
                parts.append(_simple[c])
            elif c == "\\":
                parts.append("\\")
            elif c.isascii() and c.isalpha():
                raise error("bad escape \\%s" % c, template, i - 2)
            else:
                parts.append("\\" + c)

        def expand(m):
            out = []
            for part in parts:
                if isinstance(part, int):
                    found = m.group(part)
                    out.append("" if found is None else found.decode("latin-1") if is_bytes else found)
                else:
                    out.append(part)
            made = "".join(out)
            return made.encode("latin-1") if is_bytes else made
        return expand


    @_functools.lru_cache(maxsize=512)
    def _cached(kind, pattern, flags):
        return Pattern(pattern, flags)


    def compile(pattern, flags=0):
        """Compiles a regular expression."""
        if isinstance(pattern, Pattern):
            if flags:
                raise ValueError("cannot process flags argument with a compiled pattern")
            return pattern
        if not isinstance(pattern, (str, bytes)):
            raise TypeError("first argument must be string or compiled pattern")
        return _cached(type(pattern), pattern, int(flags))


    def match(pattern, string, flags=0): return compile(pattern, flags).match(string)
    def fullmatch(pattern, string, flags=0): return compile(pattern, flags).fullmatch(string)
    def search(pattern, string, flags=0): return compile(pattern, flags).search(string)
    def findall(pattern, string, flags=0): return compile(pattern, flags).findall(string)
    def finditer(pattern, string, flags=0): return compile(pattern, flags).finditer(string)
    def split(pattern, string, maxsplit=0, flags=0): return compile(pattern, flags).split(string, maxsplit)
    def sub(pattern, repl, string, count=0, flags=0): return compile(pattern, flags).sub(repl, string, count)
    def subn(pattern, repl, string, count=0, flags=0): return compile(pattern, flags).subn(repl, string, count)
    def purge(): _cached.cache_clear()


    _special = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


    def escape(pattern):
        """Escapes special characters."""
        if isinstance(pattern, bytes):
            return pattern.decode("latin-1").translate(_special).encode("latin-1")
        return pattern.translate(_special)
    """#
}
