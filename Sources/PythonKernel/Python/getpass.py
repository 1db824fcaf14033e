"""Passwords, asked for through the front end."""
import _wick_shell
class GetPassWarning(UserWarning):
    pass
def getpass(prompt="Password: ", stream=None):
    return _wick_shell.getpass(prompt)
def getuser():
    return _wick_shell.getenv("USER") or _wick_shell.getenv("LOGNAME") or "user"
