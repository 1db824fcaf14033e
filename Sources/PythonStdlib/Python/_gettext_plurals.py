"""Plural forms: the C expression of a catalogue that says which of its texts goes with a number."""
import re

_TOKENS = re.compile(r"\s*(?:(\d+)\b|(n\b)|(\|\||&&|[!=<>]=|[-+*/%<>!?:()])|(\w+|.))", re.DOTALL)
# From the loosest to the tightest; Python's operators in place of C's.
_LEVELS = [{"||": "or"}, {"&&": "and"}, {"==": "==", "!=": "!="}, {"<": "<", ">": ">", "<=": "<=", ">=": ">="},
           {"+": "+", "-": "-"}, {"*": "*", "/": "//", "%": "%"}]
_LONGEST, _DEEPEST = 1000, 20


class _Reader:
    """Turns an expression of C into one of Python."""

    def __init__(self, text):
        self._tokens, self._at = [], 0
        at = 0
        text = text.rstrip()
        while at < len(text):
            match = _TOKENS.match(text, at)
            number, variable, sign, other = match.groups()
            if other is not None:
                raise ValueError("invalid token in plural form: %s" % other)
            self._tokens.append(number or variable or sign)
            at = match.end()

    def peek(self):
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def take(self):
        token = self.peek()
        self._at += 1
        return token

    @staticmethod
    def refuse(token):
        raise ValueError("unexpected token in plural form: %s" % token if token else "unexpected end of plural form")

    def choice(self, depth):
        if depth > _DEEPEST:
            raise ValueError("plural form expression is too complex")
        condition = self.binary(0, depth)
        if self.peek() != "?":
            return condition
        self.take()
        yes = self.choice(depth + 1)
        if self.peek() != ":":
            self.refuse(self.peek())
        self.take()
        return "(%s if %s else %s)" % (yes, condition, self.choice(depth + 1))

    def binary(self, level, depth):
        if level == len(_LEVELS):
            return self.unary(depth)
        left, signs = self.binary(level + 1, depth), _LEVELS[level]
        while self.peek() in signs:
            sign = signs[self.take()]
            right = self.binary(level + 1, depth)
            left = "(%s %s %s)" % (left, sign, right)
        return left

    def unary(self, depth):
        token = self.take()
        if token == "!":
            if depth > _DEEPEST:
                raise ValueError("plural form expression is too complex")
            return "(not %s)" % self.unary(depth + 1)
        if token == "(":
            inner = self.choice(depth + 1)
            if self.peek() != ")":
                if not self.peek():
                    raise ValueError("unbalanced parenthesis in plural form")
                self.refuse(self.peek())
            self.take()
            return inner
        if token == "n":
            return token
        if token.isdigit():
            return str(int(token))
        self.refuse(token)

    def whole(self):
        made = self.choice(0)
        if self.peek():
            self.refuse(self.peek())
        return made


def c2py(plural):
    """The function that an expression of C in `n` stands for."""
    if len(plural) > _LONGEST:
        raise ValueError("plural form expression is too long")
    function = eval("lambda n: int(%s)" % _Reader(plural).whole(), {"__builtins__": {"int": int}})

    def form(n):
        if not isinstance(n, int):
            n = _whole(n)
        return function(n)
    return form


def _whole(n):
    """A number that need not be an int, as an int."""
    try:
        rounded = round(n)
    except TypeError:
        raise TypeError("Plural value must be an integer, got %s" % n.__class__.__name__) from None
    import warnings
    warnings.warn("Plural value must be an integer, got %s" % n.__class__.__name__, DeprecationWarning, 4)
    return n if rounded == n else rounded + (n > rounded)
