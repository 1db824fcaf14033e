"""Signal processing: windows."""
from . import windows
