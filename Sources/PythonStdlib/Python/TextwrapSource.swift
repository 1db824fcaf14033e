extension PythonSources {
  /// Source of the module `textwrap`.
  static let textwrapSource = #"""
    """Text wrapping and filling."""


    def dedent(text):
        """Removes common leading whitespace."""
        lines = text.split("\n")
        margin = None
        for line in lines:
            if line.strip(" \t"):
                indent = line[:len(line) - len(line.lstrip(" \t"))]
                if margin is None:
                    margin = indent
                else:
                    n = 0
                    while n < len(margin) and n < len(indent) and margin[n] == indent[n]:
                        n += 1
                    margin = margin[:n]
        out = []
        for line in lines:
            out.append(line[len(margin or ""):] if line.strip(" \t") else "")
        return "\n".join(out)


    def indent(text, prefix, predicate=None):
        """Adds a prefix to lines."""
        if predicate is None:
            predicate = str.strip
        return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])


    def wrap(text, width=70, *, initial_indent="", subsequent_indent="", **kwargs):
        """Wraps a paragraph into lines."""
        words = text.split()
        lines = []
        line = initial_indent
        empty = True
        for word in words:
            while True:
                space = "" if empty else " "
                if len(line) + len(space) + len(word) <= width:
                    line += space + word
                    empty = False
                    break
                if not empty:
                    lines.append(line)
                    line = subsequent_indent
                    empty = True
                    continue
                room = max(1, width - len(line))
                lines.append(line + word[:room])
                word = word[room:]
                line = subsequent_indent
                if not word:
                    break
        if not empty:
            lines.append(line)
        return lines


    def fill(text, width=70, **kwargs):
        return "\n".join(wrap(text, width, **kwargs))


    def shorten(text, width, *, placeholder=" [...]", **kwargs):
        words = text.split()
        if len(" ".join(words)) <= width:
            return " ".join(words)
        out = ""
        for word in words:
            longer = word if not out else out + " " + word
            if len(longer) + len(placeholder) > width:
                break
            out = longer
        return (out + placeholder) if out else placeholder.lstrip()
    """#
}
