"""The codec utf_8_sig."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("utf_8_sig")
