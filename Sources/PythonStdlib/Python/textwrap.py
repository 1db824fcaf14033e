"""Wraps, fills, shortens, dedents and indents text."""
def _chunks(text):
    words, i, n = [], 0, len(text)
    while i < n:
        j = i
        space = text[i].isspace()
        while j < n and text[j].isspace() == space:
            if not space and text[j] == "-" and j > i and j + 1 < n and text[j - 1].isalpha() and text[j + 1].isalpha():
                j += 1
                break
            j += 1
        words.append(text[i:j])
        i = j
    return words

class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.__dict__.update({k: v for k, v in locals().items() if k != "self"})
    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join(" " if c in "\t\n\x0b\x0c\r" else c for c in text)
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        chunks = _chunks(text) if self.break_on_hyphens else [c for c in _chunks(text)]
        chunks.reverse()
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            line, size = [], 0
            if self.drop_whitespace and chunks[-1].isspace() and lines:
                chunks.pop()
            while chunks and size + len(chunks[-1]) <= room:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > room:
                left = max(1, room - size) if room >= 1 else 1
                if self.break_long_words:
                    word = chunks.pop()
                    line.append(word[:left])
                    chunks.append(word[left:])
                elif not line:
                    line.append(chunks.pop())
                size = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].isspace():
                size -= len(line.pop())
            if line:
                if self.max_lines is None or len(lines) + 1 < self.max_lines or (
                        (not chunks or self.drop_whitespace and len(chunks) == 1 and chunks[0].isspace())
                        and size <= room):
                    lines.append(indent + "".join(line))
                else:
                    while line:
                        if not line[-1].isspace() and size + len(self.placeholder) <= room:
                            lines.append(indent + "".join(line) + self.placeholder)
                            break
                        size -= len(line.pop())
                    else:
                        if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
                            lines[-1] = lines[-1].rstrip() + self.placeholder
                        else:
                            lines.append(indent + self.placeholder.lstrip())
                    break
        return lines
    def fill(self, text):
        return "\n".join(self.wrap(text))

def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)
def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)
def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))
def dedent(text):
    lines = text.split("\n")
    margin = None
    for i, line in enumerate(lines):
        body = line.lstrip(" \t")
        if not body:
            lines[i] = ""
            continue
        indent = line[:len(line) - len(body)]
        if margin is None:
            margin = indent
        else:
            k = 0
            while k < min(len(margin), len(indent)) and margin[k] == indent[k]:
                k += 1
            margin = margin[:k]
    if margin:
        lines = [line[len(margin):] if line else line for line in lines]
    return "\n".join(lines)
def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = lambda line: line.strip()
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
