"""The codec utf_8."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("utf_8")
