"""Command-line options in the manner of C's getopt."""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg, self.opt = msg, opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Options up to the first argument, and what remains."""
    return _parse(list(args), shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    """Options wherever they stand, and what remains."""
    import os
    stop = shortopts.startswith("+")
    if stop:
        shortopts = shortopts[1:]
    return _parse(list(args), shortopts, longopts, not (stop or os.environ.get("POSIXLY_CORRECT")))


def _parse(args, short, long, mixed):
    long = [long] if isinstance(long, str) else list(long)
    found, plain = [], []
    while args:
        word = args[0]
        if word == "--":
            plain += args[1:]
            break
        if word.startswith("--"):
            args = _long(found, word[2:], long, args[1:])
        elif word.startswith("-") and word != "-":
            args = _short(found, word[1:], short, args[1:])
        elif mixed:
            plain.append(word)
            args = args[1:]
        else:
            plain += args
            break
    return found, plain


def _long(found, word, long, args):
    name, eq, value = word.partition("=")
    value = value if eq else None
    takes, name = long_has_args(name, long)
    if takes:
        if value is None:
            if not args:
                raise GetoptError("option --%s requires argument" % name, name)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError("option --%s must not have an argument" % name, name)
    found.append(("--" + name, value or ""))
    return args


def long_has_args(name, long):
    """Whether a long option takes an argument, and its full name."""
    possible = [o for o in long if o.startswith(name)]
    if not possible:
        raise GetoptError("option --%s not recognized" % name, name)
    if name in possible:
        return False, name
    if name + "=" in possible:
        return True, name
    if len(possible) > 1:
        raise GetoptError("option --%s not a unique prefix" % name, name)
    only = possible[0]
    return (True, only[:-1]) if only.endswith("=") else (False, only)


def _short(found, word, short, args):
    while word:
        letter, word = word[0], word[1:]
        value = ""
        if short_has_arg(letter, short):
            if not word:
                if not args:
                    raise GetoptError("option -%s requires argument" % letter, letter)
                word, args = args[0], args[1:]
            value, word = word, ""
        found.append(("-" + letter, value))
    return args


def short_has_arg(letter, short):
    for i in range(len(short)):
        if letter == short[i] != ":":
            return short.startswith(":", i + 1)
    raise GetoptError("option -%s not recognized" % letter, letter)
