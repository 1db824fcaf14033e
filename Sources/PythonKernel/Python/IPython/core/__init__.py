from . import display
