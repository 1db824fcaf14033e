"""Reads `.netrc`: names and passwords for machines."""
import os as _os
import re as _re

__all__ = ["netrc", "NetrcParseError"]
_WORD = _re.compile(r'\s*(?:"((?:\\.|[^"\\])*)"|(\S+))')


class NetrcParseError(Exception):
    """The file cannot be understood."""

    def __init__(self, msg, filename=None, lineno=None):
        self.msg, self.filename, self.lineno = msg, filename, lineno
        super().__init__(msg)

    def __str__(self):
        return "%s (%s, line %s)" % (self.msg, self.filename, self.lineno)


class netrc:
    """What the file says: `hosts` of (login, account, password), and `macros`."""

    def __init__(self, file=None):
        path = _os.path.join(_os.path.expanduser("~"), ".netrc") if file is None else file
        self.hosts, self.macros = {}, {}
        with open(path, encoding="utf-8") as source:
            self._read(source.read(), path)

    def _read(self, text, path):
        self._text, self._at = text, 0
        word = self._next(True)
        while word:
            if word == "macdef":
                self._read_macro()
                word = self._next(True)
                continue
            if word not in ("machine", "default"):
                raise self._error("bad toplevel token %r" % word, path)
            name = "default" if word == "default" else self._next()
            if not name:
                raise self._error("missing %r name" % word, path)
            entry = {"login": "", "account": "", "password": ""}
            while (word := self._next(True)) not in ("", "machine", "default", "macdef"):
                word = "login" if word == "user" else word
                if word not in entry:
                    raise self._error("bad follower token %r" % word, path)
                entry[word] = self._next()
            self.hosts[name] = entry["login"], entry["account"], entry["password"]

    def _error(self, text, path):
        return NetrcParseError(text, path, self._text.count("\n", 0, self._at) + 1)

    def _next(self, skips_comments=False):
        """The next word; an empty one at the end."""
        while found := _WORD.match(self._text, self._at):
            self._at = found.end()
            word = found[2] if found[1] is None else _re.sub(r"\\(.)", r"\1", found[1])
            if not (skips_comments and word.startswith("#")):
                return word
            self._at = self._text.find("\n", self._at) % (len(self._text) + 1)
        return ""

    def _read_macro(self):
        name, lines = self._next(), []
        _, _, rest = self._text[self._at:].partition("\n")
        for line in rest.splitlines(keepends=True):
            if line == "\n":
                break
            lines.append(line)
        self._at = len(self._text) - len(rest) + sum(map(len, lines))
        self.macros[name] = lines

    def authenticators(self, host):
        """(login, account, password) for a machine, or None."""
        return self.hosts.get(host, self.hosts.get("default"))

    def __repr__(self):
        made = []
        for host, (login, account, password) in self.hosts.items():
            made.append("machine %s\n\tlogin %s\n" % (host, login) + ("\taccount %s\n" % account if account else "") + "\tpassword %s\n" % password)
        return "".join(made + ["macdef %s\n%s\n" % (name, "".join(lines)) for name, lines in self.macros.items()])
