"""Names of Python 2 that protocols below 3 write and read."""
from pickle import _NEW_ERRORS, _OLD_ERRORS, _OLD_MODULES, _OLD_NAMES

REVERSE_NAME_MAPPING = dict(_OLD_NAMES)
for _name in _OLD_ERRORS:
    REVERSE_NAME_MAPPING["builtins", _name] = "exceptions", _name
NAME_MAPPING = {old: new for new, old in REVERSE_NAME_MAPPING.items()}
REVERSE_IMPORT_MAPPING = dict(_OLD_MODULES)
IMPORT_MAPPING = {old: new for new, old in _OLD_MODULES.items()}
PYTHON2_EXCEPTIONS = tuple(_OLD_ERRORS)
PYTHON3_OSERROR_EXCEPTIONS = tuple(_NEW_ERRORS)
