"""Messages: headers in their order, and a body or parts."""
import base64 as _base64
import quopri as _quopri
import re as _re
from email._policybase import compat32 as _compat32

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


def _parameter(name, value):
    """A parameter as it is written; one that is no ASCII, or (charset, language, text), by RFC 2231."""
    if value is None:
        return name
    if isinstance(value, tuple) or not str(value).isascii():
        from email.utils import encode_rfc2231
        charset, language, text = value if isinstance(value, tuple) else ("utf-8", "", value)
        return "%s*=%s" % (name, encode_rfc2231(text, charset or "utf-8", language))
    return '%s="%s"' % (name, str(value).replace("\\", "\\\\").replace('"', '\\"'))


class Message:
    """A message; its names of headers do not care for case."""

    def __init__(self, policy=None):
        self.policy = self._usual_policy() if policy is None else policy
        self._headers, self._payload, self._unixfrom, self._charset = [], None, None, None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    @staticmethod
    def _usual_policy():
        return _compat32

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The message as text."""
        policy = self.policy if policy is None else policy
        if maxheaderlen is not None:
            policy = policy.clone(max_line_length=maxheaderlen)
        return self._lines(unixfrom, policy, policy.linesep, False)

    def _lines(self, unixfrom, policy, linesep, is_binary):
        text = self._written(unixfrom, policy.clone(linesep="\n"), is_binary)
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text if linesep == "\n" else text.replace("\n", linesep)

    def _written(self, unixfrom, policy, is_binary):
        """The message as text; for bytes those that are no ASCII are surrogates."""
        lines = [self._unixfrom + "\n"] if unixfrom and self._unixfrom else []
        body, headers = self._payload, self._headers
        if isinstance(body, str) and not is_binary and not body.isascii():
            body, headers = self._encoded()
        if is_binary:
            lines += [policy.fold_binary(name, value).decode("ascii", "surrogateescape") for name, value in headers]
        else:
            lines += [policy.fold(name, value) for name, value in headers]
        if self.is_multipart() or self._payload is None and self.get_content_maintype() == "multipart":
            boundary = self.get_boundary()
            if boundary is None:
                boundary = self._make_boundary()
                self.set_boundary(boundary)
                return self._written(unixfrom, policy, is_binary)
            body = (self.preamble + "\n" if self.preamble is not None else "")
            body += "".join(["--%s\n%s\n" % (boundary, part._written(False, policy, is_binary)) for part in self._payload or ()])
            body += "" if self._payload else "--%s\n\n" % boundary
            body += "--%s--\n" % boundary + (self.epilogue or "")
        else:
            body = body or ""
            if not isinstance(body, str):
                raise TypeError("string payload expected: %s" % type(body))
        return "".join(lines) + "\n" + body

    def _encoded(self):
        """A body with bytes that are no ASCII, encoded as its charset wants, and the headers that say so."""
        charset = self.get_param("charset")
        if not charset or not any(["\udc80" <= c <= "\udcff" for c in self._payload]):
            return self._payload, self._headers
        made = Message()
        made["Content-Type"] = str(self.get("content-type"))
        made.set_payload(self._payload.encode("ascii", "surrogateescape").decode(charset, "replace"), charset)
        headers, told = [], False
        for name, value in self._headers:
            if name.lower() == "content-transfer-encoding":
                name, value, told = self.policy.header_store_parse(name, str(made["content-transfer-encoding"])) + (True,)
            headers.append((name, value))
        if not told:
            headers.append(self.policy.header_store_parse(
                "Content-Transfer-Encoding", str(made["content-transfer-encoding"])))
        return made._payload, headers

    def _make_boundary(self):
        import random
        return "===============%019d==" % random.randrange(10 ** 19)

    def as_bytes(self, unixfrom=False, policy=None):
        """The message as bytes."""
        policy = self.policy if policy is None else policy
        return self._lines(unixfrom, policy, policy.linesep, True).encode("ascii", "surrogateescape")

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
        most = self.policy.header_max_count(name)
        if most:
            lower = name.lower()
            if sum([known.lower() == lower for known, _ in self._headers]) >= most:
                raise ValueError("There may be at most {} {} headers in a message".format(most, name))
        self._headers.append(self.policy.header_store_parse(name, value))

    def __delitem__(self, name):
        self._headers = [pair for pair in self._headers if pair[0].lower() != name.lower()]

    def get(self, name, failobj=None):
        """The first header of that name."""
        name = name.lower()
        for known, value in self._headers:
            if known.lower() == name:
                return self.policy.header_fetch_parse(known, value)
        return failobj

    def get_all(self, name, failobj=None):
        """All headers of that name."""
        fetch = self.policy.header_fetch_parse
        return [fetch(n, v) for n, v in self._headers if n.lower() == name.lower()] or failobj

    def keys(self):
        return [n for n, _ in self._headers]

    def values(self):
        return [self.policy.header_fetch_parse(n, v) for n, v in self._headers]

    def items(self):
        return [(n, self.policy.header_fetch_parse(n, v)) for n, v in self._headers]

    def set_raw(self, name, value):
        self._headers.append((name, value))

    def raw_items(self):
        return iter(list(self._headers))

    def add_header(self, _name, _value, **_params):
        """Adds a header with parameters."""
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            parts.append(_parameter(name.replace("_", "-"), value))
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        """Gives the first header of that name another value."""
        for at, (name, _) in enumerate(self._headers):
            if name.lower() == _name.lower():
                self._headers[at] = self.policy.header_store_parse(name, _value)
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
            self.set_charset(charset)

    def set_charset(self, charset):
        """Sets the charset of the body, and encodes it as that charset wants; None: takes the parameter away."""
        if charset is None:
            self.del_param("charset")
            self._charset = None
            return
        from email.charset import Charset
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"
        if "Content-Type" not in self:
            self.add_header("Content-Type", "text/plain", charset=charset.get_output_charset())
        else:
            self.set_param("charset", charset.get_output_charset())
        if "Content-Transfer-Encoding" not in self:
            if self._payload is not None:
                self._payload = charset.body_encode(self._payload)
            self["Content-Transfer-Encoding"] = charset.get_body_encoding()

    def get_charset(self):
        """The charset of the body, if it was set."""
        return self._charset

    def del_param(self, param, header="content-type", requote=True):
        """Takes a parameter of a header away."""
        if header in self:
            pairs = [pair for pair in self.get_params([], header) if pair[0].lower() != param.lower()]
            text = "; ".join([name if at == 0 else '%s="%s"' % (name, text) for at, (name, text) in enumerate(pairs)])
            self.replace_header(header, text)

    def walk(self):
        """This message and all of its parts, outside first."""
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()


class EmailMessage(Message):
    """A message that is made step by step."""

    @staticmethod
    def _usual_policy():
        from email.policy import default
        return default

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        """The message as text."""
        policy = self.policy if policy is None else policy
        return Message.as_string(self, unixfrom, policy.max_line_length if maxheaderlen is None else maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        """Whether this is a file that goes with the message."""
        return self.get_content_disposition() == "attachment"

    def set_content(self, obj, *args, content_manager=None, **kw):
        """Makes a text, bytes or a message the body."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        manager.set_content(self, obj, *args, **kw)
        if "mime-version" not in self:
            self["MIME-Version"] = "1.0"

    def _set_message(self, message, subtype, cte, **more):
        self["Content-Type"] = "message/" + subtype
        self._payload = [message]
        self["Content-Transfer-Encoding"] = "8bit" if cte is None else cte
        self._finish(**more)

    def _set_text(self, text, subtype="plain", charset="utf-8", cte=None, **more):
        self["Content-Type"] = 'text/%s; charset="%s"' % (subtype, charset)
        lines = text.splitlines()
        text = "".join([line + "\n" for line in lines])
        data = text.encode(charset, "surrogateescape")
        if cte is None:
            most = self.policy.max_line_length or 1 << 30
            fits = max(map(len, data.split(b"\n")), default=0) <= most
            if fits and data.isascii():
                cte = "7bit"
            elif fits and self.policy.cte_type == "8bit":
                cte = "8bit"
            else:
                # The shorter of the two ways, as the first lines tell.
                start = b"".join(data.splitlines(True)[:10])
                quoted = self._quoted(start)
                cte = "base64" if len(quoted) > len(_base64.encodebytes(start)) else "quoted-printable"
        self["Content-Transfer-Encoding"] = cte
        if cte == "base64":
            text = _base64.encodebytes(data).decode("ascii")
        elif cte == "quoted-printable":
            text = self._quoted(data)
        else:
            text = data.decode("ascii", "surrogateescape")
        self._payload = text
        self._finish(**more)

    def _quoted(self, data):
        from email.quoprimime import body_encode
        return body_encode(data.decode("latin-1"), self.policy.max_line_length or 76)

    def _set_bytes(self, data, maintype, subtype, cte="base64", **more):
        self["Content-Type"] = "%s/%s" % (maintype, subtype)
        if cte == "base64":
            self._payload = _base64.encodebytes(data).decode("ascii")
        elif cte == "quoted-printable":
            self._payload = _quopri.encodestring(data).decode("ascii")
        else:
            self._payload = data.decode("ascii", "surrogateescape")
        self["Content-Transfer-Encoding"] = cte
        self._finish(**more)

    def _finish(self, disposition=None, filename=None, cid=None, params=None, headers=None):
        if disposition is None and filename is not None:
            disposition = "attachment"
        if disposition is not None:
            self["Content-Disposition"] = disposition
        if filename is not None:
            self.set_param("filename", filename, "Content-Disposition")
        if cid is not None:
            self["Content-ID"] = cid
        for name, value in (params or {}).items():
            self.set_param(name, value)
        for header in headers or ():
            if isinstance(header, str):
                name, _, value = header.partition(":")
                self[name] = value.strip()
            else:
                self[header.name] = str(header)

    def clear_content(self):
        """Takes away the body and what describes it."""
        self._headers = [(name, value) for name, value in self._headers if not name.lower().startswith("content-")]
        self._payload = None

    def clear(self):
        """Takes away headers and body."""
        self._headers, self._payload = [], None

    def _make_multipart(self, subtype, allowed, boundary):
        if self.get_content_maintype() == "multipart":
            known = self.get_content_subtype()
            if known not in allowed:
                raise ValueError("Cannot convert %s to %s" % (known, subtype))
        kept = [pair for pair in self._headers if not pair[0].lower().startswith("content-")]
        moved = [pair for pair in self._headers if pair[0].lower().startswith("content-")]
        if moved:
            part = type(self)(policy=self.policy)
            part._headers, part._payload = moved, self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = kept
        self["Content-Type"] = "multipart/" + subtype
        if boundary is not None:
            self.set_param("boundary", boundary)

    def make_related(self, boundary=None):
        self._make_multipart("related", (), boundary)

    def make_alternative(self, boundary=None):
        self._make_multipart("alternative", ("related",), boundary)

    def make_mixed(self, boundary=None):
        self._make_multipart("mixed", ("related", "alternative"), boundary)

    def _add(self, subtype, disposition, args, kw):
        if self.get_content_maintype() != "multipart" or self.get_content_subtype() != subtype:
            getattr(self, "make_" + subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if disposition and "content-disposition" not in part:
            part["Content-Disposition"] = disposition
        self.attach(part)

    def add_related(self, *args, **kw):
        """Adds what the body refers to."""
        self._add("related", "inline", args, kw)

    def add_alternative(self, *args, **kw):
        """Adds another form of the body."""
        self._add("alternative", None, args, kw)

    def add_attachment(self, *args, **kw):
        """Adds a file."""
        self._add("mixed", "attachment", args, kw)

    def get_content(self, *args, content_manager=None, **kw):
        """The text or the bytes of the body."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        return manager.get_content(self, *args, **kw)

    def get_body(self, preferencelist=("related", "html", "plain")):
        """The part that a reader shows first."""
        for kind in reversed(preferencelist):
            for part in self.walk():
                if part.get_content_type() == "text/" + kind and \
                        not (isinstance(part, EmailMessage) and part.is_attachment()):
                    return part
        return None

    def iter_parts(self):
        """The parts."""
        return iter(self._payload if self.is_multipart() else ())

    def iter_attachments(self):
        """The parts that are not the body."""
        body = self.get_body() if self.get_content_subtype() == "mixed" else None
        for part in self.iter_parts():
            if part is not body and not (body is not None and part.is_multipart() and body in list(part.walk())):
                yield part


class MIMEPart(EmailMessage):
    """A part of a message."""
