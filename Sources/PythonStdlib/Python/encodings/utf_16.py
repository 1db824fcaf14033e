"""The codec utf_16."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("utf_16")
