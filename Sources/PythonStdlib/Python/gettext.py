"""Texts in other languages: here always as they are written, unless a catalogue says otherwise."""
import copy
import os

from _gettext_plurals import c2py

__all__ = ["NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install",
           "textdomain", "dgettext", "dngettext", "gettext", "ngettext", "pgettext", "dpgettext", "npgettext",
           "dnpgettext"]


class NullTranslations:
    """No translation."""

    def __init__(self, fp=None):
        self._info, self._charset, self._fallback = {}, None, None
        if fp:
            self._parse(fp)

    def _parse(self, fp):
        """Subclasses read their catalogue here."""

    def add_fallback(self, fallback):
        """Who is asked for what is not found here, after those who are asked already."""
        last = self
        while last._fallback:
            last = last._fallback
        last._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def install(self, names=None):
        """Makes `_` a built-in name, and those among `names` that are known."""
        import builtins
        builtins._ = self.gettext
        for name in {"gettext", "ngettext", "npgettext", "pgettext"} & set(names or ()):
            setattr(builtins, name, getattr(self, name))

    def charset(self):
        """How the catalogue's texts were encoded."""
        return self._charset

    def info(self):
        """What the catalogue says of itself."""
        return self._info


class GNUTranslations(NullTranslations):
    """A catalogue as msgfmt makes it."""
    CONTEXT = "%s\x04%s"

    def _parse(self, fp):
        from struct import unpack_from
        data = fp.read()
        magic = data[:4]
        order = "<" if magic == b"\xde\x12\x04\x95" else ">" if magic == b"\x95\x04\x12\xde" else None
        if order is None:
            raise OSError(0, "Bad magic number", getattr(fp, "name", ""))
        _, count, originals, translations = unpack_from(order + "4I", data, 4)
        self._catalog = {}
        self.plural = lambda n: int(n != 1)
        charset = None
        for k in range(count):
            length, start = unpack_from(order + "2I", data, originals + 8 * k)
            key = data[start:start + length]
            length, start = unpack_from(order + "2I", data, translations + 8 * k)
            text = data[start:start + length]
            if not key:
                for line in text.decode("ascii", "replace").splitlines():
                    name, colon, value = line.partition(":")
                    if colon:
                        self._info[name.strip().lower()] = value.strip()
                kind = self._info.get("content-type", "")
                if "charset=" in kind:
                    self._charset = kind.split("charset=")[1]
                forms = self._info.get("plural-forms", "")
                if "plural=" in forms:
                    self.plural = c2py(forms.split("plural=", 1)[1].split(";")[0])
            charset = self._charset or "ascii"
            if b"\x00" in key:
                singular = str(key.split(b"\x00")[0], charset)
                for number, part in enumerate(text.split(b"\x00")):
                    self._catalog[singular, number] = str(part, charset)
            else:
                self._catalog[str(key, charset)] = str(text, charset)

    def gettext(self, message):
        found = self._catalog.get(message)
        if found is None:
            found = self._catalog.get((message, self.plural(1)))
        return super().gettext(message) if found is None else found

    def ngettext(self, msgid1, msgid2, n):
        found = self._catalog.get((msgid1, self.plural(n)))
        return super().ngettext(msgid1, msgid2, n) if found is None else found

    def pgettext(self, context, message):
        found = self._catalog.get(self.CONTEXT % (context, message))
        return super().pgettext(context, message) if found is None else found

    def npgettext(self, context, msgid1, msgid2, n):
        found = self._catalog.get((self.CONTEXT % (context, msgid1), self.plural(n)))
        return super().npgettext(context, msgid1, msgid2, n) if found is None else found


_localedirs = {}
_translations = {}             # what is read already: by class and path
_current_domain = "messages"


def find(domain, localedir=None, languages=None, all=False):
    """Files of a domain's catalogues for the user's languages."""
    if languages is None:
        languages = []
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
            value = os.environ.get(name)
            if value:
                languages = value.split(":")
                break
    found = []
    for language in languages:
        if language == "C":
            break
        short = language.split(".")[0]
        for name in dict.fromkeys([language, short, short.split("_")[0]]):
            path = os.path.join(localedir or "/usr/share/locale", name, "LC_MESSAGES", domain + ".mo")
            if os.path.exists(path):
                if not all:
                    return path
                found.append(path)
    return found if all else None


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """The catalogues of a domain, those of the preferred language first."""
    kind, result = class_ or GNUTranslations, None
    for path in find(domain, localedir, languages, all=True):
        key = kind, os.path.abspath(path)
        if key not in _translations:
            with open(path, "rb") as file:
                _translations[key] = kind(file)
        # A copy, as fallbacks differ from caller to caller.
        made = copy.copy(_translations[key])
        if result is None:
            result = made
        else:
            result.add_fallback(made)
    if result is None:
        if fallback:
            return NullTranslations()
        raise FileNotFoundError(2, "No translation file found for domain", domain)
    return result


def install(domain, localedir=None, *, names=None):
    translation(domain, localedir, fallback=True).install(names)


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, "/usr/share/locale")


def _of(domain):
    # Without a folder of its own a domain is not looked for.
    if domain not in _localedirs:
        return NullTranslations()
    return translation(domain, _localedirs[domain], fallback=True)


def dgettext(domain, message):
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of(domain).npgettext(context, msgid1, msgid2, n)


# In the domain that is set

def textdomain(domain=None):
    """Sets the domain of the functions below; without one, tells which it is."""
    global _current_domain
    _current_domain = _current_domain if domain is None else domain
    return _current_domain


def npgettext(context, msgid1, msgid2, n):
    return _of(_current_domain).npgettext(context, msgid1, msgid2, n)


def pgettext(context, message):
    return _of(_current_domain).pgettext(context, message)


def ngettext(msgid1, msgid2, n):
    return _of(_current_domain).ngettext(msgid1, msgid2, n)


def gettext(message):
    return _of(_current_domain).gettext(message)


Catalog = translation
