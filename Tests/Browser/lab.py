"""JupyterLab on the loopback interface and a page of headless Chromium that shows a notebook in it."""
import contextlib
import json
import os
import pathlib
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

APP = "(window.jupyterapp || window.jupyterlab)"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Lab:
    """A server in a scratch folder."""

    def __init__(self, kernels):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="wick-lab-"))
        self.root = self.folder / "root"
        settings = self.folder / "settings/@jupyterlab/apputils-extension"
        for path in (self.root, settings):
            path.mkdir(parents=True)
        (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
        places = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_RUNTIME_DIR": "runtime", "IPYTHONDIR": "ipython",
                  "JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces"}
        environment = dict(os.environ, JUPYTER_PATH=str(kernels), JUPYTER_PREFER_ENV_PATH="0",
                           **{name: str(self.folder / place) for name, place in places.items()})
        environment.pop("JPY_PARENT_PID", None)
        self.port, self.token = free_port(), secrets.token_hex(16)
        self.log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
             f"--port={self.port}", "--port-retries=0", f"--IdentityProvider.token={self.token}",
             f"--ServerApp.root_dir={self.root}", "--LabApp.expose_app_in_browser=True", "--LabApp.news_url=None"],
            env=environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT,
            start_new_session=True)
        self._wait()

    def _wait(self):
        deadline = time.monotonic() + 90
        while True:
            try:
                request = urllib.request.Request(
                    f"http://127.0.0.1:{self.port}/api/status", headers={"Authorization": f"token {self.token}"})
                return json.load(urllib.request.urlopen(request, timeout=5))
            except OSError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError((self.folder / "log").read_text(errors="replace")[-2000:]) from None
                time.sleep(0.2)

    def close(self):
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(15)
        if self.process.poll() is None:
            self.process.kill()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, name, cells):
        """A notebook of code cells for the kernel `wick`."""
        notebook = {
            "nbformat": 4, "nbformat_minor": 5,
            "metadata": {"kernelspec": {"name": "wick", "display_name": "Wick", "language": "python"}},
            "cells": [{"cell_type": "code", "id": f"cell-{n}", "metadata": {}, "source": source, "outputs": [],
                       "execution_count": None} for n, source in enumerate(cells)]}
        (self.root / name).write_text(json.dumps(notebook))


class Page:
    """A notebook on the screen."""

    def __init__(self, lab, page, name):
        self.page = page
        page.goto(f"http://127.0.0.1:{lab.port}/lab/tree/{name}?reset&token={lab.token}",
                  wait_until="domcontentloaded")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
        page.wait_for_function(
            f"() => {APP}?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'", timeout=90_000)

    def command(self, name, wait=True):
        """Runs a command of JupyterLab."""
        script = f"(name) => {APP}.commands.execute(name)"
        self.page.evaluate(script if wait else f"(name) => {{ {APP}.commands.execute(name) }}", name)

    def run_all(self):
        self.command("notebook:run-all-cells")

    def outputs(self, number):
        """The outputs of a cell, as in the notebook."""
        return self.page.evaluate(
            f"(n) => {APP}.shell.currentWidget.content.widgets[n].model.outputs.toJSON()", number)

    def text(self, number):
        """What a cell shows as text."""
        shown = []
        for output in self.outputs(number):
            text = output.get("text", output.get("data", {}).get("text/plain", ""))
            shown.append(text if isinstance(text, str) else "".join(text))
        return "".join(shown)

    def run_cell(self, source):
        """Adds a cell at the end, runs it, and returns what it shows."""
        count = self.page.evaluate(f"""async (source) => {{
            const app = {APP}, panel = app.shell.currentWidget, notebook = panel.content;
            notebook.model.sharedModel.addCell({{cell_type: 'code', source}});
            notebook.activeCellIndex = notebook.widgets.length - 1;
            await app.commands.execute('notebook:run-cell');
            return notebook.widgets.length;
        }}""", source)
        return self.text(count - 1)

    def picture(self, path):
        self.page.wait_for_timeout(500)
        self.page.screenshot(path=str(path))
