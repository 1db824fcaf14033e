"""The codec idna."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("idna")
