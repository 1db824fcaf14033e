"""Wraps, fills, shortens, dedents and indents text."""

import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_whitespace = "\t\n\x0b\x0c\r "


class TextWrapper:
    """Breaks text into lines."""

    unicode_whitespace_trans = dict.fromkeys(map(ord, _whitespace), ord(" "))
    # Words, em-dashes and the white space between them.
    wordsep_re = re.compile(r"""(
        [\t\n\x0b\x0c\r ]+
      | (?<=[\w!"'&.,?]) -{2,} (?=\w)
      | [^\t\n\x0b\x0c\r ] (?:
            [^\t\n\x0b\x0c\r -]*? (?:
                -(?: (?<=[^\d\W]{2}-) | (?<=[^\d\W]-[^\d\W]-) )(?= [^\d\W] -? [^\d\W] )
              | (?=[\t\n\x0b\x0c\r ]|\Z)
              | (?<=[\w!"'&.,?]) (?=-{2,}\w)
            )
          | [^\t\n\x0b\x0c\r ]*? (?:
                -(?: (?<=[^\d\W]{2}-) | (?<=[^\d\W]-[^\d\W]-) )(?= [^\d\W] -? [^\d\W] )
              | (?=[\t\n\x0b\x0c\r ]|\Z)
              | (?<=[\w!"'&.,?]) (?=-{2,}\w)
            )
        ))""", re.VERBOSE)
    wordsep_simple_re = re.compile(r"([\t\n\x0b\x0c\r ]+)")
    sentence_end_re = re.compile(r"[a-z][\.\!\?][\"\']?\Z")

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace = expand_tabs, replace_whitespace
        self.fix_sentence_endings, self.break_long_words = fix_sentence_endings, break_long_words
        self.drop_whitespace, self.break_on_hyphens, self.tabsize = drop_whitespace, break_on_hyphens, tabsize
        self.max_lines, self.placeholder = max_lines, placeholder

    def _munge_whitespace(self, text):
        spaced = text.expandtabs(self.tabsize) if self.expand_tabs else text
        return spaced.translate(self.unicode_whitespace_trans) if self.replace_whitespace else spaced

    def _split(self, text):
        pattern = self.wordsep_re if self.break_on_hyphens is True else self.wordsep_simple_re
        return [chunk for chunk in pattern.split(text) if chunk]

    def _fix_sentence_endings(self, chunks):
        i = 0
        while i < len(chunks) - 1:
            if chunks[i + 1] == " " and self.sentence_end_re.search(chunks[i]):
                chunks[i + 1] = "  "
                i += 2
            else:
                i += 1

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Puts as much of a word that no line holds onto this one as fits, or all of it onto a new one."""
        if cur_line and not self.break_long_words:
            return
        word = head = reversed_chunks.pop()
        if self.break_long_words:
            head = word[:width - cur_len if width > 0 else 1]
            if self.break_on_hyphens and head != word:
                hyphened = head[:head.rfind("-") + 1]
                if hyphened.strip("-"):
                    head = hyphened
            if head != word:
                reversed_chunks.append(word[len(head):])
        cur_line.append(head)

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks.reverse()
        while chunks:
            line, size = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            while chunks:
                n = len(chunks[-1])
                if size + n > width:
                    break
                line.append(chunks.pop())
                size += n
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, size, width)
                size = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                size -= len(line[-1])
                del line[-1]
            if not line:
                continue
            if self.max_lines is None or len(lines) + 1 < self.max_lines or \
                    (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and size <= width:
                lines.append(indent + "".join(line))
                continue
            self._cut_short(lines, indent, line, width)
            break
        return lines

    def _cut_short(self, lines, indent, line, width):
        """Ends the lines with the placeholder, after as many words of one more line as go before it."""
        while line:
            start = "".join(line)
            if line.pop().strip() and len(start) + len(self.placeholder) <= width:
                lines.append(indent + start + self.placeholder)
                return
        longer = lines[-1].rstrip() + self.placeholder if lines else None
        if lines and len(longer) <= self.width:
            lines[-1] = longer
        else:
            lines.append(indent + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """The lines of a paragraph."""
        pieces = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(pieces)
        return self._wrap_chunks(pieces)

    def fill(self, text):
        """The lines of a paragraph as one text."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The lines of a paragraph as one text."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text cut to a width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Takes the indentation away that all lines share."""
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        space = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = space
        else:
            n = min(len(margin), len(space))
            k = 0
            while k < n and margin[k] == space[k]:
                k += 1
            margin = margin[:k]
    if margin:
        lines = [line[len(margin):] if line else line for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """Puts a prefix before the lines that are not empty."""
    if predicate is None:
        def predicate(line):
            return line.strip()
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
