"""Ways in which bytes become the text of a body."""
from base64 import encodebytes as _encodebytes
from quopri import encodestring as _quoted

__all__ = ["encode_7or8bit", "encode_base64", "encode_noop", "encode_quopri"]


def encode_base64(msg):
    """As base64."""
    msg.set_payload(str(_encodebytes(msg.get_payload(decode=True)), "ascii"))
    msg["Content-Transfer-Encoding"] = "base64"


def encode_quopri(msg):
    """Quoted, for text of which most is ASCII."""
    msg.set_payload(_quoted(msg.get_payload(decode=True), quotetabs=True).replace(b" ", b"=20").decode("ascii"))
    msg["Content-Transfer-Encoding"] = "quoted-printable"


def encode_7or8bit(msg):
    """As it is; the header tells of how many bits."""
    data = msg.get_payload(decode=True)
    msg["Content-Transfer-Encoding"] = "7bit" if data is None or data.isascii() else "8bit"


def encode_noop(msg):
    """As it is."""
    msg.get_payload(decode=True)
