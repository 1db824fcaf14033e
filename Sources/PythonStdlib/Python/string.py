"""String constants and templates."""
whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    """$-substitution."""
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _substitute(self, mapping, safe):
        out = []
        s = self.template
        i = 0
        while i < len(s):
            c = s[i]
            if c != "$":
                out.append(c)
                i += 1
                continue
            if s[i + 1:i + 2] == "$":
                out.append("$")
                i += 2
                continue
            braced = s[i + 1:i + 2] == "{"
            j = k = i + 2 if braced else i + 1
            while k < len(s) and (s[k] == "_" or s[k].isascii() and s[k].isalnum()) and not (k == j and s[k].isdigit()):
                k += 1
            name = s[j:k]
            if not name or braced and s[k:k + 1] != "}":
                if safe:
                    out.append(c)
                    i += 1
                    continue
                line = s.count("\n", 0, i) + 1
                raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, i - s.rfind("\n", 0, i)))
            end = k + 1 if braced else k
            if safe and name not in mapping:
                out.append(s[i:end])
            else:
                out.append(str(mapping[name]))
            i = end
        return "".join(out)

    def substitute(self, mapping={}, /, **kws):
        return self._substitute({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._substitute({**mapping, **kws}, True)


class Formatter:
    """str.format, for subclassing."""

    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
