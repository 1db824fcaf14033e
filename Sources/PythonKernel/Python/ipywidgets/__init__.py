"""Widgets for notebooks: sliders, buttons, text and boxes in the front end that are objects here.

The names are those of the package ipywidgets 8; the front end draws them with @jupyter-widgets/controls 2.0.
"""
from .widgets import *
from . import widgets

__version__ = "8.1.9"
version_info = (8, 1, 9)

register_comm_target()


def load_ipython_extension(ip):
    register_comm_target()
