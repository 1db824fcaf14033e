"""HTML as a stream of tags, text and comments."""

import re
from html import unescape

__all__ = ["HTMLParser"]

_NAME = r"[a-zA-Z][^\t\n\r\f />\x00]*"
_SPACE = r"(?:\s|/(?!>))*"
_ATTRIBUTE = r"(?<=['\"\s/])[^\s/>][^\s/=>]*"
_VALUE = r"""'[^']*'|"[^"]*"|(?!['"])[^>\s]*"""

# Programs replace some of these to read what is nearly HTML
tagfind_tolerant = re.compile(f"({_NAME}){_SPACE}")
attrfind_tolerant = re.compile(rf"({_ATTRIBUTE})(\s*=+\s*({_VALUE}))?{_SPACE}")
locatestarttagend_tolerant = re.compile(
    rf"<{_NAME}(?:[\s/]*(?:{_ATTRIBUTE}(?:\s*=+\s*(?:{_VALUE})\s*)?{_SPACE})*)?\s*")
starttagopen, endendtag, piclose = re.compile("<[a-zA-Z]"), re.compile(">"), re.compile(">")
endtagfind = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
charref = re.compile("&#([0-9]+|[xX][0-9a-fA-F]+)(?=[^0-9a-fA-F]);?")
entityref = re.compile("&([a-zA-Z][-.a-zA-Z0-9]*)(?=[^a-zA-Z0-9]);?")
incomplete = re.compile(r"&(?:#(?:[0-9]*|[xX][0-9a-fA-F]*)|[a-zA-Z][-.a-zA-Z0-9]*)\Z")
commentclose = re.compile(r"--\s*>")
interesting_normal = re.compile("[&<]")
_section_name = re.compile(r"[a-zA-Z][-_.a-zA-Z0-9]*")
_space_or_semicolon = re.compile(r"[\s;]")


class HTMLParser:
    """Calls a method for each part of a document.

    The methods that read a part (`parse_…`) take its place in `rawdata` and return where it ends, or -1 if that has
    not come yet.
    """

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Forgets all text."""
        self.rawdata, self.lasttag, self.__starttag_text = "", "???", None
        self.lineno, self.offset = 1, 0
        self.clear_cdata_mode()

    def feed(self, data):
        """Takes more text."""
        self.rawdata += data
        self.goahead(False)

    def close(self):
        """Takes the text as complete."""
        self.goahead(True)

    def getpos(self):
        """Line and column of what was handed out last."""
        return self.lineno, self.offset

    def get_starttag_text(self):
        """The text of the tag that was opened last."""
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        """Takes all as text up to the end of an element."""
        self.cdata_elem = elem.lower()
        self.interesting = re.compile(r"</%s(?=[\t\n\r\f />])" % self.cdata_elem, re.IGNORECASE)

    def clear_cdata_mode(self):
        """Takes markup as markup again."""
        self.interesting, self.cdata_elem = interesting_normal, None

    def updatepos(self, i, j):
        """Counts lines and columns of what stands between two places."""
        if j > i:
            passed = self.rawdata[i:j]
            breaks = passed.count("\n")
            self.lineno += breaks
            self.offset = len(passed) - passed.rindex("\n") - 1 if breaks else self.offset + len(passed)
        return j

    def goahead(self, end):
        """Hands out all that is complete, at the end also what is not."""
        at = self._read(end)
        if end and at < len(self.rawdata):
            at = self.updatepos(at, self._hand_out(at, len(self.rawdata)))
        self.rawdata = self.rawdata[at:]

    def _read(self, end):
        """Hands out what is complete; returns where the rest begins."""
        raw, at, in_text = self.rawdata, 0, True
        while at < len(raw):
            read = self._text if in_text else self._markup if raw[at] == "<" else self._reference
            stop = read(at, end)
            if stop is None:
                break
            at, in_text = self.updatepos(at, stop), not in_text
        return at

    def _hand_out(self, at, stop):
        text = self.rawdata[at:stop]
        self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)
        return stop

    # The three that `_read` calls return None where more text is needed.

    def _text(self, at, end):
        raw = self.rawdata
        if self.cdata_elem or not self.convert_charrefs:
            match = self.interesting.search(raw, at)
            if match is None and self.cdata_elem and not end:
                return None
            stop = match.start() if match else len(raw)
        else:
            stop = raw.find("<", at)
            if stop < 0:
                stop = len(raw)
                reference = raw.rfind("&", max(at, stop - 34))
                if reference >= 0 and not end and not _space_or_semicolon.search(raw, reference):
                    return None
        return self._hand_out(at, stop) if stop > at else at

    def _markup(self, at, end):
        raw = self.rawdata
        sign = raw[at + 1:at + 2]
        if starttagopen.match(raw, at):
            stop = self.parse_starttag(at)
        elif sign == "/":
            stop = self.parse_endtag(at)
        elif sign == "?":
            stop = self.parse_pi(at)
        elif sign == "!":
            stop = self.parse_comment(at) if raw.startswith("--", at + 2) else self.parse_html_declaration(at)
        elif sign or end and not self.cdata_elem:
            self.handle_data("<")
            return at + 1
        else:
            return None
        if stop >= 0 or not end:
            return stop if stop >= 0 else None
        stop = raw.find(">", at + 1) + 1
        if not stop:
            stop = raw.find("<", at + 1)
        return self._hand_out(at, stop if stop > 0 else at + 1)

    def _reference(self, at, end):
        raw = self.rawdata
        for pattern, handler in ((charref, self.handle_charref), (entityref, self.handle_entityref)):
            if match := pattern.match(raw, at):
                handler(match[1])
                return match.end()
        if raw.startswith("&#", at):
            stop = at + 2 if ";" in raw[at:] else None
        else:
            stop = None if incomplete.match(raw, at) or at + 1 == len(raw) else at + 1
        if stop:
            self.handle_data(raw[at:stop])
        return stop

    def _upto(self, mark, start, handler, search_from=None):
        """Hands out what stands before a mark."""
        stop = self.rawdata.find(mark, start if search_from is None else search_from)
        if stop < 0:
            return -1
        handler(self.rawdata[start:stop])
        return stop + len(mark)

    def parse_html_declaration(self, i):
        """Reads what begins with `<!`."""
        start = self.rawdata[i:i + 9].lower()
        if start == "<!doctype":
            return self._upto(">", i + 2, self.handle_decl, i + 9)
        return self.parse_marked_section(i) if start.startswith("<![") else self.parse_bogus_comment(i)

    def parse_marked_section(self, i, report=1):
        """Reads what begins with `<![`; Office's conditions end with `]>`."""
        name = _section_name.match(self.rawdata, i + 3)
        loose = name is not None and name.group().lower() in ("if", "else", "endif")
        return self._upto("]>" if loose else "]]>", i + 3, self.unknown_decl)

    def parse_comment(self, i, report=1):
        """Reads a comment."""
        end = commentclose.search(self.rawdata, i + 4)
        if end is None:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:end.start()])
        return end.end()

    def parse_bogus_comment(self, i, report=1):
        """Reads something that browsers take for a comment."""
        return self._upto(">", i + 2, self.handle_comment if report else len)

    def parse_pi(self, i):
        """Reads a processing instruction."""
        end = piclose.search(self.rawdata, i + 2)
        if end is None:
            return -1
        self.handle_pi(self.rawdata[i + 2:end.start()])
        return end.end()

    def check_for_whole_start_tag(self, i):
        """Where a start tag ends."""
        stop = locatestarttagend_tolerant.match(self.rawdata, i).end()
        following = self.rawdata[stop:stop + 2]
        if following[:1] == ">":
            return stop + 1
        if following == "/>":
            return stop + 2
        first = following[:1]
        if following in ("", "/") or first == "=" or first.isascii() and first.isalpha():
            return -1
        return max(stop, i + 1)

    def parse_starttag(self, i):
        """Reads a start tag with its attributes."""
        self.__starttag_text = None
        stop = self.check_for_whole_start_tag(i)
        if stop < 0:
            return stop
        raw, attrs = self.rawdata, []
        self.__starttag_text = raw[i:stop]
        match = tagfind_tolerant.match(raw, i + 1)
        tag = self.lasttag = match[1].lower()
        at = match.end()
        while at < stop and (match := attrfind_tolerant.match(raw, at)):
            attrs.append((match[1].lower(), self._value(match[3]) if match[2] else None))
            at = match.end()
        end = raw[at:stop].strip()
        if end == "/>":
            self.handle_startendtag(tag, attrs)
        elif end == ">":
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        else:
            self.handle_data(self.__starttag_text)
        return stop

    @staticmethod
    def _value(text):
        quoted = text[:1] in ("'", '"') and text[:1] == text[-1:]
        return unescape(text[1:-1] if quoted else text)

    def parse_endtag(self, i):
        """Reads an end tag."""
        raw = self.rawdata
        close = raw.find(">", i + 1)
        if close < 0:
            return -1
        whole = endtagfind.match(raw, i)
        name = whole or tagfind_tolerant.match(raw, i + 2)
        tag = name[1].lower() if name else None
        if self.cdata_elem is not None and tag != self.cdata_elem:
            return self._hand_out(i, whole.end() if whole else close + 1)
        if tag is None:
            return i + 3 if raw.startswith("</>", i) else self.parse_bogus_comment(i)
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return whole.end() if whole else raw.find(">", name.end()) + 1

    # What subclasses replace.

    def handle_startendtag(self, tag, attrs):
        """Called for `<tag/>`."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        """Called for `<tag>`."""

    def handle_endtag(self, tag):
        """Called for `</tag>`."""

    def handle_data(self, data):
        """Called for text."""

    def handle_entityref(self, name):
        """Called for `&name;` unless references are converted."""

    def handle_charref(self, name):
        """Called for `&#number;` unless references are converted."""

    def handle_comment(self, data):
        """Called for `<!--data-->`."""

    def handle_decl(self, decl):
        """Called for `<!decl>`."""

    def handle_pi(self, data):
        """Called for `<?data>`."""

    def unknown_decl(self, data):
        """Called for `<![data]]>`."""
