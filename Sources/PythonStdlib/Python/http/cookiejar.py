"""Cookies of HTTP's client: kept between requests (RFC 6265, and what Netscape began with)."""
import calendar as _calendar
import copy as _copy
import re as _re
import threading as _threading
import time as _time
from email.utils import parsedate_tz as _parsedate_tz
from urllib.parse import urlsplit as _urlsplit

__all__ = ["Cookie", "CookieJar", "CookiePolicy", "DefaultCookiePolicy", "FileCookieJar", "LWPCookieJar", "LoadError", "MozillaCookieJar"]
NETSCAPE_MAGIC_RGX = _re.compile("#( Netscape)? HTTP Cookie File")


class LoadError(OSError):
    """A file of cookies cannot be understood."""


def http2time(text):
    """Seconds of a date of HTTP; None when it is none."""
    found = _parsedate_tz(_re.sub(r"(\d)-([A-Za-z]{3})-(\d)", r"\1 \2 \3", text))
    try:
        return None if found is None else float(_calendar.timegm(found) - (found[9] or 0))
    except (ValueError, OverflowError):
        return None


def time2isoz(t=None):
    """A time as `1970-01-01 00:00:00Z`."""
    return "%04d-%02d-%02d %02d:%02d:%02dZ" % _time.gmtime(_time.time() if t is None else t)[:6]


def _host(request):
    host = _urlsplit(request.get_full_url()).netloc or request.get_header("Host", "")
    return _re.sub(r":\d+$", "", host.rpartition("@")[2]).lower()


def request_host(request):
    """The machine that a request is for."""
    return _host(request)


def eff_request_host(request):
    """The machine, and the name by which it is compared."""
    host = _host(request)
    return host, host + ".local" if "." not in host else host


def request_path(request):
    """The path that a request is for."""
    return _urlsplit(request.get_full_url()).path or "/"


def request_port(request):
    """The port that a request is for, as a text."""
    parts = _urlsplit(request.get_full_url())
    return str(parts.port or (443 if parts.scheme == "https" else 80))


def _is_address(host):
    return _re.search(r"\.\d+$", host) is not None or ":" in host


def domain_match(host, domain):
    """Whether a machine belongs to a domain."""
    host, domain = host.lower(), domain.lower()
    return host == domain or domain.startswith(".") and not _is_address(host) and host.endswith(domain)


user_domain_match = domain_match


class Cookie:
    """One cookie."""

    def __init__(self, version, name, value, port, port_specified, domain, domain_specified, domain_initial_dot, path, path_specified,
                 secure, expires, discard, comment, comment_url, rest, rfc2109=False):
        if port is None and port_specified is True:
            raise ValueError("if port is None, port_specified must be false")
        self.version = None if version is None else int(version)
        self.name, self.value, self.port, self.port_specified = name, value, port, port_specified
        self.domain, self.domain_specified, self.domain_initial_dot = domain.lower(), domain_specified, domain_initial_dot
        self.path, self.path_specified, self.secure = path, path_specified, secure
        self.expires = None if expires is None else int(float(expires))
        self.discard, self.comment, self.comment_url, self.rfc2109 = discard, comment, comment_url, rfc2109
        self._rest = _copy.copy(rest)

    # Attributes that no standard knows

    def set_nonstandard_attr(self, name, value):
        self._rest[name] = value

    def get_nonstandard_attr(self, name, default=None):
        return self._rest.get(name, default)

    def has_nonstandard_attr(self, name):
        """Whether the server gave such an attribute."""
        return name in self._rest

    def is_expired(self, now=None):
        """Whether its time is over."""
        return self.expires is not None and self.expires <= (_time.time() if now is None else now)

    def __str__(self):
        name = self.name if self.value is None else "%s=%s" % (self.name, self.value)
        return "<Cookie %s for %s%s%s>" % (name, self.domain, "" if self.port is None else ":" + self.port, self.path)

    def __repr__(self):
        names = ("version", "name", "value", "port", "port_specified", "domain", "domain_specified", "domain_initial_dot", "path",
                 "path_specified", "secure", "expires", "discard", "comment", "comment_url")
        parts = ["%s=%r" % (name, getattr(self, name)) for name in names]
        return "%s(%s)" % (type(self).__name__, ", ".join(parts + ["rest=%r" % self._rest, "rfc2109=%r" % self.rfc2109]))


class CookiePolicy:
    """Decides which cookies are taken and sent."""

    netscape, rfc2965, hide_cookie2 = True, False, False

    def set_ok(self, cookie, request):
        raise NotImplementedError()

    def return_ok(self, cookie, request):
        raise NotImplementedError()

    def domain_return_ok(self, domain, request):
        return True

    def path_return_ok(self, path, request):
        return True


class DefaultCookiePolicy(CookiePolicy):
    """The usual decisions."""

    DomainStrictNoDots, DomainStrictNonDomain, DomainRFC2965Match, DomainLiberal, DomainStrict = 1, 2, 4, 0, 3

    def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False, rfc2109_as_netscape=None, hide_cookie2=False,
                 strict_domain=False, strict_rfc2965_unverifiable=True, strict_ns_unverifiable=False, strict_ns_domain=0,
                 strict_ns_set_initial_dollar=False, strict_ns_set_path=False, secure_protocols=("https", "wss")):
        self.netscape, self.rfc2965, self.rfc2109_as_netscape, self.hide_cookie2 = netscape, rfc2965, rfc2109_as_netscape, hide_cookie2
        self.strict_domain, self.strict_rfc2965_unverifiable = strict_domain, strict_rfc2965_unverifiable
        self.strict_ns_unverifiable, self.strict_ns_domain = strict_ns_unverifiable, strict_ns_domain
        self.strict_ns_set_initial_dollar, self.strict_ns_set_path = strict_ns_set_initial_dollar, strict_ns_set_path
        self.secure_protocols = secure_protocols
        self._blocked, self._allowed = tuple(blocked_domains or ()), None if allowed_domains is None else tuple(allowed_domains)

    def blocked_domains(self):
        return self._blocked

    def set_blocked_domains(self, blocked_domains):
        self._blocked = tuple(blocked_domains)

    def is_blocked(self, domain):
        return any(domain_match(domain, blocked) for blocked in self._blocked)

    def allowed_domains(self):
        return self._allowed

    def set_allowed_domains(self, allowed_domains):
        self._allowed = None if allowed_domains is None else tuple(allowed_domains)

    def is_not_allowed(self, domain):
        return self._allowed is not None and not any(domain_match(domain, allowed) for allowed in self._allowed)

    def _domain_is_fine(self, domain):
        return not self.is_blocked(domain) and not self.is_not_allowed(domain)

    def _is_secure(self, request):
        return _urlsplit(request.get_full_url()).scheme in self.secure_protocols

    def set_ok(self, cookie, request):
        """Whether a cookie of an answer is taken."""
        host, name = eff_request_host(request)
        if cookie.name is None or not self.netscape and not cookie.version or not self._domain_is_fine(cookie.domain):
            return False
        if self.strict_ns_set_path and cookie.path_specified and not self.path_return_ok(cookie.path, request):
            return False
        if cookie.domain_specified:
            plain = cookie.domain.lstrip(".")
            if "." not in plain and cookie.domain != ".local" and plain != host:
                return False
            if not domain_match(name, cookie.domain) and not domain_match(name, "." + plain) and not ("." + name).endswith(cookie.domain):
                return False
        if cookie.port_specified and cookie.port:
            return request_port(request) in cookie.port.split(",")
        return True

    def return_ok(self, cookie, request):
        """Whether a cookie is sent with a request."""
        host, name = eff_request_host(request)
        if cookie.secure and not self._is_secure(request) or cookie.is_expired() or not self._domain_is_fine(cookie.domain):
            return False
        if cookie.port and request_port(request) not in cookie.port.split(","):
            return False
        if not cookie.domain_specified and not cookie.domain.startswith("."):
            return cookie.domain in (host, name)
        return domain_match(name, cookie.domain) or ("." + name).endswith(cookie.domain)

    def domain_return_ok(self, domain, request):
        host, name = eff_request_host(request)
        dotted = domain if domain.startswith(".") else "." + domain
        return (("." + host).endswith(dotted) or ("." + name).endswith(dotted)) and self._domain_is_fine(domain)

    def path_return_ok(self, path, request):
        asked = request_path(request)
        return asked == path or asked.startswith(path) and (path.endswith("/") or asked[len(path):len(path) + 1] == "/")


def _attributes(header):
    """The cookies of a `Set-Cookie` header: [(name, value, attributes)]."""
    parts = [part.strip() for part in header.split(";")]
    name, equals, value = parts[0].partition("=")
    if not equals and not name:
        return None
    pairs = {}
    for part in parts[1:]:
        key, _, text = part.partition("=")
        pairs[key.strip().lower()] = text.strip().strip('"')
    return name.strip(), value.strip() if equals else None, pairs


class CookieJar:
    """Cookies by domain, path and name."""

    def __init__(self, policy=None):
        self._policy = DefaultCookiePolicy() if policy is None else policy
        self._cookies_lock = _threading.RLock()
        self._cookies = {}

    def set_policy(self, policy):
        self._policy = policy

    def _cookies_for_request(self, request):
        found = []
        for domain, paths in self._cookies.items():
            if self._policy.domain_return_ok(domain, request):
                for path, cookies in paths.items():
                    if self._policy.path_return_ok(path, request):
                        found += [cookie for cookie in cookies.values() if self._policy.return_ok(cookie, request)]
        return sorted(found, key=lambda cookie: len(cookie.path), reverse=True)

    def add_cookie_header(self, request):
        """Gives a request the cookies that belong to it."""
        with self._cookies_lock:
            pairs = [cookie.name if cookie.value is None else "%s=%s" % (cookie.name, cookie.value)
                     for cookie in self._cookies_for_request(request)]
            if pairs and not request.has_header("Cookie"):
                request.add_unredirected_header("Cookie", "; ".join(pairs))
        self.clear_expired_cookies()

    def make_cookies(self, response, request):
        """The cookies of an answer."""
        found = []
        for header in response.info().get_all("Set-Cookie", []):
            parts = _attributes(header)
            if parts is not None:
                found.append(self._make(*parts, request))
        return [cookie for cookie in found if cookie is not None]

    def _make(self, name, value, pairs, request):
        host, effective = eff_request_host(request)
        expires = None if "expires" not in pairs else http2time(pairs["expires"])
        if _re.fullmatch(r"-?\d+", pairs.get("max-age", "")):
            expires = _time.time() + int(pairs["max-age"])
        path, given = pairs.get("path", ""), pairs.get("path", "").startswith("/")
        if not given:
            path = request_path(request).rpartition("/")[0] or "/"
        domain, dot = pairs.get("domain", "").lower(), pairs.get("domain", "").startswith(".")
        specified = bool(domain)
        if not specified:
            domain = effective
        elif not dot and not _is_address(domain):
            domain = "." + domain
        if expires is not None and expires <= _time.time():
            # That is how cookies are taken back.
            try:
                self.clear(domain, path, name)
            except KeyError:
                pass
            return None
        known = ("expires", "max-age", "path", "domain", "secure", "port", "version", "comment", "commenturl", "discard")
        names = {"httponly": "HttpOnly", "samesite": "SameSite"}
        rest = {names.get(key, key): text or None for key, text in pairs.items() if key not in known}
        return Cookie(0, name, value, pairs.get("port"), "port" in pairs, domain, specified, dot, path, given, "secure" in pairs, expires,
                      expires is None, pairs.get("comment"), pairs.get("commenturl"), rest)

    def set_cookie_if_ok(self, cookie, request):
        if self._policy.set_ok(cookie, request):
            self.set_cookie(cookie)

    def set_cookie(self, cookie):
        """Keeps a cookie."""
        with self._cookies_lock:
            self._cookies.setdefault(cookie.domain, {}).setdefault(cookie.path, {})[cookie.name] = cookie

    def extract_cookies(self, response, request):
        """Keeps the cookies of an answer."""
        for cookie in self.make_cookies(response, request):
            self.set_cookie_if_ok(cookie, request)

    def clear(self, domain=None, path=None, name=None):
        """Forgets all cookies, those of a domain, of a path in it, or one."""
        if domain is None and (path is not None or name is not None) or path is None and name is not None:
            raise ValueError("domain and path must be given to remove a cookie by name" if name is not None else
                             "domain must be given to remove cookies by path")
        if domain is None:
            self._cookies = {}
            return
        *way, last = [key for key in (domain, path, name) if key is not None]
        table = self._cookies
        for key in way:
            table = table[key]
        del table[last]

    def clear_session_cookies(self):
        """Forgets what is meant for one session."""
        for cookie in list(self):
            if cookie.discard:
                self.clear(cookie.domain, cookie.path, cookie.name)

    def clear_expired_cookies(self):
        """Forgets what is too old."""
        now = _time.time()
        for cookie in list(self):
            if cookie.is_expired(now):
                self.clear(cookie.domain, cookie.path, cookie.name)

    def __iter__(self):
        for paths in self._cookies.values():
            for cookies in paths.values():
                yield from cookies.values()

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return "<%s[%s]>" % (type(self).__name__, ", ".join([repr(cookie) for cookie in self]))

    def __str__(self):
        return "<%s[%s]>" % (type(self).__name__, ", ".join([str(cookie) for cookie in self]))


class FileCookieJar(CookieJar):
    """Cookies that can be kept in a file."""

    def __init__(self, filename=None, delayload=False, policy=None):
        super().__init__(policy)
        self.filename, self.delayload = filename, bool(delayload)

    def _path(self, filename):
        filename = self.filename if filename is None else filename
        if filename is None:
            raise ValueError("a filename was not supplied (nor was the CookieJar instance initialised with one)")
        return filename

    def _kept(self, ignore_discard, ignore_expires):
        now = _time.time()
        return [c for c in self if (ignore_discard or not c.discard) and (ignore_expires or not c.is_expired(now))]

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Writes the cookies."""
        raise NotImplementedError()

    def load(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Reads cookies."""
        path = self._path(filename)
        with open(path) as file:
            self._read(file, path, ignore_discard, ignore_expires)

    def revert(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Forgets all cookies and reads those of the file."""
        old = _copy.deepcopy(self._cookies)
        self._cookies = {}
        try:
            self.load(filename, ignore_discard, ignore_expires)
        except OSError:
            self._cookies = old
            raise

    def _take(self, cookie, ignore_discard, ignore_expires):
        if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired()):
            self.set_cookie(cookie)


class MozillaCookieJar(FileCookieJar):
    """Cookies in the file format of Mozilla, which `curl` and `wget` write too."""

    def _read(self, file, path, ignore_discard, ignore_expires):
        if not NETSCAPE_MAGIC_RGX.match(file.readline()):
            raise LoadError("%r does not look like a Netscape format cookies file" % path)
        for line in file:
            rest = {}
            if line.startswith("#HttpOnly_"):
                rest, line = {"HTTPOnly": ""}, line[10:]
            line = line.rstrip("\n")
            if line.strip().startswith(("#", "$")) or not line.strip():
                continue
            try:
                domain, specified, place, secure, expires, name, value = line.split("\t")
            except ValueError:
                raise LoadError("invalid Netscape format cookies file %r: %r" % (path, line)) from None
            if not name:
                name, value = value, None
            self._take(Cookie(0, name, value, None, False, domain, specified == "TRUE", domain.startswith("."), place, False, secure == "TRUE",
                              expires or None, not expires, None, None, rest), ignore_discard, ignore_expires)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        with open(self._path(filename), "w") as file:
            file.write("# Netscape HTTP Cookie File\n# http://curl.haxx.se/rfc/cookie_spec.html\n# This is a generated file!  Do not edit.\n\n")
            for cookie in self._kept(ignore_discard, ignore_expires):
                name, value = ("", cookie.name) if cookie.value is None else (cookie.name, cookie.value)
                start = "#HttpOnly_" if cookie.has_nonstandard_attr("HTTPOnly") else ""
                file.write("\t".join([start + cookie.domain, str(cookie.domain.startswith(".")).upper(), cookie.path, str(bool(cookie.secure)).upper(),
                                      "" if cookie.expires is None else str(cookie.expires), name, value]) + "\n")


def _pair(name, value):
    """`name=value` as Perl's library writes it: with quotation marks where it is no word."""
    if value is None:
        return name
    return "%s=%s" % (name, value if _re.fullmatch(r"\w+", value) else '"%s"' % value.replace("\\", "\\\\").replace('"', '\\"'))


class LWPCookieJar(FileCookieJar):
    """Cookies in the file format of Perl's library."""

    def as_lwp_str(self, ignore_discard=True, ignore_expires=True):
        lines = []
        for c in self._kept(ignore_discard, ignore_expires):
            parts = [_pair(c.name, c.value), _pair("path", c.path), _pair("domain", c.domain)]
            parts += [_pair("port", c.port)] if c.port is not None else []
            parts += [_pair(word, None) for word, flag in (("path_spec", c.path_specified), ("port_spec", c.port_specified),
                                              ("domain_dot", c.domain_initial_dot), ("secure", c.secure)) if flag]
            parts += [_pair("expires", time2isoz(c.expires))] if c.expires else []
            parts += ["discard"] if c.discard else []
            parts += [_pair(name, str(value)) for name, value in sorted(c._rest.items())]
            lines.append("Set-Cookie3: " + "; ".join(parts + ["version=%s" % c.version]))
        return "\n".join(lines + [""])

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        with open(self._path(filename), "w") as file:
            file.write("#LWP-Cookies-2.0\n" + self.as_lwp_str(ignore_discard, ignore_expires))

    def _read(self, file, path, ignore_discard, ignore_expires):
        if not _re.match(r"#LWP-Cookies-(\d+\.\d+)", file.readline()):
            raise LoadError("%r does not look like a Set-Cookie3 (LWP) format file" % path)
        for line in file:
            if not line.startswith("Set-Cookie3:"):
                continue
            found = _re.findall(r'([^\s;=]+)(?:="((?:\\.|[^"\\])*)"|=([^;\s]*))?', line[12:])
            name, pairs = found[0][0], {key.lower(): text or other or None for key, text, other in found[1:]}
            expires = pairs.get("expires")
            if expires:
                expires = _calendar.timegm(_time.strptime(expires, "%Y-%m-%d %H:%M:%SZ"))
            self._take(Cookie(pairs.get("version", 0), name, found[0][1] or found[0][2], pairs.get("port"), "port_spec" in pairs, pairs["domain"],
                              pairs["domain"].startswith("."), "domain_dot" in pairs, pairs["path"], "path_spec" in pairs, "secure" in pairs,
                              expires, "discard" in pairs, pairs.get("comment"), pairs.get("commenturl"), {}), ignore_discard, ignore_expires)
