"""Addresses taken apart and put together."""

from collections import namedtuple
import functools
import re

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs",
           "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes",
           "DefragResult", "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes",
           "SplitResultBytes"]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero",
                 "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews",
               "prospero", "rtsp", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms",
               "sftp", "tel"]
_scheme_chars = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.")
_controls = "".join([chr(i) for i in range(33)])


def clear_cache():
    """Forgets what addresses were split, and what characters were quoted."""
    _split.cache_clear()
    _table.cache_clear()


def _encode_result(obj):
    return obj.encode("ascii", "strict")


def _same(obj):
    return obj


def _coerce_args(*args):
    """All as text, and the function that turns the result back."""
    is_text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return args + (_same,)
    return tuple([x.decode("ascii", "strict") if x else "" for x in args]) + (_back,)


def _back(obj):
    return obj.encode("ascii", "strict")


class _NetlocMixin:
    __slots__ = ()

    def _text(self, name):
        return self.netloc if isinstance(self.netloc, str) else self.netloc.decode("ascii")

    def _give(self, value):
        return value if value is None or isinstance(self.netloc, str) else value.encode("ascii")

    def _user(self):
        info, at, _ = self._text("netloc").rpartition("@")
        if not at:
            return None, None
        name, colon, password = info.partition(":")
        return name, password if colon else None

    def _host(self):
        host = self._text("netloc").rpartition("@")[2]
        _, bracket, rest = host.partition("[")
        if bracket:
            name, _, port = rest.partition("]")
            _, _, port = port.partition(":")
        else:
            name, _, port = host.partition(":")
        return name, port or None

    @property
    def username(self):
        return self._give(self._user()[0])

    @property
    def password(self):
        return self._give(self._user()[1])

    @property
    def hostname(self):
        name = self._host()[0]
        if not name:
            return None
        name, percent, zone = name.partition("%")
        return self._give(name.lower() + percent + zone)

    @property
    def port(self):
        port = self._host()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError("Port could not be cast to integer value as %r" % port)
        port = int(port)
        if not 0 <= port <= 65535:
            raise ValueError("Port out of range 0-65535")
        return port

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class _Text:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        return self._counterpart(*[x.encode(encoding, errors) for x in self])


class _Bytes:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        return self._counterpart(*[x.decode(encoding, errors) for x in self])


_Defrag = namedtuple("DefragResult", "url fragment")
_Split = namedtuple("SplitResult", "scheme netloc path query fragment")
_Parse = namedtuple("ParseResult", "scheme netloc path params query fragment")


class DefragResult(_Defrag, _Text):
    """An address and its fragment."""

    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


class SplitResult(_Split, _NetlocMixin, _Text):
    """An address in five parts."""

    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Parse, _NetlocMixin, _Text):
    """An address in six parts."""

    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_Defrag, _Bytes):
    __slots__ = ()

    def geturl(self):
        return self.url + b"#" + self.fragment if self.fragment else self.url


class SplitResultBytes(_Split, _NetlocMixin, _Bytes):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_Parse, _NetlocMixin, _Bytes):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _a, _b in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes)):
    _a._counterpart, _b._counterpart = _b, _a
    _a._encoded_counterpart, _b._decoded_counterpart = _b, _a


def _result(made, back):
    return made if back is _same else made.encode()


def urlparse(url, scheme="", allow_fragments=True):
    """An address in six parts."""
    if type(url) is str is type(scheme):
        back = None
    else:
        url, scheme, back = _coerce_args(url, scheme)
    scheme, netloc, path, query, fragment = _split(url, scheme, allow_fragments)
    params = ""
    if ";" in path and scheme in uses_params:
        path, params = _splitparams(path)
    made = ParseResult(scheme, netloc, path, params, query, fragment)
    return made if back is None else _result(made, back)


def _splitparams(url):
    """The address and the parameters of its last part."""
    folder, slash, last = url.rpartition("/")
    last, _, params = last.partition(";")
    return folder + slash + last, params


def _check_netloc(netloc):
    if not netloc or netloc.isascii():
        return
    import unicodedata
    plain = netloc
    for c in "@:#?":
        plain = plain.replace(c, "")
    normal = unicodedata.normalize("NFKC", plain)
    if normal == plain:
        return
    for c in "/?#@:":
        if c in normal:
            raise ValueError("netloc %r contains invalid characters under NFKC normalization" % netloc)


def _check_brackets(netloc):
    before, found, rest = netloc.rpartition("@")[2].partition("[")
    if found:
        if before:
            raise ValueError("Invalid IPv6 URL")
        host, _, port = rest.partition("]")
        if port and not port.startswith(":"):
            raise ValueError("Invalid IPv6 URL")
    else:
        return
    if host.startswith("v"):
        if not re.match(r"\Av[a-fA-F0-9]+\..+\Z", host):
            raise ValueError("IPvFuture address is invalid")
    else:
        import ipaddress
        if isinstance(ipaddress.ip_address(host), ipaddress.IPv4Address):
            raise ValueError("An IPv4 address cannot be in brackets")


def urlsplit(url, scheme="", allow_fragments=True):
    """An address in five parts."""
    if type(url) is str is type(scheme):
        return _split(url, scheme, allow_fragments)
    url, scheme, back = _coerce_args(url, scheme)
    return _result(_split(url, scheme, allow_fragments), back)


@functools.lru_cache(typed=True)
def _split(url, scheme, allow_fragments):
    url = url.lstrip(_controls)
    scheme = scheme.strip(_controls)
    for c in "\t\r\n":
        url, scheme = url.replace(c, ""), scheme.replace(c, "")
    netloc = query = fragment = ""
    i = url.find(":")
    if i > 0 and url[0].isascii() and url[0].isalpha() and _scheme_chars.issuperset(url[:i]):
        scheme, url = url[:i].lower(), url[i + 1:]
    if url[:2] == "//":
        end = min([k for k in (url.find(c, 2) for c in "/?#") if k >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_brackets(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    _check_netloc(netloc)
    return SplitResult(scheme, netloc, url, query, fragment)


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, back = _coerce_args(*components)
    if params:
        url = "%s;%s" % (url, params)
    return back(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, back = _coerce_args(*components)
    if netloc:
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + netloc + url
    elif url[:2] == "//" or scheme and scheme in uses_netloc and (not url or url[:1] == "/"):
        url = "//" + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    if fragment:
        url += "#" + fragment
    return back(url)


def urljoin(base, url, allow_fragments=True):
    """The address a link means on a page."""
    if not base:
        return url
    if not url:
        return base
    base, url, back = _coerce_args(base, url)
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = bnetloc
    if not path and not params:
        path, params = bpath, bparams
        return back(urlunparse((scheme, netloc, path, params, query or bquery, fragment)))
    segments = path.split("/")
    if segments[0] or len(segments) == 1:
        *folders, file = bpath.split("/")
        segments = folders + ([] if file else [""]) + segments
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return back(urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment)))


def urldefrag(url):
    """The address without fragment, and the fragment."""
    url, back = _coerce_args(url)
    fragment = ""
    if "#" in url:
        s, n, p, a, q, fragment = urlparse(url)
        url = urlunparse((s, n, p, a, q, ""))
    return _result(DefragResult(url, fragment), back)


_hex = {("%02x" % b).encode(): bytes([b]) for b in range(256)}


def unquote_to_bytes(string):
    """Bytes with their % escapes replaced."""
    if not string:
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    parts = bytes(string).split(b"%")
    if len(parts) == 1:
        return bytes(string)
    out = [parts[0]]
    for part in parts[1:]:
        found = _hex.get(part[:2].lower())
        out.append(found + part[2:] if found is not None else b"%" + part)
    return b"".join(out)


def unquote(string, encoding="utf-8", errors="replace"):
    """Text with its % escapes replaced."""
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode("utf-8" if encoding is None else encoding,
                                               "replace" if errors is None else errors)
    if "%" not in string:
        string.split
        return string
    encoding = "utf-8" if encoding is None else encoding
    errors = "replace" if errors is None else errors
    out, run = [], []

    def flush():
        if run:
            text = "".join(run)
            out.append(unquote_to_bytes(text).decode(encoding, errors))
            run.clear()
    for c in string:
        if c.isascii():
            run.append(c)
        else:
            flush()
            out.append(c)
    flush()
    return "".join(out)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    """The fields of a query as lists of values."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    """The fields of a query as pairs."""
    qs, back = _coerce_args(qs)
    separator, _ = _coerce_args(separator)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator) if qs else False:
        raise ValueError("Max number of fields exceeded")
    found = []
    for part in qs.split(separator) if qs else []:
        if not part and not strict_parsing:
            continue
        pair = part.split("=", 1)
        if len(pair) != 2:
            if strict_parsing:
                raise ValueError("bad query field: %r" % (part,))
            if not keep_blank_values:
                continue
            pair.append("")
        if pair[1] or keep_blank_values:
            name = unquote(pair[0].replace("+", " "), encoding, errors)
            value = unquote(pair[1].replace("+", " "), encoding, errors)
            found.append((back(name), back(value)))
    return found


_always_safe = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding=None, errors=None):
    """Replaces what has a meaning in addresses by % escapes."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)
        encoding = errors = None
    for name, value in (("encoding", encoding), ("errors", errors)):
        if value is not None:
            raise TypeError("quote() doesn't support '%s' for bytes" % name)
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    if isinstance(string, str) and " " not in string or isinstance(string, bytes) and b" " not in string:
        return quote(string, safe, encoding, errors)
    space = " " if isinstance(safe, str) else b" "
    return quote(string, safe + space, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    """Replaces bytes that have a meaning in addresses by % escapes."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    allowed, written = _table(safe if isinstance(safe, str) else bytes(safe))
    if not bs.rstrip(allowed):
        return bs.decode()
    return "".join(map(written, bs))


@functools.lru_cache
def _table(safe):
    """The bytes that stay what they are, and what tells how a byte is written."""
    codes = map(ord, safe) if isinstance(safe, str) else safe
    allowed = _always_safe.union([code for code in codes if code < 128])
    return bytes(allowed), [chr(b) if b in allowed else "%%%02X" % b for b in range(256)].__getitem__


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """A query from a mapping or from pairs."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        problem = None
        try:
            is_pairs = not len(query) or isinstance(query[0], tuple)
        except TypeError as error:
            is_pairs, problem = False, error
        if not is_pairs:
            raise TypeError("not a valid non-string sequence or mapping object") from problem

    def one(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)
    parts = []
    for key, value in query:
        key = one(key)
        if not doseq or isinstance(value, (str, bytes)):
            parts.append(key + "=" + one(value))
            continue
        try:
            len(value)
        except TypeError:
            parts.append(key + "=" + one(value))
        else:
            parts += [key + "=" + one(item) for item in value]
    return "&".join(parts)


def unwrap(url):
    """The address in `<URL:address>`."""
    text = str(url).strip()
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1].strip()
    return text.removeprefix("URL:").strip()


def _to_bytes(url):
    if isinstance(url, str):
        try:
            url = url.encode("ASCII").decode()
        except UnicodeError:
            raise UnicodeError("URL " + repr(url) + " contains non-ASCII characters") from None
    return url


def _splittype(url):
    scheme, colon, rest = url.partition(":")
    return (scheme.lower(), rest) if colon and scheme and "/" not in scheme else (None, url)


def _splithost(url):
    if url[:2] != "//":
        return None, url
    m = re.match("//([^/#?]*)(.*)", url, re.DOTALL)
    host, path = m.groups()
    return host, path if not path or path[0] == "/" else "/" + path


def _splituser(host):
    user, at, host = host.rpartition("@")
    return (user if at else None), host


def _splitpasswd(user):
    user, colon, password = user.partition(":")
    return user, (password if colon else None)


def _splitport(host):
    m = re.fullmatch("(.*):([0-9]*)", host, re.DOTALL)
    if m:
        return m.group(1), m.group(2) or None
    return host, None


def _splitnport(host, defport=-1):
    host, colon, port = host.rpartition(":")
    if not colon:
        return port, defport
    return host, int(port) if port.isdigit() and port.isascii() else None if port else defport


def _splitquery(url):
    path, mark, query = url.rpartition("?")
    return (path, query) if mark else (url, None)


def _splittag(url):
    path, mark, tag = url.rpartition("#")
    return (path, tag) if mark else (url, None)


def _splitattr(url):
    words = url.split(";")
    return words[0], words[1:]


def _splitvalue(attr):
    name, mark, value = attr.partition("=")
    return name, (value if mark else None)


def _deprecated(name):
    inner = globals()["_" + name]

    def function(*args, **kwargs):
        import warnings
        warnings.warn("urllib.parse.%s() is deprecated as of 3.8, use urllib.parse.urlparse() instead" % name,
                      DeprecationWarning, stacklevel=2)
        return inner(*args, **kwargs)
    function.__name__ = name
    return function


class _Quoter(dict):
    """The quoted form of each byte, made when asked for."""

    def __init__(self, safe):
        self.safe = _always_safe.union(safe)

    def __repr__(self):
        return "<Quoter %r>" % dict(self)

    def __missing__(self, b):
        made = chr(b) if b in self.safe else "%{:02X}".format(b)
        self[b] = made
        return made


for _name in ("splittype", "splithost", "splituser", "splitpasswd", "splitport", "splitnport", "splitquery", "splittag",
              "splitattr", "splitvalue", "to_bytes"):
    globals()[_name] = _deprecated(_name)
