#!/usr/bin/env python3
"""Starts the hub of this folder, one server for each of some users, and runs a cell in a Wick kernel of each.

    docker/jupyterhub/try-hub.py [USERS]      with jupyterhub, jupyterlab, websocket-client and Wick's spec installed
"""
import json
import os
import pathlib
import secrets
import socket
import subprocess
import sys
import tempfile
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from trial import EXPECTED, run, wait  # noqa: E402


def main(users):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base, token = f"http://127.0.0.1:{port}", secrets.token_hex()

    def ask(method, path, body=None):
        request = urllib.request.Request(base + path, method=method, headers={"Authorization": "token " + token})
        if body is not None:
            request.data = json.dumps(body).encode()
        with urllib.request.urlopen(request, timeout=60) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "WICK_HUB_FOLDER": folder, "WICK_HUB_URL": base, "WICK_HUB_API_TOKEN": token,
                       "WICK_HUB_PASSWORD": secrets.token_hex(), "PATH": str(pathlib.Path(sys.executable).parent) + ":" + os.environ["PATH"]}
        with open(os.path.join(folder, "log"), "wb") as log:
            hub = subprocess.Popen([sys.executable, "-m", "jupyterhub", "-f", HERE / "jupyterhub_config.py"], env=environment,
                                   cwd=folder, stdout=log, stderr=log)
        try:
            wait(lambda: ask("GET", "/hub/api/"))
            for number in range(users):
                name = f"user{number}"
                ask("POST", f"/hub/api/users/{name}")
                ask("POST", f"/hub/api/users/{name}/server")
                wait(lambda: ask("GET", f"/hub/api/users/{name}")["servers"][""]["ready"])
                kernel = ask("POST", f"/user/{name}/api/kernels", {"name": "wick"})["id"]
                printed = run(f"ws://127.0.0.1:{port}/user/{name}/api/kernels/{kernel}/channels", token)
                print(name, printed, flush=True)
                assert printed == EXPECTED
            return 0
        except Exception:
            told = [line for line in pathlib.Path(folder, "log").read_text().splitlines() if " 200 GET " not in line]
            print("\n".join(told)[-6000:], file=sys.stderr)
            raise
        finally:
            hub.terminate()
            hub.wait(30)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2))
