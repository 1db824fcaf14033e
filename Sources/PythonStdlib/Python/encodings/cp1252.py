"""The codec cp1252."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("cp1252")
