"""Shows pages in the browser of the user."""
import os as _os
import shlex as _shlex
import shutil as _shutil
import subprocess as _subprocess

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]


class Error(Exception):
    """There is no such browser."""


_known = {}
_order = None


def register(name, klass, instance=None, *, preferred=False):
    """Makes a browser known by a name."""
    _known[name.lower()] = [klass, instance]
    order = _names()
    if preferred:
        order.insert(0, name)
    else:
        order.append(name)


def _names():
    global _order
    if _order is None:
        _order = []
        has_screen = _os.environ.get("DISPLAY") or _os.environ.get("WAYLAND_DISPLAY")
        programs = ["xdg-open", "www-browser", "firefox", "chromium", "google-chrome"] if has_screen else []
        for name in programs + ["links", "lynx", "w3m"]:
            if _shutil.which(name):
                _known.setdefault(name, [None, BackgroundBrowser(name) if name in programs else GenericBrowser(name)])
                _order.append(name)
        wanted = [name for name in _os.environ.get("BROWSER", "").split(_os.pathsep) if name]
        for name in reversed(wanted):
            if name.lower() not in _known:
                _known[name.lower()] = [None, _of_line(name)]
            _order.insert(0, name)
    return _order


def _of_line(line):
    words = _shlex.split(line)
    if words and words[-1] == "&":
        return BackgroundBrowser(words[:-1])
    return GenericBrowser(words)


def get(using=None):
    """The browser of that name, or the best one."""
    names = _names()
    for name in [using] if using is not None else names:
        if "%s" in name:
            return _of_line(name)
        found = _known.get(name.lower())
        if found is None and using is not None and _shutil.which(name):
            found = _known[name.lower()] = [None, GenericBrowser(name)]
        if found is not None:
            if found[1] is None:
                found[1] = found[0]()
            return found[1]
    raise Error("could not locate runnable browser")


def open(url, new=0, autoraise=True):
    """Shows a page: in the same window (0), a new one (1) or a new tab (2)."""
    for name in list(_names()):
        if get(name).open(url, new, autoraise):
            return True
    return False


def open_new(url):
    return open(url, 1)


def open_new_tab(url):
    return open(url, 2)


class BaseBrowser:
    """What browsers have in common."""

    args = ["%s"]

    def __init__(self, name=""):
        self.name = self.basename = name

    def open(self, url, new=0, autoraise=True):
        raise NotImplementedError

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)


class GenericBrowser(BaseBrowser):
    """A program that is waited for."""

    def __init__(self, name):
        if isinstance(name, str):
            self.name, self.args = name, ["%s"]
        else:
            self.name, self.args = name[0], name[1:] or ["%s"]
        self.basename = _os.path.basename(self.name)

    def _line(self, url):
        return [self.name] + [word.replace("%s", url) for word in self.args]

    def open(self, url, new=0, autoraise=True):
        try:
            return not _subprocess.Popen(self._line(url)).wait()
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A program that goes on by itself."""

    def open(self, url, new=0, autoraise=True):
        try:
            process = _subprocess.Popen(self._line(url), start_new_session=True)
            return process.poll() is None or not process.returncode
        except OSError:
            return False


if __name__ == "__main__":
    from _programs.webbrowser import main
    main()
