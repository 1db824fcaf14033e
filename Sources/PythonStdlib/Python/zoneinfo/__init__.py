"""Time zones of the IANA database, as the system has them."""
import os as _os
from bisect import bisect_right as _after
from datetime import timedelta as _timedelta, tzinfo as _tzinfo
from weakref import WeakValueDictionary as _WeakValueDictionary
from _zoneinfo_files import Rule as _Rule, read as _read

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]
_EPOCH = 719163        # the ordinal of 1970-01-01


class ZoneInfoNotFoundError(KeyError):
    """No time zone has this name."""


class InvalidTZPathWarning(RuntimeWarning):
    """A folder of PYTHONTZPATH is no absolute path."""


TZPATH = ()


def reset_tzpath(to=None):
    """Sets the folders that zones are looked for in."""
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f"tzpath must be a list or tuple, not {type(to)}, {to!r}")
        folders = [_os.fspath(folder) for folder in to]
        if not all(map(_os.path.isabs, folders)):
            wrong = [folder for folder in folders if not _os.path.isabs(folder)]
            raise ValueError(f"tzpath should contain only absolute paths but found: {wrong!r}")
    elif "PYTHONTZPATH" in _os.environ:
        folders = [folder for folder in _os.environ["PYTHONTZPATH"].split(_os.pathsep) if folder]
        wrong = [folder for folder in folders if not _os.path.isabs(folder)]
        if wrong:
            import warnings
            warnings.warn("Invalid paths specified in PYTHONTZPATH environment variable. Paths must be absolute but found "
                          "the following relative paths:\n    " + "\n    ".join(map(repr, wrong)), InvalidTZPathWarning, 2)
        folders = [folder for folder in folders if _os.path.isabs(folder)]
    else:
        folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"]
    TZPATH = tuple(folders)


reset_tzpath()


def available_timezones():
    """The names of all zones."""
    names = set()
    for root in TZPATH:
        for folder, folders, files in _os.walk(root):
            if folder == root:
                folders[:] = [name for name in folders if name not in ("right", "posix")]
            for name in files:
                path = _os.path.join(folder, name)
                try:
                    with open(path, "rb") as file:
                        if file.read(4) == b"TZif":
                            names.add(_os.path.relpath(path, root))
                except OSError:
                    pass
    try:
        import importlib.resources as resources
        with resources.open_text("tzdata", "zones") as file:
            names.update([line.strip() for line in file])
    except (ImportError, OSError, AttributeError):
        pass
    names.discard("posixrules")
    return names


def _checked(key):
    text = _os.fspath(key)
    if _os.path.isabs(text):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {text}")
    plain = _os.path.normpath(text)
    if len(plain) != len(text):
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {text}")
    if plain == ".." or plain.startswith(".." + _os.sep) or plain == ".":
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {text}")
    return text


def _load(key):
    """The bytes of a zone."""
    text = _checked(key)
    for folder in TZPATH:
        path = _os.path.join(folder, text)
        try:
            if _os.path.isfile(path):
                with open(path, "rb") as file:
                    return file.read()
        except (OSError, ValueError):
            pass
    try:
        import tzdata
        path = _os.path.join(_os.path.dirname(tzdata.__file__), "zoneinfo", text)
        with open(path, "rb") as file:
            return file.read()
    except (ImportError, OSError, ValueError, AttributeError):
        pass
    raise ZoneInfoNotFoundError(f"No time zone found with key {key}")


class ZoneInfo(_tzinfo):
    """The time zone of a name such as Europe/Berlin."""

    _strong = {}
    _weak = _WeakValueDictionary()
    __module__ = "zoneinfo"

    def __init_subclass__(cls):
        cls._strong, cls._weak = {}, _WeakValueDictionary()

    def __new__(cls, key):
        made = cls._weak.get(key)
        if made is None:
            made = cls._weak.setdefault(key, cls._make(key))
            made._from_cache = True
        # The zones used last live on.
        cls._strong.pop(key, None)
        cls._strong[key] = made
        if len(cls._strong) > 8:
            del cls._strong[next(iter(cls._strong))]
        return made

    @classmethod
    def _make(cls, key, data=None, source=None):
        made = _tzinfo.__new__(cls)
        made.key, made._source, made._from_cache = key, source, False
        made._fill(_read(_load(key) if data is None else data))
        return made

    @classmethod
    def no_cache(cls, key):
        """A zone that nobody else has."""
        return cls._make(key)

    @classmethod
    def from_file(cls, fobj, /, key=None):
        """A zone of an open file in the form TZif."""
        return cls._make(key, fobj.read(), repr(fobj))

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Forgets zones."""
        for key in list(cls._weak) if only_keys is None else only_keys:
            cls._weak.pop(key, None)
            cls._strong.pop(key, None)

    def _fill(self, file):
        times, kinds, tail = file
        self._times = times
        plain = [kind for kind in kinds if not kind[1]]
        self._first = file.first if file.first is not None else (plain or kinds or [(0, 0, "UTC")])[0]
        self._kinds = kinds
        self._rule = _Rule(tail) if tail else None
        # When clocks of each fold show a new time: in a gap and at its repetition the fold tells which holds.
        before, late, early = self._first[0], [], []
        saved = {}
        shifts = []
        standard = None
        for time, kind in zip(times, kinds):
            late.append(time + max(before, kind[0]))
            early.append(time + min(before, kind[0]))
            shifts.append(before - kind[0])
            before = kind[0]
        self._walls = late, early
        self._shifts = shifts
        # Summer time is told from the standard time next to it.
        following = None
        for i in range(len(kinds) - 1, -1, -1):
            if kinds[i][1]:
                saved[i] = following
            else:
                following = kinds[i][0]
        answers = []
        if not self._first[1]:
            standard = self._first[0]
        for i, (offset, is_summer, name) in enumerate(kinds):
            step = 0
            if is_summer:
                base = standard if standard is not None and standard != offset else saved[i]
                step = offset - base if base is not None else 3600
                if not step:
                    step = 3600
            else:
                standard = offset
            answers.append((_timedelta(seconds=offset), _timedelta(seconds=step), name))
        self._answers = answers
        offset, is_summer, name = self._first
        self._before = _timedelta(seconds=offset), _timedelta(seconds=3600 if is_summer else 0), name
        self._fixed = not times and self._rule is None or self._rule is not None and not times and self._rule.is_fixed

    def _find(self, dt):
        """Offset, step of summer time and name that hold at the time that clocks show."""
        seconds = (dt.toordinal() - _EPOCH) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
        walls = self._walls[dt.fold]
        if self._rule is not None and (not walls or seconds >= walls[-1]):
            return self._rule.at_wall(dt.year, seconds, dt.fold)
        i = _after(walls, seconds)
        return self._answers[i - 1] if i else self._before

    def utcoffset(self, dt, /):
        """How far clocks are ahead of UTC."""
        if dt is None:
            return self._rule.at_wall(1970, 0, 0)[0] if self._fixed and self._rule else self._before[0] if self._fixed else None
        return self._find(dt)[0]

    def dst(self, dt, /):
        """How far summer time is ahead of standard time."""
        if dt is None:
            return _timedelta(0) if self._fixed else None
        return self._find(dt)[1]

    def tzname(self, dt, /):
        """The name that holds then, such as CET."""
        if dt is None:
            return self._rule.at_wall(1970, 0, 0)[2] if self._fixed and self._rule else self._before[2] if self._fixed else None
        return self._find(dt)[2]

    def fromutc(self, dt, /):
        """What clocks show at a time of UTC."""
        if not hasattr(dt, "toordinal") or not hasattr(dt, "hour"):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        seconds = (dt.toordinal() - _EPOCH) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
        times = self._times
        if self._rule is not None and (not times or seconds >= times[-1]):
            answer, is_second = self._rule.at_utc(dt.year, seconds)
            if times and not is_second:
                is_second = seconds - times[-1] < self._shifts[-1]
        else:
            i = _after(times, seconds)
            answer = self._answers[i - 1] if i else self._before
            is_second = i > 0 and seconds - times[i - 1] < self._shifts[i - 1]
        shown = dt + answer[0]
        return shown.replace(fold=1) if is_second else shown

    def __repr__(self):
        name = type(self).__module__ + "." + type(self).__qualname__
        if self.key is None:
            return f"{name}.from_file({self._source})"
        if self._source is not None:
            return f"{name}.from_file({self._source}, key={self.key!r})"
        return f"{name}(key={self.key!r})"

    def __str__(self):
        return self.key if self.key is not None else repr(self)

    def __reduce__(self):
        if self._source is not None:
            import pickle
            raise pickle.PicklingError("Cannot pickle a ZoneInfo file created from a file stream.")
        return type(self)._unpickle, (self.key, self._from_cache)

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        return cls(key) if from_cache else cls.no_cache(key)
