__version__ = '7.4.0'
version_info = (7, 4, 0)
