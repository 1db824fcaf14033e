"""The codec rot_13."""
import codecs


def getregentry():
    """The entry of the registry."""
    return codecs.lookup("rot_13")
