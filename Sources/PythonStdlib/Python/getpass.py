"""Passwords, asked for through the front end."""
import os as _os
class GetPassWarning(UserWarning):
    pass
def getpass(prompt="Password: ", stream=None):
    try:
        from _wick_shell import getpass as ask
    except ImportError:
        return input(prompt)
    return ask(prompt)
def getuser():
    return _os.getenv("USER") or _os.getenv("LOGNAME") or "user"
