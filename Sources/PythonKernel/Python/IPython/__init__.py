"""What notebooks import of IPython; the shell itself is Swift."""
__version__ = "9.18.1"
version_info = (9, 18, 1, "")
from IPython.core.interactiveshell import get_ipython, InteractiveShell
from IPython.display import display

def embed(*args, **kwargs):
    raise NotImplementedError("embed needs a terminal")
