"""Runs a list of programs in one process of Wick, in its sandbox, and says how that ended."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import time

INSIDE = pathlib.Path(__file__).with_name("inside.py")
# A trap, an abort and a report of the sanitizer all end with 99 and tell their frames; 70 is the audit's.
SANITIZER = (
    "detect_leaks=0:detect_stack_use_after_return=0:handle_abort=1:exitcode=99:max_allocation_size_mb=600:"
    "allocator_may_return_null=1:quarantine_size_mb=64"
)
# Programs may hold 1 GB (the sandbox's limit); the sanitizer and what was freed take as much again.
MEMORY = 2500 << 20
HARMLESS = (0, 1, 3)
FRAME = re.compile(r"#\d+ 0x[0-9a-f]+ in (.+?) (?:/|\(|<)")
NOISE = re.compile(
    r"^(__asan|__interceptor|__sanitizer|abort|raise|_*swift_|\$ss|__libc|gsignal|pthread_|mem|outlined|Swift\.)"
)


def resident(pid):
    """Bytes that a process holds."""
    try:
        return int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
    except (OSError, IndexError):
        return 0


class End:
    """How a process ended: `what` is None when it may; `last` is the number of the program that ran then."""

    def __init__(self, what, last, log):
        self.what, self.last, self.log = what, last, log

    @property
    def kind(self):
        """What findings with one cause have in common: `what` without numbers."""
        return re.sub(r"\d+", "N", self.what) if self.what else None


class Runner:
    def __init__(self, command, folder, seconds=1.0, patience=30):
        self.command, self.folder, self.seconds, self.patience = command, folder, seconds, patience
        self.work = folder / "work"

    def __call__(self, texts, patience=None):
        """-> End"""
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        paths = []
        for number, text in enumerate(texts):
            paths.append(self.work / f"program{number}.py")
            paths[-1].write_text(text, encoding="utf-8", errors="surrogatepass")
        environment = dict(
            os.environ,
            WICK_SANDBOX="1",
            TMPDIR=str(self.work),
            HOME=str(self.work),
            PYTHONHASHSEED="0",
            SWIFT_BACKTRACE="enable=no",
            ASAN_OPTIONS=SANITIZER,
        )
        script = self.work / "inside.py"
        script.write_bytes(INSIDE.read_bytes())
        out, log = self.folder / "out", self.folder / "log"
        with open(out, "wb") as stdout, open(log, "wb") as stderr:
            process = subprocess.Popen(
                [*self.command, script, str(self.seconds), *paths],
                cwd=self.work,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                start_new_session=True,
            )
            try:
                excess = self.wait(process, out, patience or self.patience)
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
        told = log.read_bytes()[-200_000:].decode("utf-8", "replace")
        numbers = re.findall(rb"^@(\d+|end)$", out.read_bytes(), re.M)
        ended = numbers[-1:] == [b"end"]
        last = len(texts) - 1 if ended or not numbers else int(numbers[-1])
        status = process.returncode
        if excess:
            return End(f"{excess} in {self.frames(told)}", last, told)
        # A program may end the process with its own status; a death leaves words or a signal.
        if status in HARMLESS or (0 < status < 99 and status != 70) or (status > 99 and "ERROR: " not in told):
            return End(None, last, told)
        return End(self.describe(status, told), last, told)

    def wait(self, process, out, patience):
        """-> what was too much: None, "hangs" (no program began for so many seconds) or "memory" """
        size, since = -1, time.monotonic()
        while True:
            try:
                process.wait(0.2)
                return None
            except subprocess.TimeoutExpired:
                pass
            grown = os.path.getsize(out)
            if grown != size:
                size, since = grown, time.monotonic()
            excess = "memory" if resident(process.pid) > MEMORY else "hangs" if time.monotonic() - since > patience else None
            if excess:
                process.send_signal(signal.SIGABRT)
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    pass
                return excess

    def frames(self, told):
        names = [name for name in FRAME.findall(told) if not NOISE.match(name)]
        return " < ".join(name.split("(")[0][:90] for name in names[:3])

    def describe(self, status, told):
        for pattern in (r"audit: .*", r"Fatal error.*", r"SUMMARY: \w+: [\w-]+", r"exceeded the .*limit.*", r"ERROR: .*"):
            found = re.search(pattern, told)
            if found:
                words = re.sub(r"0x[0-9a-f]+", "", found.group())[:200]
                # The audit at the end has no frames of its own; other deaths are told apart by theirs.
                return words if status == 70 else f"{words} in {self.frames(told)}"
        return f"status {status}"
