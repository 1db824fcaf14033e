"""Nested loops need no patch here."""
def apply(loop=None):
    pass
