"""How messages are made and written."""
import re as _re
from email._policybase import Compat32, Policy, compat32
from email.contentmanager import raw_data_manager
from email.headerregistry import HeaderRegistry

__all__ = ["Compat32", "compat32", "Policy", "EmailPolicy", "default", "strict", "SMTP", "HTTP"]


def _is_raw(value):
    """Whether there are bytes in a text that nobody could decode."""
    return not value.isascii() and any(["\udc80" <= c <= "\udcff" for c in value])


class EmailPolicy(Policy):
    """As messages are made today: headers are objects that know what stands in them."""

    utf8 = False
    refold_source = "long"
    header_factory = HeaderRegistry()
    content_manager = raw_data_manager

    def __init__(self, **settings):
        # Policies share no registry, but for those made of one another.
        settings.setdefault("header_factory", HeaderRegistry())
        super().__init__(**settings)

    @property
    def message_factory(self):
        found = self.__dict__.get("message_factory")
        if found is None:
            from email.message import EmailMessage as found
        return found

    def header_max_count(self, name):
        return self.header_factory[name].max_count

    def header_source_parse(self, sourcelines):
        name, value = sourcelines[0].split(":", 1)
        return name, "".join([value, *sourcelines[1:]]).lstrip(" \t\r\n").rstrip("\r\n")

    def header_store_parse(self, name, value):
        if hasattr(value, "name") and value.name.lower() == name.lower():
            return name, value
        if isinstance(value, str) and len(value.splitlines()) > 1:
            raise ValueError("Header values may not contain linefeed or carriage return characters")
        return name, self.header_factory(name, value)

    def header_fetch_parse(self, name, value):
        if hasattr(value, "name"):
            return value
        return self.header_factory(name, "".join(_re.split(r"\n|\r\n?", value)))

    def _folded(self, name, value, refolds):
        if hasattr(value, "name"):
            return value.fold(policy=self)
        lines, most = value.splitlines(), self.max_line_length or float("inf")
        if self.refold_source == "all":
            refolds = True
        elif self.refold_source == "long":
            refolds = refolds or bool(lines) and (
                len(lines[0]) + len(name) + 2 > most or max(map(len, lines[1:]), default=0) > most)
        if refolds:
            return self.header_factory(name, "".join(lines)).fold(policy=self)
        return name + ": " + self.linesep.join(lines) + self.linesep

    def fold(self, name, value):
        return self._folded(name, value, _is_raw(value))

    def fold_binary(self, name, value):
        text = self._folded(name, value, self.cte_type == "7bit" and _is_raw(value))
        return text.encode("utf8" if self.utf8 else "ascii", "surrogateescape")


default = EmailPolicy()
del default.__dict__["header_factory"]
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep="\r\n")
HTTP = default.clone(linesep="\r\n", max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
