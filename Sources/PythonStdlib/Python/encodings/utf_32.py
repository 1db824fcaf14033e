"""The codec utf_32."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("utf_32")
