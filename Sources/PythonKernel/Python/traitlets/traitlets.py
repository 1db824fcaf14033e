from traitlets import *
from traitlets import _is_trait
