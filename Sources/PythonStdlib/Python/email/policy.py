"""How messages are made and written."""

__all__ = ["Compat32", "compat32", "Policy", "EmailPolicy", "default", "strict", "SMTP", "HTTP", "SMTPUTF8"]


class Policy:
    """Settings for messages; `clone` gives others."""

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
        return type(self)(**{**self.__dict__, **settings})

    def __add__(self, other):
        return self.clone(**other.__dict__)


class Compat32(Policy):
    """As messages were before there were policies."""

    mangle_from_ = True


class EmailPolicy(Policy):
    """As messages are made today."""

    utf8 = False
    refold_source = "long"

    @property
    def message_factory(self):
        found = self.__dict__.get("message_factory")
        if found is None:
            from email.message import EmailMessage as found
        return found


compat32 = Compat32()
default = EmailPolicy()
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep="\r\n")
HTTP = default.clone(linesep="\r\n", max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
