"""HTML as a stream of tags, text and comments."""

import re
from html import unescape

__all__ = ["HTMLParser"]

_tag_name = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
_attribute = re.compile(r"((?<=['\"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*))?(?:\s|/(?!>))*")
_start_tag = re.compile(r"""<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'"""
                        r"""|"[^"]*"|(?!['"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*""")
_end_tag = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_charref = re.compile(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_entityref = re.compile(r"&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
_incomplete = re.compile(r"&[a-zA-Z#]")
_comment_end = re.compile(r"--\s*>")
_normal = re.compile(r"[&<]")


class HTMLParser:
    """Calls a method for each part of a document."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata, self.lasttag = "", "???"
        self.interesting, self.cdata_elem = _normal, None
        self.lineno, self.offset = 1, 0
        self.__starttag_text = None

    def feed(self, data):
        """Takes more text."""
        self.rawdata += data
        self.goahead(False)

    def close(self):
        self.goahead(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()
        self.interesting = re.compile(r"<(/|\Z)") if False else re.compile(r"</%s(?=[\t\n\r\f />])" % self.cdata_elem,
                                                                          re.IGNORECASE)

    def clear_cdata_mode(self):
        self.interesting, self.cdata_elem = _normal, None

    def updatepos(self, i, j):
        if i >= j:
            return j
        lines = self.rawdata.count("\n", i, j)
        if lines:
            self.lineno += lines
            self.offset = j - self.rawdata.rindex("\n", i, j) - 1
        else:
            self.offset += j - i
        return j

    def goahead(self, end):
        raw, i, n = self.rawdata, 0, len(self.rawdata)
        while i < n:
            if self.convert_charrefs and not self.cdata_elem:
                j = raw.find("<", i)
                if j < 0:
                    amp = raw.rfind("&", max(i, n - 34))
                    if not end and amp >= 0 and not re.compile(r"[\s;]").search(raw, amp):
                        break
                    j = n
            else:
                match = self.interesting.search(raw, i)
                if match:
                    j = match.start()
                else:
                    if self.cdata_elem and not end:
                        break
                    j = n
            if i < j:
                text = raw[i:j]
                self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)
            i = self.updatepos(i, j)
            if i == n:
                break
            if raw.startswith("<", i):
                if re.compile("<[a-zA-Z]").match(raw, i):
                    k = self.parse_starttag(i)
                elif raw.startswith("</", i):
                    k = self.parse_endtag(i)
                elif raw.startswith("<!--", i):
                    k = self.parse_comment(i)
                elif raw.startswith("<?", i):
                    k = self.parse_pi(i)
                elif raw.startswith("<!", i):
                    k = self.parse_html_declaration(i)
                elif i + 1 < n:
                    self.handle_data("<")
                    k = i + 1
                elif self.cdata_elem:
                    break
                elif end:
                    self.handle_data("<")
                    k = i + 1
                else:
                    break
                if k < 0:
                    if not end:
                        break
                    k = raw.find(">", i + 1)
                    if k < 0:
                        k = raw.find("<", i + 1)
                        if k < 0:
                            k = i + 1
                    else:
                        k += 1
                    text = raw[i:k]
                    self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)
                i = self.updatepos(i, k)
            elif raw.startswith("&#", i):
                match = _charref.match(raw, i)
                if match:
                    self.handle_charref(match.group()[2:-1])
                    k = match.end()
                    if not raw.startswith(";", k - 1):
                        k -= 1
                    i = self.updatepos(i, k)
                    continue
                if ";" in raw[i:]:
                    self.handle_data(raw[i:i + 2])
                    i = self.updatepos(i, i + 2)
                break
            elif raw.startswith("&", i):
                match = _entityref.match(raw, i)
                if match:
                    self.handle_entityref(match.group(1))
                    k = match.end()
                    if not raw.startswith(";", k - 1):
                        k -= 1
                    i = self.updatepos(i, k)
                    continue
                match = re.compile("&[a-zA-Z#]").match(raw, i)
                rest = re.compile(r"&(#[0-9]*|#[xX][0-9a-fA-F]*|[a-zA-Z][-.a-zA-Z0-9]*)?$").match(raw, i)
                if match and rest:
                    if end and rest.group() == raw[i:]:
                        k = rest.end()
                        if k <= i:
                            k = n
                        self.handle_data(raw[i:k]) if False else None
                    break
                if i + 1 < n:
                    self.handle_data("&")
                    i = self.updatepos(i, i + 1)
                    continue
                break
        if end and i < n:
            text = raw[i:n]
            self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)
            i = self.updatepos(i, n)
        self.rawdata = raw[i:]

    def parse_html_declaration(self, i):
        raw = self.rawdata
        if raw[i:i + 9].lower() == "<!doctype":
            end = raw.find(">", i + 9)
            if end < 0:
                return -1
            self.handle_decl(raw[i + 2:end])
            return end + 1
        if raw[i:i + 3] == "<![":
            return self.parse_marked_section(i)
        return self.parse_bogus_comment(i)

    def parse_marked_section(self, i, report=1):
        raw = self.rawdata
        close = raw.find("]]>", i + 3)
        loose = raw.find("]>", i + 3)
        name = re.compile(r"[a-zA-Z][-_.a-zA-Z0-9]*").match(raw, i + 3)
        word = name.group().lower() if name else ""
        if word in ("if", "else", "endif"):
            if loose < 0:
                return -1
            self.unknown_decl(raw[i + 3:loose])
            return loose + 2
        if close < 0:
            return -1
        self.unknown_decl(raw[i + 3:close])
        return close + 3

    def parse_comment(self, i, report=1):
        match = _comment_end.search(self.rawdata, i + 4)
        if not match:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:match.start()])
        return match.end()

    def parse_bogus_comment(self, i, report=1):
        end = self.rawdata.find(">", i + 2)
        if end < 0:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:end])
        return end + 1

    def parse_pi(self, i):
        end = self.rawdata.find(">", i + 2)
        if end < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:end])
        return end + 1

    def check_for_whole_start_tag(self, i):
        raw = self.rawdata
        match = _start_tag.match(raw, i)
        j = match.end()
        following = raw[j:j + 1]
        if following == ">":
            return j + 1
        if following == "/":
            if raw.startswith("/>", j):
                return j + 2
            if raw.startswith("/", j) and j + 1 >= len(raw):
                return -1
            return j if j > i else i + 1
        if following == "" or following in "abcdefghijklmnopqrstuvwxyz=/ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            return -1
        return j if j > i else i + 1

    def parse_starttag(self, i):
        self.__starttag_text = None
        stop = self.check_for_whole_start_tag(i)
        if stop < 0:
            return stop
        raw = self.rawdata
        self.__starttag_text = raw[i:stop]
        match = _tag_name.match(raw, i + 1)
        k = match.end()
        self.lasttag = tag = match.group(1).lower()
        attrs = []
        while k < stop:
            m = _attribute.match(raw, k)
            if not m:
                break
            name, rest, value = m.group(1, 2, 3)
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ("'", '"'):
                value = value[1:-1]
            if value:
                value = unescape(value)
            attrs.append((name.lower(), value))
            k = m.end()
        end = raw[k:stop].strip()
        if end not in (">", "/>"):
            self.handle_data(raw[i:stop])
            return stop
        if end.endswith("/>"):
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return stop

    def parse_endtag(self, i):
        raw = self.rawdata
        close = raw.find(">", i + 1)
        if close < 0:
            return -1
        match = _end_tag.match(raw, i)
        if not match:
            if self.cdata_elem is not None:
                name = _tag_name.match(raw, i + 2)
                if not name or name.group(1).lower() != self.cdata_elem:
                    self.handle_data(raw[i:close + 1])
                    return close + 1
            name = _tag_name.match(raw, i + 2)
            if not name:
                if raw[i:i + 3] == "</>":
                    return i + 3
                return self.parse_bogus_comment(i)
            end = raw.find(">", name.end())
            self.handle_endtag(name.group(1).lower())
            self.clear_cdata_mode()
            return end + 1
        tag = match.group(1).lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(raw[i:match.end()])
            return match.end()
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return match.end()

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
