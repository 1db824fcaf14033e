"""Lists of lines and dedent."""
from IPython.core.interactiveshell import SList

def dedent(text):
    lines = text.split("\n")
    indent = min([len(l) - len(l.lstrip()) for l in lines if l.strip()] or [0])
    return "\n".join(l[indent:] for l in lines)
