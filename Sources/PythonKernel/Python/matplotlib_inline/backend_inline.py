"""Settings that notebooks make before they plot; accepted and not used."""
def set_matplotlib_formats(*formats, **kwargs):
    pass
def set_matplotlib_close(close=True):
    pass
