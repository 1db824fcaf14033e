"""Terminals that give each key at once."""
from termios import *

__all__ = ["setraw", "setcbreak"]
IFLAG, OFLAG, CFLAG, LFLAG, ISPEED, OSPEED, CC = range(7)


def _set(fd, when, off, on):
    """Takes flags away and adds others; a read waits for one byte."""
    mode = tcgetattr(fd)
    for place, flags in off.items():
        mode[place] &= ~flags
    for place, flags in on.items():
        mode[place] |= flags
    mode[CC][VMIN], mode[CC][VTIME] = 1, 0
    tcsetattr(fd, when, mode)


def setraw(fd, when=TCSAFLUSH):
    """The program gets and gives bytes as they are."""
    _set(fd, when, {IFLAG: BRKINT | ICRNL | INPCK | ISTRIP | IXON, OFLAG: OPOST, CFLAG: CSIZE | PARENB,
                    LFLAG: ECHO | ICANON | IEXTEN | ISIG}, {CFLAG: CS8})


def setcbreak(fd, when=TCSAFLUSH):
    """The program gets keys at once; signals and output are as ever."""
    _set(fd, when, {LFLAG: ECHO | ICANON}, {})
