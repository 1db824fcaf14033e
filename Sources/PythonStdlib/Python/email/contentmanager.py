"""Which functions read and make the bodies of messages, by their kinds."""


class ContentManager:
    """Finds the function that reads a body by its kind, and the one that makes a body by the class of an object."""

    def __init__(self):
        self.get_handlers, self.set_handlers = {}, {}

    def add_get_handler(self, key, handler):
        """`handler(message, ...)` reads bodies of a kind: "text/plain", "text" or ""."""
        self.get_handlers[key] = handler

    def get_content(self, msg, *args, **kw):
        """What the body of a message holds."""
        kind = msg.get_content_type()
        for key in (kind, msg.get_content_maintype(), ""):
            if key in self.get_handlers:
                return self.get_handlers[key](msg, *args, **kw)
        raise KeyError(kind)

    def add_set_handler(self, typekey, handler):
        """`handler(message, object, ...)` makes the body of objects of a class, or of one with that name."""
        self.set_handlers[typekey] = handler

    def set_content(self, msg, obj, *args, **kw):
        """Makes an object the body of a message."""
        if msg.get_content_maintype() == "multipart":
            raise TypeError("set_content not valid on multipart")
        handler = self._maker(msg, obj)
        msg.clear_content()
        handler(msg, obj, *args, **kw)

    def _maker(self, msg, obj):
        shown = None
        for cls in type(obj).__mro__:
            whole = cls.__module__ + "." + cls.__qualname__ if cls.__module__ else cls.__qualname__
            shown = shown or whole
            for key in (cls, whole, cls.__qualname__, cls.__name__):
                if key in self.set_handlers:
                    return self.set_handlers[key]
        if None in self.set_handlers:
            return self.set_handlers[None]
        raise KeyError(shown)


raw_data_manager = ContentManager()


def get_text_content(msg, errors="replace"):
    return msg.get_payload(decode=True).decode(msg.get_param("charset", "ASCII"), errors=errors)


def get_non_text_content(msg):
    return msg.get_payload(decode=True)


def get_message_content(msg):
    return msg.get_payload(0)


def get_and_fixup_unknown_message_content(msg):
    return bytes(msg.get_payload(0))


raw_data_manager.add_get_handler("text", get_text_content)
for _kind in ("audio", "image", "video", "application"):
    raw_data_manager.add_get_handler(_kind, get_non_text_content)
for _kind in ("rfc822", "external-body"):
    raw_data_manager.add_get_handler("message/" + _kind, get_message_content)
raw_data_manager.add_get_handler("message", get_and_fixup_unknown_message_content)


def set_text_content(msg, string, subtype="plain", charset="utf-8", cte=None, disposition=None, filename=None, cid=None,
                     params=None, headers=None):
    msg._set_text(string, subtype, charset, cte, disposition=disposition, filename=filename, cid=cid, params=params,
                  headers=headers)


def set_message_content(msg, message, subtype="rfc822", cte=None, disposition=None, filename=None, cid=None, params=None,
                        headers=None):
    msg._set_message(message, subtype, cte, disposition=disposition, filename=filename, cid=cid, params=params,
                     headers=headers)


def set_bytes_content(msg, data, maintype, subtype, cte="base64", disposition=None, filename=None, cid=None, params=None,
                      headers=None):
    msg._set_bytes(bytes(data), maintype, subtype, cte, disposition=disposition, filename=filename, cid=cid, params=params,
                   headers=headers)


from email.message import EmailMessage as _EmailMessage

raw_data_manager.add_set_handler(str, set_text_content)
raw_data_manager.add_set_handler(_EmailMessage, set_message_content)
for _kind in (bytes, bytearray, memoryview):
    raw_data_manager.add_set_handler(_kind, set_bytes_content)
del _kind
