"""What the robots.txt of a site lets programs fetch."""
import time as _time
import urllib.parse as _parse
from collections import namedtuple as _namedtuple

__all__ = ["RobotFileParser"]
RequestRate = _namedtuple("RequestRate", "requests seconds")


class RuleLine:
    """A path that is allowed or not."""

    def __init__(self, path, allowance):
        if path == "" and not allowance:
            allowance = True        # an empty Disallow allows everything
        self.path = _parse.quote(_parse.urlunparse(_parse.urlparse(path)))
        self.allowance = allowance

    def applies_to(self, filename):
        return self.path == "*" or filename.startswith(self.path)

    def __str__(self):
        return ("Allow" if self.allowance else "Disallow") + ": " + self.path


class Entry:
    """The rules for some programs."""

    def __init__(self):
        self.useragents, self.rulelines = [], []
        self.delay = self.req_rate = None

    def __str__(self):
        out = ["User-agent: " + agent for agent in self.useragents]
        if self.delay is not None:
            out.append("Crawl-delay: %s" % self.delay)
        if self.req_rate is not None:
            out.append("Request-rate: %s/%s" % (self.req_rate.requests, self.req_rate.seconds))
        return "\n".join(out + [str(line) for line in self.rulelines])

    def applies_to(self, useragent):
        name = useragent.split("/")[0].lower()
        return any(agent == "*" or agent.lower() in name for agent in self.useragents)

    def allowance(self, filename):
        for line in self.rulelines:
            if line.applies_to(filename):
                return line.allowance
        return True


class RobotFileParser:
    """Reads a robots.txt and answers questions about it."""

    def __init__(self, url=""):
        self.entries, self.sitemaps = [], []
        self.default_entry = None
        self.disallow_all = self.allow_all = False
        self.last_checked = 0
        self.set_url(url)

    def mtime(self):
        return self.last_checked

    def modified(self):
        self.last_checked = _time.time()

    def set_url(self, url):
        self.url = url
        self.host, self.path = _parse.urlparse(url)[1:3]

    def read(self):
        """Fetches the file."""
        import urllib.error
        import urllib.request
        try:
            with urllib.request.urlopen(self.url) as file:
                data = file.read()
        except urllib.error.HTTPError as e:
            if e.code in (401, 403):
                self.disallow_all = True
            elif 400 <= e.code < 500:
                self.allow_all = True
        else:
            self.parse(data.decode("utf-8").splitlines())

    def _add(self, entry):
        if "*" in entry.useragents:
            if self.default_entry is None:
                self.default_entry = entry
        else:
            self.entries.append(entry)

    def parse(self, lines):
        """Takes the lines of the file."""
        # 0: before an entry, 1: after User-agent, 2: after a rule
        state, entry = 0, Entry()
        self.modified()
        for line in lines:
            if not line:
                if state == 2:
                    self._add(entry)
                if state:
                    entry, state = Entry(), 0
            line = line.partition("#")[0].strip()
            name, colon, value = line.partition(":")
            if not colon:
                continue
            name, value = name.strip().lower(), _parse.unquote(value.strip())
            if name == "user-agent":
                if state == 2:
                    self._add(entry)
                    entry = Entry()
                entry.useragents.append(value)
                state = 1
            elif name in ("disallow", "allow"):
                if state:
                    entry.rulelines.append(RuleLine(value, name == "allow"))
                    state = 2
            elif name == "crawl-delay":
                if state:
                    if value.isdigit():
                        entry.delay = int(value)
                    state = 2
            elif name == "request-rate":
                if state:
                    numbers = value.split("/")
                    if len(numbers) == 2 and all(n.strip().isdigit() for n in numbers):
                        entry.req_rate = RequestRate(int(numbers[0]), int(numbers[1]))
                    state = 2
            elif name == "sitemap":
                self.sitemaps.append(value)
        if state == 2:
            self._add(entry)

    def _entry(self, useragent):
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry
        return self.default_entry

    def can_fetch(self, useragent, url):
        """Whether a program may fetch a page."""
        if self.disallow_all:
            return False
        if self.allow_all:
            return True
        if not self.last_checked:
            return False
        parts = _parse.urlparse(_parse.unquote(url))
        url = _parse.quote(_parse.urlunparse(("", "", parts.path, parts.params, parts.query, parts.fragment))) or "/"
        entry = self._entry(useragent)
        return True if entry is None else entry.allowance(url)

    def crawl_delay(self, useragent):
        entry = self._entry(useragent) if self.mtime() else None
        return entry.delay if entry else None

    def request_rate(self, useragent):
        entry = self._entry(useragent) if self.mtime() else None
        return entry.req_rate if entry else None

    def site_maps(self):
        return self.sitemaps or None

    def __str__(self):
        entries = self.entries if self.default_entry is None else self.entries + [self.default_entry]
        return "\n\n".join(map(str, entries))
