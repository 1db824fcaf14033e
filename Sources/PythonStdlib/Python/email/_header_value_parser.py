"""Addresses in headers (RFC 5322), read leniently: what is odd is told as a defect."""
import re as _re
from email import errors as _errors
from email import _words

_ATOM = _re.compile(r"[^\s()<>\[\]:;@\\,.\"]+")
_SPACE = _re.compile(r"[ \t\r\n]*")


class Mailbox:
    """An address with the name that stands in front of it."""

    def __init__(self, display_name, local_part, domain, defects=()):
        self.display_name, self.local_part, self.domain = display_name, local_part, domain
        self.defects = self.all_defects = list(defects)

    @property
    def addr_spec(self):
        name = self.local_part if is_dot_atom(self.local_part or "") else _words.quoted(self.local_part or "")
        return name if self.domain is None else name + "@" + self.domain

    def __str__(self):
        return "%s <%s>" % (phrase(self.display_name), self.addr_spec) if self.display_name else self.addr_spec


class GroupOfMailboxes:
    """Addresses that have a name together; the name is None for an address that stands alone."""

    def __init__(self, display_name, mailboxes):
        self.display_name, self.mailboxes = display_name, mailboxes


def is_dot_atom(text):
    """Whether a name needs no quotes."""
    return bool(text) and all(_ATOM.fullmatch(part) for part in text.split("."))


def phrase(text):
    """A name as it is written."""
    return text if all(_ATOM.fullmatch(word) for word in text.split(" ")) else _words.quoted(text)


class _Reader:
    def __init__(self, text):
        self.text, self.at, self.defects = text, 0, []

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self):
        """Passes spaces and comments; whether there were any."""
        start = self.at
        while True:
            self.at = _SPACE.match(self.text, self.at).end()
            if self.peek() != "(":
                return self.at > start
            depth = 0
            while self.at < len(self.text):
                c = self.text[self.at]
                self.at += 2 if c == "\\" else 1
                depth += (c == "(") - (c == ")")
                if not depth:
                    break
            else:
                self.defects.append(_errors.InvalidHeaderDefect("end of header inside comment"))

    def quoted(self):
        out = []
        self.at += 1
        while self.at < len(self.text):
            c = self.text[self.at]
            self.at += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                c = self.text[self.at:self.at + 1]
                self.at += 1
            out.append(c)
        self.defects.append(_errors.InvalidHeaderDefect("end of header inside quoted string"))
        return "".join(out)

    def words(self):
        """What stands in front of an address or is its first half: (words with the spaces before them, kinds)."""
        found = []
        while True:
            space = self.skip()
            c = self.peek()
            if c == '"':
                text = self.quoted()
                # (Many programs put encoded words into quotes.)
                found.append((space, _words.decode(text, self.defects), "quoted"))
                continue
            if c == ".":
                self.at += 1
                found.append((space, ".", "dot"))
                continue
            match = _words.WORD.match(self.text, self.at)
            if match:
                self.at = match.end()
                found.append((space, _words.decoded(match, self.defects), "coded"))
                continue
            match = _ATOM.match(self.text, self.at)
            if not match:
                return found
            self.at = match.end()
            found.append((space, match[0], "atom"))

    @staticmethod
    def joined(words):
        out, last = [], None
        for space, text, kind in words:
            if space and out and not (kind == last == "coded"):
                out.append(" ")
            out.append(text)
            last = kind
        return "".join(out)

    def domain(self):
        self.skip()
        if self.peek() == "[":
            end = self.text.find("]", self.at)
            end = len(self.text) if end < 0 else end + 1
            text, self.at = self.text[self.at:end], end
            self.skip()
            return text
        return "".join([text for _, text, _ in self.words()])

    def local(self, words):
        """The first half of an address."""
        if any(space for space, _, _ in words[1:]):
            self.defects.append(_errors.ObsoleteHeaderDefect("local-part is not a dot-atom (contains CFWS)")
                                if not any(kind == "atom" and space for space, _, kind in words[1:])
                                else _errors.InvalidHeaderDefect(
                                    "local-part is not dot-atom, quoted-string, or obs-local-part"))
        text = self.joined(words)
        if not text.isascii():
            self.defects.append(_errors.NonASCIILocalPartDefect("local-part contains non-ASCII characters)"))
        return text

    def mailbox(self):
        """An address, with or without a name."""
        first = len(self.defects)
        words = self.words()
        c = self.peek()
        if c == "<":
            self.at += 1
            name = self.joined(words)
            if any(kind == "dot" for _, _, kind in words):
                self.defects.append(_errors.ObsoleteHeaderDefect("period in 'phrase'"))
            self.skip()
            if self.peek() == "@":
                end = self.text.find(":", self.at)
                self.at = len(self.text) if end < 0 else end + 1
                self.defects.append(_errors.ObsoleteHeaderDefect("obsolete route specification in angle-addr"))
            words = self.words()
            local = self.local(words)
            domain = None
            if self.peek() == "@":
                self.at += 1
                domain = self.domain()
            elif not words:
                self.defects.append(_errors.InvalidHeaderDefect("null addr-spec in angle-addr"))
            else:
                self.defects.append(_errors.InvalidHeaderDefect("addr-spec local part with no domain"))
            self.skip()
            if self.peek() == ">":
                self.at += 1
            else:
                self.defects.append(_errors.InvalidHeaderDefect("missing trailing '>' on angle-addr"))
            self.skip()
            return Mailbox(name, local, domain, self.defects[first:])
        if c == "@" and words:
            local = self.local(words)
            self.at += 1
            domain = self.domain()
            self.skip()
            return Mailbox(None, local, domain, self.defects[first:])
        if words:
            self.defects.append(_errors.InvalidHeaderDefect("addr-spec local part with no domain"))
            return Mailbox(None, self.local(words), None, self.defects[first:])
        return None

    def _invalid(self, stops):
        """Passes what is no address."""
        start = self.at
        while self.at < len(self.text) and self.peek() not in stops:
            if self.peek() == '"':
                self.quoted()
            else:
                self.at += 1
        if self.text[start:self.at].strip():
            self.defects.append(_errors.InvalidHeaderDefect("invalid mailbox in address-list"))

    def addresses(self, stop=""):
        """Groups, up to the end or to the sign of the end of a group."""
        found = []
        while True:
            self.skip()
            c = self.peek()
            if not c or c == stop:
                return found
            if c == ",":
                self.at += 1
                self.defects.append(_errors.ObsoleteHeaderDefect("address-list entry with no content"))
                continue
            start, known = self.at, len(self.defects)
            words = self.words()
            if self.peek() == ":" and words and not stop:
                self.at += 1
                inside = [box for group in self.addresses(";") for box in group.mailboxes]
                if self.peek() == ";":
                    self.at += 1
                else:
                    self.defects.append(_errors.InvalidHeaderDefect("end of header in group"))
                found.append(GroupOfMailboxes(self.joined(words), inside))
            else:
                self.at = start
                del self.defects[known:]
                box = self.mailbox()
                if box is not None:
                    found.append(GroupOfMailboxes(None, [box]))
            self.skip()
            if self.peek() not in ("", ",", stop):
                self._invalid("," + stop)
            if self.peek() == ",":
                self.at += 1
                self.skip()


def get_address_list(value):
    """The groups of a header, and what is odd about it."""
    reader = _Reader(value)
    return reader.addresses(), reader.defects


def get_mailbox(value):
    """The first address of a text, and the text behind it."""
    reader = _Reader(value)
    box = reader.mailbox()
    if box is None or box.domain is None:
        raise _errors.HeaderParseError("expected mailbox but found %r" % value)
    return box, value[reader.at:]


def get_addr_spec(value):
    """The first address without a name, and the text behind it."""
    reader = _Reader(value)
    words = reader.words()
    if reader.peek() != "@" or not words:
        raise _errors.HeaderParseError("expected addr-spec but found %r" % value)
    local = reader.local(words)
    reader.at += 1
    return Mailbox(None, local, reader.domain(), reader.defects), value[reader.at:]
