"""The codec hex_codec."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("hex_codec")
