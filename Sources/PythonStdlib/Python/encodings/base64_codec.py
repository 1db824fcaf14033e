"""The codec base64_codec."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("base64_codec")
