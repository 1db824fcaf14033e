"""What messages of a kind have in common."""
from email import message as _message

__all__ = ["MIMEBase"]


class MIMEBase(_message.Message):
    """A message with a kind of content."""

    def __init__(self, _maintype, _subtype, *, policy=None, **_params):
        _message.Message.__init__(self, policy=policy)
        self.add_header("Content-Type", "%s/%s" % (_maintype, _subtype), **_params)
        self["MIME-Version"] = "1.0"
