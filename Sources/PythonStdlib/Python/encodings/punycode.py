"""The codec punycode."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("punycode")
