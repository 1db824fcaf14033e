"""Comparing files and folders."""

import os
import stat
from itertools import filterfalse

__all__ = ["clear_cache", "cmp", "dircmp", "cmpfiles", "DEFAULT_IGNORES"]

_cache = {}
BUFSIZE = 8 * 1024
DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]


def clear_cache():
    _cache.clear()


def _signature(info):
    return stat.S_IFMT(info.st_mode), info.st_size, info.st_mtime


def cmp(f1, f2, shallow=True):
    """Whether two files seem equal."""
    s1, s2 = _signature(os.stat(f1)), _signature(os.stat(f2))
    regular = s1[0] == s2[0] == stat.S_IFREG
    if not regular or s1[1] != s2[1]:
        return False
    if shallow and s1 == s2:
        return True
    key = (f1, f2, s1, s2)
    if key not in _cache:
        if len(_cache) > 100:
            clear_cache()
        with open(f1, "rb") as a, open(f2, "rb") as b:
            while True:
                x, y = a.read(BUFSIZE), b.read(BUFSIZE)
                if x != y or not x:
                    _cache[key] = x == y
                    break
    return _cache[key]


def cmpfiles(a, b, common, shallow=True):
    """Equal, different and unreadable names."""
    result = ([], [], [])
    for name in common:
        try:
            place = not cmp(os.path.join(a, name), os.path.join(b, name), shallow)
        except (OSError, ValueError):
            place = 2
        result[place].append(name)
    return result


class dircmp:
    """What two folders have in common and what not."""

    def __init__(self, a, b, ignore=None, hide=None):
        self.left, self.right = a, b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def phase0(self):
        skip = set(self.hide + self.ignore)
        self.left_list = sorted([n for n in os.listdir(self.left) if n not in skip])
        self.right_list = sorted([n for n in os.listdir(self.right) if n not in skip])

    def phase1(self):
        a = dict(zip(map(os.path.normcase, self.left_list), self.left_list))
        b = dict(zip(map(os.path.normcase, self.right_list), self.right_list))
        self.common = [a[n] for n in a if n in b]
        self.left_only = [a[n] for n in a if n not in b]
        self.right_only = [b[n] for n in b if n not in a]

    def phase2(self):
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            kinds = []
            for folder in (self.left, self.right):
                try:
                    kinds.append(stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode))
                except (OSError, ValueError):
                    kinds.append(None)
            if kinds[0] != kinds[1] or kinds[0] is None:
                self.common_funny.append(name)
            elif kinds[0] == stat.S_IFDIR:
                self.common_dirs.append(name)
            elif kinds[0] == stat.S_IFREG:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def phase3(self):
        self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files)

    def phase4(self):
        self.subdirs = {n: self.__class__(os.path.join(self.left, n), os.path.join(self.right, n), self.ignore,
                                          self.hide) for n in self.common_dirs}

    def phase4_closure(self):
        self.phase4()
        for sub in self.subdirs.values():
            sub.phase4_closure()

    def report(self):
        print("diff", self.left, self.right)
        for title, names in (("Only in %s :" % self.left, "left_only"), ("Only in %s :" % self.right, "right_only"),
                             ("Identical files :", "same_files"), ("Differing files :", "diff_files"),
                             ("Trouble with common files :", "funny_files"), ("Common subdirectories :", "common_dirs"),
                             ("Common funny cases :", "common_funny")):
            found = getattr(self, names)
            if found:
                if names in ("left_only", "right_only"):
                    found.sort()
                else:
                    found.sort()
                print(title, found)

    def report_partial_closure(self):
        self.report()
        for sub in self.subdirs.values():
            print()
            sub.report()

    def report_full_closure(self):
        self.report()
        for sub in self.subdirs.values():
            print()
            sub.report_full_closure()

    _phase = dict(subdirs="phase4", same_files="phase3", diff_files="phase3", funny_files="phase3",
                  common_dirs="phase2", common_files="phase2", common_funny="phase2", common="phase1",
                  left_only="phase1", right_only="phase1", left_list="phase0", right_list="phase0")

    def __getattr__(self, name):
        if name not in self._phase:
            raise AttributeError(name)
        getattr(self, self._phase[name])()
        return getattr(self, name)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)
