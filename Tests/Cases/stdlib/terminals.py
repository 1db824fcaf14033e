# Recorded from CPython 3.11.7.
# Terminals: their settings, sizes and the other end.
import os
import pty
import termios
import tty

master, slave = pty.openpty()
print(os.isatty(slave), os.ttyname(slave).startswith("/dev/pts/"), os.get_inheritable(slave))
mode = termios.tcgetattr(slave)
print(len(mode), [type(part).__name__ for part in mode], len(mode[6]), mode[6][termios.VEOF], mode[6][termios.VINTR])
print(mode[3] & termios.ECHO != 0, mode[3] & termios.ICANON != 0, mode[4] == termios.B38400)
tty.setcbreak(slave)
now = termios.tcgetattr(slave)
print(now[3] & (termios.ECHO | termios.ICANON), now[6][termios.VMIN], now[6][termios.VTIME])
os.write(master, b"k")
print(os.read(slave, 1))
tty.setraw(slave)
os.write(slave, b"a\nb")
print(os.read(master, 9))
termios.tcsetattr(slave, termios.TCSANOW, mode)
termios.tcsetwinsize(slave, (24, 80))
print(termios.tcgetwinsize(master), os.get_terminal_size(slave))
termios.tcdrain(slave)
termios.tcflush(slave, termios.TCIOFLUSH)
reader, writer = os.pipe()
for action in (lambda: termios.tcgetattr(reader), lambda: termios.tcgetattr("x"), lambda: termios.tcgetattr(-1),
               lambda: termios.tcsetattr(slave, 0, [1]), lambda: termios.tcsetattr(slave, 0, [*mode[:6], [1]]),
               lambda: termios.tcsetwinsize(slave, 5), lambda: os.ttyname(reader), lambda: termios.tcgetattr(999)):
    try:
        action()
    except (termios.error, TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)
pid, fd = pty.fork()
if pid == 0:
    os.write(1, b"from the child %d\n" % os.isatty(0))
    os._exit(3)
print(os.read(fd, 99), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
print(termios.error.__mro__, termios.TIOCGWINSZ, tty.IFLAG, tty.CC, pty.CHILD)
# expect: True True False
# expect: 7 ['int', 'int', 'int', 'int', 'int', 'int', 'list'] 32 b'\x04' b'\x03'
# expect: True True True
# expect: 0 1 0
# expect: b'k'
# expect: b'a\nb'
# expect: (24, 80) os.terminal_size(columns=80, lines=24)
# expect: error (25, 'Inappropriate ioctl for device')
# expect: TypeError argument must be an int, or have a fileno() method.
# expect: ValueError file descriptor cannot be a negative integer (-1)
# expect: TypeError tcsetattr, arg 3: must be 7 element list
# expect: TypeError tcsetattr: attributes[6] must be 32 element list
# expect: TypeError tcsetwinsize, arg 2: must be a two-item sequence
# expect: OSError [Errno 25] Inappropriate ioctl for device
# expect: error (9, 'Bad file descriptor')
# expect: b'from the child 1\r\n' 3
# expect: (<class 'termios.error'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) 21523 0 6 0
