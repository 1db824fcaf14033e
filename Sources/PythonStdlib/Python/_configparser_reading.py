"""The lines of a file as sections and options."""
from _configparser_errors import DuplicateOptionError, DuplicateSectionError, MissingSectionHeaderError, ParsingError

__name__ = "configparser"        # the module that pickles and messages name


class _Reading:
    """The lines of one source on their way into a parser."""

    def __init__(self, parser, source):
        self.parser, self.source = parser, source
        self.seen, self.indent, self.error = set(), 0, None
        self.section = self.options = self.option = None

    def take(self, number, line):
        """Takes a line: a comment, nothing, more of a value, the name of a section or an option."""
        parser = self.parser
        text = self._without_comment(line)
        commented = text is not line
        text = text.strip()
        going_on = self.options is not None and self.option
        if not text:
            if not parser._empty_lines_in_values:
                self.indent = None
            elif going_on and not commented and self.options[self.option] is not None:
                self.options[self.option].append("")
            return
        indent = len(line) - len(line.lstrip())
        if going_on and self.indent is not None and indent > self.indent:
            self.options[self.option].append(text)
            return
        self.indent = indent
        if header := parser.SECTCRE.match(text):
            self._begin(header["header"], number)
        elif self.options is None:
            raise MissingSectionHeaderError(self.source, number, line)
        else:
            self._set(text, number, line)

    def _without_comment(self, line):
        parser = self.parser
        if parser._comment_prefixes and line.lstrip().startswith(parser._comment_prefixes):
            return ""
        places = [place for prefix in parser._inline_comment_prefixes for place in _places(line, prefix)]
        return line[:min(places)] if places else line

    def _first(self, *name):
        """Whether this is read for the first time from this source."""
        new = name not in self.seen
        self.seen.add(name)
        return new

    def _begin(self, name, number):
        parser = self.parser
        self.section, self.option = name, None
        if name in parser._sections:
            if not self._first(name) and parser._strict:
                raise DuplicateSectionError(name, self.source, number)
        elif name != parser.default_section:
            self._first(name)
            parser._new_section(name)
        self.options = parser._sections.get(name, parser._defaults)

    def _set(self, text, number, line):
        parser, found = self.parser, self.parser._optcre.match(text)
        if not found or not found["option"]:
            self.error = self.error or ParsingError(self.source)
            self.error.append(number, repr(line))
        if found:
            self.option = parser.optionxform(found["option"].rstrip())
            if not self._first(self.section, self.option) and parser._strict:
                raise DuplicateOptionError(self.section, self.option, self.source, number)
            value = found["value"]
            self.options[self.option] = None if value is None else [value.strip()]


def _places(line, prefix):
    """Where a comment within a line begins: at the first prefix that has a space before it."""
    place = line.find(prefix)
    while place > 0 and not line[place - 1].isspace():
        place = line.find(prefix, place + 1)
    return [place] if place >= 0 else []
