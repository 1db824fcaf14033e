"""The codec raw_unicode_escape."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("raw_unicode_escape")
