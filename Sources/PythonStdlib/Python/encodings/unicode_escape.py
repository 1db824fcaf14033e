"""The codec unicode_escape."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("unicode_escape")
