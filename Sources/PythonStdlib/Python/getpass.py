"""Passwords, and the name of the user."""

import os as _os

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None):
    """Asks for a password; a front end hides what is typed."""
    try:
        from _wick_shell import getpass as ask
    except ImportError:
        ask = input
    return ask(prompt)


def getuser():
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = _os.environ.get(name)
        if user:
            return user
    return "root"
