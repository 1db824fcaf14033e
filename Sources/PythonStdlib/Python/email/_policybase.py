"""What all policies of messages have."""

__all__ = ["Policy", "Compat32", "compat32"]


class Policy:
    """Settings for messages, and what becomes of their headers; `clone` gives others."""

    max_line_length = 78
    linesep = "\n"
    cte_type = "8bit"
    raise_on_defect = False
    mangle_from_ = False
    message_factory = None
    verify_generated_headers = True

    def __init__(self, **settings):
        for name, value in settings.items():
            if not hasattr(type(self), name):
                raise TypeError("%r is an invalid keyword argument for %s" % (name, type(self).__name__))
            self.__dict__[name] = value

    def __setattr__(self, name, value):
        if hasattr(self, name):
            raise AttributeError("%r object attribute %r is read-only" % (type(self).__name__, name))
        raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join(["%s=%r" % pair for pair in self.__dict__.items()]))

    def clone(self, **settings):
        """The same but for some settings."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        for name, value in settings.items():
            if not hasattr(self, name):
                raise TypeError("%r is an invalid keyword argument for %s" % (name, type(self).__name__))
            made.__dict__[name] = value
        return made

    def __add__(self, other):
        return self.clone(**other.__dict__)

    def handle_defect(self, obj, defect):
        """Raises what is odd about a message, or remembers it."""
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        obj.defects.append(defect)

    def header_max_count(self, name):
        """How many headers of a name there may be; None: any number."""
        return None

    def header_source_parse(self, sourcelines):
        """Name and value of the lines of a header."""
        raise NotImplementedError

    def header_store_parse(self, name, value):
        """What is kept for a header that a program sets."""
        raise NotImplementedError

    def header_fetch_parse(self, name, value):
        """What a program gets for what is kept."""
        raise NotImplementedError

    def fold(self, name, value):
        """A header as text, in lines."""
        raise NotImplementedError

    def fold_binary(self, name, value):
        """A header as bytes, in lines."""
        raise NotImplementedError


class Compat32(Policy):
    """As messages were before there were policies: headers are texts."""

    mangle_from_ = True

    def _made(self, name, value):
        """A value with bytes that nobody could decode becomes a Header."""
        if isinstance(value, str) and not value.isascii() and any("\udc80" <= c <= "\udcff" for c in value):
            from email.header import Header
            return Header(value, "unknown-8bit", header_name=name)
        return value

    def header_source_parse(self, sourcelines):
        name, value = sourcelines[0].split(":", 1)
        return name, "".join([value.lstrip(" \t"), *sourcelines[1:]]).rstrip("\r\n")

    def header_store_parse(self, name, value):
        return name, value

    def header_fetch_parse(self, name, value):
        return self._made(name, value)

    def fold(self, name, value):
        most = self.max_line_length or 0
        value = self._made(name, value)
        if hasattr(value, "encode") and not isinstance(value, str):
            shown = value.encode(maxlinelen=most)
        else:
            shown = str(value)
            if not shown.isascii():
                from email.header import Header
                shown = Header(shown, "utf-8", header_name=name).encode(maxlinelen=most)
        return "%s: %s%s" % (name, shown, self.linesep)

    def fold_binary(self, name, value):
        if isinstance(value, str) and self.cte_type != "7bit" and value is not self._made(name, value):
            return ("%s: %s%s" % (name, value, self.linesep)).encode("ascii", "surrogateescape")
        return self.fold(name, value).encode("ascii", "surrogateescape")


compat32 = Compat32()
