"""The codec utf_7."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("utf_7")
