"""Headers as objects: texts that know what stands in them."""
import re as _re
from types import MappingProxyType
from email import _header_value_parser as parser
from email import _words, errors, utils


class Address:
    """A name with an address."""

    def __init__(self, display_name="", username="", domain="", addr_spec=None):
        given = "".join([part for part in (display_name, username, domain, addr_spec) if part])
        if "\r" in given or "\n" in given:
            raise ValueError("invalid arguments; address parts cannot contain CR or LF")
        if addr_spec is not None:
            if username or domain:
                raise TypeError("addrspec specified when username and/or domain also specified")
            found, rest = parser.get_addr_spec(addr_spec)
            if rest:
                raise ValueError("Invalid addr_spec; only '{}' could be parsed from '{}'".format(found.addr_spec, addr_spec))
            if found.defects:
                raise found.defects[0]
            username, domain = found.local_part, found.domain
        self._display_name, self._username, self._domain = display_name, username, domain

    display_name = property(lambda self: self._display_name)
    username = property(lambda self: self._username)
    domain = property(lambda self: self._domain)

    @property
    def addr_spec(self):
        """The address, quoted where it has to be."""
        name = self.username
        if name and not parser.is_dot_atom(name):
            name = _words.quoted(name)
        if self.domain:
            return name + "@" + self.domain
        return name or "<>"

    def __repr__(self):
        return "%s(display_name=%r, username=%r, domain=%r)" % (
            type(self).__name__, self.display_name, self.username, self.domain)

    def __str__(self):
        if not self.display_name:
            return self.addr_spec
        address = "" if self.addr_spec == "<>" else self.addr_spec
        return "%s <%s>" % (parser.phrase(self.display_name), address)

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return (self.display_name, self.username, self.domain) == (other.display_name, other.username, other.domain)


class Group:
    """Addresses that have a name together; None as name: one that stands alone."""

    def __init__(self, display_name=None, addresses=None):
        self._display_name, self._addresses = display_name, tuple(addresses) if addresses else ()

    display_name = property(lambda self: self._display_name)
    addresses = property(lambda self: self._addresses)

    def __repr__(self):
        return "%s(display_name=%r, addresses=%r" % (type(self).__name__, self.display_name, self.addresses)

    def __str__(self):
        inside = ", ".join(map(str, self.addresses))
        if self.display_name is None and len(self.addresses) == 1:
            return inside
        name = "None" if self.display_name is None else parser.phrase(self.display_name)
        return "%s: %s;" % (name, inside) if inside else name + ":;"

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return self.display_name == other.display_name and self.addresses == other.addresses


def _shown(text):
    """A text without bytes that nobody could decode."""
    if not text.isascii() and any(["\udc80" <= c <= "\udcff" for c in text]):
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return text


class BaseHeader(str):
    """A header: its decoded text, with its name and what was odd about it.

    Classes of headers say what stands in one by `parse(value, kwds)`, which puts "decoded", "defects" and more into kwds, and
    take it up in `init`.
    """

    max_count = None

    def __new__(cls, name, value):
        kwds = {"defects": []}
        cls.parse(value, kwds)
        decoded = kwds.pop("decoded")
        self = str.__new__(cls, _shown(decoded))
        self._decoded = decoded
        self.init(name, **kwds)
        return self

    def init(self, name, *, parse_tree=None, defects):
        self._name, self._parse_tree, self._defects = name, parse_tree, defects

    name = property(lambda self: self._name)
    defects = property(lambda self: tuple(self._defects))

    def __reduce__(self):
        return _restored, (type(self).__name__, type(self).__bases__, str(self)), self.__dict__

    def fold(self, *, policy):
        """The header as it is written, with its name, in lines that are not too long."""
        return _words.fold_text(self.name, self._decoded, policy)


def _restored(name, bases, text):
    return str.__new__(type(name, bases, {}), text)


class UnstructuredHeader:
    """A header of words."""

    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        kwds["decoded"] = _words.decode(value, kwds["defects"])


class UniqueUnstructuredHeader(UnstructuredHeader):
    max_count = 1


class DateHeader:
    """A header with a date, which `datetime` gives."""

    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        text, kwds["datetime"], kwds["decoded"] = value, None, ""
        if not text:
            kwds["defects"].append(errors.HeaderMissingRequiredValue())
            return
        if isinstance(text, str):
            try:
                value = utils.parsedate_to_datetime(text)
            except ValueError:
                kwds["decoded"], kwds["shown"] = text, ""
                kwds["defects"].append(errors.InvalidDateDefect("Invalid date value or format"))
                return
        kwds["datetime"] = value
        kwds["decoded"] = utils.format_datetime(value)

    def init(self, *args, datetime, shown=None, **kw):
        self._datetime, self._written = datetime, shown
        super().init(*args, **kw)

    datetime = property(lambda self: self._datetime)

    def fold(self, *, policy):
        return _words.fold_text(self.name, str(self) if self._written is None else self._written, policy)


class UniqueDateHeader(DateHeader):
    max_count = 1


class AddressHeader:
    """A header of addresses: `addresses`, and `groups` with their names."""

    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        if isinstance(value, str):
            found, defects = parser.get_address_list(value)
            groups = [Group(group.display_name, [Address(box.display_name or "", box.local_part or "", box.domain or "")
                                                 for box in group.mailboxes]) for group in found]
            kwds["defects"].extend(defects)
            kwds["source"] = value
        else:
            if not hasattr(value, "__iter__"):
                value = [value]
            groups = [item if hasattr(item, "addresses") else Group(None, [item]) for item in value]
        kwds["groups"] = groups
        kwds["decoded"] = ", ".join(map(str, groups))

    def init(self, *args, groups, source=None, **kw):
        self._groups, self._addresses, self._source = tuple(groups), None, source
        super().init(*args, **kw)

    groups = property(lambda self: self._groups)

    @property
    def addresses(self):
        if self._addresses is None:
            self._addresses = tuple([address for group in self._groups for address in group.addresses])
        return self._addresses

    def fold(self, *, policy):
        source = self._source
        if source and source.isascii() and "=?" not in source and \
                len(source) + len(self.name) + 2 <= (policy.max_line_length or float("inf")):
            return "%s: %s%s" % (self.name, source, policy.linesep)
        lines = _words.Lines(self.name, policy)
        for number, group in enumerate(self._groups):
            end = "," if number + 1 < len(self._groups) else ""
            if group.display_name is None and len(group.addresses) == 1:
                lines.add(_parts(group.addresses[0], end))
                continue
            name = "None" if group.display_name is None else group.display_name
            lines.add([_words.Coded(parser.phrase(name) if name.isascii() else name), ":" if group.addresses else ":;" + end])
            for place, address in enumerate(group.addresses):
                lines.add(_parts(address, "," if place + 1 < len(group.addresses) else ";" + end))
        return lines.finish(policy.linesep)


def _parts(address, end):
    """An address in parts that become lines where they must."""
    if not address.display_name:
        name, at, domain = address.addr_spec.rpartition("@")
        if not address.addr_spec.isascii() and not address.username.isascii():
            return [_words.Coded(name or address.addr_spec), at + (domain if at else "") + end]
        return [address.addr_spec + end]
    name = address.display_name
    plain = parser.phrase(name)
    name = plain if name.isascii() else name
    inside = "" if address.addr_spec == "<>" else address.addr_spec
    if not plain.startswith('"'):
        words = [(" " if place else "", _words.Coded(word)) for place, word in enumerate(name.split(" "))]
        words[0] = words[0][1]
    else:
        words = [_words.Coded(name)]
    return [*words, (" ", "<%s>%s" % (inside, end))]


class UniqueAddressHeader(AddressHeader):
    max_count = 1


class SingleAddressHeader(AddressHeader):
    """A header of one address, which `address` gives."""

    @property
    def address(self):
        if len(self.addresses) != 1:
            raise ValueError("value of single address header {} is not a single address".format(self.name))
        return self.addresses[0]


class UniqueSingleAddressHeader(SingleAddressHeader):
    max_count = 1


class MIMEVersionHeader:
    """A header with a version: `version`, `major` and `minor`."""

    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds["decoded"] = value
        found = _re.sub(r"\([^)]*\)", "", value).strip()
        match = _re.fullmatch(r"(\d+)\s*\.\s*(\d+)", found)
        kwds["major"], kwds["minor"] = (int(match[1]), int(match[2])) if match else (None, None)
        kwds["version"] = "%d.%d" % (kwds["major"], kwds["minor"]) if match else None
        if not found:
            kwds["defects"].append(errors.HeaderMissingRequiredValue("Missing MIME version number (eg: 1.0)"))
        elif not match:
            first, dot, second = found.partition(".")
            if not first.strip().isdigit():
                text = "Expected MIME major version number but found {!r}".format(first)
            elif not dot:
                text = "Incomplete MIME version; found only major number"
            else:
                text = "Expected MIME minor version number but found {!r}".format(second.strip())
            kwds["defects"].append(errors.InvalidHeaderDefect(text))

    def init(self, *args, version, major, minor, **kw):
        self._version, self._major, self._minor = version, major, minor
        super().init(*args, **kw)

    version = property(lambda self: self._version)
    major = property(lambda self: self._major)
    minor = property(lambda self: self._minor)


class ParameterizedMIMEHeader:
    """A header of a value with parameters: `params`."""

    max_count = 1

    @classmethod
    def _split(cls, value, kwds):
        """The value; the parameters are put into kwds."""
        first, *rest = _words.split_parameters(value) or [""]
        kwds["params"] = _words.parameters(rest, kwds["defects"])
        return _re.sub(r"\([^)]*\)", "", first).strip()

    @classmethod
    def _show(cls, shown, kwds):
        kwds["shown"] = shown
        kwds["decoded"] = "; ".join([shown, *["%s=%s" % (name, _words.quoted(text))
                                              for name, text in kwds["params"].items()]])

    def init(self, *args, params, shown, **kw):
        self._params, self._shown = params, shown
        super().init(*args, **kw)

    params = property(lambda self: MappingProxyType(self._params))

    def fold(self, *, policy):
        return _words.fold_parameters(self.name, self._shown, self._params, policy)


class ContentTypeHeader(ParameterizedMIMEHeader):
    """What kind of content there is: `content_type`, `maintype` and `subtype`."""

    @classmethod
    def parse(cls, value, kwds):
        shown = cls._split(value, kwds)
        main, slash, sub = shown.partition("/")
        main, sub = main.strip(), sub.strip()
        if not shown:
            kwds["defects"].append(errors.HeaderMissingRequiredValue("Missing content type specification"))
        elif not (slash and main and sub and _re.fullmatch(r"[^\s/()<>@,;:\\\"\[\]?=]+", main + sub)):
            kwds["defects"].append(errors.InvalidHeaderDefect("Invalid content type"))
            slash = ""
        else:
            shown = main + "/" + sub
        kwds["kind"] = (main.lower(), sub.lower()) if slash else ("text", "plain")
        cls._show(shown, kwds)

    def init(self, *args, kind, **kw):
        self._maintype, self._subtype = kind
        super().init(*args, **kw)

    maintype = property(lambda self: self._maintype)
    subtype = property(lambda self: self._subtype)
    content_type = property(lambda self: self._maintype + "/" + self._subtype)


class ContentDispositionHeader(ParameterizedMIMEHeader):
    """What is to become of the content: `content_disposition`."""

    @classmethod
    def parse(cls, value, kwds):
        shown = cls._split(value, kwds)
        if not shown:
            kwds["defects"].append(errors.HeaderMissingRequiredValue("Missing content disposition"))
        kwds["disposition"] = shown.lower() or None
        cls._show(shown, kwds)

    def init(self, *args, disposition, **kw):
        self._content_disposition = disposition
        super().init(*args, **kw)

    content_disposition = property(lambda self: self._content_disposition)


class ContentTransferEncodingHeader:
    """How the content is encoded: `cte`."""

    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds["decoded"] = value
        words = _re.sub(r"\([^)]*\)", "", value).split()
        kwds["cte"] = words[0].lower() if words else "7bit"
        if not words:
            kwds["defects"].append(errors.HeaderMissingRequiredValue("Missing content transfer encoding"))
        elif len(words) > 1:
            kwds["defects"].append(errors.InvalidHeaderDefect("Extra text after content transfer encoding"))

    def init(self, *args, cte, **kw):
        self._cte = cte
        super().init(*args, **kw)

    cte = property(lambda self: self._cte)


class MessageIDHeader:
    """The identification of a message."""

    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds["decoded"] = value
        text = value.strip()
        if not text.startswith("<"):
            kwds["defects"].append(errors.InvalidHeaderDefect("Invalid msg-id: %r" % errors.HeaderParseError(
                "expected msg-id but found '%s'" % value)))
        elif not text.endswith(">"):
            kwds["defects"].append(errors.InvalidHeaderDefect("Missing trailing '>' on msg-id"))
        elif "@" not in text:
            kwds["defects"].append(errors.ObsoleteHeaderDefect("msg-id with no domain"))


_default_header_map = {
    "subject": UniqueUnstructuredHeader,
    "date": UniqueDateHeader, "resent-date": DateHeader, "orig-date": UniqueDateHeader,
    "sender": UniqueSingleAddressHeader, "resent-sender": SingleAddressHeader,
    **dict.fromkeys(("to", "cc", "bcc", "from", "reply-to"), UniqueAddressHeader),
    **dict.fromkeys(("resent-to", "resent-cc", "resent-bcc", "resent-from", "resent-reply-to"), AddressHeader),
    "mime-version": MIMEVersionHeader, "content-type": ContentTypeHeader,
    "content-disposition": ContentDispositionHeader, "content-transfer-encoding": ContentTransferEncodingHeader,
    "message-id": MessageIDHeader,
}


class HeaderRegistry:
    """Makes headers; knows which names are of which class."""

    def __init__(self, base_class=BaseHeader, default_class=UnstructuredHeader, use_default_map=True):
        self.base_class, self.default_class = base_class, default_class
        self.registry = dict(_default_header_map) if use_default_map else {}
        self._made = {}

    def map_to_type(self, name, cls):
        """Says of which class headers of a name are."""
        self.registry[name.lower()] = cls

    def __getitem__(self, name):
        cls = self.registry.get(name.lower(), self.default_class)
        key = cls, self.base_class
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = type("_" + cls.__name__, key, {})
        return made

    def __call__(self, name, value):
        return self[name](name, value)
