"""The codec ascii."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("ascii")
