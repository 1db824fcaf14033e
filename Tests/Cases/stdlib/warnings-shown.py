# Recorded from CPython 3.11.7.
import sys
import warnings

sys.stderr = sys.stdout


def old():
    warnings.warn("old", DeprecationWarning, stacklevel=2)


def pending():
    warnings.warn("pending", PendingDeprecationWarning)


warnings.formatwarning = lambda message, category, filename, lineno, line=None: f"{category.__name__} {message}\n"
for _ in range(2):
    warnings.warn("once a line")
    old()
    pending()
warnings.warn_explicit("explicit", SyntaxWarning, "here.py", 3)
warnings.warn_explicit("explicit", SyntaxWarning, "here.py", 3)
# expect: UserWarning once a line
# expect: DeprecationWarning old
# expect: SyntaxWarning explicit
# expect: SyntaxWarning explicit
