"""The XML parser of libexpat."""
import sys
from pyexpat import *

sys.modules["xml.parsers.expat.model"] = model
sys.modules["xml.parsers.expat.errors"] = errors
