"""Texts in other languages: here always as they are written, unless a catalogue says otherwise."""
import os

__all__ = ["NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install",
           "textdomain", "dgettext", "dngettext", "gettext", "ngettext", "pgettext", "dpgettext", "npgettext",
           "dnpgettext"]


class NullTranslations:
    """No translation."""

    def __init__(self, fp=None):
        self._info, self._charset, self._fallback = {}, None, None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

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

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        import builtins
        builtins._ = self.gettext
        for name in {"gettext", "ngettext", "npgettext", "pgettext"} & set(names or ()):
            setattr(builtins, name, getattr(self, name))


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


_folders = {}
_domain = "messages"


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
    result = None
    for path in find(domain, localedir, languages, all=True):
        with open(path, "rb") as file:
            made = (class_ or GNUTranslations)(file)
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


def textdomain(domain=None):
    global _domain
    if domain is not None:
        _domain = domain
    return _domain


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _folders[domain] = localedir
    return _folders.get(domain, "/usr/share/locale")


def _of(domain):
    # Without a folder of its own a domain is not looked for.
    if domain not in _folders:
        return NullTranslations()
    return translation(domain, _folders[domain], fallback=True)


def dgettext(domain, message):
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    return dgettext(_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_domain, context, msgid1, msgid2, n)


Catalog = translation
