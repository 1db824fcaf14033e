"""Real clients against the built binary. `WICK` names it (default .build/release/wick); `WICK_SLOW` stretches limits.

The kernelspec is installed by `wick install` into a folder of its own, once under the name `wick` and once as
`pytorch`, the name the seed notebook asks for.
"""
import os
import pathlib
import subprocess

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WICK = pathlib.Path(os.environ.get("WICK", ROOT / ".build/release/wick")).resolve()
SLOW = float(os.environ.get("WICK_SLOW", "1"))
# A build with audits and the address sanitizer (`make check`).
CHECKED = subprocess.run([WICK, "-c", "import _audit"], capture_output=True, check=False).returncode == 0
# A build with the thread sanitizer, which cannot start under limits of memory or of file sizes.
RACES = "TSAN_OPTIONS" in os.environ
SEED = ROOT.parent / "shared/seed/autograd.ipynb"


@pytest.fixture(scope="session", autouse=True)
def prefix(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prefix")
    for name in ("wick", "pytorch"):
        subprocess.run([WICK, "install", "--prefix", folder, "--name", name], check=True, capture_output=True)
    os.environ["JUPYTER_PATH"] = str(folder / "share/jupyter")
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "0"
    assert KernelSpecManager().get_kernel_spec("wick").argv[0] == str(WICK.resolve())
    return folder


class Session:
    """A running kernel and its client."""

    def __init__(self):
        self.manager, self.client = start_new_kernel(kernel_name="wick", startup_timeout=30 * SLOW)

    @classmethod
    def of(cls, manager):
        """The session of a kernel that was started otherwise."""
        session = cls.__new__(cls)
        session.manager, session.client = manager, manager.client()
        session.client.start_channels()
        session.client.wait_for_ready(timeout=30 * SLOW)
        return session

    def run(self, code, seconds=30, **options):
        """-> (content of the reply, content of the published messages as (type, content))"""
        published = []
        reply = self.client.execute_interactive(
            code, timeout=seconds * SLOW, allow_stdin=False, stop_on_error=False,
            output_hook=lambda m: published.append((m["msg_type"], m["content"])), **options)
        return reply["content"], published

    def text(self, code):
        """What a cell prints."""
        reply, published = self.run(code)
        assert reply["status"] == "ok", reply
        return "".join(content["text"] for kind, content in published if kind == "stream")

    def close(self):
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)


@pytest.fixture
def session():
    running = Session()
    yield running
    running.close()


@pytest.fixture
def wick(tmp_path):
    def run(*arguments, **options):
        options.setdefault("timeout", 60 * SLOW)
        return subprocess.run([WICK, *map(str, arguments)], capture_output=True, text=True, cwd=tmp_path,
                              stdin=subprocess.DEVNULL, **options)

    return run
