extension PythonLibrary {
  /// `string`.
  static let stringModule = #"""
    whitespace = " \t\n\r\v\f"
    ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
    ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    ascii_letters = ascii_lowercase + ascii_uppercase
    digits = "0123456789"
    hexdigits = digits + "abcdef" + "ABCDEF"
    octdigits = "01234567"
    punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
    printable = digits + ascii_letters + punctuation + whitespace

    def capwords(s, sep=None):
        return (sep or " ").join(x.capitalize() for x in s.split(sep))

    class Template:
        delimiter = "$"
        def __init__(self, template):
            self.template = template
        def _fill(self, values, safe):
            text, out, i = self.template, [], 0
            while True:
                j = text.find(self.delimiter, i)
                if j < 0:
                    out.append(text[i:])
                    return "".join(out)
                out.append(text[i:j])
                k = j + 1
                if text[k:k + 1] == self.delimiter:
                    out.append(self.delimiter)
                    i = k + 1
                    continue
                braced = text[k:k + 1] == "{"
                start = k + 1 if braced else k
                end = start
                while end < len(text) and text[end].isascii() and (text[end] == "_" or text[end].isalnum()):
                    end += 1
                name = text[start:end]
                if not name or name[0].isdigit() or (braced and text[end:end + 1] != "}"):
                    if safe:
                        out.append(self.delimiter)
                        i = k
                        continue
                    lines = text[:j].splitlines(True)
                    line = max(1, len(lines))
                    column = j - len("".join(lines[:-1])) + 1 if lines else 1
                    raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")
                i = end + 1 if braced else end
                if safe and name not in values:
                    out.append(text[j:i])
                else:
                    out.append(str(values[name]))
        def substitute(self, mapping={}, /, **kws):
            return self._fill({**mapping, **kws}, False)
        def safe_substitute(self, mapping={}, /, **kws):
            return self._fill({**mapping, **kws}, True)

    class Formatter:
        def format(self, format_string, /, *args, **kwargs):
            return self.vformat(format_string, args, kwargs)
        def vformat(self, format_string, args, kwargs):
            return format_string.format(*args, **kwargs)
    """#
}
