"""Messages: headers in their order, and a body or parts."""
import base64 as _base64
import quopri as _quopri
import re as _re

_MISSING = object()


def _parameters(value):
    """A header's value and its parameters: [(name, value)], the first with an empty value."""
    found, at = [], 0
    for part in _re.findall(r'(?:[^;"]|"(?:\\.|[^"\\])*")+', value):
        name, equals, text = part.partition("=")
        text = text.strip()
        if text[:1] == '"' and text[-1:] == '"' and len(text) > 1:
            text = _re.sub(r"\\(.)", r"\1", text[1:-1])
        found.append((name.strip() if at == 0 and not equals else name.strip().lower() if at else part.strip(), text if at else ""))
        at += 1
    return found


class Message:
    """A message; its names of headers do not care for case."""

    def __init__(self, policy=None):
        self.policy = policy
        self._headers, self._payload, self._unixfrom, self._charset = [], None, None, None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The message as text."""
        lines = [self._unixfrom + "\n"] if unixfrom and self._unixfrom else []
        lines += ["%s: %s\n" % pair for pair in self._headers]
        if self.is_multipart():
            boundary = self.get_boundary()
            if boundary is None:
                boundary = self._make_boundary()
                self.set_boundary(boundary)
                return self.as_string(unixfrom, maxheaderlen, policy)
            body = (self.preamble + "\n" if self.preamble is not None else "")
            body += "".join(["--%s\n%s\n" % (boundary, part.as_string()) for part in self._payload])
            body += "--%s--\n" % boundary + (self.epilogue or "")
        else:
            body = self._payload or ""
            if not isinstance(body, str):
                raise TypeError("string payload expected: %s" % type(body))
        return "".join(lines) + "\n" + body

    def _make_boundary(self):
        import random
        return "===============%019d==" % random.randrange(10 ** 19)

    def as_bytes(self, unixfrom=False, policy=None):
        """The message as bytes."""
        return self.as_string(unixfrom).encode("ascii", "surrogateescape")

    def __bytes__(self):
        return self.as_bytes()

    # Headers

    def __len__(self):
        return len(self._headers)

    def __iter__(self):
        return iter(self.keys())

    def __contains__(self, name):
        return name.lower() in [n.lower() for n, _ in self._headers]

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, value):
        self._headers.append((name, value))

    def __delitem__(self, name):
        self._headers = [pair for pair in self._headers if pair[0].lower() != name.lower()]

    def get(self, name, failobj=None):
        """The first header of that name."""
        name = name.lower()
        for known, value in self._headers:
            if known.lower() == name:
                return value
        return failobj

    def get_all(self, name, failobj=None):
        """All headers of that name."""
        return [v for n, v in self._headers if n.lower() == name.lower()] or failobj

    def keys(self):
        return [n for n, _ in self._headers]

    def values(self):
        return [v for _, v in self._headers]

    def items(self):
        return list(self._headers)

    def set_raw(self, name, value):
        self._headers.append((name, value))

    def raw_items(self):
        return iter(list(self._headers))

    def add_header(self, _name, _value, **_params):
        """Adds a header with parameters."""
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            name = name.replace("_", "-")
            parts.append(name if value is None else '%s="%s"' % (name, str(value).replace("\\", "\\\\").replace('"', '\\"')))
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        """Gives the first header of that name another value."""
        for at, (name, _) in enumerate(self._headers):
            if name.lower() == _name.lower():
                self._headers[at] = name, _value
                return
        raise KeyError(_name)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    # The kind of the content

    def get_content_type(self):
        """The kind of the content, as in "text/plain"."""
        value = self.get("content-type")
        if value is None:
            return self._default_type
        kind = _parameters(value)[0][0].lower() if value.strip() else ""
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().split("/")[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def get_params(self, failobj=None, header="content-type", unquote=True):
        """The value and the parameters of a header."""
        value = self.get(header)
        return failobj if value is None else _parameters(value)

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        """A parameter of a header."""
        for name, value in self.get_params([], header):
            if name.lower() == param.lower():
                return value
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
        """Sets a parameter of a header."""
        pairs = self.get_params([], header) or ([(self._default_type, "")] if header.lower() == "content-type" else [])
        pairs = [pair for pair in pairs if pair[0].lower() != param.lower()] + [(param, value)]
        text = "; ".join([name if at == 0 else '%s="%s"' % (name, text) for at, (name, text) in enumerate(pairs)])
        if header in self:
            self.replace_header(header, text)
        else:
            self[header] = text

    def set_type(self, type, header="Content-Type", requote=True):
        """Sets the kind of the content."""
        if type.count("/") != 1:
            raise ValueError
        pairs = self.get_params([], header)[1:]
        del self[header]
        if "mime-version" not in self:
            self["MIME-Version"] = "1.0"
        self[header] = "; ".join([type] + ['%s="%s"' % pair for pair in pairs])

    def get_filename(self, failobj=None):
        """The name of the file that the content is of."""
        name = self.get_param("filename", None, "content-disposition")
        return self.get_param("name", failobj) if name is None else name

    def get_boundary(self, failobj=None):
        return self.get_param("boundary", failobj)

    def set_boundary(self, boundary):
        if "content-type" not in self:
            from email.errors import HeaderParseError
            raise HeaderParseError("No Content-Type header found")
        self.set_param("boundary", boundary)

    def get_content_charset(self, failobj=None):
        charset = self.get_param("charset")
        return failobj if charset is None else charset.lower()

    def get_charsets(self, failobj=None):
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        value = self.get("content-disposition")
        return None if value is None else _parameters(value)[0][0].lower()

    # The body

    def is_multipart(self):
        """Whether the body is a list of messages."""
        return isinstance(self._payload, list)

    def attach(self, payload):
        """Adds a part."""
        if self._payload is None:
            self._payload = [payload]
        elif self.is_multipart():
            self._payload.append(payload)
        else:
            raise TypeError("Attach is not valid on a message with a non-multipart payload")

    def get_payload(self, i=None, decode=False):
        """The body, a part of it, or the bytes that it stands for."""
        if self.is_multipart():
            return None if decode else self._payload if i is None else self._payload[i]
        if i is not None:
            raise TypeError("Expected list, got %s" % type(self._payload))
        payload = self._payload
        if not decode:
            return payload
        if isinstance(payload, str):
            payload = payload.encode("ascii", "surrogateescape") if payload.isascii() else payload.encode("raw-unicode-escape")
        encoding = str(self.get("content-transfer-encoding", "")).lower()
        if payload is None:
            return None
        if encoding == "quoted-printable":
            return _quopri.decodestring(payload)
        if encoding == "base64":
            try:
                return _base64.b64decode(_re.sub(rb"[^A-Za-z0-9+/=]", b"", payload))
            except ValueError:
                return payload
        return payload

    def set_payload(self, payload, charset=None):
        """Sets the body."""
        if isinstance(payload, bytes):
            payload = payload.decode("ascii", "surrogateescape")
        self._payload = payload
        if charset is not None:
            self.set_param("charset", str(charset))

    def walk(self):
        """This message and all of its parts, outside first."""
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()


class EmailMessage(Message):
    """A message that is made step by step."""

    def set_content(self, text, subtype="plain", charset="utf-8", **more):
        """Makes a text the body."""
        for name in ("content-type", "content-transfer-encoding"):
            del self[name]
        if isinstance(text, bytes):
            maintype, subtype = subtype, more.get("subtype", charset)
            self["Content-Type"] = "%s/%s" % (maintype, subtype)
            self["Content-Transfer-Encoding"] = "base64"
            self._payload = _base64.encodebytes(text).decode("ascii")
        else:
            self["Content-Type"] = 'text/%s; charset="%s"' % (subtype, charset)
            text += "" if text.endswith("\n") else "\n"
            plain = text.isascii()
            self["Content-Transfer-Encoding"] = "7bit" if plain else "base64"
            self._payload = text if plain else _base64.encodebytes(text.encode(charset)).decode("ascii")
        if "mime-version" not in self:
            self["MIME-Version"] = "1.0"

    def get_content(self):
        """The text or the bytes of the body."""
        data = self.get_payload(decode=True) or b""
        if self.get_content_maintype() == "text":
            return data.decode(self.get_content_charset("ascii"), "replace")
        return data

    def get_body(self, preferencelist=("related", "html", "plain")):
        for kind in reversed(preferencelist):
            for part in self.walk():
                if part.get_content_type() == "text/" + kind:
                    return part
        return None

    def iter_parts(self):
        return iter(self._payload if self.is_multipart() else ())
