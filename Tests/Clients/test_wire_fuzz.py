"""Messages that nobody should send, on every socket of a kernel (`make fuzz` sends many more)."""
import subprocess
import sys

import pytest
from conftest import CHECKED, ROOT, SLOW, WICK


@pytest.mark.parametrize("channel", ["shell", "control", "stdin", "iopub", "hb"])
def test_mutated_messages_leave_the_kernel_alive(channel):
    count = 1000 if CHECKED or SLOW > 2 else 5000
    done = subprocess.run(
        [sys.executable, ROOT / "Scripts/fuzz-sockets.py", "--wick", WICK, "--messages", str(count), "--only", channel,
         # The sanitizer keeps what is freed.
         "--slow", str(SLOW), "--growth", "400" if CHECKED else "24"],
        capture_output=True, text=True, timeout=120 * SLOW, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
