"""The codec latin_1."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("latin_1")
